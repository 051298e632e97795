// A plain text becomes paragraphs: by blank lines, by lines where each is a paragraph, with wrapped lines joined again.
import {
  endsSentence,
  indentOf,
  isFull,
  isListed,
  isWrapped,
  narrowestWrap,
  widestWrap,
} from '../corpus/wrapped.ts';
import type { Message } from '../messages/messages.ts';
import type { Decoded } from './encodings.ts';
import type { Block, Extracted } from './imported.ts';
import { withLineFeeds } from './tidy.ts';

/** Reads a plain text. A `#` has no meaning in it, so it has no headings. */
export function readPlainText(decoded: Decoded): Extracted {
  const lines = withLineFeeds(decoded.text).split('\n');
  const runs = runsOf(lines);
  const onlyOne = runs.length === 1;
  const blocks = runs.flatMap((run) => paragraphsIn(run, onlyOne)).map(paragraph);
  return { blocks, metadata: {}, notes: encodingNote(decoded) };
}

/** What is said of a text whose encoding was concluded from its letters. */
export function encodingNote({ encoding, guessed }: Decoded): Message[] {
  return guessed ? [{ key: 'import.note.encoding', values: { encoding } }] : [];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Runs of lines that are not blank. A form feed parts pages and tells nothing of paragraphs. */
function runsOf(lines: readonly string[]): string[][] {
  const runs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') runs.push([]);
    else runs.at(-1)?.push(line);
  }
  return runs.filter((run) => run.length > 0);
}

function paragraphsIn(run: readonly string[], onlyOne: boolean): string[] {
  if (run.length === 1) return [...run];
  if (isWrapped(run)) return unwrapped(run);
  const each = onlyOne || isLinePerParagraph(run);
  return each ? [...run] : [run.join('\n')];
}

/** Lines of a paragraph whose format gives their ends no meaning: only those of a talk by turns are more than one. */
export function joinedLines(lines: readonly string[]): string[] {
  return isMostly(lines, (line) => speaker.test(line))
    ? [...lines]
    : [lines.map((line) => line.trim()).join(' ')];
}

/** Joins wrapped lines. A line that is indented begins a paragraph; one that ends early with a full stop ends one. */
function unwrapped(run: readonly string[]): string[] {
  const width = Math.max(...run.map((line) => line.trimEnd().length));
  const least = Math.min(...run.map(indentOf));
  const paragraphs: string[][] = [[]];
  for (const [index, line] of run.entries()) {
    const before = run[index - 1];
    const begins = before !== undefined && indentOf(line) > least && indentOf(before) <= least;
    // "… bis zum / 18. Februar": a full line whose sentence goes on ends nothing.
    const goesOn = before !== undefined && isFull(before, line, width) && !endsSentence(before);
    if (begins || (isListed(line) && !goesOn)) paragraphs.push([]);
    paragraphs.at(-1)?.push(line.trim());
    const next = run[index + 1];
    const ends = next !== undefined && !isFull(line, next, width) && endsSentence(line);
    if (ends) paragraphs.push([]);
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join(' '));
}

/** `MR. PRICE:`, `Q:`, `Zelenskyy:` at the beginning of a line. */
const speaker = /^\s*\p{Lu}[\p{L}\p{M}.’'() -]{0,40}:\s/u;

/**
 * Lines that stand below each other without being wrapped: paragraphs where they are long, listed, spoken by turns or
 * whole sentences; otherwise (an address, a verse, signatures) the lines of one paragraph.
 */
function isLinePerParagraph(run: readonly string[]): boolean {
  const most = (test: (line: string) => boolean): boolean => isMostly(run, test);
  return (
    most((line) => line.trim().length > widestWrap) ||
    most(isListed) ||
    most((line) => speaker.test(line)) ||
    most((line) => line.trim().length > narrowestWrap && endsSentence(line))
  );
}

function isMostly(lines: readonly string[], test: (line: string) => boolean): boolean {
  return lines.filter(test).length >= lines.length * 0.6;
}
