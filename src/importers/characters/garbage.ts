// Bytes that can be decoded are not always something that people wrote: data is told from text by its characters.
import type { Decoded } from './encodings.ts';
import { repairOf } from './mojibake.ts';

/** Characters of no text: controls, code points that nobody has assigned, halves of characters. */
const odd = /[^\P{Cc}\n\r\t\f]|[\p{Cn}\p{Cs}\ufffd]/gu;

/** Whether a text is data that only looks like one. */
export function isNoWriting(decoded: Decoded): boolean {
  // A book tells it by its first pages.
  const text = decoded.text.slice(0, 200_000);
  return (isOdd(text) && isOdd(asMeant(text))) || isCoded(text) || isSigns(text) || isTwoInOne(decoded);
}

/** Latin-1 is full of controls where it was taken for UTF-8. */
function asMeant(text: string): string {
  return repairOf([text])?.mend(text) ?? text;
}

/** A stray control character is removed; where every hundredth is one, or many of a few, this is no text. */
function isOdd(text: string): boolean {
  const count = text.match(odd)?.length ?? 0;
  return count > Math.max(5, text.length / 100) || (count > 2 && count > text.length / 8);
}

/** Base64 and the like: most of it is lines without a blank, longer than any word, that hold all kinds of characters. */
function isCoded(text: string): boolean {
  const lines = text.match(/[A-Za-z0-9+/=_-]{60,}/gu) ?? [];
  const coded = lines.filter((line) => /[a-z]/u.test(line) && /[A-Z]/u.test(line) && /\d/u.test(line));
  return coded.reduce((sum, { length }) => sum + length, 0) > text.length / 2;
}

/** Hardly a letter or a digit among signs. */
function isSigns(text: string): boolean {
  const seen = text.match(/\S/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0;
  return seen > 80 && words < seen / 6;
}

/** Text of one byte a character that is marked as having two: "慧扲" is what "garb" becomes. */
function isTwoInOne({ text, encoding }: Decoded): boolean {
  if (!encoding.startsWith('utf-16')) return false;
  const sample = [...text.slice(0, 4_096)].filter((character) => character > '\u00ff');
  const two = sample.filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return isPrinted(code >> 8) && isPrinted(code & 0xff);
  });
  // In Chinese every third character is such by chance.
  return sample.length > 0 && two.length > sample.length * 0.6;
}

function isPrinted(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d;
}
