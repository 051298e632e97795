// A quotation as it was given: its words, their numbers in the stream, and where an ellipsis stands.
import type { Stream } from './stream.ts';
import type { CheckWord } from './words.ts';

/** Words of a quotation, and their text. */
export interface Given {
  readonly text: string;
  readonly words: readonly CheckWord[];
  readonly numbers: Uint32Array;
  /** The words behind which an ellipsis stands. */
  readonly ellipses: ReadonlySet<number>;
}

const ellipsis = /…|\.\s?\.\s?\./u;

export function givenOf(text: string, words: readonly CheckWord[], stream: Stream): Given {
  const ellipses = new Set<number>();
  words.forEach(({ end }, index) => {
    const next = words[index + 1];
    if (next && ellipsis.test(text.slice(end, next.start))) ellipses.add(index);
  });
  return { text, words, ellipses, numbers: Uint32Array.from(words, ({ folded }) => stream.numberOf(folded)) };
}

/** Whether an ellipsis stands somewhere between two words. */
export function ellipsisBetween(from: number, to: number, { ellipses }: Given): boolean {
  for (let word = from; word < to; word += 1) if (ellipses.has(word)) return true;
  return false;
}
