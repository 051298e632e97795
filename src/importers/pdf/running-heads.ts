// What runs along the pages of a PDF and is no part of its text: page numbers, and heads and feet that come back.
import { commonSize, endOf, type Item, type PdfPage, type Row, rowsOf, textOf } from './pdf-items.ts';

export interface WithoutRunning {
  readonly pages: readonly PdfPage[];
  readonly removed: number;
  /** What the heads and feet say, each of their parts: whose paper it is may stand nowhere else. */
  readonly heads: readonly string[];
}

/** Heads and feet stand in the outer eighth of a page, in at most three lines. */
const margin = 0.125;
const mostLines = 3;
/** Heads stand at the same height on all pages, but for what a taller letter moves. */
const sameHeight = 5;
const number = '(?:\\d{1,4}|(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3}))';
const ofPages = `(?:page|p\\.|стор\\.?|страница|сторінка|seite|s\\.|strona|str\\.)\\s*`;
const pageNumber = new RegExp(
  `^[\\s\\-–—|[(]*(?:${ofPages})?${number}(?:\\s*(?:/|of|von|sur|из|z|з)\\s*\\d{1,4})?[\\s\\-–—|\\])]*$`,
  'iu',
);
/** A page number at either end of a head, with the sign that parts the two. */
const atStart = new RegExp(`^(?:${ofPages})?(${number})(?:\\s*[|·•–—/-]\\s*|\\s+)(?=\\S)`, 'iu');
const atEnd = new RegExp(`(?<=\\S)(?:\\s*[|·•–—/-]\\s*|\\s+)(?:${ofPages})?(${number})$`, 'iu');

/** Letters of heads, feet and notes are so much smaller than those of the text. */
const small = 0.92;

interface Edge {
  readonly row: Row;
  /** The size of most letters of the page. */
  readonly body: number;
  readonly page: number;
  readonly text: string;
  /** The words without a number at their end, and that number. */
  readonly words: string;
  readonly number: string | undefined;
  /** Whether it is smaller than the text, stands apart from it, and is no sentence, as a note is. */
  readonly isAlone: boolean;
  /** Whether the number stands apart from the words, or all is smaller than the text: "Article 3" is neither. */
  readonly isApart: boolean;
  /** Whether it is the highest of its page, or the lowest, and stands in parts far from each other. */
  readonly isOutermost: boolean;
  readonly isTop: boolean;
  readonly isInParts: boolean;
}

export function withoutRunning(pages: readonly PdfPage[]): WithoutRunning {
  const edges = pages.flatMap(edgesOf);
  const titles = new Set(pages.flatMap(largeWords));
  const sure = edges.filter(
    (edge) => pageNumber.test(edge.text) || comesBack(edge, edges) || isHeadOfOne(edge, titles),
  );
  const isSure = new Set([...sure, ...headsOfPart(edges)]);
  // The head of a chapter stands where those of other pages stand, and may come only once.
  const running = edges.filter(
    (edge) => isSure.has(edge) || pagesOf(sure.filter((other) => isAlike(edge, other))) >= 2,
  );
  const gone = new Set<Item>(running.flatMap(({ row }) => row.items));
  return {
    pages: pages.map((page) => ({ ...page, items: page.items.filter((item) => !gone.has(item)) })),
    removed: running.length,
    heads: [...new Set(running.flatMap(({ row }) => partsOf(row)))],
  };
}

function edgesOf(page: PdfPage, index: number): Edge[] {
  const rows = rowsOf(page.items);
  const body = commonSize(page.items);
  const top = rows.slice(0, mostLines).filter(({ y }) => y > page.height * (1 - margin));
  const foot = rows.slice(-mostLines).filter(({ y }) => y < page.height * margin);
  return [...new Set([...top, ...foot])].map((row) => {
    const text = textOf(row.items);
    const at = atStart.exec(text) ?? atEnd.exec(text);
    const words = at ? text.replace(at[0], '') : text;
    const isApart = row.size < body - 0.4 || isWide(row) || /[|·•–—/-]/u.test(at?.[0] ?? '');
    const isAlone =
      (row.size < body * small || (isWide(row) && row.size < body * 1.05)) &&
      gapOf(rows, row) > row.size * 2 &&
      !/[.;:]$/u.test(text) &&
      text.length < 100;
    const isOutermost = row === rows[0] || row === rows.at(-1);
    const [isTop, isInParts] = [row === rows[0], partsOf(row).length > 1];
    const alike = { isApart, isAlone, isOutermost, isTop, isInParts };
    return { row, body, page: index, text, words: words.toLowerCase(), number: at?.[1], ...alike };
  });
}

