// People who are named one after the other behind what all of them are: "Two analysts, Olaf Lind and Ada Berg,", "Sens. Olaf Lind and
// Ada Berg", "rivals like Olaf Lind"; and brothers who share the name that stands once: "brothers Olaf and Tom Lind".
import { isPluralRole } from '../../corpus/names/offices.ts';
import type { Mention } from './mentions.ts';
import { follows, type Word } from './words.ts';

/** Who is of one family: the first of two names has the last word of the second. */
const family: ReadonlySet<string> = new Set(
  'brothers sisters siblings twins couple spouses sons daughters children kids parents'.split(' '),
);
const others: ReadonlySet<string> = new Set(
  `republicans democrats voters men women people supporters contenders hopefuls rivals opponents candidates nominees
  experts objectors delegates residents friends allies aides hosts authors biographers scholars colleagues partners fans
  members sens reps govs congressmen terrorists attackers suspects gunmen plaintiffs defendants owners parents heirs`.split(
    /\s+/u,
  ),
);
const counted = /^(?:two|three|four|five|six|several|both|other|these|those|the|its|their|his|her)$/u;
const naming = /^(?:like|including|namely|notably)$/u;
/** What may stand between two names of a row: "Olaf Lind of Norland, Ada Berg (Sud.), and Tom Arden". */
const joining = /^(?:and|or|of|from)$/u;
/** What is named so is looked for so many words before. */
const reach = 10;

interface Placed {
  readonly mention: Mention;
  readonly from: number;
  readonly to: number;
}

type Led = 'title' | 'like' | 'apposed' | 'family';

/** The mentions of a text, those marked that stand in a row of people, with the names that the first of a family has by the last. */
export function withListed(words: readonly Word[], mentions: readonly Mention[]): Mention[] {
  if (!words.some(({ low }) => isPeople(low))) return [...mentions];
  const places = placesOf(words, mentions);
  const rows = places.flatMap((first, at) => {
    const led = first.mention.sort === 'name' ? ledBy(words, first.from) : undefined;
    const row = led === undefined ? [] : rowFrom(words, places, at);
    return led === undefined || (led === 'apposed' && row.length < 2) ? [] : [{ led, row }];
  });
  const marked = new Set(rows.flatMap(({ row }) => row.map(({ mention }) => mention)));
  const all = mentions.map((mention) => (marked.has(mention) ? { ...mention, listed: true } : mention));
  const shared = rows.flatMap(({ led, row }) => (led === 'family' ? sharing(row, words) : []));
  return [...all, ...shared].sort((a, b) => a.start - b.start);
}

function placesOf(words: readonly Word[], mentions: readonly Mention[]): Placed[] {
  let at = 0;
  return mentions.map((mention) => {
    while (at < words.length && words[at] !== mention.words[0]) at += 1;
    return { mention, from: at, to: at + mention.words.length };
  });
}

/** How what people are stands before a name: right before it, before "like", between commas, or as a family. */
function ledBy(words: readonly Word[], from: number): Led | undefined {
  const [before, first] = [words[from - 1], words[from]];
  if (!first || !before) return undefined;
  if (!follows(first))
    return /^(?:, | [-–—] |: )$/u.test(first.gap) && isCounted(words, from) ? 'apposed' : undefined;
  if (family.has(before.low)) return 'family';
  return isPeople(before.low) ? 'title' : likeThem(words, from);
}

/** "Rivals like Olaf Lind", "aides, including Ada Berg", "voters such as Tom Arden" */
function likeThem(words: readonly Word[], from: number): Led | undefined {
  const isSuch = words[from - 1]?.low === 'as' && words[from - 2]?.low === 'such';
  const tie = isSuch ? from - 2 : from - 1;
  if (!isSuch && !naming.test(words[tie]?.low ?? '')) return undefined;
  return isPeople(words[tie - 1]?.low ?? '') ? 'like' : undefined;
}

/** "Two objectors", "the state’s northern Republicans": people in the plural of whom somebody is told how many or whose. */
function isCounted(words: readonly Word[], end: number): boolean {
  const from = phraseStart(words, end);
  const phrase = words.slice(from, end);
  const people = phrase.findIndex(({ low }) => isPeople(low));
  const isFirst = people === 0 && from === 0;
  return (
    isFirst || phrase.slice(0, Math.max(0, people)).some(({ low, genitive }) => counted.test(low) || genitive)
  );
}

function phraseStart(words: readonly Word[], end: number): number {
  let from = end - 1;
  while (from > 0 && end - from < reach && follows(words[from])) from -= 1;
  return from;
}

function isPeople(low: string): boolean {
  return others.has(low) || family.has(low) || (low.endsWith('s') && isPluralRole(low));
}

/** The names of a row from one on, up to the last one that is joined. */
function rowFrom(words: readonly Word[], places: readonly Placed[], first: number): Placed[] {
  const [start] = places.slice(first, first + 1);
  const row = start ? [start] : [];
  for (let at = first + 1; at < places.length; at += 1) {
    const [before, next] = places.slice(at - 1, at + 1);
    if (!before || !next || !isJoined(words, before, next)) break;
    if (isPlace(words, next)) continue;
    if (next.mention.sort !== 'name' || (isWhole(start) && !isWhole(next))) break;
    row.push(next);
  }
  return row;
}

function isWhole(placed: Placed | undefined): boolean {
  return (placed?.mention.words.length ?? 0) > 1;
}

/** Whether nothing but "and", a comma or what ties a place to somebody stands between two names. */
function isJoined(words: readonly Word[], { to }: Placed, { from }: Placed): boolean {
  const between = words.slice(to, from);
  if (from > to + 2 || (between.length === 0 && follows(words[from]))) return false;
  return (
    between.every(({ low, gap }) => joining.test(low) && isJoining(gap)) && isJoining(words[from]?.gap ?? '')
  );
}

/** "Olaf Lind of Norland", "Ada Berg (Sud.)": of Norland is one of them, and Norland none. */
function isPlace(words: readonly Word[], { from }: Placed): boolean {
  return /^(?:of|from)$/u.test(words[from - 1]?.low ?? '') || words[from]?.gap.includes('(') === true;
}

function isJoining(gap: string): boolean {
  return /^[ ,().]*$/u.test(gap) && !/\. /u.test(gap.replace(').', ')'));
}

/** "Brothers Olaf and Tom Lind": Olaf Lind, though the text nowhere has it in one. */
function sharing([first, second]: readonly Placed[], words: readonly Word[]): Mention[] {
  const last = second?.mention.words.at(-1);
  if (!first || !last || isWhole(first) || !isWhole(second)) return [];
  if (words[first.to]?.low !== 'and' || second?.from !== first.to + 1) return [];
  const own = [...first.mention.words, last];
  return [{ ...first.mention, words: own, written: own.map(({ text }) => text).join(' '), listed: true }];
}
