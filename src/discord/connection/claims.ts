// An interaction may reach two processes: while one takes the other's place both are connected, and somebody may have started a second bot
// with the same token. The one that notes it in the store first answers; the other lets go of it before anything is done.
import { within } from '../../common/within.ts';
import { type Log, newErrorId } from '../../log.ts';
import { isFirst } from '../../store/paces.ts';
import type { Database } from '../../store/tables.ts';

/** A store that hangs keeps nobody waiting longer: that two answer is rarer. Discord itself takes only one of two first answers. */
const usualWaitMs = 1_200;

/** Whether an interaction is this process's to answer. Where the store does not tell, it is. */
export function openClaims(
  database: Database,
  log: Log,
  waitMs = usualWaitMs,
): (interaction: string) => Promise<boolean> {
  return (interaction) => {
    const claimed = isFirst(database, 'interaction', interaction, Date.now()).catch((err: unknown) => {
      log.warn({ id: newErrorId(), err, interaction }, 'an interaction could not be claimed');
      return true;
    });
    return within(waitMs, claimed, true);
  };
}
