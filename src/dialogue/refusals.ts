// The refusals that the terminal and Discord share: what is said where a citation or a document is not found.

import { UsageError, UserError } from '../common/errors.ts';
import { tooLong, within } from '../common/typed.ts';
import { shown } from '../common/validation.ts';
import { documentsNamed } from '../corpus/citing/document-names.ts';
import type { Document } from '../corpus/document.ts';
import type { Cited, Library } from '../library.ts';
import type { MessageKey } from '../messages/messages.ts';
import { nearNames } from './near-names.ts';

/** More documents than this are not named in a refusal; `/sources` lists them. */
const mostNamed = 8;

function namesOf(documents: readonly Document[]): string {
  const ids = documents.slice(0, mostNamed).map(({ id }) => shown(id));
  return (documents.length > mostNamed ? [...ids, '…'] : ids).join(', ');
}

function noDocument(typed: string, { documents }: Library): UserError {
  const ids = documents.map(({ id }) => id);
  const near = nearNames(typed.replace(/[\s,]*[¶#§]?\s*\d[\d\s–—-]*$/u, ''), ids, { byWord: true });
  if (near.length > 0) {
    const names = near.map((id) => shown(id)).join(', ');
    return new UserError({ key: 'named.near', values: { typed: shown(typed), names } });
  }
  const values = { citation: shown(typed), documents: namesOf(documents) };
  return new UserError({ key: 'citation.none', values });
}

function ambiguous(typed: string, documents: readonly Document[]): UserError {
  const values = { citation: shown(typed), documents: namesOf(documents) };
  return new UserError({ key: 'citation.ambiguous', values });
}

/** Why a citation names no paragraph, and what to write instead. */
export async function citationRefused(
  typed: string,
  cited: Extract<Cited, { found: false }>,
  library: Library,
): Promise<UserError> {
  if (cited.reason === 'out-of-range') {
    const { document, paragraph, paragraphs } = cited;
    const values = {
      document: document.id,
      paragraph: beyond(typed, paragraphs) ?? paragraph,
      count: paragraphs,
    };
    return new UserError({ key: 'citation.outOfRange', values });
  }
  if (cited.reason === 'too-long') return tooLong(typed.length, 'citation');
  if (cited.reason === 'ambiguous') return ambiguous(typed, cited.documents);
  if (cited.reason === 'no-document')
    return (await moreThanCited(typed, library)) ?? noDocument(typed, library);
  return (await withoutParagraph(typed, library)) ?? malformed(typed);
}

function malformed(typed: string): UserError {
  const example = { key: 'example.cite' } as const;
  if (!/[\p{L}\p{N}]/u.test(typed))
    return new UsageError({ key: 'citation.nothingAsked', values: { example } });
  return new UserError({ key: 'citation.malformed', values: { citation: shown(typed), example } });
}

/** Of "5-50" the number that there is not. */
function beyond(typed: string, last: number): number | undefined {
  const number = Number(/(\d{1,15})[\s.)]*$/u.exec(typed)?.[1] ?? 0);
  return number > last ? number : undefined;
}

/** A document without a paragraph is half a citation. */
async function withoutParagraph(typed: string, library: Library): Promise<UserError | undefined> {
  const [document, ...others] = documentsNamed(typed, library.documents);
  if (!document || others.length > 0 || typed.trim() === '') return undefined;
  const { length: last } = await library.passagesOf(document);
  const values = { citation: shown(typed), document: document.id, last };
  return new UserError({ key: 'citation.noParagraph', values });
}

/** A citation with something behind it, such as a style: what of it would be found. */
async function moreThanCited(typed: string, library: Library): Promise<UserError | undefined> {
  const [, begun] = /^(.*?\d)[\s,.;:]+\p{L}[^\d]*$/su.exec(typed) ?? [];
  const cited = begun === undefined ? undefined : await library.cite(begun);
  if (begun === undefined || !cited?.found) return undefined;
  const values = { citation: shown(typed), cited: shown(begun.trim()) };
  return new UserError({ key: 'citation.more', values });
}

/** The document of a name, none where there is no name; refuses a name that no document has, or several. */
export function documentNamed(typed: string | null, library: Library): Document | undefined {
  if (typed === null || typed.trim() === '') return undefined;
  const fits = documentsNamed(within(typed, 'document'), library.documents);
  if (fits.length > 1) throw ambiguous(typed, fits);
  const [document] = fits;
  if (!document) throw noDocument(typed, library);
  return document;
}

/** Refuses what holds not one letter or digit; gives it back otherwise. */
export function somethingAsked(typed: string, key: MessageKey, example: MessageKey): string {
  if (/[\p{L}\p{N}]/u.test(typed)) return typed;
  throw new UsageError({ key, values: { example: { key: example } } });
}
