// A copy of the store in one file, whole and of one moment, also while the bot runs.
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ProblemsError, UserError } from '../errors.ts';
import { reasonOf } from '../reasons.ts';
import type { StorePlace } from './store.ts';

/** So long the copy waits for whoever needs the file alone for a moment. */
const patienceMs = 10_000;

/** Writes the copy to a file that is not there yet. Throws `ProblemsError` or `UserError` where that cannot be done. */
export function backUp({ file, url }: StorePlace, to: string): void {
  if (url !== undefined) throw new UserError({ key: 'store.backupPostgres' });
  const place = { file: to };
  if (existsSync(to)) throw new ProblemsError([{ place, message: { key: 'store.backupThere' } }]);
  if (!existsSync(file)) {
    const message = {
      key: 'store.noFile',
      values: { reason: { key: 'reason.missing', values: { code: 'ENOENT' } } },
    } as const;
    throw new ProblemsError([{ place: { file: `STORE: ${file}` }, message }]);
  }
  const database = new DatabaseSync(file, { timeout: patienceMs });
  try {
    database.prepare('vacuum into ?').run(to);
    chmodSync(to, 0o600);
  } catch (cause) {
    if (existsSync(to)) rmSync(to);
    const values = { reason: reasonOf(cause) };
    throw new ProblemsError([{ place, message: { key: 'store.backupFailed', values }, cause }]);
  } finally {
    database.close();
  }
}
