// What the shipped talks have of everybody of their dossier, with it and without it.

import { type Dossier, emptyDossier } from '../../src/corpus/dossier.ts';
import { readCollection } from '../../src/corpus/files/collection.ts';
import { libraryOf, type ReadLibrary } from '../../src/library.ts';

const collection = await readCollection('corpus');

/** What the documents themselves have of somebody; the dossier cites proposals and joint statements beside that. */
async function heldBy(name: string, { positions }: ReadLibrary): Promise<string[]> {
  const who = await positions.called(name);
  if (!who.found) return [];
  const { items } = await positions.position(who.value);
  return items.map(({ passage, start }) => `${name}: ${passage.document.id} ¶${passage.paragraph} ${start}`);
}

async function allHeld(dossier: Dossier): Promise<string[]> {
  const library = libraryOf({ ...collection, dossier });
  const { parties, people } = collection.dossier;
  // Whom the dossier alone puts together under one name has no name in the documents.
  const named = [...people, ...parties].filter(({ id }) => id !== 'european-leaders');
  return (await Promise.all(named.map(({ name }) => heldBy(name, library)))).flat();
}

/** The positions in the documents' own words that the dossier's names find, and those that the texts alone find. */
export async function heldInTalks(): Promise<Record<'written' | 'read', string[]>> {
  const { dossier } = collection;
  return {
    written: await allHeld({ ...dossier, proposals: [], statements: [] }),
    read: await allHeld(emptyDossier),
  };
}
