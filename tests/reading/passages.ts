// Passages as readers get them, made of plain text.
import { sentencesOf } from '../../src/corpus/text/sentences.ts';
import { passageKey } from '../../src/reading/passage-key.ts';
import type { ReadablePassage } from '../../src/reading/reader.ts';

export function readable(text: string, title = 'Talks in the valley'): ReadablePassage {
  return { key: passageKey(title, text), title, text, sentences: sentencesOf(text) };
}

/** As many different short passages. */
export function several(count: number, about = 'bridge'): ReadablePassage[] {
  return Array.from({ length: count }, (_, at) =>
    readable(`Delegation ${at} spoke of the ${about}. It wants ${at + 2} guards there. Nobody agreed.`),
  );
}
