// What stands between quotation marks in a passage.
import type { Span } from './passages.ts';

/** The marks that end what a mark begins: English, German and Polish („…“, „…”), French and Ukrainian. */
const closings: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»' };

/**
 * The quotations of a text as exact slices, their marks included. A quotation that goes on in the next paragraph has
 * no closing mark here and ends with the text. Marks of another kind inside a quotation belong to it.
 */
export function quotationsOf(text: string): Span[] {
  const spans: Span[] = [];
  let open: { start: number; closing: string } | undefined;
  for (const { 0: mark, index } of text.matchAll(/[“”„«»"]/gu)) {
    if (open?.closing.includes(mark)) {
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
  return /[\s([—–-]/u.test(before) && /\S/u.test(after) ? '"' : undefined;
}

/** The quotation that a part of a text is in or holds. */
export function quotationAt(text: string, part: Span): Span | undefined {
  return quotationsOf(text).find(({ start, end }) => start < part.end && end > part.start);
}
