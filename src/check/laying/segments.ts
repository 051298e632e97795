// Which pieces of the sources go together: words left out between them, an honest ellipsis, or another place altogether.

import { restricts } from '../sense.ts';
import { endsOf } from '../words/ends.ts';
import { ellipsisBetween, type Given } from '../words/given.ts';
import { printedIn } from '../words/printed.ts';
import type { PlacedWord, Stream } from '../words/stream.ts';
import { isSure, type Match, type Piece, surpriseOf } from './pieces.ts';

/** How a stretch goes on from the one before: over an honest ellipsis, or from another place. */
export type Link = 'start' | 'ellipsis' | 'elsewhere';

/** Decides whether two places of one document, the first of them earlier, belong to what one voice says in one go. */
export type SameVoice = (from: PlacedWord, to: PlacedWord) => boolean;

/** More words of a source than this are not left out but jumped over; across paragraphs sooner. */
const mostLeftOut = 14;
const mostLeftOutAcross = 6;
/** A place of its own has at least so many words that agree; in another document more. */
const fewestElsewhere = 4;
const fewestInOther = 6;
/** The segments of a quotation in its own order; none where nothing of it was found. */
export function segmentsOf(pieces: readonly Piece[], context: Context): Segment[] {
  return linked(
    pieces.flatMap((piece) => split(settled(piece, context), context)),
    context,
  );
}

/** The share of a quotation's surprise that agrees with its segments, 0 to 1. */
export function shareOf(segments: readonly Segment[], { given, stream }: Context): number {
  const agreeing = surpriseOf(
    segments.flatMap(({ matches }) => matches.filter((match, index) => hasNeighbour(matches, index, match))),
    stream,
  );
  const whole = given.numbers.reduce((sum, number) => sum + stream.surprise(number), 0);
  return Math.max(agreeing, inAnyOrder(given, segments[0]?.matches ?? [], stream)) / whole;
}

/** Whether the word beside a match agrees as well: single words that agree do so by chance. */
function hasNeighbour(matches: readonly Match[], index: number, { at, given }: Match): boolean {
  const [before, behind] = [matches[index - 1], matches[index + 1]];
  return (
    (before?.at === at - 1 && before.given === given - 1) ||
    (behind?.at === at + 1 && behind.given === given + 1)
  );
}

/** Nearly all words of a quotation, in whatever order, stand in one place only where they come from there. */
const nearlyAll = 0.9;

/** The surprise of the words that stand around a piece in any order; nothing where some do not. */
function inAnyOrder({ numbers }: Given, matches: readonly Match[], stream: Stream): number {
  const ends = endsOf(matches);
  if (!ends) return 0;
  const { first, last } = ends;
  const around = stream.slice(first.at - numbers.length, last.at + numbers.length + 1, first.at);
  const left = new Map<number, number>();
  for (const number of around) left.set(number, (left.get(number) ?? 0) + 1);
  let [sum, whole] = [0, 0];
  for (const number of numbers) {
    const surprise = stream.surprise(number);
    const count = left.get(number) ?? 0;
    whole += surprise;
    if (count > 0) sum += surprise;
    left.set(number, count - 1);
  }
  return sum >= nearlyAll * whole ? sum : 0;
}

/**
 * Where a word stands twice ("that … that") the one next to its neighbour in the quotation is meant, so that all words
 * that an ellipsis stands for are left out at the ellipsis.
 */
function settled(piece: Piece, { given, stream }: Context): Piece {
  const matches = [...piece];
  const move = (index: number, neighbour: Match | undefined, step: 1 | -1): void => {
    const match = matches[index];
    if (!match || !neighbour || match.given !== neighbour.given + step) return;
    const at = neighbour.at + step;
    const [first, last] = step === 1 ? [neighbour.given, match.given] : [match.given, neighbour.given];
    if (match.at === at || stream.at(at) !== stream.at(match.at) || ellipsisBetween(first, last, given))
      return;
    matches[index] = { given: match.given, at };
  };
  for (let index = 1; index < matches.length; index += 1) move(index, matches[index - 1], 1);
  for (let index = matches.length - 2; index >= 0; index -= 1) move(index, matches[index + 1], -1);
  return matches;
}

