// The shipped talks without their dossier: what its people and parties say is still found under their names.
import { expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/collection.ts';
import { type Dossier, emptyDossier } from '../../src/corpus/dossier.ts';
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

test('of the positions of those whom the documents name at most a tenth are lost, and none is another’s', async () => {
  const { dossier } = collection;
  const written = await allHeld({ ...dossier, proposals: [], statements: [] });
  const read = await allHeld(emptyDossier);
  const lost = written.filter((each) => !read.includes(each));
  expect(written).toHaveLength(29);
  // NATO speaks nowhere in them and is named in nobody's office.
  expect(lost).toEqual([expect.stringMatching(/^NATO: security-guarantees ¶13 /u)]);
  expect(read.filter((each) => !written.includes(each))).toEqual([]);
});
