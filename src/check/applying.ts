// Which verdicts apply to a quotation that was found.

import type { Verdict } from './found.ts';
import type { Judged } from './judge.ts';
import type { Difference } from './laying/differences.ts';

export type Applying = Exclude<Verdict, 'not-found' | 'exact'>;

/** The verdicts that apply, the first first. */
export function applyingTo(
  { joined, likeness, reporter }: Judged,
  differences: readonly Difference[],
): Applying[] {
  return [
    ...when(joined, 'joined'),
    ...when(differences.length > 0, 'altered'),
    ...when(likeness === 'other', 'misattributed'),
    ...when(reporter === 'part' || reporter === 'whole', 'reporter'),
  ];
}

export function when<T extends string>(applies: boolean, value: T): T[] {
  return applies ? [value] : [];
}
