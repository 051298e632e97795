// A store is made of a backup in a file of its own: looked through, brought to the newest tables, with what was erased since erased
// again and what is too old forgotten. Nothing but that file is written.
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { ProblemsError } from '../common/errors.ts';
import { isDamaged } from '../store/engines/failures.ts';
import { privately } from '../store/engines/private.ts';
import { erasureKey, erasuresKeptDays, isKept } from '../store/erasures.ts';
import { quickly } from '../store/keeping/backup.ts';
import { lookThrough } from '../store/keeping/look-through.ts';
import { dropManifest, type Manifest } from '../store/keeping/manifest.ts';
import type { Step } from '../store/rows.ts';
import { openStore } from '../store/store.ts';
import type { Database, Tables } from '../store/tables.ts';
import { eraseAgain } from './erase-again.ts';
import { erasuresFor, type Present } from './lists.ts';
import { forgetMost, type NotForgotten } from './retention.ts';

export interface PrepareOptions {
  readonly now: number;
  readonly step: Step;
  /** Goes on where it is not known what was erased since. */
  readonly withoutErasures: boolean;
  /** Where lists of erasures are looked for, beside the backup's own folder. */
  readonly folders: readonly string[];
  /** What the store knows that the backup takes the place of. */
  readonly present: Present | undefined;
}

export interface Prepared {
  /** What the backup said of itself; nothing where it was the file of a store. */
  readonly manifest: Manifest | undefined;
  /** How many servers, members and documents were erased again. */
  readonly erasedAgain: number;
  /** Until when erasures were known; undefined where they were not. */
  readonly until: number | undefined;
  /** What is too old, and is there all the same. */
  readonly notForgotten: readonly NotForgotten[];
}

/** Throws `ProblemsError` where the backup is damaged, newer, or no backup, and where its list of erasures is missing. */
export async function prepare(from: string, begun: string, options: PrepareOptions): Promise<Prepared> {
  const { step, now } = options;
  step('copy the backup');
  refuseLeft(from);
  await copy(from, begun);
  step('look through the backup');
  const manifest = await asStore(from, begun, step);
  step('bring to the newest tables');
  const store = await openStore({ file: begun, url: undefined });
  try {
    const known = await eraseSince(store.database, from, { ...options, manifest });
    step('forget what is too old');
    // What cannot be forgotten now keeps nobody from having the rest back: it is told, and the bot tries again.
    const notForgotten = await forgetMost(store.database, now);
    await store.close();
    tidy(begun);
    return { manifest, ...known, notForgotten };
  } finally {
    await store.close();
  }
}

/** A file of SQLite in use has its last changes beside it. */
function refuseLeft(from: string): void {
  const left = statSync(`${from}-wal`, { throwIfNoEntry: false });
  if (left && left.size > 0) throw problem(from, 'keep.notWhole');
}

/** Into the file that is there, which nobody else may read. */
async function copy(from: string, begun: string): Promise<void> {
  await pipeline(createReadStream(from), createWriteStream(begun, { flags: 'r+' }));
}

async function asStore(from: string, begun: string, step: Step): Promise<Manifest | undefined> {
  let raw: DatabaseSync | undefined;
  try {
    raw = quickly(begun);
    const database = privately<Tables>(raw);
    const manifest = await lookThrough(database, from, step);
    await dropManifest(database);
    return manifest;
  } catch (cause) {
    throw isDamaged(cause) ? problem(from, 'keep.noBackup') : cause;
  } finally {
    raw?.close();
  }
}

async function eraseSince(
  database: Database,
  from: string,
  {
    manifest,
    folders,
    present,
    withoutErasures,
    now,
    step,
  }: PrepareOptions & { readonly manifest: Manifest | undefined },
): Promise<Pick<Prepared, 'erasedAgain' | 'until'>> {
  const key = await erasureKey(database);
  const tooOld = manifest !== undefined && !isKept(manifest.madeAt, now);
  const found =
    withoutErasures || tooOld ? undefined : erasuresFor(key, [dirname(from), ...folders], present);
  if (!found) {
    if (withoutErasures) return { erasedAgain: 0, until: undefined };
    const folder = dirname(from);
    if (!manifest) throw problem(from, 'keep.noKey');
    throw problem(from, tooOld ? 'keep.tooOld' : 'keep.noList', { folder, days: erasuresKeptDays });
  }
  step('erase again what was erased since');
  const erasedAgain = await eraseAgain(database, key, { erasures: found.erasures, now });
  return { erasedAgain, until: found.until };
}

/** One file, in which nothing stands that is not in its tables. */
function tidy(begun: string): void {
  const raw = quickly(begun);
  try {
    raw.exec('pragma journal_mode = delete; pragma auto_vacuum = incremental; vacuum');
  } finally {
    raw.close();
  }
}

type Told = 'keep.noBackup' | 'keep.notWhole' | 'keep.noKey' | 'keep.noList' | 'keep.tooOld';

function problem(
  file: string,
  key: Told,
  values: Readonly<Record<string, string | number>> = {},
): ProblemsError {
  return new ProblemsError([{ place: { file }, message: { key, values } }]);
}
