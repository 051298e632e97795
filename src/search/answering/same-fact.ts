// The same words in several documents are one answer: they stand together, the most official and oldest document first.
import type { Document } from '../../corpus/document.ts';
import type { ReadPassage, ReadPassages } from '../text/read-passage.ts';

/** Two passages tell the same if they share so much of their words (Jaccard); a reprint changes a word or two. */
const sameShare = 0.8;

/** What an institution says itself comes before what is said of it. */
const official: Readonly<Record<Document['kind'], number>> = {
  treaty: 0,
  statement: 1,
  transcript: 2,
  readout: 3,
  news: 4,
  other: 5,
};

/** The passages in the same order, but those that tell the same as one before them stand with it. */
export function grouped<One extends { readonly index: number }>(
  ranked: readonly One[],
  read: ReadPassages,
): One[] {
  const groups: One[][] = [];
  for (const one of ranked) {
    const group = groups.find(([first]) => first && tellsSame(read.at(first.index), read.at(one.index)));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.flatMap((group) => group.sort((a, b) => byOffice(read.at(a.index), read.at(b.index))));
}

function tellsSame(a: ReadPassage | undefined, b: ReadPassage | undefined): boolean {
  if (!a || !b || a.passage.document === b.passage.document) return false;
  const [ours, theirs] = [new Set(a.terms), new Set(b.terms)];
  return ours.intersection(theirs).size / ours.union(theirs).size >= sameShare;
}

/** An undated document counts as the youngest. */
function byOffice(a: ReadPassage | undefined, b: ReadPassage | undefined): number {
  if (!a || !b) return 0;
  const [x, y] = [a.passage.document, b.passage.document];
  if (official[x.kind] !== official[y.kind]) return official[x.kind] - official[y.kind];
  const dates = [x.published?.value ?? '9999', y.published?.value ?? '9999'] as const;
  return dates[0] < dates[1] ? -1 : Number(dates[0] > dates[1]);
}
