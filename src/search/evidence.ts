// What speaks for a sentence and for a passage as the answer, as numbers between 0 and 1. `weights.ts` says what each is worth.
import { OPPOSITES } from './lexicon.ts';
import { MARK } from './marks.ts';
import type { Match } from './matching.ts';
import { covered, most, share } from './matching.ts';
import type { Question } from './question.ts';
import type { ReadPassage } from './read-passage.ts';
import { termOf } from './stem.ts';

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
] as const;
export type SentenceEvidence = Record<(typeof SENTENCE_EVIDENCE)[number], number>;

export interface ReadSentence {
  readonly evidence: SentenceEvidence;
  readonly cover: Float32Array;
}

/** A sentence that opens with one of these goes on about the sentence before it. */
const TAKES_UP =
  /^(?:it|its|they|their|them|he|his|him|she|her|this|that|these|those|such|one|the|both|another|here|however|also)$/;

/** For each term of the question the number of the passage's sentences that hold it. */
export function spreadOf(match: Match, terms: number, { sentences }: ReadPassage): Uint16Array {
  const spread = new Uint16Array(terms);
  for (const { from, to } of sentences)
    covered(match, terms, from, to).forEach((value, term) => {
      if (value > 0) spread[term] = (spread[term] ?? 0) + 1;
    });
  return spread;
}

export function readSentence(
  question: Question,
  read: ReadPassage,
  match: Match,
  index: number,
  spread: Uint16Array,
): ReadSentence {
  const { from, to } = read.sentences[index] ?? { from: 0, to: 0 };
  const before = read.sentences[index - 1];
  const cover = covered(match, question.terms.length, from, to);
  const earlier = before
    ? covered(match, question.terms.length, before.from, before.to)
    : new Float32Array(cover.length);
  const wanted = wantedIn(question, read, match, from, to);
  const covering = share(cover, question);
  return {
    cover,
    evidence: {
      cover: covering,
      context: share(most(cover, earlier, 0.5), question),
      phrase: phraseIn(question, match, from, to),
      run: runIn(question, read.folded, from, to),
      wanted,
      unmet: question.wanted !== 0 && wanted === 0 ? 1 : 0,
      focus: question.focus >= 0 ? (cover[question.focus] ?? 0) : 0,
      density: Math.min(1, (covering * 10) / Math.max(10, to - from)),
      opening: index === 0 ? 1 : 0,
      local: localShare(question, cover, spread),
      subject: share(covered(match, question.terms.length, from, Math.min(to, from + 6)), question),
      anaphor: TAKES_UP.test(read.folded[from] ?? '') ? share(earlier, question) : 0,
      act: question.act >= 0 ? (cover[question.act] ?? 0) : 0,
      rarest: question.rarest >= 0 ? (cover[question.rarest] ?? 0) : 0,
      counted: countedIn(question, read, match, from, to),
      previous: share(earlier, question),
      fresh: Math.min(
        1,
        read.terms.slice(from, to).filter((term, at) => term !== '' && (match.at[from + at] ?? -1) < 0)
          .length / 10,
      ),
    },
  };
}

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

function countedIn(
  { wanted, focus }: Question,
  { marks }: ReadPassage,
  { at }: Match,
  from: number,
  to: number,
): number {
  if (!(wanted & MARK.number) || focus < 0) return 0;
  for (let place = from; place < to; place += 1)
    if ((at[place] ?? -1) === focus)
      for (let step = 1; step <= 3 && place - step >= from; step += 1)
        if ((marks[place - step] ?? 0) & MARK.number && (at[place - step] ?? -1) < 0) return 1;
  return 0;
}

/**
 * Whether the doer does the act: the act's word with the doer in the ten words before it, or right behind it ("said Meloni"),
 * no other name standing nearer. 1 it does, 0 it does not or the act is missing.
 */
export function doneBy(
  { act, doer }: Question,
  { marks }: ReadPassage,
  { at }: Match,
  from: number,
  to: number,
): number {
  for (let place = from; place < to; place += 1) {
    if (at[place] !== act) continue;
    for (let step = 1; step <= 3 && place + step < to; step += 1)
      if (doer.includes(at[place + step] ?? -1)) return 1;
    for (let step = 1; step <= 10 && place - step >= from; step += 1) {
      if (doer.includes(at[place - step] ?? -1)) return 1;
      if ((marks[place - step] ?? 0) & MARK.name) break;
    }
  }
  return 0;
}

/** 0 where no word bears a wanted mark; else from 0.2 (far) to 1 (beside a word of the question). */
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
    if ((at[place] ?? -1) >= 0 || mark === 0) continue;
    // An event or a nameless place may be the answer, a date or a named place is one.
    const worth = mark & ~(MARK.event | MARK.somewhere | MARK.role) ? 1 : 0.5;
    let near = 0.2;
    for (let step = 1; step <= 8; step += 1)
      if (
        (place - step >= from && (at[place - step] ?? -1) >= 0) ||
        (place + step < to && (at[place + step] ?? -1) >= 0)
      ) {
        near = 1 - (step - 1) * 0.1;
        break;
      }
    best = Math.max(best, near * worth);
  }
  return best;
}

export function phraseIn({ terms }: Question, { at }: Match, from: number, to: number): number {
  if (terms.length < 2) return 0;
  const last = new Int32Array(terms.length).fill(-1000);
  const joined = new Float32Array(terms.length);
  for (let place = from; place < to; place += 1) {
    const term = at[place] ?? -1;
    if (term < 0) continue;
    // In order and as near as in the question counts in full, turned round or a few words apart counts half.
    const reach = term > 0 ? (terms[term]?.position ?? 0) - (terms[term - 1]?.position ?? 0) + 1 : 0;
    if (term > 0 && place - (last[term - 1] ?? -1000) <= reach) joined[term] = 1;
    else if (term > 0 && place - (last[term - 1] ?? -1000) <= 5)
      joined[term] = Math.max(joined[term] ?? 0, 0.5);
    if (term + 1 < terms.length && place - (last[term + 1] ?? -1000) <= 4)
      joined[term + 1] = Math.max(joined[term + 1] ?? 0, 0.5);
    last[term] = place;
  }
  let sum = 0;
  let found = 0;
  for (let term = 1; term < terms.length; term += 1) {
    const weight = Math.min(terms[term]?.weight ?? 0, terms[term - 1]?.weight ?? 0);
    sum += weight;
    found += weight * (joined[term] ?? 0);
  }
  return sum === 0 ? 0 : found / sum;
}

/** Words of the longest common run, up to eight, as a share of eight: longer runs are quotations, and equally sure. */
function runIn({ folded }: Question, text: readonly string[], from: number, to: number): number {
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
  return longest < 2 ? 0 : Math.min(8, longest) / 8;
}

const opposites = ((): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const add = (a: string, b: string): void => {
    found.set(termOf(a), (found.get(termOf(a)) ?? new Set()).add(termOf(b)));
  };
  for (const [a = '', b = ''] of OPPOSITES) {
    add(a, b);
    add(b, a);
  }
  return found;
})();

/** The opposite of a word of the question stands there and the word itself does not. */
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
    if (!against || found.has(term)) return false;
    const index = question.terms.findIndex((each) => each.term === term);
    if (index >= 0 && (cover[index] ?? 0) > 0) return false;
    for (const each of against) if (found.has(each)) return true;
    return false;
  });
}

export function negatedIn({ marks }: ReadPassage, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) if ((marks[place] ?? 0) & MARK.negation) return true;
  return false;
}
