// A document page by page: as many whole paragraphs as fit, and of one that is too long as much as fits, so that nothing
// is left out from the first page to the last.
import type { Passage } from '../../corpus/passages.ts';
import { escaped, thatFits } from '../rendering/markdown.ts';

/** Where a page begins: a paragraph, from 1, and an offset into its text. */
export interface At {
  readonly paragraph: number;
  readonly offset: number;
}

/** A paragraph on a page, or as much of it as is there. */
export interface Piece {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

export interface Page {
  readonly pieces: readonly Piece[];
  /** Where the next page begins; undefined on the last. */
  readonly next: At | undefined;
}

/** Of a document's text, escaped; beside it stand a citation, headings and marks. */
const room = 2_600;
/** With more one loses one's place. */
const mostParagraphs = 3;

/** The page that begins somewhere; the first where the document has no such place. */
export function pageFrom(passages: readonly Passage[], { paragraph, offset }: At): Page {
  const pieces: Piece[] = [];
  let left = room;
  for (const passage of passages.slice(paragraph - 1, paragraph - 1 + mostParagraphs)) {
    const start = pieces.length === 0 ? wordFrom(passage.text, offset) : 0;
    // Escaping only adds: of what is longer than the room unescaped, no more needs to be looked at.
    const rest = passage.text.slice(start, start + room + 1);
    const { length } = escaped(rest);
    if (length > left) {
      if (pieces.length > 0) break;
      const end = start + shownOf(rest);
      return { pieces: [{ passage, start, end }], next: { paragraph: passage.paragraph, offset: end } };
    }
    pieces.push({ passage, start, end: passage.text.length });
    left -= length;
  }
  const last = pieces.at(-1)?.passage.paragraph ?? passages.length;
  return { pieces, next: last < passages.length ? { paragraph: last + 1, offset: 0 } : undefined };
}

/** How much of a text that is too long is on its page, at least a character. */
function shownOf(text: string): number {
  return Math.max(1, thatFits(text, room, escaped).replace(/…$/u, '').length);
}

function wordFrom(text: string, offset: number): number {
  if (offset >= text.length) return 0;
  return offset + (/^\s*/u.exec(text.slice(offset))?.[0].length ?? 0);
}

/** Where the page before begins: the one after which the reader comes to this place. */
export function pageBefore(passages: readonly Passage[], { paragraph, offset }: At): At | undefined {
  if (offset > 0) return beginningsOf(passages, paragraph).findLast((at) => at.offset < offset);
  if (paragraph <= 1) return undefined;
  for (let first = Math.max(1, paragraph - mostParagraphs); first < paragraph; first += 1) {
    const { next } = pageFrom(passages, { paragraph: first, offset: 0 });
    if (next?.paragraph === paragraph && next.offset === 0) return { paragraph: first, offset: 0 };
  }
  return beginningsOf(passages, paragraph - 1).at(-1);
}

/** The page on which a paragraph stands with its neighbours, or the one of a long paragraph that holds an offset. */
export function pageAround(passages: readonly Passage[], { paragraph, offset }: At): At {
  const before = { paragraph: Math.max(1, paragraph - 1), offset: 0 };
  const { pieces } = pageFrom(passages, before);
  const isWhole = pieces.some(
    ({ passage, start, end }) =>
      passage.paragraph === paragraph && start === 0 && end === passage.text.length,
  );
  if (isWhole) return before;
  return beginningsOf(passages, paragraph).findLast((at) => at.offset <= offset) ?? { paragraph, offset: 0 };
}

/** Where the pages of one paragraph begin. */
function beginningsOf(passages: readonly Passage[], paragraph: number): At[] {
  const beginnings: At[] = [{ paragraph, offset: 0 }];
  for (;;) {
    const { next } = pageFrom(passages, beginnings.at(-1) ?? { paragraph, offset: 0 });
    if (next?.paragraph !== paragraph) return beginnings;
    beginnings.push(next);
  }
}
