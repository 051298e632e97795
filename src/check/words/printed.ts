// Words with what is written around them, and which of them a careful printer leaves out: broken-off words and what a
// speaker begins twice ("I think — I think that", "th- the"). Two texts that differ only in these say the same.

import type { Span } from '../../corpus/passages.ts';
import { restricts } from '../sense.ts';
import type { PlacedWord } from './stream.ts';

/** A word of a quotation or of a source, ready to be compared and to be shown. */
export interface Printed extends Span {
  readonly folded: string;
  /** As it stands in its text. */
  readonly written: string;
  /** What stands between it and the next word, at most a few characters of it. */
  readonly gap: string;
}

interface Placed extends Span {
  readonly folded: string;
}

/** The words of a text with their gaps; a gap is cut where a text has much else between two words. */
export function printed<W extends Placed>(text: string, words: readonly W[]): (W & Printed)[] {
  return words.map((word, index) => ({
    ...word,
    written: text.slice(word.start, word.end),
    gap: text.slice(word.end, Math.min(words[index + 1]?.start ?? text.length, word.end + longestGap)),
  }));
}

const longestGap = 120;
/** A dash that breaks a sentence off, or dots that do. */
const breaks = /^["'”’)\]*_]*(?:\s*(?:—|–|--|…|\.\.\.)|-(?=\s|—|–))/u;
/** "ingra- —": a hyphen that no rest of the word follows, but a dash. */
const broken = /^-\s*(?:—|–|--)/u;
/** "th- the": what follows begins with it. A "long- and short-term" plan, or a word parted at the end of a line, breaks nothing off. */
const hanging = /^-\s/u;
/** Nobody begins a sentence over again after more words. */
const longestRestart = 8;
/** Words that begin others and are words themselves: "a — and" breaks nothing off. */
const ownWords = new Set(
  'a i an as at be by do go he if in is it me my no not of on or so the to up us we his her our you all any are for how may not one the too was who why new now out can has had its it one two'.split(
    ' ',
  ),
);

/** The words without broken-off ones and without what is begun again right behind a dash. */
export function withoutRestarts<W extends Printed>(words: readonly W[]): W[] {
  const kept: W[] = [];
  words.forEach((word, index) => {
    kept.push(word);
    if (!breaks.test(word.gap)) return;
    const length = restartLength(kept, words, index);
    kept.length -= length;
    if (length > 0 || !broken.test(word.gap) || restricts([word])) return;
    // "And I don- — I know": the word is gone, and what it stood behind is begun again.
    kept.length -= 1;
    kept.length -= restartLength(kept, words, index);
  });
  return kept;
}

/** How many of the last words kept are said again right behind word `index`. */
function restartLength(kept: readonly Printed[], words: readonly Printed[], index: number): number {
  for (let length = Math.min(longestRestart, kept.length); length > 0; length -= 1) {
    const said = kept.slice(-length);
    const again = words.slice(index + 1, index + 1 + length);
    const sure = length > 1 || hanging.test(words[index]?.gap ?? '') || broken.test(words[index]?.gap ?? '');
    if (said.every((word, at) => isSaidAgain(word, again[at], sure && at === length - 1))) return length;
  }
  return 0;
}

/** "we — we’re"; but who says "can — can’t" has said both. */
const contraction = /^['’](?!t)/iu;

/** The last word before the break may be only the beginning of what follows; alone ("Russia — Russian") it needs a hyphen. */
function isSaidAgain({ folded }: Printed, again: Printed | undefined, mayBegin: boolean): boolean {
  if (!again || folded === again.folded) return again !== undefined;
  if (contraction.test(again.written.slice(folded.length)) && again.folded.startsWith(folded)) return true;
  return mayBegin && !ownWords.has(folded) && again.folded.startsWith(folded);
}

/** A word of a source in its place, with what is written around it. */
export type SourceWord = PlacedWord & Printed;

/** Words of the stream with what is written around them. */
export function printedIn(words: readonly PlacedWord[]): SourceWord[] {
  const [first] = words;
  return first ? printed(first.passage.document.text, words) : [];
}
