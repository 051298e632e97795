// Which paragraph stands in the place of which: those that are the same first, then, between them, those most alike, in
// the order of both texts.
import { diffArrays } from 'diff';
import type { Places } from './compare.ts';
import type { Likeness } from './likeness.ts';

interface Gap {
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
}

/** Pairs in the order of both texts. Those that share less than `least` of their wording are no pair. */
export function aligned(likeness: Likeness, least: number): Places {
  const paired = new Map<number, number>();
  let [from, to] = [0, 0];
  for (const gap of gapsOf(likeness)) {
    for (; from < gap.left[0]; from++, to++) paired.set(from, to);
    for (const [a, b] of bestIn(gap, likeness, least)) paired.set(a, b);
    [from, to] = [gap.left[1], gap.right[1]];
  }
  for (; from < likeness.left && to < likeness.right; from++, to++) paired.set(from, to);
  return paired;
}

/** Texts that differ in more paragraphs than this are told as one for the other: the search takes their square. */
const mostEdits = 2_000;

/** What stands between the paragraphs that are the same in both. */
function gapsOf(likeness: Likeness): Gap[] {
  const { left, right } = likeness.plain();
  const changes = diffArrays(left, right, { maxEditLength: mostEdits });
  if (!changes) return [{ left: [0, left.length], right: [0, right.length] }];
  const gaps: Gap[] = [];
  let [from, to] = [0, 0];
  let open: Gap | undefined;
  for (const { count, added, removed } of changes) {
    if (!added && !removed) {
      if (open) gaps.push(open);
      open = undefined;
      from += count;
      to += count;
      continue;
    }
    const [a, b] = [from + (removed ? count : 0), to + (added ? count : 0)];
    open = { left: [open?.left[0] ?? from, a], right: [open?.right[0] ?? to, b] };
    [from, to] = [a, b];
  }
  if (open) gaps.push(open);
  return gaps;
}

/** Larger gaps are those of two different texts; with this many cells the work still takes less than two seconds. */
const mostCells = 2_000_000;

/** The pairs in a gap whose likeness adds up to the most (Needleman and Wunsch, without a price for a gap). */
function bestIn({ left, right }: Gap, likeness: Likeness, least: number): [number, number][] {
  const [rows, columns] = [left[1] - left[0], right[1] - right[0]];
  if (rows === 0 || columns === 0 || rows * columns > mostCells) return [];
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width);
  const likes = new Float32Array((rows + 1) * width);
  for (let row = 1; row <= rows; row++) {
    for (let column = 1; column <= columns; column++) {
      const at = row * width + column;
      const like = likeness.of(left[0] + row - 1, right[0] + column - 1);
      likes[at] = like >= least ? Math.max(like, Number.EPSILON) : 0;
      const paired = likes[at] ? (best[at - width - 1] ?? 0) + (likes[at] ?? 0) : 0;
      best[at] = Math.max(paired, best[at - 1] ?? 0, best[at - width] ?? 0);
    }
  }
  return traced(best, likes, { rows, width }).map(([row, column]) => [left[0] + row, right[0] + column]);
}

/** The pairs from the last cell back to the first. */
function traced(
  best: Float32Array,
  likes: Float32Array,
  { rows, width }: { readonly rows: number; readonly width: number },
): [number, number][] {
  const pairs: [number, number][] = [];
  let [row, column] = [rows, width - 1];
  while (row > 0 && column > 0) {
    const at = row * width + column;
    if (best[at] === best[at - 1]) column--;
    else if (best[at] === best[at - width]) row--;
    else {
      if (likes[at]) pairs.push([row - 1, column - 1]);
      row--;
      column--;
    }
  }
  return pairs;
}
