// Counts interactions that are not answered as they were meant to be, and tells the log of them now and then: in a flood
// a line for each would be a second flood.
import type { Log } from '../../log.ts';

/** The log hears of them at most this often, in milliseconds. */
const everyMs = 10_000;

/**
 * `late`: Discord takes no answer any more, and nothing was done; `unheard`: it was done, or failed on the way, but Discord took no
 * answer; `crowded`: told that too many come at once; `untold`: there was no time even for that; `unoffered`: no choices could
 * be made at the moment.
 */
const nothing = { late: 0, unheard: 0, crowded: 0, untold: 0, unoffered: 0 };

export type Count = (reason: keyof typeof nothing) => void;

export function countUnanswered(log: Log): Count {
  const counted = { ...nothing };
  let isQuiet = false;
  let isTold = true;
  const tell = (): void => {
    isQuiet = !isTold;
    if (isTold) return;
    isTold = true;
    log.info({ ...counted }, 'interactions came too late or too many at once');
    // What is counted meanwhile is told then, whether or not more comes.
    setTimeout(tell, everyMs).unref();
  };
  return (reason) => {
    counted[reason] += 1;
    isTold = false;
    if (!isQuiet) tell();
  };
}
