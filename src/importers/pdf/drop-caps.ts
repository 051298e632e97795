// A large letter at the beginning of a paragraph, over two or more lines, goes back to the word that it begins.
import { commonSize, endOf, type Item } from './pdf-items.ts';

/** One letter, with the quotation mark or the apostrophe that is set as large as it. */
const initial = /^(?:[\p{Pi}"„‚'’]?\s?\p{Lu}['’]?|\d{1,2}[.)])$/u;
/** So much larger than the text beside it; letters of headings are mostly below that. */
const leastRatio = 1.6;
/** A capital letter is about so high, in its size. */
const capHeight = 0.72;
/** Capital letters that are words of their own, in the languages that are read here. */
const words = /^[\p{Pi}"„‚]?\s?[AIOUWYZÀÔАБВЄЗІЙОУЯ]$/u;

/** Whether a word stands in the document so many times, or in a list of words. */
type IsWord = (word: string, times: number) => boolean;

/** The pieces with each large initial put before its first line; the lines beside it begin where it begins. */
export function withDropCaps(items: readonly Item[], isWord: IsWord): readonly Item[] {
  const body = commonSize(items);
  const caps = items.filter(({ text, size }) => size >= body * leastRatio && initial.test(text.trim()));
  return caps.reduce<readonly Item[]>((left, cap) => withCap(left, cap, isWord), items);
}

function withCap(items: readonly Item[], cap: Item, isWord: IsWord): readonly Item[] {
  const beside = besideOf(items, cap);
  const [first] = beside;
  if (!first) return items;
  return items.flatMap((item) => {
    if (item === cap) return [];
    if (!beside.includes(item)) return [item];
    const moved = { ...item, x: cap.x, width: endOf(item) - cap.x };
    return [item === first ? { ...moved, text: begun(cap.text.trim(), item.text, isWord) } : moved];
  });
}

/** The first piece of each line that stands right of the initial and between its head and its foot, from top to bottom. */
function besideOf(items: readonly Item[], cap: Item): Item[] {
  const near = items.filter(
    (item) =>
      item !== cap &&
      item.size * leastRatio <= cap.size &&
      item.x > cap.x + cap.width * 0.5 &&
      item.x < endOf(cap) + item.size * 1.5 &&
      item.y > cap.y - item.size * 0.4 &&
      item.y + item.size * capHeight < cap.y + cap.size * capHeight + item.size * 0.6,
  );
  const isFirst = (item: Item, among: readonly Item[]): boolean =>
    !among.some((other) => Math.abs(other.y - item.y) < item.size * 0.4 && other.x < item.x);
  const beside = near.filter((item) => isFirst(item, near)).toSorted((a, b) => b.y - a.y);
  const last = beside.at(-1);
  // The room that is left for the letter may reach below its foot.
  const under = items.find(
    (item) =>
      last &&
      Math.abs(item.x - last.x) < 1 &&
      last.y - item.y > 0 &&
      last.y - item.y < item.size * 1.7 &&
      item.y > cap.y - item.size * 1.5 &&
      !items.some((other) => Math.abs(other.y - item.y) < 1 && other.x >= cap.x - 1 && other.x < item.x),
  );
  return under && beside.length > 1 ? [...beside, under] : beside;
}

/** "N" and "orland" are one word; "A" and "senior" are two. */
function begun(cap: string, rest: string, isWord: IsWord): string {
  if (/^\s/u.test(rest) || /^\d/u.test(cap)) return `${cap} ${rest.trimStart()}`;
  const [next = ''] = /^\p{L}+/u.exec(rest) ?? [];
  // What follows the letter stands in the document once as it is: there it is looked for a second time.
  const isParted =
    words.test(cap) && next.length > 1 && !isWord(`${cap.at(-1) ?? ''}${next}`, 1) && isWord(next, 2);
  return isParted ? `${cap} ${rest}` : `${cap}${rest}`;
}
