// What became of questions, however they were asked: what is right and what is said, how sure the library was, and whether
// it was as sure as it should be.
import { type Measured, mean, measuredAuroc, measuredShare, share } from './measures.ts';

export interface Outcome {
  /** `answerable`, or what the question is off: what the sources tell, or their subject altogether. */
  readonly sort: 'answerable' | 'on the subject' | 'off the subject';
  /** A passage that answers came first. */
  readonly right: boolean;
  /** It was given as the answer. */
  readonly answered: boolean;
  readonly confidence: number;
  /** Whether the sentence that is shown holds the answer; undefined where the passage does not, or where that is not known. */
  readonly sentenceHolds?: boolean | undefined;
}

export interface OutcomeFigures {
  readonly answerable: number;
  readonly unanswerable: number;
  readonly first: Measured | undefined;
  /** The right passage first, and given as the answer. */
  readonly firstAndSaid: Measured | undefined;
  /** Of those whose right passage came first and whose sentence is known. */
  readonly sentence: Measured | undefined;
  readonly silentOn: Measured | undefined;
  readonly silentOff: Measured | undefined;
  /** Of the confidence: answerable questions against those on the subject that nothing answers. */
  readonly auroc: Measured | undefined;
  /** The same, of the answerable ones those alone whose right passage came first. */
  readonly aurocRight: Measured | undefined;
}

export function figuresOf(outcomes: readonly Outcome[]): OutcomeFigures {
  const { answerable, on, off } = sorted(outcomes);
  const isSilent = ({ answered }: Outcome): boolean => !answered;
  return {
    answerable: answerable.length,
    unanswerable: on.length,
    first: measuredShare(answerable, ({ right }) => right),
    firstAndSaid: measuredShare(answerable, isRightAndSaid),
    sentence: measuredShare(
      answerable.filter(({ sentenceHolds }) => sentenceHolds !== undefined),
      ({ sentenceHolds }) => sentenceHolds === true,
    ),
    silentOn: measuredShare(on, isSilent),
    silentOff: measuredShare(off, isSilent),
    auroc: measuredAuroc(confidences(answerable), confidences(on)),
    aurocRight: measuredAuroc(confidences(answerable.filter(({ right }) => right)), confidences(on)),
  };
}

export function isRightAndSaid({ sort, right, answered }: Outcome): boolean {
  return sort === 'answerable' && right && answered;
}

/** Of the questions whose confidence lies in a tenth: how sure the library was, and how often it was right. */
export interface Bin {
  readonly from: number;
  readonly questions: number;
  readonly confidence: number;
  readonly right: Measured | undefined;
}

/** Ten bins from 0 to 1, 1 in the last. A confidence is reliable where both columns agree. */
export function reliability(outcomes: readonly Outcome[]): Bin[] {
  const bins = Map.groupBy(outcomes, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  return Array.from({ length: 10 }, (_, index) => {
    const bin = bins.get(index) ?? [];
    return {
      from: index / 10,
      questions: bin.length,
      confidence: mean(confidences(bin)),
      right: measuredShare(bin, ({ sort, right }) => sort === 'answerable' && right),
    };
  });
}

/** What a threshold of the confidence would give. */
export interface Point {
  readonly threshold: number;
  readonly rightAndSaid: number;
  readonly silentOn: number;
  readonly silentOff: number | undefined;
}

export function curve(outcomes: readonly Outcome[], thresholds: readonly number[]): Point[] {
  const { answerable, on, off } = sorted(outcomes);
  return thresholds.map((threshold) => {
    const isSilent = ({ confidence }: Outcome): boolean => confidence < threshold;
    return {
      threshold,
      rightAndSaid: share(answerable, (one) => one.right && !isSilent(one)),
      silentOn: share(on, isSilent),
      silentOff: off.length === 0 ? undefined : share(off, isSilent),
    };
  });
}

/** The lowest threshold at which a share of the questions on the subject meets with silence; 0 where there are none. */
export function thresholdAt(outcomes: readonly Outcome[], silentOn: number): number {
  const values = confidences(sorted(outcomes).on).sort((a, b) => a - b);
  // Silence is below a threshold: it stands just above the highest confidence that must fall silent.
  const last = values[Math.ceil(silentOn * values.length) - 1];
  return last === undefined ? 0 : last + Number.EPSILON;
}

function sorted(outcomes: readonly Outcome[]): Record<'answerable' | 'on' | 'off', Outcome[]> {
  const sorts = Map.groupBy(outcomes, ({ sort }) => sort);
  return {
    answerable: sorts.get('answerable') ?? [],
    on: sorts.get('on the subject') ?? [],
    off: sorts.get('off the subject') ?? [],
  };
}

function confidences(outcomes: readonly Outcome[]): number[] {
  return outcomes.map(({ confidence }) => confidence);
}
