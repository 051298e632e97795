// A checked quotation as machines read it; the README documents it.
import type { Check, CheckMatch, Flag, Verdict } from '../../check/check.ts';
import type { Difference } from '../../check/laying/differences.ts';
import { labelOf } from '../../corpus/passages.ts';

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
  /** Whether the collection covers who spoke, the year and the event; where it does not, "not found" tells nothing. */
  readonly coverage: 'inside' | 'outside';
  /** Where it stands though it was not found in the document that was asked for, or in a withdrawn one alone. */
  readonly elsewhere?: readonly string[];
  readonly withdrawn?: readonly string[];
}

const labels = (matches: readonly CheckMatch[]): string[] => [
  ...new Set(matches.map(({ passage }) => labelOf(passage))),
];

export function checkJson(check: Check): CheckJson {
  const { verdict, flags, matches, differences, outside, elsewhere, withdrawn } = check;
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
    coverage: outside ? 'outside' : 'inside',
    ...(elsewhere && { elsewhere: labels(elsewhere) }),
    ...(withdrawn && { withdrawn: labels(withdrawn) }),
  };
}
