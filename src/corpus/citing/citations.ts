// A citation as somebody types it becomes paragraphs: "european-leaders ¶5", "european leaders 5-7", "¶5".
import type { Document } from '../document.ts';
import { fold } from '../text/folding.ts';
import { runBefore } from '../text/runs.ts';
import { documentsNamed, hasWholeName, slug } from './document-names.ts';

/** A citation resolved, or what is wrong with it. */
export type Resolved =
  | { readonly found: true; readonly document: Document; readonly from: number; readonly to: number }
  | { readonly found: false; readonly reason: 'malformed' | 'no-document' }
  | { readonly found: false; readonly reason: 'ambiguous'; readonly documents: readonly Document[] }
  | {
      readonly found: false;
      readonly reason: 'out-of-range';
      readonly document: Document;
      readonly paragraph: number;
    };

type CountParagraphs = (document: Document) => number;

/** Exactly what `labelOf` writes. */
const labelPattern = /^(?<id>.*) ¶(?<paragraph>[1-9]\d{0,14})$/su;

/** "¶-1", " -3" and no range such as "5 -7": there is no such paragraph, and the one of the number without its sign was not meant. */
const negative = /(?:[¶#§]\s*-|\s-(?<!\d\s+-))\d+[\s.)]*$/u;

interface Parts {
  /** As typed, so that an id can be recognised letter for letter. */
  readonly name: string;
  readonly marked: boolean;
  readonly from: number;
  readonly to: number;
}

/** Resolves a citation against documents. `paragraphs` gives how many a document has. */
export function resolveCitation(
  typed: string,
  documents: readonly Document[],
  paragraphs: CountParagraphs,
): Resolved {
  const label = labelPattern.exec(typed)?.groups;
  const labelled = label && documents.find(({ id }) => id === label['id']);
  if (labelled) {
    const paragraph = Number(label['paragraph']);
    return within(labelled, { from: paragraph, to: paragraph }, paragraphs);
  }
  if (negative.test(fold(typed).text)) return { found: false, reason: 'malformed' };
  const parts = partsOf(typed.trim());
  // A document's own name may end with a number ("minutes-2025"), which is then no paragraph.
  const isName = parts && !parts.marked && hasWholeName(typed, documents);
  if (!parts || isName) return noNumber(typed, documents);
  const fits = documentsNamed(parts.name, documents);
  const [document] = fits;
  if (!document) return { found: false, reason: 'no-document' };
  if (fits.length > 1) return { found: false, reason: 'ambiguous', documents: fits };
  // A number too large to be counted exactly could not be repeated as it was typed.
  if (!Number.isSafeInteger(parts.to)) return { found: false, reason: 'malformed' };
  return within(document, parts, paragraphs);
}

/**
 * A name, then perhaps "¶", "#", "§" or "para.", then a number or a range with any dash or "to". It is read from its end: each
 * part is a run of a few characters, and what is left is the name.
 */
function partsOf(typed: string): Parts | undefined {
  const folded = fold(typed);
  const { text } = folded;
  const last = numberBefore(text, runBefore(text, text.length, closing));
  if (!last) return undefined;
  const first = firstOfRange(text, last.start) ?? last;
  const mark = markBefore(text, first.start);
  const name = runBefore(text, mark ?? first.start, parting);
  return {
    name: typed.slice(0, folded.offsets[name]),
    marked: mark !== undefined,
    from: Math.min(first.value, last.value),
    to: Math.max(first.value, last.value),
  };
}

const digit = /\d/;
const space = /\s/u;
const closing = /[\s.)]/u;
/** Between the name and the number. */
const parting = /[\s,;:.(-]/u;
/** Between the mark and the number. */
const afterMark = /[\s.]/u;
const letter = /[\p{L}\p{N}_]/u;
const markWord = /^(?:par(?:agraph|a)?s?|pp?)$/;
const longestMark = 'paragraphs'.length;

interface NumberAt {
  readonly start: number;
  readonly value: number;
}

function numberBefore(text: string, end: number): NumberAt | undefined {
  const start = runBefore(text, end, digit);
  return start === end ? undefined : { start, value: Number(text.slice(start, end)) };
}

/** The number before "-", ".." or "to", where the one that begins here ends a range: "5-7", "¶5 — ¶7". */
function firstOfRange(text: string, start: number): NumberAt | undefined {
  const bare = runBefore(text, start, space);
  const behind = text[bare - 1] === '¶' ? runBefore(text, bare - 1, space) : bare;
  const dashes = runBefore(text, behind, /-/);
  const dots = runBefore(text, behind, /\./);
  // "to" is a word of its own: "5 to 7", and no "5to7".
  const isWord = text.endsWith(' to', behind) && behind < start;
  const before = dashes < behind ? dashes : dots < behind - 1 ? dots : isWord ? behind - 2 : undefined;
  return before === undefined ? undefined : numberBefore(text, runBefore(text, before, space));
}

/** Where the mark begins that says that a paragraph's number follows; undefined where none does. */
function markBefore(text: string, start: number): number | undefined {
  const end = runBefore(text, start, afterMark);
  const sign = text[end - 1];
  if (sign === '#') return end - 1;
  if (sign === '¶' || sign === '§') return runBefore(text, end, sign === '¶' ? /¶/ : /§/);
  // A word ends before the number: "p 5", and no "p5".
  if (end === start) return undefined;
  const word = runBefore(text, end, letter);
  return end - word <= longestMark && markWord.test(text.slice(word, end)) ? word : undefined;
}

/** A document's name without a paragraph is half a citation; anything else names nothing. */
function noNumber(typed: string, documents: readonly Document[]): Resolved {
  const malformed = slug(typed) === '' || documentsNamed(typed, documents).length > 0;
  return { found: false, reason: malformed ? 'malformed' : 'no-document' };
}

function within(
  document: Document,
  { from, to }: { readonly from: number; readonly to: number },
  paragraphs: CountParagraphs,
): Resolved {
  const last = paragraphs(document);
  const outside = from < 1 ? from : to > last ? Math.max(from, last + 1) : undefined;
  if (outside !== undefined) return { found: false, reason: 'out-of-range', document, paragraph: outside };
  return { found: true, document, from, to };
}
