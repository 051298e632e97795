// The text of a file that is checked and not added: of plain text and Markdown as it stands, with its marks for block quotations.
import { decodeText } from '../characters/encodings.ts';
import type { Taken } from '../imported.ts';

export function textAsGiven(imported: Taken, bytes: Uint8Array): string {
  const isText = imported.format === 'text' || imported.format === 'markdown';
  const decoded = isText ? decodeText(Buffer.from(bytes)) : undefined;
  return decoded ? decoded.text : withBlocks(imported);
}

/** What was read of a page, its block quotations shown as Markdown shows them. */
function withBlocks({ text, paragraphs, quoted = [] }: Taken): string {
  const blocks = new Set(quoted);
  let shown = '';
  let at = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const start = text.indexOf(paragraph, at);
    const end = start + paragraph.length;
    const words = blocks.has(index) ? paragraph.replace(/^/gmu, '> ') : paragraph;
    const between = text.slice(at, start);
    // Paragraphs of one block quotation go on in one another.
    const goesOn = blocks.has(index) && blocks.has(index - 1) && between.trim() === '';
    shown += `${goesOn ? '\n>\n' : between}${words}`;
    at = end;
  }
  return shown + text.slice(at);
}
