// Second step of the flow: a document's text becomes passages, one a paragraph, each an exact slice.
import { createHash } from 'node:crypto';
import type { Document } from './document.ts';
import { longestParagraph, piecesOf } from './text/long-paragraphs.ts';

/** A paragraph of a document. `text` is always `document.text.slice(start, end)`. */
export interface Passage {
  readonly document: Document;
  /** The paragraph's number, from 1. */
  readonly paragraph: number;
  /** Offsets into the document's text in UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The headings above it, outermost first, without their `#` marks. */
  readonly headings: readonly string[];
}

/** A part of a text: offsets in UTF-16 code units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PassageOptions {
  /** Whether lines such as `## Security` are headings (Markdown) or paragraphs like all others (plain text). */
  readonly headings: boolean;
  /** Whether paragraphs that are too long stay whole, as they were cited before there was a longest one. */
  readonly whole?: boolean;
}

/**
 * A line of more characters is a paragraph, whatever marks it begins with: a heading stands above each paragraph below it, and
 * is looked up with it.
 */
export const longestHeading = 300;

/**
 * Cuts a document's text into its passages: paragraphs are parted by blank lines, those that are too long where a sentence
 * ends; headings are not counted.
 */
export function passagesOf(document: Document, options: PassageOptions): Passage[] {
  const passages: Passage[] = [];
  let above: readonly string[] = [];
  for (const { start, end, heading } of blocks(document.text, options)) {
    if (heading) {
      above = [...above.slice(0, heading.level - 1), heading.text];
      continue;
    }
    for (const piece of piecesIn(document.text, { start, end }, options)) {
      const text = document.text.slice(piece.start, piece.end);
      passages.push({ document, paragraph: passages.length + 1, ...piece, text, headings: above });
    }
  }
  return passages;
}

/** How many passages a text has, without making them. */
export function passagesIn(text: string, options: PassageOptions): number {
  let count = 0;
  for (const block of blocks(text, options))
    if (!block.heading) count += piecesIn(text, block, options).length;
  return count;
}

function piecesIn(text: string, { start, end }: Span, { whole = false }: PassageOptions): Span[] {
  if (whole || end - start <= longestParagraph) return [{ start, end }];
  return piecesOf(text.slice(start, end)).map((piece) => ({
    start: start + piece.start,
    end: start + piece.end,
  }));
}

export interface Heading {
  readonly level: number;
  readonly text: string;
}

interface Block extends Span {
  /** Set where the block is one. */
  readonly heading?: Heading;
}

/** Runs of lines that are not blank, without the white space around them; a heading is a run of its own. */
function* blocks(text: string, options: PassageOptions): Generator<Block> {
  let open: { start: number; end: number } | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    const start = at + line.length - line.trimStart().length;
    const end = start + trimmed.length;
    const heading = options.headings ? headingOf(trimmed) : undefined;
    if (open && (trimmed === '' || heading)) {
      yield open;
      open = undefined;
    }
    if (heading) yield { start, end, heading };
    else if (trimmed !== '') open = { start: open?.start ?? start, end };
    at += line.length + 1;
  }
  if (open) yield open;
}

function headingOf(line: string): Heading | undefined {
  return line.length > longestHeading ? undefined : headingIn(line);
}

const opening = /^(#{1,6})[ \t]+/;
/** What only other programs take for the end of a line. */
const lineEnd = /[\r\u2028\u2029]/;

/** The heading that a line is by its marks, without them; a line without white space around it. */
export function headingIn(line: string): Heading | undefined {
  const [marks, level = ''] = opening.exec(line) ?? [];
  if (marks === undefined || lineEnd.test(line)) return undefined;
  // From the end, mark by mark: a pattern would try each run of marks as the closing one.
  let end = line.length;
  while (end > marks.length && line[end - 1] === '#') end -= 1;
  while (end > marks.length && /[ \t]/.test(line[end - 1] ?? '')) end -= 1;
  return { level: level.length, text: line.slice(marks.length, end) };
}

/** The stable label of a paragraph: `european-leaders ¶5`, of an earlier version `tonight v1 ¶5`. */
export function labelOf(passage: Pick<Passage, 'document' | 'paragraph'>): string {
  const { id, earlier } = passage.document;
  return `${id}${earlier === undefined ? '' : ` v${earlier}`} ¶${passage.paragraph}`;
}

/**
 * The content hash of a passage: the first 16 hexadecimal digits of the SHA-256 of its text in UTF-8.
 * 64 bits: among a million passages the chance that any two collide is below one in ten million.
 */
export function hashOf(passage: Pick<Passage, 'text'>): string {
  return createHash('sha256').update(passage.text, 'utf8').digest('hex').slice(0, 16);
}
