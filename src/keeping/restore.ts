// A backup is put back, into either engine: the store that was there stays until the new one is whole, and is then replaced in one step.
import { copyFileSync, linkSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ProblemsError, UsageError } from '../common/errors.ts';
import { codeOf } from '../common/reasons.ts';
import { isDamaged } from '../store/engines/failures.ts';
import { privately } from '../store/engines/private.ts';
import { begunBeside, giveUp, putOver } from '../store/engines/whole-file.ts';
import { madeWhole, notWritten } from '../store/keeping/backup.ts';
import { fillServer, isFilled } from '../store/keeping/transfer.ts';
import { alone, nameOf, unusable, type Whole, wholeOf } from '../store/keeping/whole.ts';
import type { Step } from '../store/rows.ts';
import type { StorePlace } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { folderOf, type Present, presentIn } from './lists.ts';
import { mustBeFile } from './looking-after.ts';
import { type Prepared, prepare } from './prepare.ts';

export interface RestoreOptions {
  /** Puts it in the place of a store that holds something. */
  readonly replace?: boolean;
  readonly withoutErasures?: boolean;
  /** A folder with another list of erasures. */
  readonly lists?: string | undefined;
  readonly now?: number;
  readonly step?: Step;
}

export interface Restored extends Prepared {
  /** Where the file lies that was there before. */
  readonly aside?: string;
}

/** Throws `ProblemsError` where it cannot be done; then the store that was there is as it was. */
export async function restore(
  from: string,
  place: StorePlace,
  {
    replace = false,
    withoutErasures = false,
    lists,
    now = Date.now(),
    step = () => undefined,
  }: RestoreOptions = {},
): Promise<Restored> {
  mustBeFile(from);
  refuseItself(from, place);
  const folders = [folderOf(place), ...(lists === undefined ? [] : [lists])];
  const prepared = (begun: string, present: Present | undefined): Promise<Prepared> =>
    prepare(from, begun, { now, step, withoutErasures, folders, present });
  const parts: Parts = { place, replace, now, step, prepared };
  return place.url === undefined ? intoFile(parts) : intoServer(parts);
}

interface Parts {
  readonly place: StorePlace;
  readonly replace: boolean;
  readonly now: number;
  readonly step: Step;
  readonly prepared: (begun: string, present: Present | undefined) => Promise<Prepared>;
}

/** Under whatever name. */
function refuseItself(from: string, { file, url }: StorePlace): void {
  if (url !== undefined || !statSync(file, { throwIfNoEntry: false })) return;
  if (realpathSync(from) === realpathSync(file)) throw new UsageError({ key: 'keep.itself' });
}

async function intoFile(parts: Parts): Promise<Restored> {
  const { file } = parts.place;
  const left = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (statSync(file, { throwIfNoEntry: false })) return overFile(parts);
  // With a new file beside it, SQLite would take old pages for its own.
  if (left && left.size > 0) throw told(parts.place, 'keep.leftBeside');
  return madeWhole(file, (begun) => parts.prepared(begun, undefined), 'keep.notWritten');
}

async function overFile(parts: Parts): Promise<Restored> {
  const { place, replace, now } = parts;
  let working = false;
  try {
    return await alone(place, async (whole) => {
      if (!replace && (await isFilled(whole))) throw told(place, 'keep.filled');
      working = true;
      return await swap(parts, await presentOf(whole, now));
    });
  } catch (error) {
    // What is damaged can be neither held nor read; it is kept all the same, for whoever knows how to save more of it.
    if (working || !isDamaged(causeOf(error))) throw error;
    if (!replace) throw told(place, 'keep.thereDamaged');
    return swap(parts, undefined);
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof ProblemsError ? error.cause : error;
}

async function presentOf({ database, shape }: Whole, now: number): Promise<Present | undefined> {
  return shape.some(({ name }) => name === 'erasure_key') ? presentIn(database, now) : undefined;
}

/** At every moment one whole file has the name: the old one or the new one. */
async function swap(
  { place: { file }, now, step, prepared }: Parts,
  present: Present | undefined,
): Promise<Restored> {
  let begun: string | undefined;
  try {
    // Where the name is a link, what it leads to is replaced.
    const target = realpathSync(file);
    begun = begunBeside(target);
    const made = await prepared(begun, present);
    step('put in place');
    const aside = asideOf(target, now);
    step('put aside');
    putOver(begun, target);
    step('in place');
    return { ...made, aside };
  } catch (cause) {
    throw notWritten(file, cause, 'keep.notWritten');
  } finally {
    if (begun !== undefined) giveUp(begun);
  }
}

/** A second name for what is there, and with it what belongs to it. */
function asideOf(file: string, now: number): string {
  const aside = `${file}.before-${new Date(now).toISOString().replaceAll(':', '-')}`;
  try {
    linkSync(file, aside);
  } catch (error) {
    // Some file systems have no second names.
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(file, aside);
  }
  // Only a damaged store has these left: a new file beside them would take their pages for its own.
  for (const end of ['-wal', '-journal'])
    if (statSync(file + end, { throwIfNoEntry: false })) renameSync(file + end, aside + end);
  rmSync(`${file}-shm`, { force: true });
  return aside;
}

async function intoServer({ place, replace, now, step, prepared }: Parts): Promise<Restored> {
  const looked = (): Promise<Present | undefined> =>
    alone(place, async (whole) => {
      if (!replace && (await isFilled(whole))) throw told(place, 'keep.filled');
      return presentOf(whole, now);
    });
  const present = await looked();
  const folder = mkdtempSync(join(tmpdir(), 'communique-restore-'));
  try {
    const begun = begunBeside(join(folder, 'store.sqlite'));
    const made = await prepared(begun, present).catch((cause: unknown) => {
      throw notWritten(folder, cause, 'keep.notWritten');
    });
    await putOnServer(begun, { place, replace, step });
    return made;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All of it in one transaction of the server. */
async function putOnServer(
  begun: string,
  { place, replace, step }: Pick<Parts, 'place' | 'replace' | 'step'>,
): Promise<void> {
  const raw = new DatabaseSync(begun, { readOnly: true });
  try {
    const from = await wholeOf('sqlite', privately<Tables>(raw));
    await alone(place, async (whole) => {
      // Somebody may have used it since.
      if (!replace && (await isFilled(whole))) throw told(place, 'keep.filled');
      await fillServer(from, whole, step);
    });
  } catch (cause) {
    throw cause instanceof ProblemsError ? cause : unusable(place, cause);
  } finally {
    raw.close();
  }
}

function told(
  place: StorePlace,
  key: 'keep.filled' | 'keep.leftBeside' | 'keep.thereDamaged',
): ProblemsError {
  return new ProblemsError([
    { place: { file: nameOf(place) }, message: { key, values: { file: `${place.file}-wal` } } },
  ]);
}
