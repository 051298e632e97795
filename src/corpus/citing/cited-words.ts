// Words that an operator cites from a passage: a citation and the words themselves, which must stand there.

import type { Document } from '../document.ts';
import type { Passage, Span } from '../passages.ts';
import { type Folded, fold, unfold } from '../text/folding.ts';
import { quotationsOf } from '../text/quotations.ts';
import { resolveCitation } from './citations.ts';

/** A part of a passage: `start` and `end` are offsets into the passage's text. */
export interface CitedWords extends Span {
  readonly passage: Passage;
}

/** Where citations are looked up. */
export interface Citable {
  readonly documents: readonly Document[];
  readonly passagesOf: (document: Document) => readonly Passage[];
}

/** The passage of a citation such as `european-leaders ¶5`; undefined where it does not name exactly one. */
export function passageCited(citation: string, { documents, passagesOf }: Citable): Passage | undefined {
  const cited = resolveCitation(citation, documents, (document) => passagesOf(document).length);
  if (!cited.found || cited.from !== cited.to) return undefined;
  return passagesOf(cited.document)[cited.from - 1];
}

const letter = /[\p{L}\p{N}]/u;

/**
 * Where words stand in a passage: whole words, whatever kind of marks, dashes and white space they are written with. The
 * first place where there are several; undefined where there is none.
 */
export function wordsIn(passage: Passage, words: string): Span | undefined {
  const folded = fold(passage.text);
  const wanted = fold(words).text.trim();
  if (wanted === '') return undefined;
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    const place = { start: at, end: at + wanted.length };
    if (isWhole(folded, place)) return unfold(folded, place);
  }
  return undefined;
}

function isWhole({ text }: Folded, { start, end }: Span): boolean {
  const cutsBefore = letter.test(text[start] ?? '') && letter.test(text[start - 1] ?? '');
  const cutsAfter = letter.test(text[end - 1] ?? '') && letter.test(text[end] ?? '');
  return !cutsBefore && !cutsAfter;
}

/** Whether a part of a passage stands between quotation marks: all of it, some of it, or none. */
export function quotedShare({ text }: Passage, part: Span): 'all' | 'some' | 'none' {
  const around = quotationsOf(text).filter(({ start, end }) => start < part.end && end > part.start);
  if (around.length === 0) return 'none';
  return around.some(({ start, end }) => start <= part.start && part.end <= end) ? 'all' : 'some';
}
