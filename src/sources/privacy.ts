// What is kept of a member who worked on a server's own documents, and how it is erased: the log stays, without the name.

import { asking, transact } from '../store/engines/transact.ts';
import { noteErasure } from '../store/erasures.ts';
import type { Database } from '../store/tables.ts';
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

/** The servers whose documents a member changed, or is about to: previews are kept for a day. */
export async function guildsChangedBy(database: Database, member: string): Promise<string[]> {
  const changed = database.selectFrom('audit').where('actor', '=', member).select('guild');
  const previewed = database.selectFrom('drafts').where('moderator', '=', member).select('guild');
  const query = changed.union(previewed);
  return (await asking(() => query.execute())).map(({ guild }) => guild);
}

/** How many previews of a member are kept in a server. */
export async function previewsOf(database: Database, guild: string, member: string): Promise<number> {
  const query = database.selectFrom('drafts').where('guild', '=', guild).where('moderator', '=', member);
  return (await asking(() => query.select('id').execute())).length;
}

/** Puts a tombstone in place of a member's name, and erases their previews; documents, versions and reasons stay, which are the server's. */
export async function eraseChanger(
  database: Database,
  {
    guild,
    member,
    tombstone,
    at = Date.now(),
  }: { readonly guild: string; readonly member: string; readonly tombstone: string; readonly at?: number },
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
    await change
      .updateTable('source_moderators')
      .set({ added_by: tombstone })
      .where('guild', '=', guild)
      .where('added_by', '=', member)
      .execute();
    for (const column of ['made_by', 'undone_by'] as const)
      await change
        .updateTable('corrections')
        .set({ [column]: tombstone })
        .where('guild', '=', guild)
        .where(column, '=', member)
        .execute();
    await change.deleteFrom('drafts').where('guild', '=', guild).where('moderator', '=', member).execute();
    const renamed = await change
      .updateTable('audit')
      .set({ actor: tombstone })
      .where('guild', '=', guild)
      .where('actor', '=', member)
      .returning('revision')
      .execute();
    await noteErasure(change, { kind: 'changes-of', of: [guild, member] }, at);
    return { ok: true, count: renamed.length };
  });
  return count;
}