/** The parts of a row between gaps that no words have. */
function partsOf({ items, size }: Row): string[] {
  const parts: Item[][] = [[]];
  for (const item of items) {
    const before = parts.at(-1)?.at(-1);
    if (before !== undefined && item.x - endOf(before) > size * 2) parts.push([]);
    parts.at(-1)?.push(item);
  }
  return parts.map(textOf);
}

/** "– 2 –" between the parts of a head. */
const inTheMiddle = /(?:^|\s)[-–—]\s?(\d{1,4})\s?[-–—](?:\s|$)/u;

/**
 * Heads and feet that come once, since a file has but one or two pages of a paper: small and in parts far from each other, they
 * hold the page's own number, stand above a page that is not the first, or opposite a foot that counts the page.
 */
function headsOfPart(edges: readonly Edge[]): Edge[] {
  const parted = edges.filter((edge) => edge.isOutermost && edge.isInParts && edge.isAlone && isSmall(edge));
  const isCounted = ({ text, page }: Edge): boolean => Number(inTheMiddle.exec(text)?.[1]) === page + 1;
  // A number at one end, the address or the name of a paper at the other: what is torn out of it keeps its number.
  const isTornOut = ({ number, isTop, page }: Edge): boolean => !isTop && page === 0 && Number(number) > 1;
  const torn = parted.some(isTornOut);
  return parted.filter(
    (edge) => isCounted(edge) || isTornOut(edge) || (edge.isTop && (edge.page > 0 || torn)),
  );
}

/** How far the nearest row is, above or below. */
function gapOf(rows: readonly Row[], row: Row): number {
  const at = rows.indexOf(row);
  const gaps = [rows[at - 1], rows[at + 1]].map((other) =>
    other ? Math.abs(other.y - row.y) : Number.POSITIVE_INFINITY,
  );
  return Math.min(...gaps);
}

/** Lines in large letters, of which one may be the title that a head says once more. */
function largeWords({ items }: PdfPage): string[] {
  const body = commonSize(items);
  return rowsOf(items).flatMap((row) => (row.size > body * 1.12 ? [textOf(row.items).toLowerCase()] : []));
}

/** A head of a document of one page: the page's number beside words, or the title once more in small letters. */
function isHeadOfOne({ isAlone, number, page, words }: Edge, titles: ReadonlySet<string>): boolean {
  return isAlone && (Number(number) === page + 1 || titles.has(words));
}

/** Whether a row has a gap that no words have. */
function isWide({ items, size }: Row): boolean {
  return items.some((item, index) => {
    const before = items[index - 1];
    return before !== undefined && item.x - endOf(before) > size * 2;
  });
}

function comesBack(edge: Edge, edges: readonly Edge[]): boolean {
  const near = edges.filter((other) => other.page !== edge.page && isAlike(edge, other));
  if (near.some(({ text }) => text === edge.text)) return true;
  if (isSmall(edge) && near.some(isSmall)) return true;
  // The next page's number beside the same words or others: left and right heads differ.
  const counted = near.filter((other) => isNext(edge, other));
  return pagesOf(counted) >= (edge.isApart ? 1 : 2);
}

/** Smaller than the text and apart from it: on two pages at one height that is a head, whatever it says. */
function isSmall({ isAlone, row, body }: Edge): boolean {
  return isAlone && row.size < body * small;
}

function isNext(edge: Edge, other: Edge): boolean {
  if (edge.number === undefined || other.number === undefined) return false;
  const [one, two] = [Number(edge.number), Number(other.number)];
  // Roman numbers are not counted; the same words beside them tell.
  if (Number.isNaN(one) || Number.isNaN(two)) return edge.words === other.words;
  if (one - two !== edge.page - other.page) return false;
  // A note at the foot has a number and other words as well; it is a sentence.
  return edge.words === other.words || (edge.isApart && !/[.;:]$/u.test(edge.text));
}

function pagesOf(edges: readonly Edge[]): number {
  return new Set(edges.map(({ page }) => page)).size;
}

function isAlike({ row }: Edge, { row: other }: Edge): boolean {
  return (
    Math.abs(row.y - other.y) < sameHeight &&
    Math.abs(row.size - other.size) < 0.6 &&
    row.items[0]?.font === other.items[0]?.font
  );
}
