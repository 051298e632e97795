// Those who were read beside those of the dossier, and in libraries that stand beside each other.
import { expect, test } from 'vitest';
import { combined } from '../../src/corpus/combined.ts';
import { collectionAt, libraryOf } from '../../src/library.ts';
import { folderWith, markdown } from '../temporary.ts';
import { namedIn, peopleIn, personsOf } from './reading.ts';

const dossier = `parties:
  - {id: eagle, name: United States, called: [the American side]}
people:
  - {id: chief, name: Nora Velde, spellings: [Velde], party: eagle}
`;
const text =
  'U.S. Treasury Secretary Nora Velde met Chinese Vice Premier He Weiling. “We agree,” Velde said. Trade envoy Tom Velde left.';

test('whoever bears a name of the dossier is the one of the dossier, under its id', async () => {
  const read = await peopleIn([text], dossier);
  expect(personsOf(read)).toEqual(['He Weiling', 'Tom Velde']);
  expect(namedIn(read, 'Nora Velde and Tom Velde')).toEqual(['Nora Velde = chief', 'Tom Velde = tom-velde']);
});

test('a library beside another knows the people of both, each once', async () => {
  const shared = await collectionAt(
    await folderWith({ 'a.md': markdown('a', text), 'dossier.yaml': dossier }),
    {},
  );
  const own = await collectionAt(
    await folderWith({ 'b.md': markdown('b', 'Vice Premier He Weiling spoke. Envoy Lea Brandt said no.') }),
    {},
  );
  expect(combined(shared, own)).toBeUndefined();
  const library = await libraryOf(shared).beside({ ...own, dossier: shared.dossier });
  const found = await library.positions.suggest.who('');
  expect(found.filter(({ id }) => id === 'he-weiling')).toHaveLength(1);
  expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(['chief', 'lea-brandt', 'tom-velde']));
  const he = await library.positions.called('He Weiling');
  expect(he.found && (await library.positions.position(he.value)).documents).toEqual({ read: 2, of: 2 });
});

test('without a dossier somebody has a position, quotations and a check of who said them', async () => {
  const folder = await folderWith({
    'a.md': markdown('a', 'Envoy Lea Brandt spoke. “Borders stay where they are,” Brandt said.'),
    'b.md': markdown('b', 'Envoy Tom Arden spoke. “The pass will be open to all,” Arden said.'),
  });
  const { positions, ...library } = libraryOf(await collectionAt(folder, { strict: true }));
  const who = await positions.who('brandt');
  if (!who.found) throw new Error('Brandt is nobody');
  expect((await positions.position(who.value)).items.map(({ kind }) => kind)).toEqual(['own-words']);
  const said = await library.findQuote('borders stay');
  expect((await positions.saidBy(who.value, said)).matches).toHaveLength(1);
  const check = async (speaker: string) =>
    (await library.check('Borders stay where they are', { speaker })).verdict;
  expect(await check('Lea Brandt')).toBe('exact');
  expect(await check('Tom Arden')).toBe('misattributed');
});

test('a surname that two have is asked back', async () => {
  const { positions } = libraryOf(
    await collectionAt(
      await folderWith({ 'a.md': markdown('a', 'Envoy Lea Brandt spoke. Senator Jo Brandt listened.') }),
      {},
    ),
  );
  const who = await positions.who('Brandt');
  expect(!who.found && who.fits.map(({ id }) => id).sort()).toEqual(['jo-brandt', 'lea-brandt']);
});
