// Headings in spaced letters ("J O I N T  S T A T E M E N T") are written as the words that they are.
import { endOf, type Item } from './pdf-items.ts';

const spaced = /^[^\s\p{Ll}]?\p{L}(?: [\p{L}\p{N}\p{P}])+$/u;
/** So many letters one by one are no list of names or sums. */
const leastLetters = 4;

/** The text of a line in spaced letters, or undefined where it is none. */
export function spacedOut(items: readonly Item[]): string | undefined {
  const tokens = items.flatMap(({ text }) => text.split(/\s+/u)).filter((token) => token !== '');
  const single = tokens.filter((token) => token.length === 1 && /\p{L}/u.test(token)).length;
  if (single < leastLetters || single < tokens.length * 0.8) return undefined;
  const letters = items.flatMap(({ text }) => text.split(/\s{2,}/u));
  if (letters.some((part) => spaced.test(part.trim()))) {
    return letters
      .map((part) => part.trim().replaceAll(' ', ''))
      .join(' ')
      .trim();
  }
  return byGaps(items);
}

/** Where each letter is a piece of its own, a gap much wider than the others parts two words. */
function byGaps(items: readonly Item[]): string | undefined {
  const gaps = items.slice(1).map((item, index) => item.x - endOf(items[index] ?? item));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  if (usual <= 0) return undefined;
  return items
    .map(({ text }, index) => ((gaps[index - 1] ?? 0) > usual * 1.6 ? ` ${text.trim()}` : text.trim()))
    .join('');
}
