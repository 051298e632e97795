// Both real engines for the suites that hold for both: each place is a file or a database of its own, removed afterwards.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject, onTestFinished } from 'vitest';
import { type Engine, openStore, type Store, type StorePlace } from '../../src/store/store.ts';
import { dropDatabase, makeDatabase } from './postgres.ts';

export const engines: readonly Engine[] = ['sqlite', 'postgresql'];

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

/** One store for all tests of a suite, which keep apart by working in servers of their own. */
export function sharedStore(engine: Engine): () => Promise<Store> {
  let shared: Promise<{ store: Store; place: MadePlace }> | undefined;
  afterAll(async () => {
    const made = await shared;
    await made?.store.close();
    await made?.place.remove();
  });
  const make = async () => {
    const place = await makePlace(engine);
    return { place, store: await openStore(place) };
  };
  return async () => {
    shared ??= make();
    return (await shared).store;
  };
}
