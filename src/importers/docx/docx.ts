// A DOCX becomes blocks. What is needed of the archive is checked and unpacked, its text is written as plain HTML, and read
// as a page is, so that tables and headings come out alike.
import type { Message } from '../../messages/messages.ts';
import { dateIn, madeNote } from '../about/dates.ts';
import { language } from '../about/values.ts';
import { isElement, lineOf, type Page, parsePage } from '../html/dom.ts';
import { blocksBelow } from '../html/dom-blocks.ts';
import { type Extracted, type Found, found, type Metadata, type Refusal, refusal } from '../imported.ts';
import { Notes } from './docx-notes.ts';
import { Numbers } from './docx-numbers.ts';
import { type Parts, partsOf } from './docx-parts.ts';
import type { LeftOut } from './docx-runs.ts';
import { Styles } from './docx-styles.ts';
import { type Shared, Text } from './docx-text.ts';
import { readXml, textOf } from './xml.ts';

export async function readDocx(bytes: Buffer): Promise<Extracted | Refusal> {
  const parts = partsOf(bytes);
  if ('refused' in parts) return parts;
  const text = shownIn(parts);
  if (!text) return refusal('import.refused.broken', { what: 'DOCX' });
  const page = parsePage(`<html><head></head><body>${text.html}</body></html>`);
  const blocks = page.body
    ? blocksBelow(page.body, { skip: () => false, noteMark: () => undefined }).map(({ block }) => block)
    : [];
  const properties = propertiesOf(parts);
  const titles = titlesIn(page);
  const metadata = metadataOf(properties, titles);
  return {
    blocks: blocks.filter(
      (block) => !(block.kind === 'heading' && titles.includes(block.text.replace(/\s+/gu, ' ').trim())),
    ),
    metadata,
    ...remarks(parts, text, dateIn(properties('created') ?? '')),
  };
}

/** How letters and paragraphs look, as far as it says nothing of their words: most of what a long file holds. */
const layout = new Set(
  (
    'w:sz w:szCs w:color w:b w:bCs w:i w:iCs w:u w:spacing w:ind w:jc w:kern w:highlight w:shd w:tabs w:keepNext w:keepLines ' +
    'w:widowControl w:contextualSpacing w:position w:w w:noProof w:tcW w:tcBorders w:tblBorders w:tblGrid w:vAlign w:pBdr ' +
    'w:proofErr w:bookmarkStart w:bookmarkEnd w:lastRenderedPageBreak'
  ).split(' '),
);

interface Shown {
  readonly html: string;
  readonly left: LeftOut;
  readonly inserted: number;
  readonly deleted: number;
}

/** The text as it is shown; undefined where the document has no body. */
function shownIn(parts: Parts): Shown | undefined {
  const first = readOnce(parts, new Set());
  // A field that never ends would hide all behind it: it is read once more as if it had not begun.
  return first && first.unended.length > 0 ? readOnce(parts, new Set(first.unended)) : first;
}

function readOnce(
  parts: Parts,
  broken: ReadonlySet<string>,
): (Shown & { readonly unended: readonly string[] }) | undefined {
  const styles = new Styles(parts.styles);
  const shared: Shared = {
    styles,
    numbers: new Numbers(parts.numbering, (id) => styles.listOf(id)),
    notes: new Notes(parts),
    left: { hidden: 0, struck: 0, pictures: 0, numbers: 0, noteMarks: 0, mergedTables: 0 },
    broken,
    unended: [],
  };
  const text = new Text(shared, 'body');
  const counts = { body: 0, inserted: 0, deleted: 0 };
  readXml(parts.document, {
    within: 'w:body',
    without: layout,
    each: (element) => text.read([element]),
    opened: (name) => {
      if (name === 'w:body') counts.body += 1;
      else if (name === 'w:ins' || name === 'w:moveTo') counts.inserted += 1;
      else if (name === 'w:del' || name === 'w:moveFrom') counts.deleted += 1;
    },
  });
  const { body, inserted, deleted } = counts;
  const html = text.end();
  return body === 0 ? undefined : { html, left: shared.left, inserted, deleted, unended: shared.unended };
}

/** What is not in the text as a reader of the DOCX sees it. */
function remarks(
  parts: Parts,
  { left, inserted, deleted }: Shown,
  made: string | undefined,
): Pick<Extracted, 'notes' | 'warnings'> {
  const notes: Message[] = madeNote(made);
  const warnings: Message[] = [];
  const note = (key: 'comments' | 'noteMarks' | 'pictures' | 'headers', count: number): void => {
    if (count > 0) notes.push({ key: `import.note.${key}`, values: { count } });
  };
  note('noteMarks', left.noteMarks);
  note('comments', parts.comments ? countOf(parts.comments, 'w:comment') : 0);
  note('pictures', left.pictures);
  note('headers', parts.headers.filter(hasText).length);
  for (const key of ['hidden', 'struck', 'numbers'] as const) {
    if (left[key] > 0) warnings.push({ key: `import.warning.${key}`, values: { count: left[key] } });
  }
  if (left.mergedTables > 0)
    warnings.push({ key: 'import.warning.mergedTables', values: { count: left.mergedTables } });
  if (inserted + deleted > 0) {
    warnings.push({ key: 'import.warning.tracked', values: { inserted, deleted } });
  }
  return { notes, ...(warnings.length > 0 && { warnings }) };
}

function countOf(part: Buffer, wanted: string): number {
  let count = 0;
  readXml(part, { each: ({ name }) => (count += name === wanted ? 1 : 0) });
  return count;
}

function hasText(part: Buffer): boolean {
  let text = '';
  readXml(part, { each: (element) => (text += textOf(element)) });
  return /\p{L}/u.test(text);
}

type Properties = (name: string) => string | undefined;

/** What the file's core properties say: Dublin Core. */
function propertiesOf({ core }: Parts): Properties {
  const values = new Map<string, string>();
  if (core) {
    readXml(core, {
      each: (element) => values.set(element.name, textOf(element).replace(/\s+/gu, ' ').trim()),
    });
  }
  return (name) => values.get(name) || undefined;
}

function metadataOf(property: Properties, titles: readonly string[]): Metadata {
  const shown = titles.join(' ');
  const fields: Record<string, Found | undefined> = {
    title: shown ? found(shown, 'import.found.heading') : given(property('title')),
    publisher: given(property('publisher')),
    author: given(property('creator')),
    language: given(language(property('language'))),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A longer one is read by nobody in one piece. */
const longestTitle = 300;

/** The title that is shown: the first paragraph that has the style of one, and those that go on with it. */
function titlesIn(page: Page): readonly string[] {
  const first = page.querySelector('h1.title');
  if (!first) return [lineOf(onlyFirst(page))].filter((line) => line !== '');
  const beside = [...(first.parentElement?.childNodes ?? [])].filter(isElement);
  const from = beside.slice(beside.indexOf(first));
  const end = from.findIndex((each) => each.getAttribute('class') !== 'title');
  const lines = from.slice(0, end < 0 ? undefined : end).map(lineOf);
  return lines.join(' ').length <= longestTitle ? lines : lines.slice(0, 1);
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
