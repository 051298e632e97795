// A moderator's corrections of offices: one is somebody's, or is not.

import type { Correction } from '../../corpus/correction.ts';
import { countries } from '../../corpus/names/countries.ts';
import { nameKey } from '../../corpus/names/name-key.ts';
import type { EntryData, OfficeTold } from '../data.ts';
import { officeAlone } from '../offices/office.ts';
import { phrasesFor } from '../offices/phrases.ts';
import { roleOf } from '../reading/gathered.ts';
import { wordsIn } from '../reading/words.ts';
import { type At, type Fault, type Outcome, writtenOf } from './correcting.ts';
import { type EntryDraft, nobody } from './entry-drafts.ts';

export function holds({ name, other: office }: Correction, at: At): Outcome {
  const found = oneHolder(name, at);
  if (typeof found === 'string') return found;
  const { place, entry } = found;
  if (nameKey(entry.told?.text ?? '') === nameKey(office)) return 'already';
  const told = toldOffice(office);
  const party = at.drafts
    .find(countryName(told.country))
    .find((each) => at.drafts.at(each)?.kind === 'country');
  const id = party === undefined ? undefined : at.drafts.at(party)?.id;
  at.drafts.set(place, { ...entry, told, party: (told.held ? id : undefined) ?? entry.party });
  // A document that names them may call them by it, where that is nobody else's there.
  const phrases = phrasesFor({ ...told, alone: false });
  const naming = at.drafts.documents.filter(({ named }) => named.has(place));
  for (const form of phrases) {
    const taken = new Set(at.drafts.written(form).map(({ document }) => document));
    for (const document of naming)
      if (!taken.has(document)) at.drafts.addForm({ form, entry: place, phrase: true, document });
  }
  return 'done';
}

export function holdsNot({ name, other: office }: Correction, at: At): Outcome {
  const found = oneHolder(name, at);
  if (typeof found === 'string') return found;
  const { place, entry } = found;
  const is = ({ text }: { readonly text: string }): boolean => nameKey(text) === nameKey(office);
  const isTold = entry.told !== undefined && is(entry.told);
  const [gone, offices] = [entry.offices.filter(is), entry.offices.filter((each) => !is(each))];
  if (gone.length === 0 && !isTold) return 'not-theirs';
  const told = isTold ? undefined : entry.told;
  const left = new Set([...offices, ...(told ? [told] : [])].flatMap(phrasesFor));
  const lost = new Set(
    [...gone, ...(isTold && entry.told ? [entry.told] : [])]
      .flatMap(phrasesFor)
      .filter((phrase) => !left.has(phrase)),
  );
  at.drafts.set(place, { ...entry, offices, told, party: partyLeft(entry.party, [...gone], offices) });
  for (const form of lost) at.drafts.meanBy(form, place, nobody, ({ phrase }) => phrase);
  return 'done';
}

/** Whose words theirs are hangs on the offices that are left. */
function partyLeft(
  party: string | undefined,
  gone: EntryData['offices'],
  left: EntryData['offices'],
): string | undefined {
  const speaks = ({ country, held }: OfficeTold): boolean => held && country === party;
  return party !== undefined && gone.some(speaks) && !left.some(speaks) ? undefined : party;
}

/** The one person who is called so, of whom documents alone tell. */
function oneHolder(
  name: string,
  { drafts, outside }: At,
): { readonly place: number; readonly entry: EntryDraft } | Fault {
  const [place, ...others] = drafts.find(name);
  const entry = drafts.at(place);
  if (place === undefined || !entry) return outside(name).length > 0 ? 'elsewhere' : 'unknown-name';
  if (others.length > 0) return 'several';
  if (writtenOf(entry, outside).length > 0) return 'dossier';
  return entry.kind === 'person' ? { place, entry } : 'kinds';
}

/** What an office is of, by its words. */
function toldOffice(text: string): OfficeTold {
  const office = officeAlone(wordsIn(text));
  if (!office) return { text, role: '', country: undefined, held: false, alone: false };
  const { country, held, alone } = office;
  return { text, role: roleOf(office), country, held, alone };
}

function countryName(id: string | undefined): string {
  return countries().all.find((country) => country.id === id)?.name ?? '';
}
