// Misspelt words of a question → the terms they were meant for. Only a word that is neither English nor in the sources is
// looked at: "tanks" is English, so it is a missing word and no misspelling of "talks".
import type { AliasBook } from '../ranking/aliases.ts';
import type { Background } from '../ranking/background.ts';
import { STOP_WORDS } from './grammar.ts';
import { slips } from './slips.ts';
import { termOf } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Below four letters every word is near every other: such a word is neither corrected nor a correction. */
const SHORTEST = 4;
/** No word that somebody meant is longer, and a table over it would cost. */
const LONGEST = 30;

/** A four-letter word has too many neighbours for two slips; from eight letters on two slips are still recognisable. */
const slipsAllowed = (length: number): number => (length < SHORTEST ? 0 : length < 8 ? 1 : 2);

/** So many words of a question are looked up at most: each costs, and a question with more is not misspelt. */
const MOST_CORRECTED = 6;
/** Where more than half of so many words or more are unknown, they are of another language, and none is misspelt. */
const ANOTHER_LANGUAGE = 4;

/** Folded word, neither English nor in the sources → the terms of the sources it may be meant for, often none. */
export type Corrections = ReadonlyMap<string, readonly string[]>;

/** What the misspelt words of a question were meant for. */
export function correctionsFor(
  found: readonly Word[],
  { vocabulary, background, aliases }: Known,
): Corrections {
  const unknown = found.filter(
    (word) =>
      !background.isWord(word.folded) &&
      !vocabulary.has(termOf(word.folded)) &&
      !STOP_WORDS.has(word.folded) &&
      aliases.find([word], true).length === 0,
  );
  if (found.length >= ANOTHER_LANGUAGE && unknown.length > found.length / 2) return new Map();
  const looked = [...new Set(unknown.map(({ folded }) => folded))].slice(0, MOST_CORRECTED);
  return new Map(looked.map((folded) => [folded, correct(folded, vocabulary)]));
}

/** What knows a word. */
interface Known {
  readonly vocabulary: Vocabulary;
  readonly background: Background;
  readonly aliases: AliasBook;
}

/**
 * The terms nearest to a misspelt word, given folded: all at the least distance, none when that is too great. A term stands
 * there once for each of its forms at that distance.
 */
export function correct(folded: string, vocabulary: Vocabulary): string[] {
  let least = slipsAllowed(folded.length);
  if (least === 0 || folded.length > LONGEST || /\d/.test(folded)) return [];
  let nearest: string[] = [];
  // The tree counts two letters swapped as two slips.
  for (const [form, term] of vocabulary.near(folded, least + 1)) {
    if (form.length < SHORTEST) continue;
    const distance = slips(folded, form, least);
    if (distance > least) continue;
    if (distance < least) nearest = [];
    least = distance;
    nearest.push(term);
  }
  return nearest;
}
