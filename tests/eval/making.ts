// What a kind of made quotation is: a sentence of the corpus in, a quotation out, with the verdicts that are right.
import type { Check } from '../../src/check/check.ts';
import { wordsOf } from '../../src/check/words/words.ts';
import type { Document } from '../../src/corpus/document.ts';
import type { Passage } from '../../src/corpus/passages.ts';
import type { Chance } from './chance.ts';

export interface Made {
  readonly kind: string;
  readonly text: string;
  /** The verdicts that are right, the best first. */
  readonly right: readonly string[];
  /** Flags that must be there, and flags that must not. */
  readonly flags: readonly string[];
  readonly never: readonly string[];
  /** What it was made from. */
  readonly from: string;
  /** The document that is asked for. */
  readonly within?: Document;
  /** What must be told besides. */
  readonly tells?: Telling;
}

export type Telling = 'speaker' | 'one word' | 'elsewhere' | 'outside';

/** Whether a check tells what it must. */
export function isTold(
  tells: Telling | undefined,
  { claim, elsewhere, outside, verdict, flags, places }: Check,
): boolean {
  if (tells === 'speaker') return claim.speaker !== undefined;
  if (tells === 'one word')
    return wordsOf(claim.words).length === 1 && !flags.includes('altered') && places.given.length === 0;
  // Where much the same stands in the document that is asked for, that is told.
  if (tells === 'elsewhere') return verdict !== 'not-found' || elsewhere !== undefined;
  return tells === undefined || outside !== undefined;
}

/** A sentence of the corpus in words: those of its text, parted by single spaces. */
export interface Sentence {
  readonly words: readonly string[];
  readonly passage: Passage;
  /** Whether it is all that somebody is quoted with, or the unit of a text where nobody is. */
  readonly whole: boolean;
}

export interface Result extends Omit<Made, 'kind' | 'from'> {
  /** What was altered is a sign beside the words, whose letters and digits stand in the corpus: how it reads then, if otherwise. */
  readonly sign?: string;
}

/** Undefined where a sentence does not allow the kind. */
export type Making = (sentence: Sentence, others: Others) => Result | undefined;

export interface Others {
  readonly chance: Chance;
  /** Words of the corpus, as often as they stand there. */
  readonly word: () => string;
  readonly name: () => string;
  readonly sentence: () => Sentence;
  /** Another sentence of the same document, a later one where `later`. */
  readonly beside: (
    sentence: Sentence,
  ) => { readonly sentence: Sentence; readonly later: boolean } | undefined;
}

export const altered = (
  words: readonly string[],
  right: readonly string[] = ['altered'],
  flags: readonly string[] = [],
): Result => ({ text: words.join(' '), right, flags, never: [] });

export const exact = (
  text: string,
  flags: readonly string[] = [],
  never: readonly string[] = [],
): Result => ({
  text,
  right: ['exact'],
  flags,
  never,
});

export const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}$€£%]/gu, '');
export const negation = /^(?:not|never|no|nobody|nothing|neither|nor|cannot|without|none)$|n['’]t$/iu;

/** The place of a word that fits, by chance; the first word is left alone. */
export function place(
  words: readonly string[],
  fits: (word: string, at: number) => boolean,
  chance: Chance,
): number | undefined {
  const all = words.flatMap((word, at) => (at > 0 && fits(word, at) ? [at] : []));
  return all.length > 0 ? chance.of(all) : undefined;
}

/** One word exchanged; the marks around it stay. */
export function replaced(words: readonly string[], at: number, word: string): string[] {
  const old = words[at] ?? '';
  const [, before = '', , behind = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(old) ?? [];
  return words.with(at, `${before}${word}${behind}`);
}
