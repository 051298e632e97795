// Text → words with their places. The first step of both sides: passages when they are indexed, questions when they are asked.
import { fold } from '../../corpus/text/folding.ts';

/** A word as it stands in a text: `start` and `end` are UTF-16 offsets of the text it was cut from. */
export interface Word {
  readonly text: string;
  /** Lower case, without accents, full stops inside (U.S. → us) or a genitive ’s. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

// Letters and digits, joined by a full stop or comma (1.5, U.S., 30,000) or an apostrophe (didn’t). A hyphen parts words,
// since writers disagree about hyphens more than about words (cease-fire, three way).
const WORD =
  /\p{N}+(?:[.,]\p{N}+)*\p{L}*|\p{L}[\p{L}\p{N}\p{M}]*(?:['’]\p{L}+|(?<=(?<![\p{L}\p{N}])\p{L})(?:\.\p{L})+)*/gu;

export function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const folded = foldWord(match[0]);
    found.push({ text: match[0], folded, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const plain = /^[a-z0-9]+$/;

function foldWord(word: string): string {
  const lower = word.toLowerCase();
  // Most words of a text are plain ASCII letters: folding only the others halves the time of indexing.
  if (plain.test(lower)) return lower;
  return fold(lower)
    .text.replace(/'s?$/u, '')
    .replace(/(?<=\p{L})\.(?=\p{L})|(?<=\d),(?=\d{3}(?!\d))/gu, '');
}
