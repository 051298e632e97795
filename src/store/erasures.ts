// What was erased for good is noted in the erasure's own transaction, as a hash with the store's own key: it tells nobody who or what it
// was, and whoever puts back an older backup can erase the same again (src/keeping/erase-again.ts).
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { dayMs } from '../common/day.ts';
import { asking } from './engines/transact.ts';
import type { Change, Database } from './tables.ts';

/** What a member asked and moderated, did to documents, and asked in vain; a document's words, all of a server. */
export const erasureKinds = ['questions-of', 'changes-of', 'missed-of', 'document', 'server'] as const;
export type ErasureKind = (typeof erasureKinds)[number];

export interface Erasure {
  /** Its own, since the same member may be erased, come back, and be erased again. */
  readonly id: string;
  readonly kind: ErasureKind;
  readonly hash: string;
  readonly at: number;
}

/** What is erased, by its ids: the server, and the member or the document. */
export interface ErasedThing {
  readonly kind: ErasureKind;
  readonly of: readonly string[];
}

/** So long it is told of an erasure: backups that are older are not put back without a word. */
export const erasuresKeptDays = 400;
const keptMs = erasuresKeptDays * dayMs;

/** Whether it is told of an erasure still, or of a backup's time it is known what was erased since. */
export function isKept(at: number, now: number): boolean {
  return now - at <= keptMs;
}

export function hashOf(key: string, { kind, of }: ErasedThing): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(JSON.stringify([kind, ...of]))
    .digest('hex');
}

/** What a key is called in the name of a list: the key itself never leaves the store and its backups. */
export function nameOfKey(key: string): string {
  return createHash('sha256').update(`erasures ${key}`).digest('hex').slice(0, 16);
}

/** Notes an erasure in its own transaction: both are done or neither. */
export async function noteErasure(change: Change, thing: ErasedThing, at: number): Promise<void> {
  const hash = hashOf(await erasureKey(change), thing);
  const id = randomBytes(8).toString('hex');
  await change.insertInto('erasures').values({ id, kind: thing.kind, hash, at }).execute();
}

export async function erasureKey(database: Database): Promise<string> {
  return (await database.selectFrom('erasure_key').select('key').executeTakeFirstOrThrow()).key;
}

/** All that are known to a store, with the name of its key. */
export async function erasuresIn(database: Database): Promise<{ key: string; erasures: Erasure[] }> {
  const key = await asking(() => erasureKey(database));
  const rows = await asking(() =>
    database.selectFrom('erasures').selectAll().orderBy('at').orderBy('id').execute(),
  );
  const erasures = rows.flatMap(({ kind: named, ...row }) => {
    const kind = erasureKinds.find((each) => each === named);
    return kind ? [{ ...row, kind }] : [];
  });
  return { key, erasures };
}

/** Takes over what a list tells and the store does not know. */
export async function takeErasures(database: Database, all: readonly Erasure[]): Promise<void> {
  for (const erasure of all)
    await database
      .insertInto('erasures')
      .values(erasure)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
}

/** Forgets what no backup that may still be put back is older than. May run in several processes at once. */
export async function dropErasures(database: Database, now: number): Promise<void> {
  const write = database.deleteFrom('erasures').where('at', '<', now - keptMs);
  await asking(() => write.execute());
}
