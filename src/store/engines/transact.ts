// Every change of what is stored: one transaction that is done whole or not at all, begun again where that is safe.
import pRetry from 'p-retry';
import { UserError } from '../../common/errors.ts';
import type { Change, Database } from '../tables.ts';
import { asRefusal, hasWaited, isTransient } from './failures.ts';

/** Waits of about 50, 100 and 200 ms: the server restarts, or two transactions stood in each other's way. */
const attempts = { retries: 3, minTimeout: 50, factor: 2, randomize: true } as const;

/** For another process that writes to the same file, and for a server that is silent, the driver has waited already. */
const shouldRetry = ({ error }: { readonly error: Error }): boolean =>
  isTransient(error) && !hasWaited(error);

/** A result that says whether anything was done. */
interface Outcome {
  readonly ok: boolean;
}

/** Thrown inside a transaction to undo it; carries what is returned all the same. */
class Undone<R> extends Error {
  readonly result: R;

  constructor(result: R) {
    super('undone');
    this.result = result;
  }
}

/**
 * Runs `work` in a transaction and returns its result once that is on the disk. A result that is not `ok` undoes
 * everything. After a passing failure `work` runs again, so it does nothing outside of the transaction.
 * Throws `UserError` where the database cannot be reached now, or where the connection was lost during the commit, so
 * that nobody knows whether it was done.
 */
export async function transact<R extends Outcome>(
  database: Database,
  work: (change: Change) => Promise<R>,
): Promise<R> {
  const attempt = async (): Promise<R> => {
    let worked = false;
    try {
      return await database.transaction().execute(async (change) => {
        const result = await work(change);
        if (!result.ok) throw new Undone(result);
        worked = true;
        return result;
      });
    } catch (error) {
      if (worked && isTransient(error)) throw new UserError({ key: 'store.unsure' }, { cause: error });
      throw error;
    }
  };
  try {
    return await pRetry(attempt, { ...attempts, shouldRetry });
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw asRefusal(error);
  }
}

/** One write that is a change by itself; returns what it wrote. Throws as `transact` does. */
export async function writing<R>(database: Database, write: (change: Change) => Promise<R>): Promise<R> {
  const { written } = await transact(database, async (change) => ({
    ok: true,
    written: await write(change),
  }));
  return written;
}

/**
 * Runs a question again after a passing failure, or a write that does no harm when it is done twice and of which nobody is told.
 * Throws `UserError` where the database cannot be reached now, which says that nothing was changed.
 */
export async function asking<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await pRetry(work, { ...attempts, shouldRetry });
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Several questions that see one and the same moment, however much is written meanwhile. */
export async function snapshot<R>(database: Database, read: (moment: Change) => Promise<R>): Promise<R> {
  return asking(() =>
    database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read),
  );
}
