// How often somebody did something lately, for all processes together: a row for each, changed by one conditional write.

import { asking, writing } from './engines/transact.ts';
import type { Change, Database } from './tables.ts';

/** What is counted, of whom, at what time, and how often it may be within so many milliseconds. */
export interface Counting {
  readonly what: string;
  readonly who: string;
  readonly at: number;
  readonly windowMs: number;
  readonly most: number;
}

/** So many others may be quicker; whoever is behind more of them is surely too quick. */
const mostRaces = 5;

/**
 * Counts one more, unless that were too many: then it says when the oldest of them is no longer counted.
 * Throws `UserError` where the store cannot be reached.
 */
export async function countOne(database: Database, counting: Counting): Promise<number | undefined> {
  const { at, windowMs, most } = counting;
  for (let race = 0; race < mostRaces; race++) {
    const row = await asking(() => rowOf(database, counting).executeTakeFirst());
    const times = row ? row.times.split(' ').map(Number) : [];
    // The clock of another process may be ahead; what is further ahead than a window was never so.
    const recent = times.filter((time) => Math.abs(at - time) < windowMs);
    if (recent.length >= most) return Math.min(...recent) + windowMs;
    const next = { times: [...recent, at].join(' '), counted_at: at };
    const written = await writing(database, (change) => {
      const write = row ? replace(change, counting, row.version, next) : insert(change, counting, next);
      return write.executeTakeFirst();
    });
    // Nothing is written where another press of the same person, here or in another process, was quicker.
    if (written !== undefined) return undefined;
  }
  return at;
}

interface Next {
  readonly times: string;
  readonly counted_at: number;
}

function rowOf(database: Database, { what, who }: Counting) {
  return database
    .selectFrom('paces')
    .where('what', '=', what)
    .where('who', '=', who)
    .select(['times', 'version']);
}

function replace(change: Change, { what, who }: Counting, seen: number, next: Next) {
  return change
    .updateTable('paces')
    .set({ ...next, version: seen + 1 })
    .where('what', '=', what)
    .where('who', '=', who)
    .where('version', '=', seen)
    .returning('version');
}

function insert(change: Change, { what, who }: Counting, next: Next) {
  return change
    .insertInto('paces')
    .values({ what, who, version: 1, ...next })
    .onConflict((conflict) => conflict.columns(['what', 'who']).doNothing())
    .returning('version');
}

/** Notes that something happened, once for all processes: whether this was the first to say so. One write without waiting for others. */
export async function isFirst(database: Database, what: string, who: string, at: number): Promise<boolean> {
  const values = { what, who, version: 1, times: String(at), counted_at: at };
  const write = database
    .insertInto('paces')
    .values(values)
    .onConflict((conflict) => conflict.columns(['what', 'who']).doNothing())
    .returning('version');
  return (await write.executeTakeFirst()) !== undefined;
}

/** Forgets who did nothing since. */
export async function forgetPaces(database: Database, before: number): Promise<void> {
  await asking(() => database.deleteFrom('paces').where('counted_at', '<', before).execute());
}
