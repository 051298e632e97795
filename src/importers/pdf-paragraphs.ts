// The lines of a PDF become paragraphs and headings: what runs along every page is left out, words broken at the end of a
// line are joined, and a paragraph goes on over the end of a column or a page.
import type { Message } from '../messages/messages.ts';
import { Hyphens } from './hyphens.ts';
import type { Block } from './imported.ts';
import type { Line, PageOfLines } from './pdf-lines.ts';
import { withoutRunning } from './running-heads.ts';

export interface Paragraphs {
  readonly blocks: readonly Block[];
  readonly notes: readonly Message[];
}

/** A line and the one above it on the same page. */
interface Read {
  readonly line: Line;
  readonly page: number;
}

export function paragraphsOf(pages: readonly PageOfLines[]): Paragraphs {
  const { pages: kept, removed } = withoutRunning(pages);
  const all = kept.flatMap(({ lines }, page) => lines.map((line): Read => ({ line, page })));
  const body = bodySize(all);
  const footnotes = new Set(kept.flatMap((page) => footnotesOf(page, body)));
  const hyphens = new Hyphens(all.map(({ line }) => line.text));
  const leading = leadingOf(all, body);
  const group = (lines: readonly Read[]): Block[] =>
    grouped(lines, body, leading).map((lines_) => blockOf(lines_, body, hyphens));
  const blocks = [
    ...group(all.filter(({ line }) => !footnotes.has(line))),
    ...group(all.filter(({ line }) => footnotes.has(line))),
  ];
  const marks = all.reduce((sum, { line }) => sum + line.noteMarks, 0);
  const notes: Message[] = [];
  if (removed > 0) notes.push({ key: 'import.note.running', values: { count: removed } });
  if (marks > 0) notes.push({ key: 'import.note.noteMarks', values: { count: marks } });
  if (hyphens.joined > 0) notes.push({ key: 'import.note.hyphens', values: { count: hyphens.joined } });
  return { blocks: withLevels(blocks, all, body), notes };
}

/** The size of most letters of the document. */
function bodySize(all: readonly Read[]): number {
  const letters = new Map<number, number>();
  for (const { line } of all) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  return [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [10, -1])[0];
}

/** The usual distance of two lines of a paragraph, in points. */
function leadingOf(all: readonly Read[], body: number): number {
  const gaps = all.flatMap(({ line, page }, index) => {
    const above = all[index - 1];
    if (!above || above.page !== page || !isBody(line, body) || !isBody(above.line, body)) return [];
    const gap = above.line.y - line.y;
    return gap > 0 && gap < body * 3 ? [Math.round(gap * 2) / 2] : [];
  });
  if (gaps.length === 0) return body * 1.25;
  const counts = Map.groupBy(gaps, (gap) => gap);
  // Nearly as frequent a smaller distance is that of lines; the larger one is that of paragraphs of one line.
  const most = Math.max(...[...counts.values()].map(({ length }) => length));
  return Math.min(...[...counts].filter(([, { length }]) => length >= most * 0.5).map(([gap]) => gap));
}

function isBody(line: Line, body: number): boolean {
  return Math.abs(line.size - body) <= body * 0.08;
}

function isHeading(line: Line, body: number): boolean {
  return line.size > body * 1.12;
}

/** The lines at the foot of a page in smaller letters that begin with a number or a sign. */
function footnotesOf({ lines }: PageOfLines, body: number): Line[] {
  const small = (line: Line): boolean => line.size < body * 0.92;
  const from = lines.findIndex(
    (line, index) =>
      small(line) &&
      /^(?:\[?\d{1,3}\]?[.)]?|[*†‡])\s*\p{L}/u.test(line.text) &&
      lines.slice(index).every(small),
  );
  return from > 0 ? lines.slice(from) : [];
}

function grouped(all: readonly Read[], body: number, leading: number): Line[][] {
  const groups: Line[][] = [];
  for (const [index, read] of all.entries()) {
    const above = all[index - 1];
    if (!above || begins(read, above, body, leading)) groups.push([read.line]);
    else groups.at(-1)?.push(read.line);
  }
  return groups;
}

/** Whether a line begins a paragraph. */
function begins(read: Read, before: Read, body: number, leading: number): boolean {
  const { line } = read;
  const { line: above } = before;
  if (Math.abs(line.size - above.size) > body * 0.12) return true;
  if (isListed(line.text)) return true;
  const gap = above.y - line.y;
  const goesOn = read.page === before.page && line.column === above.column && gap > 0;
  if (!goesOn) return !isOpen(above, line);
  const usual = isBody(line, body) ? leading : line.size * 1.35;
  if (gap > usual * 1.3) return true;
  if (/\p{L}[-\u00ad]$/u.test(above.text)) return false;
  if (isIndented(line) && !isIndented(above)) return true;
  return endsEarly(above, line) && (endsSentence(above.text) || endsVeryEarly(above));
}

/** Over the end of a page or column a paragraph goes on where its sentence does. */
function isOpen(above: Line, line: Line): boolean {
  if (isIndented(line)) return false;
  if (!endsSentence(above.text)) return true;
  return !endsEarly(above, line) && /^\p{Ll}/u.test(line.text);
}

const bullet = /^[•▪◦‣●■]\s+(?=\S)/u;

function isListed(text: string): boolean {
  return /^(?:[•▪◦‣●■–—]|\(?\d{1,3}[.)]|\(?[a-zivx]{1,4}\))\s+\S/u.test(text);
}

function isIndented({ left, column, size }: Line): boolean {
  return left - column.left > size * 0.7 && left - column.left < (column.right - column.left) * 0.3;
}

/** Whether the next line's first word would have found room behind this line. */
function endsEarly(above: Line, line: Line): boolean {
  const [word = ''] = line.text.split(/\s/u, 1);
  return above.column.right - above.right > (word.length + 1) * above.size * 0.5;
}

function endsVeryEarly({ right, column }: Line): boolean {
  return column.right - right > (column.right - column.left) * 0.45;
}

function endsSentence(text: string): boolean {
  return /[.!?…:;][)\]"'”’»]*\s*$/u.test(text);
}

function blockOf(lines: readonly Line[], body: number, hyphens: Hyphens): Block {
  // The sign before an item of a list is drawn, as it is on a page or in a DOCX, and is no character of its text.
  const text = lines
    .map((line) => line.text)
    .reduce((before, line) => hyphens.join(before, line))
    .replace(bullet, '');
  const [first] = lines;
  const heading = first !== undefined && isHeading(first, body) && text.length <= 250;
  return heading ? { kind: 'heading', level: 1, text } : { kind: 'paragraph', text };
}

/** Headings get levels by their sizes, the largest first. */
function withLevels(blocks: readonly Block[], all: readonly Read[], body: number): Block[] {
  const sizes = new Map<string, number>();
  for (const { line } of all) if (isHeading(line, body)) sizes.set(line.text, Math.round(line.size));
  const steps = [...new Set(sizes.values())].toSorted((a, b) => b - a);
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const size = [...sizes].find(([text]) => block.text.startsWith(text))?.[1];
    const level = size === undefined ? 2 : steps.indexOf(size) + 1;
    return { ...block, level: Math.min(Math.max(level, 1), 6) };
  });
}
