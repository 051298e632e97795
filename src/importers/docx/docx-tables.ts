// The rows and cells of a DOCX's table as Word shows them: merged cells once, rows that were deleted not at all.
import { isOn } from './docx-styles.ts';
import { childOf, valueIn, type XmlElement } from './xml.ts';

export interface Cell {
  readonly content: XmlElement;
  readonly columns: number;
  rows: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** A head that is shown again on every page. */
  readonly isHead: boolean;
  readonly isHidden: boolean;
}

/** What stands around rows and cells and is none itself. */
const wrappers = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'mc:AlternateContent',
  'mc:Choice',
]);

export function rowsOf(table: XmlElement): Row[] {
  /** The cell that reaches down into each column. */
  const above = new Map<number, Cell>();
  let isHead = true;
  return inside(table, 'w:tr').flatMap((row): Row[] => {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del')) return [];
    isHead &&= isOn(childOf(properties, 'w:tblHeader')) ?? false;
    const cells = cellsOf(row, above);
    return [{ cells, isHead, isHidden: isOn(childOf(properties, 'w:hidden')) ?? false }];
  });
}

/** Whether a cell stands under several heads, or beside several rows; one that is a row by itself is a title. */
export function isMerged({ cells }: Row): boolean {
  return cells.length > 1 && cells.some(({ columns, rows }) => columns > 1 || rows > 1);
}

function cellsOf(row: XmlElement, above: Map<number, Cell>): Cell[] {
  const cells: Cell[] = [];
  let column = spanOf(valueIn(childOf(row, 'w:trPr'), 'w:gridBefore') ?? '0');
  for (const content of inside(row, 'w:tc')) {
    const properties = childOf(content, 'w:tcPr');
    if (childOf(properties, 'w:cellDel') || continues(properties, 'w:hMerge')) continue;
    const columns = Math.max(spanOf(valueIn(properties, 'w:gridSpan') ?? '1'), 1);
    const upper = continues(properties, 'w:vMerge') ? above.get(column) : undefined;
    if (upper) upper.rows += 1;
    else {
      const cell = { content, columns, rows: 1 };
      cells.push(cell);
      if (childOf(properties, 'w:vMerge')) above.set(column, cell);
      else above.delete(column);
    }
    column += columns;
  }
  return cells;
}

/** Word writes a cell that goes on as one without a value. */
function continues(properties: XmlElement | undefined, name: string): boolean {
  const merge = childOf(properties, name);
  return merge !== undefined && (merge.attributes['val'] ?? 'continue') === 'continue';
}

/** Word has 63 columns at most. */
function spanOf(value: string): number {
  return /^\d{1,2}$/u.test(value) ? Number(value) : 1;
}

function inside(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child): XmlElement[] => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    return wrappers.has(child.name) ? inside(child, name) : [];
  });
}
