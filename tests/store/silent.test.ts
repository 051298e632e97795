// A PostgreSQL that falls silent: nobody waits for it for ever, and what is told of a change is what is known of it.
import { Socket } from 'node:net';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { postgresDialect } from '../../src/store/engines/postgres.ts';
import { asking, snapshot, transact, writing } from '../../src/store/engines/transact.ts';
import type { Tables } from '../../src/store/tables.ts';
import { counted, put, refusal } from './contract.ts';
import { wayToPostgres } from './silent.ts';

// What is waited for here is a database that says nothing.
vi.setConfig({ testTimeout: 60_000 });

/** Long enough for every answer on a busy machine. */
const silenceMs = 2_000;

async function world() {
  const way = await wayToPostgres();
  const database = new Kysely<Tables>({ dialect: postgresDialect(way.url, silenceMs) });
  onTestFinished(() => database.destroy());
  await sql`create table counters (name text primary key, value bigint)`.execute(database);
  await put(database, 'before', 1);
  return { way, database };
}

const change = (database: Kysely<Tables>, name: string) =>
  transact(database, async (step) => {
    await put(step, name, 1);
    return { ok: true };
  });

const write = (database: Kysely<Tables>, name: string): Promise<unknown> =>
  writing(database, (step) => put(step, name, 1));

test('a question fails, once, and the next goes well where the database speaks again', async () => {
  const { way, database } = await world();
  way.fallSilent();
  let asked = 0;
  const question = asking(() => {
    asked += 1;
    return counted(database, 'before');
  });
  expect((await refusal(question)).told.key).toBe('store.unavailable');
  expect(asked).toBe(1);
  way.speak();
  expect(await counted(database, 'before')).toBe(1);
});

test.each<[string, string, string, typeof write?]>([
  ['at its beginning', 'begin', 'store.unavailable'],
  ['in its middle', 'insert into', 'store.unavailable'],
  ['in its commit', 'commit', 'store.unsure'],
  ['in the commit of one write', 'commit', 'store.unsure', write],
])('a change fails where it falls silent %s', async (_, word, key, make = change) => {
  const { way, database } = await world();
  way.fallSilent(word);
  expect((await refusal(make(database, 'lost'))).told.key).toBe(key);
  way.speak();
  expect(await counted(database, 'lost')).toBeUndefined();
  await change(database, 'kept');
  expect(await counted(database, 'kept')).toBe(1);
});

test('questions of one moment fail, and as many at once as there are connections', async () => {
  const { way, database } = await world();
  way.fallSilent();
  const questions = Array.from({ length: 15 }, () =>
    refusal(snapshot(database, (moment) => counted(moment, 'before'))),
  );
  for (const { told } of await Promise.all(questions)) expect(told.key).toBe('store.unavailable');
});

test('what is let go of ends', async () => {
  const { way, database } = await world();
  way.fallSilent();
  const left = refusal(change(database, 'left'));
  await expect(database.destroy()).resolves.toBeUndefined();
  expect((await left).told.key).toBe('store.unavailable');
});

test('a database that only takes its time is waited for', async () => {
  const limits = vi.spyOn(Socket.prototype, 'setTimeout');
  onTestFinished(() => limits.mockRestore());
  const { database } = await world();
  const asked = await database.transaction().execute(async (change) => {
    await sql`lock table counters`.execute(change);
    const question = counted(database, 'before');
    const waiting = sql<{ pid: number }>`select pid from pg_locks where not granted`;
    await expect.poll(async () => (await waiting.execute(change)).rows.length).toBe(1);
    return { question };
  });
  expect(await asked.question).toBe(1);
  // For as long as was said, and no shorter.
  expect(new Set(limits.mock.calls.map(([milliseconds]) => milliseconds))).toEqual(new Set([silenceMs]));
});
