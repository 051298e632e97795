// What `store -- check` finds, and what vacuum gives back, on both engines.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { vacuumStore } from '../../src/keeping/looking-after.ts';
import { checkStore } from '../../src/store/keeping/check.ts';
import { orphans } from '../../src/store/keeping/orphans.ts';
import { migrations } from '../../src/store/migrations/migrations.ts';
import type { Database } from '../../src/store/tables.ts';
import { put } from './contract.ts';
import { newPlace, onBothEngines, opened } from './engines.ts';
import { filled } from './filled.ts';

const guildsOf = (database: Database) => database.selectFrom('guilds').select('id').execute();

/** What would leave each of them behind. */
const spoils: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
  'documents whose newest version is missing': (database) =>
    database.deleteFrom('versions').where('document', '=', 'stands').execute(),
  'questions without their desk': (database) => database.deleteFrom('desks').execute(),
  'sittings without their desk': (database) => database.deleteFrom('desks').execute(),
  'entries of the log without their question': (database) =>
    database.deleteFrom('questions').where('number', '=', 2).execute(),
  'messages without their question': (database) =>
    database.deleteFrom('questions').where('number', '=', 1).execute(),
  'questions that are the same as one that is missing': (database) =>
    database.updateTable('questions').set({ merged_into: 99 }).where('number', '=', 2).execute(),
  'servers whose next question would take a number that is taken': (database) =>
    database.deleteFrom('counters').where('name', 'like', 'questions %').execute(),
  'servers whose number of changes is higher than the last one': (database) =>
    database.deleteFrom('counters').where('name', '=', 'revision').execute(),
};

onBothEngines((engine) => {
  test('a store that the bot filled is whole, also while it is open', async () => {
    const place = await newPlace(engine);
    const { database } = await opened(place);
    await filled(database);
    const checked = await checkStore(place);
    expect(checked).toMatchObject({
      engine,
      newest: true,
      version: Object.keys(migrations).at(-1),
      wrong: [],
    });
    expect(checked.rows).toMatchObject({ guilds: (await guildsOf(database)).length, questions: 10 });
    expect(checked.bytes).toBeGreaterThan(4_096);
    expect(checked.freeBytes === undefined).toBe(engine === 'postgresql');
  });

  test.each(Object.keys(orphans))('it finds %s', async (what) => {
    const place = await newPlace(engine);
    const { database } = await opened(place);
    await filled(database);
    await spoils[what]?.(database);
    const { wrong } = await checkStore(place);
    expect(wrong.map(({ values }) => values?.['what'])).toContain(what);
  });

  test('vacuum forgets what is due and goes on beside the bot', async () => {
    const place = await newPlace(engine);
    const { database } = await opened(place);
    await filled(database);
    await vacuumStore(place);
    // All of it is of months ago, and so are the names of who was quick.
    expect(await database.selectFrom('paces').selectAll().execute()).toEqual([]);
    expect(await database.selectFrom('drafts').selectAll().execute()).toEqual([]);
    expect(await checkStore(place)).toMatchObject({ wrong: [] });
  });
});

test('vacuum gives the room back, and a running bot does so by itself', { timeout: 40_000 }, async () => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  const fill = async (): Promise<void> => {
    for (let n = 0; n < 150; n++) await put(database, `${n} ${'long '.repeat(15_000)}`, n);
  };
  await fill();
  const size = () => stat(place.file).then((found) => found.size);
  await expect.poll(size, { timeout: 15_000 }).toBeGreaterThan(8_000_000);
  const full = await size();
  await database.deleteFrom('counters').execute();
  await expect.poll(size, { timeout: 20_000 }).toBeLessThan(full);
  const { after } = await vacuumStore(place);
  expect(after).toBeLessThan(1_000_000);
  expect((await sql`pragma auto_vacuum`.execute(database)).rows).toEqual([{ auto_vacuum: 2 }]);
});

test('a damaged file is told', async () => {
  const place = await newPlace('sqlite');
  const store = await opened(place);
  await filled(store.database);
  await store.close();
  const bytes = await readFile(place.file);
  // Pages in the middle, so that it opens.
  bytes.fill(9, bytes.length - 12 * 4_096, bytes.length - 4_096);
  await writeFile(place.file, bytes);
  const told = await checkStore(place).then(
    ({ wrong }) => wrong.map(({ key }) => key).join(),
    (error) => String(error),
  );
  expect(told).toMatch(/keep\.check\.damaged|malformed|damaged/);
});
