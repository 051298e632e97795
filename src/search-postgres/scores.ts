// BM25+ over the rows of a question's terms, as MiniSearch weighs them in memory: so both engines put the same passages first.
import { type Candidate, type Only, rarityOf } from '../search/ranking/candidates.ts';

/** Where a term stands: `times[at]` times in the passage at `places[at]`. */
export interface TermList {
  readonly places: Uint32Array;
  readonly times: Uint16Array;
}

/** A term as it is looked for: in how many passages it stands, how much it counts, and its rows. */
export interface WeighedTerm {
  readonly passages: number;
  readonly counts: number;
  readonly lists: readonly TermList[];
}

/** MiniSearch's own (its `defaultBM25params`). */
const K = 1.2;
const B = 0.7;
const D = 0.5;

/** Adds up what the terms of one question bring each passage; made once, since it is as long as the list. */
export class Scores {
  readonly #lengths: Uint16Array;
  readonly #usual: number;
  readonly #sums: Float64Array;
  readonly #terms: Uint16Array;

  constructor(lengths: Uint16Array) {
    this.#lengths = lengths;
    this.#usual = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
    this.#sums = new Float64Array(lengths.length);
    this.#terms = new Uint16Array(lengths.length);
  }

  /** The best `most`, best first; of equal ones the first of the list. */
  best(terms: readonly WeighedTerm[], most: number, only?: Only): Candidate[] {
    this.#sums.fill(0);
    this.#terms.fill(0);
    for (const term of terms) for (const list of term.lists) this.#add(term, list);
    const kept = new Kept(most);
    for (let place = 0; place < this.#terms.length; place += 1) {
      const held = this.#terms[place] ?? 0;
      // Who holds more of the question's terms comes before who holds one of them often.
      const score = held * (this.#sums[place] ?? 0);
      if (held > 0 && score > kept.least && (!only || only(place))) kept.offer({ index: place, score });
    }
    return kept.sorted();
  }

  #add({ passages, counts }: WeighedTerm, { places, times }: TermList): void {
    const weight = counts * rarityOf(passages, this.#lengths.length);
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      const often = times[at] ?? 0;
      const long = K * (1 - B + (B * (this.#lengths[place] ?? 0)) / this.#usual);
      this.#sums[place] = (this.#sums[place] ?? 0) + weight * (D + (often * (K + 1)) / (often + long));
      this.#terms[place] = (this.#terms[place] ?? 0) + 1;
    }
  }
}

/** The highest of what is offered in the order of the list. */
class Kept {
  readonly #most: number;
  #kept: Candidate[] = [];
  least = 0;

  constructor(most: number) {
    this.#most = most;
  }

  offer(candidate: Candidate): void {
    this.#kept.push(candidate);
    // Sorted only now and then.
    if (this.#kept.length >= 4 * this.#most) this.#trim();
  }

  sorted(): Candidate[] {
    this.#trim();
    return this.#kept;
  }

  #trim(): void {
    this.#kept = this.#kept.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, this.#most);
    if (this.#kept.length === this.#most) this.least = this.#kept.at(-1)?.score ?? this.least;
  }
}
