// Surnames that are places, months or words as well: "Paris" of "Jeremy Paris". Where a text names somebody whole, then lets that word speak
// and nowhere has it as a place, it means the one whom it has named.
import { countryWord } from '../../corpus/names/countries.ts';
import { givenName } from '../../corpus/names/given-names.ts';
import { surnameOf } from './judged.ts';
import type { Gathered, Single, Whole } from './names-seen.ts';

/** Puts the words that are somebody's surname in a document among its single names, and out of its countries and bodies. */
export function claimSurnames(gathered: Gathered): void {
  const { doubtful, singles, bodies, countries } = gathered;
  const bySurname = Map.groupBy(gathered.wholes.values(), ({ key }) => surnameOf(key));
  for (const single of doubtful.values()) {
    const [whole, ...others] = bySurname.get(single.key) ?? [];
    if (!whole || others.length > 0 || !isSurely(whole) || !isSomebody(single, whole)) continue;
    if (isNamedElse(single, gathered)) continue;
    const country = countryWord(single.key)?.country.id;
    if (country !== undefined) countries.delete(country);
    bodies.delete(single.key);
    if (!singles.has(single.key)) singles.set(single.key, single);
  }
}

function isSurely({ key, titled }: Whole): boolean {
  return titled > 0 || givenName(key.split(' ')[0] ?? key) === 'sure';
}

function isSomebody({ said, labelled, placed, first }: Single, whole: Whole): boolean {
  return placed === 0 && said + labelled > 0 && whole.first < (first[0] ?? 0);
}

/** Whether the text has the country by its other names as well: then its capital may be what speaks. */
function isNamedElse({ key, times }: Single, { countries }: Gathered): boolean {
  const known = countryWord(key);
  return known !== undefined && (countries.get(known.country.id)?.times ?? 0) > times;
}
