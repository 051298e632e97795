// What was asked long ago is forgotten, and so is a server that the bot has left.
import { dayMs } from '../../common/day.ts';
import { asking, transact } from '../../store/engines/transact.ts';
import type { Change, Database } from '../../store/tables.ts';
import { moveIn, program, type Step } from '../change.ts';
import { settingsSchema } from '../desk.ts';
import { forgetNumbers } from '../numbers.ts';
import { open } from '../states.ts';
import { newTombstone, rewriteLog, withoutAsker } from './tombstone.ts';

/**
 * Erases who asked and who reviewed, and all that was typed, in questions of which nothing has changed for the days
 * that their desk keeps them. May run in several processes at once. Returns how many.
 */
export async function purgeOld(database: Database, now: number): Promise<number> {
  const desks = await asking(() =>
    database.selectFrom('desks').select(['guild', 'channel', 'settings']).execute(),
  );
  let purged = 0;
  for (const { guild, channel, settings } of desks) {
    const { retentionDays } = settingsSchema.parse(JSON.parse(settings));
    const query = database
      .selectFrom('questions')
      .where('guild', '=', guild)
      .where('channel', '=', channel)
      .where('changed_at', '<=', now - retentionDays * dayMs)
      .where('erased_at', 'is', null)
      .select(['number', 'version']);
    for (const due of await asking(() => query.execute())) {
      if (await purgeQuestion(database, { guild, at: now }, due)) purged += 1;
    }
    await purgeDeskNames(database, { guild, channel, before: now - retentionDays * dayMs });
  }
  return purged;
}

/** Who opened, set up and closed a desk is forgotten after the same time. */
async function purgeDeskNames(
  database: Database,
  { guild, channel, before }: { readonly guild: string; readonly channel: string; readonly before: number },
): Promise<void> {
  const tombstone = newTombstone();
  const log = database
    .updateTable('desk_log')
    .set({ actor: tombstone })
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('number', '=', 0)
    .where('at', '<=', before)
    .where('actor', '!=', program)
    .where('actor', 'not like', 'erased-%');
  const sittings = database
    .updateTable('sittings')
    .set({ opened_by: tombstone })
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('opened_at', '<=', before)
    .where('opened_by', 'not like', 'erased-%');
  await asking(() => log.execute());
  await asking(() => sittings.execute());
}

async function purgeQuestion(
  database: Database,
  { guild, at }: { readonly guild: string; readonly at: number },
  due: { readonly number: number; readonly version: number },
): Promise<boolean> {
  const tombstone = newTombstone();
  const { ok } = await transact(database, async (change) => {
    const step: Step = { change, doer: { guild, by: program, at } };
    const gone = (member: string | null) => (member === null || member === program ? member : tombstone);
    const result = await moveIn(step, {
      number: due.number,
      seen: due.version,
      action: 'erase',
      set: (row) => ({
        ...(open.includes(row.state) && { state: 'withdrawn' as const }),
        asker: tombstone,
        text: '',
        note: null,
        reason_words: null,
        claimed_by: gone(row.claimed_by),
        decided_by: gone(row.decided_by),
        erased_at: at,
      }),
    });
    if (!result.ok) return { ok: false };
    await rewriteLog(change, { guild, channel: result.question.channel, number: due.number }, (told) => ({
      ...withoutAsker(told, tombstone),
      ...('note' in told && { note: null }),
      ...('reasonWords' in told && { reasonWords: null }),
      ...('claimedBy' in told && { claimedBy: told['claimedBy'] && tombstone }),
      ...('decidedBy' in told && { decidedBy: told['decidedBy'] && tombstone }),
    }));
    await change
      .updateTable('desk_log')
      .set({ actor: tombstone })
      .where('guild', '=', guild)
      .where('number', '=', due.number)
      .where('actor', '!=', program)
      .execute();
    await change
      .deleteFrom('also_asked')
      .where('guild', '=', guild)
      .where('number', '=', due.number)
      .execute();
    await change
      .deleteFrom('deliveries')
      .where('guild', '=', guild)
      .where('number', '=', due.number)
      .where('kind', '=', 'tell')
      .execute();
    return { ok: true };
  });
  return ok;
}

const ofGuild = [
  ...(['deliveries', 'desk_log', 'questions', 'sittings', 'desks', 'preferences'] as const),
  ...(['missed_words', 'missed_questions', 'also_asked', 'ratings'] as const),
];

/** Erases everything that is kept of a server which the bot has left, as a part of a change. */
export async function eraseGuild(change: Change, guild: string): Promise<void> {
  for (const table of ofGuild) {
    await change.deleteFrom(table).where('guild', '=', guild).execute();
  }
  await forgetNumbers(change, guild);
}

/** The servers with settings of their own (a desk, public answers), and those of which it is kept what was asked in vain. */
export async function guildsWithSettings(database: Database): Promise<string[]> {
  const query = database
    .selectFrom('desks')
    .select('guild')
    .union(database.selectFrom('preferences').select('guild'))
    .union(database.selectFrom('missed_words').select('guild'))
    .union(database.selectFrom('ratings').where('guild', '!=', '').select('guild'))
    .orderBy('guild');
  return (await asking(() => query.execute())).map(({ guild }) => guild);
}
