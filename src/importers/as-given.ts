// The text of a file that is checked and not added: of plain text and Markdown as it stands, with its marks for block quotations.
import { decodeText } from './encodings.ts';
import type { Taken } from './imported.ts';

export function textAsGiven(imported: Taken, bytes: Uint8Array): string {
  const isText = imported.format === 'text' || imported.format === 'markdown';
  const decoded = isText ? decodeText(Buffer.from(bytes)) : undefined;
  return decoded ? decoded.text : imported.text;
}
