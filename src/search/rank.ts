// Candidates → passages in the order in which they answer, each with its best sentence and the evidence for it.
import type { Candidate } from './candidates.ts';
import { companyOf } from './company.ts';
import { definedIn } from './definitions.ts';
import { doneBy } from './doers.ts';
import type { ReadSentence, SentenceEvidence } from './evidence.ts';
import { readSentence, spreadOf } from './evidence.ts';
import type { Match, Wanted } from './matching.ts';
import { covered, layOver, most, share, takeUp, wantedTerms } from './matching.ts';
import { phraseIn } from './phrases.ts';
import type { Question } from './question.ts';
import type { ReadPassage } from './read-passage.ts';
import type { Vocabulary } from './vocabulary.ts';
import { weigh } from './weigh.ts';

export const PASSAGE_EVIDENCE = [
  /** BM25 as a share of what a passage of these words alone would reach. */
  'bm25',
  /** BM25 as a share of the best candidate's. */
  'lead',
  'cover',
  'sentence',
  'context',
  /** Two sentences side by side. */
  'pair',
  /** With the neighbouring paragraphs at half their worth: answers run over. */
  'around',
  /** With the rest of the document at half its worth, its title in full. */
  'document',
  'phrase',
  'run',
  'wanted',
  'unmet',
  'focus',
  'names',
  'numbers',
  'best',
  'act',
  'rarest',
  'counted',
  'subject',
  'length',
  /** The one who is asked about does here what is asked about … */
  'done',
  /** … and somebody else does it. */
  'otherDone',
  /** What is asked about is explained here, or who it is. */
  'defined',
  /** The paragraph opens with what is asked about. */
  'opens',
  /** The small words of the question in the best sentence, see evidence.ts. */
  'small',
] as const;
export type PassageEvidence = Record<(typeof PASSAGE_EVIDENCE)[number], number>;

export interface Ranked {
  readonly index: number;
  readonly score: number;
  readonly bm25: number;
  readonly evidence: PassageEvidence;
  /** The share of the best candidates that are from its document. */
  readonly company: number;
  /** Index of the best sentence, and each sentence's own evidence. */
  readonly best: number;
  readonly sentence: SentenceEvidence;
  readonly sentences: readonly (ReadSentence & { readonly score: number })[];
  readonly sentenceCover: Float32Array;
  readonly cover: Float32Array;
  readonly documentCover: Float32Array;
  readonly match: Match;
}

export interface Shelf {
  readonly passages: readonly ReadPassage[];
  readonly vocabulary: Vocabulary;
  readonly weights: RankWeights;
}

export interface RankWeights {
  readonly sentence: SentenceEvidence;
  readonly passage: PassageEvidence;
}

