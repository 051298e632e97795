// The lines of a plain text, and what each of them shows: that it is wrapped, ends a sentence, is an item of a list.

/** A line as it stands in the file, and as it was meant where its characters were taken for others. */
export interface Line {
  readonly own: string;
  readonly text: string;
}

/** Editors and mail programs wrap between 60 and 80 characters; nobody wraps wider than this. */
export const widestWrap = 110;

export function widthOf(lines: readonly Line[]): number {
  return Math.max(...lines.map(({ text }) => text.trimEnd().length));
}

/** How far a line stands in; a tab is as wide as eight blanks. */
export function indentOf({ text }: Line): number {
  return text.slice(0, text.length - text.trimStart().length).replaceAll('\t', '        ').length;
}

/** Whether the first word of the next line would have made this line longer than the longest. */
export function isFull({ text }: Line, next: Line, width: number): boolean {
  const [word = ''] = next.text.trim().split(/\s/u, 1);
  return text.trimEnd().length + 1 + word.length > width;
}

export function endsSentence({ text }: Line): boolean {
  return /[.!?…:;][)\]"'”’»]*\s*$/u.test(text);
}

export function isListed({ text }: Line): boolean {
  return /^\s*(?:[-*•–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S/u.test(text);
}

/** A heading in capitals above a line that is not: the two were not broken from one another. */
export function areOfTwoMakes(line: Line, next: Line): boolean {
  return isLoud(line) !== isLoud(next) && [line, next].every(({ text }) => /\p{L}.*\p{L}.*\p{L}/u.test(text));
}

function isLoud({ text }: Line): boolean {
  return /\p{Lu}{3}/u.test(text) && /\p{Lu}.*\s.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
