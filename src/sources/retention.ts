// When the bot is gone from a server its documents wait for it, and after some time they are erased.
import { dayMs } from '../common/day.ts';
import { asking, transact } from '../store/engines/transact.ts';
import { noteErasure } from '../store/erasures.ts';
import type { Change, Database } from '../store/tables.ts';
import { nextRevision } from './change.ts';

/** So long the documents of a server wait: a bot that was removed by mistake, or for an evening, loses nothing. */
const defaultRetentionDays = 30;

/** Starts the clock of a server that the bot has left, unless it runs already; nothing where nothing is kept of it. */
export async function guildLeft(database: Database, guild: string, at: number): Promise<void> {
  const write = database
    .updateTable('guilds')
    .set({ left_at: at })
    .where('id', '=', guild)
    .where('left_at', 'is', null);
  await asking(() => write.execute());
}

/** Stops the clock: the bot is in the server again. */
export async function guildJoined(database: Database, guild: string): Promise<void> {
  const write = database
    .updateTable('guilds')
    .set({ left_at: null })
    .where('id', '=', guild)
    .where('left_at', 'is not', null);
  await asking(() => write.execute());
}

/** The servers that something is kept of: a bot that was away compares them with those it is in. */
export async function guildsKept(
  database: Database,
): Promise<{ guild: string; leftAt: number | undefined }[]> {
  const query = database
    .selectFrom('guilds')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('audit').whereRef('audit.guild', '=', 'guilds.id').select('audit.guild')),
    )
    .select(['id', 'left_at'])
    .orderBy('id');
  const rows = await asking(() => query.execute());
  return rows.map(({ id, left_at }) => ({ guild: id, leftAt: left_at ?? undefined }));
}

/** Has a server looked after of which something else is kept: its clock can be started then. */
export async function keepGuild(database: Database, guild: string): Promise<void> {
  const write = database
    .insertInto('guilds')
    .values({ id: guild, revision: 0, left_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing());
  await asking(() => write.execute());
}

/**
 * Erases what is kept of servers that the bot left longer ago than the days: documents, versions, corrections of who is who and audit log. Of each
 * there remain its id and a number, which tells other processes. `also` erases what others keep, in the same transaction;
 * `only` tells of which servers it is known for sure that the bot is gone. Returns the servers. May run in several processes at once.
 */
export async function purgeLeft(
  database: Database,
  now: number,
  days = defaultRetentionDays,
  { also = async () => undefined, only = () => true }: Purging = {},
): Promise<string[]> {
  const cutoff = now - days * dayMs;
  const query = database.selectFrom('guilds').where('left_at', '<=', cutoff).select('id').orderBy('id');
  const due = await asking(() => query.execute());
  const purged: string[] = [];
  for (const { id } of due.filter((each) => only(each.id)))
    if (await purgeOne(database, id, { now, cutoff, also })) purged.push(id);
  return purged;
}

export interface Purging {
  /** Erases what else is kept of a server. */
  readonly also?: Also;
  readonly only?: (guild: string) => boolean;
}

type Also = (change: Change, guild: string) => Promise<void>;

async function purgeOne(
  database: Database,
  guild: string,
  { now, cutoff, also }: { readonly now: number; readonly cutoff: number; readonly also: Also },
): Promise<boolean> {
  const { ok } = await transact(database, async (change) => {
    // The bot may be invited back at this moment, and another process may purge: then no row fits.
    const row = await change
      .updateTable('guilds')
      .set({ left_at: null })
      .where('id', '=', guild)
      .where('left_at', '<=', cutoff)
      .returning('id')
      .executeTakeFirst();
    if (!row) return { ok: false };
    await eraseServer(change, guild, also);
    await noteErasure(change, { kind: 'server', of: [guild] }, now);
    return { ok: true };
  });
  return ok;
}

/** Erases what is kept of a server, as a part of a change. */
export async function eraseServer(change: Change, guild: string, also: Also): Promise<void> {
  for (const table of ['documents', 'drafts', 'source_moderators', 'corrections', 'audit'] as const)
    await change.deleteFrom(table).where('guild', '=', guild).execute();
  await also(change, guild);
  await nextRevision(change, guild);
}
