// Words, vectors and the trained reader together: which candidates are read, in what order they answer, and how sure that is.
// At most a dozen named numbers, weighed; the weights are fitted on rooms that nobody learned from (scripts/fit-fusion.ts).
import type { Reading } from '../../reading/reader.ts';
import type { Question } from '../question/question.ts';
import { share } from '../ranking/matching.ts';
import type { Ranked } from '../ranking/rank.ts';
import { logistic, weigh } from '../ranking/weigh.ts';
import { FUSED } from './fusion-weights.ts';
import { likelySentence } from './sentence.ts';

/** What tells, before anything is read, whether a candidate is worth reading. */
export const LEAD_EVIDENCE = ['cosine', 'bm25', 'cover', 'document', 'lexical'] as const;
export type LeadEvidence = Record<(typeof LEAD_EVIDENCE)[number], number>;

/** What orders the candidates that were read. */
export const ORDER_EVIDENCE = ['reader', 'words', ...LEAD_EVIDENCE] as const;
export type OrderEvidence = Record<(typeof ORDER_EVIDENCE)[number], number>;

/** What tells how sure it is that the first of them answers. */
export const CONFIDENCE_EVIDENCE = [
  'bias',
  'reader',
  /** What the lexical reader makes of it. */
  'words',
  'cosine',
  'bm25',
  'cover',
  /** How far the first stands above the second, in the order's own measure. */
  'margin',
  /** Share of the question's weight in words that no source holds, and in names among them. */
  'unknown',
  'unknownNames',
  /** Names of the question that neither the passage nor its document holds. */
  'names',
  /** The question is in another language than the passage: then words tell nothing. */
  'foreign',
] as const;
export type ConfidenceEvidence = Record<(typeof CONFIDENCE_EVIDENCE)[number], number>;

export interface FusionWeights {
  readonly lead: LeadEvidence;
  readonly order: OrderEvidence;
  readonly confidence: ConfidenceEvidence;
  /** Below it the sources do not answer. */
  readonly threshold: number;
}

/** A candidate with what words and vectors say of it. */
export interface Lead {
  readonly ranked: Ranked;
  readonly evidence: LeadEvidence;
  /** What the lexical reader makes of it, as a logit; 0 where it is in another language. */
  readonly words: number;
  readonly foreign: boolean;
}

/** A candidate that was read. */
export interface Fused extends Lead {
  readonly order: OrderEvidence;
  readonly score: number;
  /** Index of the sentence that answers. */
  readonly sentence: number;
}

/** So many candidates are read: on the rooms for choosing the right one is among them for .915 of the questions (npm run fit). */
export const MOST_READ = 8;

/** The vectors of texts lie between .5 and .9 of each other; this middle and width make the cosine a number like the others. */
const cosineMiddle = 0.6;
const cosineWidth = 0.1;
/** The score of the order by words lies around 10. */
const lexicalWidth = 10;

export interface Told {
  /** Of the question's and the passage's vector; undefined where the passage's is not there yet. */
  readonly cosine: number | undefined;
  /** How sure the lexical reader is, 0..1. */
  readonly words: number;
  /** Whether the question is in another language than the passage. */
  readonly foreign: boolean;
}

export function leadOf(question: Question, ranked: Ranked, { cosine, words, foreign }: Told): Lead {
  // In another language only names and numbers can be the same, so that words that are missing tell nothing.
  const same = foreign ? 0 : 1;
  return {
    ranked,
    foreign,
    words: same * logit(words),
    evidence: {
      cosine: ((cosine ?? cosineMiddle) - cosineMiddle) / cosineWidth,
      bm25: same * ranked.bm25,
      cover: same * share(ranked.cover, question),
      document: same * ranked.evidence.document,
      lexical: (same * ranked.score) / lexicalWidth,
    },
  };
}

/** The candidates worth reading, most promising first. */
export function worthReading(leads: readonly Lead[], { lead } = FUSED): Lead[] {
  return leads
    .map((each) => ({ each, score: weigh(each.evidence, lead) }))
    .toSorted((a, b) => b.score - a.score || a.each.ranked.index - b.each.ranked.index)
    .slice(0, MOST_READ)
    .map(({ each }) => each);
}

/** Leads with their readings, in the order in which they answer. */
export function fused(leads: readonly Lead[], readings: readonly Reading[], { order } = FUSED): Fused[] {
  return leads
    .flatMap((lead, at): Fused[] => {
      const reading = readings[at];
      if (!reading) return [];
      const evidence = { ...lead.evidence, words: lead.words, reader: logit(reading.answers) };
      return [
        {
          ...lead,
          order: evidence,
          score: weigh(evidence, order),
          sentence: likelySentence(lead, reading.sentence),
        },
      ];
    })
    .toSorted((a, b) => b.score - a.score || a.ranked.index - b.ranked.index);
}

/** All that tells how sure it is that the first of them answers. */
export function confidenceEvidence(
  question: Question,
  [first, second]: readonly Fused[],
): ConfidenceEvidence | undefined {
  if (!first) return undefined;
  const { reader, words, cosine, bm25, cover } = first.order;
  const same = first.foreign ? 0 : 1;
  const isName = (term: number): boolean => question.terms[term]?.isName ?? false;
  const known = Float32Array.from(question.terms, (term) => (term.known ? 1 : 0));
  return {
    bias: 1,
    ...{ reader, words, cosine, bm25, cover },
    margin: second ? Math.min(farAhead, first.score - second.score) / farAhead : 1,
    unknown: same * (1 - share(known, question)),
    unknownNames: same * lacking(question, known, isName),
    names:
      same *
      lacking(
        question,
        first.ranked.documentCover.map((value) => Math.min(1, 2 * value)),
        isName,
      ),
    foreign: 1 - same,
  };
}

export function confidenceOf(evidence: ConfidenceEvidence, { confidence } = FUSED): number {
  return logistic(weigh(evidence, confidence));
}

/** In the measure of the order's score; more tells no more. */
const farAhead = 4;

/** Share of the weight of some terms that is not covered; 0 where the question has none of them. */
function lacking(question: Question, cover: Float32Array, only: (term: number) => boolean): number {
  return question.terms.some((_, term) => only(term)) ? 1 - share(cover, question, only) : 0;
}

/** A probability as what the logistic function makes it of, within bounds. */
function logit(probability: number): number {
  const within = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(within / (1 - within));
}
