// The sentences of a passage, by Unicode's rules (Intl.Segmenter), mended where an abbreviation is no end.
import type { Span } from '../passages.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What a sentence does not end with, though a full stop follows: titles, initials ("J.", "U.S.") and such.
 * Unicode's own suppression lists are not part of JavaScript's Intl.
 */
const abbreviation =
  /(?:^|[\s(“"'‘])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mrs?|Ms|Dr|Prof|Gen|Lt|Col|Capt|Sgt|Cmdr|Adm|Maj|Sen|Rep|Gov|Pres|Amb|Hon|Rev|St|Mt|Jr|Sr|vs|etc|cf|approx|No|Nos|Art|Arts|para|paras|pp?|Fig|Vol|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.["'”’)]?\s*$/u;

/** What was found last: one text is often asked about several times, for one place in it after the other. */
let last: { readonly text: string; readonly sentences: readonly Span[] } | undefined;

/** The sentences of a text, in order, as exact slices without the white space between them. */
export function sentencesOf(text: string): readonly Span[] {
  if (last?.text !== text) last = { text, sentences: sentencesIn(text) };
  return last.sentences;
}

function sentencesIn(text: string): Span[] {
  const sentences: Span[] = [];
  let start: number | undefined;
  for (const { segment, index } of segmenter.segment(text)) {
    start ??= index;
    if (abbreviation.test(segment) && index + segment.length < text.length) continue;
    push(sentences, text, start, index + segment.length);
    start = undefined;
  }
  if (start !== undefined) push(sentences, text, start, text.length);
  return sentences;
}

function push(sentences: Span[], text: string, start: number, end: number): void {
  const slice = text.slice(start, end);
  const trimmed = slice.trim();
  if (trimmed === '') return;
  const from = start + slice.indexOf(trimmed);
  sentences.push({ start: from, end: from + trimmed.length });
}
