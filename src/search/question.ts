// A question as it is understood: what it asks for, the terms an answer should hold, and who is said to have done what.
import { actOf } from './act.ts';
import { askedFor, type Kind } from './asked-for.ts';
import { MARK, marksOf } from './marks.ts';
import { mended, type QuestionReader, type QuestionTerm, termsOf } from './question-terms.ts';
import { words } from './words.ts';

export type { Kind } from './asked-for.ts';
export type { QuestionReader, QuestionTerm } from './question-terms.ts';

export interface Question {
  readonly text: string;
  readonly kind: Kind;
  /** Marks one of which the answer must bear; 0 when the question does not tell. */
  readonly wanted: number;
  readonly terms: readonly QuestionTerm[];
  /** Index in `terms` of the noun asked for ("which *month*", "how many *leaders*"), −1 where there is none. */
  readonly focus: number;
  /** Index in `terms` of what was done ("who *paid*", "what did Merz *answer*"), −1 where unsure. */
  readonly act: number;
  /** Indices in `terms` of who did it, where the question says so. */
  readonly doer: readonly number[];
  /** Index in `terms` of the heaviest term, −1 where there is none. */
  readonly rarest: number;
  readonly negated: boolean;
  /** Folded words of the question in order, grammar included. */
  readonly folded: readonly string[];
  /** The marks of each. */
  readonly marks: Uint32Array;
}

/** Reads a question. Nothing in it is refused: what cannot be understood has no terms. */
export function readQuestion(text: string, reader: QuestionReader): Question {
  const found = words(text).map((word, index) => mended(word, index, reader));
  const folded = found.map((word) => word.folded);
  const opens = found.map((_, index) => index === 0);
  const marks = marksOf(text, found, opens, reader.background);
  const asked = askedFor(folded);
  const terms = termsOf({ text, found, marks, skip: asked.skip }, reader);
  const termAt = (position: number): number =>
    terms.findIndex((term) => position >= term.position && position <= term.last);
  const { act, doer } = actOf(
    folded,
    {
      isName: (index) => terms[termAt(index)]?.isName ?? false,
      isOwner: (index) => /['’]s$/u.test(found[index]?.text ?? ''),
    },
    asked.wh,
    reader.background,
  );
  return {
    text,
    kind: asked.kind,
    wanted: asked.wanted,
    terms,
    focus: terms.findIndex(({ position }) => position === asked.focus),
    act: termAt(act),
    doer: [...new Set(doer.map(termAt))].filter((at) => at >= 0),
    rarest: terms.reduce(
      (winner, { weight }, at) => (weight > (terms[winner]?.weight ?? -1) ? at : winner),
      -1,
    ),
    negated: marks.some((mark) => mark & MARK.negation),
    folded,
    marks,
  };
}
