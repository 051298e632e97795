// Whom each name of one document means: a surname that one of the document; where nobody of it has that name, the only one of the
// collection. What may mean two means nobody here.

import type { Steps } from '../../common/steps.ts';
import { type Country, countries } from '../../corpus/names/countries.ts';
import { givenName } from '../../corpus/names/given-names.ts';
import type { FormData, OfficeData, StandingData } from '../data.ts';
import type { Entries } from '../entries.ts';
import { aloneIn } from './alone.ts';
import { soundOf, surnameOf } from './judged.ts';
import { fewFirst, type Gathered, type Single, type Whole } from './names-seen.ts';
import { formsOf, otherForms } from './single-forms.ts';
import { tailSteps } from './tails.ts';
import { toldIn } from './title-speakers.ts';
import { lowOf } from './words.ts';

/** People whom the collection has by a surname with a title alone: "President Obama", "Mr. Ackman". */
export interface Titled {
  /** The entry of a surname with what stands before it, made where there is none yet. */
  of(single: Single, document: number): number;
}

export interface Standing {
  readonly entries: Entries;
  readonly titled: Titled;
  readonly isCommon: (low: string) => boolean;
  readonly isGrammar: (low: string) => boolean;
}

export function* standingSteps(
  gathered: Gathered,
  document: number,
  { entries, titled, isCommon, isGrammar }: Standing,
  headline: string,
): Steps<StandingData> {
  const forms: FormData[] = [];
  const named = new Map<number, number>();
  const add = (entry: number, texts: Iterable<string>, times: number): void => {
    named.set(entry, times + (named.get(entry) ?? 0));
    // "The American side" ends without a capital.
    for (const form of texts) forms.push({ form, entry, phrase: /\s\p{Ll}+$/u.test(form) });
  };
  const here = yield* wholeSteps(gathered, entries, add);
  yield* tailSteps(gathered, entries, add);
  const called = hereOf(here);
  yield;
  const offices = new Map<number, OfficeData[]>(
    [...here].map(([entry, wholes]) => [entry, wholes.flatMap((one) => one.offices)]),
  );
  const meanings = new Map<string, number>();
  for (const single of gathered.singles.values()) {
    yield;
    const meant = meantBy(single, called, { entries, isCommon, headline });
    const entry = meant ?? (isTitled(single, isCommon) ? titled.of(single, document) : undefined);
    if (entry === undefined || entry === 'nobody') continue;
    meanings.set(single.key, entry);
    forms.push(...otherForms(single, entry, called));
    add(entry, formsOf(single, { isCommon, isGrammar }), single.times);
    addAll(offices, entry, single.offices);
  }
  addBodies(gathered, entries, add);
  const told = toldIn(gathered, called, {
    entries,
    meanings,
    titled: (single) => titled.of(single, document),
  });
  const titles = told.map(({ form, entry }) => ({ text: form, entry }));
  for (const { text, entry } of [...addressedHere(gathered, called, meanings), ...titles])
    if (text !== '') add(entry, [text], 1);
  yield;
  forms.push(...aloneIn({ gathered, headline, forms, told, offices }));
  return { named: [...named], forms };
}

/** Those whom a document names whole. */
function* wholeSteps({ wholes }: Gathered, { byKey }: Entries, add: Add): Steps<Map<number, Whole[]>> {
  const here = new Map<number, Whole[]>();
  for (const whole of wholes.values()) {
    yield;
    const entry = byKey.get(whole.key);
    if (entry === undefined) continue;
    add(entry, whole.texts.keys(), whole.times);
    addAll(here, entry, [whole]);
  }
  return here;
}

/** Puts more behind what is kept of an entry. */
function addAll<Kept>(to: Map<number, Kept[]>, entry: number, more: readonly Kept[]): void {
  const kept = to.get(entry) ?? [];
  for (const one of more) kept.push(one);
  to.set(entry, kept);
}

