// Whether a sentence says the contrary of what a question asks, in its very words: opposites and negations.

import { MARK } from './marks.ts';
import { OPPOSITES } from './opposites.ts';
import type { Question } from './question.ts';
import type { ReadPassage } from './read-passage.ts';
import { termOf } from './stem.ts';

/** Term → the terms opposed to it, both ways. */
const opposites = ((): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const add = (a: string, b: string): void => {
    found.set(termOf(a), (found.get(termOf(a)) ?? new Set()).add(termOf(b)));
  };
  for (const line of OPPOSITES)
    for (const one of line) for (const other of line) if (other !== one) add(one, other);
  return found;
})();

/**
 * Whether the opposite of a word of the question stands among the words of `folded` from `from` up to `to` while the word
 * itself, or what stands in for it, does not. `cover` tells how much of each question term these words cover, 0..1.
 */
export function opposed(
  question: Question,
  folded: readonly string[],
  cover: Float32Array,
  from: number,
  to: number,
): boolean {
  const found = new Set<string>();
  for (let place = from; place < to; place += 1) found.add(termOf(folded[place] ?? ''));
  return question.folded.some((word) => {
    const term = termOf(word);
    const against = opposites.get(term);
    if (!against || found.has(term) || isCovered(question, term, cover)) return false;
    for (const each of against) if (found.has(each)) return true;
    return false;
  });
}

function isCovered({ terms }: Question, term: string, cover: Float32Array): boolean {
  const index = terms.findIndex((each) => each.term === term);
  return index >= 0 && (cover[index] ?? 0) > 0;
}

/** Whether one of the words from `from` up to `to` negates. */
export function negatedIn({ marks }: ReadPassage, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) if ((marks[place] ?? 0) & MARK.negation) return true;
  return false;
}
