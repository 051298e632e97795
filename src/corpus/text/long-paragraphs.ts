// A paragraph that is too long to be shown, read or looked through at once is cut into several, each an exact slice.
import type { Span } from '../passages.ts';
import { quotationsOf } from './quotations.ts';
import { sentencesOf } from './sentences.ts';

/**
 * Three pages of print, and what the reader reads of a passage. Whatever is done to one paragraph is bounded by it, also
 * what costs more than its length; the longest paragraphs of diplomatic texts have about 3,000 characters.
 */
export const longestParagraph = 5_000;

/**
 * A paragraph's pieces, in order, without white space around them: itself where it is short enough. Longer ones end with
 * the last sentence in their second half, if they can outside of a quotation, or else with a word.
 */
export function piecesOf(text: string, most = longestParagraph): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  // Only what is looked at is copied, so that a text without end costs no more than its length.
  while (text.length - start > most) {
    const end = start + lengthOfPiece(text.slice(start, start + most));
    pieces.push({ start, end });
    start = firstInk(text, end);
  }
  if (start < text.length) pieces.push({ start, end: text.length });
  return pieces;
}

/** How much of a text too long by what is behind it is one piece. */
function lengthOfPiece(window: string): number {
  const least = window.length / 2;
  // The last sentence goes on behind the window, as far as is seen here.
  const ends = sentencesOf(window)
    .slice(0, -1)
    .map(({ end }) => end)
    .filter((end) => end >= least);
  // Where no sentence ends it is all the same where quotations are, and looking for them costs most.
  if (ends.length === 0) return wordEnd(window, least);
  const inside = quotedIn(window);
  return ends.findLast((end) => !inside(end)) ?? ends.at(-1) ?? window.length;
}

/** Whether a place lies within a quotation. */
function quotedIn(text: string): (at: number) => boolean {
  const within = new Uint8Array(text.length + 1);
  for (const { start, end } of quotationsOf(text)) within.fill(1, start + 1, end);
  return (at) => within[at] === 1;
}

function wordEnd(window: string, least: number): number {
  for (let at = window.length - 1; at >= least; at -= 1) {
    if (/\s/u.test(window[at] ?? '')) return window.slice(0, at).trimEnd().length;
  }
  // No character is cut in two.
  return window.length - (/[\ud800-\udbff]$/.test(window) ? 1 : 0);
}

function firstInk(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text[at] ?? '').trim() === '') at += 1;
  return at;
}
