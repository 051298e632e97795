// The lines of a PDF become paragraphs and headings: words broken at the end of a line are joined, and a paragraph goes on
// over the end of a column or a page, and around what stands between its halves.
import type { Message } from '../../messages/messages.ts';
import { dateLineOf, isDateline } from '../about/dateline.ts';
import type { Block } from '../imported.ts';
import { Hyphens, type Knowledge, nothingKnown } from './hyphens.ts';
import { type Layout, layoutOf } from './pdf-layout.ts';
import type { Line, PageOfLines, Read } from './pdf-lines.ts';
import { tablesIn } from './pdf-tables.ts';

export interface Paragraphs {
  readonly blocks: readonly Block[];
  readonly notes: readonly Message[];
  readonly warnings: readonly Message[];
}

export function paragraphsOf(pages: readonly PageOfLines[], known: Knowledge = nothingKnown): Paragraphs {
  const all = pages.flatMap(({ lines }, index) => lines.map((line): Read => ({ line, page: index + 1 })));
  const layout = layoutOf(all);
  const footnotes = new Set(pages.flatMap((page) => footnotesOf(page, layout)));
  const hyphens = new Hyphens(
    all.map(({ line }) => line.text),
    known,
  );
  const { lines, pages: pagesOfTables } = tablesIn(all.filter(({ line }) => !footnotes.has(line)));
  const notes = grouped(
    all.filter(({ line }) => footnotes.has(line)),
    layout,
  );
  const parted = lines.flatMap(datelineParted);
  const groups = [...aroundFloats(grouped(parted, layout), layout), ...notes];
  const blocks = groups.map((group, index) => blockOf(group, groups[index + 1], layout, hyphens));
  return {
    blocks: withLevels(blocks, groups),
    notes: notesOn(all, hyphens),
    warnings: warningsOn(pages, pagesOfTables),
  };
}

/** At the left of a line stands place and day, and far at the right a number of the paper: two lines. */
function datelineParted(read: Read): Read[] {
  const { line, page, isRow } = read;
  if (page > 1 || isRow || line.cells.length !== 2 || !line.cells.some(({ text }) => isDateline(text)))
    return [read];
  const [one, other] = line.cells;
  if (!one || !other || other.left - one.right < line.size * widestBlank) return [read];
  return [one, other].map((cell) => ({ page, isRow: true, line: { ...line, ...cell, cells: [cell] } }));
}

/** No words of one line stand so far apart, in letters. */
const widestBlank = 4;

function notesOn(all: readonly Read[], hyphens: Hyphens): Message[] {
  const marks = all.reduce((sum, { line }) => sum + line.noteMarks, 0);
  const notes: Message[] = [];
  if (marks > 0) notes.push({ key: 'import.note.noteMarks', values: { count: marks } });
  if (hyphens.joined > 0) notes.push({ key: 'import.note.hyphens', values: { count: hyphens.joined } });
  return notes;
}

function warningsOn(pages: readonly PageOfLines[], tables: readonly number[]): Message[] {
  const unsure = pages.flatMap(({ isUnsure }, index) =>
    isUnsure && !tables.includes(index + 1) ? [index + 1] : [],
  );
  const warnings: Message[] = [];
  if (unsure.length > 0)
    warnings.push({ key: 'import.warning.orderUnsure', values: { pages: unsure.join(', ') } });
  if (tables.length > 0)
    warnings.push({ key: 'import.warning.tables', values: { pages: tables.join(', ') } });
  return warnings;
}

/** The lines at the foot of a column in smaller letters that begin with a number or a sign. */
function footnotesOf({ lines, height }: PageOfLines, { body }: Layout): Line[] {
  const columns = Map.groupBy(lines, ({ column }) => column.index);
  return [...columns.values()].flatMap((column) => {
    const small = (line: Line): boolean => line.size < body * 0.92;
    const from = column.findIndex(
      (line, index) =>
        small(line) &&
        /^(?:\[?\d{1,3}\]?[.)]?|[*†‡])\s*[\p{L}«„“"]/u.test(line.text) &&
        column.slice(index).every(small),
    );
    // Notes that have the foot of a page for themselves stand below all else on it.
    const isFoot = from > 0 || (from === 0 && (column[0]?.y ?? height) < height / 2 && columns.size > 1);
    return isFoot ? column.slice(from) : [];
  });
}

function grouped(all: readonly Read[], layout: Layout): Read[][] {
  const groups: Read[][] = [];
  for (const [index, read] of all.entries()) {
    const above = all[index - 1];
    if (!above || layout.begins(read, above, all[index + 1], groups.at(-1)?.[0])) groups.push([read]);
    else groups.at(-1)?.push(read);
  }
  return groups;
}

/** So many paragraphs of another size may stand between the halves of one: a box, a caption, a quotation set large. */
const mostFloats = 4;

/** A paragraph that breaks off in its sentence goes on behind what stands in its way, which is put after it. */
function aroundFloats(groups: readonly Read[][], layout: Layout): Read[][] {
  const left = [...groups];
  const result: Read[][] = [];
  for (let group = left.shift(); group; group = left.shift()) {
    const at = restOf(group, left, layout);
    const [rest] = at === undefined ? [] : left.splice(at, 1);
    if (rest) left.unshift([...group, ...rest]);
    else result.push(group);
  }
  return result;
}

/** Which of the next paragraphs is the other half of one, where something stands between them. */
function restOf(
  group: readonly Read[],
  next: readonly (readonly Read[])[],
  layout: Layout,
): number | undefined {
  const last = group.at(-1);
  // A line of a day breaks off nothing.
  const isDay = group.length === 1 && last !== undefined && dateLineOf(last.line.text) !== undefined;
  if (!last || isDay || !layout.isBrokenOff(last)) return undefined;
  const at = next.slice(0, mostFloats + 1).findIndex(([first]) => first && layout.isSameText(last, first));
  const first = next[at]?.[0];
  return at > 0 && first && layout.goesOn(last, first) ? at : undefined;
}

const bullet = /^[•▪◦‣●■\uf0b7]\s+(?=\S)/u;

function blockOf(
  group: readonly Read[],
  next: readonly Read[] | undefined,
  layout: Layout,
  hyphens: Hyphens,
): Block {
  // The sign before an item of a list is drawn, as it is on a page or in a DOCX, and is no character of its text.
  const text = hyphens.joinAll(group.map(({ line }) => line.text)).replace(bullet, '');
  const page = group[0]?.page ?? 1;
  if (layout.isHeading(group, text, next)) return { kind: 'heading', level: 1, text, page };
  return { kind: 'paragraph', text, page };
}

/** Headings get levels by their sizes, the largest first. */
function withLevels(blocks: readonly Block[], groups: readonly (readonly Read[])[]): Block[] {
  const sizeOf = (index: number): number => Math.round(groups[index]?.[0]?.line.size ?? 0);
  const sizes = blocks.flatMap(({ kind }, index) => (kind === 'heading' ? [sizeOf(index)] : []));
  const steps = [...new Set(sizes)].toSorted((a, b) => b - a);
  return blocks.map((block, index) =>
    block.kind === 'heading' ? { ...block, level: Math.min(steps.indexOf(sizeOf(index)) + 1, 6) } : block,
  );
}
