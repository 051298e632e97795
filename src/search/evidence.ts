// What speaks for a sentence as the answer, as numbers between 0 and 1. `weights.ts` says what each is worth. What passages
// are asked too stands in files of its own: phrases, doers, contraries. The reaches and shares here and there are judgement of
// what English sentences look like; what each evidence is worth is learned.
import { lines } from './lists.ts';
import { MARK } from './marks.ts';
import type { Match } from './matching.ts';
import { covered, most, share } from './matching.ts';
import { phraseIn, runIn } from './phrases.ts';
import type { Question } from './question.ts';
import type { ReadPassage } from './read-passage.ts';

export const SENTENCE_EVIDENCE = [
  /** Share of the question's weight in the sentence. */
  'cover',
  /** The same with the sentence before at half its worth: "It said …" goes on about what stood there. */
  'context',
  /** Neighbouring words of the question that are neighbours here too. */
  'phrase',
  /** Longest run of the question's own wording. */
  'run',
  /** Something of the kind asked for (a month, a name …) beside the words of the question. */
  'wanted',
  /** Nothing of that kind. */
  'unmet',
  /** The noun asked for: "which *leaders*". */
  'focus',
  /** Covered weight by words of the sentence: a short sentence about it before a long one that mentions it. */
  'density',
  /** First sentence: paragraphs open with their subject. */
  'opening',
  /** Like `cover`, a word counting less the more sentences of the paragraph hold it: it tells this sentence from its neighbours. */
  'local',
  /** Share of the question in the first six words: what a sentence opens with is what it is about. */
  'subject',
  /** The sentence before, where this one takes it up ("It", "This", "The latter"). */
  'anaphor',
  /** What was done: "who *briefed*". */
  'act',
  /** The most telling word of the question. */
  'rarest',
  /** A number right before the noun counted: "how many *leaders*". */
  'counted',
  /** What the sentence before holds, whether or not this one takes it up by a pronoun. */
  'previous',
  /** Words that are not the question's, up to ten: an answer adds something. */
  'fresh',
  /** Small words that tell something, "must", "until", "if", "without": the question's that are here too. */
  'small',
] as const;
export type SentenceEvidence = Record<(typeof SENTENCE_EVIDENCE)[number], number>;

export interface ReadSentence {
  readonly evidence: SentenceEvidence;
  /** How much of each question term the sentence covers, 0..1. */
  readonly cover: Float32Array;
}

/** A sentence that opens with one of these goes on about the sentence before it. */
const TAKES_UP =
  /^(?:it|its|they|their|them|he|his|him|she|her|this|that|these|those|such|one|the|both|another|here|however|also)$/;
/** What the sentence before counts where this one may go on about it. */
const BEFORE_COUNTS = 0.5;
/** The subject of an English sentence stands in its first six words or so. */
const SUBJECT_WORDS = 6;
/** Density: a tenth of a sentence is a usual share for the words of a question, and below ten words it says nothing more. */
const DENSE_WORDS = 10;
/** From ten words on a sentence adds enough to be an answer. */
const FRESH_WORDS = 10;

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
  const { from, to } = read.sentences[index] ?? { from: 0, to: 0 };
  const coverOf = (start: number, end: number): Float32Array =>
    covered(match, question.terms.length, start, end);
  const of = (term: number): number => (term < 0 ? 0 : (cover[term] ?? 0));
  const before = read.sentences[index - 1] ?? { from: 0, to: 0 };
  const cover = coverOf(from, to);
  const earlier = coverOf(before.from, before.to);
  const wanted = wantedIn(question, read, match, from, to);
  const covering = share(cover, question);
  const previous = share(earlier, question);
  const evidence: SentenceEvidence = {
    cover: covering,
    context: share(most(cover, earlier, BEFORE_COUNTS), question),
    phrase: phraseIn(question, match, from, to),
    run: runIn(question, read.folded, from, to),
    wanted,
    unmet: question.wanted !== 0 && wanted === 0 ? 1 : 0,
    focus: of(question.focus),
    density: Math.min(1, (covering * DENSE_WORDS) / Math.max(DENSE_WORDS, to - from)),
    opening: index === 0 ? 1 : 0,
    local: localShare(question, cover, spread),
    subject: share(coverOf(from, Math.min(to, from + SUBJECT_WORDS)), question),
    anaphor: TAKES_UP.test(read.folded[from] ?? '') ? previous : 0,
    act: of(question.act),
    rarest: of(question.rarest),
    counted: countedIn(question, read, match, from, to),
    previous,
    small: smallIn(question, read.folded, from, to),
    fresh: Math.min(1, freshWords(read, match, from, to) / FRESH_WORDS),
  };
  return { cover, evidence };
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

