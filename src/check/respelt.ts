// The words of a quotation in the way in which the sources write them: "F16" for "F-16", "Zuerich" for "Zürich".
import { spellings } from '../corpus/folding.ts';
import type { Passage } from '../corpus/passages.ts';
import { solidsOf } from '../corpus/solid.ts';
import { type CheckWord, wordsOf } from './words.ts';

/** Words with a mark inside, or with letters that may be written with two. In other scripts a mark is a letter: a vowel of Hindi. */
const compound =
  /[\p{L}\p{N}\p{M}]*(?:[äöüøåÄÖÜØÅ]|[\u0300-\u036f]|[\p{L}\p{N}][-‐‑./](?=[\p{L}\p{N}]))[\p{L}\p{N}\p{M}./‐‑-]*/gu;
/** Before a consonant the hyphen tells two words apart: who "re-signed" did not resign. */
const telling = /^(?:re-[^aeiou]|un-ion)/iu;

export class Respelling {
  readonly #passages: readonly Passage[];
  readonly #isKnown: (folded: string) => boolean;
  #others: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(passages: readonly Passage[], isKnown: (folded: string) => boolean) {
    this.#passages = passages;
    this.#isKnown = isKnown;
  }

  /** The same words; one that no source has, and that some have otherwise, as these write it. */
  of(words: readonly CheckWord[], text: string): readonly CheckWord[] {
    if (words.every(({ folded }) => this.#isKnown(folded))) return words;
    return words.flatMap((word) => {
      if (this.#isKnown(word.folded)) return [word];
      const ways = spellings(text.slice(word.start, word.end));
      const known = ways.find((way) => this.#isKnown(way));
      if (known !== undefined) return [{ ...word, folded: known }];
      this.#others ??= othersIn(this.#passages);
      const parts = ways.flatMap((way) => [this.#others?.get(way) ?? []]).find(({ length }) => length > 0);
      return parts?.map((folded) => ({ ...word, folded })) ?? [word];
    });
  }
}

/** Letters and digits alone → the words that they are in the sources. */
function othersIn(passages: readonly Passage[]): Map<string, readonly string[]> {
  const others = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  for (const { text } of passages) {
    for (const [found] of text.matchAll(compound)) {
      if (seen.has(found) || telling.test(found)) continue;
      seen.add(found);
      const parts = wordsOf(found).map(({ folded }) => folded);
      for (const { text: letters, before } of solidsOf(found))
        if (!before.subarray(1, -1).includes(2)) others.set(letters, parts);
    }
  }
  return others;
}
