// One file of any format is read: its format told by its content, then the reader of that format, then what is the same
// for all: white space, language, date, and everything that can be said of the text alone.

import type { Message } from '../messages/messages.ts';
import { isAmongNews, kindOf } from './about/kind.ts';
import { guessedLanguage, languageOf } from './about/language.ts';
import { withoutTop } from './about/top.ts';
import { type Repair, repairOf } from './characters/mojibake.ts';
import { paragraphsOf, textOf, tidied, tidyValue } from './characters/tidy.ts';
import { warningsOf } from './checks/checks.ts';
import { type Detected, formatOf } from './format.ts';
import { isNewspaper, isWire } from './html/news.ts';
import {
  type Extracted,
  type Format,
  type Imported,
  type Metadata,
  notTaken,
  type Refusal,
  refusal,
  type Text,
} from './imported.ts';
import type { Limits } from './limits.ts';
import type { RecognisedPage } from './ocr/recognised.ts';

/** A file as it is given to the process that reads it. */
export interface Job {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  /** What text recognition found on pages of a PDF. */
  readonly recognised?: readonly RecognisedPage[];
}

/** Reads a file. Never throws: what a parser cannot read is a broken file. */
export async function extract(job: Job): Promise<Imported> {
  const { name, bytes, limits } = job;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let what = 'ZIP';
  try {
    const detected = await formatOf(name, file, limits);
    if ('refused' in detected) return notTaken(detected);
    what = detected.format.toUpperCase();
    const read = await readAs(detected, job, file);
    if ('refused' in read) return notTaken(read);
    const spoilt = 'decoded' in detected ? [detected.decoded.text] : textsOf(read);
    const repair = repairOf(spoilt);
    if (!repair) return await taken(read, detected.format, limits, 'as it is');
    const right = repair.lost === 0 ? await mendedBy(repair, read, detected, name) : undefined;
    return await taken(await partedAsMeant(read, repair, detected), detected.format, limits, right);
  } catch (error) {
    // Nesting deeper than a parser can follow ends in a RangeError: the stack is full.
    const isDeep = error instanceof RangeError;
    return notTaken(isDeep ? refusal('import.refused.tooDeep') : refusal('import.refused.broken', { what }));
  }
}

/** `right` is what was read with its characters put right, where that is needed and can be done. */
async function taken(
  extracted: Extracted,
  format: Format,
  limits: Limits,
  right: Extracted | 'as it is' | undefined,
): Promise<Imported> {
  const isFine = right === 'as it is';
  const made = right && !isFine ? await textFrom(right, limits, format, 'as it is') : undefined;
  const mended = made && 'text' in made ? made : undefined;
  const text = asMeant(
    await textFrom(extracted, limits, format, isFine ? right : mended?.paragraphs),
    mended,
  );
  const { id, scanned } = extracted;
  const more = scanned && { scanned };
  if ('refused' in text) return notTaken({ ...text, ...more });
  return { ok: true, format, ...text, ...(id !== undefined && { id }), ...(mended && { mended }), ...more };
}

/** Kind and day of a text with spoilt characters are those that the right ones tell: neither has letters that could be spoilt. */
function asMeant(text: Text | Refusal, mended: Text | undefined): Text | Refusal {
  if ('refused' in text || !mended) return text;
  const { published } = mended.metadata;
  if (text.metadata.published || !published) return { ...text, kind: mended.kind };
  return {
    ...text,
    kind: mended.kind,
    metadata: { ...text.metadata, published },
    warnings: text.warnings.filter(({ key }) => key !== 'import.warning.noDate'),
  };
}

function textsOf({ blocks, metadata }: Extracted): string[] {
  return [...blocks.map(({ text }) => text), ...Object.values(metadata).map(({ told }) => told.value)];
}

/** A file read with its characters put right: a text before it is parted into lines, since one of them may end a line. */
async function mendedBy(
  repair: Repair,
  read: Extracted,
  detected: Detected,
  name: string,
): Promise<Extracted | undefined> {
  const note: Message = {
    key: 'import.note.mended',
    values: { encodings: [...new Set(repair.encodings)].join(', ') },
  };
  if (!('decoded' in detected)) return { ...withMended(read, repair), notes: [...read.notes, note] };
  const { decoded } = detected;
  const again = await readText(
    { ...detected, decoded: { ...decoded, text: repair.mend(decoded.text) } },
    name,
  );
  return { ...again, notes: [...again.notes, note] };
}

