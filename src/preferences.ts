// What a server has chosen for itself: whether answers are seen by all at once, or by whoever asked until they share them.
import type { Database } from './store/tables.ts';
import { asking } from './store/transact.ts';

/** Whether answers in a server are public from the first; they are private unless it has chosen so. */
export async function publicIn(database: Database, guild: string): Promise<boolean> {
  const query = database.selectFrom('preferences').where('guild', '=', guild).select('public_answers');
  return (await asking(() => query.executeTakeFirst()))?.public_answers === 1;
}

/** Notes what a server chooses. Of two who choose at the same moment the later one has it. */
export async function choosePublic(database: Database, guild: string, isPublic: boolean): Promise<void> {
  const chosen = { public_answers: isPublic ? (1 as const) : (0 as const) };
  const write = database
    .insertInto('preferences')
    .values({ guild, ...chosen })
    .onConflict((conflict) => conflict.column('guild').doUpdateSet(chosen));
  await asking(() => write.execute());
}
