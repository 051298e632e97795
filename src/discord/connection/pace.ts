// How quickly one person may do what costs much or is seen by all: so often within a minute, in all processes together.
import { LRUCache } from 'lru-cache';
import { UserError } from '../../common/errors.ts';
import { countOne } from '../../store/paces.ts';
import type { Database } from '../../store/tables.ts';

/**
 * What is counted, and how often a minute one person may do it. A preview reads a file for up to 7 s, a text is checked for up to some
 * seconds, an export all that a server has; what a mention is answered with is seen by all.
 */
const most = {
  share: 5,
  picture: 10,
  pack: 3,
  preview: 10,
  text: 6,
  export: 3,
  mention: 8,
  rate: 20,
} as const;
export type Counted = keyof typeof most;

const windowMs = 60_000;
/** More people than this within a minute are not told apart from those who did nothing yet. */
const mostPeople = 10_000;

export interface Pace {
  /** Counts one more; rejects with a `UserError` that has the seconds to wait where it is too many. */
  take(what: Counted, who: string): Promise<void>;
}

/**
 * Who is too quick here is told so at once; the store knows of the other processes. Where it cannot be reached, or there
 * is none, each process counts for itself: nobody is kept from sharing by it.
 */
export function openPace({
  database,
  now = Date.now,
}: {
  readonly database?: Database;
  readonly now?: () => number;
} = {}): Pace {
  const known = new LRUCache<string, readonly number[]>({ max: mostPeople });
  return {
    take: async (what, who) => {
      const key = `${what} ${who}`;
      const at = now();
      const recent = (known.get(key) ?? []).filter((time) => time > at - windowMs);
      const [oldest = at] = recent;
      if (recent.length >= most[what]) throw tooFast(oldest + windowMs - at);
      known.set(key, [...recent, at]);
      const freeAt = database && (await countedIn(database, { what, who, at }));
      if (freeAt !== undefined) throw tooFast(freeAt - at);
    },
  };
}

async function countedIn(
  database: Database,
  one: { readonly what: Counted; readonly who: string; readonly at: number },
): Promise<number | undefined> {
  try {
    return await countOne(database, { ...one, windowMs, most: most[one.what] });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function tooFast(milliseconds: number): UserError {
  const count = Math.max(1, Math.ceil(milliseconds / 1_000));
  return new UserError({ key: 'reading.tooFast', values: { count } });
}
