// Tables in a PDF are lines whose parts stand below each other; each of their rows becomes a paragraph of cells.
import type { Cell, Line, Read } from './pdf-lines.ts';

export interface WithRows {
  readonly lines: readonly Read[];
  /** The pages that have tables. */
  readonly pages: readonly number[];
}

/** From where to where the cells of one column of a table reach. */
interface Reach {
  readonly left: number;
  readonly right: number;
}

/** So many lines with parts below each other are no accident. */
const leastRows = 3;
/** What stands before an item of a list, or before what somebody says, is no cell. */
const label = /^(?:[•▪◦‣●■–—\uf0b7]|\(?[\p{L}\p{N}]{1,4}[.)]|§\s?\d+|.*:)$/u;

export function tablesIn(all: readonly Read[]): WithRows {
  const lines: Read[] = [];
  const pages = new Set<number>();
  for (let index = 0; index < all.length; ) {
    const table = tableAt(all, index);
    if (!table) {
      lines.push(...all.slice(index, index + 1));
      index++;
      continue;
    }
    const head = lines.at(-1);
    const isHead =
      head && isNear(head, table.rows[0]) && isRow(head.line, table.columns, table.columns.length);
    const rows = isHead ? [head, ...table.rows] : table.rows;
    if (isHead) lines.pop();
    for (const { page } of rows) pages.add(page);
    lines.push(...rowsOf(rows, table.columns));
    index += table.rows.length;
  }
  return { lines, pages: [...pages] };
}

interface Table {
  readonly rows: readonly Read[];
  readonly columns: readonly Reach[];
}

/** The table that begins with a line, if one does. */
function tableAt(all: readonly Read[], start: number): Table | undefined {
  const first = all[start];
  if (!first || !hasCells(first.line)) return undefined;
  const near = all
    .slice(start, start + leastRows * 2)
    .filter((read) => isNear(read, first) && hasCells(read.line));
  // A head whose words stand close to each other has fewer cells.
  const most = Math.max(...near.map(({ line }) => line.cells.length));
  const full = near.filter(({ line }) => line.cells.length === most);
  const columns = columnsOf(full.length > 1 ? full : near);
  if (near.length < leastRows || columns.length < 2) return undefined;
  let end = start;
  for (let read = all[end]; read && isNear(read, first) && fits(read.line, columns); read = all[end]) end++;
  const rows = all.slice(start, end);
  return rows.filter(({ line }) => isRow(line, columns, 2)).length < leastRows
    ? undefined
    : { rows, columns };
}

function isNear(one: Read, other: Read | undefined): boolean {
  return one.page === other?.page && one.line.column.index === other.line.column.index && !one.isRow;
}

/** What stands below each other in several lines; the blanks of justified lines do not, so that one column is left of them. */
function columnsOf(lines: readonly Read[]): readonly Reach[] {
  const cells = lines.flatMap(({ line }) => line.cells).toSorted((a, b) => a.left - b.left);
  const room = (lines[0]?.line.size ?? 0) * 0.4;
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of cells) {
    const last = columns.at(-1);
    if (last && left < last.right + room) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

/** A row, or a further line of one of its cells. */
function fits(line: Line, columns: readonly Reach[]): boolean {
  if (line.cells.length > 1) return isRow(line, columns, 2);
  const of = new Set(line.words.map((word) => columnOf(word, columns)));
  return of.size === 1 && !of.has(undefined);
}

/** Whether the words of a line stand in so many columns, and none between them. */
function isRow(line: Line, columns: readonly Reach[], least: number): boolean {
  const of = new Set(line.words.map((word) => columnOf(word, columns)));
  return of.size >= least && !of.has(undefined);
}

/** The column that a word stands in: its middle does, and it does not reach into the next one. */
function columnOf({ left, right }: Cell, columns: readonly Reach[]): number | undefined {
  const middle = (left + right) / 2;
  const index = columns.findLastIndex((column, at) => at === 0 || column.left <= middle);
  const [column, next] = [columns[index], columns[index + 1]];
  // A word may be wider than what stands below it.
  const isInside = column && middle < column.right + (column.right - column.left) / 2 + (right - left);
  return isInside && (next === undefined || right < next.left + 2) ? index : undefined;
}

function hasCells({ cells, isParted }: Line): boolean {
  return isParted && !label.test(cells[0]?.text ?? '');
}

/** Lines that stand close below each other are one row, where the table has rows of several lines. */
function rowsOf(table: readonly Read[], columns: readonly Reach[]): Read[] {
  const gaps = table.slice(1).map(({ line }, index) => (table[index]?.line.y ?? 0) - line.y);
  const least = Math.min(...gaps);
  const isOpen = Math.max(...gaps) > least * 1.25;
  const rows: Read[][] = [];
  for (const [index, read] of table.entries()) {
    const gap = gaps[index - 1] ?? Number.POSITIVE_INFINITY;
    const hasFirst = read.line.words.some((word) => columnOf(word, columns) === 0);
    const begins = isOpen ? gap > least * 1.12 : hasFirst;
    if (begins || rows.length === 0) rows.push([read]);
    else rows.at(-1)?.push(read);
  }
  return rows.flatMap((row) => rowOf(row, columns));
}

function rowOf(row: readonly Read[], columns: readonly Reach[]): Read[] {
  const cells = columns.map((_, index) =>
    row
      .flatMap(({ line }) => line.words.filter((word) => columnOf(word, columns) === index))
      .map(({ text }) => text)
      .join(' '),
  );
  const text = cells.filter((cell) => cell !== '').join('\t');
  return row.slice(0, 1).map((first) => ({ ...first, isRow: true, line: { ...first.line, text } }));
}
