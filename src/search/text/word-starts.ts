// Which passages have a word that begins with certain letters, so that a quotation that is typed is not looked for in all of them. A word
// that stands by itself in what is typed begins one in the text as well, however that is put together there (corpus/solid.ts).

import type { Steps } from '../../common/steps.ts';
import { type Numbers, narrow, Slots } from '../../corpus/text/rows.ts';
import { type Letters, wordStarts } from '../../corpus/text/solid.ts';

/** Rows of numbers, as they are kept. */
export interface WordStartsData {
  /** `length` letters each, of a word and of what follows it. */
  readonly keys: string;
  /** Where the passages of each key begin, and where the last end. */
  readonly starts: Numbers;
  readonly passages: Numbers;
}

/** Fewer tell little, more leave out words that are still being typed. */
const length = 4;

export function* wordStartsSteps(all: Iterable<readonly Letters[]>): Steps<WordStartsData> {
  const lists = new Map<string, number[]>();
  let passage = 0;
  for (const ways of all) {
    for (const key of ways.flatMap((way) => [...keysIn(way)])) {
      const list = lists.get(key);
      if (!list) lists.set(key, [passage]);
      else if (list.at(-1) !== passage) list.push(passage);
    }
    passage += 1;
    yield;
  }
  const starts = new Uint32Array(lists.size + 1);
  const passages = new Uint32Array(lists.values().reduce((sum, list) => sum + list.length, 0));
  for (const [place, list] of [...lists.values()].entries()) {
    const from = starts[place] ?? 0;
    passages.set(list, from);
    starts[place + 1] = from + list.length;
  }
  return { keys: [...lists.keys()].join(''), starts: narrow(starts), passages: narrow(passages) };
}

function* keysIn({ text, before }: Letters, which?: 'parted'): Generator<string> {
  for (const at of wordStarts(before, which)) {
    if (at + length > text.length) return;
    yield text.slice(at, at + length);
  }
}

export class WordStarts {
  readonly data: WordStartsData;
  readonly #places: Slots;

  constructor(data: WordStartsData) {
    this.data = data;
    const count = data.starts.length - 1;
    this.#places = new Slots(count);
    for (let at = 0; at < count; at += 1)
      this.#places.add(data.keys.slice(at * length, (at + 1) * length), at);
  }

  /** The passages that may hold what is typed, in order, a few too many and none too few; undefined where that may be any. */
  candidates(typed: Letters): Numbers | undefined {
    let rarest: Numbers | undefined;
    for (const key of keysIn(typed, 'parted')) {
      const found = this.#passagesOf(key);
      if (rarest === undefined || found.length < rarest.length) rarest = found;
    }
    return rarest;
  }

  #passagesOf(key: string): Numbers {
    const { keys, starts, passages } = this.data;
    const at = this.#places.find(key, (place) => keys.startsWith(key, place * length));
    return at === undefined ? new Uint8Array() : passages.subarray(starts[at], starts[at + 1]);
  }
}
