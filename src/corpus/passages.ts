// Second step of the flow: a document's text becomes passages, one a paragraph, each an exact slice.
import { createHash } from 'node:crypto';
import type { Document } from './document.ts';

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

/** Whether lines such as `## Security` are headings (Markdown) or paragraphs like all others (plain text). */
export interface PassageOptions {
  readonly headings: boolean;
}

const heading = /^(#{1,6})[ \t]+(.*?)[ \t]*#*$/;

/** Cuts a document's text into its passages: paragraphs are parted by blank lines; headings are not counted. */
export function passagesOf(document: Document, options: PassageOptions): Passage[] {
  const passages: Passage[] = [];
  let above: readonly string[] = [];
  for (const { start, end } of blocks(document.text, options)) {
    const text = document.text.slice(start, end);
    const found = options.headings ? heading.exec(text) : null;
    if (found) {
      above = [...above.slice(0, (found[1]?.length ?? 1) - 1), found[2] ?? ''];
    } else {
      passages.push({ document, paragraph: passages.length + 1, start, end, text, headings: above });
    }
  }
  return passages;
}

/** Runs of lines that are not blank, without the white space around them; a heading is a run of its own. */
function* blocks(text: string, options: PassageOptions): Generator<Span> {
  let open: { start: number; end: number } | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    const start = at + line.indexOf(trimmed);
    const end = start + trimmed.length;
    const alone = options.headings && heading.test(trimmed);
    if (open && (trimmed === '' || alone)) {
      yield open;
      open = undefined;
    }
    if (alone) yield { start, end };
    else if (trimmed !== '') open = { start: open?.start ?? start, end };
    at += line.length + 1;
  }
  if (open) yield open;
}

/** The stable label of a paragraph: `european-leaders ¶5`. */
export function labelOf(passage: Pick<Passage, 'document' | 'paragraph'>): string {
  return `${passage.document.id} ¶${passage.paragraph}`;
}

/**
 * The content hash of a passage: the first 16 hexadecimal digits of the SHA-256 of its text in UTF-8.
 * 64 bits: among a million passages the chance that any two collide is below one in ten million.
 */
export function hashOf(passage: Pick<Passage, 'text'>): string {
  return createHash('sha256').update(passage.text, 'utf8').digest('hex').slice(0, 16);
}
