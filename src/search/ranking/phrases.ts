// Whether a sentence has not only the words of a question but their order: neighbours that are neighbours, runs of its wording.

import type { Question, QuestionTerm } from '../question/question.ts';
import type { Match } from './matching.ts';

/** Neighbours of the question this many words apart here still belong together, in order … */
const NEAR = 5;
/** … and turned round, where one word less is let stand between them. */
const NEAR_TURNED = 4;
/** What such a pair counts of one that stands as asked. */
const NEAR_COUNTS = 0.5;
/** A place so far before the passage that nothing is near it. */
const NOWHERE = -1000;

/** The share, 0..1, of the question's pairs of neighbouring terms that are neighbours too among the words from `from` up to `to`. */
export function phraseIn({ terms }: Question, { at }: Match, from: number, to: number): number {
  if (terms.length < 2) return 0;
  const joined = joinsIn(terms, at, from, to);
  let sum = 0;
  let found = 0;
  for (let term = 1; term < terms.length; term += 1) {
    const weight = Math.min(terms[term]?.weight ?? 0, terms[term - 1]?.weight ?? 0);
    sum += weight;
    found += weight * (joined[term] ?? 0);
  }
  return sum === 0 ? 0 : found / sum;
}

/** For each term how well it is joined to the term before it, 0..1. */
function joinsIn(terms: readonly QuestionTerm[], at: Int16Array, from: number, to: number): Float32Array {
  const last = new Int32Array(terms.length).fill(NOWHERE);
  const joined = new Float32Array(terms.length);
  for (let place = from; place < to; place += 1) {
    const term = at[place] ?? -1;
    if (term < 0) continue;
    if (term > 0) {
      const apart = place - (last[term - 1] ?? NOWHERE);
      joined[term] = Math.max(joined[term] ?? 0, joinOf(apart, apartAsked(terms, term)));
    }
    if (term + 1 < terms.length && place - (last[term + 1] ?? NOWHERE) <= NEAR_TURNED)
      joined[term + 1] = Math.max(joined[term + 1] ?? 0, NEAR_COUNTS);
    last[term] = place;
  }
  return joined;
}

function apartAsked(terms: readonly QuestionTerm[], term: number): number {
  return (terms[term]?.position ?? 0) - (terms[term - 1]?.position ?? 0);
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
  let above = new Uint8Array(folded.length + 1);
  for (let place = from; place < to; place += 1) {
    const line = new Uint8Array(folded.length + 1);
    for (let column = 0; column < folded.length; column += 1)
      if (folded[column] === text[place]) {
        const length = (above[column] ?? 0) + 1;
        line[column + 1] = length;
        if (length > longest) longest = length;
      }
    above = line;
  }
  return longest < 2 ? 0 : Math.min(LONGEST_RUN, longest) / LONGEST_RUN;
}
