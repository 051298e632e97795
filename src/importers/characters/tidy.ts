// Text as it comes out of a format becomes text as it is kept: white space normalised, control characters gone and counted.

import { longestHeading } from '../../corpus/passages.ts';
import { longestParagraph, piecesOf } from '../../corpus/text/long-paragraphs.ts';
import type { Message } from '../../messages/messages.ts';
import type { Block } from '../imported.ts';

/** Hints for breaking a line, which are layout and no text. */
const softHyphen = /\u00ad/gu;
/** Everything that ends a line, and none of it is a character of the text. */
const lineEnd = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
/** Control characters but line ends and tabs, the mark that opens a file, and halves of characters. */
const noText = /[^\P{Cc}\n\t]|\ufeff|\p{Cs}/gu;

/** Lines with LF between them. */
export function withLineFeeds(text: string): string {
  return text.replace(lineEnd, '\n');
}

/** Runs of white space in a line become one space; nothing stands around a line. */
export function tidyLine(line: string): string {
  return line.replace(/[\p{Zs}\t]+/gu, ' ').trim();
}

/** A value of one line, such as a title, with what `tidied` takes out of the text taken out of it too. */
export function tidyValue(value: string): string {
  return tidyLine(withLineFeeds(value).replace(/\n/gu, ' ').replace(noText, '').replace(softHyphen, ''));
}

/** A text of several lines, each tidied, empty ones left out; tabs stay, since they part the cells of a table. */
function tidyLines(text: string): string {
  const lines = withLineFeeds(text).split('\n');
  return lines
    .map((line) => line.split('\t').map(tidyLine).join('\t').trim())
    .filter((line) => line !== '')
    .join('\n');
}

export interface Tidied {
  readonly blocks: readonly Block[];
  readonly notes: readonly Message[];
}

/** Tidies all blocks and leaves out empty ones. */
export function tidied(blocks: readonly Block[]): Tidied {
  const counts = { controls: 0, softHyphens: 0, longHeadings: 0 };
  const kept: Block[] = [];
  for (const block of blocks) {
    counts.controls += block.text.match(noText)?.length ?? 0;
    counts.softHyphens += block.text.match(softHyphen)?.length ?? 0;
    const clean = withLineFeeds(block.text).replace(noText, '').replace(softHyphen, '');
    // Text that was laid out beforehand brings its own blank lines.
    const parts = block.kind === 'heading' ? [clean.replace(/\s+/gu, ' ')] : clean.split(/\n\s*\n/u);
    for (const text of parts.map(tidyLines)) {
      if (text === '') continue;
      const next = asRead({ ...block, text });
      if (next.kind !== block.kind) counts.longHeadings += 1;
      kept.push(next);
    }
  }
  const isCut = ({ kind, text }: Block): boolean => kind === 'paragraph' && text.length > longestParagraph;
  return { blocks: kept, notes: notesOn({ ...counts, cutParagraphs: kept.filter(isCut).length }) };
}

/** A heading that is too long to be read as one is a paragraph. */
function asRead(block: Block): Block {
  if (block.kind === 'paragraph' || block.level + 1 + block.text.length <= longestHeading) return block;
  const { level: _, ...rest } = block;
  return { ...rest, kind: 'paragraph' };
}

const longest = { longHeadings: longestHeading, cutParagraphs: longestParagraph };

function notesOn(
  counts: Readonly<Record<'controls' | 'softHyphens' | keyof typeof longest, number>>,
): Message[] {
  const notes: Message[] = [];
  for (const name of ['controls', 'softHyphens'] as const)
    if (counts[name] > 0) notes.push({ key: `import.note.${name}`, values: { count: counts[name] } });
  for (const name of ['longHeadings', 'cutParagraphs'] as const)
    if (counts[name] > 0)
      notes.push({ key: `import.note.${name}`, values: { count: counts[name], most: longest[name] } });
  return notes;
}

/** What a line of a document would be read as a heading by; see `passagesOf`. */
const headingMark = /^(#{1,6})[ \t]/u;

/**
 * The document's text: blocks parted by blank lines. A line of a paragraph that would be taken for a heading keeps its
 * characters and gets a no-break space behind its "#".
 */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map(written).join('\n\n');
}

function written(block: Block): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${withoutMarks(block.text)}`;
  return block.text
    .split('\n')
    .map((line) => line.replace(headingMark, '$1\u00a0'))
    .join('\n');
}

/** Marks behind a heading would be read as Markdown's closing marks, those before it as a deeper level. */
function withoutMarks(text: string): string {
  return text.replace(/^#+\s+(?=\S)|(?<=\S)\s+#+$/gu, '');
}

/** A paragraph as it is numbered, and the page on which it begins, where the format has pages. */
export interface Numbered {
  readonly text: string;
  readonly page: number | undefined;
  readonly quoted: boolean;
}

/** The paragraphs of blocks, in order: what `passagesOf` counts in the text that is written. */
export function paragraphsOf(blocks: readonly Block[]): Numbered[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const text = written(block);
    return piecesOf(text).map(({ start, end }) => ({
      ...{ text: text.slice(start, end), page: block.page },
      quoted: block.quoted === true,
    }));
  });
}
