// What stands alike on both sides of a comparison, told together and not paragraph by paragraph.
import type { Pair } from './compare.ts';

interface Labelled {
  readonly text: string;
  readonly label: string;
}

/** The pairs in their order: neighbours that are the same in one run, everything else in a run of its own. */
export function runsOf<Text extends Labelled>(pairs: readonly Pair<Text>[]): Pair<Text>[][] {
  const runs: Pair<Text>[][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1);
    if (pair.kind === 'same' && last?.[0]?.kind === 'same') last.push(pair);
    else runs.push([pair]);
  }
  return runs;
}

/** How many paragraphs of a run are the same, and from where to where on either side; nothing where it tells a difference. */
export function sameIn<Text extends Labelled>(
  run: readonly Pair<Text>[],
): { readonly count: number; readonly left: string; readonly right: string } | undefined {
  const [first] = run;
  const last = run.at(-1);
  if (first?.kind !== 'same' || last?.kind !== 'same') return undefined;
  const range = (from: string, to: string): string => (from === to ? from : `${from} – ${to}`);
  return {
    count: run.length,
    left: range(first.left.label, last.left.label),
    right: range(first.right.label, last.right.label),
  };
}
