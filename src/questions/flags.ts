// Published answers whose paragraphs were corrected or withdrawn since: flagged for moderators and marked in the channel.

import { asking } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import { type Doer, moving, program } from './change.ts';
import type { Cited, Flag } from './cited.ts';
import { questionOf } from './question.ts';

/** What became of a paragraph that was cited: `same` while its words are those of the hash. */
export type Became = 'same' | Flag['became'];

/**
 * Looks at every published answer of a server and flags those that rest on what is no longer so; where it is so again
 * (a document was restored) the flag is taken away. May run in several processes at once. Returns the numbers changed.
 */
export async function flagAnswers(
  database: Database,
  guild: string,
  became: (cited: Cited) => Promise<Became>,
  at: number,
): Promise<number[]> {
  const doer: Doer = { guild, by: program, at };
  const query = database
    .selectFrom('questions')
    .where('guild', '=', guild)
    .where('state', '=', 'published')
    .orderBy('number')
    .selectAll();
  const changed: number[] = [];
  for (const row of await asking(() => query.execute())) {
    const question = questionOf(row);
    const found = await Promise.all(
      question.chosen.map(async (cited): Promise<Flag[]> => {
        const now = await became(cited);
        return now === 'same' ? [] : [{ label: cited.label, became: now }];
      }),
    );
    const flags = found.flat();
    if (JSON.stringify(flags) === JSON.stringify(question.flags)) continue;
    const action = flags.length > 0 ? 'flag' : 'unflag';
    // Another process may have seen it first, and a moderator may have changed the answer: the next look sees that.
    const set = () => ({ flags: flags.length > 0 ? JSON.stringify(flags) : null, flags_kept: 0 as const });
    const result = await moving(database, doer, { number: row.number, seen: row.version, action, set });
    if (result.ok) changed.push(row.number);
  }
  return changed;
}

/** The servers that have published answers. */
export async function guildsWithAnswers(database: Database): Promise<string[]> {
  const query = database.selectFrom('questions').where('state', '=', 'published').select('guild').distinct();
  return (await asking(() => query.execute())).map(({ guild }) => guild);
}
