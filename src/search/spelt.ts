// How the sources write their words: what stands in none of them is told of none that stands there in another way of writing.
import type { Passage } from '../corpus/passages.ts';
import { solidsOf, solidWords } from '../corpus/solid.ts';
import type { Steps } from '../steps.ts';
import { isNeverMissed } from './contentless.ts';
import type { Language } from './language.ts';
import { termOf } from './stem.ts';
import { type Word, words } from './words.ts';

export interface Spelt {
  /** Whether each word of a text stands somewhere in the sources, however it is put together there. */
  stands(typed: string): boolean;
  /** The folded words for which a word stands that the sources write otherwise: "f16" is "f", "16" where they write "F-16". */
  written(word: Word): readonly string[] | undefined;
}

/** Words with a mark inside, numbers in groups of three, or letters that may be written with two. */
const compound =
  /\p{N}{1,3}(?:[\u00a0\u202f\u2009]\p{N}{3})+|[\p{L}\p{N}\p{M}]+(?:[-‐‑.,'’ʼ/][\p{L}\p{N}\p{M}]+)*/gu;
const plain = /^[a-z0-9]+$/;

/** Reads the words of passages, of their headings and titles, a passage a step. */
export function* speltSteps(passages: readonly Passage[]): Steps<Spelt> {
  const solid = new Set<string>();
  const others = new Map<string, readonly string[]>();
  // A word that comes again has been read before.
  const seen = new Set<string>();
  const take = (text: string): void => {
    for (const [found] of text.matchAll(compound)) {
      if (seen.has(found)) continue;
      seen.add(found);
      const lower = found.toLowerCase();
      if (plain.test(lower)) solid.add(lower);
      else read(found, solid, others);
    }
  };
  for (const { text, headings, document } of passages) {
    take(text);
    for (const heading of headings) take(heading);
    if (document.title) take(document.title.value);
    yield;
  }
  return {
    stands: (typed) => (typed.match(compound) ?? []).every((word) => standsIn(solid, word)),
    written: (word) =>
      solidsOf(word.text)
        .flatMap(({ text }) =>
          others.has(text) ? [others.get(text) ?? []] : solid.has(text) ? [[text]] : [],
        )
        .find((parts) => parts.length > 0),
  };
}

/** The same of several lists of passages. */
export function speltIn(lists: readonly Spelt[]): Spelt {
  return {
    stands: (typed) =>
      (typed.match(compound) ?? []).every((word) => lists.some((spelt) => spelt.stands(word))),
    written: (word) => lists.map((spelt) => spelt.written(word)).find((parts) => parts !== undefined),
  };
}

function read(found: string, solid: Set<string>, others: Map<string, readonly string[]>): void {
  for (const word of solidWords(found)) solid.add(word);
  const parts = words(found).map(({ folded }) => folded);
  for (const { text: letters } of solidsOf(found)) {
    solid.add(letters);
    if (parts.length !== 1 || parts[0] !== letters) others.set(letters, parts);
  }
}

/** The word as it is written, or without a genitive, or each of its parts. */
function standsIn(solid: ReadonlySet<string>, word: string): boolean {
  const bare = word.replace(/['’]s?$/u, '');
  return [word, bare].some((one) => solidsOf(one).some(({ text }) => solid.has(text)));
}

/** The words of a question, those that the sources put together otherwise written as they do. */
export function asWritten(
  given: readonly Word[],
  vocabulary: { has(term: string): boolean },
  spelt: Spelt | undefined,
  language: Language | undefined,
): Word[] {
  return given.flatMap((word) => {
    const known = isNeverMissed(word.folded, language) || vocabulary.has(termOf(word.folded));
    const others = known ? undefined : spelt?.written(word);
    return others?.map((folded) => ({ ...word, folded })) ?? [word];
  });
}