/** The first names that nobody else in a document has, with whom they mean by a label. */
function addressedHere(
  { addressed }: Gathered,
  { byFirst, bySurname }: Here,
  meanings: ReadonlyMap<string, number>,
): { readonly text: string; readonly entry: number }[] {
  return addressed.flatMap(({ text, label }) => {
    const fits = bySurname.get(soundOf(label)) ?? [];
    const entry = meanings.get(label) ?? (fits.length === 1 ? fits[0]?.[0] : undefined);
    const isFree = !byFirst.has(lowOf(text)) && !meanings.has(lowOf(text));
    return entry !== undefined && isFree ? [{ text, entry }] : [];
  });
}

/** "Ambassador Extraordinary" is nobody; "Mr. Price" is. */
function isTitled(
  { key, titled, labelled, titles, said, within, placed }: Single,
  isCommon: (low: string) => boolean,
): boolean {
  // "And Barack asked me": a first name, of a text that has no more of it.
  if (givenName(key) === 'sure' && said > 0 && within > 0 && placed === 0) return true;
  if (titled + labelled === 0) return false;
  return !isCommon(key) || [...titles.keys()].some((title) => /^(?:mrs?|ms|dr)\b/iu.test(title));
}

type Fit = readonly [entry: number, wholes: readonly Whole[]];

/** The people of a document by what they may be called. */
export interface Here {
  readonly bySurname: ReadonlyMap<string, readonly Fit[]>;
  readonly byFirst: ReadonlyMap<string, readonly Fit[]>;
}

function hereOf(people: ReadonlyMap<number, readonly Whole[]>): Here {
  const by = (nameOf: (key: string) => string): Map<string, Fit[]> => {
    const found = new Map<string, Fit[]>();
    for (const fit of people)
      for (const name of new Set(fit[1].map(({ key }) => nameOf(key)))) {
        const same = found.get(name);
        if (same) same.push(fit);
        else found.set(name, [fit]);
      }
    return found;
  };
  return { bySurname: by((key) => soundOf(surnameOf(key))), byFirst: by((key) => key.split(' ')[0] ?? key) };
}

/** Notes texts by which an entry is named, so many times. */
export type Add = (entry: number, texts: Iterable<string>, times: number) => void;

interface Meaning extends Pick<Standing, 'entries' | 'isCommon'> {
  readonly headline: string;
}

/** Whom a single word means in a document; `nobody` where several may be meant. */
function meantBy(
  single: Single,
  here: Here,
  { entries, isCommon, headline }: Meaning,
): number | 'nobody' | undefined {
  const { key } = single;
  const last = here.bySurname.get(soundOf(key)) ?? [];
  if (last.length > 0) return mainOf(single, last, { headline, entries }) ?? 'nobody';
  const first = here.byFirst.get(key) ?? [];
  if (first.length > 0) return isCalled(single, isCommon) && first.length === 1 ? first[0]?.[0] : 'nobody';
  return elsewhere(single, entries, isCommon);
}

/** The only one of the collection who has a surname, where nobody of the document has it. */
function elsewhere(single: Single, entries: Entries, isCommon: (low: string) => boolean): number | undefined {
  const { key, titled, labelled, said, within } = single;
  const named = entries.bySurname.get(soundOf(key)) ?? [];
  const known = named.filter((at) => entries.all[at]?.kind === 'person');
  if (known.length > 1) return sameOffice(single, known, entries);
  if (titled + labelled > 0) return known[0];
  const isPlain = !isCommon(key) && !countries().byWord.has(key);
  return isPlain && (said > 0 || (within > 0 && key.length > 4)) ? known[0] : undefined;
}

/** "President Obama" of a text that nowhere says "Barack": of those with this surname the one who has the office. */
function sameOffice(
  { roles: own, titled, labelled }: Single,
  known: readonly number[],
  { all, times }: Entries,
): number | undefined {
  if (titled + labelled === 0) return undefined;
  const roles = new Set([...own].map(officeWord));
  const holds = known.filter((at) => all[at]?.offices.some(({ role }) => roles.has(officeWord(role))));
  const fits = holds.length > 0 ? holds : known;
  const [best, next] = fits.toSorted((a, b) => (times[b] ?? 0) - (times[a] ?? 0));
  if (best === undefined || fits.length === 1) return holds.length === 1 ? best : undefined;
  return (times[best] ?? 0) >= 5 * (times[next ?? -1] ?? 0) ? best : undefined;
}

