// The door of the store: SQLite in a file, or PostgreSQL where DATABASE_URL names one. It knows no documents and no Discord.
import { Kysely, type LogEvent, SelectQueryNode, sql } from 'kysely';
import { type Problem, UserError } from '../common/errors.ts';
import { asRefusal, unusableStore } from './engines/failures.ts';
import { madeFile } from './engines/new-file.ts';
import { postgresDialect } from './engines/postgres.ts';
import { sqliteDialect } from './engines/sqlite.ts';
import { isBackup } from './keeping/manifest.ts';
import { probe, type Room, roomOf } from './keeping/probe.ts';
import { migrate, migrationsDone } from './migrations/migrate.ts';
import { migrations } from './migrations/migrations.ts';
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
  /** Whether something can be saved now, and after how many milliseconds it was. Never throws. */
  health(): Promise<Health>;
  /** How large it is, and what is left. */
  room(): Promise<Room>;
  /** Waits for what was begun and lets go of file or connections. */
  close(): Promise<void>;
}

export type Health =
  | { readonly ok: true; readonly engine: Engine; readonly ms: number }
  | { readonly ok: false; readonly engine: Engine; readonly error: unknown };

/** What is told of a store that is open. */
export interface Told {
  /** Its file was deleted or replaced: nothing is saved until it is back. */
  readonly lost?: (problem: Problem) => void;
  /** Is told of every query how long it took and whether it failed. */
  readonly asked?: (query: Asked) => void;
}

export interface Asked {
  readonly kind: 'read' | 'write';
  readonly ms: number;
  readonly failed: boolean;
}

/**
 * Opens the store and brings its tables up to date. Throws `ProblemsError` where it cannot be used: what is wrong, and
 * what to do about it.
 */
export async function openStore(place: StorePlace, told: Told = {}): Promise<Store> {
  const { file, url } = place;
  const engine: Engine = url === undefined ? 'sqlite' : 'postgresql';
  const lost = (): void => told.lost?.({ place: { file: `STORE: ${file}` }, message: { key: 'store.lost' } });
  const database = new Kysely<Tables>({
    dialect: url === undefined ? sqliteDialect(file, lost) : postgresDialect(url),
    ...(told.asked && { log: toldOf(told.asked) }),
  });
  try {
    if (engine === 'postgresql') await refuseOtherEncodings(database);
    else await madeFile(file, fill).then(() => refuseOthers(database));
    await migrate(database, migrations);
    if (engine === 'sqlite') await overwriteOnce(database);
  } catch (cause) {
    await database.destroy().catch(() => undefined);
    if (url === undefined) throw unusableStore('STORE', file, cause);
    throw unusableStore('DATABASE_URL', undefined, cause);
  }
  return {
    engine,
    database,
    health: () => healthOf(database, engine),
    room: () => roomOf(database, place),
    close: () => database.destroy(),
  };
}

/** `executeQuery` is what is measured: on SQLite its turn to write is a part of it. */
function toldOf(asked: NonNullable<Told['asked']>): (event: LogEvent) => void {
  return ({ level, query, queryDurationMillis: ms }) =>
    asked({ kind: SelectQueryNode.is(query.query) ? 'read' : 'write', ms, failed: level === 'error' });
}

async function fill(file: string): Promise<void> {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(file) });
  try {
    await migrate(database, migrations);
    await sql`pragma user_version = ${sql.raw(overwrites)}`.execute(database);
  } finally {
    await database.destroy();
  }
}

/**
 * A file without our tables: somebody made it by hand, or copied the one of two files that had nothing in it yet. And a backup that was
 * put here by hand would bring back what was erased since.
 */
async function refuseOthers(database: Database): Promise<void> {
  if ((await migrationsDone(database)).length === 0) throw new UserError({ key: 'store.empty' });
  if (await isBackup(database)) throw new UserError({ key: 'store.isBackup' });
}

/** The mark of a file in whose free parts nothing stands that was erased. */
export const overwrites = '1';

/** What versions before this one erased may still stand in the free parts of the file: it is written anew without them, once. */
async function overwriteOnce(database: Database): Promise<void> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(database);
  if (String(rows[0]?.user_version) === overwrites) return;
  try {
    await sql`vacuum`.execute(database);
    await sql`pragma user_version = ${sql.raw(overwrites)}`.execute(database);
  } catch {
    // There is no room for a second file, or another process reads: at the next start.
  }
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
    await probe(database);
    return { ok: true, engine, ms: performance.now() - begun };
  } catch (error) {
    return { ok: false, engine, error: asRefusal(error) };
  }
}
