// What was erased after a backup was made is erased again in the store that it becomes: who and what that was is found by
// trying every server, member and document that stands in it, since the list holds hashes alone.
import { sql } from 'kysely';
import { eraseMissed } from '../missed/erase.ts';
import { program } from '../questions/change.ts';
import { erasePassages } from '../questions/forgetting/erased-passages.ts';
import { eraseMember } from '../questions/forgetting/privacy.ts';
import { eraseGuild } from '../questions/forgetting/retention.ts';
import { newTombstone } from '../questions/forgetting/tombstone.ts';
import { eraseDocument } from '../sources/erase.ts';
import { eraseChanger } from '../sources/privacy.ts';
import { eraseServer } from '../sources/retention.ts';
import { transact } from '../store/engines/transact.ts';
import { type Erasure, type ErasureKind, erasuresIn, hashOf, takeErasures } from '../store/erasures.ts';
import type { Database } from '../store/tables.ts';

/** Where moderators read why the words of a document are gone. */
const reason = 'Erased before; the store was put back from a backup of earlier.';

/** Erases all that a list tells and the store does not know. Returns how many things were found and erased. */
export async function eraseAgain(
  database: Database,
  key: string,
  { erasures, now }: { readonly erasures: readonly Erasure[]; readonly now: number },
): Promise<number> {
  // What stands in the store's own list was erased before the backup was made; what came since is not meant.
  const known = new Set((await erasuresIn(database)).erasures.map(({ id }) => id));
  const due = erasures.filter(({ id }) => !known.has(id));
  const hashes = new Set(due.map(({ kind, hash }) => `${kind} ${hash}`));
  const isDue = (kind: ErasureKind, ...of: readonly string[]): boolean =>
    hashes.has(`${kind} ${hashOf(key, { kind, of })}`);
  const erased =
    (await eraseServers(database, isDue)) +
    (await eraseDocuments(database, isDue, now)) +
    (await eraseMembers(database, isDue, now));
  await takeErasures(database, due);
  return erased;
}

type IsDue = (kind: ErasureKind, ...of: readonly string[]) => boolean;

async function eraseServers(database: Database, isDue: IsDue): Promise<number> {
  let erased = 0;
  for (const guild of await serversIn(database)) {
    if (!isDue('server', guild)) continue;
    await transact(database, async (change) => {
      await eraseServer(change, guild, eraseGuild);
      return { ok: true };
    });
    erased += 1;
  }
  return erased;
}

async function serversIn(database: Database): Promise<string[]> {
  const rows = await database
    .selectFrom('guilds')
    .select('id as guild')
    .union(database.selectFrom('desks').select('guild'))
    .union(database.selectFrom('questions').select('guild'))
    .union(database.selectFrom('preferences').select('guild'))
    .union(database.selectFrom('missed_words').select('guild'))
    .union(database.selectFrom('ratings').where('guild', '!=', '').select('guild'))
    .execute();
  return rows.map(({ guild }) => guild);
}

async function eraseDocuments(database: Database, isDue: IsDue, at: number): Promise<number> {
  const rows = await database
    .selectFrom('documents')
    .where('state', '!=', 'erased')
    .select(['guild', 'id', 'version'])
    .execute();
  const due = rows.filter(({ guild, id }) => isDue('document', guild, id));
  for (const { guild, id, version } of due) {
    const doer = { guild, by: program, at };
    const result = await eraseDocument(database, doer, { id, version, reason }, erasePassages);
    if (!result.ok) throw new Error(`a document could not be erased again: ${result.reason}`);
  }
  return due.length;
}

async function eraseMembers(database: Database, isDue: IsDue, at: number): Promise<number> {
  let erased = 0;
  for (const { guild, member } of await membersIn(database)) {
    const [asked, changed] = [isDue('questions-of', guild, member), isDue('changes-of', guild, member)];
    if (asked) await eraseMember(database, { guild, member, at });
    if (changed) await eraseChanger(database, { guild, member, tombstone: newTombstone(), at });
    const missed = isDue('missed-of', guild, member);
    if (missed) await eraseMissed(database, guild, member, at);
    if (asked || changed || missed) erased += 1;
  }
  return erased;
}

/** Where ids of members stand. */
export const people: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['questions', 'asker', 'claimed_by', 'decided_by'],
  ['desk_log', 'actor'],
  ['sittings', 'opened_by'],
  ['deliveries', 'target'],
  ['audit', 'actor'],
  ['documents', 'changed_by'],
  ['versions', 'created_by'],
  ['source_moderators', 'added_by'],
  ['drafts', 'moderator'],
  ['missed_words', 'asker'],
  ['missed_questions', 'asker'],
  ['also_asked', 'asker'],
  ['corrections', 'made_by', 'undone_by'],
];

/** Everybody whose id stands anywhere in a server. */
async function membersIn(database: Database): Promise<{ guild: string; member: string }[]> {
  const found = new Map<string, { guild: string; member: string }>();
  const all = people.flatMap(([table, ...columns]) => columns.map((column) => ({ table, column })));
  for (const { table, column } of all) {
    const { rows } = await sql<{ guild: string; member: string }>`
      select distinct guild, ${sql.ref(column)} as member from ${sql.table(table)}
      where ${sql.ref(column)} is not null`.execute(database);
    for (const each of rows) found.set(`${each.guild} ${each.member}`, each);
  }
  return [...found.values()];
}
