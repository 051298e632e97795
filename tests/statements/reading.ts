// Reads statements from a text that a test writes down, and shows them in a form that is easy to compare.
import type { Document } from '../../src/corpus/document.ts';
import { type Dossier, emptyDossier } from '../../src/corpus/dossier.ts';
import { openNames } from '../../src/corpus/names/names.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { statementsOf } from '../../src/statements/extract.ts';
import type { Statement } from '../../src/statements/statement.ts';

export function documentOf(text: string, more: Partial<Document> = {}): Document {
  return {
    id: 'a',
    title: undefined,
    kind: 'news',
    language: 'en',
    status: 'current',
    file: 'a',
    ...more,
    text,
  };
}

/** The statements of a text; `more` are fields of its document, such as its kind. */
export function statementsIn(
  text: string,
  more: Partial<Document> = {},
  dossier: Dossier = emptyDossier,
): Statement[] {
  const document = documentOf(text, more);
  return statementsOf(document, passagesOf(document, { headings: false }), openNames(dossier));
}

/** `Meloni: “…” + “…”`, the speaker as written, or `?` where nobody is named. */
export function shown({ document, spans, speaker }: Statement): string {
  const words = spans.map(({ start, end }) => document.text.slice(start, end)).join(' + ');
  return `${speaker?.text ?? '?'}: ${words}`;
}

export function part(
  { document }: Statement,
  span: { start: number; end: number } | undefined,
): string | undefined {
  return span && document.text.slice(span.start, span.end);
}
