// The paragraphs that a citation names as somebody typed it, with their neighbours.
import { fits } from '../../common/typed.ts';
import type { Document } from '../document.ts';
import type { Passage } from '../passages.ts';
import { resolveCitation } from './citations.ts';

/** The paragraphs that a citation names, with their neighbours, or what is wrong with it. */
export type Cited =
  | {
      readonly found: true;
      readonly document: Document;
      readonly passages: readonly Passage[];
      readonly before: Passage | undefined;
      readonly after: Passage | undefined;
    }
  | { readonly found: false; readonly reason: 'malformed' | 'no-document' | 'too-long' }
  | { readonly found: false; readonly reason: 'ambiguous'; readonly documents: readonly Document[] }
  | {
      readonly found: false;
      readonly reason: 'out-of-range';
      readonly document: Document;
      readonly paragraph: number;
      readonly paragraphs: number;
    };

/** What a citation names among these documents. */
export function cite(
  citation: string,
  documents: readonly Document[],
  passagesOf: (document: Document) => readonly Passage[],
): Cited {
  // What is put before a paragraph by ourselves, a document's id, may be as long as its operator likes.
  const whole = documents.find(({ id }) => citation.startsWith(`${id} `))?.id.length ?? 0;
  if (!fits(citation.slice(whole), 'citation')) return { found: false, reason: 'too-long' };
  const resolved = resolveCitation(citation, documents, (document) => passagesOf(document).length);
  if (!resolved.found) {
    if (resolved.reason !== 'out-of-range') return resolved;
    return { ...resolved, paragraphs: passagesOf(resolved.document).length };
  }
  const all = passagesOf(resolved.document);
  return {
    found: true,
    document: resolved.document,
    passages: all.slice(resolved.from - 1, resolved.to),
    before: all[resolved.from - 2],
    after: all[resolved.to],
  };
}
