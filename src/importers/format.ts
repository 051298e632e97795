// Which format a file has: by its content. A name that says otherwise, and what is no text at all, is refused.
import { fileTypeFromBuffer } from 'file-type';
import type { MessageKey } from '../messages/messages.ts';
import { type Decoded, decodeText } from './characters/encodings.ts';
import { isNoWriting } from './characters/garbage.ts';
import { endings, type Format, formats, type Refusal, refusal } from './imported.ts';
import type { Limits } from './limits.ts';
import { archive, isMail, notRead, oldOffice } from './not-read.ts';
import { hasFrontMatter } from './text/markdown.ts';

/** Formats that are told by their characters. */
type OfCharacters = 'text' | 'markdown';

/** A format, with the characters where they were decoded to tell it. */
export type Detected =
  | { readonly format: Exclude<Format, OfCharacters> }
  | { readonly format: OfCharacters; readonly decoded: Decoded };

/** Text and Markdown may stand for one another: the name says only how to read it. */
const alike: readonly Format[] = ['text', 'markdown'];

const named = (format: Format): [string, readonly Format[]][] =>
  endings[format].map((each) => [each, alike.includes(format) ? alike : [format]]);

/** What a name promises. */
const promised: ReadonlyMap<string, readonly Format[]> = new Map([
  ...formats.flatMap(named),
  // Formats that are not read: whatever is in such a file, it is not what its name says.
  ...['doc', 'rtf', 'odt', 'xls', 'xlsx', 'csv', 'tsv', 'ppt', 'pptx'].map(
    (each): [string, readonly Format[]] => [each, []],
  ),
]);

export async function formatOf(name: string, bytes: Buffer, limits: Limits): Promise<Detected | Refusal> {
  const ending = /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const detected = await byContent(name, bytes, limits);
  if ('refused' in detected) return namedDamaged(ending, detected);
  // A few bytes of a picture can be letters of some old encoding.
  if (pictures.has(ending) && detected.format === 'text') return refusal('import.refused.picture');
  const allowed = promised.get(ending);
  if (!allowed || allowed.includes(detected.format)) return detected;
  if (tables.has(ending)) return refusal('import.refused.spreadsheet');
  return refusal('import.refused.mismatch', { ending, format: { key: `import.format.${detected.format}` } });
}

/** A spreadsheet saved as text is one still. */
const tables: ReadonlySet<string> = new Set(['csv', 'tsv']);

const unknown: ReadonlySet<MessageKey> = new Set([
  'import.refused.binary',
  'import.refused.garbage',
  'import.refused.archive',
]);

const pictures: ReadonlySet<string> = new Set('png jpg jpeg gif webp bmp tif tiff heic avif'.split(' '));

/** What has the name of a PDF, a DOCX or a picture and cannot be told any more is a damaged one. */
function namedDamaged(ending: string, detected: Refusal): Refusal {
  const { key, values } = detected.refused;
  const isUnknown = unknown.has(key) || (key === 'import.refused.broken' && values?.['what'] === 'ZIP');
  if (!isUnknown) return detected;
  if (pictures.has(ending)) return refusal('import.refused.picture');
  const isMeant = ending === 'pdf' || ending === 'docx';
  return isMeant ? refusal('import.refused.broken', { what: ending.toUpperCase() }) : detected;
}

async function byContent(name: string, bytes: Buffer, limits: Limits): Promise<Detected | Refusal> {
  if (bytes.length === 0) return refusal('import.refused.empty');
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (head.includes('%PDF-')) return { format: 'pdf' };
  if (head.startsWith('PK')) return archive(bytes);
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) return oldOffice(bytes);
  if (head.startsWith('{\\rtf')) return refusal('import.refused.kind', { kind: 'RTF' });
  const known = await fileTypeFromBuffer(bytes);
  if (known && known.mime !== 'application/xml' && !known.mime.startsWith('text/')) return notRead(known);
  return textual(name, bytes, limits);
}

const htmlStart =
  /^(?:\s|<!--[\s\S]{0,4000}?-->|<\?xml[^>]{0,300}\?>)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1|main|section)\b/iu;

/** Markdown may begin with any tag; a page that is called so begins as pages do. */
const pageStart =
  /^(?:\s|<!--[\s\S]{0,4000}?-->|<\?xml[^>]{0,300}\?>)*<(?:!doctype\s+html|html|head|body)\b/iu;

function textual(name: string, bytes: Buffer, limits: Limits): Detected | Refusal {
  // What a page is written in its own declarations tell, which are ASCII; so is what it is recognised by.
  const head = bytes
    .subarray(0, 8_192)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/u, '');
  if (/^(?:[\w-]+:.*\r?\n)*content-type:\s*multipart\/related/imu.test(head)) {
    return refusal('import.refused.kind', { kind: 'MHTML' });
  }
  if (isMail(head)) return refusal('import.refused.mail');
  const isCalledMarkdown = endings.markdown.some((each) => name.toLowerCase().endsWith(`.${each}`));
  const html = isCalledMarkdown ? pageStart : htmlStart;
  if (html.test(head)) return { format: 'html' };
  // Four bytes are the most that one character takes.
  if (bytes.length > limits.characters * 4)
    return refusal('import.refused.tooLong', { most: limits.characters });
  const decoded = decodeText(bytes);
  if (!decoded) return refusal('import.refused.binary');
  if (decoded.text.trim() === '') return refusal('import.refused.empty');
  if (isNoWriting(decoded)) return refusal('import.refused.garbage');
  if (html.test(decoded.text.slice(0, 8_192).replace(/^\ufeff/u, ''))) return { format: 'html' };
  if (/^\s*(?:<[?!][^>]{0,400}>\s*)*<svg\b/iu.test(decoded.text)) return refusal('import.refused.picture');
  if (/^\s*<\?xml/iu.test(decoded.text)) return refusal('import.refused.kind', { kind: 'XML' });
  if (isJson(decoded.text)) return refusal('import.refused.kind', { kind: 'JSON' });
  const isMarkdown = isCalledMarkdown || hasFrontMatter(decoded.text);
  return { format: isMarkdown ? 'markdown' : 'text', decoded };
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
