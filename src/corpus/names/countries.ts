// Countries under their names, and what belongs to them or lives there: "China", "Chinese", "Beijing". Names in five languages are
// Node's own (CLDR); nationalities and capitals come from packages. No list of them stands anywhere else.
import { countries as facts } from 'countries-list';
import german from 'i18n-nationality/langs/de.json' with { type: 'json' };
import english from 'i18n-nationality/langs/en.json' with { type: 'json' };
import french from 'i18n-nationality/langs/fr.json' with { type: 'json' };
import { fold } from '../text/folding.ts';
import { otherLanguages } from '../text/languages.ts';

export interface Country {
  /** As an id of the dossier is written: "united-states". */
  readonly id: string;
  readonly name: string;
  /** As English texts write it, the name first: "United Kingdom", "UK", "U.K.". */
  readonly names: readonly string[];
  /** Its name in the other languages. */
  readonly foreign: readonly string[];
  /** What belongs to it, in English: "Chinese". */
  readonly demonym: string | undefined;
  /** The same in German and French. */
  readonly foreignDemonyms: readonly string[];
  readonly capital: string | undefined;
}

/** Short ways to write a name that CLDR has only without points, and what everybody says. */
const said: Readonly<Record<string, readonly string[]>> = {
  US: ['U.S.', 'USA', 'U.S.A.', 'America', 'United States of America'],
  GB: ['U.K.', 'Britain', 'Great Britain'],
  AE: ['UAE'],
  CD: ['Democratic Republic of the Congo', 'DRC'],
  CZ: ['Czech Republic'],
  RU: ['Russian Federation'],
  TR: ['Turkey'],
  VA: ['Holy See', 'Vatican'],
  KP: ['DPRK'],
};

/** Of some nationalities texts write something else beside. */
const belonging: Readonly<Record<string, string>> = { US: 'U.S.', GB: 'U.K.', AE: 'Emirati' };

function namesIn(language: string, code: string): string[] {
  const styles = ['long', 'short'] as const;
  return styles.flatMap(
    (style) => new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }).of(code) ?? [],
  );
}

/** Of two countries with one capital word the first has it; nobody means Singapore's city by anything else. */
function read(): Country[] {
  return Object.entries(facts).flatMap(([code, { capital }]): Country[] => {
    const [name, ...rest] = namesIn('en', code);
    if (name === undefined) return [];
    const foreign = otherLanguages.flatMap((language) => namesIn(language, code));
    return [
      {
        id: idOf(name),
        name,
        names: [...new Set([name, ...rest, ...(said[code] ?? [])])],
        foreign: [...new Set(foreign)].filter((each) => each !== name),
        demonym: demonymIn(english, code),
        foreignDemonyms: [german, french].flatMap((language) => demonymIn(language, code) ?? []),
        capital: capital === '' || capital === name ? undefined : capital.replace(/,? D\.C\.$/u, ''),
      },
    ];
  });
}

interface Nationalities {
  readonly nationalities: Readonly<Record<string, string>>;
}

function demonymIn({ nationalities }: Nationalities, code: string): string | undefined {
  // "Dominican (Dominica)"
  return nationalities[code]?.replace(/ \(.*/u, '');
}

/** Letters, digits and hyphens, as the ids of the dossier have them. */
export function idOf(name: string): string {
  return fold(name)
    .text.replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

/** What a country is called in five languages, and what belongs to it, by its English name; nothing where it is none. */
export function countryNames(name: string): readonly string[] {
  const known = countryWord(name);
  if (known?.as !== 'name') return [];
  const { names, foreign, demonym, foreignDemonyms } = known.country;
  return [...names, ...foreign, ...(demonym === undefined ? [] : [demonym]), ...foreignDemonyms];
}

/** How a word of a text names a country. */
export interface CountryWord {
  readonly country: Country;
  readonly as: 'name' | 'demonym' | 'capital';
}

interface Countries {
  readonly all: readonly Country[];
  /** By what English texts write, folded and without points: the name, the nationality, the capital. */
  readonly byWord: ReadonlyMap<string, CountryWord>;
  /** The most words that one of these has. */
  readonly longest: number;
}

let known: Countries | undefined;

/** Read when they are first needed, in some milliseconds. */
export function countries(): Countries {
  known ??= indexed(read());
  return known;
}

function withoutPoints(folded: string): string {
  return folded.replace(/\./gu, '');
}

function indexed(all: readonly Country[]): Countries {
  const byWord = new Map<string, CountryWord>();
  const add = (word: string, entry: CountryWord): void => {
    const key = withoutPoints(fold(word).text);
    if (key !== '' && !byWord.has(key)) byWord.set(key, entry);
  };
  for (const country of all) for (const name of country.names) add(name, { country, as: 'name' });
  for (const country of all) if (country.demonym) add(country.demonym, { country, as: 'demonym' });
  for (const country of all) if (country.capital) add(country.capital, { country, as: 'capital' });
  for (const [code, word] of Object.entries(belonging)) {
    const country = all.find(({ name }) => name === namesIn('en', code)[0]);
    if (country) add(word, { country, as: 'demonym' });
  }
  const longest = Math.max(...[...byWord.keys()].map((word) => word.split(' ').length));
  return { all, byWord, longest };
}

/** The longest words from a place on, folded, that name a country in a way that is meant; with how many they are. */
export function countryAt<Word extends { readonly low: string }>(
  words: readonly Word[],
  at: number,
  isMeant: (named: CountryWord, words: readonly Word[]) => boolean,
): { readonly id: string; readonly length: number } | undefined {
  const { byWord, longest } = countries();
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const part = words.slice(at, at + length);
    const named = byWord.get(withoutPoints(part.map(({ low }) => low).join(' ')));
    if (named && isMeant(named, part)) return { id: named.country.id, length };
  }
  return undefined;
}

/** The country that a word or two of an English text name, by name, nationality or capital. */
export function countryWord(text: string): CountryWord | undefined {
  const low = /^[!-~ ]*$/u.test(text) ? text.toLowerCase() : fold(text).text;
  return countries().byWord.get(withoutPoints(low));
}
