// How a PDF sets its paragraphs: size and font of the text, distance of its lines; and by these, where paragraphs begin.
import { commonSize } from './pdf-items.ts';
import type { Line, Read } from './pdf-lines.ts';
import { standsAlone } from './single-lines.ts';

export interface Layout {
  /** The size of most letters of the document. */
  readonly body: number;
  /** Whether a line begins a paragraph; `first` is the first line of the one above. */
  begins(read: Read, above: Read, below: Read | undefined, first: Read | undefined): boolean;
  /** Whether a paragraph that ends with this line has not come to its end. */
  isBrokenOff(last: Read): boolean;
  /** Whether two lines are of the same run of text. */
  isSameText(one: Read, other: Read): boolean;
  /** Whether a line goes on with what another left off, elsewhere on the page or on the next one. */
  goesOn(last: Read, first: Read): boolean;
  isHeading(group: readonly Read[], text: string, next: readonly Read[] | undefined): boolean;
}

export function layoutOf(all: readonly Read[]): Layout {
  const lines = all.map(({ line }) => line);
  const body = commonSize(lines, 0.5) || 10;
  const font = fontOf(lines, body);
  const leadings = leadingsOf(all);
  const indents = areIndented(all);
  const spaced = areSpaced(all, leadings);
  const tops = new Set(
    all.filter(({ page, line }, index) => {
      const above = all[index - 1];
      return above?.page !== page || above.line.column.index !== line.column.index;
    }),
  );
  const isBody = (line: Line): boolean => Math.abs(line.size - body) <= body * 0.12;
  const isSameSize = (one: Line, other: Line): boolean => Math.abs(one.size - other.size) <= body * 0.12;
  return {
    body,
    begins: (read, above, below, first) => {
      if (read.isRow || above.isRow) return true;
      if (!isSameSize(read.line, above.line) || beginsItem(read.line, above.line)) return true;
      if (!isBelow(read, above)) return !isOpen(above.line, read.line, indents);
      const usual = leadings.get(sizeOf(read.line)) ?? read.line.size * 1.35;
      return beginsBelow({ line: read.line, above: above.line, below, first, usual, spaced });
    },
    isBrokenOff: ({ line, isRow }) =>
      !isRow && isBody(line) && !endsSentence(line.text) && !endsVeryEarly(line) && isLong(line),
    isSameText: ({ line }, { line: other, isRow }) =>
      !isRow && isSameSize(line, other) && (line.font === other.font || isBody(other)),
    goesOn: ({ line }, { line: other }) => isOpen(line, other, indents) && /^\p{Ll}/u.test(other.text),
    isHeading: (group, text, next) => {
      const [first] = group;
      if (!first || first.isRow || text.length > 250) return false;
      if (first.line.size > body * 1.12) return text.length < 60 || !/[.!]["”’»)]*$/u.test(text);
      if (tops.has(first) && isTitleOfBox(group, text, next, body)) return true;
      return isBody(first.line) && isBoldHeading(group, text, next, font);
    },
  };
}

function sizeOf({ size }: Line): number {
  return Math.round(size * 2) / 2;
}

/** The font of most of the text. */
function fontOf(lines: readonly Line[], body: number): string | undefined {
  const letters = new Map<string, number>();
  for (const { font, size, text } of lines) {
    if (font !== undefined && Math.abs(size - body) < 1)
      letters.set(font, (letters.get(font) ?? 0) + text.length);
  }
  return [...letters].reduce<[string | undefined, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    [undefined, 0],
  )[0];
}

/** The usual distance of two lines of a paragraph, in points, for each size of letters. */
function leadingsOf(all: readonly Read[]): Map<number, number> {
  const gaps = all.flatMap((read, index) => {
    const above = all[index - 1];
    if (!above || !isBelow(read, above) || sizeOf(read.line) !== sizeOf(above.line)) return [];
    const gap = above.line.y - read.line.y;
    return gap < read.line.size * 3 ? [{ size: sizeOf(read.line), gap: Math.round(gap * 2) / 2 }] : [];
  });
  return new Map(
    [...Map.groupBy(gaps, ({ size }) => size)].flatMap(([size, of]) =>
      of.length < 3 ? [] : [[size, usualOf(of.map(({ gap }) => gap))]],
    ),
  );
}

function usualOf(gaps: readonly number[]): number {
  const counts = Map.groupBy(gaps, (gap) => gap);
  // Nearly as frequent a smaller distance is that of lines; the larger one is that of paragraphs of one line.
  const most = Math.max(...[...counts.values()].map(({ length }) => length));
  return Math.min(...[...counts].filter(([, { length }]) => length >= most * 0.5).map(([gap]) => gap));
}

/** Whether a line stands below another in its column. */
function isBelow(read: Read, above: Read): boolean {
  return (
    read.page === above.page &&
    read.line.column.index === above.line.column.index &&
    above.line.y > read.line.y
  );
}

interface Place {
  readonly line: Line;
  readonly above: Line;
  readonly below: Read | undefined;
  readonly first: Read | undefined;
  readonly usual: number;
  /** Whether paragraphs stand further apart than lines here. */
  readonly spaced: boolean;
}

function beginsBelow(place: Place): boolean {
  const { line, above, usual } = place;
  const gap = above.y - line.y;
  const isEnded = endsSentence(above.text);
  if (gap > usual * 1.3) return true;
  if ((isBroken(above.text) && !isCentred(above)) || goesOnCentred(line, above)) return false;
  if (standsAlone(line, above) || (isEnded && gap > usual * 1.12 && gap > usual + 1)) return true;
  return beginsWithoutGap(place, isEnded);
}

function beginsWithoutGap({ line, above, below, first, spaced }: Place, isEnded: boolean): boolean {
  const isEarly = endsEarly(above, line);
  // A heading or a label in a font of its own stands above its text.
  if (otherFonts(line, above) && (isEnded || isEarly || isCentred(above))) return true;
  // The lines of an item stand below its words and not below its number.
  if (first !== undefined && isIndented(line) && isItemOf(line, first.line)) {
    return isEnded && isEarly && /^[\p{Lu}«“„"]/u.test(line.text);
  }
  if (isIndented(line) && (!isIndented(above) || ((isEnded || isEarly) && isFirst(line, below)))) return true;
  // How wide the next word is can only be guessed; where distances part paragraphs, a close guess is none.
  const isPlain = isEarly && (!spaced || endsEarly(above, line, closeGuess));
  return isPlain && (isEnded || endsVeryEarly(above));
}

const closeGuess = 1.4;

/** Whether paragraphs are parted by distances: most lines below the early end of a sentence stand further away. */
function areSpaced(all: readonly Read[], leadings: ReadonlyMap<number, number>): boolean {
  const gaps = all.flatMap((read, index) => {
    const above = all[index - 1];
    if (!above || !isBelow(read, above) || sizeOf(read.line) !== sizeOf(above.line)) return [];
    const usual = leadings.get(sizeOf(read.line));
    const isEnd = endsSentence(above.line.text) && endsEarly(above.line, read.line);
    return usual !== undefined && isEnd ? [(above.line.y - read.line.y) / usual] : [];
  });
  return gaps.length > 2 && gaps.filter((gap) => gap > 1.12).length > gaps.length * 0.6;
}

function isBroken(text: string): boolean {
  return /\p{L}[-\u00ad\u2010]$/u.test(text);
}

/** The second line of a title that is set in the middle: its sentence goes on. */
function goesOnCentred(line: Line, above: Line): boolean {
  const areAlike = line.font !== undefined && line.font === above.font && line.size === above.size;
  return (
    areAlike && isCentred(line) && isCentred(above) && !endsSentence(above.text) && /^\p{Ll}/u.test(line.text)
  );
}

/** Whether a line that stands in may be of an item. */
function isItemOf(line: Line, first: Line): boolean {
  return isListed(first.text) || hangsBelow(line, first);
}

/** Whether a line begins below one of the first words of another: below its words, where a year stands before them. */
function hangsBelow({ left }: Line, { words }: Line): boolean {
  return words.slice(1, 4).some((word) => Math.abs(word.left - left) < 1.5);
}

/** Whether the next line begins further left. */
function isFirst(line: Line, below: Read | undefined): boolean {
  return below !== undefined && line.left - below.line.left > line.size * 0.7;
}

function otherFonts(line: Line, above: Line): boolean {
  return line.font !== undefined && above.font !== undefined && line.font !== above.font;
}

/** Whether paragraphs begin with an indent here: most of those that begin below the end of a sentence. */
function areIndented(all: readonly Read[]): boolean {
  const first = all.filter((read, index) => {
    const above = all[index - 1];
    return above && isBelow(read, above) && endsSentence(above.line.text) && endsEarly(above.line, read.line);
  });
  return first.length > 2 && first.filter(({ line }) => isIndented(line)).length > first.length * 0.6;
}

/** Over the end of a page or column a paragraph goes on where its sentence does. */
function isOpen(above: Line, line: Line, indents: boolean): boolean {
  if (isIndented(line) && /^\P{Ll}/u.test(line.text)) return false;
  if (otherFonts(line, above) && endsEarly(above, line) && /^\P{Ll}/u.test(line.text)) return false;
  if (!endsSentence(above.text)) return !(endsVeryEarly(above) && /^\p{Lu}/u.test(line.text));
  // The last line of a paragraph is hardly ever set to both edges; below it a new one would be indented where all are.
  return !endsEarly(above, line) && (/^\p{Ll}/u.test(line.text) || indents || fills(above));
}

/** Begins of items, articles' paragraphs and points: "(a)", "12.", "3.4", "§ 2", a bullet. */
export function isListed(text: string): boolean {
  return /^(?:[•▪◦‣●■–—\uf0b7]|\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|\(?[a-zivx]{1,4}\)|\(?\p{L}\)|§{1,2}\s?\d+[a-z]?\.?)\s+\S/u.test(
    text,
  );
}

/** "am 12. März", "– powiedział": what begins like an item may be the middle of a sentence where the line above is full. */
function beginsItem(line: Line, above: Line): boolean {
  if (!isListed(line.text)) return false;
  const isSure = !/^(?:\d{1,3}\.|[–—])\s+\p{L}/u.test(line.text);
  return isSure || endsSentence(above.text) || endsEarly(above, line) || otherFonts(line, above);
}

function isIndented({ left, column, size }: Line): boolean {
  return left - column.left > size * 0.7 && left - column.left < (column.right - column.left) * 0.3;
}

function isCentred({ left, right, column, size }: Line): boolean {
  const [before, after] = [left - column.left, column.right - right];
  return before > size * 2 && Math.abs(before - after) < size * 2;
}

/** Whether the next line's first word would have found room behind this line; lines set to both edges leave no room. */
function endsEarly(above: Line, line: Line, times = 1): boolean {
  const room = above.column.right - above.right;
  if (above.column.isJustified) return room > above.size * 0.08;
  const [word = ''] = line.text.split(/[\s-]/u, 1);
  const letter = Math.min((above.right - above.left) / above.text.length, above.size * 0.6);
  return room > (word.length + 1) * letter * times;
}

/** Whether a line is set to both edges of its column. */
function fills({ right, column }: Line): boolean {
  return column.isJustified && column.right - right < 1;
}

/** A line that breaks off long before the edge, as that of an address does; "the representative of" is none. */
function endsVeryEarly({ right, column, text }: Line): boolean {
  return (
    !/(?:[,–—]|(?:^|\s)\p{Ll}{1,3})$/u.test(text) &&
    column.right - right > (column.right - column.left) * 0.45
  );
}

/** A line of text, and not a label or a name. */
function isLong({ left, right, column }: Line): boolean {
  return right - left > (column.right - column.left) * 0.6;
}

export function endsSentence(text: string): boolean {
  return /[.!?…:;][)\]"'”“’»]*\d{0,3}\s*$/u.test(text);
}

/** Dates, so that a line with the place and the day above the text stays a paragraph. */
const dated =
  /\d{1,2}(?:st|nd|rd|th|er)?\.?\s+\p{L}{3,}\.?\s+(?:19|20)\d\d|\p{L}{3,}\s+\d{1,2},\s+(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d/u;

function isShort(group: readonly Read[] | undefined): boolean {
  return group?.length === 1 && (group[0]?.line.text.length ?? 0) < 60;
}

/** Above a box in small letters stands a line in larger ones, which are smaller than those of the text all the same. */
function isTitleOfBox(
  group: readonly Read[],
  text: string,
  next: readonly Read[] | undefined,
  body: number,
): boolean {
  const [first, below] = [group[0]?.line, next?.[0]?.line];
  if (!first || !below || group.length > 2 || text.length > 80 || dated.test(text)) return false;
  const isAbove = first.column.index === below.column.index && first.size > below.size * 1.12;
  return isAbove && below.size < body * 0.92 && below.text.length >= 16 && !/[.!?,;:…”"»]$/u.test(text);
}

/** A short line in a font of its own above text in the font of the text. */
function isBoldHeading(
  group: readonly Read[],
  text: string,
  next: readonly Read[] | undefined,
  font: string | undefined,
): boolean {
  const own = group[0]?.line.font;
  const below = next?.[0];
  if (own === undefined || font === undefined || own === font || !below || below.isRow) return false;
  if (group.length > 2 || text.length > 100 || dated.test(text)) return false;
  // What stands below is text, or another heading above it.
  const isAlone = group.every(({ line }) => line.font === own) && (below.line.font !== own || isShort(next));
  return (
    isAlone &&
    /^[\p{Lu}\p{N}§]/u.test(text) &&
    !/[.!?,;:…”"»]$/u.test(text) &&
    /^[^\p{Ll}]/u.test(below.line.text)
  );
}
