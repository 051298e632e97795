// Keeps what was asked in vain: words, or whole questions where a server has chosen so. Never more than a bounded number a day.

import { writing } from '../store/engines/transact.ts';
import type { Change, Database } from '../store/tables.ts';

/** What a server has kept of questions that no source answers. */
export const keptOfMissed = ['words', 'questions', 'nothing'] as const;
export type Kept = (typeof keptOfMissed)[number];
/** Unless it has chosen otherwise. */
export const usual: Kept = 'words';

export interface Missed {
  readonly guild: string;
  readonly asker: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly words: readonly string[];
  readonly question: string;
}

/** Rows of one server, and of one member, in one day; whoever asks more is not counted. */
export const mostOfGuild = 1_000;
export const mostOfMember = 50;

const longestQuestion = 300;

/** The day of a time, in UTC: "2025-08-20". */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * Keeps what the servers want kept, all of it or nothing. One member counts once a day for a word. Who chooses at the same moment that
 * nothing is kept waits for this, or this for them, so that nothing comes after their choice. Throws `UserError` where the store cannot
 * be reached.
 */
export async function noteMissed(database: Database, all: readonly Missed[]): Promise<void> {
  const some = all.filter(({ words }) => words.length > 0);
  if (some.length === 0) return;
  await writing(database, async (change) => {
    // In one order everywhere, so that two processes never wait for each other.
    const byGuild = [...Map.groupBy(some, ({ guild }) => guild)].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [guild, asked] of byGuild) {
      const kept = await choiceHeld(change, guild);
      if (kept === 'nothing') continue;
      for (const missed of asked) await noteOne(change, missed, kept);
    }
  });
}

async function noteOne(change: Change, missed: Missed, kept: Kept): Promise<void> {
  const { guild, asker, at, words, question } = missed;
  const day = dayOf(at);
  const counted = (await withinBounds(change, { guild, day, asker }, words)).map((word) => ({
    ...{ guild, day, word, asker },
  }));
  if (counted.length === 0) return;
  await change
    .insertInto('missed_words')
    .values(counted)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (kept !== 'questions') return;
  await change
    .insertInto('missed_questions')
    .values({ guild, day, question: question.slice(0, longestQuestion), asker })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What a server has chosen, which nobody changes until this change is done: writing the row, if only as it is, holds it. */
async function choiceHeld(change: Change, guild: string): Promise<Kept> {
  await change
    .insertInto('preferences')
    .values({ guild, public_answers: 0, missed: usual, mentions: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { missed } = await change
    .updateTable('preferences')
    .set(({ ref }) => ({ missed: ref('missed') }))
    .where('guild', '=', guild)
    .returning('missed')
    .executeTakeFirstOrThrow();
  return missed;
}

/** As many of the words as may still be counted on a day. */
async function withinBounds(
  change: Change,
  { guild, day, asker }: Readonly<Record<'guild' | 'day' | 'asker', string>>,
  words: readonly string[],
): Promise<readonly string[]> {
  const { count, own } = await change
    .selectFrom('missed_words')
    .where('guild', '=', guild)
    .where('day', '=', day)
    .select(({ fn, eb }) => [
      fn.countAll<string>().as('count'),
      fn.sum<string | null>(eb.case().when('asker', '=', asker).then(1).else(0).end()).as('own'),
    ])
    .executeTakeFirstOrThrow();
  const left = Math.min(mostOfGuild - Number(count), mostOfMember - Number(own ?? 0));
  return words.slice(0, Math.max(0, left));
}
