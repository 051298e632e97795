// Offices as somebody types them, in any order and without some of their words: "foreign relations committee chairman" of "Senate Foreign
// Relations Committee Chairman". What is typed names somebody where all its telling words stand in one office of theirs, the office itself
// among them.

import { begun, fits } from '../common/typed.ts';
import { countryAt } from '../corpus/names/countries.ts';
import { isRole, notHolding, ofAnother, writtenOut } from '../corpus/names/offices.ts';
import { firstFrom } from '../people/corrections/own-names.ts';
import { type Word, wordsIn } from '../people/reading/words.ts';
import { mostSuggestions } from '../search/suggest.ts';

/** An office in the words of a text, and the countries that it may be typed with though its words name none. */
export interface OfficeHeld<T> {
  readonly value: T;
  readonly text: string;
  readonly countries: readonly (string | undefined)[];
}

interface Read<T> {
  readonly value: T;
  readonly words: ReadonlySet<string>;
  /** Without these it is another office: of "deputy director" both. */
  readonly needed: readonly string[];
}

const small = /^(?:the|a|an|of|for|to|at|in|on|and|by|from|de|du|des|la|le|les|l|der|die|das|den|dem|von)$/u;
/** What makes another office of one: who was it, or stands behind it. */
const changing: ReadonlySet<string> = new Set([...notHolding, ...ofAnother]);
const tied = /^(?:of|for|to|at|in|on|from)$/u;

/** The ways to call one office, whoever holds it. */
const same: ReadonlyMap<string, string> = new Map([
  ...(['congressman', 'congresswoman'] as const).map((word) => [word, 'representative'] as const),
  ...(['chairman', 'chairwoman', 'chairperson'] as const).map((word) => [word, 'chair'] as const),
  ...(['spokesman', 'spokeswoman'] as const).map((word) => [word, 'spokesperson'] as const),
]);

/** So few words tell nothing: "director" is many. */
const fewest = 2;
/** Of offices with one word no more are looked at while somebody types. */
const mostLookedAt = 1_000;

/** Everybody's offices by their words. */
export class OfficesTyped<T> {
  readonly #byWord = new Map<string, Read<T>[]>();
  readonly #words: readonly (readonly [word: string])[];

  constructor(held: readonly OfficeHeld<T>[]) {
    const seen = new Map<T, Set<string>>();
    for (const one of held) {
      const known = seen.get(one.value) ?? new Set();
      seen.set(one.value, known);
      if (!known.has(one.text)) this.#add(one);
      known.add(one.text);
    }
    this.#words = [...this.#byWord.keys()].sort().map((word) => [word] as const);
  }

  #add({ value, text, countries: named }: OfficeHeld<T>): void {
    const words = wordsIn(text);
    const head = headOf(words);
    if (head === undefined) return;
    const own = tellingOf(words);
    const all = new Set([
      ...own,
      ...initialsOf(words),
      ...named.flatMap((id) => (id ? [countryKey(id)] : [])),
    ]);
    const needed = [...partsOf(head.low), ...own.filter((word) => changing.has(word))];
    const read: Read<T> = { value, words: all, needed };
    for (const word of all) {
      const others = this.#byWord.get(word);
      if (others) others.push(read);
      else this.#byWord.set(word, [read]);
    }
  }

  /** Whoever holds the office that is typed. */
  find(typed: string): readonly T[] {
    if (!fits(typed, 'name')) return [];
    const wanted = [...new Set(tellingOf(wordsIn(typed)))];
    if (wanted.length < fewest) return [];
    const found = this.#withAll(wanted, Number.POSITIVE_INFINITY).filter(({ needed }) =>
      needed.every((word) => wanted.includes(word)),
    );
    return [...new Set(found.map(({ value }) => value))];
  }

  /** Those whose office holds what is typed, of which the last word may be begun. */
  suggest(typed: string): readonly T[] {
    const wanted = [...new Set(tellingOf(wordsIn(begun(typed, 'name'))))];
    const last = wanted.at(-1);
    if (last === undefined || wanted.length < fewest) return [];
    const whole = wanted.slice(0, -1);
    const found = new Set<T>();
    for (const word of this.#beginning(last))
      for (const { value } of this.#withAll([...whole, word], mostLookedAt)) found.add(value);
    return [...found].slice(0, mostSuggestions);
  }

  /** The words that begin so, as many as are offered. */
  #beginning(wanted: string): string[] {
    const from = firstFrom(wanted, this.#words);
    const next = this.#words.slice(from, from + mostSuggestions);
    return next.flatMap(([word]) => (word.startsWith(wanted) ? [word] : []));
  }

  #withAll(wanted: readonly string[], most: number): Read<T>[] {
    const rows = wanted.map((word) => this.#byWord.get(word) ?? []);
    const fewestOf = rows.reduce((least, row) => (row.length < least.length ? row : least));
    return fewestOf.slice(0, most).filter(({ words }) => wanted.every((word) => words.has(word)));
  }
}

/** The word that is the office: the last one before what it is of. */
function headOf(words: readonly Word[]): Word | undefined {
  const tie = words.findIndex(({ low }, at) => at > 0 && tied.test(low));
  const before = tie < 0 ? words : words.slice(0, tie);
  const isHead = ({ low, genitive }: Word): boolean => !genitive && isRole(low);
  return before.findLast(isHead) ?? words.findLast(isHead);
}

/** The words that tell which office it is, each in one way: countries by what they are, "Sen." as "senator". */
function tellingOf(words: readonly Word[]): string[] {
  const telling: string[] = [];
  for (let at = 0; at < words.length; ) {
    // "Kyiv mayor" is no "Ukrainian mayor".
    const country = countryAt(words, at, ({ as }) => as !== 'capital');
    const { low = '' } = words[at] ?? {};
    const isHouse =
      low === 'representatives' && words[at - 1]?.low === 'of' && words[at - 2]?.low === 'house';
    if (country) telling.push(countryKey(country.id));
    else if (!small.test(low) && !isHouse) telling.push(...partsOf(low));
    at += country?.length ?? 1;
  }
  return telling;
}

function partsOf(low: string): string[] {
  return low.split('-').map((part) => {
    const whole = writtenOut(part.replace(/\./gu, ''));
    return same.get(whole) ?? whole;
  });
}

/** No word of a text begins so. */
function countryKey(id: string): string {
  return `@${id}`;
}

/** "ihc" of "prosecutor of the International Harbour Court". */
function initialsOf(words: readonly Word[]): string[] {
  const runs: string[] = [''];
  for (const { low, text, capital } of words) {
    if (capital && !isRole(low)) runs.push(`${runs.pop() ?? ''}${text.slice(0, 1).toLowerCase()}`);
    else if (!small.test(low)) runs.push('');
  }
  return runs.filter((run) => run.length > 2);
}
