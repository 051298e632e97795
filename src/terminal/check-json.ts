// A checked quotation as machines read it; the README documents it.
import type { Check, Flag, Verdict } from '../check/check.ts';
import type { Difference } from '../check/differences.ts';

export interface CheckJson {
  readonly verdict: Verdict;
  readonly flags: readonly Flag[];
  /** `start` and `end` are offsets into the document's text in UTF-16 code units, end exclusive. */
  readonly matches: readonly {
    readonly document: string;
    readonly paragraph: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly speaker?: string;
  }[];
  readonly differences: readonly Difference[];
}

export function checkJson({ verdict, flags, matches, differences }: Check): CheckJson {
  return {
    verdict,
    flags,
    matches: matches.map(({ passage, start, end, text, speaker }) => ({
      document: passage.document.id,
      paragraph: passage.paragraph,
      start,
      end,
      text,
      ...(speaker !== undefined && { speaker }),
    })),
    differences,
  };
}
