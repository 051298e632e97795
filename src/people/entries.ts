// Whom the documents of a collection name, each once: the people under all their names, the countries and bodies that speak.

import type { Steps } from '../common/steps.ts';
import { isBodyWord } from '../corpus/names/bodies.ts';
import { countries } from '../corpus/names/countries.ts';
import type { EntryData, OfficeData } from './data.ts';
import {
  type Evidence,
  evidenceSteps,
  isPerson,
  type Judging,
  soundOf,
  surnameOf,
} from './reading/judged.ts';
import type { WordSense } from './reading/mentions.ts';
import type { Body, Gathered, Single, Whole } from './reading/names-seen.ts';
import { onlyOwners } from './reading/tails.ts';
import { wordsIn } from './reading/words.ts';

/** An entry while it is put together. */
export interface Entry {
  readonly kind: EntryData['kind'];
  readonly key: string;
  readonly texts: Map<string, number>;
  readonly offices: OfficeData[];
}

export interface Entries {
  readonly all: readonly Entry[];
  /** How often each is named by a whole name. */
  readonly times: readonly number[];
  /** By the key of a whole name, under which several ways of writing it may stand. */
  readonly byKey: ReadonlyMap<string, number>;
  /** People by their last word. */
  readonly bySurname: ReadonlyMap<string, readonly number[]>;
  readonly countries: ReadonlyMap<string, number>;
  readonly bodies: ReadonlyMap<string, number>;
}

/** Of each office so many passages are kept. */
export const mostOffices = 12;

export function* entriesSteps(gathered: readonly Gathered[], words: WordSense): Steps<Entries> {
  const evidence = yield* evidenceSteps(gathered);
  const people = yield* personSteps(evidence, words);
  const all: Entry[] = [];
  const byKey = yield* joinedSteps(people, evidence, all);
  yield;
  for (const { wholes } of gathered) {
    for (const whole of wholes.values()) addTo(all[byKey.get(whole.key) ?? -1], whole);
    yield;
  }
  const bySurname = new Map<string, number[]>();
  for (const [at, { key }] of all.entries()) {
    const last = soundOf(surnameOf(key));
    const same = bySurname.get(last);
    if (same) same.push(at);
    else bySurname.set(last, [at]);
  }
  const times = all.map(({ texts }) => [...texts.values()].reduce((sum, one) => sum + one, 0));
  return {
    all,
    times,
    byKey,
    bySurname,
    countries: countriesIn(gathered, all),
    bodies: bodiesIn(gathered, all, words.isCommon),
  };
}

/** The keys of people: first those that are sure, whose first names then tell of others. */
function* personSteps(evidence: ReadonlyMap<string, Evidence>, words: WordSense): Steps<string[]> {
  const given = new Map<string, number>();
  const isSurname = surnamesIn(evidence);
  const own = { ...words, isSurname, isWhole: (key: string) => evidence.has(key) };
  for (const [key, one] of evidence) {
    if (one.strong > 0 && isPerson(key, one, { ...own, isGiven: () => false })) {
      const [first = ''] = key.split(' ');
      given.set(first, 1 + (given.get(first) ?? 0));
    }
    yield;
  }
  const judging: Judging = { ...own, isGiven: (low) => (given.get(low) ?? 0) > 0 };
  const people: string[] = [];
  for (const [key, one] of evidence) {
    if (isPerson(key, one, judging)) people.push(key);
    yield;
  }
  return people;
}

/** Whether a word ends names more often than it begins them. */
function surnamesIn(evidence: ReadonlyMap<string, Evidence>): Judging['isSurname'] {
  const balance = new Map<string, number>();
  const add = (word: string, times: number): void => void balance.set(word, times + (balance.get(word) ?? 0));
  for (const [key, { times }] of evidence) {
    add(surnameOf(key), times);
    add(firstOf(key), -times);
  }
  return (low) => (balance.get(low) ?? 0) > 0;
}

/**
 * One entry for all keys of one person: "donald john trump" is "donald trump", and so is "wasserman schultz" where only one name ends so.
 * The most frequent key comes first.
 */
function* joinedSteps(
  people: readonly string[],
  evidence: ReadonlyMap<string, Evidence>,
  all: Entry[],
): Steps<Map<string, number>> {
  const times = (key: string): number => evidence.get(key)?.times ?? 0;
  const byKey = new Map<string, number>();
  const byOuter = new Map<string, number>();
  const tails = onlyOwners(people.flatMap(withoutFirst));
  const alike = Map.groupBy(people, alikeOf);
  for (const key of people.toSorted(
    (a, b) => lengthOf(b) - lengthOf(a) || times(b) - times(a) || (a < b ? -1 : 1),
  )) {
    const outer = outerOf(key);
    const known =
      byOuter.get(outer) ?? byKey.get(tails.get(key) ?? '') ?? shortOf(key, alike, byKey, evidence);
    const at = known ?? all.push({ kind: 'person', key, texts: new Map(), offices: [] }) - 1;
    byKey.set(key, at);
    byOuter.set(outer, at);
    yield;
  }
  return byKey;
}

/** A name that is the end of one other: "wasserman schultz" of "debbie wasserman schultz". */
function withoutFirst(key: string): (readonly [tail: string, key: string])[] {
  const tail = key.slice(key.indexOf(' ') + 1);
  return tail.includes(' ') ? [[tail, key]] : [];
}

