// What stands between quotation marks in a passage.
import type { Span } from '../passages.ts';
import {
  isApostrophe,
  isPossessive,
  isStrokes,
  type Mark,
  marksIn,
  mayClose,
  mayOpen,
  opensInside,
  standsBefore,
  standsBehind,
  strokesOpen,
} from './quotation-marks.ts';
import { firstSharing } from './spans.ts';

/** What stands between quotation marks, the marks included. */
export interface Quoted extends Span {
  /** Whether it ends with a closing mark; else it goes on in the next paragraph. */
  readonly closed: boolean;
  /** Two strokes stand at its beginning: surely somebody's words only where a clause says whose. */
  readonly strokes?: true;
}

/**
 * The quotations of a text as exact slices, their marks included. A quotation that goes on in the next paragraph has
 * no closing mark here and ends with the text. Quotations inside a quotation belong to it.
 */
export function quotationsOf(text: string): Span[] {
  return readQuotations(text).map(({ start, end }) => ({ start, end }));
}

/** The same, each with whether it is closed; with those between two strokes only for whoever asks for them. */
export function readQuotations(text: string, { withStrokes = false } = {}): Quoted[] {
  const marks = marksIn(text);
  const depths = new Map<string, Depths>();
  const found: Quoted[] = [];
  for (let at = 0; at < marks.length; at += 1) {
    const opening = marks[at];
    if (!opening || !opens(text, opening, withStrokes)) continue;
    const sort = isStrokes(opening) ? { strokes: true as const } : {};
    const closing = closingOf(text, marks, at, depths);
    const quoted = quotedFrom(text, opening, closing === undefined ? undefined : marks[closing]);
    if (!quoted) continue;
    found.push({ ...quoted, ...sort });
    if (closing === undefined) break;
    at = opensAnew(text, marks[closing]) ? closing - 1 : closing;
  }
  return found;
}

function opens(text: string, mark: Mark, withStrokes: boolean): boolean {
  return mayOpen(text, mark) || (withStrokes && strokesOpen(text, mark));
}

/** What a mark opens; nothing where it closes nowhere and does not go on. */
function quotedFrom(text: string, opening: Mark, closing: Mark | undefined): Quoted | undefined {
  const { start } = opening;
  if (closing === undefined)
    return goesOn(text, opening) ? { start, end: text.length, closed: false } : undefined;
  const end = opensAnew(text, closing) ? trimmedTo(text, closing) : closing.end;
  return { start, end, closed: true };
}

/** Each paragraph of a long quotation begins with a mark; where paragraphs run together, such a mark closes nothing: `friends. "My`. */
function opensAnew(text: string, mark: Mark | undefined): boolean {
  if (mark?.text !== '"') return false;
  return (
    /[.!?]\s$/u.test(text.slice(Math.max(0, mark.start - 2), mark.start)) &&
    /^\p{Lu}/u.test(text.slice(mark.end, mark.end + 2))
  );
}

function trimmedTo(text: string, { start }: Mark): number {
  return text.slice(0, start).trimEnd().length;
}

/** What each mark of a text is to a quotation of one kind; each is looked at once, however many quotations may begin. */
interface Depths {
  /** 1 where it opens another inside, −1 where it closes one. */
  readonly steps: readonly number[];
  /** Whether it may close one where they do not come out even. */
  readonly closes: readonly boolean[];
}

function depthsOf(text: string, marks: readonly Mark[], opening: Mark): Depths {
  const steps = marks.map((mark) => {
    if (opensInside(text, opening, mark)) return 1;
    return mayClose(text, opening, mark, true) ? -1 : opensWithin(text, opening, mark) ? 1 : 0;
  });
  return { steps, closes: marks.map((mark) => mayClose(text, opening, mark, false)) };
}

