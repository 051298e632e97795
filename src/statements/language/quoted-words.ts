// How the words of a quotation begin and end, whatever marks stand around them.
import { markLetters } from '../../corpus/text/quotation-marks.ts';

const opening = new RegExp(`^[\\s${markLetters}]+`, 'u');
const closing = new RegExp(`[\\s${markLetters}]+$`, 'u');

/** Whether a text ends with one of some marks of punctuation, before the quotation marks at its end. */
export function endsWith(text: string, marks: string): boolean {
  const last = text.replace(closing, '').at(-1);
  return last !== undefined && marks.includes(last);
}

/** Whether a quotation begins as a sentence does: with a capital, or where something was left out before it. */
export function beginsSentence(quoted: string): boolean {
  return opening.test(quoted) && /^[\p{Lu}.…[]/u.test(quoted.replace(opening, ''));
}

/** The marks that a quotation begins with, and its first letter. */
export function headOf(quoted: string): string {
  const marks = opening.exec(quoted)?.[0].length ?? 0;
  return quoted.slice(0, marks + 1);
}