/** A text as it stands, its paragraphs parted where the right characters part them: a spoilt dash begins an item as well. */
async function partedAsMeant(read: Extracted, { mend }: Repair, detected: Detected): Promise<Extracted> {
  if (detected.format !== 'text') return read;
  return (await import('./text/plain-text.ts')).readPlainText(detected.decoded, mend(detected.decoded.text));
}

function withMended(read: Extracted, { mend }: Repair): Extracted {
  const told = Object.entries(read.metadata).map(([field, each]) => [
    field,
    { ...each, told: { ...each.told, value: mend(each.told.value) } },
  ]);
  return {
    ...read,
    blocks: read.blocks.map((block) => ({ ...block, text: mend(block.text) })),
    metadata: Object.fromEntries(told),
  };
}

/** Everything of a document; `right` are its paragraphs as they could be put right, where that is known. */
async function textFrom(
  extracted: Extracted,
  limits: Limits,
  format: Format,
  right: readonly string[] | 'as it is' | undefined,
): Promise<Text | Refusal> {
  const read = tidied(extracted.blocks);
  const given = tidiedMetadata(extracted.metadata);
  const { blocks, place, notes, told, titleLine } = withoutTop(read.blocks, {
    given,
    isOurs: extracted.id !== undefined,
    format,
  });
  const numbered = paragraphsOf(blocks);
  const paragraphs = numbered.map(({ text }) => text);
  const pages = numbered.map(({ page }) => page);
  const quoted = numbered.flatMap((each, at) => (each.quoted ? [at] : []));
  const text = `${textOf(blocks)}\n`;
  if (paragraphs.length === 0) return refusal('import.refused.noText');
  if (text.length > limits.characters) return refusal('import.refused.tooLong', { most: limits.characters });
  const asMeant = right === 'as it is' ? paragraphs : right;
  const guess = await guessedLanguage(asMeant ?? paragraphs);
  const metadata = { ...told, ...languageOf(guess, told) };
  const { kind, warnings = [] } = extracted;
  const isNews =
    extracted.isNews || isWire(paragraphs) || (format === 'html' && isNewspaper(metadata, paragraphs));
  const checked = { paragraphs, metadata, text, guess, ...(asMeant && { right: asMeant }) };
  return {
    text,
    paragraphs,
    ...(pages.some((page) => page !== undefined) && { pages }),
    ...(quoted.length > 0 && { quoted }),
    metadata,
    kind: kind ?? kindToldBy(paragraphs, metadata, isNews),
    ...(place !== undefined && { place }),
    ...(titleLine !== undefined && { titleLine }),
    notes: [...extracted.notes, ...read.notes, ...notes],
    warnings: [...warnings, ...warningsOf(checked)],
  };
}

/** What neither title nor form tells, the folder of the site does in which a page stands. */
function kindToldBy(paragraphs: readonly string[], { title, url }: Metadata, isNews: boolean): Text['kind'] {
  const kind = kindOf(paragraphs, title?.told.value, isNews);
  return kind === 'other' && isAmongNews(url?.told.value) ? 'news' : kind;
}

/** Titles and names are written above the text, so they are as clean as it; what is empty then says nothing. */
function tidiedMetadata(metadata: Metadata): Metadata {
  const values = Object.entries(metadata).flatMap(([field, { told, where }]) => {
    const value = tidyValue(told.value);
    return value === '' ? [] : [[field, { told: { ...told, value }, where }]];
  });
  return Object.fromEntries(values);
}

/** Parsers are loaded only where their format is read: the largest takes a tenth of a second. */
async function readAs(
  detected: Detected,
  { name, limits, recognised }: Job,
  file: Buffer,
): Promise<Extracted | Refusal> {
  if ('decoded' in detected) return readText(detected, name);
  switch (detected.format) {
    case 'html':
      return (await import('./html/html.ts')).readHtml(file);
    case 'docx':
      return (await import('./docx/docx.ts')).readDocx(file);
    case 'pdf':
      // The parser takes the bytes for itself, so it gets its own.
      return (await import('./pdf/pdf.ts')).readPdf(new Uint8Array(file), limits, recognised);
  }
}

type DecodedText = Extract<Detected, { readonly decoded: unknown }>;

async function readText({ format, decoded }: DecodedText, name: string): Promise<Extracted> {
  switch (format) {
    case 'text':
      return (await import('./text/plain-text.ts')).readPlainText(decoded);
    case 'markdown':
      return (await import('./text/markdown.ts')).readMarkdown(decoded, name);
  }
}
