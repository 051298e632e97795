// White strips between the columns of a page: where they are, and which of them part columns of text and not the cells of
// a table or a number from its paragraph.
import { betweenHeadings, isTopUnsure } from './gutter-ends.ts';
import { endOf, type Item, type Row } from './pdf-items.ts';

/** A white strip; `top` and `foot` are the base lines of the first and the last row beside it. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
  /** The side that is a narrow box beside the text, in letters of another size: it is read when the text is at its end. */
  readonly box?: 'left' | 'right';
}

/** A strip that is open while rows are looked at from top to bottom. */
interface Strip {
  readonly left: number;
  readonly right: number;
  readonly from: number;
}

/** A gutter is at least so wide, in letters; blanks of justified lines are as wide, but not below each other. */
const narrowest = 0.8;
/** Words of a justified line may stand this far apart, in letter sizes; columns stand further apart. */
export const widestGap = 1.3;
/** So many lines stand on either side before it is two columns; where the document has the same gutter elsewhere, one. */
const leastLines = 3;
/** A page that was made to have white strips without end has more; columns of a newspaper have a dozen. */
const mostStrips = 60;
const mostJudged = 200;
/** The smallest print has 200 lines on a page. */
const mostRows = 1_000;
/** The columns of a newspaper have 20 letters a line and more. */
const narrowestColumn = 8;

export interface Gutters {
  /** Those that show plainly what they are, without other pages. */
  readonly plain: readonly Gutter[];
  /** Those that part columns. */
  readonly sure: readonly Gutter[];
  /** Whether something else stands beside each other that may be columns. */
  readonly isUnsure: boolean;
}

/** The gutters of a page. `known` are the places, from the left, where other pages of the document have them. */
export function guttersOf(rows: readonly Row[], known: readonly number[]): Gutters {
  const [edges, size] = [edgesOf(rows), rows[0]?.size ?? 0];
  if (rows.length > mostRows) return { plain: [], sure: [], isUnsure: true };
  if (rows.length === 0 || size === 0) return { plain: [], sure: [], isUnsure: false };
  const strips = stripsOf(rows, edges)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, mostJudged);
  const judged = strips.map((strip) => judge(rows, strip, known));
  const taken = judged.filter(({ is }) => is === 'columns' || is === 'likely');
  const sure = taken.map(({ gutter }) => gutter);
  const parted = sure.flatMap((gutter) => betweenHeadings(rows, gutter));
  return {
    plain: judged.flatMap(({ gutter, is }) => (is === 'columns' ? [gutter] : [])),
    sure: parted,
    // A part of a gutter that is beside few lines is no other gutter.
    isUnsure:
      parted.some((gutter) => isTopUnsure(rows, gutter)) ||
      judged.some(({ is, gutter }) =>
        is === 'likely'
          ? !judged.some((other) => other.is === 'columns' && isOver(other.gutter, gutter))
          : is === 'unsure' && !sure.some((other) => isOver(other, gutter)),
      ),
  };
}

function isOver(one: Gutter, other: Gutter): boolean {
  return one.left < other.right && other.left < one.right;
}

function edgesOf(rows: readonly Row[]): { left: number; right: number } {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { items } of rows) {
    for (const item of items) {
      left = Math.min(left, item.x);
      right = Math.max(right, endOf(item));
    }
  }
  return { left, right };
}

/** Every white strip that cannot be made higher, as wide as it is at its narrowest. */
function stripsOf(rows: readonly Row[], edges: { left: number; right: number }): (Strip & { to: number })[] {
  const closed: (Strip & { to: number })[] = [];
  let open: Strip[] = [];
  for (const [index, row] of rows.entries()) {
    const white = whiteOf(row, edges);
    const next = new Map<string, Strip>();
    for (const strip of [...open, ...white.map((each) => ({ ...each, from: index }))]) {
      const parts = white.flatMap((each) => {
        const [left, right] = [Math.max(strip.left, each.left), Math.min(strip.right, each.right)];
        return right - left >= row.size * narrowest ? [{ left, right, from: strip.from }] : [];
      });
      if (
        !parts.some(({ left, right }) => left === strip.left && right === strip.right) &&
        index > strip.from
      )
        closed.push({ ...strip, to: index - 1 });
      for (const part of parts) {
        const key = `${part.left} ${part.right}`;
        const same = next.get(key);
        if (!same || same.from > part.from) next.set(key, part);
      }
    }
    open = [...next.values()].toSorted((a, b) => a.from - b.from).slice(0, mostStrips);
  }
  return [...closed, ...open.map((strip) => ({ ...strip, to: rows.length - 1 }))].filter(
    ({ left, right, from, to }) => to > from && left > edges.left && right < edges.right,
  );
}

