// The words of one list of passages, each with its number, and where each pair of neighbouring words stands. A list that is read beside
// another goes on with its numbers, so that a word has one number in both.

import type { Steps } from '../../common/steps.ts';
import { wordsFrom } from '../../corpus/labels/labels.ts';
import type { Passage } from '../../corpus/passages.ts';
import { foldWord, writtenIn } from './words.ts';

/** Between documents stands a word that no text has. */
export const border = 0;

/** A million paragraphs of forty words make 160 MB for the words and as much for the pairs. */
export interface StreamPart {
  readonly passages: readonly Passage[];
  /** The words of all passages by their numbers, documents parted by `border`. */
  readonly words: Uint32Array;
  /** Where each passage begins in `words`; one more entry holds the end. */
  readonly starts: Uint32Array;
  /** How often each number stands here. */
  readonly counts: readonly number[];
  readonly pairs: Pairs;
  numberOf(folded: string): number | undefined;
  /** The words that have their number here, in the order of these. */
  folded(): Iterable<string>;
  /** How many numbers there are, with those of the part beside which it was read. */
  readonly numbers: number;
}

/** The words of a list that stands beside no other, as they are kept. */
export interface StreamData extends Pick<StreamPart, 'words' | 'starts'> {
  readonly counts: Uint32Array;
  /** In the order of their numbers. */
  readonly folded: readonly string[];
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
  const words = growing.taken();
  reader.end();
  const pairs = yield* pairsSteps(words);
  return {
    ...{ passages, words, starts, pairs, counts: reader.counts, numbers: reader.size },
    numberOf: (folded) => reader.numberOf(folded),
    folded: () => reader.folded,
  };
}

/** What is kept of a part that stands beside no other. */
export function streamData({ words, starts, counts, folded, pairs }: StreamPart): StreamData {
  const counted = Uint32Array.from(counts, (count) => count);
  return { words, starts, counts: counted, folded: [...folded()], pairs: pairs.data };
}

export function keptStream(passages: readonly Passage[], data: StreamData): StreamPart {
  const { words, starts, folded } = data;
  const numbers = new Map(folded.map((word, at) => [word, at + 1]));
  const pairs = new Pairs(data.pairs);
  return {
    ...{ passages, words, starts, pairs, counts: [...data.counts], numbers: folded.length },
    ...{ numberOf: (word) => numbers.get(word), folded: () => folded },
  };
}

/** Gives every word a number, from 1, and counts it. */
class Numbering {
  readonly counts: number[] = [0];
  readonly #beside: StreamPart | undefined;
  readonly #numbers = new Map<string, number>();
  /** Words as they are written: one that comes again has been folded before, mostly. */
  readonly #written = new Map<string, number>();

  constructor(beside: StreamPart | undefined) {
    this.#beside = beside;
  }

  /** Nothing more is taken: what helped to is let go of. */
  end(): void {
    this.#written.clear();
  }

  get size(): number {
    return (this.#beside?.numbers ?? 0) + this.#numbers.size;
  }

  get folded(): Iterable<string> {
    return this.#numbers.keys();
  }

  numberOf(folded: string): number | undefined {
    return this.#beside?.numberOf(folded) ?? this.#numbers.get(folded);
  }

  take(written: string): number {
    const known = this.#written.get(written);
    const number = known ?? this.#numberFor(foldWord(written));
    if (known === undefined) this.#written.set(written, number);
    this.counts[number] = (this.counts[number] ?? 0) + 1;
    return number;
  }

  #numberFor(folded: string): number {
    const known = this.numberOf(folded);
    if (known !== undefined) return known;
    const number = this.size + 1;
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
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly shift: number;
}

class Pairs {
  readonly data: PairsData;

  constructor(data: PairsData) {
    this.data = data;
  }

  places(first: number, second: number): Uint32Array {
    const { starts, places, shift } = this.data;
    const bucket = bucketOf(first, second, shift);
    return places.subarray(starts[bucket], starts[bucket + 1]);
  }
}

function bucketOf(first: number, second: number, shift: number): number {
  // Two odd constants spread the numbers over all 32 bits, of which the upper ones are taken.
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> shift;
}

/** So many words are looked at in one step: less than a millisecond. */
const wordsAStep = 1 << 14;

function* pairsSteps(words: Uint32Array): Steps<Pairs> {
  const bits = Math.min(24, Math.max(8, Math.ceil(Math.log2(words.length + 1))));
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
  const places = new Uint32Array(starts.at(-1) ?? 0);
  const free = starts.slice();
  yield* eachPair(words, (first, second, at) => {
    const bucket = bucketOf(first, second, shift);
    const place = free[bucket] ?? 0;
    places[place] = at;
    free[bucket] = place + 1;
  });
  return new Pairs({ starts, places, shift });
}

function* eachPair(
  words: Uint32Array,
  take: (first: number, second: number, at: number) => void,
): Steps<void> {
  for (let at = 0; at + 1 < words.length; at += 1) {
    const first = words[at] ?? border;
    const second = words[at + 1] ?? border;
    if (first !== border && second !== border) take(first, second, at);
    if (at % wordsAStep === 0) yield;
  }
}
