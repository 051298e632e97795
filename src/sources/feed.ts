// How every process hears of changes: one cheap question a second for all servers. It works on both stores alike.
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../store/tables.ts';

/** What changed after a revision. */
export interface Changes {
  /** The revision up to which is told; ask for what came after it next time. */
  readonly revision: number;
  /** The servers whose documents changed, each with the revision of its last change. */
  readonly guilds: readonly { readonly guild: string; readonly revision: number }[];
}

/** The servers that changed after a revision; 0 gives all that ever had documents. None is missed: see `nextRevision`. */
export async function changesSince(database: Database, revision: number): Promise<Changes> {
  const rows = await database
    .selectFrom('guilds')
    .where('revision', '>', revision)
    .orderBy('revision')
    .select(['id', 'revision'])
    .execute();
  return {
    revision: rows.at(-1)?.revision ?? revision,
    guilds: rows.map(({ id, revision: last }) => ({ guild: id, revision: last })),
  };
}

export interface Watch {
  /** Where to begin: what `changesSince` gave. */
  readonly from: number;
  readonly onChange: (changes: Changes) => void;
  /** The store did not answer; asked again at the next turn. */
  readonly onError: (error: unknown) => void;
  readonly everyMs?: number;
}

/** A second: with the time to build an index, an addition is searchable within two. */
const everySecond = 1_000;

/** Tells of every change until the signal is given. Resolves when the last question was answered. */
export async function watchSources(database: Database, watch: Watch, signal: AbortSignal): Promise<void> {
  let seen = watch.from;
  while (!signal.aborted) {
    await delay(watch.everyMs ?? everySecond, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const changes = await changesSince(database, seen);
      seen = changes.revision;
      if (changes.guilds.length > 0) watch.onChange(changes);
    } catch (error) {
      watch.onError(error);
    }
  }
}
