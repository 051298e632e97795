// Whether the source goes on where a quotation begins or ends: within the sentence, or within the quotation marks.
import type { Span } from '../corpus/passages.ts';
import { sentencesOf } from '../corpus/sentences.ts';
import { printed, withoutRestarts } from './printed.ts';
import type { PlacedWord } from './stream.ts';
import { labelOf, wordsOf } from './words.ts';

const said = /[\p{L}\p{N}]/u;

/** `quotation` is the one that the word stands in, in offsets of the document's text. */
export function isCutBefore({ passage, start }: PlacedWord, quotation: Span | undefined): boolean {
  const sentence = sentenceAround(passage.text, start - passage.start);
  const from = Math.max(
    sentence.start + passage.start,
    quotation?.start ?? 0,
    (labelOf(passage.text, passage.document.kind)?.end ?? 0) + passage.start,
  );
  const { text } = passage.document;
  if (!said.test(text.slice(from, start))) return false;
  // What is only begun twice ("We — we are") is not cut off.
  const around = text.slice(from, start + reach);
  const [first] = withoutRestarts(printed(around, wordsOf(around)));
  return first !== undefined && first.start < start - from;
}

/** Behind a word so many characters say whether it is begun again. */
const reach = 100;

export function isCutBehind({ passage, end }: PlacedWord, quotation: Span | undefined): boolean {
  const sentence = sentenceAround(passage.text, end - 1 - passage.start);
  const to = Math.min(sentence.end + passage.start, quotation?.end ?? Number.POSITIVE_INFINITY);
  return said.test(passage.document.text.slice(end, to).replace(/[([][^()[\]]*[)\]]/gu, ''));
}

function sentenceAround(text: string, at: number): Span {
  return sentencesOf(text).find(({ end }) => end > at) ?? { start: 0, end: text.length };
}
