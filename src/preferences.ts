// What a server has chosen for itself: whether answers are seen by all at once, or by whoever asked until they share them; whether
// mentions are answered; and what is kept of questions that nothing answers.
import { forgetMissed } from './missed/erase.ts';
import { type Kept, usual } from './missed/note.ts';
import { asking, writing } from './store/engines/transact.ts';
import type { Change, Database } from './store/tables.ts';

/** Whether answers in a server are public from the first; they are private unless it has chosen so. */
export async function publicIn(database: Database, guild: string): Promise<boolean> {
  const query = database.selectFrom('preferences').where('guild', '=', guild).select('public_answers');
  return (await asking(() => query.executeTakeFirst()))?.public_answers === 1;
}

/** Whether the bot answers, for all to see, where it is mentioned; it does not unless a server has chosen so. */
export async function mentionsIn(database: Database, guild: string): Promise<boolean> {
  const query = database.selectFrom('preferences').where('guild', '=', guild).select('mentions');
  return (await asking(() => query.executeTakeFirst()))?.mentions === 1;
}

/** How many servers have chosen so. */
export async function serversWithMentions(database: Database): Promise<number> {
  const query = database.selectFrom('preferences').where('mentions', '=', 1).select('guild');
  return (await asking(() => query.execute())).length;
}

/** What is kept of questions that no source answers; words unless the server has chosen otherwise. */
export async function keptIn(database: Database, guild: string): Promise<Kept> {
  const query = database.selectFrom('preferences').where('guild', '=', guild).select('missed');
  return (await asking(() => query.executeTakeFirst()))?.missed ?? usual;
}

/** Notes what a server chooses. Of two who choose at the same moment the later one has it. */
export async function choosePublic(database: Database, guild: string, isPublic: boolean): Promise<void> {
  await writing(database, (change) => choose(change, guild, { public_answers: isPublic ? 1 : 0 }));
}

/** The same. */
export async function chooseMentions(database: Database, guild: string, isOn: boolean): Promise<void> {
  await writing(database, (change) => choose(change, guild, { mentions: isOn ? 1 : 0 }));
}

/** The same; what is no longer to be kept is erased at once. */
export async function chooseKept(database: Database, guild: string, kept: Kept): Promise<void> {
  await writing(database, async (change) => {
    await choose(change, guild, { missed: kept });
    if (kept === 'nothing') await forgetMissed(change, guild);
    if (kept === 'words') await forgetMissed(change, guild, ['missed_questions']);
  });
}

interface Choice {
  readonly public_answers?: 0 | 1;
  readonly missed?: Kept;
  readonly mentions?: 0 | 1;
}

async function choose(change: Change, guild: string, chosen: Choice): Promise<void> {
  await change
    .insertInto('preferences')
    .values({ guild, public_answers: 0, missed: usual, mentions: 0, ...chosen })
    .onConflict((conflict) => conflict.column('guild').doUpdateSet(chosen))
    .execute();
}