function whiteOf(
  { items, size }: Row,
  edges: { left: number; right: number },
): { left: number; right: number }[] {
  const white: { left: number; right: number }[] = [];
  let left = edges.left - size;
  for (const item of items) {
    if (item.x - left >= size * narrowest) white.push({ left, right: item.x });
    left = Math.max(left, endOf(item));
  }
  if (edges.right + size - left >= size * narrowest) white.push({ left, right: edges.right + size });
  return white;
}

/** Columns; columns of which one may be a table; something that may be columns; something else. */
type Judgement = 'columns' | 'likely' | 'unsure' | 'none';

/** What stands next to a strip on one side, in one row. */
interface Beside {
  readonly row: Row;
  readonly size: number;
  readonly left: number;
  readonly right: number;
}

function judge(
  rows: readonly Row[],
  strip: Strip & { to: number },
  known: readonly number[],
): { gutter: Gutter; is: Judgement } {
  const inside = rows.slice(strip.from, strip.to + 1);
  const left = inside.flatMap((row) => besideOf(row, strip, 'left'));
  const right = inside.flatMap((row) => besideOf(row, strip, 'right'));
  const box = boxOf(left, right);
  const gutter = {
    ...{ left: strip.left, right: strip.right },
    ...{ top: inside[0]?.y ?? 0, foot: inside.at(-1)?.y ?? 0 },
    ...(box && { box }),
  };
  const middle = (strip.left + strip.right) / 2;
  const isKnown = known.some((place) => Math.abs(place - middle) < 8);
  return { gutter, is: judgementOf(left, right, strip.right, isKnown) };
}

/** Letters of a box are smaller than those of the text beside it, and its lines much shorter. */
const smaller = 0.85;
const narrower = 0.6;

function boxOf(left: readonly Beside[], right: readonly Beside[]): 'left' | 'right' | undefined {
  const isBox = (one: readonly Beside[], other: readonly Beside[]): boolean =>
    one.length >= leastLines &&
    other.length >= leastLines &&
    sizeOf(one) < sizeOf(other) * smaller &&
    widthOf(one) < widthOf(other) * narrower;
  if (isBox(right, left)) return 'right';
  return isBox(left, right) ? 'left' : undefined;
}

function judgementOf(
  left: readonly Beside[],
  right: readonly Beside[],
  edge: number,
  isKnown: boolean,
): Judgement {
  const sides = [left, right];
  const isBox = Math.abs(sizeOf(left) - sizeOf(right)) > 0.08 * sizeOf(left);
  const least = isKnown || beginTogether(left, right) ? 1 : isBox ? 2 : leastLines;
  if (Math.min(left.length, right.length) < least || !beginsAt(right, edge)) return 'none';
  if (isKnown) return 'columns';
  if (!sides.every((side) => isDense(side) && widthOf(side) > narrowestColumn * sizeOf(side))) return 'none';
  const isBeside = overlap(left, right);
  const [less = 0, more = 0] = sides.map(fullnessOf).toSorted((a, b) => a - b);
  // Below a picture a column may begin where the other one ends; what is as wide as the other is a column too.
  if (less >= full)
    return isBeside || Math.abs(widthOf(left) / widthOf(right) - 1) < 0.2 ? 'columns' : 'none';
  if (!isBeside) return 'none';
  // One side is text, and the other one has some lines of text beside a table or a list.
  const isLikely = more >= 0.6 && less >= 0.2 && Math.min(left.length, right.length) >= 2 * leastLines;
  return isLikely ? 'likely' : 'unsure';
}

