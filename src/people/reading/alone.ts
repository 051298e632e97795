// Whom an office without a name means in a document: "the vice premier", the label "THE PRESIDENT" below "Remarks by President Biden".

import { states } from '../../corpus/names/offices.ts';
import { fold } from '../../corpus/text/folding.ts';
import type { FormData, OfficeData } from '../data.ts';
import { headsAlone } from '../offices/heads.ts';
import { phrasesFor } from '../offices/phrases.ts';
import { surnameOf } from './judged.ts';
import type { Gathered } from './names-seen.ts';

/** A speaker of the title with whom the document means. */
export interface ToldEntry {
  readonly role: string;
  readonly entry: number;
}

interface Standing {
  readonly gathered: Gathered;
  readonly headline: string;
  readonly forms: readonly FormData[];
  readonly told: readonly ToldEntry[];
  readonly offices: ReadonlyMap<number, readonly OfficeData[]>;
}

/** The forms of offices that stand by themselves. */
export function aloneIn({ gathered, headline, forms, told, offices }: Standing): FormData[] {
  const byTitle = told.length > 0 ? toldAlone(told, gathered) : headlined(headline, forms, gathered);
  const named = new Set(byTitle.map(({ form }) => form));
  // Whoever a transcript calls "THE PRESIDENT" is not the president of whom its speakers talk.
  const isFree = ({ form }: FormData): boolean => !named.has(form) && !gathered.labels.has(form);
  return [...[...phrasesOf(offices), ...headsAlone(offices, gathered)].filter(isFree), ...byTitle];
}

/** Of the speakers of the title the one with an office is meant by it alone, where nobody else has it or a label says so. */
function toldAlone(told: readonly ToldEntry[], gathered: Gathered): FormData[] {
  const byRole = Map.groupBy(told, ({ role }) => shortRole(role));
  return [...byRole].flatMap(([role, [first, ...others]]) => {
    if (role === '' || !first || others.some(({ entry }) => entry !== first.entry)) return [];
    const form = `the ${role}`;
    if (isAnothers(role, gathered)) return [];
    return [{ form, entry: first.entry, phrase: true }];
  });
}

/**
 * Whether the text speaks of others with the same office, by name, so often that it may mean them: below a label for it twice, and as often
 * as every third paragraph of that label.
 */
function isAnothers(role: string, gathered: Gathered): boolean {
  const least = Math.max(2, (gathered.labels.get(`the ${role}`) ?? 0) / 3);
  const [, ...others] = [...namesWith(role, gathered).values()].sort((a, b) => b - a);
  return others.some((times) => times >= (gathered.labels.has(`the ${role}`) ? least : 1));
}

/** Without what it is of: of "president of ukraine" the first word. */
function shortRole(role: string): string {
  return role.replace(/ (?:of|to|for|de|du|des|der) .*$/u, '').trim();
}

const officeBefore = /(?:^|[\s,:;(])((?:(?:vice|prime|foreign|first) )?(\p{L}[\p{L}-]+)) $/iu;

/**
 * "Biden President Visits Kyiv" says whom "the president" means below, where nobody else of the text has that office before his name.
 */
function headlined(headline: string, forms: readonly FormData[], gathered: Gathered): FormData[] {
  const holders = new Map<string, Set<number>>();
  for (const { form, entry, phrase } of forms) {
    const at = phrase || entry < 0 ? -1 : headline.indexOf(form);
    const [, office = '', last = ''] = officeBefore.exec(headline.slice(0, Math.max(0, at))) ?? [];
    if (!states.has(fold(last).text)) continue;
    const role = office.toLowerCase();
    holders.set(role, (holders.get(role) ?? new Set()).add(entry));
  }
  return [...holders].flatMap(([role, [entry, ...others]]) => {
    if (entry === undefined || others.length > 0 || namesWith(role, gathered).size > 1) return [];
    return [{ form: `the ${role}`, entry, phrase: true }];
  });
}

/** The surnames of all who have an office beside their names, with how often. */
function namesWith(role: string, { singles, wholes }: Gathered): Map<string, number> {
  const found = new Map<string, number>();
  const add = (name: string, times: number): void => void found.set(name, times + (found.get(name) ?? 0));
  for (const { key, titles } of singles.values())
    for (const [title, times] of titles) if (title.toLowerCase() === role) add(key, times);
  for (const { key, offices } of wholes.values())
    for (const office of offices) if (office.role === role) add(surnameOf(key), 1);
  return found;
}

/** "China's vice premier", "the vice premier": an office by itself, where only one of the document holds it. */
function phrasesOf(offices: ReadonlyMap<number, readonly OfficeData[]>): FormData[] {
  const owners = new Map<string, Map<number, number>>();
  for (const [entry, held] of offices)
    for (const form of held.flatMap(phrasesFor)) {
      const times = owners.get(form) ?? new Map<number, number>();
      owners.set(form, times.set(entry, 1 + (times.get(entry) ?? 0)));
    }
  return [...owners].flatMap(([form, [first, ...others]]) => {
    const [entry, times = 0] = first ?? [];
    // Who is called president once need not be "the president" of all the text.
    const least = /^the \S+$/u.test(form) ? 2 : 1;
    if (entry === undefined || others.length > 0) return [];
    return [{ form, entry, phrase: true, ...(times < least && { typed: true as const }) }];
  });
}
