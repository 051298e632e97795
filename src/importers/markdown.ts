// Markdown becomes blocks: its front matter is honoured, ours whole, that of other programs as far as it says the same.
import { z } from 'zod';
import type { Told } from '../corpus/document.ts';
import { readDocument } from '../corpus/front-matter.ts';
import { parseYaml } from '../corpus/yaml.ts';
import { dateIn } from './dates.ts';
import type { Decoded } from './encodings.ts';
import { type Block, type Extracted, type Found, found, type Metadata } from './imported.ts';
import { encodingNote } from './plain-text.ts';
import { tidyLine, withLineFeeds } from './tidy.ts';
import { address, language } from './values.ts';

const frontMatter = /^\ufeff?---[ \t]*\n(?<front>[\s\S]*?)\n---[ \t]*(?:\n|$)/u;

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
    return { blocks: blocksIn(ours.text), metadata, notes, kind, id };
  }
  const front = frontMatter.exec(source);
  const blocks = blocksIn(front ? source.slice(front[0].length) : source);
  return withTitle(blocks, front ? foreign(front.groups?.['front'] ?? '', name) : {}, notes);
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

/** Paragraphs are parted by blank lines and kept as they are; headings are those with `#` and those underlined. */
export function blocksIn(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const close = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', text: lines.join('\n') });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const marked = /^\s{0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*\s*$/u.exec(line);
    const underlined = lines.length === 1 && /^(?:={3,}|-{3,})\s*$/u.exec(line.trim());
    if (marked?.[2]) {
      close();
      blocks.push({ kind: 'heading', level: marked[1]?.length ?? 1, text: marked[2] });
    } else if (underlined) {
      blocks.push({ kind: 'heading', level: underlined[0].startsWith('=') ? 1 : 2, text: lines[0] ?? '' });
      lines = [];
    } else if (line.trim() === '') close();
    else lines.push(line);
  }
  close();
  return blocks;
}

/** What site generators call the same things. A value that is no text says nothing here. */
const foreignSchema = z.object({
  title: z.string().optional().catch(undefined),
  publisher: z.string().optional().catch(undefined),
  author: z.string().optional().catch(undefined),
  date: z.string().optional().catch(undefined),
  published: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  source: z.string().optional().catch(undefined),
  lang: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
});

function foreign(front: string, name: string): Metadata {
  const yaml = parseYaml(front, name, 2, 'area.frontMatter');
  const fields = 'message' in yaml ? undefined : foreignSchema.safeParse(yaml.data).data;
  if (!fields) return {};
  const values = {
    title: fields.title,
    publisher: fields.publisher,
    author: fields.author,
    published: dateIn(fields.published ?? fields.date ?? ''),
    url: address(fields.url ?? fields.source),
    language: language(fields.language ?? fields.lang),
  };
  const filled = Object.entries(values).flatMap(([field, value]) =>
    value === undefined || tidyLine(value) === '' ? [] : [[field, found(tidyLine(value), where)]],
  );
  return Object.fromEntries(filled);
}
