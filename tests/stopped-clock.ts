// A clock that a test turns on by hand: timers of the engine, and those that promise, which vitest leaves running.
import { syncBuiltinESMExports } from 'node:module';
import type { TimerOptions } from 'node:timers';
import promises from 'node:timers/promises';
import { onTestFinished, vi } from 'vitest';

export interface StoppedClock {
  /** Lets so many milliseconds pass, with all that is due then. */
  passes(milliseconds: number): Promise<void>;
}

/** `setImmediate` and what comes from outside go on. The clock runs again when the test has ended. */
export function stopClock(): StoppedClock {
  const running = promises.setTimeout;
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  promises.setTimeout = delay;
  syncBuiltinESMExports();
  onTestFinished(() => {
    vi.useRealTimers();
    promises.setTimeout = running;
    syncBuiltinESMExports();
  });
  return { passes: async (milliseconds) => void (await vi.advanceTimersByTimeAsync(milliseconds)) };
}

/**
 * Resolves when something is so that needs no time to pass, but turns of the loop or an answer from outside: vitest's own `poll` would
 * turn the stopped clock on.
 */
export async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = process.hrtime.bigint() + 15_000_000_000n;
  while (!isSo()) {
    if (process.hrtime.bigint() > giveUpAt) throw new Error(`never so: ${isSo}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** As Node's own: rejects where `signal` says so. */
function delay<T>(milliseconds?: number, value?: T, { signal }: TimerOptions = {}): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(value as T), milliseconds);
  const give = (): void => {
    clearTimeout(timer);
    reject(new DOMException('The operation was aborted', 'AbortError'));
  };
  if (signal?.aborted) give();
  else signal?.addEventListener('abort', give, { once: true });
  return promise;
}
