// An operator's annotations over what was extracted: where they speak of some words, they win.

import type { Document } from '../corpus/document.ts';
import { locate } from '../corpus/files/annotations.ts';
import type { NameBook } from '../corpus/names/names.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationsOf } from '../corpus/text/quotations.ts';
import type { Speaker, Statement } from './statement.ts';
import { entryOf } from './who/speakers.ts';

/** The statements of a document with its annotations, in order. Annotations whose words are not in the text count for nothing. */
export function withAnnotations(
  extracted: readonly Statement[],
  document: Document,
  passages: readonly Passage[],
  names: NameBook,
): Statement[] {
  let statements = [...extracted];
  for (const annotation of document.statements ?? []) {
    const located = locate(annotation, passages);
    const passage = passages[annotation.paragraph - 1];
    if (!passage || !('quote' in located)) continue;
    const quote = withMarks(located.quote, passage);
    statements = statements.flatMap((statement) => without(statement, quote, annotation.none === true));
    if (annotation.none) continue;
    const speaker = located.speaker && speakerOf(document, located.speaker, annotation, names);
    statements.push(marked(document, passage, quote, speaker, located.clause));
  }
  return statements.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The quoted words with the marks around them, where nothing but marks is between. */
function withMarks({ start, end }: Span, { text, start: offset }: Passage): Span {
  const bare = (from: number, to: number): boolean =>
    !/[\p{L}\p{N}]/u.test(text.slice(from - offset, to - offset));
  const around = quotationsOf(text)
    .map((span) => ({ start: offset + span.start, end: offset + span.end }))
    .find((span) => span.start <= start && end <= span.end && bare(span.start, start) && bare(end, span.end));
  return around ?? { start, end };
}

function speakerOf(
  { text }: Document,
  span: Span,
  {
    kind = 'named',
    person,
    party,
  }: { kind?: Speaker['kind'] | undefined; person?: string | undefined; party?: string | undefined },
  names: NameBook,
): Speaker {
  const written = text.slice(span.start, span.end);
  const entry = person === undefined && party === undefined ? entryOf(text, span, names) : {};
  return {
    ...span,
    text: written,
    kind,
    ...entry,
    ...(person === undefined ? {} : { person }),
    ...(party === undefined ? {} : { party }),
  };
}

/** What is left of a statement where some of its words are spoken for: nothing, or what no longer counts as quoted. */
function without(statement: Statement, words: Span, isNone: boolean): Statement[] {
  const { document, spans } = statement;
  if (!spans.some((span) => overlaps(span, words))) return [statement];
  // Words of the reporter's inside a reported sentence stay a part of it; they are no quotation any more.
  const inside = spans.some(
    (span) => (words.end - words.start) * 2 < span.end - span.start && overlaps(span, words),
  );
  if (isNone && inside)
    return [{ ...statement, direct: statement.direct === null ? false : statement.direct }];
  const rest = spans.flatMap((span) => parts(span, words, document.text));
  const [first] = rest;
  const last = rest.at(-1);
  return first && last ? [{ ...statement, spans: rest, start: first.start, end: last.end }] : [];
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The parts of a span before and behind some words that hold words themselves. */
function parts(span: Span, words: Span, text: string): Span[] {
  if (!overlaps(span, words)) return [span];
  const sides = [
    { start: span.start, end: Math.max(span.start, words.start) },
    { start: Math.min(span.end, words.end), end: span.end },
  ];
  return sides.flatMap(({ start, end }) => {
    const slice = text.slice(start, end);
    const trimmed = slice.trim();
    if (!/[\p{L}\p{N}]/u.test(trimmed)) return [];
    const from = start + slice.indexOf(trimmed);
    return [{ start: from, end: from + trimmed.length }];
  });
}

function marked(
  document: Document,
  passage: Passage,
  span: Span,
  speaker: Speaker | undefined,
  clause: Span | undefined,
): Statement {
  const quotations = quotationsOf(passage.text).map(({ start, end }) => ({
    start: passage.start + start,
    end: passage.start + end,
  }));
  const whole = quotations.some(({ start, end }) => start <= span.start && span.end <= end);
  const some = quotations.some((quotation) => overlaps(quotation, span));
  return {
    document,
    paragraph: passage.paragraph,
    ...span,
    spans: [span],
    direct: whole ? true : some ? null : false,
    speaker,
    cue: undefined,
    clause,
    medium: undefined,
    hedges: [],
    annotated: true,
  };
}
