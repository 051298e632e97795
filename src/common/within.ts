// Waits for something, but no longer than so many milliseconds.
import { setTimeout as delay } from 'node:timers/promises';

export interface Waiting {
  /** False where the wait alone keeps no program running. */
  readonly ref?: boolean;
}

/** What the work makes or, where that is not there in time, `late`. The work goes on: should it fail then, that is nobody's error. */
export async function within<T, Late>(
  milliseconds: number,
  work: Promise<T>,
  late: Late,
  { ref = true }: Waiting = {},
): Promise<T | Late> {
  const waiting = new AbortController();
  const limit = delay(milliseconds, late, { signal: waiting.signal, ref }).catch(() => late);
  try {
    return await Promise.race([work, limit]);
  } finally {
    waiting.abort();
  }
}
