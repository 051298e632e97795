// BM25+ over the rows of a question's terms, as MiniSearch weighs its maps: so what either engine finds is what MiniSearch itself would.
import type { Numbers } from '../../corpus/text/rows.ts';
import { Best } from './best.ts';
import { type Candidate, type Only, rarityOf } from './candidates.ts';

/** Where a term stands: `times[at]` times in the passage at `places[at]`. */
export interface TermList {
  readonly places: ArrayLike<number>;
  readonly times: ArrayLike<number>;
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

/** Where sums are made: there is one question at a time, and all lists share it. */
let sums = new Float64Array(0);
let held = new Uint16Array(0);

function cleared(size: number): void {
  if (sums.length < size) [sums, held] = [new Float64Array(size), new Uint16Array(size)];
  sums.fill(0, 0, size);
  held.fill(0, 0, size);
}

/** Adds up what the terms of a question bring each passage of a list; `lengths` tells how many different terms each has. */
export class Scores {
  readonly #lengths: Numbers;
  readonly #usual: number;

  constructor(lengths: Numbers) {
    this.#lengths = lengths;
    let sum = 0;
    for (const length of lengths) sum += length;
    this.#usual = sum / (lengths.length || 1);
  }

  /** The best `most`, best first; of equal ones the first of the list. */
  best(terms: readonly WeighedTerm[], most: number, only?: Only): Candidate[] {
    cleared(this.#lengths.length);
    for (const term of terms) for (const list of term.lists) this.#add(term, list);
    const best = new Best(most);
    for (let place = 0; place < this.#lengths.length; place += 1) {
      const holds = held[place] ?? 0;
      // Who holds more of the question's terms comes before who holds one of them often.
      const score = holds * (sums[place] ?? 0);
      if (holds > 0 && score > best.least && (!only || only(place))) best.offer(place, score);
    }
    return best.sorted().map(({ index, value }) => ({ index, score: value }));
  }

  #add({ passages, counts }: WeighedTerm, { places, times }: TermList): void {
    const weight = counts * rarityOf(passages, this.#lengths.length);
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] ?? 0;
      const often = times[at] ?? 0;
      const long = K * (1 - B + (B * (this.#lengths[place] ?? 0)) / this.#usual);
      sums[place] = (sums[place] ?? 0) + weight * (D + (often * (K + 1)) / (often + long));
      held[place] = (held[place] ?? 0) + 1;
    }
  }
}
