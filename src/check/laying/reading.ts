// A quotation laid over the sources: which words stand where, in how many stretches, and what differs.

import { endsOf } from '../words/ends.ts';
import type { Given } from '../words/given.ts';
import { printed, printedIn, type SourceWord } from '../words/printed.ts';
import type { PlacedWord, Stream } from '../words/stream.ts';
import { type Laid, laid } from './differences.ts';
import type { Piece } from './pieces.ts';
import { type Context, type Link, type Segment, segmentsOf, shareOf } from './segments.ts';

/** A stretch of a source, from its first word that agrees to its last; several where something parts them. */
export interface Stretch {
  readonly words: readonly PlacedWord[];
  readonly from: Link;
}

export interface Reading {
  readonly stretches: readonly Stretch[];
  /** Source and quotation beside each other. */
  readonly parts: readonly Laid<SourceWord>[];
}

/** Words that were exchanged at the edge of a stretch are looked for this far. */
const edge = 4;
/** One word may stand for several: "isn't" for "is not". */
const beyond = 2;
/** What was begun twice stands between a word at the edge and the others: "And a few — a few minutes". */
const beyondRestart = 10;

/** Reads a quotation that stands in a row just so. */
export function readExact(given: Given, at: number, stream: Stream): Reading {
  const words = stream.read(at, at + given.words.length);
  const shown = printed(given.text, given.words);
  return { stretches: [{ words, from: 'start' }], parts: laid(printedIn(words), shown) };
}

/** Reads a quotation from the pieces that were found of it; undefined where they are less than `least` of it (0 to 1). */
export function readPieces(pieces: readonly Piece[], context: Context, least: number): Reading | undefined {
  const segments = segmentsOf(pieces, context);
  if (segments.length === 0 || shareOf(segments, context) < least) return undefined;
  const close = readSegments(segments, context, beyond);
  if (close.parts.every(({ same }) => same)) return close;
  const far = readSegments(segments, context, beyondRestart);
  return far.parts.every(({ same }) => same) ? far : close;
}

function readSegments(segments: readonly Segment[], { given, stream }: Context, further: number): Reading {
  const stretches = segments.map(({ matches, link }, index): Stretch => {
    const ends = endsOf(matches);
    if (!ends) return { words: [], from: link };
    const { first, last } = ends;
    const before = index === 0 ? first.given : 0;
    const behind = index === segments.length - 1 ? given.words.length - 1 - last.given : 0;
    const words = stream.read(first.at, last.at + 1);
    return { words: withEdges(words, { before, behind, further }, stream), from: link };
  });
  const parts = trimmed(laid(sourceOf(stretches), printed(given.text, given.words)));
  return { stretches: within(stretches, parts), parts };
}

/** The words of all stretches in a row. */
function sourceOf(stretches: readonly Stretch[]): SourceWord[] {
  return stretches.flatMap(({ words }, index) => {
    const shown = printedIn(words);
    const last = shown.at(-1);
    return index < stretches.length - 1 && last ? [...shown.slice(0, -1), { ...last, gap: ' … ' }] : shown;
  });
}

/** Of the words that were added at the edges for comparing, those that are not needed are taken away again. */
function trimmed(parts: readonly Laid<SourceWord>[]): Laid<SourceWord>[] {
  const last = parts.length - 1;
  return parts.flatMap((part, index) => {
    if (part.same || (index > 0 && index < last)) return [part];
    const count = part.given.length;
    if (count === 0) return [];
    const source = index === 0 ? lastOf(part.source, count) : firstOf(part.source, count);
    return [{ ...part, source }];
  });
}

/** The stretches without the words that were taken away at their edges. */
function within(stretches: readonly Stretch[], parts: readonly Laid<SourceWord>[]): Stretch[] {
  const ends = endsOf(parts.flatMap(({ source }) => source));
  if (!ends) return [...stretches];
  const { first, last } = ends;
  return stretches.map((stretch, index) => ({
    ...stretch,
    words: stretch.words.filter(
      ({ at }) => (index > 0 || at >= first.at) && (index < stretches.length - 1 || at <= last.at),
    ),
  }));
}

/** So many words of one end; of "No-one" never the one half alone. */
function lastOf(words: readonly SourceWord[], count: number): SourceWord[] {
  let from = Math.max(0, words.length - count);
  while (from > 0 && isHyphen.test(words[from - 1]?.gap ?? '')) from -= 1;
  return words.slice(from);
}

function firstOf(words: readonly SourceWord[], count: number): SourceWord[] {
  let to = count;
  while (to < words.length && isHyphen.test(words[to - 1]?.gap ?? '')) to += 1;
  return words.slice(0, to);
}

const isHyphen = /^[-‐‑]$/u;

/** With some words before and behind of the same paragraph and sentence, where words were exchanged at the edges. */
function withEdges(
  words: PlacedWord[],
  { before, behind, further }: { before: number; behind: number; further: number },
  stream: Stream,
): PlacedWord[] {
  const ends = endsOf(words);
  if (!ends) return words;
  const { first, last } = ends;
  const early =
    before === 0 ? [] : stream.read(Math.max(0, first.at - Math.min(before, edge) - further), first.at);
  const late = behind === 0 ? [] : stream.read(last.at + 1, last.at + 1 + Math.min(behind, edge) + further);
  return [
    ...sameSentence([...early, first]).slice(0, -1),
    ...words,
    ...sameSentence([last, ...late].reverse())
      .reverse()
      .slice(1),
  ];
}

/** The last words of a list that no end of a sentence or paragraph parts. */
function sameSentence(words: readonly PlacedWord[]): PlacedWord[] {
  const kept: PlacedWord[] = [];
  for (const word of [...words].reverse()) {
    const next = kept[0];
    if (next && (next.passage !== word.passage || parted(word, next))) break;
    kept.unshift(word);
  }
  return kept;
}

function parted(a: PlacedWord, b: PlacedWord): boolean {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start];
  return /[.!?;:]/u.test(a.passage.document.text.slice(from, to));
}
