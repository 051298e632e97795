// What /healthz and /readyz ask: each check says in one line what is wrong, or nothing. A check that does not answer is wrong too, and is
// not asked again before it has.
import { setTimeout as delay } from 'node:timers/promises';
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
export const answersWithinMs = 2_000;

/** `withinMs` is for tests. */
export function openChecks(named: readonly Named[], withinMs: number = answersWithinMs): Checks {
  const asked = named.map((each) => once(each, withinMs));
  return {
    failing: async () => (await Promise.all(asked.map((ask) => ask()))).filter((line) => line !== undefined),
  };
}

/** However many ask, the check is made once at a time: a store that hangs would else be asked by more and more. */
function once({ check, silent }: Named, withinMs: number): () => Promise<Message | undefined> {
  let running: Promise<Message | undefined> | undefined;
  return async () => {
    running ??= Promise.resolve()
      .then(check)
      .finally(() => {
        running = undefined;
      });
    const waiting = new AbortController();
    const late = delay(withinMs, silent, { signal: waiting.signal }).catch(() => undefined);
    return Promise.race([running, late]).finally(() => waiting.abort());
  };
}
