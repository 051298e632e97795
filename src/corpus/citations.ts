// A citation as somebody types it becomes paragraphs: "european-leaders ¶5", "european leaders 5-7", "¶5".
import type { Document } from './document.ts';
import { fold } from './folding.ts';

/** A citation resolved, or what is wrong with it. */
export type Resolved =
  | { readonly found: true; readonly document: Document; readonly from: number; readonly to: number }
  | { readonly found: false; readonly reason: 'malformed' | 'no-document' }
  | {
      readonly found: false;
      readonly reason: 'out-of-range';
      readonly document: Document;
      readonly paragraph: number;
    };

/** A name, then perhaps "¶", "#", "§" or "para.", then a number or a range with any dash or "to". */
const citationPattern =
  /^(?<name>.*?)[\s,;:.(-]*(?:(?:¶+|#|§+|\bpar(?:agraph|a)?s?\b\.?|\bpp?\b\.?)[\s.]*)?(?<from>\d{1,6})(?:\s*(?:-+|\.\.+|\bto\b)\s*¶?\s*(?<to>\d{1,6}))?[\s.)]*$/u;

/** Resolves a citation against documents. `paragraphs` gives how many a document has. */
export function resolveCitation(
  typed: string,
  documents: readonly Document[],
  paragraphs: (document: Document) => number,
): Resolved {
  const folded = fold(typed.trim()).text;
  const parts = citationPattern.exec(folded)?.groups;
  // A document's own name may end with a number ("minutes-2025"), which is then no paragraph.
  const whole = named(slug(folded), documents);
  if (!parts || whole)
    return { found: false, reason: whole || slug(folded) === '' ? 'malformed' : 'no-document' };
  const numbers = [Number(parts['from']), Number(parts['to'] ?? parts['from'])];
  const from = Math.min(...numbers);
  const to = Math.max(...numbers);
  const document = documentNamed(parts['name'] ?? '', documents);
  if (!document) return { found: false, reason: 'no-document' };
  const last = paragraphs(document);
  const outside = from < 1 ? from : to > last ? Math.max(from, last + 1) : undefined;
  if (outside !== undefined) return { found: false, reason: 'out-of-range', document, paragraph: outside };
  return { found: true, document, from, to };
}

/** The document of an id or a title, or of the beginning of one if no other begins so. None at all: the only one. */
export function documentNamed(typed: string, documents: readonly Document[]): Document | undefined {
  const name = slug(typed);
  if (name === '') return documents.length === 1 ? documents[0] : undefined;
  const exact = named(name, documents);
  if (exact) return exact;
  const beginning = documents.filter((document) => namesOf(document).some((other) => other.startsWith(name)));
  return beginning.length === 1 ? beginning[0] : undefined;
}

function named(name: string, documents: readonly Document[]): Document | undefined {
  return documents.find((document) => namesOf(document).includes(name));
}

function namesOf(document: Document): string[] {
  return [slug(document.id), slug(document.title?.value ?? '')];
}

/** Letters and digits with single hyphens, folded: "European Leaders" is `european-leaders`. */
function slug(text: string): string {
  return (fold(text).text.match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}
