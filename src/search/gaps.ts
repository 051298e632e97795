// What of a question is found nowhere, or not where it should be, by the surprise of its words.
import { share } from './matching.ts';
import type { Question } from './question.ts';

/** The weight of the words that no source holds, as a share of the question's. */
export function unknownShare(question: Question): number {
  return share(
    Float32Array.from(question.terms, ({ known }) => (known ? 0 : 1)),
    question,
  );
}

/** Twenty words are a long question. */
export function longQuestion({ folded }: Question): number {
  return Math.min(1, folded.length / 20);
}

/** The most surprising word not covered, as a share of eight: the surprise of a word the background does not know is about that. */
export function gapOf({ terms }: Question, cover: Float32Array): number {
  let gap = 0;
  terms.forEach(({ weight }, index) => {
    gap = Math.max(gap, (weight * (1 - (cover[index] ?? 0))) / 8);
  });
  return gap;
}
