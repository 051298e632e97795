// The words of a question, those that the sources put together otherwise written as they do: "f16" is "f", "16" where they
// write "F-16".
import type { Written } from '../../corpus/text/written.ts';
import { isNeverMissed } from './contentless.ts';
import type { Language } from './language.ts';
import { termOf } from './stem.ts';
import { type Word, words } from './words.ts';

export function asWritten(
  given: readonly Word[],
  vocabulary: { has(term: string): boolean },
  written: Written | undefined,
  language: Language | undefined,
): Word[] {
  return given.flatMap((word) => {
    const known = isNeverMissed(word.folded, language) || vocabulary.has(termOf(word.folded));
    const ways = known ? [] : (written?.ways(word.text) ?? []);
    const parts = ways.map((way) => words(way)).find(({ length }) => length > 0);
    return parts?.map(({ folded }) => ({ ...word, folded })) ?? [word];
  });
}
