// How sure the search is that the best passage answers: evidence for and against, weighed, between 0 and 1.

import { doneBy, negatedIn, opposed } from './evidence.ts';
import { MARK } from './marks.ts';
import { share } from './matching.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import { missingShare } from './rank.ts';
import type { ReadPassage } from './read-passage.ts';
import { termOf } from './stem.ts';
import { STRUCTURE_EVIDENCE, structureOf } from './structure.ts';
import { logistic, weigh } from './weigh.ts';

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
] as const;
export type ConfidenceEvidence = Record<(typeof CONFIDENCE_EVIDENCE)[number], number>;

export function confidenceEvidence(
  question: Question,
  ranked: readonly Ranked[],
  read: ReadPassage,
): ConfidenceEvidence {
  const [top, second] = ranked;
  if (!top) throw new Error('search/confidence: asked about no passage');
  const { evidence, sentenceCover, cover, documentCover, sentence } = top;
  const { from, to } = read.sentences[top.best] ?? { from: 0, to: 0 };
  const name = (at: number): boolean => question.terms[at]?.isName ?? false;
  const unmet = sentence.unmet;
  const is = (yes: boolean): number => (yes ? 1 : 0);
  const act = question.terms[question.act];
  const firm = question.wanted & ~(MARK.somewhere | MARK.event | MARK.role);
  const without = is(
    firm !== 0 && !read.marks.some((mark, place) => mark & firm && (top.match.at[place] ?? -1) < 0),
  );
  const short = Math.min(
    1,
    Math.max(0, (LONG_PARAGRAPH - read.terms.length) / (LONG_PARAGRAPH - SHORT_PARAGRAPH)),
  );
  const undone =
    act && question.doer.length > 0 ? 1 - doneBy(question, read, top.match, 0, read.terms.length) : 0;
  const unknown = share(
    Float32Array.from(question.terms, ({ known }) => is(!known)),
    question,
  );
  return {
    bias: 1,
    bm25: evidence.bm25,
    cover: evidence.cover,
    sentence: evidence.sentence,
    context: evidence.context,
    around: evidence.around,
    document: evidence.document,
    phrase: evidence.phrase,
    run: evidence.run,
    score: top.score / 10,
    lead: second ? Math.min(1, (top.score - second.score) / 3) : 1,
    unknown,
    gap: gapOf(question, cover),
    sentenceGap: gapOf(question, sentenceCover),
    documentGap: gapOf(
      question,
      documentCover.map((value) => Math.min(1, value * 2)),
    ),
    names: evidence.names,
    sentenceNames: missingShare(question, sentenceCover, name),
    documentNames: missingShare(
      question,
      documentCover.map((value) => Math.min(1, value * 2)),
      name,
    ),
    numbers: evidence.numbers,
    act: act ? 1 - (sentenceCover[question.act] ?? 0) : 0,
    unknownAct: is(act !== undefined && !act.known),
    undone: act && question.doer.length > 0 ? 1 - doneBy(question, read, top.match, from, to) : 0,
    unsaid:
      act && SPEECH.has(act.term) && question.doer.some(name)
        ? 1 - doneBy(question, read, top.match, 0, read.terms.length)
        : 0,
    noPerson: question.kind === 'person' ? without : 0,
    noDate: question.kind === 'time' ? without : 0,
    noNumber: question.kind === 'number' ? without : 0,
    noPlace: question.kind === 'place' ? without : 0,
    noReason: question.kind === 'reason' ? without : 0,
    whoAct: act && question.doer.length === 0 ? 1 - (sentenceCover[question.act] ?? 0) : 0,
    uncounted:
      question.kind === 'number' && question.focus >= 0 && (sentenceCover[question.focus] ?? 0) > 0
        ? 1 - sentence.counted
        : 0,
    focus: question.focus >= 0 ? 1 - (sentenceCover[question.focus] ?? 0) : 0,
    unmetTime: question.kind === 'time' ? unmet : 0,
    unmetNumber: question.kind === 'number' ? unmet : 0,
    unmetPerson: question.kind === 'person' ? unmet : 0,
    unmetPlace: question.kind === 'place' ? unmet : 0,
    unmetReason: question.kind === 'reason' ? unmet : 0,
    unmetManner: question.kind === 'manner' ? unmet : 0,
    wanted: sentence.wanted,
    thing: is(question.kind === 'thing'),
    whether: is(question.kind === 'whether'),
    opposed: is(opposed(question, read.folded, sentenceCover, from, to)),
    negated: is(question.negated !== negatedIn(read, from, to)),
    few: 1 / Math.max(1, question.terms.length),
    length: evidence.length,
    full: is(evidence.sentence > 0.97),
    sentenceLead: Math.min(1, sentenceLead(ranked) / 3),
    local: sentence.local,
    subject: sentence.subject,
    rarest: sentence.rarest,
    counted: sentence.counted,
    unmet,
    best: evidence.best,
    density: sentence.density,
    looseNames: question.terms.some(
      ({ isName }, at) => isName && (cover[at] ?? 0) > 0 && (sentenceCover[at] ?? 0) === 0,
    )
      ? 1
      : 0,
    nameCount: Math.min(1, question.terms.filter(({ isName }) => isName).length / 4),
    long: Math.min(1, question.folded.length / 20),
    ...structureOf(question, read, top.match, from, to, sentenceCover, cover),
    short,
    shortUndone: short * undone,
    shortAct: act && question.doer.length === 0 ? short * (1 - (cover[question.act] ?? 0)) : 0,
    shortUnmet: short * unmet,
    shortWithout: question.kind === 'person' || question.kind === 'reason' ? 0 : short * without,
    shortNoReason: question.kind === 'reason' ? short * without : 0,
    shortUnknown: short * unknown,
    shortGap: short * gapOf(question, cover),
    shortNames: short * evidence.names,
    shortCover: short * evidence.cover,
    shortLong: short * Math.min(1, question.folded.length / 20),
    shortPhrase: short * evidence.phrase,
  };
}

