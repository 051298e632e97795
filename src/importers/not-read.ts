// Files that are no documents: each kind has its own sentence, with what to do instead.
import type { FileTypeResult } from 'file-type';
import { entriesOf } from './docx/zip.ts';
import { type Refusal, refusal } from './imported.ts';
import { mostEntries } from './limits.ts';

const spreadsheets = /spreadsheet|excel|\bnumbers\b/iu;
const slides = /presentation|powerpoint|keynote/iu;
const archives: ReadonlySet<string> = new Set(
  'zip rar 7z tar gz bz2 xz zst lz lz4 cab ar z cpio arj dmg iso'.split(' '),
);

/** A file that is known by its first bytes. */
export function notRead({ ext, mime }: FileTypeResult): Refusal {
  const kind = ext.toUpperCase();
  if (mime.startsWith('image/')) return refusal('import.refused.picture');
  if (mime.startsWith('audio/') || mime.startsWith('video/')) return refusal('import.refused.recording');
  if (spreadsheets.test(mime)) return refusal('import.refused.spreadsheet');
  if (slides.test(mime)) return refusal('import.refused.slides', { kind });
  if (archives.has(ext)) return refusal('import.refused.archive', { kind });
  return refusal('import.refused.kind', { kind });
}

/** A ZIP archive: a DOCX, something else that an office program writes, or files packed together. */
export function archive(bytes: Buffer): { readonly format: 'docx' } | Refusal {
  const entries = entriesOf(bytes, mostEntries);
  if (!entries) return refusal('import.refused.broken', { what: meantBy(bytes) });
  const names = new Set(entries.map((entry) => entry.name));
  const has = (folder: string): boolean => entries.some(({ name }) => name.startsWith(folder));
  // Some programs number the main part.
  if (entries.some(({ name }) => /^word\/document\d*\.xml$/u.test(name))) return { format: 'docx' };
  if (has('xl/')) return refusal('import.refused.spreadsheet');
  if (has('ppt/')) return refusal('import.refused.slides', { kind: 'PPTX' });
  if (names.has('META-INF/container.xml')) return refusal('import.refused.kind', { kind: 'EPUB' });
  if (names.has('content.xml')) return openDocument(bytes);
  return refusal('import.refused.archive', { kind: 'ZIP' });
}

/** The first entry of an OpenDocument file is its type, unpacked. */
function openDocument(bytes: Buffer): Refusal {
  const [, type = 'text'] =
    /vnd\.oasis\.opendocument\.(spreadsheet|presentation|text)/u.exec(
      bytes.subarray(0, 200).toString('latin1'),
    ) ?? [];
  if (type === 'spreadsheet') return refusal('import.refused.spreadsheet');
  if (type === 'presentation') return refusal('import.refused.slides', { kind: 'ODP' });
  return refusal('import.refused.kind', { kind: 'ODT' });
}

/** What a cut archive was: its files' names stand before each of them as well. */
function meantBy(bytes: Buffer): string {
  const known = { DOCX: 'word/', XLSX: 'xl/', PPTX: 'ppt/' };
  return Object.entries(known).find(([, folder]) => bytes.includes(folder))?.[0] ?? 'ZIP';
}

/** Office programs before 2007, and files locked with a password: streams in a container, named in UTF-16. */
export function oldOffice(bytes: Buffer): Refusal {
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('WordDocument')) return refusal('import.refused.oldWord');
  if (has('EncryptedPackage')) return refusal('import.refused.encrypted');
  if (has('Workbook') || has('Book')) return refusal('import.refused.spreadsheet');
  if (has('PowerPoint Document')) return refusal('import.refused.slides', { kind: 'PPT' });
  if (has('__substg1.0_') || has('__properties_version1.0')) return refusal('import.refused.mail');
  return refusal('import.refused.oldWord');
}

/** Two of the lines that every e-mail begins with. */
export function isMail(head: string): boolean {
  const [block = ''] = head.split(/\r?\n\r?\n/u, 1);
  if (!/^[\w-]+:/u.test(block)) return false;
  const fields =
    block.match(/^(?:from|to|subject|date|message-id|mime-version|received|return-path):/gimu) ?? [];
  return fields.length >= 3 && /^(?:message-id|mime-version|received|return-path):/imu.test(block);
}
