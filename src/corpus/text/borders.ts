// Where words begin and end in a pattern, in every script: `\b` and `\w` of JavaScript know the letters of English alone.

const ofWord = '[\\p{L}\\p{M}\\p{N}_]';

/** Of patterns with the flag "u": no word goes on before this place, or behind it. */
export const begins = `(?<!${ofWord})`;
export const ends = `(?!${ofWord})`;

/** One of these words or phrases, whole. */
export function wholeWords(...words: readonly string[]): string {
  return `${begins}(?:${words.join('|')})${ends}`;
}
