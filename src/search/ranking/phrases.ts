// Whether a sentence has not only the words of a question but their order: neighbours that are neighbours, runs of its wording.

import type { Question, QuestionTerm } from '../question/question.ts';
import { type Match, termAt } from './matching.ts';

/** Neighbours of the question this many words apart here still belong together, in order … */
const NEAR = 5;
/** … and turned round, where one word less is let stand between them. */
const NEAR_TURNED = 4;
/** What such a pair counts of one that stands as asked. */
const NEAR_COUNTS = 0.5;
/** A place so far before the passage that nothing is near it. */
const NOWHERE = -1000;

/** The share, 0..1, of the question's pairs of neighbouring terms that are neighbours in the passage too. */
export function phraseIn({ terms }: Question, match: Match): number {
  const joined = joinsIn(terms, match);
  let sum = 0;
  let found = 0;
  for (const [before, term, at] of pairsOf(terms)) {
    const weight = Math.min(before.weight, term.weight);
    sum += weight;
    found += weight * (joined[at] ?? 0);
  }
  return sum === 0 ? 0 : found / sum;
}

/** Each term but the first, the one before it, and its index. */
function pairsOf(
  terms: readonly QuestionTerm[],
): (readonly [before: QuestionTerm, term: QuestionTerm, at: number])[] {
  return terms.flatMap((term, at) => {
    const before = terms[at - 1];
    return before ? [[before, term, at] as const] : [];
  });
}

/** For each term how well it is joined to the term before it, 0..1. */
function joinsIn(terms: readonly QuestionTerm[], match: Match): Float32Array {
  const asked = new Map(pairsOf(terms).map(([before, term, at]) => [at, term.position - before.position]));
  const last = new Int32Array(terms.length).fill(NOWHERE);
  const joined = new Float32Array(terms.length);
  const join = (term: number, worth: number): void => {
    joined[term] = Math.max(joined[term] ?? 0, worth);
  };
  for (let place = 0; place < match.at.length; place += 1) {
    const term = termAt(match, place);
    if (term < 0) continue;
    const apart = (other: number): number => place - (last[other] ?? NOWHERE);
    join(term, joinOf(apart(term - 1), asked.get(term) ?? 0));
    if (apart(term + 1) <= NEAR_TURNED) join(term + 1, NEAR_COUNTS);
    last[term] = place;
  }
  return joined;
}

/** In order and as near as in the question, give or take one word, counts in full; a few words apart counts half. */
function joinOf(apart: number, asked: number): number {
  if (apart <= asked + 1) return 1;
  return apart <= NEAR ? NEAR_COUNTS : 0;
}

/** Longer runs are quotations, and equally sure. */
const LONGEST_RUN = 8;

/**
 * Words of the longest run that the question and the words of `text` from `from` up to `to` share, up to eight, as a share of
 * eight; 0 for a single word. Both are folded.
 */
export function runIn({ folded }: Question, text: readonly string[], from: number, to: number): number {
  let longest = 0;
  let above = new Uint8Array();
  for (let place = from; place < to; place += 1) {
    const line = new Uint8Array(folded.length + 1);
    for (let column = 0; column < folded.length; column += 1)
      if (folded[column] === text[place]) {
        const length = (above[column] ?? 0) + 1;
        line[column + 1] = length;
        longest = Math.max(longest, length);
      }
    above = line;
  }
  return longest < 2 ? 0 : Math.min(LONGEST_RUN, longest) / LONGEST_RUN;
}
