// Whether what a question asks about took place in a sentence as the question has it: done by somebody, not by the one it was
// done to, in fact and not only "if" or "would", and to come where it is to come.
import { doneBy, isGoverned } from './doers.ts';
import { VERB_FORMS } from './inflections.ts';
import { list } from './lists.ts';
import { MARK } from './marks.ts';
import type { Stretch } from './matching.ts';
import type { Question } from './question.ts';

export const ROLE_EVIDENCE = [
  /** "Who attacked …?", and nobody stands where the one who did it would. */
  'agentless',
  /** The one it was done to in the question does it here: "Who briefed Trump?", and Trump briefed them. */
  'reversed',
  /** Asked as a fact, told under "if", "would", "must" … */
  'unreal',
  /** Asked about what is to come, and the sentence speaks of nothing to come. */
  'notToCome',
  /** "Did Merz speak …?", and it is not Merz who speaks. */
  'otherDoer',
  /** "When did Merz speak …?", the same. */
  'otherDid',
] as const;
export type RoleEvidence = Record<(typeof ROLE_EVIDENCE)[number], number>;

const set = (text: string): ReadonlySet<string> => new Set(list(text));
const FACT = set('did was were has have had');
const UNREAL = set('if would could should might may must unless case whether will shall any');
const TO_COME = set(
  'will would must shall next plan plans planned ready going until continue future should could may might towards toward tomorrow soon coming upcoming',
);
/** "Did …", "Has …": a deed is asked about, and not what somebody wants or what something is. */
const ASKS_DEED = set('did has have had will');
/** Verbs that say little without their object: "take part", "make a proposal". */
const WEAK = set('take make go come get give put want think back join have');
const PRONOUNS = set('he she they it we i who which that you');
/** The one who does it stands in the six words before the act or so; what makes it unreal as well. */
const BEFORE = 6;
const UNREAL_BEFORE = 8;
/** "said Prime Minister Meloni", "by the German chancellor". */
const BEHIND = 3;
const SOMEBODY = MARK.name | MARK.role | MARK.people;

/** The evidence, 0 or 1 each. */
export function rolesOf(question: Question, sentence: Stretch): RoleEvidence {
  const { act, doer, folded, kind } = question;
  const acts = placesOf(act, sentence);
  const is = (yes: boolean): number => (yes ? 1 : 0);
  const all = (holds: (place: number) => boolean): number => is(acts.length > 0 && acts.every(holds));
  const asksDoer = kind === 'person' && act >= 0 && doer.length === 0;
  const asFact = isFact(question);
  return {
    agentless: asksDoer ? all((place) => !hasAgent(sentence, place)) : 0,
    reversed: asksDoer && !isPassive(question) ? all((place) => isReversed(question, sentence, place)) : 0,
    unreal: asFact ? all((place) => isUnreal(sentence, place)) : 0,
    notToCome: is(folded.includes('will') && !some(sentence, (word) => TO_COME.has(word))),
    otherDoer: is(
      kind === 'whether' &&
        ASKS_DEED.has(folded[0] ?? '') &&
        asksDeed(question) &&
        !isDone(question, sentence),
    ),
    otherDid: is(kind !== 'whether' && asksDeed(question) && acts.length > 0 && !isDone(question, sentence)),
  };
}

function placesOf(term: number, { match, from, to }: Stretch): number[] {
  const places: number[] = [];
  if (term >= 0)
    for (let place = from; place < to; place += 1) if (match.at[place] === term) places.push(place);
  return places;
}

function some({ read, from, to }: Stretch, holds: (word: string) => boolean): boolean {
  return read.folded.slice(from, to).some(holds);
}

/** "Did Merz call …?", "What has Macron said …?": somebody is said to have done something, and not only to want it. */
function asksDeed({ act, doer, folded, terms }: Question): boolean {
  return (
    act >= 0 &&
    doer.length > 0 &&
    folded.some((word) => ASKS_DEED.has(word)) &&
    !WEAK.has(folded[terms[act]?.position ?? -1] ?? '')
  );
}

function isDone(question: Question, { read, match, from, to }: Stretch): boolean {
  return doneBy(question, read, match, from, to) === 1;
}

/** "did", "was" … or, where the doer is asked for, the past form itself. */
function isFact({ folded, terms, act }: Question): boolean {
  if (folded.some((word) => UNREAL.has(word))) return false;
  const told = terms[act];
  const form = told === undefined ? '' : (folded[told.position] ?? '');
  return folded.some((word) => FACT.has(word)) || form.endsWith('ed') || VERB_FORMS.has(form);
}

/** Somebody who is not of the question stands before the act, or right behind it. */
function hasAgent({ read, match, from, to }: Stretch, act: number): boolean {
  const stands = (place: number): boolean =>
    (match.at[place] ?? -1) < 0 &&
    (((read.marks[place] ?? 0) & SOMEBODY) !== 0 || PRONOUNS.has(read.folded[place] ?? ''));
  for (let place = Math.max(from, act - BEFORE); place < Math.min(to, act + BEHIND + 1); place += 1)
    if (place !== act && stands(place)) return true;
  return false;
}

const BE = set('is are was were be been being by');

/** "Who was attacked by …", "By whom …": what stands behind the act may well do it. */
function isPassive({ folded }: Question): boolean {
  return folded.some((word) => BE.has(word));
}

/** The nearest name before the act is one that stands behind the act in the question. */
function isReversed({ terms, act }: Question, { read, match, from }: Stretch, place: number): boolean {
  const asked = terms[act]?.position ?? 0;
  if (BE.has(read.folded[place - 1] ?? '') || BE.has(read.folded[place + 1] ?? '')) return false;
  for (let before = place - 1; before >= Math.max(from, place - BEFORE); before -= 1) {
    if (!((read.marks[before] ?? 0) & MARK.name) || isGoverned(read, before, from)) continue;
    const term = terms[match.at[before] ?? -1];
    return term?.isName === true && term.position > asked;
  }
  return false;
}

function isUnreal({ read, from }: Stretch, place: number): boolean {
  return read.folded.slice(Math.max(from, place - UNREAL_BEFORE), place).some((word) => UNREAL.has(word));
}
