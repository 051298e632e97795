// The words of a passage as names are read in them: with their capitals, their genitives and what stands between them.

import type { Span } from '../../corpus/passages.ts';
import { fold } from '../../corpus/text/folding.ts';

/** A word of a text; `start` and `end` without a genitive's "’s". */
export interface Word extends Span {
  readonly text: string;
  readonly low: string;
  readonly capital: boolean;
  /** All of two letters and more are capitals: "NATO", "JEAN-PIERRE". */
  readonly upper: boolean;
  readonly genitive: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

const pattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[.’'‘`-]|\.-)(?=\p{L})[\p{L}\p{M}\p{N}]+)*/gu;
/** A full stop belongs to these: "Mr. Bessent", "Nancy A. Pelosi". */
const short =
  /^(?:\p{Lu}|\p{Lu}(?:\.\p{Lu})+|mrs?|ms|drs?|gov|sen|sens|rep|reps|gen|lt|col|jr|sr|st|prof|rev|hon|adm|capt|sgt|maj|messrs)$/iu;
const owning = /['’‘`]s$/iu;

export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const owner = owning.exec(found)?.[0] ?? '';
    const bare = owner === '' ? found : found.slice(0, -owner.length);
    const behind = index + found.length;
    const isOwner =
      owner !== '' || (/s$/u.test(found) && /^['’](?!\p{L})/u.test(text.slice(behind, behind + 2)));
    const stop = !isOwner && text[behind] === '.' && short.test(bare) ? 1 : 0;
    // "Sanders’ manager": the mark is the word's.
    const own = isOwner && owner === '' ? 1 : 0;
    words.push({
      ...{ start: index, end: index + bare.length, text: bare, low: lowOf(bare) },
      capital: /^\p{Lu}/u.test(bare),
      upper: bare.length > 1 && bare === bare.toUpperCase() && /\p{Lu}/u.test(bare),
      ...{ genitive: isOwner, gap: text.slice(last, index) },
    });
    last = behind + stop + own;
  }
  return words;
}

const plain = /^[!-~]*$/u;

/** A word folded; most have only letters of which no table need be made. */
export function lowOf(word: string): string {
  return plain.test(word) ? word.toLowerCase() : fold(word).text;
}

/** Whether a word is a letter with a full stop: "Nancy A. Pelosi". */
export function isInitial(word: Word | undefined, next: Word | undefined): boolean {
  if (!word || !next || !/^\p{Lu}$/u.test(word.text)) return false;
  return follows(next) && next.start - word.end === 2;
}

/** Whether a word goes on with the one before, with nothing but a space between. */
export function follows(word: Word | undefined): boolean {
  return word !== undefined && /^[ \u00a0]$/u.test(word.gap);
}

/** Whether a word begins a sentence, a line or a quotation: its capital tells nothing. */
export function opens({ gap }: Word, at: number): boolean {
  return at === 0 || /[.!?:\n"“„«‘(*•–—]/u.test(gap);
}
