// Rows of tables: which of a page's tables hold data, and which cells stand in a row, those included that reach into it
// from the row above ("Norland" beside both of its rows).
import { isElement, type PageElement } from './dom.ts';

/** A row of a table without heads whose cells hold more than this is layout and no table of data. */
const longestRow = 600;
/** A row of a table with heads; what is longer can hardly be read as one paragraph. */
const longestHeaded = 3_000;
/** Nobody writes larger ones; numbers that are too large would copy cells without end. */
const mostSpanned = 1_000;
const lastSpanning = 50;
/** A head that stands beside several rows is short; what is longer stands in its first row alone. */
const longestSpanning = 200;

export class TableRows {
  readonly #cells = new Map<PageElement, ReadonlyMap<PageElement, readonly PageElement[]>>();
  readonly #headed = new Map<PageElement, boolean>();

  /** The cells of a row in order, or undefined where the row is layout. */
  cellsOf(row: PageElement): readonly PageElement[] | undefined {
    const table = row.closest('table');
    if (!table) return undefined;
    const rows = this.#cells.get(table) ?? cellsByRow(table);
    this.#cells.set(table, rows);
    const cells = rows.get(row) ?? [];
    const most = this.isHeaded(table) ? longestHeaded : longestRow;
    return cells.length < 2 || (row.textContent ?? '').length > most ? undefined : cells;
  }

  /** Whether a table says what its columns or rows are, which layout does not. */
  isHeaded(table: PageElement): boolean {
    const known = this.#headed.get(table);
    if (known !== undefined) return known;
    const isLayout = /^(?:presentation|none)$/iu.test(table.getAttribute('role') ?? '');
    const head = isLayout ? null : table.querySelector('th, thead, caption');
    const isHeaded =
      head !== null && head.closest('table') === table && table.querySelector('table') === null;
    this.#headed.set(table, isHeaded);
    return isHeaded;
  }
}

function cellsByRow(table: PageElement): ReadonlyMap<PageElement, readonly PageElement[]> {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const byRow = new Map<PageElement, readonly PageElement[]>();
  let reaching: readonly { readonly cell: PageElement; readonly column: number; readonly rows: number }[] =
    [];
  for (const row of rows) {
    const own = [...row.childNodes].filter(isElement).filter(({ localName }) => /^t[dh]$/u.test(localName));
    const cells: PageElement[] = [];
    const next: (typeof reaching)[number][] = [];
    const fill = (): void => {
      for (;;) {
        const from = reaching.find(({ column }) => column === cells.length);
        if (!from) return;
        if (from.rows > 1) next.push({ ...from, rows: from.rows - 1 });
        cells.push(from.cell);
      }
    };
    for (const cell of own) {
      fill();
      const spanned = cells.length < lastSpanning ? spanOf(cell) : 1;
      if (spanned > 1) next.push({ cell, column: cells.length, rows: spanned - 1 });
      cells.push(cell);
    }
    fill();
    reaching = next;
    byRow.set(row, cells);
  }
  return byRow;
}

function spanOf(cell: PageElement): number {
  const rows = Number(cell.getAttribute('rowspan') ?? 1);
  if (!cell.hasAttribute('rowspan') || (cell.textContent ?? '').length > longestSpanning) return 1;
  return Number.isInteger(rows) && rows > 0 ? Math.min(rows, mostSpanned) : 1;
}
