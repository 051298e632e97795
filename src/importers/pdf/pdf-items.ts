// The pieces of text of a PDF's page, and the rows that they stand in.
import { seatsOf } from './raised-marks.ts';

/** A piece of text; x and y are the left end of its base line in points, y counted from the bottom of the page. */
export interface Item {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** The file's name of its font, which tells nothing but whether two pieces have the same one. */
  readonly font: string;
}

export interface PdfPage {
  readonly items: readonly Item[];
  readonly width: number;
  readonly height: number;
}

/** Pieces on one base line over the whole page, from left to right. */
export interface Row {
  readonly y: number;
  readonly size: number;
  readonly items: readonly Item[];
}

/** A row this far above may still be that of a raised mark. */
const rowsBack = 6;

/** Pieces whose base lines are less than half a letter apart, from top to bottom: raised marks stand with their line. */
export function rowsOf(items: readonly Item[]): Row[] {
  const rows: { y: number; size: number; items: Item[] }[] = [];
  const seats = seatsOf(items);
  const baseOf = (item: Item): number => seats.get(item) ?? item.y;
  for (const item of items.toSorted((a, b) => baseOf(b) - baseOf(a) || a.x - b.x)) {
    const base = baseOf(item);
    const row = rows
      .slice(-rowsBack)
      .findLast(({ y, size }) => Math.abs(y - base) < 0.5 * sizeOfBoth(size, item.size));
    if (!row) rows.push({ y: base, size: item.size, items: [item] });
    else {
      row.items.push(item);
      // The row's base line is that of its words and not of a raised mark.
      if (item.size > row.size) Object.assign(row, { y: base, size: item.size });
    }
  }
  return rows.map((row) => ({ ...row, items: row.items.toSorted((a, b) => a.x - b.x) }));
}

/** The larger of two sizes; a letter over several lines is of none of them. */
function sizeOfBoth(one: number, other: number): number {
  return Math.min(Math.max(one, other), 1.6 * Math.min(one, other));
}

/** The right end of a piece. */
export function endOf({ x, width }: Item): number {
  return x + width;
}

/**
 * Pieces of a line; where there is a gap between two there is a blank, whether or not the file has one. A piece without
 * text is one that was left out: no blank is put where it stood.
 */
export function textOf(items: readonly Item[]): string {
  let text = '';
  let end: number | undefined;
  for (const item of items) {
    const gap = end === undefined ? 0 : item.x - end;
    // Pieces that lie over each other are no one word either.
    const isOff = gap > item.size * 0.15 || gap < -item.size * 0.3;
    const isParted = isOff && !/\s$/u.test(text) && !/^(?:\s|$)/u.test(item.text);
    text += isParted ? ` ${item.text}` : item.text;
    end = endOf(item);
  }
  return text.trim();
}

/** The size that most letters have: a raised mark or a large initial makes no heading of a line. */
export function commonSize(items: readonly Pick<Item, 'size' | 'text'>[], step = 0): number {
  const letters = new Map<number, number>();
  for (const { size, text } of items) {
    const rounded = step === 0 ? size : Math.round(size / step) * step;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [0, -1])[0];
}
