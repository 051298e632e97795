// The refusals that the terminal and Discord share: what is said where a citation or a document is not found.
import { documentsNamed } from './corpus/citations.ts';
import type { Document } from './corpus/document.ts';
import { UsageError, UserError } from './errors.ts';
import type { Cited, Library } from './library.ts';
import type { MessageKey } from './messages/messages.ts';
import { tooLong, within } from './typed.ts';
import { shown } from './validation.ts';

/** More documents than this are not named in a refusal; `/sources` lists them. */
const mostNamed = 8;

function namesOf(documents: readonly Document[]): string {
  const ids = documents.slice(0, mostNamed).map(({ id }) => shown(id));
  return (documents.length > mostNamed ? [...ids, '…'] : ids).join(', ');
}

function noDocument(typed: string, documents: readonly Document[]): UserError {
  const values = { citation: shown(typed), documents: namesOf(documents) };
  return new UserError({ key: 'citation.none', values });
}

function ambiguous(typed: string, documents: readonly Document[]): UserError {
  const values = { citation: shown(typed), documents: namesOf(documents) };
  return new UserError({ key: 'citation.ambiguous', values });
}

/** Why a citation names no paragraph, and what to write instead. */
export function citationRefused(
  typed: string,
  cited: Extract<Cited, { found: false }>,
  library: Library,
): UserError {
  if (cited.reason === 'out-of-range') {
    const { document, paragraph, paragraphs } = cited;
    const values = { document: document.id, paragraph, count: paragraphs };
    return new UserError({ key: 'citation.outOfRange', values });
  }
  if (cited.reason === 'too-long') return tooLong(typed.length, 'citation');
  if (cited.reason === 'ambiguous') return ambiguous(typed, cited.documents);
  if (cited.reason === 'no-document') return noDocument(typed, library.documents);
  const values = { citation: shown(typed), example: { key: 'example.cite' as const } };
  return new UserError({ key: 'citation.malformed', values });
}

/** The document of a name, none where there is no name; refuses a name that no document has, or several. */
export function documentNamed(typed: string | null, library: Library): Document | undefined {
  if (typed === null || typed.trim() === '') return undefined;
  const fits = documentsNamed(within(typed, 'document'), library.documents);
  if (fits.length > 1) throw ambiguous(typed, fits);
  const [document] = fits;
  if (!document) throw noDocument(typed, library.documents);
  return document;
}

/** Refuses what holds not one letter or digit; gives it back otherwise. */
export function somethingAsked(typed: string, key: MessageKey, example: MessageKey): string {
  if (/[\p{L}\p{N}]/u.test(typed)) return typed;
  throw new UsageError({ key, values: { example: { key: example } } });
}
