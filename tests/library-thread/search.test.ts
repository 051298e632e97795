// A library whose words are filed in PostgreSQL answers as one that has them in memory, also from what another process filed, beside a
// server's own documents, and where the database cannot be used.
import { randomUUID } from 'node:crypto';
import { afterAll, expect, inject, onTestFinished, test } from 'vitest';
import { atOnce } from '../../src/common/steps.ts';
import { type Collection, readCollection } from '../../src/corpus/files/collection.ts';
import { readings } from '../../src/holding.ts';
import { type Library, libraryOf } from '../../src/library.ts';
import type { LibraryThreadOptions } from '../../src/library-thread/options.ts';
import { openLibraryThread } from '../../src/library-thread/thread.ts';
import { dropDatabase, makeDatabase } from '../store/postgres.ts';
import { folderWith } from '../temporary.ts';

const collection = await readCollection('corpus');
const name = `test_${randomUUID().replaceAll('-', '')}`;
const url = await makeDatabase(inject('postgres'), name);
afterAll(() => dropDatabase(inject('postgres'), name));

const questions = [
  'What did Rutte say about borders?',
  'Who met in Washington?',
  'kyiv garantees',
  'zeppelins',
  'Was sagte Merz?',
];
const [first] = collection.documents;

async function answersOf(library: Library): Promise<unknown[]> {
  const told: unknown[] = [];
  for (const question of questions) {
    told.push(await library.ask(question), await library.suggest.passages(question));
    if (first) told.push(await library.ask(question, { of: [first] }));
  }
  return told;
}

const expected = answersOf(libraryOf(collection));

function opened(options: LibraryThreadOptions, of: Collection = collection): Library {
  const thread = openLibraryThread({ hangsAfter: 30_000, ...options });
  onTestFinished(() => thread.close());
  return thread.open(of);
}

test('it answers the same, whether it or another process filed its words', async () => {
  const filed: number[] = [];
  const failed: unknown[] = [];
  const options: LibraryThreadOptions = {
    search: url,
    filed: (done) => filed.push(done),
    notFiled: (error) => failed.push(error),
  };
  const library = opened(options);
  await library.prepare();
  expect(filed).toEqual([collection.passages.length]);
  expect(await answersOf(library)).toEqual(await expected);
  expect(await answersOf(opened(options))).toEqual(await expected);
  expect(filed).toHaveLength(1);
  expect(failed).toEqual([]);
});

test("a server's own documents stand beside it, in memory", async () => {
  const library = opened({ search: url });
  const path = await folderWith({
    'own.md':
      '---\nid: own\ntitle: Own\nkind: other\nlanguage: en\nstatus: current\n---\n\nThe zeppelins left Friedrichshafen on Monday.\n',
  });
  const own = await readCollection(path);
  const beside = await library.beside({ ...own, dossier: collection.dossier });
  const { citations } = await beside.ask('When did the zeppelins leave?');
  expect(citations[0]?.passage.document.id).toBe('own');
  expect((await beside.ask(questions[0] ?? '')).citations.length).toBeGreaterThan(0);
});

test('where the database cannot be used it is told, and words are in memory', async () => {
  const failed: unknown[] = [];
  const library = opened({
    search: 'postgresql://me:secret@127.0.0.1:9/db',
    notFiled: (error) => failed.push(error),
  });
  expect(await answersOf(library)).toEqual(await expected);
  expect(failed).toHaveLength(1);
});

test('what was kept while words were filed in the database answers where they are in memory', async () => {
  const reading = libraryOf(collection, { keeps: true });
  for (const what of readings) atOnce(reading.readSteps(what));
  const data = reading.data() ?? expect.fail();
  const kept = { ...data, part: { ...data.part, postings: undefined } };
  expect(await answersOf(libraryOf(collection, { kept }))).toEqual(await expected);
});
