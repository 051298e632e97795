// The pieces of text on a page of a PDF become lines in the order in which they are read, column by column.

/** A piece of text; x and y are the left end of its base line in points, y counted from the bottom of the page. */
export interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfPage {
  readonly items: readonly Item[];
  readonly width: number;
  readonly height: number;
}

/** A line of one column. `size` is that of most of its letters. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The column's edges: what an indent and a short line are measured by. */
  readonly column: { readonly left: number; readonly right: number };
  /** How many raised marks of footnotes were left out. */
  readonly noteMarks: number;
}

export interface PageOfLines {
  readonly lines: readonly Line[];
  readonly height: number;
}

/** Pieces on one base line, without a wide gap between them. */
interface Segment {
  readonly items: Item[];
  left: number;
  right: number;
  readonly y: number;
  readonly size: number;
}

/** Words of a justified line may stand this far apart, in letter sizes; columns stand further apart. */
const widestGap = 1.3;

export function linesOf(page: PdfPage): PageOfLines {
  const segments = segmentsOf(page.items);
  const lines = columnsOf(segments).flatMap((column) => linesIn(column));
  return { lines, height: page.height };
}

function segmentsOf(items: readonly Item[]): Segment[] {
  const rows = rowsOf(items);
  return rows.flatMap((row) => {
    const segments: Segment[] = [];
    for (const item of row.toSorted((a, b) => a.x - b.x)) {
      const last = segments.at(-1);
      if (last && item.x - last.right < widestGap * Math.max(last.size, item.size)) {
        last.items.push(item);
        last.right = Math.max(last.right, item.x + item.width);
      } else {
        segments.push({
          items: [item],
          left: item.x,
          right: item.x + item.width,
          y: item.y,
          size: item.size,
        });
      }
    }
    return segments;
  });
}

/** Pieces whose base lines are less than half a letter apart, from top to bottom: raised marks stand with their line. */
function rowsOf(items: readonly Item[]): Item[][] {
  const rows: { y: number; size: number; items: Item[] }[] = [];
  // Large letters first, so that a row's base line is that of its words and not of a raised mark.
  for (const item of items.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows
      .slice(-6)
      .findLast(({ y, size }) => Math.abs(y - item.y) < 0.5 * Math.max(size, item.size));
    if (!row) rows.push({ y: item.y, size: item.size, items: [item] });
    else {
      row.items.push(item);
      if (item.size > row.size) Object.assign(row, { y: item.y, size: item.size });
    }
  }
  return rows.map((row) => row.items);
}

/** So many lines stand beside each other before it is two columns and not a table or a signature. */
const leastBeside = 4;

/**
 * The columns of a page in the order in which they are read. Lines across both columns (titles, pictures' texts) part
 * the page into bands; in each band the left column goes before the right one.
 */
function columnsOf(segments: readonly Segment[]): Segment[][] {
  const gutter = gutterOf(segments);
  if (gutter === undefined) return [[...segments]];
  const columns: Segment[][] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  let across: Segment[] = [];
  const close = (): void => {
    columns.push(...[across, left, right].filter((column) => column.length > 0));
    [across, left, right] = [[], [], []];
  };
  for (const segment of segments.toSorted((a, b) => b.y - a.y)) {
    const isAcross = segment.left < gutter - 1 && segment.right > gutter + 1;
    if (isAcross && (left.length > 0 || right.length > 0)) close();
    if (isAcross) across.push(segment);
    else if (segment.right <= gutter + 1) left.push(segment);
    else right.push(segment);
  }
  close();
  return columns.flatMap((column) => (column.length < segments.length ? columnsOf(column) : [column]));
}

/** The middle of a white strip from top to bottom with text on both sides of it, or undefined. */
function gutterOf(segments: readonly Segment[]): number | undefined {
  const left = Math.min(...segments.map((segment) => segment.left));
  const right = Math.max(...segments.map((segment) => segment.right));
  const width = right - left;
  const narrow = segments.filter((segment) => segment.right - segment.left < width * 0.6);
  if (narrow.length < 2 * leastBeside || narrow.length < segments.length * 0.5) return undefined;
  const edges = narrow.map((segment) => segment.left).filter((edge) => edge > left + width * 0.2);
  const starts = [...new Set(edges.map(Math.round))].toSorted(
    (a, b) => countAt(edges, b) - countAt(edges, a),
  );
  for (const start of starts.slice(0, 4)) {
    const before = narrow.filter((segment) => segment.right < start);
    const crossing = narrow.filter((segment) => segment.left < start - 2 && segment.right >= start);
    const after = narrow.filter((segment) => segment.left >= start - 2);
    const beside = before.filter((a) => after.some((b) => Math.abs(a.y - b.y) < 3 * a.size));
    if (
      crossing.length <= Math.max(2, narrow.length * 0.03) &&
      beside.length >= leastBeside &&
      after.length >= leastBeside
    ) {
      // A signature or a row of a table is narrow on both sides; the lines of a column mostly fill it.
      const fills = after.filter((segment) => segment.right - segment.left > (right - start) * 0.6).length;
      if (fills >= after.length * 0.4)
        return (Math.max(...before.map((segment) => segment.right)) + start) / 2;
    }
  }
  return undefined;
}

function countAt(edges: readonly number[], at: number): number {
  return edges.filter((edge) => Math.abs(edge - at) < 2).length;
}

/** The lines of one column from top to bottom; pieces on one base line with a gap between them stand in one line. */
function linesIn(segments: readonly Segment[]): Line[] {
  const column = {
    left: Math.min(...segments.map((segment) => segment.left)),
    right: Math.max(...segments.map((segment) => segment.right)),
  };
  const rows: Segment[][] = [];
  for (const segment of segments.toSorted((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(first.y - segment.y) < 0.5 * first.size) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) =>
    lineOf(
      row.toSorted((a, b) => a.left - b.left),
      column,
    ),
  );
}

function lineOf(row: readonly Segment[], column: Line['column']): Line {
  const items = row.flatMap((segment) => segment.items);
  const size = commonSize(items);
  const base = items.find((item) => item.size === size)?.y ?? 0;
  const isMark = (item: Item): boolean =>
    item.size < size * 0.8 &&
    item.y > base + size * 0.15 &&
    /^[\s[(]*(?:\d{1,3}|[*†‡])[\])\s]*$/u.test(item.text);
  // A raised number at the beginning is that of the footnote itself, and stays.
  const words = items.filter((item, index) => index === 0 || !isMark(item));
  return {
    text: textOf(words),
    left: Math.min(...row.map((segment) => segment.left)),
    right: Math.max(...row.map((segment) => segment.right)),
    y: base,
    size,
    column,
    noteMarks: items.length - words.length,
  };
}

/** Pieces of a line; where there is a gap between two there is a blank, whether or not the file has one. */
function textOf(items: readonly Item[]): string {
  let text = '';
  let end: number | undefined;
  for (const item of items) {
    const gap = end === undefined ? 0 : item.x - end;
    const isParted = gap > item.size * 0.15 && !/\s$/u.test(text) && !/^\s/u.test(item.text);
    text += isParted ? ` ${item.text}` : item.text;
    end = item.x + item.width;
  }
  return text.trim();
}

/** The size of most letters, so that a raised mark or a large initial makes no heading of a line. */
function commonSize(items: readonly Item[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of items) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [0, -1])[0];
}
