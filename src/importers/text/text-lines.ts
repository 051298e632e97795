// The lines of a plain text, and what each of them shows: that it is wrapped, ends a sentence, is an item of a list.

import * as wrapped from '../../corpus/text/wrapped.ts';

/** A line as it stands in the file, and as it was meant where its characters were taken for others. */
export interface Line {
  readonly own: string;
  readonly text: string;
}

export function widthOf(lines: readonly Line[]): number {
  return Math.max(...lines.map(({ text }) => text.trimEnd().length));
}

export function indentOf({ text }: Line): number {
  return wrapped.indentOf(text);
}

/** Whether the first word of the next line would have made this line longer than the longest. */
export function isFull(line: Line, next: Line, width: number): boolean {
  return wrapped.isFull(line.text, next.text, width);
}

export function endsSentence({ text }: Line): boolean {
  return wrapped.endsSentence(text);
}

export function isListed({ text }: Line): boolean {
  return wrapped.isListed(text);
}

/** A heading in capitals above a line that is not: the two were not broken from one another. */
export function areOfTwoMakes(line: Line, next: Line): boolean {
  return isLoud(line) !== isLoud(next) && [line, next].every(({ text }) => /\p{L}.*\p{L}.*\p{L}/u.test(text));
}

function isLoud({ text }: Line): boolean {
  return /\p{Lu}{3}/u.test(text) && /\p{Lu}.*\s.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
