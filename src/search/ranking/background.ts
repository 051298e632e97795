// How common a word is in English about public affairs, so that "president" weighs little and "ironclad" much even in a
// corpus of 22 paragraphs, whose own counts say next to nothing. `background.txt` is made by `scripts/make-background.ts`.
import { readFileSync } from 'node:fs';
import { isOneSlip } from '../text/slips.ts';
import { termOf } from '../text/stem.ts';

export interface Background {
  /** The share of paragraphs that hold the term, 0 for one the list lacks. */
  share(term: string): number;
  /** The English word one slip away from a misspelt one, one that sounds like it first, then the commonest; none for a short word, which has too many neighbours. */
  nearest(folded: string): string | undefined;
  /** Whether the folded word is an English word as written: such a word is never taken for a misspelling. */
  isWord(folded: string): boolean;
}

let kept: Background | undefined;

/** The list that the program has, read when it is first needed: every server's library has the same. */
export function ownBackground(): Background {
  kept ??= readBackground();
  return kept;
}

export function readBackground(file: URL = new URL('./background.txt', import.meta.url)): Background {
  const shares = new Map<string, number>();
  const known = new Set<string>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const [bits = '', ...words] = line.split(' ');
    const share = bits === 'rare' ? 0 : 2 ** -Number(bits);
    for (const word of words) {
      known.add(word);
      // Most of the list, and stemming it would take longer than all the rest of the start.
      if (share === 0) continue;
      const term = termOf(word);
      // Forms of one term rarely share a paragraph, so their shares add up.
      shares.set(term, Math.min(1, (shares.get(term) ?? 0) + share));
    }
  }
  const letters = byFirstLetter(known);
  return {
    share: (term) => shares.get(term) ?? 0,
    isWord: (folded) => known.has(folded),
    nearest: (folded) => nearestIn(letters.get(folded[0] ?? '') ?? [], folded),
  };
}

/** Words shorter than this are one slip away from too many others. */
const shortestMended = 5;

/** The words of a list by their first letter, which typists rarely miss; commonest first, as the list has them. */
function byFirstLetter(known: Iterable<string>): Map<string, string[]> {
  return Map.groupBy(known, (word) => word[0] ?? '');
}

function nearestIn(words: readonly string[], folded: string): string | undefined {
  if (folded.length < shortestMended || !/^[a-z]+$/.test(folded)) return undefined;
  const near = words.filter((word) => Math.abs(word.length - folded.length) <= 1 && isOneSlip(folded, word));
  return near.find((word) => soundOf(word) === soundOf(folded)) ?? near[0];
}

/** Letters that sound alike made one, and vowels any vowel: who writes "desides" means "decides" and not "desires". */
function soundOf(word: string): string {
  return word
    .replace(/c(?=[eiy])|z/g, 's')
    .replace(/ck|[cq]/g, 'k')
    .replace(/[aeiouy]+/g, 'a')
    .replace(/(.)\1/g, '$1');
}
