// The names (`passageKey`) of erased passages: every process has its reader forget what it keeps under them. They lie in pages, read
// one at a time, so that however much was erased in however many servers, little of it is held at once; and they go after a month.
import { setImmediate as otherThings } from 'node:timers/promises';
import { z } from 'zod';
import { dayMs } from '../common/day.ts';
import { nextNumber } from '../store/counters.ts';
import { asking, transact } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import type { Step } from './change.ts';

/** A page is 35 kB: read and forgotten within a few milliseconds. */
const keysAPage = 1_000;

/** A process that was away for longer keeps what is erased no more; its reader's file can be deleted. */
const keptMs = 30 * dayMs;

/** Keeps them in the erasure's transaction. Returns how many characters that takes, which count until they are dropped. */
export async function keepKeys({ change, doer }: Step, all: ReadonlySet<string>): Promise<number> {
  const left = [...all];
  let characters = 0;
  for (let at = 0; at < left.length; at += keysAPage) {
    const keys = JSON.stringify(left.slice(at, at + keysAPage));
    // Whoever takes a number holds the next one back until the commit: who has read page 7 has missed no lower one.
    const id = await nextNumber(change, 'erased keys');
    await change.insertInto('erased_keys').values({ id, at: doer.at, keys }).execute();
    characters += keys.length;
    await otherThings();
  }
  return characters;
}

export interface KeysPage {
  /** Ask for what comes after it next time; begin with 0. */
  readonly id: number;
  readonly keys: readonly string[];
}

const listSchema = z.array(z.string());

/** The next page of all servers. */
export async function erasedKeysAfter(database: Database, id: number): Promise<KeysPage | undefined> {
  const query = database
    .selectFrom('erased_keys')
    .where('id', '>', id)
    .orderBy('id')
    .limit(1)
    .select(['id', 'keys']);
  const row = await asking(() => query.executeTakeFirst());
  return row && { id: row.id, keys: listSchema.parse(JSON.parse(row.keys)) };
}

/** Drops what every process had a month for. May run in several processes at once. */
export async function dropErasedKeys(database: Database, now: number): Promise<void> {
  const cutoff = now - keptMs;
  await transact(database, async (change) => {
    await change.deleteFrom('erased_keys').where('at', '<=', cutoff).execute();
    await change
      .updateTable('documents')
      .set({ kept: 0 })
      .where('state', '=', 'erased')
      .where('changed_at', '<=', cutoff)
      .where('kept', '>', 0)
      .execute();
    return { ok: true };
  });
}
