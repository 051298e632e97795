// A plain text becomes paragraphs: by blank lines, by indents, by lines where each is a paragraph, with wrapped lines joined
// again.
import { isWrapped as isWrappedText, narrowestWrap, widestWrap } from '../../corpus/text/wrapped.ts';
import type { Message } from '../../messages/messages.ts';
import { isDateline } from '../about/dateline.ts';
import { guessedLanguage } from '../about/language.ts';
import type { Decoded } from '../characters/encodings.ts';
import { withLineFeeds } from '../characters/tidy.ts';
import type { Block, Extracted } from '../imported.ts';
import { Hyphens } from '../pdf/hyphens.ts';
import { wordsOf } from '../pdf/word-list.ts';
import { byIndents } from './indents.ts';
import { withoutMail } from './mail-header.ts';
import { areOfTwoMakes, endsSentence, indentOf, isFull, isListed, type Line, widthOf } from './text-lines.ts';

/** Reads a plain text. A `#` has no meaning in it, so it has no headings. `meant` is the text with its characters put right. */
export async function readPlainText(decoded: Decoded, meant = decoded.text): Promise<Extracted> {
  const { lines, metadata, removed } = withoutMail(linesOf(decoded.text, meant));
  const runs = runsOf(lines);
  const hyphens = await hyphensOf(lines);
  const blocks = runs
    .flatMap((run) => paragraphsIn(run, runs.length === 1))
    .map((each) => paragraph(joined(each, hyphens)));
  const notes: Message[] = [
    ...encodingNote(decoded),
    ...counted('import.note.mailLines', removed),
    ...counted('import.note.hyphens', hyphens.joined),
  ];
  return { blocks, metadata, notes };
}

function counted(key: 'import.note.mailLines' | 'import.note.hyphens', count: number): Message[] {
  return count > 0 ? [{ key, values: { count } }] : [];
}

/** What is said of a text whose encoding was concluded from its letters. */
export function encodingNote({ encoding, guessed }: Decoded): Message[] {
  return guessed ? [{ key: 'import.note.encoding', values: { encoding } }] : [];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Where putting right changes how many lines there are, the text as it stands must do. */
function linesOf(text: string, meant: string): Line[] {
  const own = withLineFeeds(text).split('\n');
  const right = withLineFeeds(meant).split('\n');
  return own.map((line, index) => ({
    own: line,
    text: right.length === own.length ? (right[index] ?? line) : line,
  }));
}

/** What is known of the words, where lines end with a hyphen. */
async function hyphensOf(lines: readonly Line[]): Promise<Hyphens> {
  const texts = lines.map(({ own }) => own.trim());
  if (!texts.some((text) => /\p{L}[-\u00ad\u2010\u2011]$/u.test(text))) return new Hyphens([]);
  const language = await guessedLanguage(texts);
  return new Hyphens(texts, { language, ...(await wordsOf(language)) });
}

/** Several lines of one paragraph that keep their ends, or wrapped ones that are joined. */
interface Paragraph {
  readonly lines: readonly Line[];
  readonly isWrapped: boolean;
}

function joined({ lines, isWrapped }: Paragraph, hyphens: Hyphens): string {
  if (!isWrapped) return lines.map(({ own }) => own).join('\n');
  return hyphens.joinAll(lines.map(({ own }) => own.trim()));
}

/** Runs of lines that are not blank. A form feed parts pages and tells nothing of paragraphs. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (line.own.trim() === '') runs.push([]);
    else runs.at(-1)?.push(line);
  }
  return runs.filter((run) => run.length > 0);
}

function paragraphsIn(run: readonly Line[], onlyOne: boolean): Paragraph[] {
  if (run.length === 1) return [{ lines: run, isWrapped: false }];
  const wrapped = byIndents(run) ?? (isWrapped(run) ? unwrapped(run) : undefined);
  if (wrapped) return wrapped.map((lines) => ({ lines, isWrapped: true }));
  const each = onlyOne || isLinePerParagraph(run);
  const parts = each ? run.map((line) => [line]) : byDatelines(run);
  return parts.map((lines) => ({ lines, isWrapped: false }));
}

/** Below or above a title, without a blank line between them, stands its line of place and date. */
function byDatelines(run: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  for (const [at, line] of run.entries()) {
    const above = run[at - 1];
    if (!above || isDateline(line.text) || isDateline(above.text)) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts;
}

/** Lines of a paragraph whose format gives their ends no meaning: only those of a talk by turns are more than one. */
export function joinedLines(lines: readonly string[]): string[] {
  return isMostly(lines, (line) => speaker.test(line))
    ? [...lines]
    : [lines.map((line) => line.trim()).join(' ')];
}

/** Whether lines were broken only because the next word did not fit. */
function isWrapped(run: readonly Line[]): boolean {
  const texts = run.map(({ text }) => text);
  return isWrappedText(texts, (at) => {
    const [line, next] = [run[at], run[at + 1]];
    return line !== undefined && next !== undefined && isParted(line, next);
  });
}

/** A title in capitals, or a line of place and date, is no part of what stands above or below it. */
function isParted(line: Line, next: Line): boolean {
  return areOfTwoMakes(line, next) || [line, next].some(({ text }) => isDateline(text));
}

/** Joins wrapped lines. A line that is indented begins a paragraph; one that ends early with a full stop ends one. */
function unwrapped(run: readonly Line[]): Line[][] {
  const width = widthOf(run);
  const least = Math.min(...run.map(indentOf));
  const paragraphs: Line[][] = [[]];
  for (const [index, line] of run.entries()) {
    const before = run[index - 1];
    const begins = before !== undefined && indentOf(line) > least && indentOf(before) <= least;
    // "… bis zum / 18. Februar": a full line whose sentence goes on ends nothing.
    const goesOn = before !== undefined && isFull(before, line, width) && !endsSentence(before);
    if ((begins || isListed(line)) && !goesOn) paragraphs.push([]);
    paragraphs.at(-1)?.push(line);
    const next = run[index + 1];
    const isEnd = next !== undefined && !isFull(line, next, width) && endsSentence(line);
    if (next !== undefined && (isEnd || isParted(line, next))) paragraphs.push([]);
  }
  return paragraphs.filter((lines) => lines.length > 0);
}

/** `MR. PRICE:`, `Q:`, `Zelenskyy:` at the beginning of a line. */
const speaker = /^\s*\p{Lu}[\p{L}\p{M}.’'() -]{0,40}:\s/u;

/**
 * Lines that stand below each other without being wrapped: paragraphs where they are long, listed, spoken by turns or
 * whole sentences; otherwise (an address, a verse, signatures) the lines of one paragraph.
 */
function isLinePerParagraph(run: readonly Line[]): boolean {
  const most = (test: (line: Line) => boolean): boolean => isMostly(run, test);
  return (
    most(({ text }) => text.trim().length > widestWrap) ||
    most(isListed) ||
    isOpenedList(run) ||
    most(({ text }) => speaker.test(text)) ||
    most((line) => line.text.trim().length > narrowestWrap && endsSentence(line))
  );
}

/** A line that ends with a colon, and below it items alone. */
function isOpenedList([first, ...items]: readonly Line[]): boolean {
  return first !== undefined && /:\s*$/u.test(first.text) && items.length > 0 && items.every(isListed);
}

function isMostly<T>(lines: readonly T[], test: (line: T) => boolean): boolean {
  return lines.filter(test).length >= lines.length * 0.6;
}
