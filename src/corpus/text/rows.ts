// Rows of numbers and of words, each as narrow as what it holds: what is kept of passages by the million. A map or a set takes five times
// as much for a word, and each string and each list has some dozens of bytes of its own.

/** Whole numbers from 0, each in as many bytes as the greatest of them needs. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** So many zeros, with room for numbers up to the greatest. */
export function zeros(length: number, greatest: number): Numbers {
  if (greatest <= 0xff) return new Uint8Array(length);
  return greatest <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
}

export function narrow(all: ArrayLike<number>): Numbers {
  let greatest = 0;
  for (let at = 0; at < all.length; at += 1) greatest = Math.max(greatest, all[at] ?? 0);
  const row = zeros(all.length, greatest);
  row.set(all);
  return row;
}

/** Words one behind the other. */
export interface WordsData {
  /** In UTF-8. */
  readonly letters: Uint8Array;
  /** Where each ends. */
  readonly ends: Numbers;
}

export function wordsData(words: Iterable<string>): WordsData {
  const all = [...words];
  let end = 0;
  const ends = all.map((word) => {
    end += Buffer.byteLength(word);
    return end;
  });
  // A copy of its own: a small buffer lies in one that many share.
  return { letters: Uint8Array.from(Buffer.from(all.join(''))), ends: narrow(ends) };
}

/** The same, each once and in order, for `SortedWords`. */
export function sortedData(words: Iterable<string>): WordsData {
  return wordsData([...new Set(words)].sort());
}

/** Words by their places. */
export class Words {
  readonly length: number;
  protected readonly letters: Buffer;
  protected readonly ends: Numbers;

  constructor({ letters, ends }: WordsData) {
    this.letters = Buffer.from(letters.buffer, letters.byteOffset, letters.length);
    this.ends = ends;
    this.length = ends.length;
  }

  at(place: number): string {
    return this.letters.toString('utf8', this.startOf(place), this.ends[place]);
  }

  *[Symbol.iterator](): Generator<string> {
    for (let place = 0; place < this.length; place += 1) yield this.at(place);
  }

  protected startOf(place: number): number {
    return this.ends[place - 1] ?? 0;
  }
}

/** Half of the slots are free, so that a look finds its word or a free one soon. */
const slotsAWord = 2;

/** Places by something told of words: those of which the same is told lie one behind the other, in their order. */
export class Slots {
  readonly #slots: Numbers;
  readonly #mask: number;

  /** For so many places. */
  constructor(length: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(1, length) * slotsAWord));
    this.#slots = zeros(size, length);
    this.#mask = size - 1;
  }

  add(told: string, place: number): void {
    let slot = hashOf(told) & this.#mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = place + 1;
  }

  /** Those of which it may have been told: all of which it was, and a few others. */
  *of(told: string): Generator<number> {
    for (let slot = hashOf(told) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const held = this.#slots[slot] ?? 0;
      if (held === 0) return;
      yield held - 1;
    }
  }

  /** The first that is meant. */
  find(told: string, isMeant: (place: number) => boolean): number | undefined {
    for (let slot = hashOf(told) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const held = this.#slots[slot] ?? 0;
      if (held === 0) return undefined;
      if (isMeant(held - 1)) return held - 1;
    }
  }
}

/** Source: FNV-1a, over UTF-16 code units; its upper bits are mixed into the lower ones, which choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Words each of which is looked up: its place is its number. */
export class NumberedWords extends Words {
  readonly #slots: Slots;

  constructor(data: WordsData) {
    super(data);
    this.#slots = new Slots(this.length);
    for (let place = 0; place < this.length; place += 1) this.#slots.add(this.at(place), place);
  }

  numberOf(word: string): number | undefined {
    return this.#slots.find(word, (place) => this.#isAt(place, word));
  }

  /** Letter by letter where all are ASCII, as most are: no string is made to be compared. */
  #isAt(place: number, word: string): boolean {
    const start = this.startOf(place);
    const length = (this.ends[place] ?? 0) - start;
    if (length < word.length) return false;
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (code > 0x7f) return this.at(place) === word;
      if (this.letters[start + at] !== code) return false;
    }
    return length === word.length;
  }
}

const numbered = new WeakMap<WordsData, NumberedWords>();

/** Of the same words there is one, however many look them up. */
export function numberedWords(data: WordsData): NumberedWords {
  const known = numbered.get(data) ?? new NumberedWords(data);
  numbered.set(data, known);
  return known;
}

/** Words in order: looked up by halving, also by how they begin. */
export class SortedWords extends Words {
  numberOf(word: string): number | undefined {
    const place = this.firstFrom(word);
    return place < this.length && this.at(place) === word ? place : undefined;
  }

  has(word: string): boolean {
    return this.numberOf(word) !== undefined;
  }

  /** Those that begin so, in order. */
  *beginning(letters: string): Generator<string> {
    for (let place = this.firstFrom(letters); place < this.length; place += 1) {
      const word = this.at(place);
      if (!word.startsWith(letters)) return;
      yield word;
    }
  }

  /** The place of the first that stands at a word or behind it. */
  firstFrom(word: string): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) >= word) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
