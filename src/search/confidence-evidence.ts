// What speaks for and against the best passage being the answer, as numbers; `weights.ts` says what each is worth.

import { negatedIn, opposed } from './contraries.ts';
import { DEMAND_EVIDENCE, demandsOf } from './demands.ts';
import { doneBy } from './doers.ts';
import { gapOf, longQuestion, unknownShare } from './gaps.ts';
import { MARK } from './marks.ts';
import { PARTICULAR_EVIDENCE, particularsOf } from './particulars.ts';
import type { Kind, Question } from './question.ts';
import type { Ranked } from './rank.ts';
import { missingShare } from './rank.ts';
import type { ReadPassage } from './read-passage.ts';
import { ROLE_EVIDENCE, rolesOf } from './roles.ts';
import { shortness } from './shortness.ts';
import { SPEECH } from './speech.ts';
import { STRUCTURE_EVIDENCE, structureOf } from './structure.ts';
import { SWAP_EVIDENCE, swapsOf } from './swaps.ts';
import { TWIST_EVIDENCE, twistsOf } from './twists.ts';

export const CONFIDENCE_EVIDENCE = [
  'bias',
  'bm25',
  'cover',
  'sentence',
  'context',
  'around',
  'document',
  'phrase',
  'run',
  'score',
  'lead',
  /** Share of the best candidates that are from its document. */
  'company',
  /** Weight of the words no source holds. */
  'unknown',
  /** Surprise of the most telling word that sentence, passage or document lack. */
  'gap',
  'sentenceGap',
  'documentGap',
  /** Names and numbers of the question that sentence or passage lack. */
  'names',
  'sentenceNames',
  'documentNames',
  'numbers',
  /** What was done is not in the sentence, in no source, or not done there by whom the question says. */
  'act',
  'unknownAct',
  'undone',
  'whoAct',
  /** Somebody named is asked what he said, and he does not say anything here. */
  'unsaid',
  /** Nothing of the kind asked for in the whole passage. */
  'noPerson',
  'noDate',
  'noNumber',
  'noPlace',
  'noReason',
  'uncounted',
  'focus',
  'unmetTime',
  'unmetNumber',
  'unmetPerson',
  'unmetPlace',
  'unmetReason',
  'unmetManner',
  'wanted',
  'thing',
  'whether',
  'opposed',
  'negated',
  'few',
  'length',
  'full',
  'sentenceLead',
  'local',
  'subject',
  'rarest',
  'counted',
  'unmet',
  'best',
  'density',
  'looseNames',
  'nameCount',
  'long',
  ...STRUCTURE_EVIDENCE,
  ...DEMAND_EVIDENCE,
  ...ROLE_EVIDENCE,
  ...TWIST_EVIDENCE,
  ...SWAP_EVIDENCE,
  ...PARTICULAR_EVIDENCE,
  /**
   * The same in a short paragraph, where what is asked for cannot stand in another sentence: there its absence tells more, and a
   * weight of its own keeps the long paragraphs of an encyclopedia from watering it down.
   */
  'short',
  'shortUndone',
  'shortAct',
  'shortUnmet',
  'shortWithout',
  'shortNoReason',
  'shortUnknown',
  'shortGap',
  'shortNames',
  'shortCover',
  'shortLong',
  'shortPhrase',
  'shortUnordered',
  'shortOtherDid',
] as const;
export type ConfidenceEvidence = Record<(typeof CONFIDENCE_EVIDENCE)[number], number>;

/** What is looked at: a question, the passages found for it, and of the first of them its best sentence. */
interface Look {
  readonly question: Question;
  readonly ranked: readonly Ranked[];
  readonly top: Ranked;
  readonly read: ReadPassage;
  /** The words of the best sentence, from `from` up to `to`. */
  readonly from: number;
  readonly to: number;
}

/** All evidence about the first of the ranked passages. Throws where there is none. */
export function confidenceEvidence(
  question: Question,
  ranked: readonly Ranked[],
  read: ReadPassage,
): ConfidenceEvidence {
  const [top] = ranked;
  if (!top) throw new Error('search/confidence: asked about no passage');
  const { from, to } = read.sentences[top.best] ?? { from: 0, to: 0 };
  const look: Look = { question, ranked, top, read, from, to };
  const sentence = { read, match: top.match, from, to };
  const roles = rolesOf(question, sentence);
  const twists = twistsOf(question, top.sentenceCover, sentence);
  return {
    bias: 1,
    ...coverage(look),
    ...standing(look),
    ...gaps(look),
    ...acts(look),
    ...kinds(look),
    ...manner(look),
    ...structureOf(question, read, top.match, from, to, top.sentenceCover, top.cover),
    ...demandsOf(question, sentence),
    ...roles,
    ...twists,
    ...swapsOf(question, top.sentenceCover, sentence),
    ...particularsOf(question, sentence, top.sentenceCover, top.cover),
    ...inShortParagraph(look),
    shortUnordered: shortness(read) * twists.unordered,
    shortOtherDid: shortness(read) * roles.otherDid,
  };
}

const is = (yes: boolean): number => (yes ? 1 : 0);

/** How much of the question passage and sentence hold. */
function coverage({ top: { evidence, sentence } }: Look) {
  const { bm25, cover, context, around, document, phrase, run, length, best } = evidence;
  const { local, subject, rarest, counted, unmet, density, wanted } = sentence;
  const full = is(evidence.sentence > 0.97);
  return {
    ...{ bm25, cover, sentence: evidence.sentence, context, around, document, phrase, run, length, best },
    ...{ local, subject, rarest, counted, unmet, density, wanted, full },
  };
}

