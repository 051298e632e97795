// Those who were read as entries of a dossier, for whoever knows people by its names alone.
import { type Dossier, ownNamesOf, type Party, type Person } from '../corpus/dossier.ts';
import { fold } from '../corpus/text/folding.ts';
import type { Known } from './people.ts';

/** A dossier with those who were read behind its own; a name that two have is nobody's there. */
export function withKnown(dossier: Dossier, known: readonly Known[]): Dossier {
  const keyOf = (name: string): string => fold(name).text;
  const written = new Set([...dossier.parties, ...dossier.people].flatMap(ownNamesOf).map(keyOf));
  const owners = new Map<string, number>();
  for (const { names, called } of known)
    for (const key of new Set([...names, ...called].map(keyOf))) owners.set(key, 1 + (owners.get(key) ?? 0));
  const entryOf = ({ id, name, names, called }: Known): Party => {
    const own = [...names, ...called].filter(
      (each) => owners.get(keyOf(each)) === 1 && !written.has(keyOf(each)),
    );
    return { id, name, spellings: own.filter((each) => each !== name), called: [] };
  };
  const personOf = (one: Known): Person => ({
    ...entryOf(one),
    ...(one.party !== undefined && { party: one.party }),
  });
  return {
    ...dossier,
    parties: [...dossier.parties, ...known.filter(({ kind }) => kind === 'party').map(entryOf)],
    people: [...dossier.people, ...known.filter(({ kind }) => kind === 'person').map(personOf)],
  };
}
