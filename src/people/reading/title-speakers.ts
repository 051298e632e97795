// Whom a title names as its speakers, of all whom the document has: "Remarks by President Biden and Chancellor Merz".

import type { Entries } from '../entries.ts';
import { isPast } from '../offices/phrases.ts';
import type { ToldEntry } from './alone.ts';
import { soundOf } from './judged.ts';
import type { Gathered, Single } from './names-seen.ts';
import type { Here } from './standing.ts';
import { officeOfCountry } from './told.ts';

interface Telling {
  readonly entries: Entries;
  readonly meanings: ReadonlyMap<string, number>;
  readonly titled: (single: Single) => number;
}

/** Whom the title's speakers are. */
export function toldIn(
  { told, singles }: Gathered,
  { bySurname }: Here,
  { entries, meanings, titled }: Telling,
): (ToldEntry & { readonly form: string })[] {
  const { byKey, all } = entries;
  const wholes = new Set(told.flatMap(({ key }) => byKey.get(key) ?? []));
  return told.flatMap(({ role, key, text }) => {
    if (key === '') return onlyHolder(text, entries).map((entry) => ({ role, entry, form: text }));
    const fits = (bySurname.get(soundOf(key)) ?? []).map(([entry]) => entry);
    const one = fits.length > 1 && !byKey.has(key) ? (amongSeveral(fits, role) ?? another(key)) : undefined;
    const entry = byKey.get(key) ?? one ?? meanings.get(key);
    return entry === undefined ? [] : [{ role, entry, form: one === undefined ? '' : text }];
  });

  /** Of two with one surname "President Biden" is the one who is not named in full in the title, or has that office in the text. */
  function amongSeveral(fits: readonly number[], role: string): number | undefined {
    const others = fits.filter((entry) => !wholes.has(entry));
    const holders = others.filter((entry) => all[entry]?.offices.some((one) => one.role === role));
    return holders.length === 1 ? holders[0] : others.length === 1 ? others[0] : undefined;
  }

  /** Where neither an office nor the text tells which one, it is somebody of whom no more is known. */
  function another(key: string): number | undefined {
    const single = meanings.has(key) ? undefined : singles.get(key);
    return single && titled(single);
  }
}

const holders = new WeakMap<Entries, ReadonlyMap<string, ReadonlySet<number>>>();

/** The only one of all documents who holds a country's office: of "Speech by the President of Ukraine", which names nobody. */
function onlyHolder(text: string, entries: Entries): readonly number[] {
  const office = officeOfCountry(text);
  if (!office) return [];
  const known = holders.get(entries) ?? holdersIn(entries);
  holders.set(entries, known);
  const found = known.get(`${office.country} ${office.role}`);
  return found?.size === 1 ? [...found] : [];
}

function holdersIn({ all }: Entries): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const [at, { kind, offices }] of all.entries())
    for (const office of kind === 'person' ? offices : []) {
      const key = `${office.country} ${office.role}`;
      if (office.held && !isPast(office)) found.set(key, (found.get(key) ?? new Set()).add(at));
    }
  return found;
}
