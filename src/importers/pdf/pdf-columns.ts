// The columns of a page in the order in which they are read.
import { type Gutter, guttersOf, widestGap } from './gutters.ts';
import { endOf, type Item, type Row, rowsOf } from './pdf-items.ts';

/** Pieces on one base line, without a wide gap between them. */
export interface Segment {
  readonly items: Item[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface Columns {
  readonly columns: readonly (readonly Segment[])[];
  /** Whether the order may be another one. */
  readonly isUnsure: boolean;
}

/** The places of the gutters that the pages show plainly: a last column of a line or two is seen by them. */
export function knownGutters(pages: readonly (readonly Item[])[]): number[] {
  const places = pages.flatMap((items) => guttersOf(rowsOf(items), []).plain);
  return [...new Set(places.map(({ left, right }) => Math.round((left + right) / 2)))].slice(0, mostKnown);
}

const mostKnown = 20;

export function columnsOf(items: readonly Item[], known: readonly number[]): Columns {
  const rows = rowsOf(items);
  const { sure, isUnsure } = guttersOf(rows, known);
  const segments = rows.flatMap((row) => segmentsOf(row, sure));
  return { columns: arranged(segments, sure), isUnsure };
}

function segmentsOf(row: Row, gutters: readonly Gutter[]): Segment[] {
  const here = gutters.filter(({ top, foot }) => row.y <= top && row.y >= foot);
  const parts: Item[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const item of row.items) {
    const isParted =
      item.x - right >= widestGap * row.size ||
      here.some((gutter) => right <= gutter.left + 1 && item.x >= gutter.right - 1);
    if (isParted || parts.length === 0) parts.push([item]);
    else parts.at(-1)?.push(item);
    right = isParted ? endOf(item) : Math.max(right, endOf(item));
  }
  return parts.map((part) => ({
    items: part,
    left: Math.min(...part.map(({ x }) => x)),
    right: Math.max(...part.map(endOf)),
    // Columns need not have their lines at the same heights.
    y: part.reduce((base, item) => (item.size > base.size ? item : base)).y,
    size: row.size,
  }));
}

/**
 * The highest gutter parts a region into what is above it, its left side, its right side and what is below; each of them
 * is parted again. Titles across columns, pictures and columns of unequal height need no rule of their own so.
 */
function arranged(segments: readonly Segment[], gutters: readonly Gutter[]): (readonly Segment[])[] {
  if (segments.length === 0) return [];
  const parted = gutters
    .toSorted((a, b) => b.top - b.foot - (a.top - a.foot) || a.left - b.left)
    .map((gutter) => partedBy(segments, gutter))
    .find(({ left, right }) => left.length > 0 && right.length > 0);
  if (!parted) return [segments];
  return inOrder(parted).flatMap((part) => arranged(part, gutters));
}

/** A box beside the text is read behind it. */
function inOrder({ above, left, right, below, box }: Parted): (readonly Segment[])[] {
  if (box === 'right') return [above, left, below, right];
  return box === 'left' ? [above, right, below, left] : [above, left, right, below];
}

interface Parted extends Sides {
  readonly box?: Gutter['box'];
}

interface Sides {
  readonly above: readonly Segment[];
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
  readonly below: readonly Segment[];
}

function partedBy(segments: readonly Segment[], gutter: Gutter): Parted {
  const middle = (gutter.left + gutter.right) / 2;
  const parts: Record<keyof Sides, Segment[]> = { above: [], left: [], right: [], below: [] };
  for (const segment of segments) {
    const { y, size } = segment;
    if (y > gutter.top + size / 2) parts.above.push(segment);
    else if (y < gutter.foot - size / 2) parts.below.push(segment);
    else parts[(segment.left + segment.right) / 2 < middle ? 'left' : 'right'].push(segment);
  }
  return { ...parts, ...(gutter.box && { box: gutter.box }) };
}
