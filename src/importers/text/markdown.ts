// Markdown becomes blocks: its front matter is honoured, ours whole, that of other programs as far as it says the same.
import { z } from 'zod';
import { shown } from '../../common/validation.ts';
import { frontMatterSchema, kinds, type Told } from '../../corpus/document.ts';
import { readDocument } from '../../corpus/files/front-matter.ts';
import { pageIn } from '../../corpus/files/pages.ts';
import { parseYaml } from '../../corpus/files/yaml.ts';
import { type Heading, headingIn } from '../../corpus/passages.ts';
import { piecesOf } from '../../corpus/text/long-paragraphs.ts';
import type { Message } from '../../messages/messages.ts';
import { dateIn } from '../about/dates.ts';
import { address, language } from '../about/values.ts';
import type { Decoded } from '../characters/encodings.ts';
import { tidyLine, withLineFeeds } from '../characters/tidy.ts';
import {
  type Block,
  type Extracted,
  type Found,
  found,
  type Metadata,
  type MetadataField,
} from '../imported.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { encodingNote } from './plain-text.ts';

const frontMatter = /^\ufeff?---[ \t]*\n(?<front>[\s\S]*?)\n---[ \t]*(?:\n|$)/u;

/** The first line opens front matter and the second is a field of it. */
const openFrontMatter = /^---[ \t]*\n[\w-]+:(?:\s|$)/u;

/** Whether a text begins with front matter, which makes it Markdown whatever its name. */
export function hasFrontMatter(text: string): boolean {
  return frontMatter.test(withLineFeeds(text.slice(0, 20_000)));
}

export function readMarkdown(decoded: Decoded, name: string): Extracted {
  const source = withLineFeeds(decoded.text).replace(/^\ufeff/u, '');
  const notes = encodingNote(decoded);
  const ours = readDocument(source, name);
  if (!Array.isArray(ours)) {
    const { id, kind, title, publisher, published, url, credit } = ours;
    const metadata: Metadata = {
      ...known('title', title),
      ...known('publisher', publisher),
      ...known('published', published),
      ...(url !== undefined && { url: found(url, where) }),
      ...(credit !== undefined && { author: found(credit, where) }),
      language: found(ours.language, where),
    };
    return { blocks: onPages(blocksIn(ours.text), ours.pages), metadata, notes, kind, id };
  }
  const front = frontMatter.exec(source);
  if (front) {
    const { metadata, ...others } = foreign(front.groups?.['front'] ?? '', name);
    const body = markdownBlocks(source.slice(front[0].length));
    const warnings = [...(others.warnings ?? []), ...body.warnings];
    return { ...withTitle(body.blocks, metadata, [...notes, ...body.notes]), ...others, warnings };
  }
  const open: Message[] = openFrontMatter.test(source) ? [{ key: 'import.warning.frontMatterOpen' }] : [];
  const body = markdownBlocks(source);
  return { ...withTitle(body.blocks, {}, [...notes, ...body.notes]), warnings: [...open, ...body.warnings] };
}

const where = 'import.found.frontMatter';

function known(field: 'title' | 'publisher' | 'published', told: Told | undefined): Metadata {
  return told ? { [field]: { told, where } satisfies Found } : {};
}

/** The first heading of the highest level at the top is the title, unless the front matter gives one. */
function withTitle(blocks: readonly Block[], metadata: Metadata, notes: Extracted['notes']): Extracted {
  const [first, ...others] = blocks;
  if (first?.kind !== 'heading' || first.level !== 1) return { blocks, metadata, notes };
  const title = metadata.title ?? found(first.text, 'import.found.heading');
  const isTitle = title.told.value === first.text;
  return { blocks: isTitle ? others : blocks, metadata: { ...metadata, title }, notes };
}

/** A document of a corpus: paragraphs are parted by blank lines and kept letter by letter, whatever marks stand in them. */
function blocksIn(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const close = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', text: lines.join('\n') });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const marked = markedHeading(line);
    const underlined = lines.length === 1 && /^(?:={3,}|-{3,})\s*$/u.exec(line.trim());
    if (marked) {
      close();
      blocks.push({ kind: 'heading', ...marked });
    } else if (underlined) {
      blocks.push({ kind: 'heading', level: underlined[0].startsWith('=') ? 1 : 2, text: lines[0] ?? '' });
      lines = [];
    } else if (line.trim() === '') close();
    else lines.push(line);
  }
  close();
  return blocks;
}

/** With the pages that the front matter tells; a paragraph that is too long counts as several. */
function onPages(blocks: readonly Block[], pages: string | undefined): readonly Block[] {
  if (pages === undefined) return blocks;
  let paragraph = 0;
  return blocks.map((block) => {
    if (block.kind === 'heading') return block;
    paragraph += 1;
    const page = pageIn(pages, paragraph);
    paragraph += piecesOf(block.text).length - 1;
    return { ...block, ...(page !== undefined && { page }) };
  });
}

function markedHeading(line: string): Heading | undefined {
  const heading = /^\s{0,3}#/u.test(line) ? headingIn(line.trim()) : undefined;
  return heading?.text === '' ? undefined : heading;
}

/** What site generators call the same things, and how a value is made such as front matter takes it. */
const foreignFields = {
  title: { names: ['title'], read: tidyLine },
  publisher: { names: ['publisher'], read: tidyLine },
  author: { names: ['author', 'credit'], read: tidyLine },
  published: { names: ['published', 'date'], read: dateIn },
  url: { names: ['url', 'source'], read: address },
  language: { names: ['language', 'lang'], read: language },
} as const satisfies Record<MetadataField, object>;

const knownNames: ReadonlySet<string> = new Set([
  ...Object.keys(frontMatterSchema.shape),
  ...Object.values(foreignFields).flatMap(({ names }) => names),
]);

/** What other front matter says that ours would too, and a warning for what of it is not taken. */
function foreign(front: string, name: string): Pick<Extracted, 'metadata' | 'warnings' | 'kind'> {
  const yaml = parseYaml(front, name, 2, 'area.frontMatter');
  const fields = 'message' in yaml ? undefined : fieldsSchema.safeParse(yaml.data).data;
  if (!fields) return { metadata: {}, warnings: [{ key: 'import.warning.frontMatterUnread' }] };
  const taken = new Set<string>();
  const metadata: Record<string, Found> = {};
  for (const [field, { names, read }] of Object.entries(foreignFields)) {
    for (const each of names) {
      const given = fields[each];
      const value = typeof given === 'string' ? tidyLine(read(given) ?? '') : '';
      if (value === '' || field in metadata) continue;
      metadata[field] = found(value, where);
      taken.add(each);
    }
  }
  const kind = kinds.find((each) => each === fields['kind']);
  if (kind) taken.add('kind');
  return { metadata, warnings: notTaken(fields, taken), ...(kind && { kind }) };
}

const fieldsSchema = z.record(z.string(), z.unknown());

/** One warning for each field that is known and was not taken; those that mean nothing here are named together. */
function notTaken(fields: Readonly<Record<string, unknown>>, taken: ReadonlySet<string>): Message[] {
  const left = Object.entries(fields).filter(([field]) => !taken.has(field));
  const unknown = left.flatMap(([field]) => (knownNames.has(field) ? [] : [field]));
  const warnings = left.flatMap(([field, value]): Message[] =>
    knownNames.has(field)
      ? [{ key: 'import.warning.frontMatterValue', values: { field, value: shown(value) } }]
      : [],
  );
  if (unknown.length === 0) return warnings;
  const values = { fields: shown(unknown.join(', ')) };
  return [...warnings, { key: 'import.warning.frontMatterUnknown', values }];
}