/** So many lines of a column fill it; of a signature or of the rows of a table they do not. */
const full = 0.4;

/** A long column of full lines, and one nearly as wide that begins at the same height and ends soon. */
function beginTogether([first, ...left]: readonly Beside[], right: readonly Beside[]): boolean {
  const [other] = right;
  if (!first || !other || left.length < 3 * leastLines || fullnessOf(left) < full) return false;
  return Math.abs(first.row.y - other.row.y) < first.size * 2 && widthOf(right) > widthOf(left) * 0.6;
}

function sizeOf(side: readonly Beside[]): number {
  return inOrder(
    side.map(({ size }) => size),
    0.5,
  );
}

/** Columns begin at one place, with or without an indent; what begins anywhere behind a strip is the rest of a line. */
function beginsAt(side: readonly Beside[], edge: number): boolean {
  const share = (most: number): number =>
    side.filter(({ left, size }) => left - edge < most * size).length / side.length;
  return share(0.5) >= 0.3 && (share(2.5) >= 0.6 || hangs(side, edge));
}

/** Points that nothing but rounding moves a line by. */
const same = 1.5;
const widestHang = 6;

/** Years or names at the edge, and what goes on below their words: every line begins at one of two places. */
function hangs(side: readonly Beside[], edge: number): boolean {
  const inner = side.filter(({ left, size }) => left - edge >= 0.5 * size);
  const [first] = inner;
  if (!first || first.left - edge > widestHang * first.size) return false;
  return inner.every(({ left }) => Math.abs(left - first.left) < same);
}

/** The words nearest to the strip up to the next wide gap; what is as far away as a column is wide stands beside nothing. */
function besideOf(row: Row, strip: Strip, side: 'left' | 'right'): Beside[] {
  const items: readonly Item[] =
    side === 'left'
      ? row.items.filter((item) => endOf(item) <= strip.left + 1).toReversed()
      : row.items.filter((item) => item.x >= strip.right - 1);
  const [first] = items;
  if (!first) return [];
  let [left, right] = [first.x, endOf(first)];
  const distance = side === 'left' ? strip.left - right : left - strip.right;
  if (distance > narrowestColumn * first.size) return [];
  for (const item of items.slice(1)) {
    const gap = side === 'left' ? left - endOf(item) : item.x - right;
    if (gap > widestGap * row.size) break;
    left = Math.min(left, item.x);
    right = Math.max(right, endOf(item));
  }
  return [{ row, left, right, size: first.size }];
}

/** Whether lines of the one side stand at the heights of the other. */
function overlap(left: readonly Beside[], right: readonly Beside[]): boolean {
  const top = Math.min(left[0]?.row.y ?? 0, right[0]?.row.y ?? 0);
  const foot = Math.max(left.at(-1)?.row.y ?? 0, right.at(-1)?.row.y ?? 0);
  return top >= foot;
}

/** The width that most lines have room in: a heading over all columns is none of them. */
function widthOf(side: readonly Beside[]): number {
  const rights = side.map(({ right }) => right);
  return (
    inOrder(rights, 0.9) -
    inOrder(
      side.map(({ left }) => left),
      0.25,
    )
  );
}

/** The number that so large a share of them is below. */
function inOrder(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.round((numbers.length - 1) * share)] ?? 0;
}

/** Lines of text stand close below each other; cells of a table and labels of speakers mostly do not. */
function isDense(side: readonly Beside[]): boolean {
  const close = side.filter(({ row }, index) => {
    const above = side[index - 1];
    const below = side[index + 1];
    const isNear = (other: Beside | undefined): boolean =>
      other !== undefined && Math.abs(other.row.y - row.y) < row.size * 1.8;
    return isNear(above) || isNear(below);
  });
  return side.length === 1 || close.length >= side.length * 0.5;
}

function fullnessOf(side: readonly Beside[]): number {
  const width = widthOf(side);
  return side.filter(({ left, right }) => right - left > width * 0.72).length / side.length;
}
