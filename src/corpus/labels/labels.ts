// Who speaks in talk that is written down: the labels at the beginning of its lines, read once for a document. Statements,
// checks and the importers take them from here; positions know of them through statements.

import type { Document } from '../document.ts';
import type { Passage, Span } from '../passages.ts';
import { wholeWords } from '../text/borders.ts';
import { foldName, isBare, LabelBook, type LabelKind } from './label-book.ts';
import { formOf, isTitled, type LabelForm, longestLabel } from './label-form.ts';

/** A label. Its own place is that of the name as it stands there; all offsets are of the document's text. */
export interface Label extends Span {
  readonly text: string;
  readonly kind: LabelKind;
  /** The same for all labels of one person: "DAN BRANDT, ANCHOR" and "BRANDT". */
  readonly who: string;
  /** The whole name, where this is a short form of it. */
  readonly full: Span | undefined;
  readonly notes: readonly string[];
  /** It begins with an office or a form of address. */
  readonly titled: boolean;
}

/** A part of a passage that one voice says, or nobody: from a label up to the next, or a note on a line of its own. */
export interface Line extends Span {
  readonly passage: Passage;
  readonly label: Label | undefined;
  /** Where the words begin, behind the label. */
  readonly words: number;
  /** A transcriber's note: nobody's words. `scene`: what goes on behind it need not be said by the same person. */
  readonly note: 'none' | 'aside' | 'scene';
}

/** Of the passages that were read lately: of all of them they would take as much as their texts. */
let lines = new WeakMap<Passage, readonly Line[]>();
let kept = 0;
const mostKept = 5_000;

/** The lines of a passage, in order; one where it has neither labels nor notes. */
export function linesOf(passage: Passage): readonly Line[] {
  const known = lines.get(passage);
  if (known) return known;
  if (kept === mostKept) {
    lines = new WeakMap();
    kept = 0;
  }
  kept += 1;
  const found = cut(passage);
  lines.set(passage, found);
  return found;
}

function cut(passage: Passage): Line[] {
  const { text, start, document } = passage;
  const labels = document.kind === 'news' ? undefined : labelsIn(document);
  const found = lineStarts(text).flatMap((at): Omit<Line, 'end'>[] => {
    const label = labels?.get(start + at);
    if (label) return [{ start: start + at, passage, label: label.label, words: label.words, note: 'none' }];
    const note = labels ? noteAt(text, at) : 'none';
    if (at > 0 && note === 'none') return [];
    return [{ start: start + at, passage, label: undefined, words: start + at, note }];
  });
  return found.map((line, index) => ({
    ...line,
    end: trimmedEnd(text, (found[index + 1]?.start ?? start + text.length) - start) + start,
  }));
}

/** Where the words of a passage begin, as an offset into its text: behind the label it begins with. */
export function wordsFrom(passage: Passage): number {
  if (passage.document.kind === 'news') return 0;
  const label = labelsIn(passage.document).get(passage.start);
  // What names nobody for sure may be a word of the text: "Sanctions: we keep them."
  return label && (label.label.kind !== 'unread' || label.bare) ? label.words - passage.start : 0;
}

/** The label that a text by itself begins with, as a transcript's line does; undefined where it only may be one. */
export function labelAlone(text: string): { readonly name: string; readonly end: number } | undefined {
  const form = formOf(text);
  if (!form || form.style === 'bracketed' || form.style === 'mixed') return undefined;
  const isLabel = form.style === 'letter' || isTitled(foldName(form.name)) || isBare(form);
  return isLabel && form.name !== 'A' ? { name: form.name, end: form.end } : undefined;
}

interface Placed {
  readonly label: Label;
  readonly words: number;
  /** An unread one of a word or two in capitals, which a reader takes for a label all the same. */
  readonly bare: boolean;
}

const read = new WeakMap<Document, ReadonlyMap<number, Placed>>();

/** The labels of a document by the places of their lines. */
function labelsIn(document: Document): ReadonlyMap<number, Placed> {
  const known = read.get(document);
  if (known) return known;
  const forms = formsIn(document);
  const book = new LabelBook(forms.map(({ form }) => form));
  const places = new Map(forms.map(({ at, form }) => [form, at]));
  const found = new Map<number, Placed>();
  for (const { at, form } of forms) {
    const kind = book.kindOf(form);
    if (!kind) continue;
    found.set(at, {
      label: labelOf(document, at, form, kind, book, places),
      words: at + form.end,
      bare: isBare(form),
    });
  }
  read.set(document, found);
  return found;
}

interface FormAt {
  readonly at: number;
  readonly form: LabelForm;
}

function formsIn({ text, kind }: Document): FormAt[] {
  return lineStarts(text).flatMap((at): FormAt[] => {
    const form = formOf(text.slice(at, at + longestLabel));
    if (!form || (form.style === 'mixed' && kind !== 'transcript')) return [];
    return [{ at, form }];
  });
}

function labelOf(
  { text }: Document,
  at: number,
  form: LabelForm,
  kind: LabelKind,
  book: LabelBook,
  places: ReadonlyMap<LabelForm, number>,
): Label {
  const start = at + form.from;
  const end = start + form.name.length;
  const full = kind === 'named' ? book.fullOf(form) : undefined;
  const from = full && (places.get(full) ?? 0) + full.from;
  return {
    ...{ start, end, text: text.slice(start, end), kind },
    who: foldName((full ?? form).name),
    full: from === undefined ? undefined : { start: from, end: from + (full?.name.length ?? 0) },
    notes: form.notes,
    titled: isTitled(foldName(form.name)),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function trimmedEnd(text: string, end: number): number {
  return end === text.length ? end : text.slice(0, end).trimEnd().length;
}

/** When talk began or ended, and the marks below it: "12:00 P.M. IDT", "END 3:41 P.M. EDT", "###". */
const closing =
  /^\s*(?:(?:end|ends|adjourned|(?:end|ended) at)[\s.:,]*)?(?:\d{1,2}[:.]\d{2}\s?(?:[ap]\.?\s?m\.?)?(?:\s+\(?\p{Lu}{2,5}\)?)?)?\s*$|^\s*(?:end|[#*\s•–—_-]{2,}|-\s?30\s?-)\s*$/iu;
const alone = /^\s*["“]?(?:\([^()\n]{1,120}\)|\[[^[\]\n]{1,120}\])\s*$/u;

/** In characters. */
const longestClosing = 40;

const scene = new RegExp(
  wholeWords(
    '(?:begin|end|start|clip|break|recess|signing|meeting|session)s?',
    '(?:video|audio|adjourn|resume|suspend)\\p{L}*',
  ),
  'iu',
);

/** Whether a line is nothing but a note in brackets, and whether it tells of another scene: "(END VIDEO CLIP)". */
function noteAt(text: string, at: number): Line['note'] {
  if (!/[([\s"“\deEaA#*•–—_-]/u.test(text[at] ?? '')) return 'none';
  const next = text.indexOf('\n', at);
  const line = text.slice(at, next < 0 ? text.length : next);
  if (line.length < longestClosing && line.trim() !== '' && closing.test(line)) return 'aside';
  if (!alone.test(line)) return 'none';
  return scene.test(line) ? 'scene' : 'aside';
}
