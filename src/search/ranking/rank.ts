// Candidates → passages in the order in which they answer, each with its best sentence and the evidence for it.
import type { Document } from '../../corpus/document.ts';
import { type Candidate, rarityOf } from '../index/candidates.ts';
import type { Question } from '../question/question.ts';
import type { ReadPassage, ReadPassages } from '../text/read-passage.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { companyOf } from './company.ts';
import type { ReadSentence, SentenceEvidence } from './evidence.ts';
import { readSentence, spreadOf } from './evidence.ts';
import type { Match, Wanted } from './matching.ts';
import { covered, layOver, share, wantedTerms } from './matching.ts';
import { phraseIn } from './phrases.ts';
import { weigh } from './weigh.ts';

/** Each of these is worth something beside the others; twenty more that were tried put no more right passages first. */
export const PASSAGE_EVIDENCE = [
  /** BM25 as a share of the best candidate's. */
  'lead',
  /** The best sentence with the one before it at half its worth. */
  'context',
  /** With the rest of the document at half its worth, its title in full. */
  'document',
  /** Neighbouring words of the question that are neighbours here too. */
  'phrase',
  /** Longest run of the question's own wording. */
  'run',
  /** Something of the kind asked for in the best sentence, and nothing of it. */
  'wanted',
  'unmet',
  'length',
] as const;
export type PassageEvidence = Record<(typeof PASSAGE_EVIDENCE)[number], number>;

export interface Ranked {
  readonly index: number;
  readonly score: number;
  /** BM25 as a share of what a passage of these words alone would reach. */
  readonly bm25: number;
  readonly evidence: PassageEvidence;
  /** The share of the best candidates that are from its document. */
  readonly company: number;
  /** Index of the best sentence, what was read of it and of each, and what each is worth. */
  readonly best: number;
  readonly sentence: ReadSentence;
  readonly sentences: readonly ReadSentence[];
  readonly sentenceScores: readonly number[];
  /** How much of each question term is covered, 0..1: by the passage, by passage and document. */
  readonly cover: Float32Array;
  readonly documentCover: Float32Array;
  readonly match: Match;
}

export interface RankShelf {
  readonly passages: ReadPassages;
  /** The only document there is; undefined where there are several. */
  readonly only: Document | undefined;
  readonly vocabulary: Vocabulary;
  readonly weights: RankWeights;
}

export interface RankWeights {
  readonly sentence: SentenceEvidence;
  readonly passage: PassageEvidence;
}

export function rank(question: Question, candidates: readonly Candidate[], shelf: RankShelf): Ranked[] {
  const wanted = wantedTerms(question);
  const self = highestBm25(question, shelf.vocabulary);
  // Where only vectors found passages, none has a score by words.
  const top = candidates[0]?.score || 1;
  const company = companyOf(candidates, shelf);
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
  shelf: RankShelf,
  wanted: Wanted,
  { self, top, company }: Among,
): Ranked {
  const read = shelf.passages.at(index);
  if (!read)
    throw new Error(
      `search/rank: candidate ${index} is not a passage; was the index made from another list?`,
    );
  const match = layOver(wanted, read);
  const cover = covered(match, question.terms.length, 0, read.terms.length);
  const spread = spreadOf(match, question.terms.length, read);
  const sentences = read.sentences.map((_, at) => readSentence(question, read, match, at, spread));
  const scores = sentences.map(({ evidence }) => weigh(evidence, shelf.weights.sentence));
  const best = scores.reduce((winner, value, at) => (value > (scores[winner] ?? 0) ? at : winner), 0);
  const sentence = sentences[best] ?? readSentence(question, read, match, 0, spread);
  const documentCover = inDocument(question, read, shelf.vocabulary, cover);
  const evidence: PassageEvidence = {
    lead: bm25 / top,
    context: sentence.evidence.context,
    document: share(documentCover, question),
    phrase: phraseIn(question, match),
    run: Math.max(...sentences.map(({ evidence: { run } }) => run)),
    wanted: sentence.wanted,
    unmet: sentence.evidence.unmet,
    // Log of the words against a paragraph of some 120; BM25 punishes length, and too hard for what the best sentence shows.
    length: Math.min(1, Math.log(1 + read.terms.length) / Math.log(500)),
  };
  return {
    index,
    score: weigh(evidence, shelf.weights.passage),
    bm25: Math.min(1, bm25 / self),
    evidence,
    company: company.get(read.passage.document) ?? 0,
    best,
    sentence,
    sentences,
    sentenceScores: scores,
    cover,
    documentCover,
    match,
  };
}

/** BM25 of a passage that holds each of the question's words often: MiniSearch's k + 1 and d of 2.2 and 0.5 in total. */
function highestBm25({ terms }: Question, vocabulary: Vocabulary): number {
  let sum = 0;
  for (const { term, standIns } of terms) {
    const form = vocabulary.has(term)
      ? term
      : ([...standIns.keys()].find((each) => vocabulary.has(each)) ?? term);
    const passages = vocabulary.passagesWith(form);
    sum += rarityOf(passages, vocabulary.size) * 2.7;
  }
  return sum || 1;
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
