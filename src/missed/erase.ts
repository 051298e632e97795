// What was asked in vain is forgotten: after a month, when a member wants it, when the bot has left a server, or when it keeps none.
import { dayMs } from '../common/day.ts';
import { asking, writing } from '../store/engines/transact.ts';
import { noteErasure } from '../store/erasures.ts';
import type { Change, Database } from '../store/tables.ts';
import { dayOf } from './note.ts';
import { missedDays } from './read.ts';

const tables = ['missed_words', 'missed_questions'] as const;

/** What is kept of a member in a server: words and whole questions of theirs that nothing answered. */
export async function missedOf(
  database: Database,
  guild: string,
  member: string,
): Promise<{ readonly words: readonly string[]; readonly questions: readonly string[] }> {
  const words = database
    .selectFrom('missed_words')
    .where('guild', '=', guild)
    .where('asker', '=', member)
    .select('word')
    .distinct()
    .orderBy('word');
  const questions = database
    .selectFrom('missed_questions')
    .where('guild', '=', guild)
    .where('asker', '=', member)
    .select('question')
    .distinct()
    .orderBy('question');
  return {
    words: (await asking(() => words.execute())).map(({ word }) => word),
    questions: (await asking(() => questions.execute())).map(({ question }) => question),
  };
}

/** The servers where something of a member is kept. */
export async function guildsMissing(database: Database, member: string): Promise<string[]> {
  const query = database.selectFrom('missed_words').where('asker', '=', member).select('guild').distinct();
  return (await asking(() => query.execute())).map(({ guild }) => guild);
}

/** Erases what is kept of a member in a server. */
export async function eraseMissed(
  database: Database,
  guild: string,
  member: string,
  at = Date.now(),
): Promise<void> {
  await writing(database, async (change) => {
    await noteErasure(change, { kind: 'missed-of', of: [guild, member] }, at);
    for (const table of tables)
      await change.deleteFrom(table).where('guild', '=', guild).where('asker', '=', member).execute();
  });
}

/** Erases what is kept of a server, or only whole questions. */
export async function forgetMissed(
  change: Change,
  guild: string,
  which: readonly (typeof tables)[number][] = tables,
): Promise<void> {
  for (const table of which) await change.deleteFrom(table).where('guild', '=', guild).execute();
}

/** Erases what is older than it is kept. May run in several processes at once. */
export async function purgeMissed(database: Database, now: number): Promise<void> {
  const last = dayOf(now - missedDays * dayMs);
  await writing(database, async (change) => {
    for (const table of tables) await change.deleteFrom(table).where('day', '<=', last).execute();
  });
}
