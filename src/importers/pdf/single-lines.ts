// Lines of a PDF that are set each for itself below each other, at the right or in the middle of a column: who signs, in which
// post, where. They are no one paragraph.
import type { Line } from './pdf-lines.ts';

/** The widest of them, and where the nearest of them begins, in widths of the column. */
const widest = 0.55;
const nearest = 0.3;

/** Whether a line begins a paragraph since it, or the one above, stands for itself. */
export function standsAlone(line: Line, above: Line): boolean {
  if (Math.abs(line.size - above.size) > line.size * 0.12 || !isOwn(line.text, above.text)) return false;
  if (!isShort(line)) return false;
  // Lines that begin below each other are an address, or a column of its own.
  const isBelow = Math.abs(line.left - above.left) < line.size * 0.4;
  if (isBelow && ![line, above].every(isExact)) return false;
  const [one, other] = [placeOf(line), placeOf(above)];
  if (one === undefined) return false;
  return isShort(above) && one === other ? true : one === 'right' && isAtLeft(above) && hasRoom(above, line);
}

/** Names, posts and places begin with a capital; the line above has not broken off in a sentence. */
function isOwn(text: string, above: string): boolean {
  return /^["«„“(]?\p{Lu}/u.test(text) && !/(?:[,;–—-]|(?:^|\s)\p{Ll}{1,4})$/u.test(above);
}

function widthOf({ column }: Line): number {
  return column.right - column.left;
}

function isShort(line: Line): boolean {
  return line.right - line.left < widthOf(line) * widest;
}

function isAtLeft({ left, column, size }: Line): boolean {
  return left - column.left < size * 3;
}

/** Whether the whole line would have had room behind the one above. */
function hasRoom({ right, column, size }: Line, line: Line): boolean {
  return column.right - right > line.right - line.left + size * 0.3;
}

/** Lines of one length that are set to the middle or to the edge begin below each other too; those of an address hardly end so. */
function isExact({ left, right, column }: Line): boolean {
  const [before, after] = [left - column.left, column.right - right];
  return after < 1.5 || Math.abs(before - after) < 3;
}

function placeOf(line: Line): 'right' | 'middle' | undefined {
  const { left, right, column, size } = line;
  const [before, after] = [left - column.left, column.right - right];
  if (before < (widthOf(line) * nearest) / (after < size ? 1 : 2)) return undefined;
  if (after < size * 0.5) return 'right';
  return Math.abs(before - after) < size ? 'middle' : undefined;
}
