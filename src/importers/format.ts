// Which format a file has: by its content. A name that says otherwise, and what is no text at all, is refused.
import { fileTypeFromBuffer } from 'file-type';
import { type Decoded, decodeText } from './encodings.ts';
import { type Format, type Refusal, refusal } from './imported.ts';
import { type Limits, mostEntries } from './limits.ts';
import { hasFrontMatter } from './markdown.ts';
import { entriesOf } from './zip.ts';

/** A format, with the characters where they were decoded to tell it. */
export type Detected =
  | { readonly format: 'html' | 'pdf' | 'docx' }
  | { readonly format: 'text' | 'markdown'; readonly decoded: Decoded };

/** What a name promises. Text and Markdown may stand for one another: the name says only how to read it. */
const promised: Readonly<Record<string, readonly Format[]>> = {
  txt: ['text', 'markdown'],
  text: ['text', 'markdown'],
  md: ['text', 'markdown'],
  markdown: ['text', 'markdown'],
  html: ['html'],
  htm: ['html'],
  xhtml: ['html'],
  pdf: ['pdf'],
  docx: ['docx'],
};

export async function formatOf(name: string, bytes: Buffer, limits: Limits): Promise<Detected | Refusal> {
  const detected = await byContent(name, bytes, limits);
  if ('refused' in detected) return detected;
  const ending = /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const allowed = promised[ending];
  if (!allowed || allowed.includes(detected.format)) return detected;
  return refusal('import.refused.mismatch', { ending, format: { key: `import.format.${detected.format}` } });
}

async function byContent(name: string, bytes: Buffer, limits: Limits): Promise<Detected | Refusal> {
  if (bytes.length === 0) return refusal('import.refused.empty');
  const head = bytes.subarray(0, 1024).toString('latin1');
  if (head.includes('%PDF-')) return { format: 'pdf' };
  if (head.startsWith('PK')) return archive(bytes);
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0) return oldOffice(bytes);
  if (head.startsWith('{\\rtf')) return refusal('import.refused.kind', { kind: 'RTF' });
  const known = await fileTypeFromBuffer(bytes);
  if (known && known.mime !== 'application/xml' && !known.mime.startsWith('text/')) {
    return refusal('import.refused.kind', { kind: known.ext.toUpperCase() });
  }
  return textual(name, bytes, limits);
}

function archive(bytes: Buffer): Detected | Refusal {
  const entries = entriesOf(bytes, mostEntries);
  // A cut archive has lost its list of files, but each of them has its name before it as well.
  const isWord = bytes.includes('word/');
  if (!entries) return refusal('import.refused.broken', { what: isWord ? 'DOCX' : 'ZIP' });
  const names = new Set(entries.map((entry) => entry.name));
  // Some programs number the main part.
  if (entries.some((entry) => /^word\/document\d*\.xml$/u.test(entry.name))) return { format: 'docx' };
  const kinds: Readonly<Record<string, string>> = {
    'xl/workbook.xml': 'XLSX',
    'ppt/presentation.xml': 'PPTX',
    'META-INF/container.xml': 'EPUB',
    'content.xml': 'ODT',
  };
  const kind = Object.entries(kinds).find(([part]) => names.has(part))?.[1] ?? 'ZIP';
  return refusal('import.refused.kind', { kind });
}

/** A container of Office before 2007; a file with a password is one too. Its streams are named in UTF-16. */
function oldOffice(bytes: Buffer): Refusal {
  const isLocked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return refusal(isLocked ? 'import.refused.encrypted' : 'import.refused.oldWord');
}

const htmlStart =
  /^(?:\s|<!--[\s\S]{0,4000}?-->|<\?xml[^>]{0,300}\?>)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1|main|section)\b/iu;

function textual(name: string, bytes: Buffer, limits: Limits): Detected | Refusal {
  // What a page is written in its own declarations tell, which are ASCII; so is what it is recognised by.
  const head = bytes
    .subarray(0, 8_192)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/u, '');
  if (/^(?:[\w-]+:.*\r?\n)*content-type:\s*multipart\/related/imu.test(head)) {
    return refusal('import.refused.kind', { kind: 'MHTML' });
  }
  if (htmlStart.test(head)) return { format: 'html' };
  // Four bytes are the most that one character takes.
  if (bytes.length > limits.characters * 4)
    return refusal('import.refused.tooLong', { most: limits.characters });
  const decoded = decodeText(bytes);
  if (!decoded) return refusal('import.refused.binary');
  if (decoded.text.trim() === '') return refusal('import.refused.empty');
  if (isControlled(decoded.text)) return refusal('import.refused.binary');
  if (htmlStart.test(decoded.text.slice(0, 8_192).replace(/^\ufeff/u, ''))) return { format: 'html' };
  if (/^\s*<\?xml|^\s*<svg\b/iu.test(decoded.text)) return refusal('import.refused.kind', { kind: 'XML' });
  if (isJson(decoded.text)) return refusal('import.refused.kind', { kind: 'JSON' });
  const isMarkdown = /\.(?:md|markdown)$/iu.test(name) || hasFrontMatter(decoded.text);
  return { format: isMarkdown ? 'markdown' : 'text', decoded };
}

/** A stray control character is removed; where every hundredth is one, this is data that only looks like text. */
function isControlled(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\n\r\t\f]/gu)?.length ?? 0;
  return controls > Math.max(5, text.length / 100);
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
