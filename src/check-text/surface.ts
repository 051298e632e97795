// A text as its reader sees it: without the marks of Markdown, addresses and code, every character with its place in the text as given.
import type { Span } from '../corpus/passages.ts';
import { firstThat } from '../corpus/text/spans.ts';
import { isWrapped } from '../corpus/text/wrapped.ts';

/** What a reader sees. Block quotations stand between marks of their own, which no text that is given has put there. */
export interface Surface {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Where a part of what is seen stands in the text as given. */
  given(seen: Span): Span;
}

/** A run of words that belong together; `start` and `end` are places of the surface. */
export interface Paragraph extends Span {
  readonly kind: 'text' | 'heading' | 'quoted';
}

/** Corner brackets close nothing else, and nothing else closes them: whatever marks a block quotation holds are inside of it. */
const blockOpens = '「';
const blockCloses = '」';

interface Line extends Span {
  readonly text: string;
  readonly kind: Paragraph['kind'];
}

/** `text` is the given one with LF or CRLF line ends. */
export function surfaceOf(text: string): Surface {
  const builder = new Builder(text);
  for (const run of runsOf(seenLines(text))) builder.add(run);
  return builder.surface();
}

/** Lines that are one paragraph; `closes`: a block quotation ends with it. */
interface Run {
  readonly lines: readonly Line[];
  readonly closes: boolean;
}

/** A piece of the surface, by its beginnings in it and in the text as given. */
interface Piece {
  readonly seen: number;
  readonly given: number;
  readonly isOurs: boolean;
}

/** The last piece that begins at a place of the surface or before it. */
function lastBefore(pieces: readonly Piece[], seen: number): number {
  return Math.max(0, firstThat(pieces, (piece) => piece.seen > seen) - 1);
}

/** Puts what is seen together, and keeps where each piece of it came from. */
class Builder {
  readonly #given: string;
  readonly #paragraphs: Paragraph[] = [];
  readonly #pieces: Piece[] = [];
  #text = '';

  constructor(given: string) {
    this.#given = given;
  }

  add({ lines, closes }: Run): void {
    const [first] = lines;
    if (!first) return;
    if (this.#text !== '') this.#put('\n\n', first.start, true);
    const start = this.#text.length;
    const isQuoted = first.kind === 'quoted';
    if (isQuoted) this.#put(blockOpens, first.start, true);
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.#put('\n', line.start, true);
      this.#line(line);
    }
    if (isQuoted && closes) this.#put(blockCloses, lines.at(-1)?.end ?? first.end, true);
    this.#paragraphs.push({ start, end: this.#text.length, kind: first.kind });
  }

  surface(): Surface {
    const pieces = this.#pieces;
    const at = (seen: number): Piece =>
      pieces[lastBefore(pieces, seen)] ?? { seen: 0, given: 0, isOurs: false };
    const begins = (seen: number): number => {
      const { given, isOurs, seen: from } = at(seen);
      return isOurs ? given : given + seen - from;
    };
    const ends = (seen: number): number => {
      const { isOurs, given } = at(seen - 1);
      return isOurs ? given : begins(seen - 1) + 1;
    };
    return {
      text: this.#text,
      paragraphs: this.#paragraphs,
      given: ({ start, end }) => ({ start: begins(start), end: ends(Math.max(start + 1, end)) }),
    };
  }

  /** A line without what nobody sees of it. */
  #line({ start, end }: Line): void {
    let at = start;
    for (const hidden of hiddenIn(this.#given.slice(start, end))) {
      if (start + hidden.start > at) this.#put(this.#given.slice(at, start + hidden.start), at);
      at = Math.max(at, start + hidden.end);
    }
    if (end > at) this.#put(this.#given.slice(at, end), at);
  }

  /** `isOurs`: the text as given has nothing of the kind at this place. */
  #put(seen: string, given: number, isOurs = false): void {
    this.#pieces.push({ seen: this.#text.length, given, isOurs });
    this.#text += seen;
  }
}

