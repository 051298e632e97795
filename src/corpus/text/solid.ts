// One word, however it is put together: "F16" and "F-16", "USSR" and "U.S.S.R.", "1250000" and "1,250,000", "reopened" and
// "re-opened". Letters and digits are laid in a row; between them stands whether a word must end there, may, or cannot.

import type { Span } from '../passages.ts';
import { type Folded, foldings } from './folding.ts';

/** What stands before a letter: nothing; a mark that may as well be left out; what parts words. */
const inside = 0;
const joined = 1;
export const parted = 2;

/** Letters and digits in a row. */
export interface Letters {
  readonly text: string;
  /** For each character what stands before it; one more entry is the end. */
  readonly before: Marks;
}

/** Numbers by their places. */
export type Marks = Pick<Uint8Array, 'at' | 'length'>;

/** The same with their places. */
export interface Solid extends Letters {
  /** Where each character begins in the source, and where it ends there. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** The ways to read a text: two where it has letters that are written with one letter or with two ("ü"). */
export function solidsOf(source: string): readonly Solid[] {
  return foldings(source).map((folded) => solidOf(source, folded));
}

const piece = /[\p{L}\p{N}]+/gu;

function solidOf(source: string, { text, offsets }: Folded): Solid {
  const parts: string[] = [];
  const [starts, ends] = [new Uint32Array(text.length), new Uint32Array(text.length)];
  // Inside of a word unless told otherwise.
  const before = new Uint8Array(text.length + 1);
  let next = 0;
  let last: { readonly start: number; readonly end: number; readonly found: string } | undefined;
  for (const { 0: found, index } of text.matchAll(piece)) {
    const end = last && endOf(offsets, last.end - 1);
    // A single mark may hold them together; what is longer parts them, and so does most of what is that short, a space.
    const gap = end !== undefined && (offsets[index] ?? 0) - end === 1 ? source[end] : undefined;
    before[next] =
      gap !== undefined &&
      gap !== ' ' &&
      last &&
      joins(last.found, gap, found, text.slice(Math.max(0, index - far), index + far))
        ? joined
        : parted;
    for (let at = index; at < index + found.length; at += 1) {
      starts[next] = offsets[at] ?? 0;
      ends[next] = endOf(offsets, at);
      next += 1;
    }
    parts.push(found);
    last = { start: index, end: index + found.length, found };
  }
  before[next] = parted;
  return {
    text: parts.join(''),
    before: before.subarray(0, next + 1),
    starts: starts.subarray(0, next),
    ends: ends.subarray(0, next),
  };
}

/** Where a folded character ends in the source: where the next begins that is not of the same letter. */
function endOf(offsets: Uint32Array, at: number): number {
  const from = offsets[at] ?? 0;
  let next = at + 1;
  while (next < offsets.length - 1 && offsets[next] === from) next += 1;
  return offsets[next] ?? from;
}

const isNumber = /^\p{N}+$/u;
const thousands = /(?<![\p{N}.])\p{N}{1,3}(?:\.\p{N}{3}){2,}(?![\p{N}])/gu;
const three = /^\p{N}{3}$/u;

/** So far around a point it is told whether it parts thousands. */
const far = 12;

/** Whether the mark that stands between two pieces holds them together as one word. */
function joins(left: string, gap: string, right: string, around: string): boolean {
  if (/^['’ʼ‘`´′＇]$/u.test(gap)) return !isNumber.test(left) || three.test(right);
  // "20-25" is no "2025", and a dash parts.
  if (/^[-‐‑\u00ad]$/u.test(gap)) return !(/\p{N}$/u.test(left) && /^\p{N}/u.test(right));
  if (isNumber.test(left) && three.test(right)) {
    if (/^[,\u00a0\u202f\u2009]$/u.test(gap)) return true;
    // "1.250" may be little more than one; "1.250.000" is a number of thousands.
    return (
      gap === '.' && [...around.matchAll(thousands)].some(([number]) => number.includes(`${left}.${right}`))
    );
  }
  return /^[./]$/u.test(gap) && isLetter(left) && isLetter(right);
}

/** The single letters of "U.S." and "S/S". */
function isLetter(text: string): boolean {
  return /^\p{L}$/u.test(text);
}

/** Where words begin among letters: all of them, or only those that nothing joins to the one before. */
export function* wordStarts(before: Marks, which: 'all' | 'parted' = 'all'): Generator<number> {
  for (let at = 0; at < before.length - 1; at += 1) {
    const mark = before.at(at) ?? inside;
    if (mark === parted || (mark === joined && which === 'all')) yield at;
  }
}

/** Where one text stands in another, word for word: places in the source of `text`. `open`: the last word may go on. */
export function placesOf(wanted: Letters, text: Solid, open = false): Span[] {
  return lettersAt(wanted, text, open).map(({ start, end }) => ({
    start: text.starts[start] ?? 0,
    end: text.ends[end - 1] ?? 0,
  }));
}

/** More places than these are in no text that says something; of a text that repeats itself at every word those that overlap are left out then. */
const mostOverlapping = 20;

/** The same as places among the letters. */
export function lettersAt(wanted: Letters, text: Letters, open = false): Span[] {
  const found: Span[] = [];
  if (wanted.text === '') return found;
  let next = 0;
  for (let at = text.text.indexOf(wanted.text); at >= 0; at = text.text.indexOf(wanted.text, next)) {
    const end = at + wanted.text.length;
    next = at + 1;
    if (
      text.before.at(at) === inside ||
      (!open && text.before.at(end) === inside) ||
      !agree(wanted, text, at)
    )
      continue;
    found.push({ start: at, end: open ? endOfWord(text, end) : end });
    if (found.length > mostOverlapping) next = end;
  }
  return found;
}

/** What parts words on one side must part or join them on the other; what joins them may be left out. */
function agree(wanted: Letters, text: Letters, at: number): boolean {
  for (let step = 1; step < wanted.text.length; step += 1) {
    const [a = inside, b = inside] = [wanted.before.at(step), text.before.at(at + step)];
    if (a !== b && (a === inside || b === inside) && (a === parted || b === parted)) return false;
  }
  return true;
}

function endOfWord({ before, text }: Letters, from: number): number {
  let end = from;
  while (end < text.length && before.at(end) === inside) end += 1;
  return end;
}

/** Words with a mark inside, numbers in groups of three, or letters that may be written with two. */
const compound =
  /\p{N}{1,3}(?:[\u00a0\u202f\u2009]\p{N}{3})+|[\p{L}\p{N}\p{M}]+(?:[-‐‑.,'’ʼ/][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text, what marks join in one piece. */
export function compoundsIn(text: string): readonly string[] {
  return text.match(compound) ?? [];
}

/** A word by its letters and digits alone. */
export interface SolidWord {
  readonly letters: string;
  /** As it stands there. */
  readonly written: string;
  /** Whether it is a word by itself, and no part of one that marks join. */
  readonly isWhole: boolean;
  /** By which way to read the letters that may be written with two. */
  readonly way: number;
}

/** The words that a compound is: its parts, and what they are together where marks join them. */
export function* solidWords(found: string): Generator<SolidWord> {
  for (const [way, { text, before, starts, ends }] of solidsOf(found).entries()) {
    const word = (from: number, to: number, isWhole: boolean): SolidWord => ({
      ...{ letters: text.slice(from, to), isWhole, way },
      written: found.slice(starts[from], ends[to - 1]),
    });
    let [whole, part] = [0, 0];
    for (let at = 1; at <= text.length; at += 1) {
      if (before.at(at) === inside) continue;
      if (part > whole || before.at(at) === joined) yield word(part, at, false);
      part = at;
      if (before.at(at) === joined) continue;
      yield word(whole, at, true);
      whole = at;
    }
  }
}
