// What every store keeps to, whichever engine is behind it.
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { UserError } from '../../src/common/errors.ts';
import { snapshot, transact } from '../../src/store/engines/transact.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { migrations } from '../../src/store/migrations/migrations.ts';
import type { Engine, StorePlace } from '../../src/store/store.ts';
import type { Database } from '../../src/store/tables.ts';
import { emptyStore, newPlace, opened } from './engines.ts';
import { inProcesses, startWriter } from './processes.ts';

export function storeContract(engine: Engine): void {
  const empty = emptyStore(engine);

  test('what was committed is there when it is opened again', async () => {
    const place = await newPlace(engine);
    const first = await opened(place);
    await put(first.database, 'kept', 7);
    await first.close();
    expect(await counted((await opened(place)).database, 'kept')).toBe(7);
  });

  test('text comes back as it went in, and large whole numbers as numbers', async () => {
    const { database } = await empty();
    const name = `“Ціна” — 'quoted' "twice" 👩‍🚀 \u0085 \u202e é é ¶5; drop table counters; --`;
    await put(database, name, Date.UTC(9999, 11, 31));
    const row = await database.selectFrom('counters').selectAll().executeTakeFirstOrThrow();
    expect(row).toEqual({ name, value: 253402214400000 });
  });

  test('a change whose result is not ok leaves nothing behind, and so does one that throws', async () => {
    const { database } = await empty();
    const refused = await transact(database, async (change) => {
      await put(change, 'refused', 1);
      return { ok: false, why: 'no' };
    });
    expect(refused).toEqual({ ok: false, why: 'no' });
    const broken = transact(database, async (change) => {
      await put(change, 'broken', 1);
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await database.selectFrom('counters').selectAll().execute()).toEqual([]);
  });

  test('of many conditional writes at once exactly one finds its row', async () => {
    const { database } = await empty();
    await put(database, 'state', 0);
    const claims = Array.from({ length: 20 }, (_, index) =>
      transact(database, async (change) => {
        const row = await change
          .updateTable('counters')
          .set({ value: index + 1 })
          .where('name', '=', 'state')
          .where('value', '=', 0)
          .returning('value')
          .executeTakeFirst();
        return { ok: row !== undefined, index };
      }),
    );
    const won = (await Promise.all(claims)).filter(({ ok }) => ok);
    expect(won).toHaveLength(1);
    expect(await counted(database, 'state')).toBe((won[0]?.index ?? 0) + 1);
  });

  test('questions in one snapshot do not see what is written between them', async () => {
    const { database, place } = await empty();
    const other = await opened(place);
    await put(database, 'a', 1);
    const seen = await snapshot(database, async (moment) => {
      const before = await counted(moment, 'a');
      await other.database.updateTable('counters').set({ value: 2 }).execute();
      return [before, await counted(moment, 'a')];
    });
    expect(seen).toEqual([1, 1]);
    expect(await counted(database, 'a')).toBe(2);
  });

  test('a value that only one engine would take is refused on both', async () => {
    const { database } = await empty();
    const wrong: unknown = { name: 'x', value: true };
    const write = database.insertInto('counters').values(wrong as { name: string; value: number });
    await expect(write.execute()).rejects.toThrow();
  });

  test('the tables are made once where six processes start together', { timeout: 60_000 }, async () => {
    const place = await newPlace(engine);
    const said = await inProcesses(6, 'open', place);
    expect(said).toEqual(Array.from({ length: 6 }, () => 'opened'));
    const { database } = await opened(place);
    const done = await sql<{ name: string }>`select name from communique_migrations`.execute(database);
    expect(done.rows.map(({ name }) => name).sort()).toEqual(Object.keys(migrations));
  });

  test('a migration that fails leaves nothing behind, and runs when it is mended', async () => {
    const { database } = await opened(await newPlace(engine));
    const later = (mended: boolean) => ({
      '999-later': {
        up: async (db: Kysely<unknown>) => {
          await db.schema.createTable('later').addColumn('id', 'text').execute();
          if (!mended) throw new Error('half-way');
        },
      },
    });
    const released = { ...migrations };
    await expect(migrate(database, { ...released, ...later(false) })).rejects.toThrow('half-way');
    await migrate(database, { ...released, ...later(true) });
    await expect(migrate(database, { ...released, ...later(true) })).resolves.toBeUndefined();
    expect(await sql`select id from later`.execute(database)).toMatchObject({ rows: [] });
  });

  test('a store that a newer version has used is refused in one clear line', async () => {
    const place = await newPlace(engine);
    const { database } = await opened(place);
    await sql`insert into communique_migrations (name, timestamp) values ('999-future', 'now')`.execute(
      database,
    );
    await expect(opened(place)).rejects.toThrow(
      /^(STORE: .*|DATABASE_URL): a newer version of the program has used this store \(it knows 999-future\); run that version, or give another store$/,
    );
  });

  test('it says whether it answers', async () => {
    const store = await opened(await newPlace(engine));
    expect(await store.health()).toMatchObject({ ok: true, engine });
    await store.close();
    expect(await store.health()).toMatchObject({ ok: false, engine });
  });

  test('what a killed process had acknowledged is there', { timeout: 60_000 }, async () => {
    const place = await newPlace(engine);
    const writer = await startWriter(place);
    const acknowledged = await writer.killedAfter(40);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    const { database } = await opened(place);
    const rows = await database.selectFrom('counters').select('name').execute();
    const kept = new Set(rows.map(({ name }) => name));
    expect(acknowledged.filter((name) => !kept.has(name))).toEqual([]);
    // One more may have been written whose acknowledgement was cut off.
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(1);
  });

  test('a change that is begun when the store closes is either refused or kept, never half', async () => {
    const place = await newPlace(engine);
    const store = await opened(place);
    // All connections are there, so that each change has begun when the store closes.
    await Promise.all(Array.from({ length: 10 }, () => counted(store.database, 'none')));
    const writes = Array.from({ length: 10 }, (_, index) =>
      transact(store.database, async (change) => {
        await put(change, `a${index}`, index);
        await put(change, `b${index}`, index);
        return { ok: true };
      }),
    );
    await store.close();
    const settled = await Promise.allSettled(writes);
    const rows = await (await opened(place)).database.selectFrom('counters').select('name').execute();
    const kept = rows.map(({ name }) => name).sort();
    const done = settled.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));
    expect(kept).toEqual(done.flatMap((index) => [`a${index}`, `b${index}`]).sort());
  });
}

export async function put(database: Database, name: string, value: number): Promise<void> {
  await database.insertInto('counters').values({ name, value }).execute();
}

export async function counted(database: Database, name: string): Promise<number | undefined> {
  const row = await database
    .selectFrom('counters')
    .where('name', '=', name)
    .select('value')
    .executeTakeFirst();
  return row?.value;
}

/** The refusal that a promise ends with. */
export async function refusal(work: Promise<unknown>): Promise<UserError> {
  const error: unknown = await work.catch((caught: unknown) => caught);
  if (error instanceof UserError) return error;
  throw new Error('it did not refuse', { cause: error });
}

export type { StorePlace };
