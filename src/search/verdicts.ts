// What a reader made of a question: the passages in the order in which they answer, and how sure it is that the first does.
import type { Reader, Reading } from '../reading/reader.ts';
import { confidenceEvidence, confidenceOf } from './fusion.ts';
import { FUSED } from './fusion-weights.ts';
import { comesClose } from './lexical-reader.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import type { Considered } from './trained.ts';
import { THRESHOLD } from './weights.ts';

/** A passage in its place, with its best sentence. */
export interface Placed {
  readonly index: number;
  readonly best: number;
  readonly score: number;
}

export interface Verdict {
  readonly places: readonly Placed[];
  readonly confidence: number;
  readonly answers: boolean;
  /** No answer, but so near to one that readers should judge for themselves. */
  readonly closest: boolean;
  readonly reader: Reader['name'];
}

/** From this share of the threshold on a passage may be the closest one. */
const CLOSE = 0.6;

export function trainedVerdict(question: Question, { fused }: Considered): Verdict {
  const evidence = confidenceEvidence(question, fused);
  const reader = 'trained';
  if (!evidence) return { places: [], confidence: 0, answers: false, closest: false, reader };
  const confidence = confidenceOf(evidence);
  const places = fused.map(({ ranked, sentence, score }) => ({ index: ranked.index, best: sentence, score }));
  const answers = confidence >= FUSED.threshold;
  const closest = !answers && confidence >= CLOSE * FUSED.threshold;
  return { places, confidence, answers, closest, reader };
}

/** `reading`: of the first of the ranked. */
export function lexicalVerdict(ranked: readonly Ranked[], reading: Reading | undefined): Verdict {
  const [top] = ranked;
  const confidence = reading?.answers ?? 0;
  const closest = top !== undefined && reading !== undefined && comesClose(reading, top);
  return { places: ranked, confidence, answers: confidence >= THRESHOLD, closest, reader: 'lexical' };
}
