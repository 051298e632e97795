// What /healthz and /readyz ask: each check says in one line what is wrong, or nothing. A check that does not answer is wrong too, and is
// not asked again before it has.

import { within } from '../common/within.ts';
import type { Message } from '../messages/messages.ts';

/** What is wrong, or undefined. */
export type Check = () => Message | undefined | Promise<Message | undefined>;

export interface Checks {
  /** In this order, one line for each that fails. */
  failing(): Promise<Message[]>;
}

export interface Named {
  readonly check: Check;
  /** What is told where it has not answered in time. */
  readonly silent: Message;
}

/** Whoever looks after the bot asks every few seconds, and gives up after some. */
const answersWithinMs = 2_000;

/** Saving something holds up the bot for a moment: however often somebody asks, it is done once a second. */
const holdsForMs = 1_000;

export function openChecks(named: readonly Named[]): Checks {
  const asked = named.map(once);
  return {
    failing: async () => (await Promise.all(asked.map((ask) => ask()))).filter((line) => line !== undefined),
  };
}

/** However many ask, the check is made once at a time: a store that hangs would else be asked by more and more. */
function once({ check, silent }: Named): () => Promise<Message | undefined> {
  let running: Promise<Message | undefined> | undefined;
  let answeredAt = Number.POSITIVE_INFINITY;
  return async () => {
    if (performance.now() - answeredAt >= holdsForMs) running = undefined;
    if (!running) {
      answeredAt = Number.POSITIVE_INFINITY;
      running = Promise.resolve()
        .then(check)
        .finally(() => {
          answeredAt = performance.now();
        });
    }
    return within(answersWithinMs, running, silent);
  };
}
