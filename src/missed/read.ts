// What was asked in vain lately: for the moderators of a server, and for the operator over all servers.
import { dayMs } from '../common/day.ts';
import { asking } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import { dayOf } from './note.ts';

export interface MissedWord {
  readonly word: string;
  /** How many members asked with it, each counted once a day. */
  readonly asked: number;
  /** On how many days. */
  readonly days: number;
}

/** So long what was asked in vain is kept, in days. */
export const missedDays = 30;

/** Words fewer members asked with could tell who it was; moderators see how many there are. */
const fewestAskers = 2;

export interface MissedThere {
  readonly words: readonly MissedWord[];
  /** Words that only one member asked with. */
  readonly alone: number;
  /** The newest first; only where the server keeps them. */
  readonly questions: readonly string[];
}

const mostQuestions = 20;

export async function missedIn(database: Database, guild: string, now: number): Promise<MissedThere> {
  const since = dayOf(now - missedDays * dayMs);
  const words = database
    .selectFrom('missed_words')
    .where('guild', '=', guild)
    .where('day', '>', since)
    .groupBy('word')
    .select(({ fn }) => [
      'word',
      fn.countAll<string>().as('asked'),
      fn.count<string>('asker').distinct().as('askers'),
      fn.count<string>('day').distinct().as('days'),
    ])
    .orderBy('asked', 'desc')
    .orderBy('word');
  const questions = database
    .selectFrom('missed_questions')
    .where('guild', '=', guild)
    .where('day', '>', since)
    .select(['question', 'day'])
    .orderBy('day', 'desc')
    .orderBy('question')
    .limit(mostQuestions);
  const rows = await asking(() => words.execute());
  const [many, alone] = [rows.filter(isMany), rows.filter((row) => !isMany(row))];
  return {
    words: many.map(({ word, asked, days }) => ({ word, asked: Number(asked), days: Number(days) })),
    alone: alone.length,
    questions: (await asking(() => questions.execute())).map(({ question }) => question),
  };
}

function isMany({ askers }: { readonly askers: string }): boolean {
  return Number(askers) >= fewestAskers;
}

export interface MissedAnywhere extends MissedWord {
  readonly servers: number;
}

/** Over all servers, for the operator; without servers, members and questions. */
export async function missedAnywhere(
  database: Database,
  now: number,
  days: number = missedDays,
): Promise<MissedAnywhere[]> {
  const query = database
    .selectFrom('missed_words')
    .where('day', '>', dayOf(now - days * dayMs))
    .groupBy('word')
    .having(({ fn }) => fn.count('asker').distinct(), '>=', fewestAskers)
    .select(({ fn }) => [
      'word',
      fn.countAll<string>().as('asked'),
      fn.count<string>('day').distinct().as('days'),
      fn.count<string>('guild').distinct().as('servers'),
    ])
    .orderBy('asked', 'desc')
    .orderBy('word');
  const rows = await asking(() => query.execute());
  return rows.map(({ word, asked, days: on, servers }) => ({
    ...{ word, asked: Number(asked), days: Number(on), servers: Number(servers) },
  }));
}
