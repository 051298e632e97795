// A PDF becomes lines of text with their places, page by page; pdf-paragraphs.ts makes paragraphs of them.
import { getDocumentProxy } from 'unpdf';
import { z } from 'zod';
import type { Message } from '../../messages/messages.ts';
import { dateIn, madeNote } from '../about/dates.ts';
import { guessedLanguage } from '../about/language.ts';
import { language } from '../about/values.ts';
import { type Extracted, type Found, found, type Metadata, type Refusal, refusal } from '../imported.ts';
import type { Limits } from '../limits.ts';
import { withPictures } from '../ocr/pages.ts';
import type { RecognisedPage } from '../ocr/recognised.ts';
import { withDropCaps } from './drop-caps.ts';
import { Hyphens, type Knowledge } from './hyphens.ts';
import { lineNumbersOf } from './line-numbers.ts';
import { knownGutters } from './pdf-columns.ts';
import { type Item, type PdfPage, rowsOf, textOf } from './pdf-items.ts';
import { linesOf } from './pdf-lines.ts';
import { type Paragraphs, paragraphsOf } from './pdf-paragraphs.ts';
import { withPublisher, withTitle } from './pdf-title.ts';
import { type WithoutRunning, withoutRunning } from './running-heads.ts';
import { wordsOf } from './word-list.ts';

const itemSchema = z.object({
  str: z.string(),
  transform: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
  width: z.number(),
  fontName: z.string(),
});

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

export async function readPdf(
  bytes: Uint8Array,
  limits: Limits,
  recognised: readonly RecognisedPage[] = [],
): Promise<Extracted | Refusal> {
  const pdf = await opened(bytes);
  if ('refused' in pdf) return pdf;
  const read = await readOpened(pdf, limits).finally(() => pdf.loadingTask.destroy());
  if ('refused' in read) return read;
  const { properties } = read;
  const { pages, scanned, said } = withPictures(read.pages, recognised);
  if (emptyOf(pages).length === pages.length) return withoutText(recognised, scanned);
  const { blocks, notes, warnings, heads } = await readPages(pages);
  const empty = emptyOf(pages);
  const without: Message[] =
    empty.length === 0
      ? []
      : [{ key: 'import.warning.pagesWithoutText', values: { pages: empty.join(', ') } }];
  return {
    ...withPublisher(withTitle(blocks, properties.metadata), heads),
    notes: [...notes, ...madeNote(properties.made)],
    warnings: [...said, ...without, ...warnings],
    ...(scanned.length > 0 && { scanned }),
  };
}

interface ReadFile {
  readonly pages: readonly PdfPage[];
  readonly properties: Properties;
}

/** Everything that is taken from the file; after it the parser is done. */
async function readOpened(pdf: Proxy, limits: Limits): Promise<ReadFile | Refusal> {
  if (pdf.numPages > limits.pages) {
    return refusal('import.refused.tooManyPages', { count: pdf.numPages, most: limits.pages });
  }
  const pages: PdfPage[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pageOf(pdf, number);
    characters += page.items.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > limits.characters * 2)
      return refusal('import.refused.tooLong', { most: limits.characters });
    pages.push(page);
  }
  return { pages, properties: await propertiesOf(pdf) };
}

function emptyOf(pages: readonly PdfPage[]): number[] {
  return pages.flatMap(({ items }, index) => (items.length === 0 ? [index + 1] : []));
}

function withoutText(recognised: readonly RecognisedPage[], scanned: readonly number[]): Refusal {
  const key = recognised.length > 0 ? 'import.refused.notRecognised' : 'import.refused.pdfWithoutText';
  return { ...refusal(key), scanned };
}

/** The text of all pages in the order in which it is read. */
async function readPages(all: readonly PdfPage[]): Promise<Paragraphs & Pick<WithoutRunning, 'heads'>> {
  const { pages, removed, heads } = withoutRunning(all);
  const numbers = pages.map(({ items }) => lineNumbersOf(items));
  const texts = pages.map(({ items }) => rowsOf(items).map((row) => textOf(row.items)));
  const language = await guessedLanguage(texts.flat());
  const known: Knowledge = { language, ...(await wordsOf(language)) };
  const words = new Hyphens(texts.flat(), known);
  const clean = pages.map((page, index) => {
    const items = page.items.filter((item) => !numbers[index]?.has(item));
    return { ...page, items: withDropCaps(items, (word, times) => words.isWord(word, times)) };
  });
  const gutters = knownGutters(clean.map(({ items }) => items));
  const paragraphs = paragraphsOf(
    clean.map((page) => linesOf(page, gutters)),
    known,
  );
  const counted = numbers.reduce((sum, { size }) => sum + size, 0);
  const left: Message[] = [
    { key: 'import.note.running' as const, values: { count: removed } },
    { key: 'import.note.lineNumbers' as const, values: { count: counted } },
  ].filter(({ values }) => values.count > 0);
  return { ...paragraphs, heads, notes: [...left, ...paragraphs.notes] };
}

async function opened(bytes: Uint8Array): Promise<Proxy | Refusal> {
  try {
    // Fonts are not drawn, scripts in the file are never run, and nothing outside of the file is looked for.
    return await getDocumentProxy(bytes, {
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === 'PasswordException';
    return isEncrypted
      ? refusal('import.refused.encrypted')
      : refusal('import.refused.broken', { what: 'PDF' });
  }
}

async function pageOf(pdf: Proxy, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const read: Item[] = [];
  for (const item of items) {
    const checked = itemSchema.safeParse(item);
    if (!checked.success || checked.data.str.trim() === '') continue;
    const { str, transform, width, fontName } = checked.data;
    const [a, b, , , x, y] = transform;
    const size = Math.hypot(a, b);
    // Text that stands upright or upside down is a watermark or a note at the margin, and has no place among lines.
    if (size === 0 || Math.abs(b) > Math.abs(a)) continue;
    read.push({ text: str, x: x - left, y: y - bottom, width, size, font: fontName });
  }
  page.cleanup();
  return { items: read, width: right - left, height: top - bottom };
}

const infoSchema = z.object({
  Title: z.string().optional().catch(undefined),
  Author: z.string().optional().catch(undefined),
  CreationDate: z.string().optional().catch(undefined),
  Language: z.string().optional().catch(undefined),
});

/** Titles that programs write by themselves: names of files, "untitled", addresses. */
const noTitle =
  /\.(?:docx?|pdf|indd|rtf|odt|html?|pages)$|^(?:microsoft word|untitled|document\d*|about:blank|https?:)/iu;

interface Properties {
  readonly metadata: Metadata;
  readonly made: string | undefined;
}

async function propertiesOf(pdf: Proxy): Promise<Properties> {
  const { info } = await pdf.getMetadata();
  const read = infoSchema.safeParse(info).data ?? {};
  const line = (value: string | undefined): string | undefined =>
    value?.replace(/[\s\p{Cc}]+/gu, ' ').trim() || undefined;
  const [title, author, code] = [line(read.Title), line(read.Author), language(read.Language)];
  const given = (value: string): Found => found(value, 'import.found.properties');
  const metadata: Metadata = {
    ...(title !== undefined && !noTitle.test(title) && { title: given(title) }),
    ...(author !== undefined && { author: given(author) }),
    ...(code !== undefined && { language: given(code) }),
  };
  return { metadata, made: dateIn(read.CreationDate ?? '') };
}
