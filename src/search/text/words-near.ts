// Which of many words begin nearly as one that is typed. They are gone through in order: of words that begin alike the letters they share
// are laid beside the typed one once, and those whose beginning is too far from it already are passed over.

/** Short words are near every other; from eight letters on two slips are still recognisable. */
export const slipsInBeginning = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

export class WordsNear {
  readonly words: readonly string[];
  /** How many letters each shares with the one before it; more than 255 count as 255. */
  readonly #shared: Uint8Array;

  constructor(words: Iterable<string>) {
    this.words = [...new Set(words)].sort();
    this.#shared = Uint8Array.from(this.words, (word, at) => sharedBy(this.words[at - 1] ?? '', word));
  }

  /**
   * The places of those that begin with the typed word, or with letters that so few slips part from it (`slips`, optimal string alignment) as
   * its length allows: a letter too many or too few moves the place where the beginning ends.
   */
  near(typed: string): number[] {
    const laid = new Laid(typed, { limit: slipsInBeginning(typed.length), swaps: true });
    const found: number[] = [];
    for (const [place, word] of this.words.entries())
      if (laid.isNear(word, this.#shared[place] ?? 0)) found.push(place);
    return found;
  }
}

/** How many letters two words begin with alike; more than 255 count as 255. */
export function sharedBy(one: string, other: string): number {
  let length = 0;
  while (length < 255 && length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** A typed word laid beside the letters of one word after the other. */
export class Laid {
  readonly #typed: string;
  readonly #limit: number;
  readonly #swaps: boolean;
  /** For each number of letters of the word the slips that part them from each beginning of the typed one. */
  readonly #lines: Uint16Array[];
  /** Of the word looked at last: it. */
  #word = '';
  /** How many of its letters were laid, and after how many it was too far. */
  #laid = 0;
  #tooFar = Number.POSITIVE_INFINITY;

  /** `limit`: so many slips are looked for; `swaps`: whether two letters swapped are one of them, and not two. */
  constructor(typed: string, { limit, swaps }: { readonly limit: number; readonly swaps: boolean }) {
    this.#typed = typed;
    this.#limit = limit;
    this.#swaps = swaps;
    this.#lines = [Uint16Array.from({ length: typed.length + 1 }, (_, column) => column)];
  }

  /** Whether the word begins nearly so. `shared`: how many letters it shares with the word before it. */
  isNear(word: string, shared: number): boolean {
    const most = Math.min(word.length, this.#typed.length + 1);
    this.#lay(word, shared, most);
    return this.#isWithin(Math.min(this.#laid, most), word.length);
  }

  /** Whether a word that shares so many letters with the one before it needs not be looked at: no word that begins so is near as a whole. */
  isTooFar(shared: number): boolean {
    this.#laid = Math.min(this.#laid, shared);
    return this.#tooFar <= this.#laid;
  }

  /** Whether the whole of it is nearly so. */
  isWhole(word: string, shared: number): boolean {
    const isAsLong = Math.abs(word.length - this.#typed.length) <= this.#limit;
    this.#lay(word, shared, isAsLong ? word.length : 0);
    const slips = this.#lines[word.length]?.[this.#typed.length] ?? Number.POSITIVE_INFINITY;
    return isAsLong && this.#laid >= word.length && slips <= this.#limit;
  }

  /** Lays letters up to so many, until it is too far. */
  #lay(word: string, shared: number, most: number): void {
    this.#word = word;
    this.#laid = Math.min(this.#laid, shared);
    if (this.#tooFar <= this.#laid) return;
    this.#tooFar = Number.POSITIVE_INFINITY;
    while (this.#laid < most) {
      if (this.#layNext() <= this.#limit) continue;
      this.#tooFar = this.#laid;
      return;
    }
  }

  /** Whether the beginning of one letter less than the typed word has, of as many or of one more is near enough. */
  #isWithin(laid: number, length: number): boolean {
    const last = this.#typed.length;
    return [-1, 0, 1].some((more) => {
      const letters = Math.min(length, last + more);
      return letters <= laid && (this.#lines[letters]?.[last] ?? Number.POSITIVE_INFINITY) <= this.#limit;
    });
  }

  /** Lays one more letter, and tells the least of its line. */
  #layNext(): number {
    const [typed, word, at] = [this.#typed, this.#word, this.#laid];
    const [above, older] = [this.#lines[at] ?? new Uint16Array(), this.#lines[at - 1]];
    const line = this.#lines[at + 1] ?? new Uint16Array(typed.length + 1);
    line[0] = at + 1;
    let least = at + 1;
    for (let column = 1; column <= typed.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (word[at] === typed[column - 1] ? 0 : 1);
      let cost = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, changed);
      if (this.#swaps && older && word[at] === typed[column - 2] && word[at - 1] === typed[column - 1])
        cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      line[column] = cost;
      least = Math.min(least, cost);
    }
    this.#lines[at + 1] = line;
    this.#laid = at + 1;
    return least;
  }
}
