// Where a white strip between columns ends: at headings over all columns, at what stands above and far below both of them.
import type { Gutter } from './gutters.ts';
import { commonSize, endOf, type Row } from './pdf-items.ts';

/**
 * A heading over all columns may be short, so that the strip runs past it: where it stands in larger letters at the left,
 * and on the right nothing is beside it, the columns above it are read before it.
 */
export function betweenHeadings(rows: readonly Row[], gutter: Gutter): Gutter[] {
  const inside = rows.filter(({ y }) => y <= gutter.top && y >= gutter.foot);
  const body = commonSize(inside.flatMap(({ items }) => items));
  const right = inside.filter(({ items }) => items.some(({ x }) => x >= gutter.right - 1));
  const parts: Row[][] = [[]];
  for (const row of inside) {
    if (row.size > body * 1.12 && isAlone(row, right, body)) parts.push([]);
    else parts.at(-1)?.push(row);
  }
  const whole = parts.map((part) => atItsEnds(part, gutter, body)).filter((part) => part.length > 0);
  return whole.map((part) => ({ ...gutter, top: part[0]?.y ?? 0, foot: part.at(-1)?.y ?? 0 }));
}

/** Between two lines on the right that stand further apart than those beside a line of a column. */
function isAlone({ y }: Row, right: readonly Row[], body: number): boolean {
  const above = right.findLast((row) => row.y > y - 1);
  const below = right.find((row) => row.y <= y - 1);
  if (!above || !below) return false;
  const gaps = [above.y - y, y - below.y];
  return Math.min(...gaps) > body && Math.max(...gaps) > body * 1.6;
}

/** A line of the right column that is as long as this share of its longest is text, and no date. */
const fullLine = 0.8;

/** Shorter than this no line beside a title is text. */
const halfLine = 0.5;

/** Whether what stands beside a title in the left column may be text of the right one, or a note above both. */
export function isTopUnsure(rows: readonly Row[], gutter: Gutter): boolean {
  const inside = rows.filter(({ y }) => y <= gutter.top && y >= gutter.foot);
  const body = commonSize(inside.flatMap(({ items }) => items));
  const first = rows.findIndex(({ y }) => y <= gutter.top);
  const whole = Math.max(0, ...inside.map((row) => widthAtRight(row, gutter)));
  return rows.slice(Math.max(0, first - 2), Math.max(0, first)).some((row) => {
    const isBeside = row.size > body * 1.12 && row.items.some((item) => endOf(item) <= gutter.left + 1);
    const width = widthAtRight(row, gutter) / whole;
    return isBeside && width > halfLine && width <= fullLine;
  });
}

function widthAtRight({ items }: Row, gutter: Gutter): number {
  return items.reduce(
    (most, item) => (item.x >= gutter.right - 1 ? Math.max(most, endOf(item) - gutter.right) : most),
    0,
  );
}

/** Whether a title that has room in the left column stands beside text of the right one, which begins at the same height. */
function isTextBesideTitle(top: readonly Row[], all: readonly Row[], gutter: Gutter): boolean {
  const widthIn = (row: Row): number => widthAtRight(row, gutter);
  const whole = Math.max(...all.map(widthIn));
  const hasTitle = top.some(({ items }) => items.some((item) => endOf(item) <= gutter.left + 1));
  return hasTitle && top.some((row) => widthIn(row) > whole * fullLine);
}

/**
 * Without a line or two at the top right, such as a date, and what stands far below both columns at the left. A title above
 * is none of them: below a picture a column begins where the other one has ended.
 */
function atItsEnds(rows: readonly Row[], gutter: Gutter, body: number): readonly Row[] {
  const isLeft = ({ items, size }: Row): boolean =>
    size <= body * 1.12 && items.some((item) => endOf(item) <= gutter.left + 1);
  const isRight = ({ items }: Row): boolean => items.some(({ x }) => x >= gutter.right - 1);
  const gapBelow = (index: number): number => (rows[index]?.y ?? 0) - (rows[index + 1]?.y ?? 0);
  const first = rows.findIndex(isLeft);
  const isNote =
    first > 0 &&
    first <= 2 &&
    gapBelow(first - 1) > (rows[first]?.size ?? 0) * 1.8 &&
    !isTextBesideTitle(rows.slice(0, first), rows, gutter);
  const last = rows.findLastIndex(isRight);
  const far = rows.findIndex(
    (row, index) => index > Math.max(first, last) && gapBelow(index - 1) > row.size * 2.4,
  );
  return rows.slice(isNote ? first : 0, far > 0 ? far : undefined);
}