const fence = /^\s*(?:`{3,}|~{3,})/u;
const quotedLine = /^\s{0,3}(?:>>>|(?:>\s?)+)(?:\s|$|(?=[^\s>]))/u;
const headingLine = /^\s{0,3}#{1,6}\s+/u;
/** A row of dashes, a comment alone, the bar below the head of a table. */
const noWords = /^[^\p{L}\p{N}]*$/u;

/** The lines of a text with what each is; blank ones, code and front matter are seen as nothing. */
function* seenLines(text: string): Generator<Line> {
  const reading = { isCode: false, isRest: false };
  const begins = frontMatterEnd(text);
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (start >= begins) yield seenLine(line, start, reading);
  }
}

/** `isCode`: a fence is open; `isRest`: everything from here on is quoted (">>> "). */
function seenLine(line: string, start: number, reading: { isCode: boolean; isRest: boolean }): Line {
  const isFence = fence.test(line);
  if (isFence) reading.isCode = !reading.isCode;
  if (isFence || reading.isCode) return blank(start);
  const [mark] = quotedLine.exec(line) ?? [];
  reading.isRest ||= mark?.includes('>>>') ?? false;
  const bare = line.slice(mark?.length ?? 0);
  const kind = mark !== undefined || reading.isRest ? 'quoted' : headingLine.test(line) ? 'heading' : 'text';
  if (noWords.test(bare)) return { ...blank(start), kind };
  const marked = (mark?.length ?? 0) + (kind === 'quoted' ? 0 : (markerIn(bare)?.length ?? 0));
  const end = line.trimEnd().length;
  return { start: start + Math.min(marked, end), end: start + end, text: line.slice(marked, end), kind };
}

function blank(start: number): Line {
  return { start, end: start, text: '', kind: 'text' };
}

/** Items of a list and headings; "- Ada Holm" alone below a quotation says who spoke. */
const marker = /^\s*(?:[*+•·]\s+|-\s+(?!(?:\p{Lu}[\p{L}.’'-]*\s*){1,5}$)|#{1,6}\s+)/u;

function markerIn(line: string): string | undefined {
  return marker.exec(line)?.[0];
}

function frontMatterEnd(text: string): number {
  if (!/^---\r?\n/u.test(text)) return 0;
  const end = /\n---[^\S\n]*(?:\r?\n|$)/u.exec(text);
  return end ? end.index + end[0].length : 0;
}

const item = /^\s*(?:[*+•·-]\s|\d{1,3}[.)]\s|\|)/u;
/** A line that ends like this may be followed by another paragraph. */
const ending = /[.!?…:;"”“»’'」)*_]\s*$/u;
/** Lines become paragraphs: blank lines, items and headings part them, and so does each line where lines were not broken to fit. */
function runsOf(lines: Iterable<Line>): Run[] {
  const runs: Run[] = [];
  let open: Line[] = [];
  const endOpen = (): void => {
    runs.push(...broken(open).map((run) => ({ lines: run, closes: false })));
    open = [];
  };
  for (const line of lines) {
    const [first] = open;
    if (first && (line.text === '' || line.kind !== first.kind || line.kind === 'heading')) endOpen();
    // A bare line, or another kind of line, ends a block quotation; a blank one inside of it does not.
    const last = runs.at(-1);
    if (last && line.kind !== 'quoted') runs[runs.length - 1] = { ...last, closes: true };
    if (line.text !== '') open.push(line);
  }
  endOpen();
  const last = runs.at(-1);
  return last ? runs.with(-1, { ...last, closes: true }) : runs;
}

/** A block of lines as one paragraph, where they were broken to fit, or else as one each that is a whole. */
function broken(lines: readonly Line[]): Line[][] {
  const areWrapped = lines.length > 1 && isWrapped(lines.map(({ text }) => text));
  const runs: Line[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const goesOn = before && !item.test(line.text) && (areWrapped || !ending.test(before.text));
    if (run && goesOn) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** What nobody sees of a line: each part is bounded, so that no line makes the search for it slow. */
const hidden = new RegExp(
  [
    // A picture, then what stands around the words of a link.
    String.raw`!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)`,
    String.raw`\[(?=[^\][\n]{1,300}\]\([^()\n]{0,500}\))`,
    String.raw`\]\([^()\n]{0,500}\)`,
    // Addresses, tags, code, and mentions as Discord writes them.
    String.raw`<https?:[^<>\s]{1,2000}>`,
    String.raw`https?:\/\/(?:[^\s<>"“”«»]|(?<==)"[^\s<>"]{0,300}"?){1,2000}`,
    String.raw`<(?:[@#][!&]?\d{1,25}|a?:\w{1,40}:\d{1,25}|t:\d{1,20}(?::\w)?)>`,
    String.raw`<\/?[a-zA-Z][^<>\n]{0,300}>`,
    '(?<!`)`(?!`)[^`\\n]{1,300}`(?!`)',
    // Emphasis.
    String.raw`\*{1,3}|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])|\|\|`,
    String.raw`\r`,
  ].join('|'),
  'gu',
);

function hiddenIn(line: string): Span[] {
  return [...line.matchAll(hidden)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}
