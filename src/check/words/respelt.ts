// The words of a quotation in the way in which the sources write them: "F16" for "F-16", "Zuerich" for "Zürich".
import { spellings } from '../../corpus/text/folding.ts';
import type { Written } from '../../corpus/text/written.ts';
import { type CheckWord, wordsOf } from './words.ts';

/** Before a consonant the hyphen tells two words apart: who "re-signed" did not resign. */
const telling = /^(?:re-[^aeiou]|un-ion)/iu;

/**
 * Words with a mark inside, or with letters that may be written with two. What else is folded for looking up makes other words here:
 * "мои" is not "мой", and "102" no "10²".
 */
const respellable =
  /[äöüøåÄÖÜØÅ]|[\u0300-\u036f]|[\p{L}\p{N}][-‐‑./](?=[\p{L}\p{N}])|\p{N}[\u00a0\u202f\u2009]\p{N}/u;

/** The same words; one that no source has, and that some have otherwise, as these write it. */
export function respelt(
  words: readonly CheckWord[],
  text: string,
  written: () => Written,
  isKnown: (folded: string) => boolean,
): readonly CheckWord[] {
  return words.flatMap((word) => {
    if (isKnown(word.folded)) return [word];
    const typed = text.slice(word.start, word.end);
    const known = spellings(typed).find(isKnown);
    if (known !== undefined) return [{ ...word, folded: known }];
    const parts = written()
      .ways(typed)
      .filter((way) => respellable.test(way) && !telling.test(way))
      .map((way) => wordsOf(way).map(({ folded }) => folded))
      .find((all) => all.length > 0 && all.every(isKnown));
    return parts?.map((folded) => ({ ...word, folded })) ?? [word];
  });
}
