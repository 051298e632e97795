// Covers a quotation with pieces of the sources: mostly one, several where words were left out or run together.

import { endsOf } from '../words/ends.ts';
import type { Given } from '../words/given.ts';
import type { Stream } from '../words/stream.ts';
import { align } from './align.ts';
import { type Place, placesOf, type Within } from './places.ts';

/** A word of the quotation and the word of the stream that it is. */
export interface Match {
  readonly given: number;
  readonly at: number;
}

/** Words of the quotation that agree, in order, with words of one stretch of a document. */
export type Piece = readonly Match[];

/** Places that are looked at closely; the right one is hardly ever below the third. */
const mostPlaces = 6;
/** What looking closely may cost once, and for a whole quotation: its words times words of the sources. */
const mostCells = 400_000;
const mostCellsInAll = 3_000_000;
/** Other words of a quotation are first looked for around those that were found: within some eight paragraphs. */
const around = 300;
/** Fewer words that are left over say nothing of their own. */
const fewestLeft = 3;

/** The pieces that a quotation is made of, in its own order. */
export function piecesOf({ numbers, ellipses }: Given, stream: Stream, within: Within): Piece[] {
  const sought = { given: numbers, ellipses, stream, within, cells: 0 };
  const best = bestPiece(numbers, placesOf(numbers, stream, within, mostPlaces), sought);
  const ends = endsOf(best);
  if (!ends) return [];
  return [
    ...others(best, { from: 0, to: ends.first.given }, sought),
    best,
    ...others(best, { from: ends.last.given + 1, to: numbers.length }, sought),
  ];
}

interface Sought {
  readonly given: Uint32Array;
  readonly ellipses: Given['ellipses'];
  readonly stream: Stream;
  readonly within: Within;
  /** What was spent so far. */
  cells: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The pieces of what is left over on one side of a piece: near it, or anywhere where that is sure. */
function others(found: Piece, { from, to }: Range, sought: Sought): Piece[] {
  if (to - from < fewestLeft) return behindEllipsis(found, { from, to }, sought);
  if (sought.cells > mostCellsInAll) return [];
  const left = sought.given.subarray(from, to);
  const near = nearby(found, left, sought);
  // What agrees near by in a word here and there may stand elsewhere as a whole.
  const piece =
    near && 2 * near.length > left.length ? near : better(anywhere(left, sought), near, sought.stream);
  if (!piece) return [];
  const moved = piece.map((match) => ({ given: match.given + from, at: match.at }));
  const ends = endsOf(moved);
  if (!ends) return [];
  return [
    ...others(moved, { from, to: ends.first.given }, sought),
    moved,
    ...others(moved, { from: ends.last.given + 1, to }, sought),
  ];
}

/** One or two words behind an ellipsis ("… in May"): where they next stand in a row. */
function behindEllipsis(found: Piece, { from, to }: Range, { given, ellipses, stream }: Sought): Piece[] {
  const last = found.at(-1);
  if (from === to || !last || last.given !== from - 1 || !ellipses.has(from - 1)) return [];
  const left = given.subarray(from, to);
  const end = Math.min(stream.documentAround(last.at).to - left.length, last.at + around);
  for (let at = last.at + 1; at <= end; at += 1)
    if (left.every((word, index) => stream.at(at + index) === word))
      return [[...left].map((_, index) => ({ given: from + index, at: at + index }))];
  return [];
}

function better(a: Piece | undefined, b: Piece | undefined, stream: Stream): Piece | undefined {
  return a && (!b || worthOf(a, stream) > worthOf(b, stream)) ? a : b;
}

function nearby(found: Piece, left: Uint32Array, sought: Sought): Piece | undefined {
  const { stream } = sought;
  const ends = endsOf(found);
  if (!ends) return undefined;
  const [first, last] = [ends.first.at, ends.last.at];
  const document = stream.documentAround(first);
  const sides = [
    { from: last + 1, to: Math.min(document.to, last + around), votes: 0 },
    { from: Math.max(document.from, first - around), to: first, votes: 0 },
  ];
  const piece = bestPiece(left, sides, sought);
  // Among the words around a chance hit is rare.
  return piece.length >= fewestLeft && surpriseOf(piece, stream) >= 1.2 * Math.log2(around) + 4
    ? piece
    : undefined;
}

function anywhere(left: Uint32Array, sought: Sought): Piece | undefined {
  const { stream, within } = sought;
  const piece = bestPiece(left, placesOf(left, stream, within, mostPlaces), sought);
  return isSure(piece, stream) ? piece : undefined;
}

/**
 * Whether words would hardly stand together by chance somewhere in the sources. A word's surprise counts it alone, while
 * words of a language go together ("I think that we"): hence more than twice the bits that one place among all has.
 */
export function isSure(piece: Piece, stream: Stream): boolean {
  return surpriseOf(piece, stream) >= 2.2 * Math.log2(stream.length + 2);
}

export function surpriseOf(piece: Piece, stream: Stream): number {
  return piece.reduce((sum, { at }) => sum + stream.surprise(stream.at(at)), 0);
}

function bestPiece(given: Uint32Array, places: readonly Place[], sought: Sought): Piece {
  const { stream } = sought;
  let best: Piece = [];
  let most = 0;
  let cells = 0;
  for (const { from, to } of places) {
    cells += given.length * (to - from);
    if (best.length > 0 && cells > mostCells) break;
    sought.cells += given.length * (to - from);
    const piece = align(given, stream.slice(from, to)).map(({ given: word, source }) => ({
      given: word,
      at: from + source,
    }));
    const worth = worthOf(piece, stream);
    if (worth > most) {
      best = piece;
      most = worth;
    }
  }
  return best;
}

/** Words that agree are worth their surprise, less for every word between them that does not. */
function worthOf(piece: Piece, stream: Stream): number {
  const ends = endsOf(piece);
  if (!ends) return 0;
  const { first, last } = ends;
  const skipped = last.at - first.at + 1 - piece.length + (last.given - first.given + 1 - piece.length);
  return surpriseOf(piece, stream) - skipped;
}
