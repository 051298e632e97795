// The letters of all passages (find-quote.ts) in flat rows, as they are kept: 1.25 bytes for each.
import type { Span } from '../../corpus/passages.ts';
import { type Numbers, narrow } from '../../corpus/text/rows.ts';
import { type Letters, type Marks, parted } from '../../corpus/text/solid.ts';
import type { WordStartsData } from './word-starts.ts';

/** What is kept of a passage by one way to read it: enough to tell whether it holds words, and whether these are quoted. */
export interface Kept extends Letters {
  /** For each quotation the first letter that ends behind its beginning, and the first that begins behind its end. */
  readonly quoted: readonly Span[];
}

/** Those with Latin letters alone take a byte each, and one other letter would make two of all: so they are apart. */
interface LettersOfAKind {
  readonly text: string;
  /** What stands before each letter, four to a byte; the end is no letter, and parts always. */
  readonly before: Uint8Array;
}

export interface LettersRows {
  /** How many ways to read them there are up to each passage's end: mostly one for each. */
  readonly ways: Numbers;
  readonly latin: LettersOfAKind;
  readonly others: LettersOfAKind;
  /** For each way its kind, where its letters begin there, and how many there are. */
  readonly isLatin: Uint8Array;
  readonly begins: Numbers;
  readonly lengths: Numbers;
  /** How many quotations there are up to the end of each way, and where each begins and ends. */
  readonly quotations: Numbers;
  readonly spans: Numbers;
}

export interface LettersData extends LettersRows {
  readonly wordStarts: WordStartsData;
}

class Growing {
  readonly #parts: string[] = [];
  readonly #before: number[] = [];
  length = 0;

  push({ text, before }: Letters): void {
    for (let at = 0; at < text.length; at += 1) {
      const [byte, shift] = placeOf(this.length + at);
      this.#before[byte] = (this.#before[byte] ?? 0) | ((before.at(at) ?? 0) << shift);
    }
    this.#parts.push(text);
    this.length += text.length;
  }

  /** `encoding`: in which the text is joined anew. What is cut from a text with other letters would go on taking two bytes for each. */
  data(encoding: 'latin1' | 'utf16le'): LettersOfAKind {
    const text = Buffer.from(this.#parts.join(''), encoding).toString(encoding);
    return { text, before: Uint8Array.from(this.#before) };
  }
}

/** The byte of a letter's mark, and its place in it. */
const placeOf = (letter: number): readonly [byte: number, shift: number] => [letter >> 2, (letter & 3) * 2];

/** Takes the letters of one passage after the other. */
export class TakingLetters {
  readonly #latin = new Growing();
  readonly #others = new Growing();
  readonly #ways: number[] = [];
  readonly #isLatin: number[] = [];
  readonly #begins: number[] = [];
  readonly #lengths: number[] = [];
  readonly #quotations: number[] = [];
  readonly #spans: number[] = [];

  add(ways: readonly Kept[]): void {
    for (const way of ways) {
      const kind = isLatin(way.text) ? this.#latin : this.#others;
      this.#isLatin.push(Number(kind === this.#latin));
      this.#begins.push(kind.length);
      this.#lengths.push(way.text.length);
      kind.push(way);
      for (const { start, end } of way.quoted) this.#spans.push(start, end);
      this.#quotations.push(this.#spans.length / 2);
    }
    this.#ways.push(this.#isLatin.length);
  }

  get rows(): LettersRows {
    return {
      ...{ ways: narrow(this.#ways), latin: this.#latin.data('latin1') },
      others: this.#others.data('utf16le'),
      ...{ isLatin: Uint8Array.from(this.#isLatin), begins: narrow(this.#begins) },
      ...{ lengths: narrow(this.#lengths), quotations: narrow(this.#quotations), spans: narrow(this.#spans) },
    };
  }
}

function isLatin(text: string): boolean {
  return !/[^\0-\xff]/.test(text);
}

/** The ways to read a passage, by its place. */
export function lettersAt(rows: LettersRows, place: number): Kept[] {
  const [from, to] = [rows.ways[place - 1] ?? 0, rows.ways[place] ?? 0];
  return Array.from({ length: to - from }, (_, step) => new KeptWay(rows, from + step));
}

/** Most are passed over by their text: the rest is only put together where it is asked for. */
class KeptWay implements Kept {
  readonly text: string;
  readonly #rows: LettersRows;
  readonly #way: number;

  constructor(rows: LettersRows, way: number) {
    this.#rows = rows;
    this.#way = way;
    this.text = this.#kind.text.slice(this.#begins, this.#begins + this.#length);
  }

  get #kind(): LettersOfAKind {
    return this.#rows.isLatin[this.#way] ? this.#rows.latin : this.#rows.others;
  }

  get #begins(): number {
    return this.#rows.begins[this.#way] ?? 0;
  }

  get #length(): number {
    return this.#rows.lengths[this.#way] ?? 0;
  }

  get before(): Marks {
    return new PackedMarks(this.#kind.before, this.#begins, this.#length);
  }

  get quoted(): readonly Span[] {
    const { quotations, spans } = this.#rows;
    const found: Span[] = [];
    for (let at = quotations[this.#way - 1] ?? 0; at < (quotations[this.#way] ?? 0); at += 1)
      found.push({ start: spans[2 * at] ?? 0, end: spans[2 * at + 1] ?? 0 });
    return found;
  }
}

class PackedMarks implements Marks {
  readonly length: number;
  readonly #packed: Uint8Array;
  readonly #begins: number;

  /** Of so many letters from a place on; one more mark is the end. */
  constructor(packed: Uint8Array, begins: number, letters: number) {
    this.length = letters + 1;
    this.#packed = packed;
    this.#begins = begins;
  }

  at(place: number): number {
    if (place === this.length - 1) return parted;
    const [byte, shift] = placeOf(this.#begins + place);
    return ((this.#packed[byte] ?? 0) >> shift) & 3;
  }
}
