// Those whom a server's own documents name, as its moderators look at them: the list, one of them, and what is offered while they type.

import { lately } from '../../common/lately.ts';
import { gently } from '../../common/steps.ts';
import { begun } from '../../common/typed.ts';
import type { Correction } from '../../corpus/correction.ts';
import { countryNames } from '../../corpus/names/countries.ts';
import { nameKey } from '../../corpus/names/name-key.ts';
import type { Known, People } from '../people.ts';
import type { Outcome } from './corrections.ts';

/** Somebody as the own documents name them; plain data. */
export interface OwnName {
  readonly name: string;
  readonly kind: Known['kind'];
  /** Every way in which they are written, the name first. */
  readonly forms: readonly string[];
  /** The offices that passages tie to them, each once, the most frequent first; before all the one that a moderator told. */
  readonly offices: readonly string[];
  /** Of the documents that name them, the ids, and how often they do. */
  readonly documents: readonly string[];
  readonly times: number;
}

export interface OwnNames {
  /** Some of them, the most often named first, and how many there are; nobody where there are no own documents. */
  list(from: number, most: number): Promise<{ readonly shown: readonly OwnName[]; readonly of: number }>;
  /** Those who are called so, under any of their forms. */
  called(name: string): Promise<readonly OwnName[]>;
  /** Those of whom a word of a name begins so. */
  suggest(typed: string): Promise<readonly OwnName[]>;
  /** What became of each correction, in their order. */
  outcomes(): Promise<readonly Outcome[]>;
  /** What would become of one more. */
  tried(correction: Correction): Promise<Outcome>;
}

const mostSuggested = 25;
/** So many names that begin alike are weighed by how often they are named. */
const mostWeighed = 400;
/** What somebody takes in each list, in characters (src/common/lately.ts). */
const charactersAName = 100;
/** What is told of somebody; more stand in the texts. */
const mostForms = 40;
const mostOffices = 25;
const mostDocuments = 25;

/** `isOwn`: what these people were read in are a server's own documents. */
export function openOwnNames(people: () => People, isOwn: boolean): OwnNames {
  const all = lately(
    () => (isOwn ? people().own : []),
    ({ length }) => length * charactersAName,
  );
  const index = lately(
    () => indexOf(all()),
    ({ length }) => length * charactersAName,
  );
  const byName = lately(
    () => byNameOf(all()),
    ({ size }) => size * charactersAName,
  );
  return {
    list: async (from, most) => ({
      shown: all()
        .slice(from, from + most)
        .map(ownNameOf),
      of: all().length,
    }),
    called: async (name) => {
      const found = byName().get(nameKey(name)) ?? [];
      return [...found].slice(0, mostSuggested).map(ownNameOf);
    },
    suggest: async (typed) => suggested(nameKey(begun(typed, 'name')), all(), index()).map(ownNameOf),
    outcomes: async () => people().outcomes,
    tried: async (correction) => (isOwn ? gently(people().tried(correction)) : 'unknown-name'),
  };
}

function byNameOf(all: readonly Known[]): ReadonlyMap<string, ReadonlySet<Known>> {
  const found = new Map<string, Set<Known>>();
  for (const one of all)
    for (const key of one.names.map(nameKey)) {
      const same = found.get(key);
      if (same) same.add(one);
      else found.set(key, new Set([one]));
    }
  return found;
}

/** The rest of a name from a word of it on, and the place of whoever bears it. */
type Start = readonly [key: string, place: number];

/** In the order of the letters, so that what begins alike stands in a row. */
function indexOf(all: readonly Known[]): readonly Start[] {
  const starts = all.flatMap(({ names }, place) =>
    names.flatMap((name) => {
      const words = nameKey(name).split(' ');
      return words.map((_, at): Start => [words.slice(at).join(' '), place]);
    }),
  );
  return starts.sort(([a, first], [b, second]) => (a < b ? -1 : a > b ? 1 : first - second));
}

function suggested(wanted: string, all: readonly Known[], index: readonly Start[]): readonly Known[] {
  if (wanted === '') return all.slice(0, mostSuggested);
  const places = new Set<number>();
  const from = firstFrom(wanted, index);
  for (const [key, place] of index.slice(from, from + mostWeighed)) {
    if (!key.startsWith(wanted)) break;
    places.add(place);
  }
  const often = [...places].sort((a, b) => a - b).slice(0, mostSuggested);
  return often.flatMap((place) => all[place] ?? []);
}

/** The first place at which no key comes before what is wanted, by halving. */
export function firstFrom(
  wanted: string,
  index: readonly (readonly [key: string, ...rest: unknown[]])[],
): number {
  let [from, to] = [0, index.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((index[middle]?.[0] ?? '') < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

function ownNameOf({ name, kind, isCountry, names, offices, told, documents }: Known): OwnName {
  // A country is known by its names in five languages, which no document need have.
  const foreign = new Set(isCountry ? countryNames(name) : []);
  const times = Map.groupBy(offices, ({ text }) => text);
  const often = [...times].sort((a, b) => b[1].length - a[1].length).map(([text]) => text);
  return {
    ...{
      name,
      kind,
      forms: [...new Set([name, ...names.filter((each) => !foreign.has(each))])].slice(0, mostForms),
    },
    offices: [...new Set([...(told === undefined ? [] : [told]), ...often])].slice(0, mostOffices),
    documents: [...documents.keys()].slice(0, mostDocuments).map(({ id }) => id),
    times: documents.values().reduce((sum, each) => sum + each, 0),
  };
}