/** What a name shares with all that are short for it: its surname, and how its first name begins. */
function alikeOf(key: string): string {
  return `${firstOf(key).slice(0, 2)} ${surnameOf(key)}`;
}

/** Of so many that are alike nobody knows who is whom; a text may be made of them. */
const mostAlike = 200;

/** "Ken Starr" of a text that says "Kenneth Starr" as well; "President Joseph Biden", where "President Joe Biden" is another's text. */
function shortOf(
  key: string,
  alike: ReadonlyMap<string, readonly string[]>,
  byKey: ReadonlyMap<string, number>,
  evidence: ReadonlyMap<string, Evidence>,
): number | undefined {
  const own = evidence.get(key);
  const same = (alike.get(alikeOf(key)) ?? []).slice(0, mostAlike).find((other) => {
    const one = evidence.get(other);
    return byKey.has(other) && own && one && isShort(firstOf(key), firstOf(other), own, one);
  });
  return same === undefined ? undefined : byKey.get(same);
}

function isShort(a: string, b: string, own: Evidence, other: Evidence): boolean {
  if (a === b || Math.min(a.length, b.length) < 3) return false;
  if (a.startsWith(b) || b.startsWith(a)) return !own.documents.isDisjointFrom(other.documents);
  return a.slice(0, 2) === b.slice(0, 2) && !own.heads.isDisjointFrom(other.heads);
}

function firstOf(key: string): string {
  return key.split(' ')[0] ?? key;
}

function lengthOf(key: string): number {
  return key.split(' ').length > 2 ? 1 : 0;
}

/** First and last word. */
function outerOf(key: string): string {
  const words = key.split(' ');
  const last = surnameOf(key);
  const suffix = words.at(-1) === last ? '' : ` ${words.at(-1)}`;
  const [first = ''] = words;
  return `${first} ${soundOf(last)}${suffix}`;
}

function addTo(entry: Entry | undefined, { texts, offices }: Whole | Single): void {
  if (!entry) return;
  for (const [text, times] of texts) entry.texts.set(text, times + (entry.texts.get(text) ?? 0));
  for (const office of offices)
    if (entry.offices.length < mostOffices || isNew(office, entry)) entry.offices.push(office);
}

function isNew({ role, country }: OfficeData, { offices }: Entry): boolean {
  return (
    offices.length < 4 * mostOffices && !offices.some((one) => one.role === role && one.country === country)
  );
}

/** Countries of which something is said, or whom somebody speaks for. */
function countriesIn(gathered: readonly Gathered[], all: Entry[]): Map<string, number> {
  const times = new Map<string, number>();
  const add = (id: string, more: number): void => void times.set(id, more + (times.get(id) ?? 0));
  for (const seen of gathered) for (const [id, one] of seen.countries) add(id, one.times + 2 * one.said);
  for (const office of all.flatMap(({ offices }) => offices))
    if (office.country && office.held) add(office.country, fewestTimes);
  const found = new Map<string, number>();
  for (const country of countries().all) {
    if ((times.get(country.id) ?? 0) < fewestTimes) continue;
    const texts = new Map(country.names.map((name, at) => [name, country.names.length - at]));
    found.set(country.id, all.push({ kind: 'country', key: country.id, texts, offices: [] }) - 1);
  }
  return found;
}

/** A country that is named once and does nothing is only a place. */
const fewestTimes = 3;

/** Bodies that speak, twice, or once where the name itself is a body's, and institutions that are named. */
function bodiesIn(
  gathered: readonly Gathered[],
  all: Entry[],
  isCommon: (low: string) => boolean,
): Map<string, number> {
  const offices = all.flatMap((one) => one.offices).flatMap(({ text, held }) => (held ? [text] : []));
  const titles = new Set(offices.flatMap(beginnings));
  const found = new Map<string, number>();
  for (const [key, body] of bodiesSeen(gathered)) {
    const isAlone = !key.includes(' ');
    if (/\d/u.test(key) || key.length < 2 || (isAlone && isCommon(key))) continue;
    if (!isBody(body, titles.has(key), isAlone || !isBodyWord(key.split(' ').at(-1) ?? ''))) continue;
    const texts = new Map([[body.text, body.times]]);
    found.set(key, all.push({ kind: 'body', key, texts, offices: [] }) - 1);
  }
  return found;
}

function bodiesSeen(gathered: readonly Gathered[]): Map<string, Body> {
  const seen = new Map<string, Body>();
  for (const { bodies } of gathered)
    for (const [key, { text, times, said }] of bodies) {
      const known = seen.get(key) ?? { text, times: 0, said: 0 };
      known.times += times;
      known.said += said;
      seen.set(key, known);
    }
  return seen;
}

/** `isTitle`: an office begins with it; `isDoubtful`: its name alone does not tell that it is one. */
function isBody({ text, times, said }: Body, isTitle: boolean, isDoubtful: boolean): boolean {
  if (institution.test(text) && (times > 2 || isTitle)) return true;
  return said >= (isDoubtful && !isTitle ? 2 : 1);
}

/** What is a body by its name: of these it is enough that they are named, or that somebody speaks for them. */
const institution =
  /\s(?:Council|Commission|Union|Ministry|Parliament|Congress|Senate|Department|Committee|Agency|Organi[sz]ation|Court|Nations|Alliance|House)$/u;

/** The beginnings of an office, folded: "european council president" begins with a body. */
function beginnings(office: string): string[] {
  const words = wordsIn(office).map(({ low }) => low);
  return words.map((_, at) => words.slice(0, at + 1).join(' '));
}
