// A wrapped text whose paragraphs stand below each other without blank lines: each begins a little further in.
import { endsSentence, indentOf, isFull, isListed, type Line, widthOf } from './text-lines.ts';

/** Typists step in by two blanks to a tab; what stands further in is centred or quoted. */
const leastStep = 2;
const mostStep = 8;
/** So many paragraphs make a manner; of a single one the blank lines around it tell. */
const leastParagraphs = 2;
/** A line that ends far before the others is the last of something. */
const early = 0.7;

/** The paragraphs of a run of lines; undefined where indents do not part it. */
export function byIndents(run: readonly Line[]): Line[][] | undefined {
  const least = Math.min(...run.map(indentOf));
  const steps = run.map((line) => indentOf(line) - least);
  const isIn = (at: number): boolean => (steps[at] ?? 0) >= leastStep;
  if (!isManner(run, steps)) return undefined;
  const width = widthOf(run);
  const paragraphs: Line[][] = [];
  for (const [at, line] of run.entries()) {
    const above = run[at - 1];
    const goesOn = above !== undefined && isFull(above, line, width) && !endsSentence(above);
    // Lines that all stand in are a quotation, or short lines each of its own: a name, a place.
    const begins = isIn(at) ? !(isIn(at - 1) && goesOn) : isListed(line) && !goesOn;
    if (above === undefined || begins || isEnd(above, line, width)) paragraphs.push([]);
    paragraphs.at(-1)?.push(line);
  }
  return paragraphs;
}

function isEnd(above: Line, line: Line, width: number): boolean {
  return endsSentence(above) && !isFull(above, line, width) && above.text.trimEnd().length < width * early;
}

/**
 * Whether paragraphs begin with an indent: a line that stands in is followed by one that does not, and what stands above it
 * has come to its end. Items of a list have it the other way round: there what goes on stands in.
 */
function isManner(run: readonly Line[], steps: readonly number[]): boolean {
  const heads = run.flatMap((_, at) => {
    const step = steps[at] ?? 0;
    return step >= leastStep && step <= mostStep && steps[at + 1] === 0 ? [at] : [];
  });
  if (heads.length < leastParagraphs) return false;
  const above = heads.flatMap((at) => run[at - 1] ?? []);
  const ended = above.filter((line) => endsSentence(line) || indentOf(line) > 0);
  const listed = run.filter((line, at) => steps[at] === 0 && isListed(line));
  return ended.length >= above.length * 0.75 && listed.length < heads.length;
}
