// How quickly one person may do what costs much or is seen by all: so often within a minute, in this process.
import { LRUCache } from 'lru-cache';
import { UserError } from '../errors.ts';

/** What is counted, and how often a minute one person may do it. */
const most = { share: 5, picture: 10, pack: 3 } as const;
export type Counted = keyof typeof most;

const windowMs = 60_000;
/** More people than this within a minute are not told apart from those who did nothing yet. */
const mostPeople = 10_000;

export interface Pace {
  /** Counts one more; throws `UserError` with the seconds to wait where it is too many. */
  take(what: Counted, who: string): void;
}

/** Nothing of it is stored: what is lost with a restart is a minute's patience. */
export function openPace(now: () => number = Date.now): Pace {
  const known = new LRUCache<string, readonly number[]>({ max: mostPeople });
  return {
    take: (what, who) => {
      const key = `${what} ${who}`;
      const at = now();
      const recent = (known.get(key) ?? []).filter((time) => time > at - windowMs);
      const [oldest = at] = recent;
      if (recent.length >= most[what]) {
        const count = Math.max(1, Math.ceil((oldest + windowMs - at) / 1_000));
        throw new UserError({ key: 'reading.tooFast', values: { count } });
      }
      known.set(key, [...recent, at]);
    },
  };
}
