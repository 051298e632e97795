// The pieces of text on a page of a PDF become lines in the order in which they are read, column by column.

import { widestGap } from './gutters.ts';
import { columnsOf, type Segment } from './pdf-columns.ts';
import { commonSize, endOf, type Item, type PdfPage, textOf } from './pdf-items.ts';
import { spacedOut } from './spaced-letters.ts';

/** A line of one column. `size` is that of most of its letters. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The font of nearly all its letters; nothing where it has several. */
  readonly font: string | undefined;
  /** The column's edges: what an indent and a short line are measured by. */
  readonly column: Column;
  /** How many raised marks of footnotes were left out. */
  readonly noteMarks: number;
  /** Its parts, where gaps part it that words mostly do not have. */
  readonly cells: readonly Cell[];
  /** Whether it has a gap as a table has, and not blanks that are all stretched alike. */
  readonly isParted: boolean;
  /** Its words, and about where each stands. */
  readonly words: readonly Cell[];
}

export interface Column {
  /** Which of the page's columns it is, in the order in which they are read. */
  readonly index: number;
  readonly left: number;
  readonly right: number;
  /** Whether lines are set to its right edge as well. */
  readonly isJustified: boolean;
}

export interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

export interface PageOfLines {
  readonly lines: readonly Line[];
  readonly height: number;
  /** Whether the order of its columns may be another one. */
  readonly isUnsure: boolean;
}

/** A line and its page, counted from 1. */
export interface Read {
  readonly line: Line;
  readonly page: number;
  /** The rows of a table stand each for itself. */
  readonly isRow?: boolean;
}

/** `known` are the places of the gutters that other pages have. */
export function linesOf(page: PdfPage, known: readonly number[] = []): PageOfLines {
  const { columns, isUnsure } = columnsOf(page.items, known);
  return { lines: columns.flatMap(linesIn), height: page.height, isUnsure };
}

/** The lines of one column from top to bottom; pieces on one base line with a gap between them stand in one line. */
function linesIn(segments: readonly Segment[], index: number): Line[] {
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => b.y - a.y || a.left - b.left)) {
    const [first] = rows.at(-1) ?? [];
    if (first && Math.abs(first.y - segment.y) < 0.5 * first.size) rows.at(-1)?.push(segment);
    else rows.push([segment]);
  }
  const sorted = rows.map((row) => row.toSorted((a, b) => a.left - b.left));
  const column = {
    index,
    left: leftEdge(sorted.map((row) => row[0]?.left ?? 0)),
    right: Math.max(...segments.map((segment) => segment.right)),
    isJustified: false,
  };
  return withOwnEdges(withoutTitles(sorted.map((row) => lineOf(row, column))));
}

/** Lines are measured by those of their size, so that a title over a page half full is no edge of its text. */
function withoutTitles(lines: readonly Line[]): Line[] {
  const sizes = Map.groupBy(lines, ({ size }) => Math.round(size));
  const edges = new Map(
    [...sizes].map(([size, alike]) => [
      size,
      alike.length < leastAlike ? undefined : alike.reduce((most, { right }) => Math.max(most, right), 0),
    ]),
  );
  return lines.map((line) => {
    const right = edges.get(Math.round(line.size)) ?? line.column.right;
    return { ...line, column: { ...line.column, right } };
  });
}

const leastAlike = 4;

/** So many lines below each other have an edge of their own, where they are lines of text and no list of names. */
const leastLines = 3;
const leastLetters = 30;

/** Lines that are set to an edge of their own, as in a box or in half a page, are measured by it. */
function withOwnEdges(lines: readonly Line[]): Line[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const above = runs.at(-1)?.at(-1);
    if (above && above.y - line.y < line.size * 2.2 && above.size === line.size) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs.flatMap((run) => {
    const right = Math.max(...run.map((line) => line.right));
    const [justified, full] = [1, (right - (run[0]?.column.left ?? 0)) * 0.2].map(
      (room) => run.filter((line) => right - line.right < room).length,
    );
    const isJustified = (justified ?? 0) >= Math.max(leastLines, run.length * 0.5);
    const isText = (full ?? 0) >= Math.max(leastLines, run.length * 0.5);
    const letters = run.reduce((sum, { text }) => sum + text.length, 0) / run.length;
    if (!isJustified && !(isText && letters >= leastLetters)) return run;
    return run.map((line) => ({ ...line, column: { ...line.column, right, isJustified } }));
  });
}

