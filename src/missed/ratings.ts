// What members think of passages that answer: how many pressed 👍 and 👎, by passage and its words. Nothing says who it was.
import { dayMs } from '../common/day.ts';
import { asking, writing } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import { dayOf } from './note.ts';

/** A passage in a version of it: other words have another hash. */
export interface Rated {
  /** Empty outside of servers. */
  readonly guild: string;
  readonly document: string;
  readonly paragraph: number;
  readonly hash: string;
}

/** What a press changes: each 1, 0 or -1. */
export interface Press {
  readonly up: number;
  readonly down: number;
}

/** Counts a press. Never below nothing, whatever a press takes back. */
export async function rate(database: Database, rated: Rated, press: Press, at: number): Promise<void> {
  const { up, down } = press;
  const changed_on = dayOf(at);
  await writing(database, async (change) => {
    await change
      .insertInto('ratings')
      .values({ ...rated, up: 0, down: 0, changed_on })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await ofPassage(change, rated)
      .set(({ eb }) => ({ up: eb('up', '+', up), down: eb('down', '+', down), changed_on }))
      .where(({ eb, and }) => and([eb(eb('up', '+', up), '>=', 0), eb(eb('down', '+', down), '>=', 0)]))
      .execute();
    await change
      .deleteFrom('ratings')
      .where('guild', '=', rated.guild)
      .where('document', '=', rated.document)
      .where('up', '=', 0)
      .where('down', '=', 0)
      .execute();
  });
}

function ofPassage(change: Database, { guild, document, paragraph, hash }: Rated) {
  return change
    .updateTable('ratings')
    .where('guild', '=', guild)
    .where('document', '=', document)
    .where('paragraph', '=', paragraph)
    .where('hash', '=', hash);
}

export interface Rating {
  readonly document: string;
  readonly paragraph: number;
  readonly hash: string;
  readonly up: number;
  readonly down: number;
}

/** Of a server, those with the most 👎 first. The same words under two numbers of a document are one, under the last. */
export async function ratingsIn(database: Database, guild: string): Promise<Rating[]> {
  return ratingsWhere(database, guild);
}

/** Over all servers and outside of them, for the operator. */
export async function ratingsAnywhere(database: Database): Promise<Rating[]> {
  return ratingsWhere(database, undefined);
}

async function ratingsWhere(database: Database, guild: string | undefined): Promise<Rating[]> {
  const query = database
    .selectFrom('ratings')
    .$if(guild !== undefined, (rows) => rows.where('guild', '=', guild ?? ''))
    .groupBy(['document', 'hash'])
    .select(({ fn }) => [
      'document',
      'hash',
      fn.max('paragraph').as('paragraph'),
      fn.sum<string>('up').as('up'),
      fn.sum<string>('down').as('down'),
    ])
    .orderBy('document')
    .orderBy('hash');
  const rows = await asking(() => query.execute());
  return rows
    .map((row) => ({ ...row, up: Number(row.up), down: Number(row.down) }))
    .sort((one, other) => other.down - one.down || other.up - one.up);
}

/** So long a count is kept after the last press. */
export const ratingsDays = 365;

/** Forgets what nobody has pressed for so long. May run in several processes at once. */
export async function purgeRatings(database: Database, now: number): Promise<void> {
  const last = dayOf(now - ratingsDays * dayMs);
  await writing(database, (change) => change.deleteFrom('ratings').where('changed_on', '<=', last).execute());
}
