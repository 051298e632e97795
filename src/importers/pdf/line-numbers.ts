// Numbers that count the lines at the margin of a page ("5", "10", "15") are no part of its text.
import { endOf, type Item, type Row, rowsOf } from './pdf-items.ts';

/** So many numbers in a row count lines: every line is also what the rows of a table are counted by. */
const leastOfEach = 12;
const leastOfSteps = 3;

interface Counted {
  readonly item: Item;
  readonly value: number;
  /** Which of the page's rows it stands in. */
  readonly row: number;
}

/** The numbers at the margin that count the lines of this page. */
export function lineNumbersOf(items: readonly Item[]): Set<Item> {
  const rows = rowsOf(items);
  const sides = [
    rows.flatMap((row, index) => at(row, index, 'first')),
    rows.flatMap((row, index) => at(row, index, 'last')),
  ];
  return new Set(sides.flatMap((side) => inStep(side).map(({ item }) => item)));
}

function at({ items, size }: Row, row: number, side: 'first' | 'last'): Counted[] {
  const item = side === 'first' ? items[0] : items.at(-1);
  const other = side === 'first' ? items[1] : items.at(-2);
  if (!item || !/^\d{1,4}$/u.test(item.text.trim())) return [];
  if (other && (side === 'first' ? other.x - endOf(item) : item.x - endOf(other)) <= size * 0.6) return [];
  return [{ item, value: Number(item.text), row }];
}

/** So many other numbers at the margin may stand before them. */
const mostOthers = 6;

/** Those of a margin that stand below each other and go up by the same step, with as many lines between them. */
function inStep(numbers: readonly Counted[]): readonly Counted[] {
  for (const start of numbers.slice(0, mostOthers)) {
    const column = numbers.filter(
      ({ item }) => Math.abs(item.x - start.item.x) < 1 || Math.abs(endOf(item) - endOf(start.item)) < 1,
    );
    if (countsLines(column)) return column;
  }
  return [];
}

function countsLines(column: readonly Counted[]): boolean {
  const steps = column.slice(1).map((each, index) => {
    const above = column[index] ?? each;
    return { values: each.value - above.value, rows: each.row - above.row };
  });
  const step = steps[0]?.values ?? 0;
  if (step <= 0 || column.length < (step === 1 ? leastOfEach : leastOfSteps)) return false;
  // A heading between two lines may be left out of the count.
  const fitting = steps.filter(({ values, rows }) => values === step && rows >= step && rows <= step + 2);
  return fitting.length >= steps.length * 0.6;
}