/** How the passage stands among the others. */
function standing({ ranked, top }: Look) {
  const second = ranked[1];
  return {
    score: top.score / 10,
    company: top.company,
    lead: second ? Math.min(1, (top.score - second.score) / 3) : 1,
    sentenceLead: Math.min(1, sentenceLead(ranked) / 3),
  };
}

/** What of the question is missing: words, names, numbers. */
function gaps({ question, top }: Look) {
  const { evidence, sentenceCover, cover, documentCover } = top;
  const name = (at: number): boolean => question.terms[at]?.isName ?? false;
  // The rest of the document counts half in `documentCover`; here it is enough that the document speaks of it.
  const inDocument = documentCover.map((value) => Math.min(1, value * 2));
  const loose = (at: number): boolean => name(at) && (cover[at] ?? 0) > 0 && (sentenceCover[at] ?? 0) === 0;
  return {
    unknown: unknownShare(question),
    gap: gapOf(question, cover),
    sentenceGap: gapOf(question, sentenceCover),
    documentGap: gapOf(question, inDocument),
    names: evidence.names,
    sentenceNames: missingShare(question, sentenceCover, name),
    documentNames: missingShare(question, inDocument, name),
    numbers: evidence.numbers,
    looseNames: is(question.terms.some((_, at) => loose(at))),
    focus: question.focus >= 0 ? 1 - (sentenceCover[question.focus] ?? 0) : 0,
  };
}

/** Whether what was done is there, and done by whom the question says. */
function acts(look: Look) {
  const { question, top, read, from, to } = look;
  const { act: place, doer, terms } = question;
  const act = terms[place];
  const lacking = act ? 1 - (top.sentenceCover[place] ?? 0) : 0;
  const speaks = act !== undefined && SPEECH.has(act.term) && doer.some((at) => terms[at]?.isName ?? false);
  return {
    act: lacking,
    unknownAct: is(act !== undefined && !act.known),
    undone: act && doer.length > 0 ? 1 - doneBy(question, read, top.match, from, to) : 0,
    unsaid: speaks ? undoneAnywhere(look) : 0,
    whoAct: doer.length === 0 ? lacking : 0,
  };
}

function undoneAnywhere({ question, top, read }: Look): number {
  if (question.act < 0 || question.doer.length === 0) return 0;
  return 1 - doneBy(question, read, top.match, 0, read.terms.length);
}

/** Nothing of the kind asked for, each kind by itself: a missing date tells more than a missing name. */
function kinds(look: Look) {
  const { question, top } = look;
  const { kind, focus } = question;
  const { unmet, counted } = top.sentence;
  const without = withoutKind(look);
  const when = (wanted: Kind, value: number): number => (kind === wanted ? value : 0);
  const noun = focus >= 0 && (top.sentenceCover[focus] ?? 0) > 0;
  return {
    noPerson: when('person', without),
    noDate: when('time', without),
    noNumber: when('number', without),
    noPlace: when('place', without),
    noReason: when('reason', without),
    uncounted: noun ? when('number', 1 - counted) : 0,
    unmetTime: when('time', unmet),
    unmetNumber: when('number', unmet),
    unmetPerson: when('person', unmet),
    unmetPlace: when('place', unmet),
    unmetReason: when('reason', unmet),
    unmetManner: when('manner', unmet),
    thing: when('thing', 1),
    whether: when('whether', 1),
  };
}

/** 1 where no word of the whole passage, the question's own left out, is of the kind asked for. */
function withoutKind({ question, top, read }: Look): number {
  // An event, a nameless place or an office may answer; their absence tells nothing.
  const firm = question.wanted & ~(MARK.somewhere | MARK.event | MARK.role);
  return is(firm !== 0 && !read.marks.some((mark, place) => mark & firm && (top.match.at[place] ?? -1) < 0));
}

/** How the question is put. */
function manner({ question, top, read, from, to }: Look) {
  return {
    opposed: is(opposed(question, read.folded, top.sentenceCover, from, to)),
    negated: is(question.negated !== negatedIn(read, from, to)),
    few: 1 / Math.max(1, question.terms.length),
    nameCount: Math.min(1, question.terms.filter(({ isName }) => isName).length / 4),
    long: longQuestion(question),
  };
}

function inShortParagraph(look: Look) {
  const { question, top, read } = look;
  const { kind } = question;
  const { evidence, cover, sentence } = top;
  const short = shortness(read);
  const without = short * withoutKind(look);
  const asksDoer = question.act >= 0 && question.doer.length === 0;
  return {
    short,
    shortUndone: short * undoneAnywhere(look),
    shortAct: asksDoer ? short * (1 - (cover[question.act] ?? 0)) : 0,
    shortUnmet: short * sentence.unmet,
    shortWithout: kind === 'person' || kind === 'reason' ? 0 : without,
    shortNoReason: kind === 'reason' ? without : 0,
    shortUnknown: short * unknownShare(question),
    shortGap: short * gapOf(question, cover),
    shortNames: short * evidence.names,
    shortCover: short * evidence.cover,
    shortLong: short * longQuestion(question),
    shortPhrase: short * evidence.phrase,
  };
}

/** How far the best sentence stands above the next best sentence anywhere. */
function sentenceLead(ranked: readonly Ranked[]): number {
  const scores = ranked
    .slice(0, 5)
    .flatMap(({ sentences }) => sentences.map(({ score }) => score))
    .sort((a, b) => b - a);
  return (scores[0] ?? 0) - (scores[1] ?? 0);
}