/** Words of grammar that tell something: those of a line say the same. */
const SMALL = lines(`
must should ought shall need needs
until till
before
after following
if whether case
without
again
between
against
rather instead
together jointly
only just
`).map((line) => new Set(line));

/** Of the small words that tell something in the question, the share that the sentence has too; 0 where there are none. */
function smallIn({ folded }: Question, words: readonly string[], from: number, to: number): number {
  const asked = SMALL.filter((line) => folded.some((word) => line.has(word)));
  if (asked.length === 0) return 0;
  const told = words.slice(from, to);
  return asked.filter((line) => told.some((word) => line.has(word))).length / asked.length;
}

/** Words, grammar aside, that are not the question's. */
function freshWords({ terms }: ReadPassage, { at }: Match, from: number, to: number): number {
  let fresh = 0;
  for (let place = from; place < to; place += 1)
    if ((terms[place] ?? '') !== '' && (at[place] ?? -1) < 0) fresh += 1;
  return fresh;
}

/** "*30* mostly European *leaders*": two words may stand between a number and its noun. */
const COUNT_REACH = 3;

/** 1 where a number stands right before the noun counted; 0 where it does not or nothing is counted. */
function countedIn(
  { wanted, focus }: Question,
  { marks }: ReadPassage,
  { at }: Match,
  from: number,
  to: number,
): number {
  if (!(wanted & MARK.number) || focus < 0) return 0;
  for (let place = from; place < to; place += 1)
    if (at[place] === focus && bearsOwn(MARK.number, marks, at, Math.max(from, place - COUNT_REACH), place))
      return 1;
  return 0;
}

/** Whether one of the words from `from` up to `to` bears the mark and is not the question's. */
function bearsOwn(mark: number, marks: Uint32Array, at: Int16Array, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1)
    if ((marks[place] ?? 0) & mark && (at[place] ?? -1) < 0) return true;
  return false;
}

/** An event, a nameless place or somebody's role may be the answer, a date or a name is one. */
const VAGUE = MARK.event | MARK.somewhere | MARK.role;
const VAGUE_COUNTS = 0.5;

/**
 * How near a word that bears a wanted mark, and is not the question's, stands to a word of the question: 1 beside it, 0.2 far
 * from it, half of that for a vague one; 0 where there is none. Among the words from `from` up to `to`.
 */
export function wantedIn(
  { wanted }: Question,
  { marks }: ReadPassage,
  { at }: Match,
  from: number,
  to: number,
): number {
  if (wanted === 0) return 0;
  let best = 0;
  for (let place = from; place < to; place += 1) {
    const mark = (marks[place] ?? 0) & wanted;
    if (mark === 0 || (at[place] ?? -1) >= 0) continue;
    const worth = mark & ~VAGUE ? 1 : VAGUE_COUNTS;
    best = Math.max(best, nearness(at, place, from, to) * worth);
  }
  return best;
}

/** Beyond eight words, a clause or so, all is equally far … */
const FAR = 8;
const FAR_COUNTS = 0.2;
/** … and up to there each word between takes a tenth. */
const STEP_COSTS = 0.1;

function nearness(at: Int16Array, place: number, from: number, to: number): number {
  for (let step = 1; step <= FAR; step += 1) {
    const before = place - step >= from && (at[place - step] ?? -1) >= 0;
    const behind = place + step < to && (at[place + step] ?? -1) >= 0;
    if (before || behind) return 1 - (step - 1) * STEP_COSTS;
  }
  return FAR_COUNTS;
}
