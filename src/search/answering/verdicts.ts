// What a reader made of a question: the passages in the order in which they answer, and how sure it is that the first does.
import type { Document } from '../../corpus/document.ts';
import type { Reader, Reading } from '../../reading/reader.ts';
import type { Question } from '../question/question.ts';
import type { Ranked } from '../ranking/rank.ts';
import { THRESHOLD } from '../ranking/weights.ts';
import { confidenceEvidence, confidenceOf, type Fused } from './fusion.ts';
import { FUSED } from './fusion-weights.ts';
import { comesClose } from './lexical-reader.ts';
import type { Considered } from './trained.ts';

/** A passage in its place, with its best sentence. */
export interface Placed {
  readonly index: number;
  readonly best: number;
  readonly score: number;
  /** How much of each term of the question it covers. */
  readonly cover: Float32Array;
}

export interface Verdict {
  readonly places: readonly Placed[];
  readonly confidence: number;
  readonly answers: boolean;
  /** No answer, but so near to one that readers should judge for themselves. */
  readonly closest: boolean;
  readonly reader: Reader['name'];
  /** The passages of other documents that answer as well, one each. */
  readonly also: readonly Placed[];
}

/** From this share of the threshold on a passage may be the closest one. */
const CLOSE = 0.6;

/** The document of the passage at a place. */
export type DocumentAt = (index: number) => Document | undefined;

/**
 * Of each document but the first's, what would answer were it the only one, where that is sure enough: nothing is read for it beside
 * what was read already.
 */
function othersOf<T extends { readonly ranked: Ranked }>(
  all: readonly T[],
  documentAt: DocumentAt,
  isSure: (own: readonly T[]) => boolean,
): T[] {
  const [first, ...others] = Map.groupBy(all, ({ ranked }) => documentAt(ranked.index)).values();
  return first ? others.filter(isSure).flatMap((own) => own.slice(0, 1)) : [];
}

export function trainedVerdict(question: Question, { fused }: Considered, documentAt: DocumentAt): Verdict {
  const evidence = confidenceEvidence(question, fused);
  const reader = 'trained';
  if (!evidence) return { places: [], confidence: 0, answers: false, closest: false, reader, also: [] };
  const confidence = confidenceOf(evidence);
  const placed = ({ ranked, sentence, score }: Fused): Placed => ({
    index: ranked.index,
    best: sentence,
    ...{ score, cover: ranked.cover },
  });
  const places = fused.map(placed);
  const answers = confidence >= FUSED.threshold;
  const closest = !answers && confidence >= CLOSE * FUSED.threshold;
  const isSure = (own: readonly Fused[]): boolean => {
    const told = confidenceEvidence(question, own);
    return told !== undefined && confidenceOf(told) >= FUSED.threshold;
  };
  const also = answers ? othersOf(fused, documentAt, isSure).map(placed) : [];
  return { places, confidence, answers, closest, reader, also };
}

/** `readings`: of each of the ranked. */
export function lexicalVerdict(
  ranked: readonly Ranked[],
  readings: readonly Reading[],
  documentAt: DocumentAt,
): Verdict {
  const [reading] = readings;
  const [top] = ranked;
  const confidence = reading?.answers ?? 0;
  const closest = top !== undefined && reading !== undefined && comesClose(reading, top);
  const answers = confidence >= THRESHOLD;
  const sure = ranked.flatMap((each, at) => ((readings[at]?.answers ?? 0) >= THRESHOLD ? [each] : []));
  const [best] = ranked;
  const also =
    answers && best
      ? othersOf(
          [best, ...sure].map((each) => ({ ...each, ranked: each })),
          documentAt,
          () => true,
        )
      : [];
  return { places: ranked, confidence, answers, closest, reader: 'lexical', also };
}
