// A citation as somebody types it becomes paragraphs: "european-leaders ¶5", "european leaders 5-7", "¶5".
import type { Document } from '../document.ts';
import { fold, spellings } from '../text/folding.ts';
import { runBefore } from '../text/runs.ts';

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
  const isName = parts && !parts.marked && wholeName(typed, documents).length > 0;
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

/** The document of an id or a title, or of the beginning of one if no other begins so. None at all: the only one. */
export function documentNamed(typed: string, documents: readonly Document[]): Document | undefined {
  const fits = documentsNamed(typed, documents);
  return fits.length === 1 ? fits[0] : undefined;
}

/**
 * The documents that a name fits equally well: none, the one that is meant, or several. An id goes before a title, so
 * that no title takes over the citations of another document, and a whole name before the beginning of one.
 */
export function documentsNamed(typed: string, documents: readonly Document[]): readonly Document[] {
  const name = slug(typed);
  const whole = wholeName(typed, documents);
  if (whole.length > 0) return whole;
  if (name === '') return documents.length === 1 ? documents : [];
  return documents.filter((document) => hasNameBeginning(document, name));
}

function hasNameBeginning(document: Document, name: string): boolean {
  const { id, title } = namesOf(document);
  return id.startsWith(name) || title.startsWith(name);
}

/** The documents of which this is the id as typed, or else an id, or else a title, in any spelling. */
function wholeName(typed: string, documents: readonly Document[]): readonly Document[] {
  const exact = documents.find(({ id }) => id === typed) ?? documents.find(({ id }) => id === typed.trim());
  if (exact) return [exact];
  const name = slug(typed);
  if (name === '') return [];
  const ofId = documents.filter((document) => namesOf(document).id === name);
  if (ofId.length > 0) return ofId;
  const ofTitle = documents.filter((document) => namesOf(document).title === name);
  return ofTitle.length > 0 ? ofTitle : solidlyNamed(typed, documents);
}

/** No name is longer, and what is typed may be. */
const longestName = 200;

/** The documents of the same name, but for hyphens, points, and letters that are written with one letter or with two. */
function solidlyNamed(typed: string, documents: readonly Document[]): readonly Document[] {
  if (typed.length > longestName) return [];
  const wanted = new Set(lettersOf(typed));
  return documents.filter((document) => namesOf(document).solid.some((way) => wanted.has(way)));
}

/** Under what a document is looked up: what is typed is compared with all of them. */
interface DocumentNames {
  readonly id: string;
  readonly title: string;
  /** Both by their letters and digits alone, in each way to write them. */
  readonly solid: readonly string[];
}

const known = new WeakMap<Document, DocumentNames>();

/** Reads the names of a document now, which is else done when it is first looked for. */
export function readNames(document: Document): void {
  namesOf(document);
}

function namesOf(document: Document): DocumentNames {
  const read = known.get(document);
  if (read) return read;
  const [id, title] = [document.id, document.title?.value ?? ''];
  const names = { id: slug(id), title: slug(title), solid: [...new Set([id, title].flatMap(lettersOf))] };
  known.set(document, names);
  return names;
}

/** Without hyphens and points; nothing where it has no letters. */
function lettersOf(text: string): string[] {
  return spellings(text)
    .map((way) => slug(way).replaceAll('-', ''))
    .filter((way) => way !== '');
}

/** Letters and digits with single hyphens, folded: "European Leaders" is `european-leaders`. */
function slug(text: string): string {
  return (fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}
