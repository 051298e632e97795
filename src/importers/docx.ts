// A DOCX becomes blocks. What is needed of the archive is checked, unpacked and written anew; mammoth reads only that.
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import type { Message } from '../messages/messages.ts';
import { dateIn, madeNote } from './dates.ts';
import { type Page, parsePage } from './dom.ts';
import { blocksBelow } from './dom-blocks.ts';
import {
  type Block,
  type Extracted,
  type Found,
  found,
  type Metadata,
  type Refusal,
  refusal,
} from './imported.ts';
import { mostEntries, mostUnpackedBytes } from './limits.ts';
import { language } from './values.ts';
import { archiveOf, entriesOf, unpacked } from './zip.ts';

/** The parts that hold text or say what it is; pictures, fonts and embedded files are left where they are. */
const parts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml(?:\.rels)?)$/u;

type Parts = ReadonlyMap<string, Buffer>;

export async function readDocx(bytes: Buffer): Promise<Extracted | Refusal> {
  const read = partsOf(bytes);
  if ('refused' in read) return read;
  const document = xmlOf(read, 'word/document.xml');
  if (document === '') return refusal('import.refused.broken', { what: 'DOCX' });
  const archive = archiveOf([...read].map(([name, data]) => ({ name, data })));
  const { value } = await mammoth.convertToHtml(
    { buffer: archive },
    {
      styleMap: ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh"],
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  const page = parsePage(`<html><head></head><body>${value}</body></html>`);
  let noteMarks = 0;
  const blocks = page.body
    ? blocksBelow(page.body, {
        skip: (element) => element.localName === 'img',
        noteMark: () => noteMarks++,
      }).map(({ block }) => withoutBackLink(block))
    : [];
  const properties = propertiesOf(read);
  const metadata = metadataOf(properties, page);
  return {
    blocks: blocks.filter(
      (block) => !(block.kind === 'heading' && block.text.trim() === metadata.title?.told.value),
    ),
    metadata,
    ...remarks(read, document, { noteMarks, made: dateIn(properties('created') ?? '') }),
  };
}

/** The parts that are read, each within the limit, or why the file is not taken. */
function partsOf(bytes: Buffer): Parts | Refusal {
  const entries = entriesOf(bytes, mostEntries);
  if (!entries) return refusal('import.refused.broken', { what: 'DOCX' });
  const read = new Map<string, Buffer>();
  let room = mostUnpackedBytes;
  for (const entry of entries.filter(({ name }) => parts.test(name))) {
    if (entry.isEncrypted) return refusal('import.refused.encrypted');
    const data = unpacked(bytes, entry, room);
    if (data === 'tooLarge') return refusal('import.refused.bomb', { most: mostUnpackedBytes / 1024 / 1024 });
    if (!data) return refusal('import.refused.broken', { what: 'DOCX' });
    // Entities are what XML grows huge with, or reads other files by; no word processor writes them.
    if (data.includes('<!DOCTYPE') || data.includes('<!ENTITY')) return refusal('import.refused.entities');
    room -= data.length;
    read.set(entry.name, data);
  }
  return read;
}

function xmlOf(read: Parts, name: string): string {
  return read.get(name)?.toString('utf8') ?? '';
}

/** Mammoth puts an arrow behind each footnote that leads back to its mark. */
function withoutBackLink(block: Block): Block {
  return { ...block, text: block.text.replace(/\s*↑\s*$/u, '') };
}

function countOf(xml: string, pattern: RegExp): number {
  return xml.match(pattern)?.length ?? 0;
}

/** What is not in the text as a reader of the DOCX sees it. */
function remarks(
  read: Parts,
  document: string,
  { noteMarks, made }: { readonly noteMarks: number; readonly made: string | undefined },
): Pick<Extracted, 'notes' | 'warnings'> {
  const notes: Message[] = madeNote(made);
  const count = (key: 'comments' | 'noteMarks' | 'pictures' | 'headers', many: number): void => {
    if (many > 0) notes.push({ key: `import.note.${key}`, values: { count: many } });
  };
  count('noteMarks', noteMarks);
  count('comments', countOf(xmlOf(read, 'word/comments.xml'), /<w:comment\s/gu));
  count('pictures', countOf(document, /<(?:pic:pic|w:pict|w:object)[\s>]/gu));
  const headers = [...read].filter(
    ([name, data]) => /\/(?:header|footer)\d*\.xml$/u.test(name) && hasText(data),
  );
  count('headers', headers.length);
  const inserted = countOf(document, /<w:(?:ins|moveTo)\s/gu);
  const deleted = countOf(document, /<w:(?:del|moveFrom)\s/gu);
  const tracked = inserted + deleted > 0;
  return {
    notes,
    ...(tracked && { warnings: [{ key: 'import.warning.tracked', values: { inserted, deleted } }] }),
  };
}

function hasText(xml: Buffer): boolean {
  return /<w:t[\s>][^<]*\p{L}/u.test(xml.toString('utf8'));
}

type Properties = (name: string) => string | undefined;

/** What the file's core properties say: Dublin Core, whatever prefixes it is written with. */
function propertiesOf(read: Parts): Properties {
  const { document } = parseHTML(xmlOf(read, 'docProps/core.xml').replaceAll(/<(\/?)\w+:/gu, '<$1'));
  const core: Page = document;
  return (name) => {
    const value = core.querySelector(name)?.textContent?.replace(/\s+/gu, ' ').trim();
    return value === '' ? undefined : value;
  };
}

function metadataOf(property: Properties, page: Page): Metadata {
  const heading = page.querySelector('h1.title') ?? onlyFirst(page);
  const shown = heading?.textContent?.replace(/\s+/gu, ' ').trim();
  const fields: Record<string, Found | undefined> = {
    title: shown ? found(shown, 'import.found.heading') : given(property('title')),
    publisher: given(property('publisher')),
    author: given(property('creator')),
    language: given(language(property('language'))),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A heading of the highest level at the top, where there is no other of this level. */
function onlyFirst(page: Page): ReturnType<Page['querySelector']> {
  const [first, second] = page.querySelectorAll('h1');
  const [top] = page.body?.childNodes ?? [];
  return first !== undefined && second === undefined && top === first ? first : null;
}

function given(value: string | undefined): Found | undefined {
  return value === undefined ? undefined : found(value, 'import.found.properties');
}
