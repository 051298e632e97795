// The rows of entries, as they are kept: each with its id, its name and the country whose words theirs are.

import type { Steps } from '../common/steps.ts';
import { idOf } from '../corpus/names/countries.ts';
import { isTitle } from '../corpus/names/offices.ts';
import type { EntryData } from './data.ts';
import type { Entry } from './entries.ts';

/** The rows of entries, with ids that no two have. */
export function* rowSteps(all: readonly Entry[]): Steps<EntryData[]> {
  const taken = new Set<string>();
  // A thousand documents may each have a "Mr. Lind" of their own.
  const numbers = new Map<string, number>();
  const named = new Set(all.flatMap(({ kind, key }) => (kind === 'country' ? [key] : [])));
  const idFor = (entry: Entry, name: string): string => {
    const wanted = entry.kind === 'country' ? entry.key : idOf(name) || entry.key;
    let id = wanted;
    let next = numbers.get(wanted) ?? 2;
    for (; taken.has(id); next += 1) id = `${wanted}-${next}`;
    numbers.set(wanted, next);
    taken.add(id);
    return id;
  };
  // Countries first: their ids are what others' parties are called by.
  const order = [...all.keys()].sort(
    (a, b) => Number(all[b]?.kind === 'country') - Number(all[a]?.kind === 'country') || a - b,
  );
  const rows: EntryData[] = [];
  for (const at of order) {
    const entry = all[at];
    if (!entry) continue;
    const forms = [...entry.texts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([text]) => text);
    const name = nameOf(entry, forms);
    rows[at] = {
      id: idFor(entry, name),
      name,
      kind: entry.kind,
      forms,
      offices: entry.offices,
      party: partyOf(entry, named),
    };
    yield;
  }
  return rows;
}

/** The most frequent way of writing it that is not all capitals; of a transcript's label only that may be there. */
function nameOf({ kind }: Entry, forms: readonly string[]): string {
  const [first = ''] = forms;
  if (kind !== 'person') return first;
  const small = forms.find((form) => form !== form.toUpperCase());
  // A transcript's labels are all capitals: "MR. KIRBY".
  const isLabel = (word: string): boolean =>
    small === undefined || (word.length > 1 && word === word.toUpperCase() && isTitle(word.toLowerCase()));
  return (small ?? first)
    .replace(/\p{L}+/gu, (word) => (isLabel(word) ? word.slice(0, 1) + word.slice(1).toLowerCase() : word))
    .replace(/\s+/gu, ' ');
}

/** The country that a held office is most often said to belong to, where the collection knows it. */
function partyOf({ offices }: Entry, named: ReadonlySet<string>): string | undefined {
  const times = new Map<string, number>();
  for (const { country, held } of offices)
    if (country && held) times.set(country, 1 + (times.get(country) ?? 0));
  const [best] = [...times].sort((a, b) => b[1] - a[1]);
  return best && named.has(best[0]) ? best[0] : undefined;
}
