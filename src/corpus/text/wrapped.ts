// Lines of a text that were broken to fit a window or a page, and those that are paragraphs by themselves.

/** Editors and mail programs wrap between 60 and 80 characters; nobody wraps wider than this. */
export const widestWrap = 110;
export const narrowestWrap = 40;

/**
 * Whether lines were broken only because the next word did not fit; where a paragraph ends, they end early. `isParted`: two lines that
 * do not belong together, whatever they look like.
 */
export function isWrapped(
  run: readonly string[],
  isParted: (line: number) => boolean = () => false,
): boolean {
  const width = run.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  if (width > widestWrap || width < narrowestWrap) return false;
  const inside = run.slice(0, -1).flatMap((line, index) => {
    const next = run[index + 1] ?? '';
    if (isParted(index)) return [];
    const isEnd = endsSentence(line) || indentOf(next) > indentOf(line) || isListed(next);
    return isEnd && !isFull(line, next, width) ? [] : [isFull(line, next, width)];
  });
  const full = inside.filter(Boolean).length;
  return full >= 1 && full >= inside.length * 0.9;
}

/** Whether the first word of the next line would have made this line longer than the longest. */
export function isFull(line: string, next: string, width: number): boolean {
  const [word = ''] = next.trim().split(/\s/u, 1);
  return line.trimEnd().length + 1 + word.length > width;
}

/** How far a line stands in; a tab is as wide as eight blanks. */
export function indentOf(line: string): number {
  return line.slice(0, line.length - line.trimStart().length).replaceAll('\t', '        ').length;
}

export function endsSentence(line: string): boolean {
  return /[.!?…:;][)\]"'”’»]*\s*$/u.test(line);
}

export function isListed(line: string): boolean {
  return /^\s*(?:[-*•–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+\S/u.test(line);
}
