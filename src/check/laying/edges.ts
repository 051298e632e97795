// Whether the source goes on where a quotation begins or ends. What somebody is quoted with is as long as the quotation
// marks say: a run of its words that leaves out the first or the last is cut. Elsewhere (the talk of a transcript, a
// treaty, a reporter's own words) nobody says how much belongs together but the sentence: whole sentences are not cut.
import { wordsFrom } from '../../corpus/labels/labels.ts';
import type { Span } from '../../corpus/passages.ts';
import { sentencesOf } from '../../corpus/text/sentences.ts';
import { firstBehind } from '../../corpus/text/spans.ts';
import { printed, withoutRestarts } from '../words/printed.ts';
import type { PlacedWord } from '../words/stream.ts';
import { wordsOf } from '../words/words.ts';

/** `quotation` is the one that the word stands in, marks included, in offsets of the document's text; undefined where none. */
export function isCutBefore(word: PlacedWord, quotation: Span | undefined): boolean {
  const { start, passage } = word;
  const { text } = passage.document;
  const from = quotation?.start ?? sentenceAround(word).start;
  if (wordsOf(text.slice(from, start)).length === 0) return false;
  // What is only begun twice ("We — we are") is not cut off.
  const around = text.slice(from, start + reach);
  const [first] = withoutRestarts(printed(around, wordsOf(around)));
  return first !== undefined && first.start < start - from;
}

/** Behind a word so many characters say whether it is begun again. */
const reach = 100;

/** What is put in brackets goes on with nothing. */
const aside = /[([][^()[\]]*[)\]]/gu;

export function isCutBehind(word: PlacedWord, quotation: Span | undefined): boolean {
  const to = quotation?.end ?? sentenceAround(word).end;
  return wordsOf(word.passage.document.text.slice(word.end, to).replace(aside, '')).length > 0;
}

/** What the source has in one go around a word: its sentence, and of that what its quotation holds, marks left out. */
export function regionOf(word: PlacedWord, quotation: Span | undefined): Span {
  const { start, end } = sentenceAround(word);
  if (!quotation) return { start, end };
  return { start: Math.max(start, quotation.start), end: Math.min(end, quotation.end - 1) };
}

/** In offsets of the document's text, without the label of who speaks. */
function sentenceAround({ passage, start }: PlacedWord): Span {
  const { text } = passage;
  const at = start - passage.start;
  const sentences = sentencesOf(text);
  const { start: from, end } = sentences[firstBehind(sentences, at)] ?? { start: 0, end: text.length };
  return { start: passage.start + Math.max(from, wordsFrom(passage)), end: passage.start + end };
}
