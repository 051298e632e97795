// Who is known under a name to those who are read beside them: of the dossier, and of other documents.
import { type Dossier, ownNamesOf } from '../corpus/dossier.ts';
import { nameKey } from '../corpus/names/name-key.ts';
import { type NameBook, openNames } from '../corpus/names/names.ts';
import { spellings } from '../corpus/text/folding.ts';
import type { Outside } from './corrections/correcting.ts';
import type { Known } from './people.ts';

/** The dossier's entries by all of their names. */
export interface Written {
  readonly book: NameBook;
  readonly byName: ReadonlyMap<
    string,
    { readonly id: string; readonly name: string; readonly isParty: boolean }
  >;
  readonly ids: ReadonlySet<string>;
  readonly partyOf: ReadonlyMap<string, string | undefined>;
}

const writtenOnes = new WeakMap<Dossier, Written>();

export function writtenIn(dossier: Dossier): Written {
  const known = writtenOnes.get(dossier) ?? readWritten(dossier);
  writtenOnes.set(dossier, known);
  return known;
}

function readWritten(dossier: Dossier): Written {
  const { people, parties } = dossier;
  const entries = [
    ...people.map((one) => ({ one, isParty: false })),
    ...parties.map((one) => ({ one, isParty: true })),
  ];
  return {
    book: openNames(dossier),
    byName: new Map(
      entries.flatMap(({ one, isParty }) =>
        ownNamesOf(one).flatMap((name) =>
          spellings(bare(name)).map((way) => [way, { id: one.id, name: one.name, isParty }] as const),
        ),
      ),
    ),
    ids: new Set(entries.map(({ one }) => one.id)),
    partyOf: new Map(people.map(({ id, party }) => [id, party])),
  };
}

/** Who of the dossier is called so. */
export function writtenNamed(name: string, { byName }: Written): readonly Outside[] {
  const known = byName.get(spellings(bare(name))[0] ?? '');
  return known
    ? [{ id: known.id, name: known.name, kind: known.isParty ? 'party' : 'person', written: true }]
    : [];
}

/** Those of other documents by all of their names. */
export function outsideByName(known: readonly Known[]): ReadonlyMap<string, readonly Outside[]> {
  const found = new Map<string, Outside[]>();
  for (const { id, name, kind, names } of known)
    for (const key of new Set(names.map(nameKey))) {
      const same = found.get(key);
      const one = { id, name, kind, written: false };
      if (same) same.push(one);
      else found.set(key, [one]);
    }
  return found;
}

/** Without its article. */
function bare(name: string): string {
  return name.replace(/^the /iu, '');
}
