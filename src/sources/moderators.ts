// The roles whose members may change a server's own documents, beside those whom Discord itself lets manage it.

import { asking } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import { changing, type Doer, record, type Step } from './change.ts';
import { hourlyReached, type LimitReached, type Limits } from './limits.ts';

/** A server needs a few; more are a slip. */
const mostModeratorRoles = 20;

/** The ids of the roles, in the order they were added. */
export async function moderatorRoles(database: Database, guild: string): Promise<string[]> {
  const query = database
    .selectFrom('source_moderators')
    .where('guild', '=', guild)
    .orderBy('added_at')
    .orderBy('role')
    .select('role');
  return (await asking(() => query.execute())).map(({ role }) => role);
}

export interface RoleChange {
  readonly add?: string;
  readonly remove?: string;
}

export type RolesChanged =
  | LimitReached
  | { readonly ok: true; readonly roles: readonly string[]; readonly revision: number }
  | { readonly ok: false; readonly reason: 'same' | 'too-many' };

/** Adds a role, takes one away, or both. */
export async function changeModerators(
  database: Database,
  doer: Doer,
  { add, remove }: RoleChange,
  limits: Pick<Limits, 'hourly'>,
): Promise<RolesChanged> {
  return changing(database, doer, async (step): Promise<RolesChanged> => {
    const rows = step.change.selectFrom('source_moderators').where('guild', '=', doer.guild);
    const before = (await rows.orderBy('added_at').orderBy('role').select('role').execute()).map(
      ({ role }) => role,
    );
    const kept = before.filter((role) => role !== remove);
    const isNew = add !== undefined && !kept.includes(add);
    const roles = isNew ? [...kept, add] : kept;
    if (roles.length > mostModeratorRoles) return { ok: false, reason: 'too-many' };
    if (roles.join() === before.join()) return { ok: false, reason: 'same' };
    // To take a role away may be urgent.
    const full = isNew ? await hourlyReached(step.change, doer, limits) : undefined;
    if (full) return full;
    if (remove !== undefined) await takeAway(step, remove);
    if (isNew) await give(step, add);
    const noted = {
      document: null,
      action: 'moderators',
      before: { roles: before },
      after: { roles },
    } as const;
    return { ok: true, roles, revision: await record(step, noted) };
  });
}

async function takeAway({ change, doer }: Step, role: string): Promise<void> {
  const gone = change.deleteFrom('source_moderators').where('guild', '=', doer.guild);
  await gone.where('role', '=', role).execute();
}

async function give({ change, doer: { guild, by, at } }: Step, role: string): Promise<void> {
  await change.insertInto('source_moderators').values({ guild, role, added_by: by, added_at: at }).execute();
}
