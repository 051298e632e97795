// A joint statement as the sources have it: its parts in order, who issued it and who signed it, and what is only reported.
import type { JointStatement, StatementPart, StatementSection } from '../corpus/dossier.ts';
import type { Span } from '../corpus/passages.ts';
import { sentencesOf } from '../corpus/sentences.ts';

export interface JointShown {
  readonly statement: JointStatement;
  /** The sections shown: all of them, or the one asked for. */
  readonly sections: readonly StatementSection[];
}

/** The sentences of a part, or pieces of sentences, each with its place in the passage's text. */
export function sentencesOfPart({ passage, start, end }: StatementPart): Span[] {
  return sentencesOf(passage.text.slice(start, end)).map((span) => ({
    start: start + span.start,
    end: start + span.end,
  }));
}
