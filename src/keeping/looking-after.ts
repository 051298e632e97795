// What an operator has done to a store now and then: a backup is looked through, and what is free is given back.
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ProblemsError } from '../common/errors.ts';
import { reasonOf } from '../common/reasons.ts';
import { privately } from '../store/engines/private.ts';
import { lookThrough } from '../store/keeping/look-through.ts';
import type { Manifest } from '../store/keeping/manifest.ts';
import { type Vacuumed, vacuum } from '../store/keeping/vacuum.ts';
import { unusable } from '../store/keeping/whole.ts';
import type { Step } from '../store/rows.ts';
import type { StorePlace } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { forgetOld, rethrow } from './retention.ts';

/** What a whole backup says of itself; undefined where the file is a store. Throws `ProblemsError` where it is not whole. */
export async function checkBackup(file: string, step: Step): Promise<Manifest | undefined> {
  mustBeFile(file);
  let raw: DatabaseSync | undefined;
  try {
    raw = new DatabaseSync(file, { readOnly: true });
    return await lookThrough(privately<Tables>(raw), file, step);
  } catch (cause) {
    if (cause instanceof ProblemsError) throw cause;
    const values = { reason: reasonOf(cause) };
    throw new ProblemsError([{ place: { file }, message: { key: 'keep.unread', values }, cause }]);
  } finally {
    raw?.close();
  }
}

/** Throws `ProblemsError` where there is no file to read. */
export function mustBeFile(file: string): void {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isFile()) return;
  const code = there ? 'EISDIR' : 'ENOENT';
  const values = { reason: reasonOf(Object.assign(new Error(code), { code })) };
  throw new ProblemsError([{ place: { file }, message: { key: 'keep.unread', values } }]);
}

/** Forgets what is due and writes the store anew. Throws `ProblemsError` where that cannot be done. */
export async function vacuumStore(place: StorePlace): Promise<Vacuumed> {
  try {
    return await vacuum(place, ({ database }) => forgetOld(database, Date.now(), { failed: rethrow }));
  } catch (cause) {
    if (cause instanceof ProblemsError) throw cause;
    throw unusable(place, cause);
  }
}
