// What is kept of a member, and how it is erased: a tombstone in place of who they were and what they typed. The
// transitions stay, so that the log remains whole.

import type { QuestionRow } from '../../store/desk-tables.ts';
import { asking, transact } from '../../store/engines/transact.ts';
import { noteErasure } from '../../store/erasures.ts';
import type { Change, Database } from '../../store/tables.ts';
import { alsoOf, eraseAlso } from '../also.ts';
import { moveIn, rowOf, type Step } from '../change.ts';
import { type Question, questionOf } from '../question.ts';
import { entryOf, type LogEntry } from '../read.ts';
import { open } from '../states.ts';
import { type AuthorOf, newTombstone, rewriteLog, type Told, toldIn, withoutAsker } from './tombstone.ts';

/** Everything that is kept of a member in a server. */
export interface Kept {
  readonly asked: readonly Question[];
  /** Questions of others that they ask too. */
  readonly also: readonly { readonly number: number; readonly at: number }[];
  /** Changes they made, to questions of their own and, as moderators, of others. */
  readonly acted: readonly LogEntry[];
}

export async function keptOf(database: Database, guild: string, member: string): Promise<Kept> {
  const asked = database
    .selectFrom('questions')
    .where('guild', '=', guild)
    .where('asker', '=', member)
    .orderBy('number')
    .selectAll();
  const acted = database
    .selectFrom('desk_log')
    .where('guild', '=', guild)
    .where('actor', '=', member)
    .orderBy('at')
    .orderBy('number')
    .orderBy('version')
    .selectAll();
  return {
    asked: (await asking(() => asked.execute())).map(questionOf),
    also: await alsoOf(database, guild, member),
    acted: (await asking(() => acted.execute())).map(entryOf),
  };
}

/** The servers in which something is kept of a member. */
export async function guildsOf(database: Database, member: string): Promise<string[]> {
  const asked = database.selectFrom('questions').where('asker', '=', member).select('guild').distinct();
  const acted = database.selectFrom('desk_log').where('actor', '=', member).select('guild').distinct();
  const also = database.selectFrom('also_asked').where('asker', '=', member).select('guild').distinct();
  const rows = [
    ...(await asking(() => asked.execute())),
    ...(await asking(() => acted.execute())),
    ...(await asking(() => also.execute())),
  ];
  return [...new Set(rows.map(({ guild }) => guild))];
}

export interface Erased {
  readonly questions: number;
  readonly actions: number;
}

/**
 * Erases who a member is and what they typed, as asker and as moderator. What waits is withdrawn; what stands in
 * Discord is brought up to date. Afterwards nothing tells that two erased traces were one person's, except within the run.
 */
export async function eraseMember(
  database: Database,
  { guild, member, at }: { readonly guild: string; readonly member: string; readonly at: number },
): Promise<Erased> {
  const tombstone = newTombstone();
  const { erased } = await transact(database, async (change) => {
    const step: Step = { change, doer: { guild, by: member, at } };
    const asked = await change
      .selectFrom('questions')
      .where('guild', '=', guild)
      .where('asker', '=', member)
      .orderBy('number')
      .selectAll()
      .execute();
    for (const row of asked) await eraseAsked(step, row, tombstone);
    await eraseAlso(step, member);
    await eraseTells(change, guild, member);
    const own = new Set(asked.map(({ number }) => number));
    const actions = await eraseActed(step, { member, tombstone, own });
    await noteErasure(change, { kind: 'questions-of', of: [guild, member] }, at);
    return { ok: true, erased: { questions: asked.length, actions } };
  });
  return erased;
}

async function eraseAsked(step: Step, row: QuestionRow, tombstone: string): Promise<void> {
  const { number } = row;
  if (open.includes(row.state)) await moveIn(step, { number, action: 'withdraw' });
  const set = () => ({ asker: tombstone, text: '', erased_at: step.doer.at });
  await moveIn(step, { number, action: 'erase', set });
  await rewriteLog(step.change, row, (told) => withoutAsker(told, tombstone));
}

/** As moderator: their name wherever it stands, and the lines and reasons that they wrote. */
async function eraseActed(
  { change, doer }: Step,
  { member, tombstone, own }: { member: string; tombstone: string; own: ReadonlySet<number> },
): Promise<number> {
  const { guild } = doer;
  const touched = await change
    .selectFrom('desk_log')
    .where('guild', '=', guild)
    .where('actor', '=', member)
    .select(['channel', 'number'])
    .distinct()
    .execute();
  const nameless: Step = { change, doer: { ...doer, by: tombstone } };
  for (const { channel, number } of touched) {
    await eraseDecided(nameless, number, { member, isNew: !own.has(number) });
    await rewriteLog(change, { guild, channel, number }, (told, authorOf) =>
      withoutActor(told, { member, tombstone, authorOf }),
    );
  }
  const renamed = await change
    .updateTable('desk_log')
    .set({ actor: tombstone })
    .where('guild', '=', guild)
    .where('actor', '=', member)
    .returning('version')
    .execute();
  await change
    .updateTable('sittings')
    .set({ opened_by: tombstone })
    .where('guild', '=', guild)
    .where('opened_by', '=', member)
    .execute();
  return renamed.length;
}

/** An own question was erased already, unless its asker moderated it as well; the desk itself, number 0, is no question. */
async function eraseDecided(
  step: Step,
  number: number,
  { member, isNew }: { readonly member: string; readonly isNew: boolean },
): Promise<void> {
  const row = await rowOf(step, number);
  if (!row) return;
  const wrote = await wroteOf(step, row, member);
  const isNamed = row.claimed_by === member || row.decided_by === member;
  if (!isNew && !isNamed && !wrote.note && !wrote.reason) return;
  await moveIn(step, {
    number,
    action: 'erase',
    set: (row) => ({
      ...(row.claimed_by === member && { claimed_by: step.doer.by }),
      ...(row.decided_by === member && { decided_by: step.doer.by }),
      ...(wrote.note && { note: null }),
      ...(wrote.reason && { reason_words: null }),
    }),
  });
}

/** Whether the line and the reason that stand now are the member's: theirs was the last entry that set them. */
async function wroteOf({ change, doer }: Step, { number, note, reason_words }: QuestionRow, member: string) {
  const rows = await change
    .selectFrom('desk_log')
    .where('guild', '=', doer.guild)
    .where('number', '=', number)
    .orderBy('version', 'desc')
    .select(['actor', 'after'])
    .execute();
  // Whoever asks sets both, to nothing.
  const isTheirs = (key: string) => rows.find(({ after }) => key in toldIn(after))?.actor === member;
  return {
    note: note !== null && isTheirs('note'),
    reason: reason_words !== null && isTheirs('reasonWords'),
  };
}

interface Whose {
  readonly member: string;
  readonly tombstone: string;
  readonly authorOf: AuthorOf;
}

function withoutActor(told: Told, { member, tombstone, authorOf }: Whose): Told {
  const entries = Object.entries(told).map(([key, value]) => {
    if (value === member) return [key, tombstone];
    const typed = key === 'note' || key === 'reasonWords';
    return [key, typed && authorOf(key) === member ? null : value];
  });
  return Object.fromEntries(entries);
}

/** Messages to the member that were not sent yet are not sent; the others are forgotten. */
async function eraseTells(change: Change, guild: string, member: string): Promise<void> {
  await change
    .deleteFrom('deliveries')
    .where('guild', '=', guild)
    .where('kind', '=', 'tell')
    .where('target', '=', member)
    .execute();
}
