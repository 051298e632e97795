// One file of any format is read: its format told by its content, then the reader of that format, then what is the same
// for all: white space, language, date, and everything that can be said of the text alone.
import { warningsOf } from './checks.ts';
import { dateAtTop } from './date-in-text.ts';
import { type Detected, formatOf } from './format.ts';
import {
  type Extracted,
  type Format,
  type Imported,
  type Metadata,
  notTaken,
  type Refusal,
  refusal,
} from './imported.ts';
import { kindOf } from './kind.ts';
import { guessedLanguage, languageOf } from './language.ts';
import type { Limits } from './limits.ts';
import { paragraphsOf, textOf, tidied, tidyValue } from './tidy.ts';

/** A file as it is given to the process that reads it. */
export interface Job {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

/** Reads a file. Never throws: what a parser cannot read is a broken file. */
export async function extract({ name, bytes, limits }: Job): Promise<Imported> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let what = 'ZIP';
  try {
    const detected = await formatOf(name, file, limits);
    if ('refused' in detected) return notTaken(detected);
    what = detected.format.toUpperCase();
    const read = await readAs(detected, name, file, limits);
    return 'refused' in read ? notTaken(read) : await taken(read, detected.format, limits);
  } catch (error) {
    // Nesting deeper than a parser can follow ends in a RangeError: the stack is full.
    const isDeep = error instanceof RangeError;
    return notTaken(isDeep ? refusal('import.refused.tooDeep') : refusal('import.refused.broken', { what }));
  }
}

async function taken(extracted: Extracted, format: Format, limits: Limits): Promise<Imported> {
  const { blocks, notes } = tidied(extracted.blocks);
  const numbered = paragraphsOf(blocks);
  const paragraphs = numbered.map(({ text }) => text);
  const pages = numbered.flatMap(({ page }) => (page === undefined ? [] : [page]));
  const text = `${textOf(blocks)}\n`;
  if (paragraphs.length === 0) return notTaken(refusal('import.refused.noText'));
  if (text.length > limits.characters) {
    return notTaken(refusal('import.refused.tooLong', { most: limits.characters }));
  }
  const told = tidiedMetadata(extracted.metadata);
  const guess = await guessedLanguage(paragraphs);
  const metadata = { ...told, ...dateAtTop(paragraphs, told), ...languageOf(guess, told) };
  const { id, kind, warnings = [] } = extracted;
  return {
    ok: true,
    format,
    text,
    paragraphs,
    ...(pages.length === paragraphs.length && { pages }),
    metadata,
    kind: kind ?? kindOf(paragraphs),
    ...(id !== undefined && { id }),
    notes: [...extracted.notes, ...notes],
    warnings: [...warnings, ...warningsOf({ paragraphs, metadata, text, guess })],
  };
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
  name: string,
  file: Buffer,
  limits: Limits,
): Promise<Extracted | Refusal> {
  switch (detected.format) {
    case 'text':
      return (await import('./plain-text.ts')).readPlainText(detected.decoded);
    case 'markdown':
      return (await import('./markdown.ts')).readMarkdown(detected.decoded, name);
    case 'html':
      return (await import('./html.ts')).readHtml(file);
    case 'docx':
      return (await import('./docx.ts')).readDocx(file);
    case 'pdf':
      // The parser takes the bytes for itself, so it gets its own.
      return (await import('./pdf.ts')).readPdf(new Uint8Array(file), limits);
  }
}
