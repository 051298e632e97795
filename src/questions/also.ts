// "I ask that too": members beside the one who asked, of a question that may be read while it waits or that the sources do not
// answer. They are counted, never named, and told what its askers are told. No version of the question changes by it, so that it
// hinders no moderator.
import { sql } from 'kysely';
import type { QuestionRow } from '../store/desk-tables.ts';
import { asking, transact } from '../store/engines/transact.ts';
import type { Change, Database } from '../store/tables.ts';
import { type Doer, rowOf, type Step } from './change.ts';
import { askersOf, inChannel, want } from './deliveries.ts';
import { deskIn, standingOf } from './desk.ts';
import { holdQuestions } from './numbers.ts';
import { type Question, questionOf } from './question.ts';
import { open } from './states.ts';

/** So many undecided questions of others a member may ask too, in a server. */
export const mostAlso = 20;

export type Also =
  | { readonly ok: true; readonly question: Question; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: 'not-found' | 'own-question' | 'asked-already' | 'closed' }
  | { readonly ok: false; readonly reason: 'too-many-also'; readonly most: number };

/** Whether members beside its asker may ask a question too. */
function mayBeAsked({ state, listed, erased_at, chosen }: QuestionRow): boolean {
  if (erased_at !== null) return false;
  // Its message stands in the channel a moment before it counts as published.
  const isOnItsWay = state === 'approved' && chosen === '[]';
  return isOnItsWay || state === 'unanswered' || (listed === 1 && open.includes(state));
}

/** Counts a member among those who ask a question, once. */
export async function askAlso(database: Database, doer: Doer, number: number): Promise<Also> {
  return transact(database, async (change): Promise<Also> => {
    const step = { change, doer };
    // Limits hold where one member presses twice at once.
    await holdQuestions(step);
    const row = await rowOf(step, number);
    if (!row || !mayBeAsked(row)) return { ok: false, reason: 'not-found' };
    const question = questionOf(row);
    if (row.asker === doer.by) return { ok: false, reason: 'own-question' };
    if (await isAlso(change, doer.guild, number, doer.by)) return { ok: true, question, isNew: false };
    const askers = await askersOf(change, row);
    if (askers.some(({ asker }) => asker === doer.by)) return { ok: false, reason: 'asked-already' };
    const refused = await refusal(step, row);
    if (refused) return refused;
    await change
      .insertInto('also_asked')
      .values({ guild: doer.guild, number, asker: doer.by, at: doer.at })
      .execute();
    await showAgain(change, row, doer.at);
    return { ok: true, question, isNew: true };
  });
}

async function refusal({ change, doer }: Step, row: QuestionRow): Promise<Also | undefined> {
  const desk = await deskIn(change, doer.guild, row.channel);
  if (open.includes(row.state) && (!desk || standingOf(desk, doer.at) !== 'open'))
    return { ok: false, reason: 'closed' };
  const { count } = await change
    .selectFrom('also_asked')
    .innerJoin('questions', (join) =>
      join
        .onRef('questions.guild', '=', 'also_asked.guild')
        .onRef('questions.number', '=', 'also_asked.number'),
    )
    .where('also_asked.guild', '=', doer.guild)
    .where('also_asked.asker', '=', doer.by)
    .where('questions.state', 'in', [...open, 'unanswered'])
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return Number(count) >= mostAlso ? { ok: false, reason: 'too-many-also', most: mostAlso } : undefined;
}

/** Takes it back; whether there was anything to take back. */
export async function takeBackAlso(database: Database, doer: Doer, number: number): Promise<boolean> {
  const { gone } = await transact(database, async (change) => {
    const rows = await change
      .deleteFrom('also_asked')
      .where('guild', '=', doer.guild)
      .where('number', '=', number)
      .where('asker', '=', doer.by)
      .returning('number')
      .execute();
    const row = await rowOf({ change, doer }, number);
    if (rows.length > 0 && row) await showAgain(change, row, doer.at);
    return { ok: true, gone: rows.length > 0 };
  });
  return gone;
}

/** How many ask stands on the card, and below what is published. */
async function showAgain(change: Change, row: QuestionRow, at: number): Promise<void> {
  const about = { guild: row.guild, desk: row.channel, number: row.number };
  await want(change, { ...about, kind: 'card' }, at);
  if (inChannel.includes(row.state)) await want(change, { ...about, kind: 'answer' }, at);
}

/** Whether a member said that they ask a question too. */
export async function isAlso(
  database: Database,
  guild: string,
  number: number,
  member: string,
): Promise<boolean> {
  const query = database
    .selectFrom('also_asked')
    .where('guild', '=', guild)
    .where('number', '=', number)
    .where('asker', '=', member)
    .select('number');
  return (await asking(() => query.executeTakeFirst())) !== undefined;
}

/** Whether anybody did. */
export async function hasAlso(change: Change, guild: string, number: number): Promise<boolean> {
  const query = change
    .selectFrom('also_asked')
    .where('guild', '=', guild)
    .where('number', '=', number)
    .select('number');
  return (await query.executeTakeFirst()) !== undefined;
}

/** The questions of others that a member asks too, and since when. */
export async function alsoOf(
  database: Database,
  guild: string,
  member: string,
): Promise<{ readonly number: number; readonly at: number }[]> {
  const query = database
    .selectFrom('also_asked')
    .where('guild', '=', guild)
    .where('asker', '=', member)
    .orderBy('number')
    .select(['number', 'at']);
  return asking(() => query.execute());
}

/** Forgets that a member asks questions of others too. */
export async function eraseAlso({ change, doer }: Step, member: string): Promise<void> {
  const rows = await change
    .deleteFrom('also_asked')
    .where('guild', '=', doer.guild)
    .where('asker', '=', member)
    .returning('number')
    .execute();
  for (const { number } of rows) {
    const row = await rowOf({ change, doer }, number);
    if (row) await showAgain(change, row, doer.at);
  }
}
