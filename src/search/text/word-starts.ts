// Which passages have a word that begins with certain letters, so that a quotation that is typed is not looked for in all of them. A word
// that stands by itself in what is typed begins one in the text as well, however that is put together there (corpus/solid.ts).

import type { Steps } from '../../common/steps.ts';
import { type Numbers, narrow } from '../../corpus/text/rows.ts';
import { type Letters, wordStarts } from '../../corpus/text/solid.ts';

/** Rows of numbers, as they are kept. */
export interface WordStartsData {
  /** `length` letters each, of a word and of what follows it, in order (by code units); at the end of a text what is missing is `none`. */
  readonly keys: string;
  /** Where the passages of each key begin, and where the last end. */
  readonly starts: Numbers;
  readonly passages: Numbers;
}

/** Longer keys tell more, and take more memory; fewer letters are looked up as the beginning of keys. */
const length = 4;
/** Comes before all letters. */
const none = '\0';
/** Comes after all letters. */
const last = '\uffff';
/** Of what is typed so many words say where to look; more cost time, and leave out little. */
const mostKeys = 8;
/** The beginning of a word says where to look where it stands in so few places; to put together more costs more than to look. */
const mostBegun = 10_000;
/** So few passages are looked into without another thought. */
const few = 500;

export function* wordStartsSteps(all: Iterable<readonly Letters[]>): Steps<WordStartsData> {
  const lists = new Map<string, number[]>();
  let passage = 0;
  for (const ways of all) {
    for (const key of ways.flatMap((way) => [...keysIn(way)])) {
      const filed = key.padEnd(length, none);
      const list = lists.get(filed);
      if (!list) lists.set(filed, [passage]);
      else if (list.at(-1) !== passage) list.push(passage);
    }
    passage += 1;
    yield;
  }
  const sorted = [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
  const starts = new Uint32Array(sorted.length + 1);
  const passages = new Uint32Array(sorted.reduce((sum, [, list]) => sum + list.length, 0));
  for (const [place, [, list]] of sorted.entries()) {
    const from = starts[place] ?? 0;
    passages.set(list, from);
    starts[place + 1] = from + list.length;
  }
  return { keys: sorted.map(([key]) => key).join(''), starts: narrow(starts), passages: narrow(passages) };
}

/** Fewer than `length` letters where no more follow. */
function* keysIn({ text, before }: Letters, which?: 'parted'): Generator<string> {
  for (const at of wordStarts(before, which)) yield text.slice(at, at + length);
}

export class WordStarts {
  readonly data: WordStartsData;
  readonly #count: number;

  constructor(data: WordStartsData) {
    this.data = data;
    this.#count = data.starts.length - 1;
  }

  /** The passages that may hold what is typed, in order, a few too many and none too few; undefined where that may be any. */
  candidates(typed: Letters): Iterable<number> | undefined {
    const keys = [...new Set(keysIn(typed, 'parted'))];
    const whole = keys.filter((key) => key.length === length).slice(0, mostKeys);
    const lists = whole.map((key) => this.#passagesOf(key));
    if (!lists.some((list) => list.length <= few))
      for (const key of keys) if (key.length < length) lists.push(...this.#begunWith(key));
    const [rarest, ...others] = lists.sort((a, b) => a.length - b.length);
    return rarest && (others.length === 0 ? rarest : inAll(rarest, others));
  }

  #passagesOf(key: string): Numbers {
    const at = this.#firstFrom(key);
    return this.#keyAt(at) === key ? this.#row(at, at + 1) : new Uint8Array();
  }

  /** The passages with any key that begins so; none where they are too many to be put together. */
  #begunWith(letters: string): Numbers[] {
    const row = this.#row(this.#firstFrom(letters), this.#firstFrom(letters + last));
    return row.length > mostBegun ? [] : [Uint32Array.from(new Set(row)).sort()];
  }

  #row(from: number, to: number): Numbers {
    const { starts, passages } = this.data;
    return passages.subarray(starts[from], starts[to]);
  }

  #keyAt(at: number): string {
    return this.data.keys.slice(at * length, (at + 1) * length);
  }

  /** The place of the first key that is not before these letters. */
  #firstFrom(letters: string): number {
    let [low, high] = [0, this.#count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#keyAt(middle) < letters) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Those of a row that stand in all others as well; all rows are in order. As many are looked at as are wanted. */
function* inAll(rarest: Numbers, others: readonly Numbers[]): Generator<number> {
  const next = others.map(() => 0);
  const stands = (wanted: number) => (row: Numbers, at: number) => {
    next[at] = placeFrom(row, wanted, next[at] ?? 0);
    return row[next[at]] === wanted;
  };
  for (const wanted of rarest) if (others.every(stands(wanted))) yield wanted;
}

/** The place of a number in a row, or of the first greater one, from a place on: in steps that double, and then by halves. */
function placeFrom(row: Numbers, wanted: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < row.length && (row[low + step] ?? 0) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, row.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
