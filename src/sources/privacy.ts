// What is kept of a member who worked on a server's own documents, and how it is erased: the log stays, without the name.
import type { Database } from '../store/tables.ts';
import { asking, transact } from '../store/transact.ts';
import { type AuditEntry, entryOf } from './read.ts';

/** The changes of a server's documents that a member made. */
export async function changesBy(database: Database, guild: string, member: string): Promise<AuditEntry[]> {
  const query = database
    .selectFrom('audit')
    .where('guild', '=', guild)
    .where('actor', '=', member)
    .orderBy('revision')
    .selectAll();
  return (await asking(() => query.execute())).map(entryOf);
}

/** The servers whose documents a member changed. */
export async function guildsChangedBy(database: Database, member: string): Promise<string[]> {
  const query = database.selectFrom('audit').where('actor', '=', member).select('guild').distinct();
  return (await asking(() => query.execute())).map(({ guild }) => guild);
}

/** Puts a tombstone in place of a member's name; documents, versions and reasons stay, which are the server's. */
export async function eraseChanger(
  database: Database,
  {
    guild,
    member,
    tombstone,
  }: { readonly guild: string; readonly member: string; readonly tombstone: string },
): Promise<number> {
  const { count } = await transact(database, async (change) => {
    await change
      .updateTable('documents')
      .set({ changed_by: tombstone })
      .where('guild', '=', guild)
      .where('changed_by', '=', member)
      .execute();
    await change
      .updateTable('versions')
      .set({ created_by: tombstone })
      .where('guild', '=', guild)
      .where('created_by', '=', member)
      .execute();
    const renamed = await change
      .updateTable('audit')
      .set({ actor: tombstone })
      .where('guild', '=', guild)
      .where('actor', '=', member)
      .returning('revision')
      .execute();
    return { ok: true, count: renamed.length };
  });
  return count;
}
