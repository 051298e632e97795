// Who said a part of a passage, in the source's words: the reporting clause of the statement that it belongs to.
import type { Passage, Span } from '../corpus/passages.ts';
import type { Statement } from './statement.ts';

/** The clause of the statement that a part of a passage overlaps, most of all with its words; or else the speaker. */
export function saying(statements: readonly Statement[], passage: Passage, part: Span): string | undefined {
  const place = { start: passage.start + part.start, end: passage.start + part.end };
  const [best] = statements
    .map((statement) => ({ statement, shared: sharedWith(statement, place) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  const { clause, speaker } = best?.statement ?? {};
  const span = clause ?? speaker;
  return span && passage.document.text.slice(span.start, span.end);
}

/** How many characters of a statement, its clause included, lie within a place. */
function sharedWith({ spans, clause }: Statement, place: Span): number {
  const parts = clause ? [...spans, clause] : spans;
  return parts.reduce((sum, span) => sum + overlap(span, place), 0);
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
