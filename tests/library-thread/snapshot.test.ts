// What was read of a collection and kept answers as what is read anew; and what is kept of another one, or damaged, is not used.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import type { Document } from '../../src/corpus/document.ts';
import { type Collection, readCollection } from '../../src/corpus/files/collection.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { type Library, libraryOf } from '../../src/library.ts';
import { fewestKept, snapshotIn } from '../../src/library-thread/snapshot.ts';
import { openLibraryThread } from '../../src/library-thread/thread.ts';
import { folderWith } from '../temporary.ts';

const shipped = await readCollection('corpus');
const sentences = shipped.passages.flatMap(({ text }) => text.split(/(?<=\.)\s+/u));

/** The shipped documents, and others of their sentences in an order of their own, in several scripts. */
function large(seed = 0): Collection {
  const [model] = shipped.documents;
  if (!model) throw new Error('there is no document');
  const more = Array.from({ length: 30 }, (_, at): Document => {
    const paragraphs = Array.from({ length: 70 }, (__, next) => {
      const place = (at * 37 + next * 11 + seed) % sentences.length;
      return `${sentences[place]} Nr. ${at}-${next}, Київ “so ${next}”, Zürich.`;
    });
    return { ...model, id: `made-${at}`, text: paragraphs.join('\n\n') };
  });
  const passages = more.flatMap((document) => passagesOf(document, { headings: true }));
  return {
    ...shipped,
    documents: [...shipped.documents, ...more],
    passages: [...shipped.passages, ...passages],
  };
}

const collection = large();
const questions = [
  'What did Rutte say about borders?',
  'Who met in Zuerich?',
  'Where will the talks be held?',
  'Was sagte Merz?',
  'kyiv garantees',
];

async function answersOf(library: Library): Promise<unknown[]> {
  const told: unknown[] = [];
  for (const question of questions) told.push(await library.ask(question));
  for (const words of ['so 3', 'Nr. 4-5', 'Zuerich', sentences[5] ?? '']) {
    told.push(
      await library.findQuote(words),
      await library.check(words),
      await library.suggest.passages(words),
    );
  }
  for (const who of library.positions.everybody.slice(0, 5)) told.push(await library.positions.position(who));
  return told;
}

const kept = libraryOf(collection, { keeps: true });
for (const what of ['quotations', 'checks', 'questions'] as const) atOnce(kept.readSteps(what));
const data = kept.data() ?? expect.fail();
const expected = await answersOf(libraryOf(collection));

test('it is large enough to be kept', () => {
  expect(collection.passages.length).toBeGreaterThan(fewestKept);
  expect(libraryOf(collection).data()).toBeUndefined();
});

test('what was kept answers as what is read anew', async () => {
  const file = join(await folderWith({}), 'kept');
  const snapshot = snapshotIn(file);
  expect(await snapshot.read(collection)).toBeUndefined();
  await snapshot.write(collection, data);
  expect((await stat(file)).mode & 0o077).toBe(0);
  const again = await snapshot.read(collection);
  expect(again).toEqual(data);
  expect(await answersOf(libraryOf(collection, { kept: again }))).toEqual(expected);
});

test('a library beside one that was kept reads its own documents as ever', async () => {
  const [document] = large(5).documents.slice(-1);
  if (!document) throw new Error('there is no document');
  const own = {
    ...document,
    id: 'own',
    text: 'The ferries of Norland sail on Mondays.\n\nNobody signed in Kyiv.',
  };
  const more = { ...shipped, documents: [own], passages: passagesOf(own, { headings: true }) };
  const [one, other] = await Promise.all(
    [libraryOf(collection, { kept: data }), libraryOf(collection)].map((each) => each.beside(more)),
  );
  if (!one || !other) throw new Error('there are two libraries');
  expect(await answersOf(one)).toEqual(await answersOf(other));
  expect(await one.check('The ferries of Norland sail on Mondays')).toMatchObject({ verdict: 'reporter' });
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['a changed byte', (bytes) => bytes.fill((bytes[9_000] ?? 0) ^ 1, 9_000, 9_001)],
  ['a changed byte of the name', (bytes) => bytes.fill((bytes[3] ?? 0) ^ 1, 3, 4)],
  ['a changed byte of the sum', (bytes) => bytes.fill((bytes[40] ?? 0) ^ 1, 40, 41)],
  ['a lost end', (bytes) => bytes.subarray(0, bytes.length - 1)],
  ['only a beginning', (bytes) => bytes.subarray(0, 50)],
  ['nothing', () => Buffer.alloc(0)],
  ['other words', () => Buffer.from('something else '.repeat(500))],
])('where there is %s, nothing is used', async (_, damaged) => {
  const file = join(await folderWith({}), 'kept');
  await snapshotIn(file).write(collection, data);
  await writeFile(file, damaged(await readFile(file)));
  expect(await snapshotIn(file).read(collection)).toBeUndefined();
});

