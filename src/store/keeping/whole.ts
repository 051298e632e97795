// A store as a whole, past the bot: read at one moment while it runs, or held alone so that nobody else has it open meanwhile.
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Kysely, sql, type Transaction } from 'kysely';
import { ProblemsError, UserError } from '../../common/errors.ts';
import { isBusy, unusableStore } from '../engines/failures.ts';
import { ours, patientDialect } from '../engines/postgres.ts';
import { privately } from '../engines/private.ts';
import { lock, migrationsDone, refuseNewer } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import { shapeAfter, type Table } from '../migrations/shape.ts';
import type { Engine, StorePlace } from '../store.ts';
import type { Tables } from '../tables.ts';

export interface Whole {
  readonly engine: Engine;
  readonly database: Kysely<Tables> | Transaction<Tables>;
  /** The migrations that it went through, and the tables that it therefore has. Both empty where it holds no store yet. */
  readonly done: readonly string[];
  readonly shape: readonly Table[];
}

type Work<R> = (whole: Whole) => Promise<R>;

/** So long whoever needs the file alone for a moment is waited for. */
const patienceMs = 10_000;
/** So long a bot that has just ended may still be listed by a server, and a file be settled. */
const leavingMs = 2_000;

/** A place that may have been named elsewhere than in the settings. */
export interface NamedPlace extends StorePlace {
  /** The setting, or the word of the terminal, that names it. */
  readonly named?: string;
}

/** What a place is called where something is wrong with it. */
export function nameOf({ file, url, named }: NamedPlace): string {
  return url === undefined ? `${named ?? 'STORE'}: ${file}` : (named ?? 'DATABASE_URL');
}

/** Why a place cannot be used, as a problem of what names it. */
export function unusable({ file, url, named }: NamedPlace, cause: unknown): ProblemsError {
  return url === undefined
    ? unusableStore(named ?? 'STORE', file, cause)
    : unusableStore(named ?? 'DATABASE_URL', undefined, cause);
}

/** Reads a store as it is at one moment, whoever writes meanwhile. Throws `ProblemsError` where it cannot be opened. */
export async function atOneMoment<R>(place: NamedPlace, work: Work<R>): Promise<R> {
  if (place.url !== undefined)
    return withServer(place, place.url, (database) =>
      database
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (moment) => work(await usable(place, () => wholeOf('postgresql', moment)))),
    );
  return withFile(place, async (database, raw) => {
    const whole = await usable(place, async () => {
      raw.exec('pragma query_only = on; begin');
      const found = await wholeOf('sqlite', database);
      if (found.done.length === 0) throw new UserError({ key: 'store.empty' });
      return found;
    });
    return work(whole);
  });
}

/**
 * Holds a store so that nobody has it open, nor can open it, until the work is done. Throws `ProblemsError` where somebody has.
 * On PostgreSQL all of the work is one transaction.
 */
export async function alone<R>(place: NamedPlace, work: Work<R>): Promise<R> {
  if (place.url !== undefined)
    return withServer(place, place.url, (database) =>
      database.transaction().execute(async (change) => {
        const whole = await usable(place, async () => {
          await holdServer(change);
          return wholeOf('postgresql', change);
        });
        return work(whole);
      }),
    );
  return withFile(place, async (database, raw) => {
    const whole = await usable(place, async () => {
      holdFile(raw);
      return wholeOf('sqlite', database);
    });
    return work(whole);
  });
}

/** Leaving the mode in which readers and the writer do not wait for each other needs the file alone: whoever has it open is found so. */
function holdFile(raw: DatabaseSync): void {
  try {
    raw.exec(`pragma busy_timeout = ${leavingMs}; pragma secure_delete = on; pragma journal_mode = delete`);
    raw.exec('begin exclusive');
  } catch (cause) {
    if (isBusy(cause)) throw new UserError({ key: 'keep.inUse' }, { cause });
    throw cause;
  }
}

async function holdServer(change: Kysely<Tables>): Promise<void> {
  const taken = await sql<{ is: boolean }>`
    select pg_try_advisory_xact_lock(${sql.raw(lock)}) as is`.execute(change);
  if (taken.rows[0]?.is !== true) throw new UserError({ key: 'keep.inUse' });
  for (const until = Date.now() + leavingMs; await hasOthers(change); await delay(50))
    if (Date.now() > until) throw new UserError({ key: 'keep.inUse' });
}

async function hasOthers(change: Kysely<Tables>): Promise<boolean> {
  // What a transaction has read of this list it reads again, unless it is told to look anew.
  await sql`select pg_stat_clear_snapshot()`.execute(change);
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = ${ours.bot} limit 1`.execute(change);
  return rows.length > 0;
}

/** What a database holds. Throws `UserError` where a newer version has been there. */
export async function wholeOf(engine: Engine, database: Kysely<Tables>): Promise<Whole> {
  const done = await migrationsDone(database);
  refuseNewer(done, migrations);
  return { engine, database, done, shape: done.length === 0 ? [] : await shapeAfter(done) };
}

async function withServer<R>(
  place: NamedPlace,
  url: string,
  work: (database: Kysely<Tables>) => Promise<R>,
): Promise<R> {
  const database = new Kysely<Tables>({ dialect: patientDialect(url) });
  try {
    await usable(place, () => sql`select 1`.execute(database));
    return await work(database);
  } finally {
    await database.destroy().catch(() => undefined);
  }
}

async function withFile<R>(
  place: NamedPlace,
  work: (database: Kysely<Tables>, raw: DatabaseSync) => Promise<R>,
): Promise<R> {
  const raw = openFile(place);
  // Kysely opens what it has not asked yet when it is closed.
  const database = privately<Tables>(raw);
  try {
    return await work(database, raw);
  } finally {
    if (raw.isOpen) raw.close();
  }
}

function openFile(place: NamedPlace): DatabaseSync {
  const { file } = place;
  if (!statSync(file, { throwIfNoEntry: false })) {
    const reason = { key: 'reason.missing', values: { code: 'ENOENT' } } as const;
    throw new ProblemsError([
      { place: { file: nameOf(place) }, message: { key: 'store.noFile', values: { reason } } },
    ]);
  }
  const address = pathToFileURL(file);
  address.searchParams.set('mode', 'rw');
  try {
    return new DatabaseSync(address, { timeout: patienceMs });
  } catch (cause) {
    throw unusable(place, cause);
  }
}

/** What cannot be opened or held is told as a problem of the place. */
async function usable<R>(place: NamedPlace, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (cause) {
    throw unusable(place, cause);
  }
}