/** The office itself, written out: of "treasury secretary" the last word. */
function officeWord(role: string): string {
  const last = role.split(' ').at(-1) ?? role;
  return role.startsWith('vice ') ? role : last;
}

/** "President Xi", "Hillary said": a first name that stands for the whole. */
function isCalled({ key, titled, said, times }: Single, isCommon: (low: string) => boolean): boolean {
  return titled > 0 || (!isCommon(key) && (said > 0 || times > 1) && !countries().byWord.has(key));
}

/** Of several with one surname a text means by it the one who says so of himself ("my name is Joe Biden"), or else its main one. */
function mainOf(
  single: Single,
  fits: readonly Fit[],
  { headline, entries }: Pick<Meaning, 'headline' | 'entries'>,
): number | undefined {
  const only = (which: (whole: Whole) => boolean): Fit | undefined => {
    const [first, ...more] = fits.filter(([, wholes]) => wholes.some(which));
    return more.length === 0 ? first : undefined;
  };
  const isShown = ({ strong, said, who }: Whole): boolean => strong + said + who > 0;
  // Whoever is only named is not the one whom a text calls by the surname where it tells who another is, or says that he speaks.
  const surely =
    only(({ introduced }) => introduced) ??
    only(({ texts }) => [...texts.keys()].some((text) => headline.includes(text))) ??
    namedBefore(single, fits) ??
    only(isShown);
  return surely ? surely[0] : mostNamed(fits, entries);
}

/** The one who was named in full before the surname stood alone, where that was before any other one was named. */
function namedBefore({ first: alone }: Single, fits: readonly Fit[]): Fit | undefined {
  if (alone.length < fewFirst) return undefined;
  const last = alone.at(-1) ?? 0;
  const [before, ...others] = fits.filter(([, wholes]) => wholes.some(({ first }) => first < last));
  const isFirst = before?.[1].some(({ first }) => first < (alone[0] ?? 0)) === true;
  return isFirst && others.length === 0 ? before : undefined;
}

/**
 * The one whom a text names most, where that is the one whom all texts name most, or who is named first and far more often than the
 * others.
 */
function mostNamed(fits: readonly Fit[], { times }: Entries): number | undefined {
  const here = fits.map(([entry, wholes]) => ({
    entry,
    times: wholes.reduce((sum, one) => sum + one.times, 0),
  }));
  const [best, next] = here.toSorted(
    (a, b) => b.times - a.times || (times[b.entry] ?? 0) - (times[a.entry] ?? 0),
  );
  if (!best || !next) return best?.entry;
  const most = Math.max(...here.map(({ entry }) => times[entry] ?? 0));
  // Of those whom a text names as often the one whom all texts name far more.
  const [known, other] = fits.map(([entry]) => times[entry] ?? 0).sort((a, b) => b - a);
  const least = (known ?? 0) >= 2 * (other ?? 0) ? next.times : next.times + 1;
  const isMost = (times[best.entry] ?? 0) === most && best.times >= least;
  return isMost || (here[0] === best && best.times >= 3 * next.times) ? best.entry : undefined;
}

function addBodies({ bodies, countries: named }: Gathered, entries: Entries, add: Add): void {
  for (const [key, { text, times }] of bodies) {
    const entry = entries.bodies.get(key);
    if (entry !== undefined) add(entry, [text], times);
  }
  for (const [id, { times }] of named) {
    const entry = entries.countries.get(id);
    const country = countries().all.find((one) => one.id === id);
    if (entry !== undefined && country)
      add(
        entry,
        [...country.names, ...(country.capital ? [country.capital] : []), ...sidesOf(country)],
        times,
      );
  }
}

/** "The American side", "the Chinese government": what speaks for a country by its name. */
function sidesOf({ id, demonym }: Country): string[] {
  const words = [demonym ?? [], id === 'united-states' ? 'U.S.' : []].flat();
  return words.flatMap((word) => [`${word} side`, `${word} government`]);
}
