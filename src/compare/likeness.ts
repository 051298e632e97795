// How much of their wording two paragraphs share: their words, and their words two by two, which tells order.
import { fold } from '../corpus/text/folding.ts';

interface Wording {
  /** The text but for white space. */
  readonly plain: string;
  readonly words: number;
  /** Numbers of words and of pairs of words, each sorted; a word that stands twice is there twice. */
  readonly singles: Uint32Array;
  readonly pairs: Uint32Array;
}

export class Likeness {
  readonly #left: readonly Wording[];
  readonly #right: readonly Wording[];

  constructor(left: readonly string[], right: readonly string[]) {
    const numbers = new Map<string, number>();
    this.#left = left.map((text) => wordingOf(text, numbers));
    this.#right = right.map((text) => wordingOf(text, numbers));
  }

  get left(): number {
    return this.#left.length;
  }

  get right(): number {
    return this.#right.length;
  }

  /** The two texts but for white space, for whoever compares many of them. */
  plain(): { readonly left: string[]; readonly right: string[] } {
    return { left: this.#left.map(({ plain }) => plain), right: this.#right.map(({ plain }) => plain) };
  }

  words(from: number): number {
    return this.#left[from]?.words ?? 0;
  }

  /** Whether two paragraphs are the same but for white space. */
  isSame(from: number, to: number): boolean {
    return this.#left[from]?.plain === this.#right[to]?.plain;
  }

  /** From 0 (no word) to 1 (the same words in the same order, in any case and with any marks). */
  of(from: number, to: number): number {
    const [a, b] = [this.#left[from], this.#right[to]];
    if (!a || !b) return 0;
    const singles = dice(a.singles, b.singles);
    // One word has no pairs.
    if (a.pairs.length === 0 || b.pairs.length === 0) return singles;
    return (singles + dice(a.pairs, b.pairs)) / 2;
  }
}

function wordingOf(text: string, numbers: Map<string, number>): Wording {
  const number = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size + 1;
    numbers.set(word, known);
    return known;
  };
  const words = fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const singles = Uint32Array.from(words, number).sort();
  const pairs = Uint32Array.from(words.slice(1), (word, at) => number(`${words[at]} ${word}`)).sort();
  return { plain: text.replace(/\s+/gu, ' ').trim(), words: words.length, singles, pairs };
}

/** Twice the shared ones to all: 1 where two sorted lists are the same, 0 where they share nothing. */
function dice(a: Uint32Array, b: Uint32Array): number {
  if (a.length + b.length === 0) return 1;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return (2 * shared) / (a.length + b.length);
}
