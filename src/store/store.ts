// The door of the store: SQLite in a file, or PostgreSQL where DATABASE_URL names one. It knows no documents and no Discord.
import { Kysely, sql } from 'kysely';
import { UserError } from '../errors.ts';
import { asRefusal, unusableStore } from './failures.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Database, Tables } from './tables.ts';

/** Where to keep things: a SQLite file, unused where `url` names a PostgreSQL database. */
export interface StorePlace {
  readonly file: string;
  readonly url: string | undefined;
}

export type Engine = 'sqlite' | 'postgresql';

export interface Store {
  readonly engine: Engine;
  readonly database: Database;
  /** Whether the database answers, and after how many milliseconds. Never throws. */
  health(): Promise<Health>;
  /** Waits for what was begun and lets go of file or connections. */
  close(): Promise<void>;
}

export type Health =
  | { readonly ok: true; readonly engine: Engine; readonly ms: number }
  | { readonly ok: false; readonly engine: Engine; readonly error: unknown };

/**
 * Opens the store and brings its tables up to date. Throws `ProblemsError` where it cannot be used: what is wrong, and
 * what to do about it.
 */
export async function openStore({ file, url }: StorePlace): Promise<Store> {
  const engine: Engine = url === undefined ? 'sqlite' : 'postgresql';
  const database = new Kysely<Tables>({
    dialect: url === undefined ? sqliteDialect(file) : postgresDialect(url),
  });
  try {
    if (engine === 'postgresql') await refuseOtherEncodings(database);
    await migrate(database, migrations);
  } catch (cause) {
    await database.destroy().catch(() => undefined);
    if (url === undefined) throw unusableStore('STORE', file, cause);
    throw unusableStore('DATABASE_URL', undefined, cause);
  }
  return {
    engine,
    database,
    health: () => healthOf(database, engine),
    close: () => database.destroy(),
  };
}

/** In any other encoding a source's words could come back changed. */
async function refuseOtherEncodings(database: Database): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(database);
  const encoding = rows[0]?.server_encoding ?? '';
  if (encoding !== 'UTF8') throw new UserError({ key: 'store.encoding', values: { encoding } });
}

async function healthOf(database: Database, engine: Engine): Promise<Health> {
  const begun = performance.now();
  try {
    await database.selectFrom('counters').select('value').limit(1).execute();
    return { ok: true, engine, ms: performance.now() - begun };
  } catch (error) {
    return { ok: false, engine, error: asRefusal(error) };
  }
}
