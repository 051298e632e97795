// An interaction may reach two processes: while one takes the other's place both are connected, and somebody may have started a second bot
// with the same token. The one that notes it in the store first answers; the other lets go of it before anything is done.
import { within } from '../../common/within.ts';
import { type Log, newErrorId } from '../../log.ts';
import { isFirst } from '../../store/paces.ts';
import type { Database } from '../../store/tables.ts';

/** A store that hangs keeps nobody waiting longer: that two answer is rarer. Discord itself takes only one of two first answers. */
const usualWaitMs = 1_200;

/** A store that is away is away for all of them. */
const quietMs = 10_000;

/** Whether an interaction is this process's to answer. Where the store does not tell, it is. */
export function openClaims(
  database: Database,
  log: Log,
  waitMs = usualWaitMs,
): (interaction: string) => Promise<boolean> {
  let quietUntil = 0;
  const failed = (err: unknown): true => {
    if (performance.now() >= quietUntil) log.warn({ id: newErrorId(), err }, 'interactions are not claimed');
    quietUntil = performance.now() + quietMs;
    return true;
  };
  return (interaction) => {
    const claimed = isFirst(database, 'interaction', interaction, Date.now()).catch(failed);
    return within(waitMs, claimed, true);
  };
}
