// Whether what stands between marks is a quotation at all: single words, titles and terms are set in marks as well.

import { wordsOf } from '../check/words/words.ts';
import { namesWork } from '../corpus/names/works.ts';
import { ends, wholeWords } from '../corpus/text/borders.ts';
import { beginsSentence } from '../statements/language/quoted-words.ts';
import type { PassedOver } from './found.ts';

/** Fewer words are a quotation only where a clause says who spoke them. */
export const fewestWords = 4;
/** So few words that begin in small letters, spoken by nobody, are a term unless the sources have them. */
export const fewWords = 6;

/** Whoever writes this uses somebody's term, and doubts it. */
const soCalled = new RegExp(
  `${wholeWords('so-called', 'so called', 'sogenannte\\p{L}*', 'prétendue?s?', 'soi-disant', 'tzw\\.?', 'tak zwan\\p{L}+', 'так зван\\p{L}+')}\\s*$|the term\\s*$|the word\\s*$`,
  'iu',
);

/** What may be small inside of a title, in any of the languages. */
const small = new RegExp(
  `^(?:a|an|the|of|in|on|at|to|for|from|by|and|or|but|nor|as|with|und|der|die|das|des|von|im|et|le|la|les|de|du|i|w|z|o|на|в|і|та|з)${ends}$`,
  'iu',
);

/** So much before a mark can say what it is. */
const nearBy = 60;

/** How words stand in their text. */
export interface Standing {
  /** What stands before the marks, and behind them, in their paragraph. */
  readonly before: string;
  readonly behind: string;
  /** Whether a clause says who spoke them. */
  readonly spoken: boolean;
}

/** Undefined where it is a quotation. */
export function passedOverAs(words: string, standing: Standing): PassedOver['why'] | undefined {
  const { before, spoken } = standing;
  const count = wordsOf(words).length;
  if (count <= 1) return 'word';
  const near = before.slice(-nearBy);
  if (soCalled.test(near)) return 'term';
  if (isInTitleCase(words) || (!spoken && namesWork(near))) return 'title';
  if (count >= fewestWords || (spoken && isWhole(words)) || leads(words, standing)) return undefined;
  return 'term';
}

/** Whether words stand for themselves: a sentence, however short. */
export function isWhole(words: string): boolean {
  return beginsSentence(`“${words}”`) && /[.!?…,]["”»’]*$/u.test(words.trim());
}

/** „Wir stehen bereit“, sagt …: words that open a sentence, with a clause behind them. */
export function leads(words: string, { before, behind }: Pick<Standing, 'before' | 'behind'>): boolean {
  const opens = /(?:^|[.!?…:]["”“»’)]*)[\s–—-]*$/u.test(before.slice(-nearBy));
  return opens && beginsSentence(`“${words}”`) && /^(?:,|\s[–—-])\s*(?:[–—-]\s)?\p{L}/u.test(behind);
}

/** "The Long Night of the Negotiators": no title has a mark that ends a sentence, or many words. */
function isInTitleCase(words: string): boolean {
  const written = words.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? [];
  if (written.length < 2 || written.length > 12 || /[.!?,;](?:\s|$)/u.test(words)) return false;
  return written.every((word, at) => /^[\p{Lu}\p{N}]/u.test(word) || (at > 0 && small.test(word)));
}
