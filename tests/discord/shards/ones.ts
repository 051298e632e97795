// Processes as those that look after them see them, which answer what a test says.
import type { End, One, Seat } from '../../../src/discord/shards/processes.ts';
import type { Down } from '../../../src/discord/shards/talk.ts';

export interface TestOne extends One {
  /** What it was told so far. */
  readonly heard: readonly Down[];
  readonly killed: readonly string[];
  /** Its process is gone. */
  ends(): void;
}

/** `answers` is called with whatever it is told. */
export function oneOf(shards: readonly number[], answers: (said: Down) => void = () => undefined): TestOne {
  const heard: Down[] = [];
  const killed: string[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<End>();
  return {
    ...{ shards, began: 0, ready: Promise.resolve(), ended, isReady: true, heard, killed },
    say: (said) => {
      heard.push(said);
      answers(said);
    },
    kill: (signal) => void killed.push(signal),
    ends: () => resolve({ code: 0, signal: null }),
  };
}

/** Where a process sits, or none yet. */
export function seatOf(one: One | undefined, more: Partial<Seat> = {}): Seat {
  return {
    ...{ shards: one?.shards ?? [9], patience: { after: () => 0 }, one, isBegun: one !== undefined },
    ...{ coming: undefined, ...more },
  };
}
