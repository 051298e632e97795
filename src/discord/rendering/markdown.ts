// Text on its way into a Discord message: what a reader sees is the text, whatever Markdown it looks like.

import { cut } from '../../common/cut.ts';
import type { Span } from '../../corpus/passages.ts';

export { cut };

/**
 * Everything that Discord's Markdown, mentions, time stamps, emoji or links begin with. A backslash before punctuation is
 * never shown, so the reader sees the text itself. ":" breaks addresses up, in which a backslash before "_" would be
 * shown; a full stop is only special after a number that begins a line ("1." is a list). discord.js's own
 * `escapeMarkdown` leaves `>` at the start of a line as it is.
 */
const special = /[\\`*_~|<>[\]()#:@-]|(?<=^\s*\d+)\./gmu;

/** Escapes a text of a source. Its length grows: count after escaping. */
export function escaped(text: string): string {
  return text.replace(special, '\\$&');
}

/** The text that was escaped. */
export function unescaped(written: string): string {
  return written.replace(/\\([\\`*_~|<>[\]()#:@.-])/gu, '$1');
}

/** What makes text of others garble the sentence around it: control and bidirectional characters. */
const unruly = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text without control and bidirectional characters, on one line. */
export function ruled(text: string): string {
  return text.replace(unruly, ' ').replace(/\s+/gu, ' ').trim();
}

/** The longest piece of what a user typed that is repeated to them, escaped. */
const longestEcho = 100;

/** What a user typed, on one line, escaped, and shortened. */
export function echoed(typed: string): string {
  return escapedWithin(ruled(typed), longestEcho);
}

/** Escapes a text and cuts it so that the result is no longer than `length`. */
export function escapedWithin(text: string, length: number): string {
  return writtenWithin(text, length, escaped);
}

/** Escapes a text that stands on one line, whatever line ends it has, and cuts it to `length`. */
export function lineWithin(text: string, length: number): string {
  return escapedWithin(ruled(text), length);
}

/**
 * Writes a text in some way that makes it longer, and cuts it before so that what is written is no longer than
 * `length`. A text that is cut ends with "…", and with nothing else where there is no room for a word of it.
 */
export function writtenWithin(text: string, length: number, write: (text: string) => string): string {
  const whole = write(text);
  if (whole.length <= length) return whole;
  const fits = thatFits(text, length, write);
  // Where not even the mark of a cut has room nothing can be shown.
  const shortest = write('…').length <= length ? write('…') : '';
  return fits === '' ? shortest : write(fits);
}

/** A text, or its longest beginning with "…" that is no longer than `length` when it is written; empty where none is. */
export function thatFits(text: string, length: number, write: (text: string) => string): string {
  if (write(text).length <= length) return text;
  // Writing only adds, so a binary search finds it.
  let fits = 0;
  let tooLong = Math.min(text.length, Math.max(length, 0) + 1);
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (write(cut(text, middle)).length <= length) fits = middle;
    else tooLong = middle;
  }
  return fits === 0 ? '' : cut(text, fits);
}

/** A text, escaped, with a mark around each of the spans; where the text was cut, spans end with it. */
export function marked(shown: string, spans: readonly Span[], mark: string): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end } of spans) {
    const inside = shown.slice(Math.max(start, at), end);
    if (start < at || inside.trim() === '') continue;
    pieces.push(escaped(shown.slice(at, start)), mark, escaped(inside), mark);
    at = start + inside.length;
  }
  return [...pieces, escaped(shown.slice(at))].join('');
}
