// All documents as one stream of words. Paragraphs run on into one another, so that a quotation is found across their borders;
// documents do not. What the parts of a library have read (stream-part.ts) stands in it one behind the other.
import type { Document } from '../../corpus/document.ts';
import { wordsFrom } from '../../corpus/labels/labels.ts';
import type { Passage, Span } from '../../corpus/passages.ts';
import type { Numbers } from '../../corpus/text/rows.ts';
import { border, type StreamPart, spokenText } from './stream-part.ts';
import { type CheckWord, wordsOf } from './words.ts';

/** A word of the stream in its place. */
export interface PlacedWord extends Span {
  readonly folded: string;
  readonly passage: Passage;
  /** `start` and `end` are offsets into the document's text; `at` is the word's place in the stream. */
  readonly at: number;
}

/** A word of a quotation that no source has. */
export const unknownWord = 0xffffffff;

/** A part, and where it begins in the stream; behind it stands a border. */
interface Placed extends StreamPart {
  readonly begins: number;
}

export class Stream {
  readonly #of: readonly StreamPart[];
  readonly #parts: readonly Placed[];
  /** In words, borders among them. */
  readonly length: number;
  /** It knows the numbers of all words. */
  readonly #last: StreamPart | undefined;
  #lastRead: { readonly passage: Passage; readonly words: readonly CheckWord[] } | undefined;

  /** Each part but the first was read beside the one before it. */
  constructor(parts: readonly StreamPart[]) {
    let begins = 0;
    this.#of = parts;
    this.#last = parts.at(-1);
    const filled = parts.filter(({ words }) => words.length > 0);
    this.#parts = filled.map((part) => {
      const placed = { ...part, begins };
      begins += part.words.length + 1;
      return placed;
    });
    this.length = Math.max(0, begins - 1);
  }

  isOf(parts: readonly StreamPart[]): boolean {
    return parts.length === this.#of.length && parts.every((part, at) => part === this.#of[at]);
  }

  /** The number of the word at a place: `border` between documents, and beyond the ends. */
  at(place: number): number {
    const part = this.#partAt(place);
    return part?.words[place - part.begins] ?? border;
  }

  /** The words from one place up to another, of the part in which a place among them stands. */
  slice(from: number, to: number, among = from): Numbers {
    const part = this.#partAt(among);
    return part?.words.subarray(Math.max(0, from - part.begins), to - part.begins) ?? new Uint32Array();
  }

  numberOf(folded: string): number {
    return this.#last?.numberOf(folded) ?? unknownWord;
  }

  /** How surprising a word is, in bits: one of a thousand words has 10. A word that no source has is a rare one. */
  surprise(number: number): number {
    const count = this.#parts.reduce((sum, part) => sum + part.countOf(number), 0);
    return Math.log2((this.length + 1) / (count || 1));
  }

  /** Where two words stand next to each other, in order. */
  pairs(first: number, second: number): Uint32Array {
    const [only, ...others] = this.#parts;
    if (only && others.length === 0) return only.pairs.places(first, second);
    const found = this.#parts.map(({ pairs, begins }) =>
      pairs.places(first, second).map((place) => place + begins),
    );
    const all = new Uint32Array(found.reduce((sum, { length }) => sum + length, 0));
    let next = 0;
    for (const places of found) {
      all.set(places, next);
      next += places.length;
    }
    return all;
  }

  /** Places of a word within a range, the first `most`. */
  placesOf(
    word: number,
    { from, to }: { readonly from: number; readonly to: number },
    most: number,
  ): number[] {
    const found: number[] = [];
    for (const { words, begins } of this.#parts) {
      let at = words.indexOf(word, Math.max(0, from - begins));
      for (; at >= 0 && begins + at < to && found.length < most; at = words.indexOf(word, at + 1))
        found.push(begins + at);
    }
    return found;
  }

  /** The passage that holds a place of the stream. */
  passageAt(at: number): Passage | undefined {
    const part = this.#partAt(at);
    return part?.passages[indexIn(part, at - part.begins)];
  }

  /** Whether a passage of which something holds begins at a place. */
  opens(at: number, holds: (passage: Passage) => boolean): boolean {
    const part = this.#partAt(at);
    if (!part) return false;
    const index = indexIn(part, at - part.begins);
    const passage = part.passages[index];
    return part.starts[index] === at - part.begins && passage !== undefined && holds(passage);
  }

  /** The part of the stream that is the document of a place, `to` exclusive. */
  documentAround(at: number): { from: number; to: number } {
    let from = at;
    while (this.at(from - 1) !== border) from -= 1;
    let to = at;
    while (this.at(to) !== border) to += 1;
    return { from, to };
  }

  /** The part of the stream that a document is, or all of it; `to` exclusive. */
  rangeOf(document: Document | undefined): { from: number; to: number } {
    if (document === undefined) return { from: 0, to: this.length };
    for (const { passages, starts, begins } of this.#parts) {
      const first = passages.findIndex((passage) => passage.document === document);
      if (first >= 0) return this.documentAround(begins + (starts[first] ?? 0));
    }
    return { from: 0, to: 0 };
  }

  /** Many places that are read one after the other stand in one passage. */
  #wordsOf(passage: Passage): readonly CheckWord[] {
    if (this.#lastRead?.passage !== passage)
      this.#lastRead = { passage, words: wordsOf(spokenText(passage)) };
    return this.#lastRead.words;
  }

  /** The words from one place of the stream up to another, read again from their passages. */
  read(from: number, to: number): PlacedWord[] {
    return this.#parts.flatMap((part) =>
      from < part.begins + part.words.length && part.begins < to
        ? this.#readIn(part, Math.max(0, from - part.begins), to - part.begins)
        : [],
    );
  }

  #readIn(part: Placed, from: number, to: number): PlacedWord[] {
    const found: PlacedWord[] = [];
    const { passages, starts, begins } = part;
    for (let index = indexIn(part, from); (starts[index] ?? to) < to; index += 1) {
      const passage = passages[index];
      const first = starts[index] ?? 0;
      if (!passage) break;
      const words = this.#wordsOf(passage).slice(Math.max(0, from - first), to - first);
      const opens = passage.start + wordsFrom(passage);
      for (const [place, { folded, start, end }] of words.entries()) {
        const at = begins + Math.max(first, from) + place;
        found.push({ folded, passage, at, start: start + opens, end: end + opens });
      }
    }
    return found;
  }

  /** A plain loop: this is asked for millions of places. */
  #partAt(place: number): Placed | undefined {
    for (let index = this.#parts.length - 1; index >= 0; index -= 1) {
      const part = this.#parts[index];
      if (part && part.begins <= place) return part;
    }
    return undefined;
  }
}

/** The index of the passage that holds a place of its part. */
function indexIn({ passages, starts }: StreamPart, at: number): number {
  let low = 0;
  let high = passages.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
