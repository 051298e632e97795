// A quotation laid over the sources: which words stand where, in how many stretches, and what differs.
import { type Laid, laid } from './differences.ts';
import { isSure, type Match, type Piece, surpriseOf } from './pieces.ts';
import { type Printed, printed } from './printed.ts';
import { restricts } from './sense.ts';
import type { PlacedWord, Stream } from './stream.ts';
import type { CheckWord } from './words.ts';

/** Words of a quotation, and their text. */
export interface Given {
  readonly text: string;
  readonly words: readonly CheckWord[];
  readonly numbers: Uint32Array;
  /** The words behind which an ellipsis stands. */
  readonly ellipses: ReadonlySet<number>;
}

/** A stretch of a source, from its first word that agrees to its last; several where something parts them. */
export interface Stretch {
  readonly words: readonly PlacedWord[];
  /** How it goes on from the one before: over an honest ellipsis, or from another place. */
  readonly from: 'start' | 'ellipsis' | 'elsewhere';
}

/** A word of a source in its place, with what is written around it. */
export type SourceWord = PlacedWord & Printed;

export interface Reading {
  readonly stretches: readonly Stretch[];
  /** Source and quotation beside each other. */
  readonly parts: readonly Laid<SourceWord>[];
  /** The share of the quotation's surprise that agrees, 0 to 1. */
  readonly share: number;
}

/** Decides whether two places of one document, the first of them earlier, belong to what one voice says in one go. */
export type SameVoice = (from: PlacedWord, to: PlacedWord) => boolean;

/** More words of a source than this are not left out but jumped over; across paragraphs sooner. */
const mostLeftOut = 14;
const mostLeftOutAcross = 6;
/** A place of its own has at least so many words that agree; in another document more. */
const fewestElsewhere = 4;
const fewestInOther = 6;
/** Words that were exchanged at the edge of a stretch are looked for this far. */
const edge = 4;
/** One word may stand for several: "isn't" for "is not". */
const beyond = 2;

const ellipsis = /…|\.\s?\.\s?\./u;

export function givenOf(text: string, words: readonly CheckWord[], stream: Stream): Given {
  const ellipses = new Set<number>();
  words.forEach(({ end }, index) => {
    const next = words[index + 1];
    if (next && ellipsis.test(text.slice(end, next.start))) ellipses.add(index);
  });
  return { text, words, ellipses, numbers: Uint32Array.from(words, ({ folded }) => stream.numberOf(folded)) };
}

/** Reads a quotation that stands in a row just so. */
export function readExact(given: Given, at: number, stream: Stream): Reading {
  const words = stream.read(at, at + given.words.length);
  const shown = printed(given.text, given.words);
  return { stretches: [{ words, from: 'start' }], parts: laid(printedIn(words), shown), share: 1 };
}

/** Reads a quotation from the pieces that were found of it; undefined where too little is left of them. */
export function readPieces(
  given: Given,
  pieces: readonly Piece[],
  stream: Stream,
  sameVoice: SameVoice,
): Reading | undefined {
  const segments = linked(
    pieces.flatMap((piece) => split(piece, given)),
    { given, stream, sameVoice },
  );
  if (segments.length === 0) return undefined;
  const stretches = segments.map(({ matches, link }, index): Stretch => {
    const first = matches[0];
    const last = matches.at(-1);
    const before = index === 0 ? (first?.given ?? 0) : 0;
    const behind = index === segments.length - 1 ? given.words.length - 1 - (last?.given ?? 0) : 0;
    const words = stream.read(first?.at ?? 0, (last?.at ?? 0) + 1);
    return { words: withEdges(words, before, behind, stream), from: link };
  });
  const source = stretches.flatMap(({ words }, index) => {
    const shown = printedIn(words);
    const last = shown.at(-1);
    return index < stretches.length - 1 && last ? [...shown.slice(0, -1), { ...last, gap: ' … ' }] : shown;
  });
  const agreeing = surpriseOf(
    segments.flatMap(({ matches }) => matches.filter((match, index) => hasNeighbour(matches, index, match))),
    stream,
  );
  const whole = given.numbers.reduce((sum, number) => sum + stream.surprise(number), 0);
  const share = Math.max(agreeing / whole, inAnyOrder(given, segments[0]?.matches ?? [], stream) / whole);
  const parts = trimmed(laid(source, printed(given.text, given.words)));
  return { stretches: within(stretches, parts), parts, share };
}

