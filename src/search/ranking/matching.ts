// A question laid over a passage: which word of the passage stands for which word of the question, and how much of it.

import type { Question } from '../question/question.ts';
import type { ReadPassage } from '../text/read-passage.ts';

export interface Match {
  /** For each word of the passage the index of the question's term it stands for, −1 for none. */
  readonly at: Int16Array;
  /** How much of that term it counts, 0..1. */
  readonly counts: Float32Array;
}

/** Passage term → [question term, count]; made once a question, used for every candidate. */
export type Wanted = ReadonlyMap<string, readonly [number, number]>;

export function wantedTerms({ terms }: Question): Wanted {
  const wanted = new Map<string, readonly [number, number]>();
  terms.forEach(({ standIns }, index) => {
    for (const [term, count] of standIns)
      if (count > (wanted.get(term)?.[1] ?? 0)) wanted.set(term, [index, count]);
  });
  return wanted;
}

export function layOver(wanted: Wanted, { terms, aliases }: ReadPassage): Match {
  const at = new Int16Array(terms.length).fill(-1);
  const counts = new Float32Array(terms.length);
  const put = (place: number, term: string): void => {
    const hit = wanted.get(term);
    if (!hit || hit[1] <= (counts[place] ?? 0)) return;
    at[place] = hit[0];
    counts[place] = hit[1];
  };
  terms.forEach((term, place) => {
    if (term) put(place, term);
  });
  for (const [place, groups] of aliases) for (const term of groups) put(place, term);
  return { at, counts };
}

/** The index of the question's term that a word of the passage stands for, −1 for none. */
export function termAt({ at }: Match, place: number): number {
  return at[place] ?? -1;
}

/** How much of each question term is found among the words from `from` up to `to`. */
export function covered(match: Match, terms: number, from: number, to: number): Float32Array {
  const most = new Float32Array(terms);
  for (let place = from; place < to; place += 1) {
    const term = termAt(match, place);
    if (term >= 0 && (match.counts[place] ?? 0) > (most[term] ?? 0)) most[term] = match.counts[place] ?? 0;
  }
  return most;
}

/** The covered share of the question's weight, 0..1. */
export function share(
  cover: Float32Array,
  question: Question,
  only: (index: number) => boolean = () => true,
): number {
  let sum = 0;
  let found = 0;
  question.terms.forEach(({ weight }, index) => {
    if (!only(index)) return;
    sum += weight;
    found += weight * (cover[index] ?? 0);
  });
  return sum === 0 ? 0 : found / sum;
}

export function most(a: Float32Array, b: Float32Array, ofB = 1): Float32Array {
  return a.map((value, index) => Math.max(value, ofB * (b[index] ?? 0)));
}
