// What an import found becomes the front matter of a document: what the file tells as the source's, the rest as inferred
// with its reason, and what whoever adds it says as supplied.

import { cut } from '../../common/cut.ts';
import { type Document, type FrontMatter, frontMatterSchema, type Told } from '../../corpus/document.ts';
import { pagesAfter, writtenPages } from '../../corpus/files/pages.ts';
import { passagesOf } from '../../corpus/passages.ts';
import { fold } from '../../corpus/text/folding.ts';
import { inEnglish } from '../../messages/messages.ts';
import { textOf } from '../characters/tidy.ts';
import type { MetadataField, Taken } from '../imported.ts';

/** What whoever adds a document says of it; it goes before what the file tells. */
export interface Supplied {
  readonly kind?: FrontMatter['kind'];
  readonly language?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
}

/** Front matter for a document. Where no language is known it is `und`, where there is no title the first words are. */
export function frontMatterOf(taken: Taken, id: string, supplied: Supplied = {}): FrontMatter {
  const told = (field: 'title' | 'publisher' | 'published'): Told | undefined => {
    const value = supplied[field];
    if (value === undefined) return taken.metadata[field]?.told;
    return { value, by: 'supplied', because: inEnglish('import.because.supplied') };
  };
  const value = (field: MetadataField): string | undefined => taken.metadata[field]?.told.value;
  const publisher = told('publisher');
  const published = told('published');
  const url = value('url');
  const credit = value('author');
  const pages = taken.pages && writtenPages(taken.pages);
  return {
    id,
    title: told('title') ?? firstWords(taken),
    kind: supplied.kind ?? taken.kind,
    language: supplied.language ?? value('language') ?? 'und',
    status: 'current',
    ...(publisher && { publisher }),
    ...(published && { published }),
    ...(url !== undefined && { url }),
    ...(credit !== undefined && { credit }),
    ...(pages !== undefined && { pages }),
  };
}

/**
 * Front matter for a new version: what was known of the one before stays, unless whoever adds it says otherwise or the new
 * file itself tells it. What is only concluded from the new text takes nothing away.
 */
export function frontMatterAfter(before: Document, taken: Taken, supplied: Supplied = {}): FrontMatter {
  const data = frontMatterOf(taken, before.id, supplied);
  const { url = before.url, credit = before.credit, pages = pagesStill(before, taken) } = data;
  const { retrieved } = before;
  const publisher = toldAfter(before.publisher, data.publisher);
  const published = toldAfter(before.published, data.published);
  // A headline that was concluded may be another one now.
  const isConcluded = before.title === undefined || before.title.by === 'inferred';
  return {
    ...data,
    kind: supplied.kind ?? (taken.id === undefined ? before.kind : taken.kind),
    title: isConcluded ? data.title : (toldAfter(before.title, data.title) ?? data.title),
    language: languageAfter(before, taken, data.language, supplied),
    ...(publisher && { publisher }),
    ...(published && { published }),
    ...(url !== undefined && { url }),
    ...(credit !== undefined && { credit }),
    ...(retrieved !== undefined && { retrieved }),
    ...(pages !== undefined && { pages }),
  };
}

/** A correction that is typed or pasted has no pages, but most paragraphs stand where they stood. */
function pagesStill(before: Document, { paragraphs }: Taken): string | undefined {
  if (before.pages === undefined) return undefined;
  const passages = passagesOf(before, { headings: true });
  return pagesAfter({ pages: before.pages, paragraphs: passages.map(({ text }) => text) }, paragraphs);
}

function toldAfter(old: Told | undefined, told: Told | undefined): Told | undefined {
  if (!old || told?.by === 'supplied') return told;
  return told?.by === 'source' && old.by !== 'supplied' ? told : old;
}

function languageAfter(before: Document, taken: Taken, now: string, supplied: Supplied): string {
  const isTold = supplied.language !== undefined || taken.metadata.language?.told.by === 'source';
  return before.language === 'und' || isTold ? now : before.language;
}

/** The fields of `Supplied` that front matter would not take. */
export function wrongIn(supplied: Supplied): (keyof Supplied)[] {
  const shape = frontMatterSchema.shape;
  const fields = ['kind', 'language', 'title', 'publisher', 'published'] as const;
  return fields.filter(
    (field) => supplied[field] !== undefined && !shape[field].safeParse(supplied[field]).success,
  );
}

/** A list shows so much of a title in one line. */
const longestTitle = 80;

function firstWords({ paragraphs }: Taken): Told {
  const [first = ''] = paragraphs;
  const value = cut(first.replace(/\s+/gu, ' '), longestTitle);
  return { value, by: 'inferred', because: inEnglish('import.because.firstWords') };
}

/**
 * A text whose first line was taken for its title, where a person gives it another one: then the line is a paragraph again,
 * for nothing that the text says is lost.
 */
export function withTitleLine(taken: Taken, { title }: Supplied): Taken {
  const { titleLine: line } = taken;
  if (line === undefined || title === undefined || comparable(line) === comparable(title)) return taken;
  const text = `${textOf([{ kind: 'paragraph', text: line }])}\n\n${taken.text}`;
  const pages = taken.pages && [taken.pages[0], ...taken.pages];
  return { ...taken, text, paragraphs: [line, ...taken.paragraphs], ...(pages && { pages }) };
}

function comparable(title: string): string {
  return fold(title)
    .text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An id that nobody has: with a number behind it where it is taken. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let number = 2; isTaken(id); number++) id = `${wanted}-${number}`;
  return id;
}
