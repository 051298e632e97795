// Discord lets few shards log in at once, in all processes and machines together: one of each group within five seconds. They take turns by
// the store, as by nothing else do all of them know of each other.
import { setTimeout as delay } from 'node:timers/promises';
import type { WebSocketOptions } from 'discord.js';
import { type Log, newErrorId } from '../../log.ts';
import { countOne } from '../../store/paces.ts';
import type { Database } from '../../store/tables.ts';

type Build = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;

/** Discord's five seconds, and half a one for clocks that differ. */
const windowMs = 5_500;

interface Turns {
  readonly database: Database;
  readonly log: Log;
  /** For tests. */
  readonly windowMs?: number;
}

/** How a shard waits for its turn. Where the store does not tell, it waits as long as a turn takes. */
export function identifyByTurns(turns: Turns): Build {
  return async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    return {
      waitForIdentify: (shard, signal) => waitForTurn(turns, shard % limit.max_concurrency, signal),
    };
  };
}

/** Resolves when a shard of this group may log in. Rejects where `signal` says that it need not any more. */
export async function waitForTurn(
  { database, log, windowMs: window = windowMs }: Turns,
  group: number,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const at = Date.now();
    const counting = { what: 'identify', who: String(group), at, windowMs: window, most: 1 };
    let freeAt: number | undefined;
    try {
      freeAt = await countOne(database, counting);
    } catch (err) {
      log.warn({ id: newErrorId(), err }, 'the turn of a login could not be noted');
      return delay(window, undefined, { signal });
    }
    if (freeAt === undefined) return;
    await delay(Math.max(10, freeAt - at), undefined, { signal });
  }
}
