// The contract on both engines, and what only one of them can get wrong.
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { transact } from '../../src/store/transact.ts';
import { folderWith } from '../temporary.ts';
import { counted, put, refusal, storeContract } from './contract.ts';
import { newPlace, onBothEngines, opened } from './engines.ts';
import { dropDatabase, makeDatabase } from './postgres.ts';

onBothEngines(storeContract);

const inFile = (file: string) => openStore({ file, url: undefined });
const onServer = (url: string) => openStore({ file: 'unused', url });

test('a file in folders that are not there is made with them, for its owner alone', async () => {
  const file = join(await folderWith({}), 'a/b/store.sqlite');
  await opened({ file, url: undefined });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(`${file}-wal`)).mode & 0o777).toBe(0o600);
});

test('SQLite writes ahead and through to the disk', async () => {
  const { database } = await opened(await newPlace('sqlite'));
  expect((await sql`pragma journal_mode`.execute(database)).rows).toEqual([{ journal_mode: 'wal' }]);
  expect((await sql`pragma synchronous`.execute(database)).rows).toEqual([{ synchronous: 2 }]);
  expect((await sql`pragma foreign_keys`.execute(database)).rows).toEqual([{ foreign_keys: 1 }]);
});

test('a path that cannot be a store is told with the remedy', async () => {
  const folder = await folderWith({ 'notes.txt': 'These are notes and no database at all.\n'.repeat(20) });
  const notes = join(folder, 'notes.txt');
  await expect(inFile(notes)).rejects.toThrow(
    `STORE: ${notes}: this file is no SQLite database; give the path of the store, or of a file that is not there yet`,
  );
  await expect(inFile(folder)).rejects.toThrow(
    `STORE: ${folder}: the store cannot be opened (EISDIR: this is a folder); give the path of a file in a folder that the bot may write to`,
  );
  await expect(inFile(join(notes, 'store.sqlite'))).rejects.toThrow(/STORE: .*(ENOTDIR|EEXIST)/);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is told', async () => {
  const folder = await folderWith({});
  await mkdir(join(folder, 'shut'));
  await chmod(join(folder, 'shut'), 0o500);
  await expect(inFile(join(folder, 'shut/store.sqlite'))).rejects.toThrow(
    /EACCES: the system does not permit it/,
  );
});

test('a damaged file is refused when it is opened', async () => {
  const place = await newPlace('sqlite');
  const store = await opened(place);
  await store.close();
  await writeFile(place.file, 'SQLite format 3\0'.padEnd(4096, 'x'), { flag: 'r+' });
  await expect(openStore(place)).rejects.toThrow(/STORE: .*(damaged|no SQLite database)/);
  expect(dirname(place.file)).toBeTruthy();
});

test('a write waits for another process that writes, and does not hold up what else runs meanwhile', async () => {
  const place = await newPlace('sqlite');
  const [one, other] = [await opened(place), await opened(place)];
  const held = Promise.withResolvers<void>();
  const holding = transact(one.database, async (change) => {
    await put(change, 'first', 1);
    await held.promise;
    return { ok: true };
  });
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 10);
  const waiting = put(other.database, 'second', 2);
  await new Promise((resolve) => setTimeout(resolve, 600));
  held.resolve();
  await Promise.all([holding, waiting]);
  clearInterval(timer);
  expect(await counted(one.database, 'second')).toBe(2);
  expect(turns).toBeGreaterThan(3);
});

test('an address where no server listens is told without its password', async () => {
  await expect(onServer('postgresql://me:secret@127.0.0.1:9/db')).rejects.toThrow(
    /^DATABASE_URL: the database cannot be reached \(connect ECONNREFUSED 127\.0\.0\.1:9\); check that it runs, and host, port and name in the address$/,
  );
});

test('a wrong password and a database that is not there are told', async () => {
  const url = new URL(inject('postgres'));
  const missing = new URL(url);
  missing.pathname = '/nowhere';
  await expect(onServer(missing.href)).rejects.toThrow(
    'DATABASE_URL: there is no database of this name; create it, or correct the name at the end of the address',
  );
  url.password = 'wrong';
  await expect(onServer(url.href)).rejects.toThrow(
    'DATABASE_URL: the database does not let this user in; check name and password in the address',
  );
});

test('a database that keeps text in another encoding is refused', async () => {
  const name = `test_latin_${process.pid}`;
  const options = "encoding 'LATIN1' locale 'C' template template0";
  const url = await makeDatabase(inject('postgres'), name, options);
  await expect(onServer(url)).rejects.toThrow(
    "DATABASE_URL: the database keeps text as LATIN1, which would change words; create it with ENCODING 'UTF8'",
  );
  await dropDatabase(inject('postgres'), name);
});

const cutOff = sql`select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

test('connections that were lost are made anew, also in the middle of a change', async () => {
  const place = await newPlace('postgresql');
  const { database } = await opened(place);
  const other = await opened(place);
  await put(database, 'before', 1);
  await cutOff.execute(other.database);
  await transact(database, async (change) => {
    await put(change, 'idle', 1);
    return { ok: true };
  });
  let attempts = 0;
  await transact(database, async (change) => {
    attempts += 1;
    await put(change, 'middle', attempts);
    if (attempts === 1) await cutOff.execute(other.database);
    await put(change, 'end', attempts);
    return { ok: true };
  });
  expect(attempts).toBe(2);
  expect(await counted(database, 'middle')).toBe(2);
});

test('a connection lost in the commit is told as unsure, and the change is not made twice', async () => {
  const place = await newPlace('postgresql');
  const { database } = await opened(place);
  const other = await opened(place);
  let attempts = 0;
  const change = transact(database, async (step) => {
    attempts += 1;
    await put(step, 'unsure', 1);
    await cutOff.execute(other.database);
    return { ok: true };
  });
  expect((await refusal(change)).told.key).toBe('store.unsure');
  expect(attempts).toBe(1);
});

test('two changes that stand in each other’s way are both made', async () => {
  const { database } = await opened(await newPlace('postgresql'));
  await put(database, 'a', 0);
  await put(database, 'b', 0);
  const add = (names: readonly string[]) =>
    transact(database, async (change) => {
      for (const name of names) {
        await change
          .updateTable('counters')
          .set(({ eb }) => ({ value: eb('value', '+', 1) }))
          .where('name', '=', name)
          .execute();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return { ok: true };
    });
  await Promise.all([add(['a', 'b']), add(['b', 'a'])]);
  expect([await counted(database, 'a'), await counted(database, 'b')]).toEqual([2, 2]);
});
