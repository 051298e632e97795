// Whether somebody does in a passage what the question says he does: "What did *Merz answer*?" wants his answer, no one else's.
import { list } from './lists.ts';
import { MARK } from './marks.ts';
import type { Match } from './matching.ts';
import type { Question } from './question.ts';
import type { QuestionTerm } from './question-terms.ts';
import { BREAK, type ReadPassage } from './read-passage.ts';
import { termOf } from './stem.ts';
import { words } from './words.ts';

/** "said Prime Minister Meloni": the doer stands right behind the act, his office between. */
const BEHIND = 3;
/** "Merz, who had arrived late with two aides, said": a clause fits between doer and act. */
const BEFORE = 10;
/** "with the Ukrainian president Volodymyr Zelenskyy": so many words of a name stand between it and its preposition. */
const NAME_LENGTH = 5;
/** Behind these stands somebody to whom or with whom something is done, and not who does it. */
const GOVERNS: ReadonlySet<string> = new Set(
  list(
    'with to of from by for on at in than between against about into including via under over toward towards like',
  ),
);
const DETERMINERS: ReadonlySet<string> = new Set(list('the a an his her its their our other and'));

/**
 * Whether the doer does the act among the words from `from` up to `to`: the act's word with the doer in the ten words before
 * it, or right behind it ("said Meloni"), no other name standing nearer. 1 he does, 0 he does not or the act is not there.
 * For questions with an act only: with −1 every word that is not the question's would pass for it.
 */
export function doneBy(
  { act, doer, terms }: Question,
  read: ReadPassage,
  { at }: Match,
  from: number,
  to: number,
): number {
  const many = doer.some((term) => isMany(terms[term]));
  for (let place = from; place < to; place += 1) {
    if (at[place] !== act) continue;
    // "*We* are determined to keep Ukraine strong": those who say so together are the many who are asked about.
    if (many && read.folded.slice(Math.max(from, place - BEFORE), place).includes('we')) return 1;
    if (standsBehind(doer, at, read, place, to) || standsBefore(doer, at, read, place, from)) return 1;
    if (standsInList(doer, at, read, place, to)) return 1;
  }
  return 0;
}

const MANY: ReadonlySet<string> = new Set(
  list('leaders europeans europe countries allies signatories governments partners states nations eu union'),
);

/** "the European leaders": somebody who may say "we". */
export function isMany(term: QuestionTerm | undefined): boolean {
  return words(term?.typed ?? '').some(({ folded }) => MANY.has(folded));
}

/** Only these stand before who does it; behind any other verb stands whom it is done to: "ruled out *Ukraine* joining". */
const INVERTED: ReadonlySet<string> = new Set(
  list(
    'say add note explain warn ask reply answer declare announce insist argue conclude write state confirm',
  ).map(termOf),
);

/** "raised by Trump"; "agreed with Putin", which he then did too. */
const DONE_BY_OR_WITH = /^(?:by|with)$/;

/** Whether a doer stands right behind the word at `act` ("said Meloni", "raised by Trump"), before the word `to`. */
export function standsBehind(
  doer: readonly number[],
  at: Int16Array,
  read: ReadPassage,
  act: number,
  to: number,
): boolean {
  if (!INVERTED.has(read.terms[act] ?? '') && !DONE_BY_OR_WITH.test(read.folded[act + 1] ?? '')) return false;
  const end = Math.min(to, act + BEHIND + 1);
  for (let place = act + 1; place < end; place += 1) if (doer.includes(at[place] ?? -1)) return true;
  return false;
}

/** "signed by Tusk, Stubb and Costa – …", "a summit in Alaska between …": each of those named behind it does it, up to a dash. */
const DONE_BY = /^(?:by|between)$/;
const LIST_OPENS = 4;
const LIST = 30;

function standsInList(
  doer: readonly number[],
  at: Int16Array,
  { breaks, folded }: ReadPassage,
  act: number,
  to: number,
): boolean {
  const opens = folded
    .slice(act + 1, Math.min(to, act + 1 + LIST_OPENS))
    .findIndex((word) => DONE_BY.test(word));
  if (opens < 0) return false;
  const from = act + 2 + opens;
  for (let place = from; place < Math.min(to, from + LIST); place += 1) {
    if (breaks[place] === BREAK.dash) return false;
    if (doer.includes(at[place] ?? -1)) return true;
  }
  return false;
}

/**
 * Whether a doer stands in the ten words before the word at `act`, from `from` on, no other name nearer. Names behind a
 * preposition ("talks with *Putin*") neither do anything nor stand between.
 */
export function standsBefore(
  doer: readonly number[],
  at: Int16Array,
  read: ReadPassage,
  act: number,
  from: number,
): boolean {
  let steps = 0;
  // "voiced this … and then repeated it": who did the first did the second.
  if (isJoined(read, act, from)) return isNamed(doer, at, from, act);
  for (let place = act - 1; place >= from && steps < BEFORE; place -= 1) {
    steps += 1;
    if (read.breaks[place + 1] === BREAK.dash) place = beforeAside(read, place, from);
    // "Meloni …, which she has been pushing": she is whoever the sentence is about.
    if (PRONOUN.test(read.folded[place] ?? '')) return isNamed(doer, at, from, place + 1);
    const isDoer = doer.includes(at[place] ?? -1);
    if (!isDoer && !((read.marks[place] ?? 0) & MARK.name)) continue;
    if (!isGoverned(read, place, from)) return isDoer;
  }
  return false;
}

/** Whether the act goes on with what the sentence said before: "and repeated", "and then repeated". */
function isJoined({ folded }: ReadPassage, act: number, from: number): boolean {
  const before = folded[act - 1] === 'then' || folded[act - 1] === 'also' ? act - 2 : act - 1;
  return before > from && (folded[before] === 'and' || (before < act - 1 && folded[before] === 'but'));
}

const PRONOUN = /^(?:he|she|they|we)$/;

function isNamed(doer: readonly number[], at: Int16Array, from: number, to: number): boolean {
  return at.subarray(from, to).some((term) => doer.includes(term));
}

/** The word before the dash that opens the aside which ends at `place`; `place` itself where none does. */
function beforeAside({ breaks }: ReadPassage, place: number, from: number): number {
  for (let before = place; before > from; before -= 1) if (breaks[before] === BREAK.dash) return before - 1;
  return place;
}

/** Whether the name that ends at `place` stands behind a preposition. */
export function isGoverned({ folded, marks, breaks }: ReadPassage, place: number, from: number): boolean {
  for (let before = place - 1; before >= Math.max(from, place - NAME_LENGTH); before -= 1) {
    if (breaks[before + 1] !== BREAK.none) return false;
    const word = folded[before] ?? '';
    if (GOVERNS.has(word)) return true;
    const ofName = ((marks[before] ?? 0) & (MARK.name | MARK.role | MARK.people)) !== 0;
    if (!ofName && !DETERMINERS.has(word)) return false;
  }
  return false;
}
