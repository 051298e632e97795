// Whether two texts have so little in common that a comparison says nothing.
import type { Comparison, Paragraph } from './compare.ts';
import type { Piece } from './words.ts';

/** Of two changed paragraphs so much of the longer is in both, in words of their own order, where one was made from the other. */
const leastShared = 0.3;

/** No paragraph of one is, or was made from, one of the other. */
export function isUnrelated<T extends Paragraph>({ pairs, counts }: Comparison<T>): boolean {
  if (counts.same > 0 || counts.moved > 0) return false;
  return pairs.every((pair) => pair.kind !== 'changed' || sharedIn(pair.pieces) < leastShared);
}

function sharedIn(pieces: readonly Piece[]): number {
  const lengthOf = (kind: Piece['kind']): number =>
    pieces.reduce((sum, piece) => (piece.kind === kind ? sum + piece.text.trim().length : sum), 0);
  const same = lengthOf('same');
  return same / Math.max(1, same + Math.max(lengthOf('left'), lengthOf('right')));
}