/** Of the words that were added at the edges for comparing, those that are not needed are taken away again. */
function trimmed(parts: readonly Laid<SourceWord>[]): Laid<SourceWord>[] {
  const last = parts.length - 1;
  return parts.flatMap((part, index) => {
    if (part.same || (index > 0 && index < last)) return [part];
    const count = part.given.length;
    if (count === 0) return [];
    const source = index === 0 ? part.source.slice(-count) : part.source.slice(0, count);
    return [{ ...part, source }];
  });
}

/** The stretches without the words that were taken away at their edges. */
function within(stretches: readonly Stretch[], parts: readonly Laid<SourceWord>[]): Stretch[] {
  const words = parts.flatMap(({ source }) => source);
  const first = words[0]?.at ?? 0;
  const last = words.at(-1)?.at ?? 0;
  return stretches.map((stretch, index) => ({
    ...stretch,
    words: stretch.words.filter(
      ({ at }) => (index > 0 || at >= first) && (index < stretches.length - 1 || at <= last),
    ),
  }));
}

/** Nearly all words of a quotation, in whatever order, stand in one place only where they come from there. */
const nearlyAll = 0.9;

/** The surprise of the words that stand around a piece in any order; nothing where some do not. */
function inAnyOrder({ numbers }: Given, matches: readonly Match[], stream: Stream): number {
  const first = matches[0]?.at ?? 0;
  const last = matches.at(-1)?.at ?? first;
  const around = stream.words.subarray(Math.max(0, first - numbers.length), last + numbers.length + 1);
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

/** Whether the word beside a match agrees as well: single words that agree do so by chance. */
function hasNeighbour(matches: readonly Match[], index: number, { at, given }: Match): boolean {
  const [before, behind] = [matches[index - 1], matches[index + 1]];
  return (
    (before?.at === at - 1 && before.given === given - 1) ||
    (behind?.at === at + 1 && behind.given === given + 1)
  );
}

/** A piece parted where many words of the source were jumped over, or any behind an ellipsis. */
function split(piece: Piece, given: Given): Match[][] {
  const segments: Match[][] = [];
  for (const match of piece) {
    const open = segments.at(-1);
    const last = open?.at(-1);
    const jumped = last ? match.at - last.at - 1 : 0;
    const most = last && ellipsisBetween(last.given, match.given, given) ? 0 : mostLeftOutAcross;
    if (open && jumped <= most) open.push(match);
    else segments.push([match]);
  }
  return segments;
}

interface Segment {
  readonly matches: Match[];
  readonly link: Stretch['from'];
}

interface Context {
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
  const [first] = between;
  const last = between.at(-1);
  if (!first || !last || !sameVoice(first, last)) return undefined;
  if (marked && isHonest(between)) return 'ellipsis';
  const most = first.passage === last.passage ? mostLeftOut : mostLeftOutAcross;
  return between.length - 2 <= (marked ? 3 * mostLeftOut : most) ? 'close' : undefined;
}

function ellipsisBetween(from: number, to: number, { ellipses }: Given): boolean {
  for (let word = from; word < to; word += 1) if (ellipses.has(word)) return true;
  return false;
}

/** Whether what an ellipsis leaves out between two words holds no negation, condition or exception. */
function isHonest(between: readonly PlacedWord[]): boolean {
  return !restricts(printedIn(between).slice(1, -1));
}

/** With some words before and behind of the same paragraph and sentence, where words were exchanged at the edges. */
function withEdges(words: PlacedWord[], before: number, behind: number, stream: Stream): PlacedWord[] {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return words;
  const early =
    before === 0 ? [] : stream.read(Math.max(0, first.at - Math.min(before, edge) - beyond), first.at);
  const late = behind === 0 ? [] : stream.read(last.at + 1, last.at + 1 + Math.min(behind, edge) + beyond);
  const within = (word: PlacedWord): boolean => word.passage.document === first.passage.document;
  return [
    ...sameSentence([...early.filter(within), first]).slice(0, -1),
    ...words,
    ...sameSentence([last, ...late.filter(within)].reverse())
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

/** Words of the stream with what is written around them. */
export function printedIn(words: readonly PlacedWord[]): SourceWord[] {
  const [first] = words;
  return first ? printed(first.passage.document.text, words) : [];
}
