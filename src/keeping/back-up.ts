// What `store backup` does: the list of erasures beside the backup, the backup, and of dated ones only so many.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemsError } from '../common/errors.ts';
import { removeLeftIn } from '../store/engines/whole-file.ts';
import { type BackupOptions, backUp, isTaken } from '../store/keeping/backup.ts';
import { writeList } from '../store/keeping/erasure-list.ts';
import type { Manifest } from '../store/keeping/manifest.ts';
import { atOneMoment } from '../store/keeping/whole.ts';
import type { StorePlace } from '../store/store.ts';

export interface Kept {
  readonly file: string;
  readonly manifest: Manifest;
  /** The list of what was erased; none where the store is of a version that kept none. */
  readonly list: string | undefined;
  /** Older backups that were removed. */
  readonly removed: readonly string[];
}

/** To a file that is not there yet. */
export async function backUpTo(place: StorePlace, file: string, options: BackupOptions): Promise<Kept> {
  // First: a backup beside which there is no list could not be put back without a word.
  const list = await listErasures(place, dirname(file), options.now);
  return { file, manifest: await backUp(place, file, options), list, removed: [] };
}

/** Brings the list of erasures in a folder up to date. */
export async function listErasures(
  place: StorePlace,
  folder: string,
  now = Date.now(),
): Promise<string | undefined> {
  return atOneMoment(place, async ({ database, shape }) =>
    shape.some(({ name }) => name === 'erasure_key') ? writeList(database, folder, now) : undefined,
  );
}

const dated = /^communique-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.sqlite$/;

/** Under a name with date and time into a folder, in which the newest of these then remain. */
export async function backUpInto(
  place: StorePlace,
  { folder, keep }: { readonly folder: string; readonly keep: number },
  options: BackupOptions & { readonly now: number },
): Promise<Kept> {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile())
    throw new ProblemsError([{ place: { file: folder }, message: { key: 'keep.noFolder' } }]);
  const kept = await backUpDated(place, folder, options);
  // Only now: whatever fails, no backup is fewer.
  const names = readdirSync(folder).filter((name) => dated.test(name));
  const removed = names.sort().slice(0, -keep);
  // Another one at the same time may have removed it.
  for (const name of removed) rmSync(join(folder, name), { force: true });
  removeLeftIn(folder, (name) => dated.test(name));
  return { ...kept, removed };
}

/** Of two in one second, also of two at once, the later one has the next second's name. */
async function backUpDated(
  place: StorePlace,
  folder: string,
  options: BackupOptions & { readonly now: number },
): Promise<Kept> {
  for (let second = options.now; ; second += 1_000) {
    try {
      return await backUpTo(place, join(folder, nameAt(second)), options);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
}

function nameAt(now: number): string {
  return `communique-${new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-')}.sqlite`;
}
