// What Discord says of the shards that a bot should have and of the logins that are left today, and the wait for more of these.
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import { type Logins, waitForLogins } from './patience.ts';

export const gatewaySchema = z.object({
  shards: z.number(),
  session_start_limit: z.object({ remaining: z.number(), total: z.number(), reset_after: z.number() }),
});
export type Gateway = z.infer<typeof gatewaySchema>;

/** Where Discord does not tell how many logins are left, it is not waited for: each process tells what is wrong. */
export function openLogins(
  gateway: () => Promise<Gateway>,
  log: Log,
): (shards: number, stopping: AbortSignal) => Promise<void> {
  return async (shards, signal) => {
    const logins = await gateway().then(
      ({ session_start_limit: limit }): Logins => ({ ...limit, resetMs: limit.reset_after }),
      () => undefined,
    );
    const waitMs = logins ? waitForLogins(shards, logins) : 0;
    if (waitMs === 0) return;
    log.error(
      { ...logins, shards, waitMs },
      'the logins of today are nearly used up: shards wait for the next',
    );
    await delay(waitMs, undefined, { signal }).catch(() => undefined);
  };
}
