// The words of a quotation in the way in which the sources write them: "F16" for "F-16", "Zuerich" for "Zürich".
import { spellings } from '../corpus/folding.ts';
import type { Written } from '../corpus/written.ts';
import { type CheckWord, wordsOf } from './words.ts';

/** Before a consonant the hyphen tells two words apart: who "re-signed" did not resign. */
const telling = /^(?:re-[^aeiou]|un-ion)/iu;

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
      .filter((way) => !telling.test(way))
      .map((way) => wordsOf(way).map(({ folded }) => folded))
      .find((all) => all.length > 0 && all.every(isKnown));
    return parts?.map((folded) => ({ ...word, folded })) ?? [word];
  });
}
