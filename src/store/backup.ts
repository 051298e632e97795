// A copy of the store in one file, whole and of one moment, also while the bot runs.
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ProblemsError, UserError } from '../errors.ts';
import { reasonOf } from '../reasons.ts';
import type { StorePlace } from './store.ts';

/** So long the copy waits for whoever needs the file alone for a moment. */
const patienceMs = 10_000;

/** Writes the copy to a file that is not there yet. Throws `ProblemsError` or `UserError` where that cannot be done. */
export function backUp({ file, url }: StorePlace, to: string): void {
  if (url !== undefined) throw new UserError({ key: 'store.backupPostgres' });
  if (!existsSync(file)) {
    const message = {
      key: 'store.noFile',
      values: { reason: { key: 'reason.missing', values: { code: 'ENOENT' } } },
    } as const;
    throw new ProblemsError([{ place: { file: `STORE: ${file}` }, message }]);
  }
  const database = new DatabaseSync(file, { timeout: patienceMs });
  try {
    makeOwn(to);
    copy(database, to);
  } finally {
    database.close();
  }
}

/** What servers keep is for the bot's eyes only, also while it is written: SQLite takes a file that is there and empty. */
function makeOwn(to: string): void {
  try {
    closeSync(openSync(to, 'wx', 0o600));
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    if (isThere) throw new ProblemsError([{ place: { file: to }, message: { key: 'store.backupThere' } }]);
    throw notWritten(to, cause);
  }
}

function copy(database: DatabaseSync, to: string): void {
  try {
    database.prepare('vacuum into ?').run(to);
  } catch (cause) {
    rmSync(to, { force: true });
    throw notWritten(to, cause);
  }
}

function notWritten(file: string, cause: unknown): ProblemsError {
  const values = { reason: reasonOf(cause) };
  return new ProblemsError([{ place: { file }, message: { key: 'store.backupFailed', values }, cause }]);
}
