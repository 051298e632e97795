// Near duplicates: whether two questions ask the same. How a text is read is told from outside (the search knows words).
import type { Change } from '../store/tables.ts';
import { standing } from './states.ts';

/** A question read for comparing. */
export interface Gist {
  /** What is asked for: a person, a time, a reason …, and whether the question is negated. */
  readonly asks: string;
  /** The words that carry the subject, in the form in which they are compared. */
  readonly words: ReadonlySet<string>;
  /** Those of the words that leave no room, names and numbers: the other question must hold them too. */
  readonly firm: ReadonlySet<string>;
}

export type ReadGist = (text: string) => Gist;

/** Of the words of both together, so many must be common to both: one in five may differ. */
const enough = 0.8;

/** The last so many questions of a desk are compared; an older one is asked again. */
const mostCompared = 500;

/** From 0 to 1: how much of what two questions ask is the same; 0 where they ask for different things or names. */
export function likeness(one: Gist, other: Gist): number {
  if (one.asks !== other.asks) return 0;
  if (!one.firm.isSubsetOf(other.words) || !other.firm.isSubsetOf(one.words)) return 0;
  const all = one.words.size + other.words.size;
  if (all === 0) return 0;
  return (2 * one.words.intersection(other.words).size) / all;
}

/** The number of the question of a desk that asks the same, the likest first, if any. */
export async function duplicateOf(
  change: Change,
  { guild, channel, text }: { readonly guild: string; readonly channel: string; readonly text: string },
  read: ReadGist,
): Promise<number | undefined> {
  const rows = await change
    .selectFrom('questions')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('state', 'in', standing)
    .where('erased_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(mostCompared)
    .select(['number', 'text'])
    .execute();
  const gist = read(text);
  const like = rows.map(({ number, text: asked }) => ({ number, likeness: likeness(gist, read(asked)) }));
  const best = like.reduce((winner, each) => (each.likeness > winner.likeness ? each : winner), {
    number: 0,
    likeness: 0,
  });
  return best.likeness >= enough ? best.number : undefined;
}
