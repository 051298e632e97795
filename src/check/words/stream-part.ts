// The words of one list of passages, each with its number, and where each pair of neighbouring words stands. A list that is read beside
// another goes on with its numbers, so that a word has one number in both.

import type { Steps } from '../../common/steps.ts';
import { wordsFrom } from '../../corpus/labels/labels.ts';
import type { Passage } from '../../corpus/passages.ts';
import {
  NumberedWords,
  type Numbers,
  narrow,
  type WordsData,
  wordsData,
  zeros,
} from '../../corpus/text/rows.ts';
import { firstThat } from '../../corpus/text/spans.ts';
import { foldWord, writtenIn } from './words.ts';

/** Between documents stands a word that no text has. */
export const border = 0;

/** A million paragraphs of forty words make 160 MB for the words and 200 for the pairs. */
export interface StreamPart {
  readonly passages: readonly Passage[];
  /** The words of all passages by their numbers, documents parted by `border`. */
  readonly words: Numbers;
  /** Where each passage begins in `words`; one more entry holds the end. */
  readonly starts: Numbers;
  readonly pairs: Pairs;
  /** How often a number stands here. */
  countOf(number: number): number;
  numberOf(folded: string): number | undefined;
  /** How many numbers there are, with those of the part beside which it was read. */
  readonly numbers: number;
  readonly data: StreamData;
}

/** The words of a list, as they are kept where it stands beside no other. */
export interface StreamData extends Pick<StreamPart, 'words' | 'starts'> {
  /** The numbers that stand here, in order, and how often each does. */
  readonly counted: Numbers;
  readonly counts: Numbers;
  /** The words that have their number here, in the order of these. */
  readonly folded: WordsData;
  readonly pairs: PairsData;
}

/** Reads all words of the passages, a passage a step: 20 microseconds each. */
export function* streamPartSteps(passages: readonly Passage[], beside?: StreamPart): Steps<StreamPart> {
  const reader = new Numbering(beside);
  const starts = new Uint32Array(passages.length + 1);
  const growing = new Growing();
  for (const [index, passage] of passages.entries()) {
    const before = passages[index - 1];
    if (before && before.document !== passage.document) growing.push(border);
    starts[index] = growing.length;
    for (const written of writtenIn(spokenText(passage))) growing.push(reader.take(written));
    yield;
  }
  starts[passages.length] = growing.length;
  const words = narrow(growing.taken());
  yield;
  const pairs = yield* pairsSteps(words);
  return streamPart(passages, { words, starts: narrow(starts), pairs, ...reader.counted() }, beside);
}

/** A list whose words were read before. */
export function streamPart(passages: readonly Passage[], data: StreamData, beside?: StreamPart): StreamPart {
  const { words, starts, counted, counts } = data;
  const folded = new NumberedWords(data.folded);
  const before = beside?.numbers ?? 0;
  return {
    ...{ passages, words, starts, data, pairs: new Pairs(data.pairs, words) },
    numbers: before + folded.length,
    countOf: (number) => {
      const at = firstThat(counted, (one) => one >= number);
      return counted[at] === number ? (counts[at] ?? 0) : 0;
    },
    numberOf: (word) => {
      const known = beside?.numberOf(word);
      if (known !== undefined) return known;
      const place = folded.numberOf(word);
      return place === undefined ? undefined : before + place + 1;
    },
  };
}

/** Gives every word a number, from 1, and counts it. */
class Numbering {
  readonly #counts = new Map<number, number>();
  readonly #beside: StreamPart | undefined;
  readonly #numbers = new Map<string, number>();
  /** Words as they are written: one that comes again has been folded before, mostly. */
  readonly #written = new Map<string, number>();

  constructor(beside: StreamPart | undefined) {
    this.#beside = beside;
  }