test('what is kept of other texts, titles, headings or names is not used', async () => {
  const file = join(await folderWith({}), 'kept');
  await snapshotIn(file).write(collection, data);
  const [first, ...others] = collection.documents;
  const [passage, ...rest] = collection.passages;
  if (!first || !passage) throw new Error('there is no passage');
  const changed: Collection[] = [
    large(1),
    { ...collection, documents: [{ ...first, language: 'de' }, ...others] },
    { ...collection, documents: [{ ...first, title: { value: 'Other', by: 'source' } }, ...others] },
    { ...collection, passages: [{ ...passage, headings: ['Other'] }, ...rest] },
    { ...collection, passages: [{ ...passage, end: passage.end - 1 }, ...rest] },
    { ...collection, dossier: { ...collection.dossier, synonyms: [['a', 'b']] } },
    { ...collection, dossier: { ...collection.dossier, people: [] } },
    { ...collection, dossier: { ...collection.dossier, unnamed: [] } },
    { ...collection, dossier: { ...collection.dossier, thesaurus: [['a', 'b']] } },
  ];
  for (const each of changed) expect(await snapshotIn(file).read(each)).toBeUndefined();
  expect(await snapshotIn(file).read(collection)).toBeDefined();
});

async function openedWith(
  options: Parameters<typeof openLibraryThread>[0],
  sources = collection,
): Promise<Library> {
  const thread = openLibraryThread(options);
  onTestFinished(() => thread.close());
  const library = thread.open(sources);
  await library.prepare();
  return library;
}

const there = async (file: string): Promise<void> => {
  await expect
    .poll(
      () =>
        stat(file).then(
          ({ size }) => size,
          () => 0,
        ),
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
};

test('the thread keeps a large collection, uses it, and makes it anew where it is damaged', async () => {
  const file = join(await folderWith({}), 'kept');
  await openedWith({ snapshot: file });
  await there(file);
  const whole = await readFile(file);
  expect(await answersOf(await openedWith({ snapshot: file }))).toEqual(expected);
  await writeFile(file, 'damaged');
  expect(await answersOf(await openedWith({ snapshot: file }))).toEqual(expected);
  await expect.poll(async () => (await readFile(file)).equals(whole), { timeout: 20_000 }).toBe(true);
}, 60_000);

test('a small collection leaves no file, and where none can be written that is told', async () => {
  const folder = await folderWith({});
  await openedWith({ snapshot: join(folder, 'kept') }, shipped);
  expect(await readdir(folder)).toEqual([]);
  const told: unknown[] = [];
  const library = await openedWith({
    snapshot: join(folder, 'missing/kept'),
    notKept: (error) => told.push(error),
  });
  await expect.poll(() => told.length, { timeout: 20_000 }).toBe(1);
  expect(await library.cite('made-1 ¶1')).toMatchObject({ found: true });
});

test('nothing of a server is kept, even where it takes the place of a shared document', async () => {
  const file = join(await folderWith({}), 'kept');
  const shared = await openedWith({ snapshot: file });
  await there(file);
  const [taken] = collection.documents;
  if (!taken) throw new Error('there is no document');
  const own = { ...taken, text: 'The zebracorn ferry sails on Mondays from the old harbour.' };
  const passages = passagesOf(own, { headings: true });
  const beside = await shared.beside({ ...shipped, documents: [own], passages });
  expect(await beside.check('The zebracorn ferry sails on Mondays')).toMatchObject({ verdict: 'reporter' });
  expect((await readFile(file)).includes('zebracorn')).toBe(false);
});

test('where the corpus has become small, what was kept of the large one is gone', async () => {
  const file = join(await folderWith({}), 'kept');
  await openedWith({ snapshot: file });
  await there(file);
  await openedWith({ snapshot: file }, shipped);
  await expect
    .poll(
      () =>
        stat(file).then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(false);
});
