// How sure the search is that the best passage answers: evidence for and against, weighed, between 0 and 1.
import type { ConfidenceEvidence } from './confidence-evidence.ts';
import { leavesUnmet } from './demands.ts';
import { logistic, weigh } from './weigh.ts';
import { THRESHOLD } from './weights.ts';

export interface ConfidenceWeights {
  /** Is the passage about what is asked? Learned against documents left out. */
  readonly topic: ConfidenceEvidence;
  /** Does it say what is asked? Learned against questions on the subject that have no answer. */
  readonly statement: ConfidenceEvidence;
}

/** The most confidence there is where what is asked for is missing: under any threshold that gives answers. */
const UNMET = 0.05;

/**
 * Both must hold, so the two probabilities are multiplied: one alone would let much talk about the subject make up for a missing
 * date, or a fitting date for the wrong subject. The topic counts twice, since an answer off the subject is the worse one: of the
 * questions about documents left out three in a hundred more are met with silence, of the others one in a hundred is.
 */
export function confidenceOf(evidence: ConfidenceEvidence, { topic, statement }: ConfidenceWeights): number {
  const confidence = logistic(weigh(evidence, topic)) ** 2 * logistic(weigh(evidence, statement));
  // That somebody else does it, that the office or the place is another one, or that nothing is said about it, is as firm as the
  // demands. In a long paragraph another sentence may do what this one does not, so there only those hold that ask of the whole.
  const { otherDoer, otherOffice, otherPlace, aboutMissing, short } = evidence;
  const anywhere = otherOffice + aboutMissing > 0;
  const unmet = anywhere || (short > 0 && (leavesUnmet(evidence) || otherDoer + otherPlace > 0));
  return unmet ? Math.min(confidence, UNMET) : confidence;
}

/** From this share of the threshold on a passage may be the closest one. */
const CLOSE = 0.6;

/**
 * Whether a passage that is no answer comes so near to one that readers should judge for themselves: little is missing to the
 * threshold, something of the kind asked for is there, and nobody else does what is asked about.
 */
export function comesClose({ unmet, undone, opposed }: ConfidenceEvidence, confidence: number): boolean {
  return confidence >= CLOSE * THRESHOLD && unmet === 0 && undone === 0 && opposed === 0;
}
