// A quotation copied with a part of the label before it: "OFFICE: We go." of "HEAD OF THE OFFICE: We go.". What stands there just so,
// label and words, is nobody's claim of who spoke.
import { wordsFrom } from '../../corpus/labels/labels.ts';
import type { Passage } from '../../corpus/passages.ts';
import { writtenIn } from './words.ts';

/** A text parted at a colon: the end of a label, perhaps, and words. */
export interface Parted {
  readonly label: string;
  readonly words: string;
}

/** A label may hold a time or another colon; no more are tried. */
const mostColons = 3;
/** No label is longer, with the name and the office in it. */
const longestLabel = 150;

export function partedAtColons(text: string): Parted[] {
  return [...text.slice(0, longestLabel).matchAll(/:[*_]{0,2}\s+/gu)]
    .slice(0, mostColons)
    .map(({ 0: colon, index }) => ({ label: text.slice(0, index), words: text.slice(index + colon.length) }))
    .filter(({ label, words }) => writtenIn(label).length > 0 && writtenIn(words).length > 0);
}

/** Whether the label that a passage begins with ends with the one that was copied. */
export function labelEndsWith(passage: Passage, copied: string): boolean {
  const from = wordsFrom(passage);
  const own = from > 0 ? folded(passage.text.slice(0, from)) : '';
  const end = folded(copied);
  return end !== '' && (own === end || own.endsWith(` ${end}`));
}

function folded(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
