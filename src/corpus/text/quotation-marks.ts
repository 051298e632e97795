// The marks that open and close quotations in print and on the web, and what its place in a text tells of one: a mark opens
// before a word and closes behind one, whichever way it is turned.
import type { Span } from '../passages.ts';

/** One mark as it is written: two strokes may make one ("``", "''"). */
export interface Mark extends Span {
  readonly text: string;
}

/** Every letter that a mark is written with, for patterns that look for any of them at the edge of a quotation. */
export const markLetters = '"“”„‟＂«»‹›‘’‚‛\'`「」『』〝〞〟<>';

// Of three strokes behind a word the first closes a quotation inside of the other.
const written = /``|(?<=[^\s(["“„«])'(?=''(?!'))|''|<<|>>|["“”„‟＂«»‹›‘’‚‛'「」『』〝〞〟]/gu;

/**
 * What each mark closes with, its usual partner first. German closes with the mark that opens in English, Swedish opens with
 * the one that closes there, angles may point inwards (»…«), and writers mix straight and curly ones.
 */
const partners: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"', '“', "''"],
  '‟': ['”', '"'],
  '„': ['“', '”', '"', "''"],
  '”': ['”', '“', '"'],
  '"': ['"', '”', '“', "''"],
  '＂': ['＂', '"'],
  '«': ['»'],
  '»': ['«', '»'],
  '<<': ['>>'],
  '‹': ['›'],
  '›': ['‹', '›'],
  '‘': ['’', "'"],
  '‛': ['’', "'"],
  '‚': ['‘', '’', "'"],
  "'": ["'", '’'],
  '``': ["''", '”', '"'],
  '「': ['」'],
  '『': ['』'],
  '〝': ['〞', '〟'],
};

/** Two strokes at both ends: old wires and archives write so, and it may be anything else (inches, seconds, slanted letters). */
const strokes: readonly string[] = ["''", '"', '”'];

export function isStrokes({ text }: Mark): boolean {
  return text === "''";
}

/** Whether two strokes stand as a mark does that opens a quotation. */
export function strokesOpen(text: string, mark: Mark): boolean {
  return isStrokes(mark) && standsBefore(text, mark) && !standsBehind(text, mark);
}

/** Marks that open a quotation wherever they stand. */
const always = new Set(['「', '『', '〝', '``', '„', '‟']);
/** Marks that open one unless they stand behind a word; all others only where they clearly stand before one. */
const mostly = new Set(['“', '«', '‹', '<<']);
/** Marks that are apostrophes as well. */
const apostrophes = new Set(['‘', '’', '‚', '‛', "'"]);

/** Words that begin with an apostrophe: "'tis", "'em", "'90s". */
const elided = /^(?:(?:tis|twas|twere|twill|em|til|till|cause|cos|bout|round|n|s|t)(?![\p{L}\p{N}])|\d0s)/iu;

/** All marks of a text, in order. */
export function marksIn(text: string): Mark[] {
  return [...text.matchAll(written)].map(({ 0: mark, index }) => ({
    text: mark,
    start: index,
    end: index + mark.length,
  }));
}

export function isApostrophe({ text }: Mark): boolean {
  return apostrophes.has(text);
}

/** Whether a mark stands before a word, and behind white space, a bracket, a dash or another mark. */
export function standsBefore(text: string, { start, end }: Mark): boolean {
  const isFree = /[\s([{/:—–\-"“„«»‹›‘‚'`「『]/u.test(text[start - 1] ?? ' ');
  return isFree && /^(?:[^\s,.;:!?)\]}]|\.\.)/u.test(text.slice(end, end + 2));
}

/** Whether a mark stands behind a word or its mark, and before none. */
export function standsBehind(text: string, { start, end }: Mark): boolean {
  // “never again”“: a mark behind it opens another only before a word.
  return (
    /[^\s([{:]/u.test(text[start - 1] ?? ' ') && !/^[“„«‘‚]?[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

/** Whether a mark may open a quotation where none is open. */
export function mayOpen(text: string, mark: Mark): boolean {
  const { text: own, start, end } = mark;
  if (!partners[own]) return false;
  if (always.has(own)) return true;
  if (mostly.has(own)) return !standsBehind(text, mark);
  // Whoever leaves out the space behind a comma still opens there: he said,"We go."
  if (own === '"' && /[,;]/u.test(text[start - 1] ?? '')) return /\p{L}/u.test(text[end] ?? '');
  if (!standsBefore(text, mark)) return false;
  return !isApostrophe(mark) || !elided.test(text.slice(end, end + 8));
}

/** Whether a mark may close what another opens; `strictly`: not where it stands before a word, or says inches. */
export function mayClose(text: string, opening: Mark, mark: Mark, strictly: boolean): boolean {
  const fitting = partners[opening.text] ?? (isStrokes(opening) ? strokes : []);
  if (!fitting.includes(mark.text)) return false;
  const behind = standsBehind(text, mark);
  if (strictly && standsBefore(text, mark) && !behind) return false;
  if (isApostrophe(mark)) return behind;
  if (mark.text === '"') return !strictly || !/\d"\s\p{Ll}/u.test(text.slice(mark.start - 1, mark.end + 2));
  return behind || (fitting[0] === mark.text && mark.text !== opening.text);
}

/**
 * Whether a mark of another kind opens a quotation inside of one that what closes it could close as well: “He said "no" again,”.
 * Single marks have no part in this: what closes them closes nothing else.
 */
export function opensInside(text: string, opening: Mark, mark: Mark): boolean {
  if (isApostrophe(mark) || mark.text === opening.text) return false;
  const shared = partners[mark.text]?.some((closing) => partners[opening.text]?.includes(closing));
  return shared === true && standsBefore(text, mark) && !standsBehind(text, mark);
}

/** "the ministers’ plan": an apostrophe that shows whose something is, where a word in small letters follows. */
export function isPossessive(text: string, { start, end }: Mark): boolean {
  return /[sxz]/iu.test(text[start - 1] ?? '') && /^\s\p{Ll}/u.test(text.slice(end, end + 2));
}
