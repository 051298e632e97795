// Counts interactions that are not answered as they were meant to be, and tells the log of them now and then: in a flood
// a line for each would be a second flood.
import type { Log } from '../log.ts';

/** The log hears of them at most this often, in milliseconds. */
const everyMs = 10_000;

/**
 * `late`: Discord takes no answer any more, so nothing was done; `crowded`: told that too many come at once; `untold`:
 * there was no time even for that.
 */
export type Unanswered = 'late' | 'crowded' | 'untold';

export type Count = (reason: Unanswered) => void;

export function countUnanswered(log: Log, now: () => number = () => performance.now()): Count {
  const counted: Record<Unanswered, number> = { late: 0, crowded: 0, untold: 0 };
  let toldAt = Number.NEGATIVE_INFINITY;
  return (reason) => {
    counted[reason] += 1;
    const at = now();
    if (at - toldAt < everyMs) return;
    toldAt = at;
    log.info({ ...counted }, 'interactions came too late or too many at once');
  };
}