/** A piece parted where many words of the source were jumped over, or any behind an ellipsis or to another voice. */
function split(piece: Piece, { given, stream, sameVoice }: Context): Match[][] {
  const segments: Match[][] = [];
  for (const match of piece) {
    const open = segments.at(-1);
    const last = open?.at(-1);
    const jumped = last ? match.at - last.at - 1 : 0;
    const most = last && ellipsisBetween(last.given, match.given, given) ? 0 : mostLeftOutAcross;
    if (open && last && jumped <= most && (jumped === 0 || isOneVoice(last.at, match.at))) open.push(match);
    else segments.push([match]);
  }
  return segments;

  function isOneVoice(from: number, to: number): boolean {
    if (stream.passageAt(from) === stream.passageAt(to)) return true;
    const ends = endsOf(stream.read(from, to + 1));
    return ends !== undefined && sameVoice(ends.first, ends.last);
  }
}

export interface Segment {
  readonly matches: Match[];
  readonly link: Link;
}

export interface Context {
  readonly given: Given;
  readonly stream: Stream;
  readonly sameVoice: SameVoice;
}

/** Segments that follow one another closely become one; weak ones that do not are given up. */
function linked(all: readonly Match[][], context: Context): Segment[] {
  const strongest = all.reduce(
    (best, one) => (worth(one, context) > worth(best, context) ? one : best),
    all[0] ?? [],
  );
  const at = all.indexOf(strongest);
  const segments: Segment[] = strongest.length > 0 ? [{ matches: [...strongest], link: 'start' }] : [];
  for (const next of all.slice(at + 1)) append(segments, next, context);
  for (const before of all.slice(0, Math.max(at, 0)).reverse()) prepend(segments, before, context);
  return segments;
}

function worth(matches: readonly Match[], { stream }: Context): number {
  return surpriseOf(matches, stream);
}

function append(segments: Segment[], next: Match[], context: Context): void {
  const last = segments.at(-1);
  if (!last) return;
  const link = linkBetween(last.matches, next, next, context);
  if (link === 'close') last.matches.push(...next);
  else if (link) segments.push({ matches: next, link });
}

function prepend(segments: Segment[], before: Match[], context: Context): void {
  const [first, ...others] = segments;
  if (!first) return;
  const link = linkBetween(before, first.matches, before, context);
  if (link === 'close') segments.splice(0, 1, { matches: [...before, ...first.matches], link: 'start' });
  else if (link)
    segments.splice(0, 1 + others.length, { matches: before, link: 'start' }, { ...first, link }, ...others);
}

/** How two segments go together; undefined where the new one is too weak to stand by itself. */
function linkBetween(
  before: readonly Match[],
  behind: readonly Match[],
  fresh: readonly Match[],
  context: Context,
): 'close' | 'ellipsis' | 'elsewhere' | undefined {
  const { given, stream, sameVoice } = context;
  const from = before.at(-1);
  const to = behind[0];
  if (!from || !to) return undefined;
  const document = stream.documentAround(from.at);
  const inDocument = to.at >= document.from && to.at < document.to;
  if (inDocument && to.at > from.at) {
    const between = stream.read(from.at, to.at + 1);
    const marked = ellipsisBetween(from.given, to.given, given);
    const link = linkOver(between, marked, sameVoice);
    if (link) return link;
  }
  const strong = fresh.length >= (inDocument ? fewestElsewhere : fewestInOther);
  return strong && (inDocument || isSure(fresh, stream)) ? 'elsewhere' : undefined;
}

/** How two words of one document go together over those between them; undefined where too much parts them. */
function linkOver(
  between: readonly PlacedWord[],
  marked: boolean,
  sameVoice: SameVoice,
): 'close' | 'ellipsis' | undefined {
  const ends = endsOf(between);
  if (!ends || !sameVoice(ends.first, ends.last)) return undefined;
  if (marked && isHonest(between)) return 'ellipsis';
  const most = ends.first.passage === ends.last.passage ? mostLeftOut : mostLeftOutAcross;
  return between.length - 2 <= (marked ? 3 * mostLeftOut : most) ? 'close' : undefined;
}

/**
 * Whether what an ellipsis leaves out between two words holds no negation, condition or exception, and parts no word: a
 * "non-NATO guarantee" is no "… NATO guarantee".
 */
function isHonest(between: readonly PlacedWord[]): boolean {
  const words = printedIn(between);
  const leftOut = words.slice(1, -1);
  const parts = [words[0], leftOut.at(-1)].some((word) => /^[-‐‑]$/u.test(word?.gap ?? ''));
  return !parts && !restricts(leftOut, words[0]);
}
