// One connection to a file of SQLite: how it is opened, how a statement is run, and how long another process is waited for.
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { CompiledQuery, QueryResult } from 'kysely';
import { isBusy } from './failures.ts';
import { inputValue } from './private.ts';

/**
 * A statement waits this long inside SQLite, where it holds up everything else in the process. What may take longer,
 * the write lock, is waited for outside (`patient`).
 */
const heldUpMs = 5;

/** So long another process may write before we give up; it holds the lock for milliseconds. */
const patienceMs = 10_000;
const pauseMs = 10;

/** Tries again while another process writes. */
export async function patient<T>(work: () => Promise<T> | T): Promise<T> {
  for (const until = Date.now() + patienceMs; ; await delay(pauseMs * (1 + Math.random()))) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
    }
  }
}

/**
 * WAL: readers and the writer do not wait for each other. FULL: what was committed is on the disk, so it survives the
 * loss of power too. What is deleted is written over. Switching to WAL needs the file alone and does not wait for it, hence `patient`
 * around this.
 */
export function opened(path: string): DatabaseSync {
  // A file that is gone is not begun anew.
  const place = pathToFileURL(path);
  place.searchParams.set('mode', 'rw');
  const database = new DatabaseSync(place, { timeout: heldUpMs, enableForeignKeyConstraints: true });
  try {
    // First, while a new file has no page yet: what is free can then be given back piece by piece (sqlite.ts). Files of earlier
    // versions come to it when they are written anew.
    database.exec('pragma auto_vacuum = incremental; pragma journal_mode = wal;');
    database.exec('pragma synchronous = full; pragma secure_delete = on;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

export function run<R>(database: DatabaseSync, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const prepared = database.prepare(sql);
  const values = parameters.map(inputValue);
  if (prepared.columns().length > 0) return { rows: rowsOf<R>(prepared.all(...values)) };
  const { changes, lastInsertRowid } = prepared.run(...values);
  return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
}

/** Kysely knows what the rows of a query are; SQLite does not. */
function rowsOf<R>(rows: unknown): R[];
function rowsOf(rows: unknown): unknown {
  return rows;
}
