// The list of erasures as a file, beside the store and beside its backups: it outlives the store that they were made in. A line each,
// under the name of the store's key; lists of several stores lie beside each other.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ProblemsError } from '../../common/errors.ts';
import { makeFolder } from '../../common/folders.ts';
import { reasonOf } from '../../common/reasons.ts';
import { begunBeside, giveUp, putOver } from '../engines/whole-file.ts';
import { type Erasure, erasureKinds, erasuresIn, isKept, nameOfKey } from '../erasures.ts';
import type { Database } from '../tables.ts';
import { notWritten } from './backup.ts';

/** What a list tells, and until when it was kept. */
export interface ErasureList {
  readonly until: number;
  readonly erasures: readonly Erasure[];
}

export function listFile(folder: string, key: string): string {
  return join(folder, `erasures-${nameOfKey(key)}.txt`);
}

const head = 'communique erasures 1';
const line = z.tuple([
  z.string().regex(/^[0-9a-f]{16}$/),
  z.enum(erasureKinds),
  z.string().regex(/^[0-9a-f]{64}$/),
  z.coerce.number().int().min(0),
]);

/** Reads the list of a key; undefined where there is none. Throws `ProblemsError` where it is no such list. */
export function readList(file: string, key: string): ErasureList | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if (!statSync(file, { throwIfNoEntry: false })) return undefined;
    const values = { reason: reasonOf(cause) };
    throw new ProblemsError([{ place: { file }, message: { key: 'store.erasuresUnread', values }, cause }]);
  }
  const [first = '', ...lines] = text.trimEnd().split('\n');
  const found = new RegExp(`^${head} ${nameOfKey(key)} ([0-9]{1,15})$`).exec(first);
  const read = lines.map((each) => line.safeParse(each.split(' ')));
  // A line that cannot be read may be the one that matters.
  const wrong = found ? read.findIndex(({ success }) => !success) + 1 : 0;
  if (!found || wrong > 0)
    throw new ProblemsError([{ place: { file, line: wrong + 1 }, message: { key: 'store.erasuresWrong' } }]);
  const erasures = read.flatMap(({ data }) =>
    data ? [{ id: data[0], kind: data[1], hash: data[2], at: data[3] }] : [],
  );
  return { until: Number(found[1]), erasures };
}

/** Brings the list in a folder up to what the store knows now; what it knew before stays. Returns its file. */
export async function writeList(database: Database, folder: string, now = Date.now()): Promise<string> {
  const { key, erasures } = await erasuresIn(database);
  return writeErasures(folder, key, { until: now, erasures });
}

/** Several processes may write it: each knows all that the store has, so whoever is last leaves nothing out. */
function writeErasures(folder: string, key: string, { until, erasures }: ErasureList): string {
  const file = listFile(folder, key);
  const before = readList(file, key);
  const all = new Map([...(before?.erasures ?? []), ...erasures].map((each) => [each.id, each]));
  const last = Math.max(until, before?.until ?? 0);
  const kept = [...all.values()].filter(({ at }) => isKept(at, last));
  const lines = kept.map(({ id, kind, hash, at }) => `${id} ${kind} ${hash} ${at}`);
  let begun: string | undefined;
  try {
    makeFolder(folder);
    begun = begunBeside(file);
    writeFileSync(begun, `${[`${head} ${nameOfKey(key)} ${last}`, ...lines].join('\n')}\n`);
    putOver(begun, file);
  } catch (cause) {
    throw notWritten(file, cause, 'keep.notWritten');
  } finally {
    if (begun !== undefined) giveUp(begun);
  }
  return file;
}
