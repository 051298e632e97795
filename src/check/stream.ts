// All documents as one stream of words, and where each pair of neighbouring words stands in it. Paragraphs run on into
// one another, so that a quotation is found across their borders; documents do not.
import type { Document } from '../corpus/document.ts';
import { wordsFrom } from '../corpus/labels.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import type { Steps } from '../steps.ts';
import { type CheckWord, foldWord, wordsOf, writtenIn } from './words.ts';

/** A word of the stream in its place. */
export interface PlacedWord extends Span {
  readonly folded: string;
  readonly passage: Passage;
  /** `start` and `end` are offsets into the document's text; `at` is the word's place in the stream. */
  readonly at: number;
}

/** Between documents stands a word that no text has. */
export const border = 0;
/** A word of a quotation that no source has. */
export const unknownWord = 0xffffffff;

/** A million paragraphs of forty words make 160 MB for the words and as much for the pairs. */
export class Stream {
  /** The words of all passages by their numbers, documents parted by `border`. */
  readonly words: Uint32Array;
  readonly #passages: readonly Passage[];
  /** Where each passage begins in `words`; one more entry holds the end. */
  readonly #starts: Uint32Array;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #counts: readonly number[];
  readonly #pairs: Pairs;
  #last: { readonly passage: Passage; readonly words: readonly CheckWord[] } | undefined;

  constructor(passages: readonly Passage[], { words, starts, numbers, counts, pairs }: Read) {
    this.#passages = passages;
    this.words = words;
    this.#starts = starts;
    this.#numbers = numbers;
    this.#counts = counts;
    this.#pairs = pairs;
  }

  numberOf(folded: string): number {
    return this.#numbers.get(folded) ?? unknownWord;
  }

  /** How surprising a word is, in bits: one of a thousand words has 10. A word that no source has is a rare one. */
  surprise(number: number): number {
    return Math.log2((this.words.length + 1) / (this.#counts[number] ?? 1));
  }

  /** Where two words may stand next to each other: a few places too many, none too few. */
  pairs(first: number, second: number): Uint32Array {
    return this.#pairs.places(first, second);
  }

  /** The index of the passage that holds a place of the stream. */
  passageAt(at: number): number {
    let low = 0;
    let high = this.#passages.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low;
  }

  passage(index: number): Passage | undefined {
    return this.#passages[index];
  }

  /** The part of the stream that is the document of a place, `to` exclusive. */
  documentAround(at: number): { from: number; to: number } {
    const { words } = this;
    let from = at;
    while (from > 0 && words[from - 1] !== border) from -= 1;
    let to = at;
    while (to < words.length && words[to] !== border) to += 1;
    return { from, to };
  }

  /** The part of the stream that a document is, or all of it; `to` exclusive. */
  rangeOf(document: Document | undefined): { from: number; to: number } {
    if (document === undefined) return { from: 0, to: this.words.length };
    const first = this.#passages.findIndex((passage) => passage.document === document);
    return first < 0 ? { from: 0, to: 0 } : this.documentAround(this.#starts[first] ?? 0);
  }

  /** Many places that are read one after the other stand in one passage. */
  #wordsOf(passage: Passage): readonly CheckWord[] {
    if (this.#last?.passage !== passage) this.#last = { passage, words: wordsOf(spokenText(passage)) };
    return this.#last.words;
  }

  /** The words from one place of the stream up to another, read again from their passages. */
  read(from: number, to: number): PlacedWord[] {
    const found: PlacedWord[] = [];
    for (let index = this.passageAt(from); (this.#starts[index] ?? to) < to; index += 1) {
      const passage = this.#passages[index];
      const first = this.#starts[index] ?? 0;
      if (!passage) break;
      const words = this.#wordsOf(passage).slice(Math.max(0, from - first), to - first);
      const begins = passage.start + wordsFrom(passage);
      for (const [place, { folded, start, end }] of words.entries()) {
        const at = Math.max(first, from) + place;
        found.push({ folded, passage, at, start: start + begins, end: end + begins });
      }
    }
    return found;
  }
}

/** What is read of the passages. */
interface Read {
  readonly words: Uint32Array;
  readonly starts: Uint32Array;
  readonly numbers: ReadonlyMap<string, number>;
  readonly counts: readonly number[];
  readonly pairs: Pairs;
}

/** Reads all words of the passages, a passage a step: 20 microseconds each. */
export function* streamSteps(passages: readonly Passage[]): Steps<Stream> {
  const reader = new Numbering();
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
  const pairs = yield* pairsSteps(words);
  return new Stream(passages, { words, starts, pairs, numbers: reader.numbers, counts: reader.counts });
}

/** Gives every word a number, from 1, and counts it. */
class Numbering {
  readonly numbers = new Map<string, number>();
  readonly counts: number[] = [0];
  /** Words as they are written: one that comes again has been folded before, mostly. */
  readonly #written = new Map<string, number>();

  take(written: string): number {
    const known = this.#written.get(written);
    const number = known ?? this.#numberFor(foldWord(written));
    if (known === undefined) this.#written.set(written, number);
    this.counts[number] = (this.counts[number] ?? 0) + 1;
    return number;
  }

  #numberFor(folded: string): number {
    const known = this.numbers.get(folded);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    this.numbers.set(folded, number);
    return number;
  }
}

/** A passage without the label of who speaks: what stands before a word tells of it, so counting and reading see the same. */
function spokenText(passage: Passage): string {
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
class Pairs {
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;
  readonly #shift: number;

  constructor(starts: Uint32Array, places: Uint32Array, shift: number) {
    this.#starts = starts;
    this.#places = places;
    this.#shift = shift;
  }

  places(first: number, second: number): Uint32Array {
    const bucket = bucketOf(first, second, this.#shift);
    return this.#places.subarray(this.#starts[bucket], this.#starts[bucket + 1]);
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
  return new Pairs(starts, places, shift);
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
