// Brackets in text of both directions. The drawing library orders letters as Unicode's bidirectional algorithm says, but
// for its rule N0: a pair of brackets goes with what stands in it, and not each bracket with its neighbours. Marks that
// nobody sees tell it so.

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

type Direction = 'left' | 'right';

/** U+200E and U+200F: they have a direction and take no ink. */
const markOf: Readonly<Record<Direction, string>> = { left: '\u200e', right: '\u200f' };

/** Whether a text begins with a letter of Hebrew, Arabic and their kin, and so is set from the right. */
export function isFromRight(text: string): boolean {
  return rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? '');
}

/** The same text, with marks around each bracket of a pair, where it has letters of both directions. */
export function withBracketsMarked(text: string): string {
  if (!/[()[\]{}]/u.test(text) || !rightToLeft.test(text)) return text;
  const letters = [...text];
  const base: Direction = isFromRight(text) ? 'right' : 'left';
  const directions = directionsOf(letters, base);
  if (!directions.includes('left') || !directions.includes('right')) return text;
  const marks = new Map<number, string>();
  for (const { open, close } of pairsIn(letters)) {
    const inside = directions.slice(open + 1, close).filter((each) => each !== undefined);
    if (inside.length === 0) continue;
    const mark = markOf[directionOfPair(inside, directions.slice(0, open), base)];
    for (const at of [open, close]) marks.set(at, mark);
  }
  return letters.map((letter, at) => `${marks.get(at) ?? ''}${letter}${marks.get(at) ?? ''}`).join('');
}

/** Rule N0: the base direction where any of it is inside; another one only where it stands before the pair as well. */
function directionOfPair(
  inside: readonly (Direction | undefined)[],
  before: readonly (Direction | undefined)[],
  base: Direction,
): Direction {
  if (inside.includes(base)) return base;
  return before.findLast((each) => each !== undefined) ?? base;
}

/** The direction of each letter; digits go with the letters before them, all else has none of its own. */
function directionsOf(letters: readonly string[], base: Direction): (Direction | undefined)[] {
  let last = base;
  return letters.map((letter) => {
    if (/\p{L}/u.test(letter)) last = rightToLeft.test(letter) ? 'right' : 'left';
    else if (!/\p{Nd}/u.test(letter)) return undefined;
    return last;
  });
}

function pairsIn(letters: readonly string[]): { readonly open: number; readonly close: number }[] {
  const open: { readonly at: number; readonly closing: string }[] = [];
  const found: { readonly open: number; readonly close: number }[] = [];
  for (const [at, letter] of letters.entries()) {
    const closing = pairs[letter];
    if (closing !== undefined) open.push({ at, closing });
    const match = open.findLastIndex((one) => one.closing === letter);
    if (match < 0) continue;
    const [one] = open.splice(match);
    if (one) found.push({ open: one.at, close: at });
  }
  return found.toSorted((a, b) => a.open - b.open);
}
