// Documents in languages that are not read here: their quotations are found, and nobody is guessed to have spoken them.
import type { Document } from '../corpus/document.ts';
import type { Passage } from '../corpus/passages.ts';
import { quotationsOf } from '../corpus/text/quotations.ts';
import type { Statement } from './statement.ts';

/** Fewer quoted words are a title, a term or irony as often as speech. */
const fewestWords = 4;

/** The quotations of a document that are long enough to be speech. */
export function quotedIn(document: Document, passages: readonly Passage[]): Statement[] {
  return passages.flatMap(({ text, start, paragraph }) =>
    quotationsOf(text)
      .filter((span) => wordsIn(text.slice(span.start, span.end)) >= fewestWords)
      .map((span): Statement => {
        const place = { start: start + span.start, end: start + span.end };
        return {
          document,
          paragraph,
          ...place,
          spans: [place],
          direct: true,
          speaker: undefined,
          cue: undefined,
          clause: undefined,
          medium: undefined,
          hedges: [],
          annotated: false,
          unread: true,
        };
      }),
  );
}

/** Marks that stand apart are none: « Le pont reste ». */
function wordsIn(quoted: string): number {
  return quoted.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