  counted(): Pick<StreamData, 'counted' | 'counts' | 'folded'> {
    const all = [...this.#counts].sort(([a], [b]) => a - b);
    return {
      counted: narrow(all.map(([number]) => number)),
      counts: narrow(all.map(([, count]) => count)),
      folded: wordsData(this.#numbers.keys()),
    };
  }

  take(written: string): number {
    const known = this.#written.get(written);
    const number = known ?? this.#numberFor(foldWord(written));
    if (known === undefined) this.#written.set(written, number);
    this.#counts.set(number, (this.#counts.get(number) ?? 0) + 1);
    return number;
  }

  #numberFor(folded: string): number {
    const known = this.#beside?.numberOf(folded) ?? this.#numbers.get(folded);
    if (known !== undefined) return known;
    const number = (this.#beside?.numbers ?? 0) + this.#numbers.size + 1;
    this.#numbers.set(folded, number);
    return number;
  }
}

/** A passage without the label of who speaks: what stands before a word tells of it, so counting and reading see the same. */
export function spokenText(passage: Passage): string {
  return passage.text.slice(wordsFrom(passage));
}

/** A list of numbers that grows without being copied at every step. */
class Growing {
  #numbers = new Uint32Array(1 << 16);
  length = 0;

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.length] = number;
    this.length += 1;
  }

  taken(): Uint32Array {
    return this.#numbers.slice(0, this.length);
  }
}

/** Pairs of neighbouring words → their places, in buckets by a hash: two flat lists, however large the sources are. */
interface PairsData {
  readonly starts: Numbers;
  readonly places: Numbers;
  readonly shift: number;
}

class Pairs {
  readonly #data: PairsData;
  readonly #words: Numbers;

  constructor(data: PairsData, words: Numbers) {
    this.#data = data;
    this.#words = words;
  }

  /** In order. Other pairs of the bucket are left out. */
  places(first: number, second: number): Uint32Array {
    const { starts, places, shift } = this.#data;
    const words = this.#words;
    const bucket = bucketOf(first, second, shift);
    const [from, to] = [starts[bucket] ?? 0, starts[bucket + 1] ?? 0];
    const found = new Uint32Array(to - from);
    let count = 0;
    for (let next = from; next < to; next += 1) {
      const place = places[next] ?? 0;
      if (words[place] !== first || words[place + 1] !== second) continue;
      found[count] = place;
      count += 1;
    }
    return found.subarray(0, count);
  }
}

function bucketOf(first: number, second: number, shift: number): number {
  // Two odd constants spread the numbers over all 32 bits, of which the upper ones are taken.
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> shift;
}

/** So many words are looked at in one step: less than a millisecond. */
const wordsAStep = 1 << 14;

/** So many places lie in a bucket: it is looked through in no time, and the buckets themselves take a fraction of the places. */
const placesABucket = 4;

function* pairsSteps(words: Numbers): Steps<PairsData> {
  const bits = Math.min(24, Math.max(4, Math.ceil(Math.log2((words.length + 1) / placesABucket))));
  const shift = 32 - bits;
  const starts = new Uint32Array(2 ** bits + 1);
  yield* eachPair(words, (first, second) => {
    const next = bucketOf(first, second, shift) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  });
  for (let bucket = 1; bucket < starts.length; bucket += 1) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    if (bucket % wordsAStep === 0) yield;
  }
  const places = zeros(starts.at(-1) ?? 0, words.length);
  const free = starts.slice();
  yield* eachPair(words, (first, second, at) => {
    const bucket = bucketOf(first, second, shift);
    const place = free[bucket] ?? 0;
    places[place] = at;
    free[bucket] = place + 1;
  });
  return { starts: narrow(starts), places, shift };
}

function* eachPair(words: Numbers, take: (first: number, second: number, at: number) => void): Steps<void> {
  for (let at = 0; at + 1 < words.length; at += 1) {
    const first = words[at] ?? border;
    const second = words[at + 1] ?? border;
    if (first !== border && second !== border) take(first, second, at);
    if (at % wordsAStep === 0) yield;
  }
}
