// Which list of erasures counts when a backup is put back, and how the list beside the store is kept while the bot runs.
import { dirname } from 'node:path';
import { type Erasure, erasuresIn } from '../store/erasures.ts';
import { type ErasureList, listFile, readList, writeList } from '../store/keeping/erasure-list.ts';
import type { StorePlace } from '../store/store.ts';
import type { Database } from '../store/tables.ts';

/** Where the list of a store lies while the bot runs: beside its file, or where that would be. */
export function folderOf({ file }: Pick<StorePlace, 'file'>): string {
  return dirname(file);
}

/** What the store that a backup takes the place of knows itself. */
export interface Present extends ErasureList {
  readonly key: string;
}

export interface Found extends ErasureList {
  /** The lists that were read. */
  readonly files: readonly string[];
}

/** All that is known of a key's erasures: beside the backup, beside the store, in the store that was there, in folders that were named. */
export function erasuresFor(
  key: string,
  folders: readonly string[],
  present: Present | undefined,
): Found | undefined {
  const lists: ErasureList[] = present?.key === key ? [present] : [];
  const files: string[] = [];
  for (const file of new Set(folders.map((folder) => listFile(folder, key)))) {
    const list = readList(file, key);
    if (!list) continue;
    lists.push(list);
    files.push(file);
  }
  if (lists.length === 0) return undefined;
  const all = new Map(
    lists.flatMap(({ erasures }) => erasures.map((each): [string, Erasure] => [each.id, each])),
  );
  return { files, until: Math.max(...lists.map(({ until }) => until)), erasures: [...all.values()] };
}

/** The list of the store that is there, before something takes its place. */
export async function presentIn(database: Database, now: number): Promise<Present> {
  return { ...(await erasuresIn(database)), until: now };
}

export type ListKeeper = (options?: { readonly anyway?: boolean }) => Promise<void>;

/**
 * Keeps the list beside the store. Written where the store knows something new, by whichever process; `anyway` also says that nothing
 * came since.
 */
export function openListKeeper(database: Database, folder: string, now = Date.now): ListKeeper {
  let known: number | undefined;
  return async ({ anyway = false } = {}) => {
    const { count } = await database
      .selectFrom('erasures')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) === known && !anyway) return;
    await writeList(database, folder, now());
    known = Number(count);
  };
}
