// What is offered while somebody types: quotations, citations, documents. Best first; at most `mostSuggestions`.
import { documentNamed } from '../corpus/citations.ts';
import type { Document } from '../corpus/document.ts';
import { fold } from '../corpus/folding.ts';
import { labelOf, type Passage } from '../corpus/passages.ts';
import { quotationsOf } from '../corpus/quotations.ts';
import type { QuoteMatch } from './find-quote.ts';

/** Discord shows 25 choices; nobody reads more. */
export const mostSuggestions = 25;

/** All quotations of the passages that open with a mark, for when nothing is typed yet; longer ones tell more. */
export function firstQuotations(passages: readonly Passage[]): QuoteMatch[] {
  return passages
    .flatMap((passage) =>
      quotationsOf(passage.text).map((span) => ({ passage, words: span, whole: span, quoted: true })),
    )
    .slice(0, mostSuggestions);
}

/** Passages whose label, document or words hold what is typed: "eur 5", "european-leaders", "borders". */
export function passagesLike(typed: string, passages: readonly Passage[]): Passage[] {
  const [, name = '', number] = /^(.*?)[\s¶#]*(\d+)?\s*$/su.exec(fold(typed).text) ?? [];
  const document = documentNamed(name, [...new Set(passages.map((passage) => passage.document))]);
  const begins = (passage: Passage): boolean =>
    number === undefined || String(passage.paragraph).startsWith(number);
  const named = passages.filter(
    (passage) => (name.trim() === '' || passage.document === document) && begins(passage),
  );
  if (named.length > 0) return named.slice(0, mostSuggestions);
  const words = fold(typed.trim()).text;
  return passages
    .filter((passage) => fold(`${labelOf(passage)} ${passage.text}`).text.includes(words))
    .slice(0, mostSuggestions);
}

/** Documents whose id or title holds what is typed; those that begin with it first. */
export function documentsLike(typed: string, documents: readonly Document[]): Document[] {
  const wanted = fold(typed.trim()).text;
  const named = documents.map((document) => ({
    document,
    at: fold(`${document.id} ${document.title?.value ?? ''}`).text.indexOf(wanted),
  }));
  return named
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0))
    .map(({ document }) => document)
    .slice(0, mostSuggestions);
}
