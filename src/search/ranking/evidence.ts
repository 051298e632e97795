// What speaks for a sentence as the answer, as numbers between 0 and 1. `weights.ts` says what each is worth. The reaches and
// shares here are judgement of what English sentences look like; what each evidence is worth is learned.

import type { Question } from '../question/question.ts';
import { MARK } from '../text/marks.ts';
import type { ReadPassage } from '../text/read-passage.ts';
import type { Match } from './matching.ts';
import { covered, most, share, termAt } from './matching.ts';
import { runIn } from './phrases.ts';

/** Each of these tells the right sentence; a dozen more that were tried tell it no better together. */
export const SENTENCE_EVIDENCE = [
  /** Share of the question's weight in the sentence, with the sentence before at half its worth: "It said …" goes on about that. */
  'context',
  /** Longest run of the question's own wording. */
  'run',
  /** Nothing of the kind asked for (a month, a name …). */
  'unmet',
  /** The noun asked for: "which *leaders*". */
  'focus',
  /** The share in the sentence alone, a word counting less the more sentences of the paragraph hold it: it tells this sentence from its neighbours. */
  'local',
] as const;
export type SentenceEvidence = Record<(typeof SENTENCE_EVIDENCE)[number], number>;

export interface ReadSentence {
  readonly evidence: SentenceEvidence;
  /** How near something of the kind asked for stands to the words of the question, see `wantedIn`. */
  readonly wanted: number;
  /** How much of each question term the sentence covers, 0..1. */
  readonly cover: Float32Array;
}

const NO_WORDS = { from: 0, to: 0 } as const;

/** What the sentence before counts where this one may go on about it. */
const BEFORE_COUNTS = 0.5;

/** For each term of the question (`terms` is their number) the number of the passage's sentences that hold it. */
export function spreadOf(match: Match, terms: number, { sentences }: ReadPassage): Uint16Array {
  const spread = new Uint16Array(terms);
  for (const { from, to } of sentences)
    covered(match, terms, from, to).forEach((value, term) => {
      if (value > 0) spread[term] = (spread[term] ?? 0) + 1;
    });
  return spread;
}

/**
 * The evidence for sentence `index` of a passage on which the question is laid (`match`); `spread` is `spreadOf` that passage.
 * A passage without that sentence has no words there, so that nothing speaks for it.
 */
export function readSentence(
  question: Question,
  read: ReadPassage,
  match: Match,
  index: number,
  spread: Uint16Array,
): ReadSentence {
  const { from, to } = read.sentences[index] ?? NO_WORDS;
  const before = read.sentences[index - 1] ?? NO_WORDS;
  const cover = covered(match, question.terms.length, from, to);
  const earlier = covered(match, question.terms.length, before.from, before.to);
  const wanted = wantedIn(question, read, match, from, to);
  const evidence: SentenceEvidence = {
    context: share(most(cover, earlier, BEFORE_COUNTS), question),
    run: runIn(question, read.folded, from, to),
    unmet: question.wanted !== 0 && wanted === 0 ? 1 : 0,
    focus: question.focus < 0 ? 0 : (cover[question.focus] ?? 0),
    local: localShare(question, cover, spread),
  };
  return { evidence, wanted, cover };
}

/** The covered share of the question's weight, the weight of a term being shared by the sentences that hold it. */
function localShare({ terms }: Question, cover: Float32Array, spread: Uint16Array): number {
  let sum = 0;
  let found = 0;
  terms.forEach(({ weight }, term) => {
    const held = spread[term] ?? 0;
    if (held === 0) return;
    sum += weight / held;
    found += (weight * (cover[term] ?? 0)) / held;
  });
  return sum === 0 ? 0 : found / sum;
}

/** An event, a nameless place or somebody's role may be the answer, a date or a name is one. */
const VAGUE = MARK.event | MARK.somewhere | MARK.role;
const VAGUE_COUNTS = 0.5;

/**
 * How near a word that bears a wanted mark, and is not the question's, stands to a word of the question: 1 beside it, 0.2 far
 * from it, half of that for a vague one; 0 where there is none. Among the words from `from` up to `to`.
 */
function wantedIn(
  { wanted }: Question,
  { marks }: ReadPassage,
  match: Match,
  from: number,
  to: number,
): number {
  let best = 0;
  for (let place = from; place < to; place += 1) {
    const mark = (marks[place] ?? 0) & wanted;
    if (mark === 0 || termAt(match, place) >= 0) continue;
    const worth = mark & ~VAGUE ? 1 : VAGUE_COUNTS;
    best = Math.max(best, nearness(match, place, from, to) * worth);
  }
  return best;
}

/** Beyond eight words, a clause or so, all is equally far … */
const FAR = 8;
const FAR_COUNTS = 0.2;
/** … and up to there each word between takes a tenth. */
const STEP_COSTS = 0.1;

function nearness(match: Match, place: number, from: number, to: number): number {
  for (let step = 1; step <= FAR; step += 1) {
    const before = place - step >= from && termAt(match, place - step) >= 0;
    const behind = place + step < to && termAt(match, place + step) >= 0;
    if (before || behind) return 1 - (step - 1) * STEP_COSTS;
  }
  return FAR_COUNTS;
}
