// PostgreSQL keeps the contract of the store, and what only a server can get wrong.
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { transact } from '../../src/store/engines/transact.ts';
import { openStore } from '../../src/store/store.ts';
import { counted, put, refusal, storeContract } from './contract.ts';
import { emptyStore, opened } from './engines.ts';
import { dropDatabase, makeDatabase } from './postgres.ts';

storeContract('postgresql');

const empty = emptyStore('postgresql');

const onServer = (url: string) => openStore({ file: 'unused', url });

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
  const { database, place } = await empty();
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
  const { database, place } = await empty();
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
  const { database } = await empty();
  await put(database, 'a', 0);
  await put(database, 'b', 0);
  const both = Promise.withResolvers<void>();
  let begun = 0;
  const add = (names: readonly string[]) =>
    transact(database, async (change) => {
      for (const name of names) {
        await change
          .updateTable('counters')
          .set(({ eb }) => ({ value: eb('value', '+', 1) }))
          .where('name', '=', name)
          .execute();
        // Each has one row and wants the other's.
        begun += 1;
        if (begun === 2) both.resolve();
        await both.promise;
      }
      return { ok: true };
    });
  await Promise.all([add(['a', 'b']), add(['b', 'a'])]);
  expect([await counted(database, 'a'), await counted(database, 'b')]).toEqual([2, 2]);
});
