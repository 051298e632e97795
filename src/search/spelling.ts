// Misspelt words of a question → the terms they were meant for. Only a word that is neither English nor in the sources is
// looked at: "tanks" is English, so it is a missing word and no misspelling of "talks".
import type { Vocabulary } from './vocabulary.ts';

/** A four-letter word has too many neighbours for two slips; from eight letters on two slips are still recognisable. */
const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The terms nearest to a misspelt word, all at the least distance; none when the distance is too great. */
export function correct(folded: string, vocabulary: Vocabulary): string[] {
  let least = slipsAllowed(folded.length);
  if (least === 0 || /\d/.test(folded)) return [];
  let nearest: string[] = [];
  // Typists rarely miss the first letter, and looking only there spares most comparisons; the second is tried as well for
  // letters swapped at the start.
  for (const letter of new Set([folded[0] ?? '', folded[1] ?? '']))
    for (const [form, term] of vocabulary.beginningWith(letter)) {
      if (form.length < 4 || Math.abs(form.length - folded.length) > least) continue;
      const distance = slips(folded, form, least);
      if (distance > least) continue;
      if (distance < least) nearest = [];
      least = distance;
      nearest.push(term);
    }
  return nearest;
}

/** Letters missed, added, changed or swapped with the next (optimal string alignment), or `limit + 1` when more. */
export function slips(a: string, b: string, limit: number): number {
  let older: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      line.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    older = above;
    above = line;
  }
  return above[b.length] ?? limit + 1;
}
