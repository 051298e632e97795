// SQLite keeps the contract of the store, and what only a file can get wrong.
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as otherThings } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { transact } from '../../src/store/engines/transact.ts';
import { openStore } from '../../src/store/store.ts';
import { folderWith } from '../temporary.ts';
import { counted, put, refusal, storeContract } from './contract.ts';
import { newPlace, opened } from './engines.ts';

storeContract('sqlite');

const inFile = (file: string) => openStore({ file, url: undefined });

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
  await expect(inFile(join(notes, 'store.sqlite'))).rejects.toThrow(
    /STORE: .*(ENOTDIR|EEXIST): a part of the path is no folder/,
  );
});

// Nobody, not even root, makes a file there.
test.skipIf(process.platform !== 'linux')('where no file may be made, that is told', async () => {
  await expect(inFile('/sys/store.sqlite')).rejects.toThrow(
    /cannot be opened \((EACCES|EPERM|EROFS): the system does not permit it\)/,
  );
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
});

test('a full disk is told as what it is, leaves nothing by half, and the store goes on when there is room', async () => {
  const { database } = await opened(await newPlace('sqlite'));
  await sql`pragma max_page_count = 40`.execute(database);
  const fill = transact(database, async (change) => {
    for (let n = 0; n < 100; n++) await put(change, `${n}`.padEnd(10_000, 'x'), n);
    return { ok: true };
  });
  expect((await refusal(fill)).told).toEqual({ key: 'store.diskFull' });
  expect(await database.selectFrom('counters').selectAll().execute()).toEqual([]);
  await sql`pragma max_page_count = 4000`.execute(database);
  await put(database, 'room', 1);
  expect(await counted(database, 'room')).toBe(1);
});

test('what a change has read is still so when it writes', async () => {
  const place = await newPlace('sqlite');
  const [one, other] = [await opened(place), await opened(place)];
  await put(one.database, 'count', 1);
  const [overtaking, tried] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const change = transact(one.database, async (step) => {
    const value = (await counted(step, 'count')) ?? 0;
    overtaking.resolve();
    // The other one tries to write meanwhile.
    await tried.promise;
    await step
      .updateTable('counters')
      .set({ value: value + 1 })
      .execute();
    return { ok: true };
  });
  await overtaking.promise;
  const overtakes = other.database.updateTable('counters').set({ value: 10 }).execute();
  for (let turn = 0; turn < 20; turn += 1) await otherThings();
  tried.resolve();
  await Promise.all([change, overtakes]);
  expect(await counted(one.database, 'count')).toBe(10);
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
  const waiting = put(other.database, 'second', 2);
  // Where the wait held up all else, no turn would come before it is given up.
  for (let turn = 0; turn < 50; turn += 1) await otherThings();
  held.resolve();
  await Promise.all([holding, waiting]);
  expect(await counted(one.database, 'second')).toBe(2);
});
