// Raised marks of footnotes belong to the line whose word they stand behind, however high they are set above its base line.
import { endOf, type Item } from './pdf-items.ts';

const mark = /^[\s[(]*(?:\d{1,3}|[*†‡]{1,3})(?:\s*,\s*\d{1,3})*[\])\s]*$/u;
/** So much smaller than the words, and so far above their base line, in letters. */
const smaller = 0.87;
const least = 0.15;
const most = 0.8;
/** Between a word and its mark there is no blank. */
const widest = 0.25;
/** Points that the ends of words are sorted by. */
const step = 8;
/** Words end at one place in every line of a justified text; more of them than any page has are not looked through. */
const mostAtOnePlace = 100;
/** No page has so many marks. */
const mostMarks = 2_000;

/** For each raised mark the base line of the word that it stands behind. */
export function seatsOf(items: readonly Item[]): ReadonlyMap<Item, number> {
  const marks = items.filter(({ text }) => text.length <= 12 && mark.test(text)).slice(0, mostMarks);
  if (marks.length === 0) return new Map();
  const ends = Map.groupBy(items, (item) => Math.round(endOf(item) / step));
  const seats = new Map<Item, number>();
  for (const each of marks) {
    const place = Math.round(each.x / step);
    const near = [place - 1, place, place + 1].flatMap((at) => ends.get(at)?.slice(0, mostAtOnePlace) ?? []);
    const word = near.find((item) => isBehind(each, item));
    if (word) seats.set(each, word.y);
  }
  return seats;
}

function isBehind(raised: Item, word: Item): boolean {
  const height = (raised.y - word.y) / word.size;
  return (
    raised.size < word.size * smaller &&
    height > least &&
    height < most &&
    Math.abs(raised.x - endOf(word)) < word.size * widest
  );
}
