// A version of a server's own document: what a moderator approves, checked, and how it stands in a row.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Document, type FrontMatter, frontMatterSchema, type Told } from '../corpus/document.ts';
import { hashOf, type Passage, passagesOf } from '../corpus/passages.ts';
import type { DocumentRow, VersionRow } from '../store/tables.ts';

/** What is said of a document besides its id and state. */
export type Metadata = Omit<FrontMatter, 'id' | 'status' | 'changed' | 'statements'>;

/** How a text is cut: in `markdown` lines such as `## Security` are headings, in `text` paragraphs like all others. */
export type Format = VersionRow['format'];

/** A text as it is to be stored. */
export interface Draft {
  readonly metadata: Metadata;
  readonly format: Format;
  /** LF line ends, without NUL; never changed afterwards. */
  readonly text: string;
}

/** A server's own document in one version. Commands tell it from a shipped one with `isOwn`. */
export interface OwnDocument extends Document {
  readonly title: Told;
  readonly version: number;
  readonly format: Format;
  /** Why its words were erased; it has none then. Its status is `withdrawn`. */
  readonly erased?: string;
}

export function isOwn(document: Document): document is OwnDocument {
  return 'version' in document;
}

/** Why a draft cannot be stored. */
export type DraftFault = 'no-text' | 'nul' | 'broken-characters' | 'carriage-return' | 'metadata';

/** What would not come back from a database as it went in, or holds nothing to cite. */
export function faultOf({ text, metadata, format }: Draft): DraftFault | undefined {
  if (text.includes('\0')) return 'nul';
  // Half a surrogate pair has no form in UTF-8: another character would stand in its place.
  if (!text.isWellFormed()) return 'broken-characters';
  if (text.includes('\r')) return 'carriage-return';
  if (!metadataSchema.safeParse(written(metadata)).success) return 'metadata';
  const document = { ...metadata, id: 'draft', status: 'current', file: '', text } as const;
  return paragraphsOf(document, format).length === 0 ? 'no-text' : undefined;
}

export function paragraphsOf(document: Document, format: Format): Passage[] {
  return passagesOf(document, { headings: format === 'markdown' });
}

export function passagesOfOwn(document: OwnDocument): Passage[] {
  return paragraphsOf(document, document.format);
}

/** Its paragraph with a content hash. A version from before there was a longest paragraph keeps its citations. */
export function passageWith(document: OwnDocument, paragraph: number, hash: string): Passage | undefined {
  const headings = document.format === 'markdown';
  for (const whole of [false, true]) {
    const passage = passagesOf(document, { headings, whole })[paragraph - 1];
    if (passage && hashOf(passage) === hash) return passage;
  }
  return undefined;
}

/** The content hash of a whole text, in the manner of a passage's. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
}

/** The columns of a version that its draft alone decides. */
export function columnsOf(
  id: string,
  { metadata, format, text }: Draft,
): Pick<VersionRow, 'metadata' | 'format' | 'text' | 'hash' | 'paragraphs' | 'characters'> {
  const document: Document = { ...metadata, id, status: 'current', file: '', text };
  const columns = JSON.stringify(written(metadata));
  return {
    metadata: columns,
    format,
    text,
    hash: textHash(text),
    paragraphs: JSON.stringify(paragraphsOf(document, format).map(hashOf)),
    characters: text.length + columns.length,
  };
}

/** Characters of what is said of a document, as it is stored beside its text. */
export function charactersBeside(metadata: Metadata): number {
  return JSON.stringify(written(metadata)).length;
}

/** Metadata as front matter is written: what `frontMatterSchema` reads back, and what a Markdown file begins with. */
export function written(metadata: Metadata): Record<string, unknown> {
  const { title, publisher, published, ...rest } = metadata;
  return {
    title: writtenTold(title),
    ...(publisher && { publisher: writtenTold(publisher) }),
    ...(published && { published: writtenTold(published) }),
    ...rest,
  };
}

function writtenTold({ value, by, because }: Told): unknown {
  return by === 'source' ? value : { [by]: value, because };
}

const hashes = z.array(z.string());
const metadataSchema = frontMatterSchema.omit({ id: true, status: true, changed: true, statements: true });

/** The content hashes of a version's paragraphs, as they were when it was stored. */
export function hashesOf({ paragraphs }: Pick<VersionRow, 'paragraphs'>): readonly string[] {
  return hashes.parse(JSON.parse(paragraphs));
}

/** What a version's row says of the document; throws where it is not what was written. */
export function metadataOf({ metadata }: Pick<VersionRow, 'metadata'>): Metadata {
  return metadataSchema.parse(JSON.parse(metadata));
}

/** The columns of a version that make a document. */
export type StoredText = Pick<VersionRow, 'document' | 'version' | 'metadata' | 'format' | 'text'>;

/** Where a problem with a document is told to be; it lies in no file. */
export function fileOf(id: string): string {
  return `${id}.md`;
}

/** A version's row as a document in the given state. Throws where the row is not what was written. */
export function documentOf(
  row: StoredText,
  state: DocumentRow['state'],
  { why = '', changedAt }: { readonly why?: string; readonly changedAt?: DocumentRow['changed_at'] } = {},
): OwnDocument {
  return {
    ...metadataOf(row),
    id: row.document,
    status: state === 'erased' ? 'withdrawn' : state,
    ...(state === 'erased' && { erased: why }),
    ...(state !== 'current' && changedAt !== undefined && { changed: dayOf(changedAt) }),
    file: fileOf(row.document),
    text: row.text,
    version: row.version,
    format: row.format,
  };
}

/** The day of a time, in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