/** Which mark closes the one at `at`: across quotations inside of it, or the first that fits where these do not come out even. */
function closingOf(
  text: string,
  marks: readonly Mark[],
  at: number,
  depths: Map<string, Depths>,
): number | undefined {
  const opening = marks[at];
  if (!opening) return undefined;
  if (isApostrophe(opening)) return closingApostrophe(text, marks, at);
  const { steps, closes } = depths.get(opening.text) ?? depthsOf(text, marks, opening);
  depths.set(opening.text, { steps, closes });
  let depth = 1;
  for (let next = at + 1; next < marks.length; next += 1) {
    depth += steps[next] ?? 0;
    if (depth === 0) return next;
  }
  const first = closes.indexOf(true, at + 1);
  return first < 0 ? undefined : first;
}

/** Whether a mark opens a quotation of its kind inside another. */
function opensWithin(text: string, opening: Mark, mark: Mark): boolean {
  return mark.text === opening.text && (standsBefore(text, mark) || !mayClose(text, opening, mark, false));
}

/** No quotation between single marks holds more marks, and no text makes the search for its end slow. */
const mostWithin = 60;

/**
 * Which mark closes a single one. Where a word is possessive ("the allies’ plan") a later one does, if it stands behind the
 * mark of a sentence and no other quotation opens before it.
 */
function closingApostrophe(text: string, marks: readonly Mark[], at: number): number | undefined {
  const [opening, ...others] = marks.slice(at, at + mostWithin);
  if (!opening) return undefined;
  const closing = others.filter((mark) => mayClose(text, opening, mark, true));
  const first = closing[0];
  if (!first || !isPossessive(text, first)) return first && marks.indexOf(first);
  const nextOpens = others.find((mark) => mark.start > first.start && opensWithin(text, opening, mark));
  const later = closing.find((mark) => !isPossessive(text, mark));
  const ends =
    later && /[.,?!…]/u.test(text[later.start - 1] ?? '') && later.start < (nextOpens?.start ?? text.length);
  return marks.indexOf(ends ? later : first);
}

/**
 * Whether a quotation that nothing closes goes on in the next paragraph. Of a mark that is an apostrophe as well, or may have
 * been turned the wrong way, only where the paragraph or a sentence in it begins with it.
 */
function goesOn(text: string, opening: Mark): boolean {
  if (!isApostrophe(opening) && !/^[»›”]$/u.test(opening.text)) return true;
  const leads = text.slice(Math.max(0, opening.start - 2), opening.start);
  const begins = opening.start <= (/^\s*/u.exec(text)?.[0].length ?? 0) || /[:,]\s$/u.test(leads);
  return begins && /^\p{Lu}/u.test(text.slice(opening.end, opening.end + 2));
}

/**
 * Whether a text has marks that look like those of a quotation and belong to none that is read here, or lines that begin with a
 * dash as talk does in some languages: then nobody can tell what in it is quoted.
 */
export function hasUnreadMarks(text: string): boolean {
  const read = readQuotations(text);
  const stray = marksIn(text).some(
    (mark) =>
      !isApostrophe(mark) &&
      !read.some(({ start, end }) => start <= mark.start && mark.end <= end) &&
      !/\d/u.test(text[mark.start - 1] ?? '') &&
      (standsBefore(text, mark) || standsBehind(text, mark)),
  );
  return (
    stray || unreadSingle(text, read) || /(?:^|\n)\s*[—–―]\s?\p{Lu}/u.test(text) || /[❛❜❝❞❮❯＇]/u.test(text)
  );
}

/** A single mark before a word with one behind a sentence's mark further on. */
function unreadSingle(text: string, read: readonly Quoted[]): boolean {
  const at = /(?:^|\s)['‘’‚](?=\p{L}[^\n]{0,600}[.,?!]['’‘](?:\s|$))/u.exec(text);
  return at !== null && !read.some(({ start, end }) => start <= at.index + 1 && at.index < end);
}

/** The quotation that a part of a text is in or holds. */
export function quotationAt(text: string, part: Span): Span | undefined {
  return firstSharing(quotationsOf(text), part);
}
