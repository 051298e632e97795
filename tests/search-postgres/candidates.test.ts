// The index in PostgreSQL keeps the contract of both engines and gives the same as that in memory; and what only it can get wrong.
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Candidates } from '../../src/search/index/candidates.ts';
import { type EngineOptions, openEngine } from '../../src/search-postgres/engine.ts';
import { dropDatabase, makeDatabase } from '../store/postgres.ts';
import {
  candidatesContract,
  expectSame,
  inMemory,
  made,
  mixtures,
  passagesOfTexts,
  reader,
  termsOf,
} from './candidates-contract.ts';

const keyed = (key: string) => async () => Buffer.from(key, 'hex');

describe('in PostgreSQL', () => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  let url = '';
  let client: pg.Client;

  beforeAll(async () => {
    url = await makeDatabase(inject('postgres'), name);
    client = new pg.Client(url);
    await client.connect();
  });
  const engines: ReturnType<typeof openEngine>[] = [];
  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.close()));
    await client.end();
    await dropDatabase(inject('postgres'), name);
  });

  const engineAt = (address: string, options: EngineOptions = {}) => {
    const engine = openEngine(address, options);
    engines.push(engine);
    return engine;
  };
  const failing = (error: unknown): void => {
    throw error;
  };

  const shared = new Map<readonly string[], Promise<Candidates>>();
  /** Each list is filed once, in segments of fifty. */
  const filed = (texts: readonly string[]): Promise<Candidates> => {
    const engine = engines[0] ?? engineAt(url, { segment: 50, failed: failing });
    const candidates =
      shared.get(texts) ??
      engine.filing(keyed(randomBytes(16).toString('hex')))(passagesOfTexts(texts), reader);
    shared.set(texts, candidates);
    return candidates;
  };

  candidatesContract(filed);

  test('it finds what memory finds, in the same order, with the same scores', async () => {
    const [here, there] = [await inMemory(made), await filed(made)];
    for (const asked of mixtures)
      expectSame(await there.find(asked), await here.find(asked), [...asked.keys()].join(' '));
  });

  /** A key of its own, and the passages that are filed under it. */
  const some = (key = randomBytes(16).toString('hex')) => ({
    key,
    passages: passagesOfTexts(['Grain left.', 'Mines stayed.']),
  });
  const foundBy = async (candidates: Candidates) =>
    (await candidates.find(termsOf('mines'))).map(({ index }) => index);
  const rowsOf = async (key: string): Promise<number> => {
    const { rows } = await client.query(
      'select t.term from search_terms t join search_collections c on c.id = t.collection where c.key = $1',
      [key],
    );
    return rows.length;
  };

  test('a list is filed once, however many processes come at the same time', async () => {
    const { key, passages } = some();
    const times: number[] = [];
    const all = await Promise.all(
      Array.from({ length: 4 }, () =>
        engineAt(url, { filed: (done) => times.push(done), failed: failing }).filing(keyed(key))(
          passages,
          reader,
        ),
      ),
    );
    for (const candidates of all) expect(await foundBy(candidates)).toEqual([1]);
    expect(times).toEqual([2]);
  });

  test('what a process left half done is filed anew', async () => {
    const { key, passages } = some();
    await engineAt(url, { failed: failing }).filing(keyed(key))(passages, reader);
    await client.query('update search_collections set filed_at = 0 where key = $1', [key]);
    await client.query("delete from search_terms where term like 'mine%'");
    expect(
      await foundBy(await engineAt(url, { failed: failing }).filing(keyed(key))(passages, reader)),
    ).toEqual([1]);
  });

  test('what was taken out meanwhile is filed anew by who needs it, and nobody hears that nothing was found', async () => {
    const { key, passages } = some();
    const candidates = await engineAt(url, { failed: failing }).filing(keyed(key))(passages, reader);
    await client.query('delete from search_collections where key = $1', [key]);
    expect(await foundBy(candidates)).toEqual([1]);
    expect(await rowsOf(key)).toBeGreaterThan(0);
  });

  test('what nobody has needed for an hour is taken out when something is filed, all else stays', async () => {
    const [old, fresh, next] = [some(), some(), some()];
    const engine = engineAt(url, { failed: failing });
    for (const { key, passages } of [old, fresh]) await engine.filing(keyed(key))(passages, reader);
    const longAgo = Date.now() - 61 * 60_000;
    await client.query('update search_collections set used_at = $1 where key = $2', [longAgo, old.key]);
    await engine.filing(keyed(next.key))(next.passages, reader);
    expect(await rowsOf(old.key)).toBe(0);
    expect(await rowsOf(fresh.key)).toBeGreaterThan(0);
  });

  /** The address with which somebody comes in who may do so much. */
  async function addressOf(rights: readonly string[]): Promise<string> {
    const role = `role_${randomUUID().replaceAll('-', '')}`;
    await client.query(`create role ${role} login password 'secret'`);
    for (const right of rights) await client.query(`${right} to ${role}`);
    onTestFinished(async () => {
      await client.query(`drop owned by ${role}; drop role ${role}`);
    });
    const address = new URL(url);
    [address.username, address.password] = [role, 'secret'];
    return address.href;
  }

  test('who may only read uses what another has filed, and has an index in memory of what nobody has', async () => {
    const [there, not] = [some(), some()];
    await engineAt(url, { failed: failing }).filing(keyed(there.key))(there.passages, reader);
    const address = await addressOf(['grant select on all tables in schema public']);
    const errors: unknown[] = [];
    const engine = openEngine(address, { failed: (error) => errors.push(error) });
    expect(await foundBy(await engine.filing(keyed(there.key))(there.passages, reader))).toEqual([1]);
    expect(errors).toEqual([]);
    expect(await foundBy(await engine.filing(keyed(not.key))(not.passages, reader))).toEqual([1]);
    expect(errors).toEqual([expect.objectContaining({ code: '42501' })]);
    const candidates = await engine.filing(keyed(there.key))(there.passages, reader);
    await client.query('delete from search_collections where key = $1', [there.key]);
    expect(await foundBy(candidates)).toEqual([1]);
    expect(errors).toHaveLength(2);
    await engine.close();
  });

  test('where no server answers the index is in memory, and it is told why', async () => {
    const { key, passages } = some();
    const errors: unknown[] = [];
    const engine = engineAt('postgresql://me:secret@127.0.0.1:9/db', {
      failed: (error) => errors.push(error),
    });
    expect(await foundBy(await engine.filing(keyed(key))(passages, reader))).toEqual([1]);
    expect(errors).toHaveLength(1);
  });
});