export function rank(question: Question, candidates: readonly Candidate[], shelf: Shelf): Ranked[] {
  const wanted = wantedTerms(question);
  const self = highestBm25(question, shelf.vocabulary);
  const top = candidates[0]?.score ?? 1;
  const company = companyOf(candidates, shelf.passages);
  return candidates
    .map((candidate) => rankOne(question, candidate, shelf, wanted, { self, top, company }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
}

/** What a candidate is measured by beside the question: the highest BM25 there can be and there is, the other candidates. */
interface Among {
  readonly self: number;
  readonly top: number;
  readonly company: ReturnType<typeof companyOf>;
}

function rankOne(
  question: Question,
  { index, score: bm25 }: Candidate,
  shelf: Shelf,
  wanted: Wanted,
  { self, top, company }: Among,
): Ranked {
  const read = shelf.passages[index];
  if (!read)
    throw new Error(
      `search/rank: candidate ${index} is not a passage; was the index made from another list?`,
    );
  const match = layOver(wanted, read);
  takeUp(match, question, read, {
    cover: coverBefore(question, index, shelf, wanted),
    quoted: opensQuoted(read),
  });
  const cover = covered(match, question.terms.length, 0, read.terms.length);
  const spread = spreadOf(match, question.terms.length, read);
  const sentences = read.sentences.map((_, at) => readSentence(question, read, match, at, spread));
  const scores = sentences.map(({ evidence }) => weigh(evidence, shelf.weights.sentence));
  const best = scores.reduce((winner, value, at) => (value > (scores[winner] ?? 0) ? at : winner), 0);
  const bestSentence = sentences[best] ?? readSentence(question, read, match, 0, spread);
  const neighbours = neighbourCover(question, index, shelf, wanted);
  const documentCover = inDocument(question, read, shelf.vocabulary, cover);
  const pairs = sentences
    .slice(1)
    .map(({ cover: second }, at) => share(most(second, sentences[at]?.cover ?? second), question));
  const evidence: PassageEvidence = {
    bm25: Math.min(1, bm25 / self),
    lead: bm25 / top,
    cover: share(cover, question),
    sentence: bestSentence.evidence.cover,
    context: bestSentence.evidence.context,
    pair: Math.max(bestSentence.evidence.cover, ...pairs),
    around: share(most(cover, neighbours, 0.5), question),
    document: share(documentCover, question),
    phrase: phraseIn(question, match, 0, read.terms.length),
    run: Math.max(...sentences.map(({ evidence: { run } }) => run)),
    wanted: bestSentence.evidence.wanted,
    unmet: bestSentence.evidence.unmet,
    focus: question.focus >= 0 ? (cover[question.focus] ?? 0) : 0,
    names: missingShare(question, cover, (at) => question.terms[at]?.isName ?? false),
    numbers: missingShare(question, cover, (at) => question.terms[at]?.isNumber ?? false),
    best: (scores[best] ?? 0) / 10,
    act:
      question.kind === 'person' && question.doer.length === 0 && question.act >= 0
        ? (cover[question.act] ?? 0)
        : 0,
    rarest: question.rarest >= 0 ? (cover[question.rarest] ?? 0) : 0,
    counted: Math.max(...sentences.map(({ evidence: { counted } }) => counted)),
    subject: Math.max(...sentences.map(({ evidence: { subject } }) => subject)),
    // Log of the words against a paragraph of some 120; BM25 punishes length, and too hard for what the best sentence shows.
    length: Math.min(1, Math.log(1 + read.terms.length) / Math.log(500)),
    ...doneHere(question, read, match),
    defined: definedIn(question, read, match),
    small: bestSentence.evidence.small,
    opens: share(
      covered(match, question.terms.length, 0, Math.min(SUBJECT_WORDS, read.terms.length)),
      question,
    ),
  };
  return {
    index,
    score: weigh(evidence, shelf.weights.passage),
    bm25,
    evidence,
    company: company.get(read.passage.document) ?? 0,
    best,
    sentence: bestSentence.evidence,
    sentences: sentences.map((each, at) => ({ ...each, score: scores[at] ?? 0 })),
    sentenceCover: bestSentence.cover,
    cover,
    documentCover,
    match,
  };
}

function doneHere(question: Question, read: ReadPassage, match: Match) {
  const { act, doer } = question;
  if (act < 0 || doer.length === 0 || !match.at.includes(act)) return { done: 0, otherDone: 0 };
  const done = doneBy(question, read, match, 0, read.terms.length);
  return { done, otherDone: 1 - done };
}

/** Share of the names (or numbers) asked about that the passage lacks; 0 where the question has none. */
export function missingShare(
  question: Question,
  cover: Float32Array,
  only: (index: number) => boolean,
): number {
  return question.terms.some((_, index) => only(index)) ? 1 - share(cover, question, only) : 0;
}

/** BM25 of a passage that holds each of the question's words often: MiniSearch's k + 1 and d of 2.2 and 0.5 in total. */
function highestBm25({ terms }: Question, vocabulary: Vocabulary): number {
  let sum = 0;
  for (const { term, standIns } of terms) {
    const form = vocabulary.has(term)
      ? term
      : ([...standIns.keys()].find((each) => vocabulary.has(each)) ?? term);
    const passages = vocabulary.passagesWith(form);
    sum += Math.log(1 + (vocabulary.size - passages + 0.5) / (passages + 0.5)) * 2.7;
  }
  return sum || 1;
}

const QUOTATION = /^[\u201c\u00ab"]/u;
const opensQuoted = ({ passage }: ReadPassage): boolean => QUOTATION.test(passage.text);
/** A quotation of more paragraphs is a speech, and says itself of whom it speaks. */
const FURTHEST_BACK = 3;

/** "The European statement, also signed by …": whom a paragraph is about stands in its first words. */
const SUBJECT_WORDS = 6;

/** What the paragraph before holds of the question; where that goes on with a quotation, those before it as well. */
function coverBefore(question: Question, index: number, { passages }: Shelf, wanted: Wanted): Float32Array {
  let cover: Float32Array = new Float32Array(question.terms.length);
  const here = passages[index]?.passage;
  for (let back = 1; back <= FURTHEST_BACK; back += 1) {
    const before = passages[index - back];
    if (!before || before.passage.document !== here?.document) break;
    cover = most(
      cover,
      covered(layOver(wanted, before), cover.length, 0, Math.min(SUBJECT_WORDS, before.terms.length)),
    );
    if (!opensQuoted(before)) break;
  }
  return cover;
}

function neighbourCover(
  question: Question,
  index: number,
  { passages }: Shelf,
  wanted: Wanted,
): Float32Array {
  let cover: Float32Array = new Float32Array(question.terms.length);
  const here = passages[index]?.passage;
  for (const near of [passages[index - 1], passages[index + 1]])
    if (near && here && near.passage.document === here.document)
      cover = most(cover, covered(layOver(wanted, near), cover.length, 0, near.terms.length));
  return cover;
}

function inDocument(
  question: Question,
  { passage, title }: ReadPassage,
  vocabulary: Vocabulary,
  cover: Float32Array,
): Float32Array {
  return cover.map((value, index) => {
    if (value >= 1) return value;
    let found = value;
    for (const [term, count] of question.terms[index]?.standIns ?? [])
      if (title.has(term)) found = Math.max(found, count);
      else if (vocabulary.inDocument(passage.document.id, term)) found = Math.max(found, count * 0.5);
    return found;
  });
}
