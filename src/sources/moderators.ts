// The roles whose members may change a server's own documents, beside those whom Discord itself lets manage it.
import type { Database } from '../store/tables.ts';
import { asking } from '../store/transact.ts';
import { changing, type Doer, record } from './change.ts';

/** A server needs a few; more are a slip. */
export const mostModeratorRoles = 20;

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
  | { readonly ok: true; readonly roles: readonly string[]; readonly revision: number }
  | { readonly ok: false; readonly reason: 'same' | 'too-many' };

/** Adds a role, takes one away, or both. */
export async function changeModerators(
  database: Database,
  doer: Doer,
  { add, remove }: RoleChange,
): Promise<RolesChanged> {
  return changing(database, doer, async (step): Promise<RolesChanged> => {
    const { change } = step;
    const rows = change.selectFrom('source_moderators').where('guild', '=', doer.guild);
    const before = (await rows.orderBy('added_at').orderBy('role').select('role').execute()).map(
      ({ role }) => role,
    );
    const kept = before.filter((role) => role !== remove);
    const roles = add === undefined || kept.includes(add) ? kept : [...kept, add];
    if (roles.length > mostModeratorRoles) return { ok: false, reason: 'too-many' };
    if (roles.length === before.length && roles.every((role, index) => role === before[index]))
      return { ok: false, reason: 'same' };
    if (remove !== undefined) {
      const gone = change.deleteFrom('source_moderators').where('guild', '=', doer.guild);
      await gone.where('role', '=', remove).execute();
    }
    if (add !== undefined && !kept.includes(add)) {
      const row = { guild: doer.guild, role: add, added_by: doer.by, added_at: doer.at };
      await change.insertInto('source_moderators').values(row).execute();
    }
    const noted = {
      document: null,
      action: 'moderators',
      before: { roles: before },
      after: { roles },
    } as const;
    return { ok: true, roles, revision: await record(step, noted) };
  });
}
