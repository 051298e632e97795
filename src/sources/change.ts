// The frame of every change of a server's own documents: the server's lock, the write, and its entry in the audit log, all
// in one transaction.

import { nextNumber } from '../store/counters.ts';
import { asking, transact } from '../store/engines/transact.ts';
import type { AuditRow, Change, Database, DocumentRow } from '../store/tables.ts';

/** Who changes what where, and when (milliseconds since 1970). */
export interface Doer {
  /** The server. */
  readonly guild: string;
  /** The user's id. */
  readonly by: string;
  readonly at: number;
}

export type State = DocumentRow['state'];
export type Action =
  | 'add'
  | 'correct'
  | 'withdraw'
  | 'restore'
  | 'erase'
  | 'moderators'
  | 'names'
  | 'names-undo';

/** How a document stands, and who brought it there. */
export interface Standing {
  readonly state: State;
  readonly version: number;
  readonly by: string;
  readonly at: number;
}

/** A change that was done: it is on the disk, and its number is higher than that of every earlier one. */
export interface Done {
  readonly ok: true;
  readonly id: string;
  readonly state: State;
  readonly version: number;
  readonly revision: number;
}

/** Somebody else was quicker: how the document stands now. */
export interface Changed {
  readonly ok: false;
  readonly reason: 'changed';
  readonly now: Standing;
}

export interface NotFound {
  readonly ok: false;
  readonly reason: 'not-found';
}

/** A document as a moderator saw it when they decided. What they saw must still be so, or the change is not done. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** One change under way: what its parts need. */
export interface Step {
  readonly change: Change;
  readonly doer: Doer;
}

/**
 * Takes something that only one change may take, such as a preview that is approved; false where it is taken already,
 * and then nothing is done.
 */
export type Claim = (step: Step) => Promise<boolean>;

export interface Claimed {
  readonly ok: false;
  readonly reason: 'claimed';
}

/**
 * Runs one change of a server's documents. Its row is locked first, so that the changes of one server come one after
 * the other in every process; limits that were counted still hold when the write comes. A result that is not `ok`
 * leaves nothing behind.
 */
export async function changing<R extends { readonly ok: boolean }>(
  database: Database,
  doer: Doer,
  work: (step: Step) => Promise<R>,
): Promise<R> {
  return transact(database, async (change) => {
    await change
      .insertInto('guilds')
      .values({ id: doer.guild, revision: 0, left_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: doer.guild }))
      .execute();
    return work({ change, doer });
  });
}

/** What is noted of a change beside who and when. */
export interface Noted {
  /** Null where it is about no document. */
  readonly document: string | null;
  readonly action: Action;
  readonly before: object | null;
  readonly after: object;
}

/**
 * Writes the entry in the audit log and gives the change its number, which is held
 * back from all others until this one is done: so it comes late in a change.
 */
export async function record({ change, doer }: Step, noted: Noted): Promise<number> {
  const revision = await nextRevision(change, doer.guild);
  const row: AuditRow = {
    guild: doer.guild,
    revision,
    document: noted.document,
    action: noted.action,
    actor: doer.by,
    at: doer.at,
    before: noted.before && JSON.stringify(noted.before),
    after: JSON.stringify(noted.after),
  };
  await change.insertInto('audit').values(row).execute();
  return revision;
}

/**
 * The next number of all servers together. Its row stays locked until the commit, so numbers become visible in their
 * order: who has seen number 7 has missed no lower one (feed.ts rests on this).
 */
export async function nextRevision(change: Change, guild: string): Promise<number> {
  const value = await nextNumber(change, 'revision');
  await change.updateTable('guilds').set({ revision: value }).where('id', '=', guild).execute();
  return value;
}

/** Why a conditional write changed nothing. */
export async function whyNot({ change, doer }: Step, id: string): Promise<Changed | NotFound> {
  const row = await change
    .selectFrom('documents')
    .where('guild', '=', doer.guild)
    .where('id', '=', id)
    .select(['state', 'version', 'changed_by', 'changed_at'])
    .executeTakeFirst();
  if (!row) return { ok: false, reason: 'not-found' };
  const { state, version, changed_by: by, changed_at: at } = row;
  return { ok: false, reason: 'changed', now: { state, version, by, at } };
}

/** What a change of a server's documents did; undefined where there is none of this number. */
export async function actionAt(
  database: Database,
  guild: string,
  revision: number,
): Promise<string | undefined> {
  const query = database
    .selectFrom('audit')
    .where('guild', '=', guild)
    .where('revision', '=', revision)
    .select('action');
  return (await asking(() => query.executeTakeFirst()))?.action;
}
