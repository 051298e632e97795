// A backup: all that a store of either engine holds, at one moment, also while the bot runs, in one file that either can be made of.
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ProblemsError, UserError } from '../../common/errors.ts';
import { makeFolder } from '../../common/folders.ts';
import { codeOf, reasonOf } from '../../common/reasons.ts';
import { damageIn } from '../damage.ts';
import { isFull } from '../engines/failures.ts';
import { privately } from '../engines/private.ts';
import { begunBeside, giveUp, putNew } from '../engines/whole-file.ts';
import { caches, makeTables, type Table } from '../migrations/shape.ts';
import { type Contents, clearTables, contentsOf, copyRows, differing, type Step } from '../rows.ts';
import { overwrites, type StorePlace } from '../store.ts';
import type { Tables } from '../tables.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { atOneMoment, type Whole } from './whole.ts';

export interface BackupOptions {
  /** The version of the program, for whoever reads the backup later. */
  readonly program?: string;
  readonly now?: number;
  readonly step?: Step;
}

/** Writes the backup to a file that is not there yet. Throws `ProblemsError` where that cannot be done; then nothing is there. */
export async function backUp(
  place: StorePlace,
  to: string,
  { program = '', now = Date.now(), step = () => undefined }: BackupOptions = {},
): Promise<Manifest> {
  return atOneMoment(place, async (from) =>
    madeWhole(to, async (begun) => {
      const tables = await copyStore(from, begun, { step, leftOut: caches });
      const { engine, done } = from;
      const manifest: Manifest = { format: 1, program, engine, madeAt: now, migrations: [...done], tables };
      const backup = privately<Tables>(quickly(begun));
      try {
        await writeManifest(backup, manifest);
      } finally {
        await backup.destroy();
      }
      step('put in place');
      return manifest;
    }),
  );
}

/** Has a file made whole where nothing is yet, or not at all. */
export async function madeWhole<R>(
  to: string,
  make: (begun: string) => Promise<R>,
  failed?: 'keep.notWritten',
): Promise<R> {
  if (statSync(to, { throwIfNoEntry: false })) throw isThere(to);
  let begun: string | undefined;
  try {
    makeFolder(dirname(to));
    begun = begunBeside(to);
    const made = await make(begun);
    putNew(begun, to);
    return made;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST' && statSync(to, { throwIfNoEntry: false })) throw isThere(to);
    throw notWritten(to, cause, failed);
  } finally {
    if (begun !== undefined) giveUp(begun);
  }
}

/** Copies a store into a new file of SQLite with the same tables, and looks whether all of it arrived. */
export async function copyStore(
  { database, done, shape }: Whole,
  begun: string,
  { step, leftOut = [] }: { readonly step: Step; readonly leftOut?: readonly string[] },
): Promise<Contents> {
  const raw = quickly(begun);
  const copy = privately<Tables>(raw);
  try {
    raw.exec(`pragma auto_vacuum = incremental; pragma user_version = ${overwrites}`);
    await makeTables(copy, done);
    await clearTables(copy, shape);
    const wanted = shape.filter(({ name }) => !leftOut.includes(name));
    const copied = await copyRows(database, copy, wanted, step);
    await mustBeWhole(copy, wanted, copied, step);
    return copied;
  } finally {
    if (raw.isOpen) raw.close();
  }
}

/** Reads what was written once more. */
async function mustBeWhole(
  copy: ReturnType<typeof privately<Tables>>,
  shape: readonly Table[],
  copied: Contents,
  step: Step,
): Promise<void> {
  step('look through');
  const wrong = differing(copied, await contentsOf(copy, shape, step));
  const damage = await damageIn(copy);
  if (wrong.length > 0 || damage.length > 0)
    throw new Error(`what was written reads otherwise: ${[...wrong, ...damage].join(', ')}`);
}

/** Nobody else knows of the file yet, and it is brought to the disk as a whole. */
export function quickly(file: string): DatabaseSync {
  const raw = new DatabaseSync(file);
  raw.exec('pragma journal_mode = memory; pragma synchronous = off; pragma secure_delete = on');
  return raw;
}

const taken = 'store.backupThere' as const;

function isThere(file: string): ProblemsError {
  return new ProblemsError([{ place: { file }, message: { key: taken } }]);
}

/** Whether a backup was not made as something has its name, perhaps only since it was begun. */
export function isTaken(error: unknown): boolean {
  return error instanceof ProblemsError && error.problems.some(({ message }) => message.key === taken);
}

/** What kept a file from being written; a fault of our own stays what it is. */
export function notWritten(
  file: string,
  cause: unknown,
  key: 'store.backupFailed' | 'keep.notWritten' = 'store.backupFailed',
): unknown {
  if (cause instanceof ProblemsError || cause instanceof UserError) return cause;
  if (isFull(cause))
    return new ProblemsError([{ place: { file }, message: { key: 'store.backupFull' }, cause }]);
  if (codeOf(cause) === '') return cause;
  const values = { reason: reasonOf(cause) };
  return new ProblemsError([{ place: { file }, message: { key, values }, cause }]);
}