export interface ConfidenceWeights {
  /** Is the passage about what is asked? Learned against documents left out. */
  readonly topic: ConfidenceEvidence;
  /** Does it say what is asked? Learned against questions on the subject that have no answer. */
  readonly statement: ConfidenceEvidence;
}

/**
 * Both must hold, so the two probabilities are multiplied: one alone would let much talk about the subject make up for a missing
 * date, or a fitting date for the wrong subject.
 */
export function confidenceOf(evidence: ConfidenceEvidence, { topic, statement }: ConfidenceWeights): number {
  return logistic(weigh(evidence, topic)) * logistic(weigh(evidence, statement));
}

/** Words: news paragraphs have some 35 and are short, encyclopedic ones some 120 and are long, a paragraph between is between. */
const SHORT_PARAGRAPH = 45;
const LONG_PARAGRAPH = 85;

/** Acts of speech and of mind: only the words of the one who is named answer what he said, wants or thinks. */
const SPEECH: ReadonlySet<string> = new Set(
  'say tell answer reply respond ask demand propose suggest promise pledge announce declare think want believe claim warn add note state offer request call mention add explain argue admit deny insist urge'
    .split(' ')
    .map(termOf),
);

/** The most surprising word not covered, as a share of eight: the surprise of a word the background does not know is about that. */
function gapOf({ terms }: Question, cover: Float32Array): number {
  let gap = 0;
  terms.forEach(({ weight }, index) => {
    gap = Math.max(gap, (weight * (1 - (cover[index] ?? 0))) / 8);
  });
  return gap;
}

/** How far the best sentence stands above the next best sentence anywhere. */
function sentenceLead(ranked: readonly Ranked[]): number {
  const scores = ranked
    .slice(0, 5)
    .flatMap(({ sentences }) => sentences.map(({ score }) => score))
    .sort((a, b) => b - a);
  return (scores[0] ?? 0) - (scores[1] ?? 0);
}
