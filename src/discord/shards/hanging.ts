// A process that lives and does nothing any more is ended, so that another takes its place: its shards would be cut off for good.
import { rangesOf } from '../../config.ts';
import type { Log } from '../../log.ts';
import type { One, Seat } from './processes.ts';

export interface HangingParts {
  readonly seats: () => readonly Seat[];
  /** Whether a process says anything, within a moment. */
  readonly isAlive: (one: One) => Promise<boolean>;
  readonly log: Log;
  /** For tests. */
  readonly everyMs?: number;
}

/** What a library or a picture takes is done elsewhere (docs/decisions/03-four-places.md): nothing holds a process up for so long. */
const everyMs = 20_000;
const mostSilences = 3;

export function watchHanging({ seats, isAlive, log, everyMs: every = everyMs }: HangingParts): {
  end(): void;
} {
  const silences = new WeakMap<One, number>();
  const look = async (one: One): Promise<void> => {
    const count = (await isAlive(one)) ? 0 : (silences.get(one) ?? 0) + 1;
    silences.set(one, count);
    if (count < mostSilences || !one.isReady) return;
    log.error({ process: rangesOf(one.shards) }, 'a process hangs, and is ended');
    one.kill('SIGKILL');
  };
  const timer = setInterval(() => {
    for (const { one } of seats()) if (one?.isReady) void look(one);
  }, every);
  timer.unref();
  return { end: () => clearInterval(timer) };
}
