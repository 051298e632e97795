// Text on its way into a Discord message: what a reader sees is the text, whatever Markdown it looks like.

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

/** What makes text of others garble the sentence around it: control and bidirectional characters. */
const unruly = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text without control and bidirectional characters, on one line. */
export function ruled(text: string): string {
  return text.replace(unruly, ' ').replace(/\s+/gu, ' ').trim();
}

/** The longest piece of what a user typed that is repeated to them. */
const longestEcho = 100;

/** What a user typed, on one line, shortened, and escaped. */
export function echoed(typed: string): string {
  return escaped(cut(ruled(typed), longestEcho));
}

/**
 * Cuts a text once, at its end, after a whole word where there is one, and marks the cut with "…".
 * `length` counts UTF-16 code units of the result; no character is cut in two.
 */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  if (length < 1) return '';
  const room = text.slice(0, length - 1);
  const word = /\s/u.test(text[room.length] ?? '') ? room : room.replace(/\S+$/u, '');
  const kept = word.trim() === '' ? room : word;
  return `${kept.replace(/[\ud800-\udbff]$/u, '').trimEnd()}…`;
}

/** Escapes a text and cuts it so that the result is no longer than `length`. */
export function escapedWithin(text: string, length: number): string {
  const whole = escaped(text);
  if (whole.length <= length) return whole;
  // The longest beginning whose escaped form fits: escaping only adds, so a binary search finds it.
  let fits = 0;
  let tooLong = Math.min(text.length, length);
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (escaped(cut(text, middle)).length <= length) fits = middle;
    else tooLong = middle;
  }
  return escaped(cut(text, fits));
}
