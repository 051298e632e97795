// What stands between quotation marks in a passage.
import type { Span } from './passages.ts';
import { firstSharing } from './spans.ts';

/** The marks that end what a mark begins: English, German and Polish („…“, „…”), French and Ukrainian. */
const closings: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»' };

/**
 * The quotations of a text as exact slices, their marks included. A quotation that goes on in the next paragraph has
 * no closing mark here and ends with the text. Marks of another kind inside a quotation belong to it; where writers mix
 * straight and curly marks, either ends what the other began.
 */
export function quotationsOf(text: string): Span[] {
  const spans: Span[] = [];
  let open: { start: number; closing: string } | undefined;
  for (const { 0: mark, index } of text.matchAll(/[“”„«»"]/gu)) {
    if (open && (open.closing.includes(mark) || closesMixed(text, index, open.closing))) {
      spans.push({ start: open.start, end: index + 1 });
      open = undefined;
    } else if (!open) {
      const closing = mark === '"' ? straight(text, index) : closings[mark];
      if (closing) open = { start: index, closing };
    }
  }
  if (open) spans.push({ start: open.start, end: text.length });
  return spans;
}

/** A straight mark begins a quotation only after white space, a bracket or a dash and before a word. */
function straight(text: string, index: number): string | undefined {
  const before = text[index - 1] ?? ' ';
  const after = text[index + 1] ?? ' ';
  return /[\s([:—–-]/u.test(before) && /\S/u.test(after) ? '"' : undefined;
}

/** An English mark of the other style, or one turned the wrong way, behind a word and before none. */
function closesMixed(text: string, index: number, closing: string): boolean {
  if (!/["”]/u.test(closing) || !/["“”]/u.test(text[index] ?? '')) return false;
  return /[^\s([—–-]/u.test(text[index - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ');
}

/** The quotation that a part of a text is in or holds. */
export function quotationAt(text: string, part: Span): Span | undefined {
  return firstSharing(quotationsOf(text), part);
}
