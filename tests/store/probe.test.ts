// How large a store is, and when there is little room for it.
import { stat } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { vacuumStore } from '../../src/keeping/looking-after.ts';
import { checkStore } from '../../src/store/keeping/check.ts';
import { lookAtStore } from '../../src/store/keeping/look.ts';
import { isLittleRoom } from '../../src/store/keeping/probe.ts';
import { put } from './contract.ts';
import { newPlace, onBothEngines, opened } from './engines.ts';

const megabyte = 1024 ** 2;

test.each([
  ['a small store, 300 MB', { used: megabyte, free: 300 * megabyte }, false],
  ['a small store, 200 MB', { used: megabyte, free: 200 * megabyte }, true],
  ['a large store, twice its size', { used: 400 * megabyte, free: 800 * megabyte }, false],
  ['a large store, its size alone', { used: 400 * megabyte, free: 500 * megabyte }, true],
  ['nothing', { used: megabyte, free: 0 }, true],
  ['a server, which does not tell', { used: 400 * megabyte }, false],
])('whether room is little: %s', (_, room, isLittle) => {
  expect(isLittleRoom(room)).toBe(isLittle);
});

onBothEngines((engine) => {
  test('all who look at a store tell the same size', async () => {
    const place = await newPlace(engine);
    const store = await opened(place);
    const { used } = await store.room();
    expect((await checkStore(place)).bytes).toBe(used);
    const seen = await lookAtStore(place, async () => undefined);
    // The look saves a number.
    expect(seen?.look.room.used).toBeGreaterThanOrEqual(used);
    expect(await vacuumStore(place)).toMatchObject({ littleRoom: false });
  });
});

test('what was written lately and stands beside the file counts', async () => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
  await put(database, 'long '.repeat(100_000), 1);
  const sizes = await Promise.all([place.file, `${place.file}-wal`].map((name) => stat(name)));
  expect(sizes[1]?.size).toBeGreaterThan(0);
  expect((await checkStore(place)).bytes).toBe((sizes[0]?.size ?? 0) + (sizes[1]?.size ?? 0));
});
