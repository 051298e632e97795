// One file of any format is read: its format told by its content, then the reader of that format.
import { type Detected, formatOf } from './format.ts';
import { type Extracted, type Format, type Refusal, refusal } from './imported.ts';
import type { Limits } from './limits.ts';

/** A file as it is given to the process that reads it. */
export interface Job {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

export type Extraction = (Extracted & { readonly format: Format }) | Refusal;

/** Reads a file. Never throws: what a parser cannot read is a broken file. */
export async function extract({ name, bytes, limits }: Job): Promise<Extraction> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let what = 'ZIP';
  try {
    const detected = await formatOf(name, file);
    if ('refused' in detected) return detected;
    what = detected.format.toUpperCase();
    const read = await readAs(detected, name, file, limits);
    return 'refused' in read ? read : { ...read, format: detected.format };
  } catch (error) {
    // Nesting deeper than a parser can follow ends in a RangeError: the stack is full.
    if (error instanceof RangeError) return refusal('import.refused.tooDeep');
    return refusal('import.refused.broken', { what });
  }
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
