// Both real engines for the suites that hold for both: each place is a file or a database of its own, removed afterwards.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject, onTestFinished } from 'vitest';
import { type Engine, openStore, type Store, type StorePlace } from '../../src/store/store.ts';
import type { Database } from '../../src/store/tables.ts';
import { dropDatabase, makeDatabase } from './postgres.ts';

const both: readonly Engine[] = ['sqlite', 'postgresql'];

/** Both, where `TEST_ENGINES` does not name one: thousands of runs with a mutant in each do with SQLite. */
export const engines = both.filter((engine) => (process.env['TEST_ENGINES'] ?? engine) === engine);

/** Runs a suite on SQLite and on PostgreSQL. */
export function onBothEngines(suite: (engine: Engine) => void): void {
  describe.each(engines)('on %s', suite);
}

interface MadePlace extends StorePlace {
  remove(): Promise<void>;
}

async function makePlace(engine: Engine): Promise<MadePlace> {
  if (engine === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'communique-store-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    return { file: join(folder, 'store.sqlite'), url: undefined, remove };
  }
  const server = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = await makeDatabase(server, name);
  return { file: 'unused', url, remove: () => dropDatabase(server, name) };
}

/** A place where nothing is yet, for one test. */
export async function newPlace(engine: Engine): Promise<StorePlace> {
  const place = await makePlace(engine);
  onTestFinished(() => place.remove());
  return place;
}

/** Opens a place for one test. */
export async function opened(place: StorePlace): Promise<Store> {
  const store = await openStore(place);
  onTestFinished(() => store.close());
  return store;
}

/** One store for the tests of a suite: to make a database takes longer than most tests. */
interface Shared {
  readonly store: Store;
  readonly database: Database;
  readonly place: StorePlace;
}

/** The store of a suite whose tests keep apart by working in servers of their own. */
export function sharedStore(engine: Engine): () => Promise<Shared> {
  let shared: Promise<Shared & { readonly place: MadePlace }> | undefined;
  const make = async () => {
    const place = await makePlace(engine);
    const store = await openStore(place);
    return { place, store, database: store.database };
  };
  afterAll(async () => {
    const made = await shared;
    await made?.store.close();
    await made?.place.remove();
  });
  return () => {
    shared ??= make();
    return shared;
  };
}

/** The store of a suite, as if nothing had been in it. */
export function emptyStore(engine: Engine): () => Promise<Shared> {
  const shared = sharedStore(engine);
  return async () => {
    const made = await shared();
    for (const table of [
      'corrections',
      'audit',
      'erased_keys',
      'versions',
      'documents',
      'guilds',
      'counters',
    ] as const) {
      await made.database.deleteFrom(table).execute();
    }
    return made;
  };
}