/** Where most lines begin that do not begin further right: a single one that stands out at the left is no edge. */
function leftEdge(lefts: readonly number[]): number {
  const sorted = lefts.toSorted((a, b) => a - b);
  const least = lefts.length < 8 ? 1 : Math.ceil(lefts.length * 0.1);
  return (
    sorted.find((left, index) => (sorted[index + least - 1] ?? Number.POSITIVE_INFINITY) - left < 3) ?? 0
  );
}

function lineOf(row: readonly Segment[], column: Column): Line {
  const all = row.flatMap((segment) => segment.items);
  const size = commonSize(all);
  const base = all.find((item) => item.size === size)?.y ?? 0;
  const isRaised = (item: Item): boolean =>
    item.size < size * 0.87 &&
    item.y > base + size * 0.15 &&
    /^[\s[(]*(?:\d{1,3}|[*†‡])(?:\s*,\s*\d{1,3})*[\])\s]*$/u.test(item.text);
  // A raised number at the beginning is that of the footnote itself: it stays, apart from its first word.
  const items = all.map((item, index) =>
    index === 0 && all.length > 1 && isRaised(item) ? { ...item, text: `${item.text.trimEnd()} ` } : item,
  );
  const marks = new Set(items.filter((item, index) => index > 0 && isRaised(item)));
  const words = items.filter((item) => !marks.has(item));
  const written = (pieces: readonly Item[]): string =>
    textOf(pieces.map((item) => (marks.has(item) ? { ...item, text: '' } : item)));
  return {
    text: spacedOut(words) ?? written(items),
    left: Math.min(...row.map((segment) => segment.left)),
    right: Math.max(...row.map((segment) => segment.right)),
    y: base,
    size,
    font: fontOf(words),
    column,
    noteMarks: marks.size,
    words: words.flatMap(wordsOf),
    ...partsOf(words, size),
  };
}

/** A sign that the font of the words has not may come from another one. */
const nearlyAll = 0.85;

function fontOf(items: readonly Item[]): string | undefined {
  const letters = items.reduce((sum, { text }) => sum + text.length, 0);
  const fonts = Map.groupBy(items, ({ font }) => font);
  return [...fonts].find(
    ([, of]) => of.reduce((sum, { text }) => sum + text.length, 0) >= letters * nearlyAll,
  )?.[0];
}

/** No blank between two words is so wide, in letters, but where a line is stretched. */
const narrowestGap = 0.75;
/** Blanks of a line that is set to both edges are as wide as each other, but for so much. */
const stretchedAlike = 1.3;

function partsOf(items: readonly Item[], size: number): Pick<Line, 'cells' | 'isParted'> {
  const cells: Item[][] = [];
  const gaps: number[] = [];
  for (const item of items) {
    const last = cells.at(-1)?.at(-1);
    const gap = last ? item.x - endOf(last) : 0;
    if (last && gap > size * 0.15) gaps.push(gap);
    if (last && gap < size * 0.5) cells.at(-1)?.push(item);
    else cells.push([item]);
  }
  const isStretched = gaps.length > 1 && Math.max(...gaps) < Math.min(...gaps) * stretchedAlike;
  return {
    isParted: !isStretched && gaps.some((gap) => gap >= size * (gaps.length > 1 ? narrowestGap : widestGap)),
    cells: cells.map((cell) => ({
      text: textOf(cell),
      left: Math.min(...cell.map(({ x }) => x)),
      right: Math.max(...cell.map(endOf)),
    })),
  };
}

/** The words of a piece; where each of them stands is a guess by its letters. */
function wordsOf({ text, x, width }: Item): Cell[] {
  const letter = width / Math.max(text.length, 1);
  return [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    left: x + match.index * letter,
    right: x + (match.index + match[0].length) * letter,
  }));
}
