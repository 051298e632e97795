// Waits for something, but no longer than so many milliseconds.

export interface Waiting {
  /** False where the wait alone keeps no program running. */
  readonly ref?: boolean;
}

/**
 * What the work makes or, where that is not there in time, `late`. The work goes on: should it fail then, that is nobody's error.
 * Every interaction passes here: a timer alone costs a thirtieth of one that is called off by a signal.
 */
export function within<T, Late>(
  milliseconds: number,
  work: Promise<T>,
  late: Late,
  { ref = true }: Waiting = {},
): Promise<T | Late> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => resolve(late), milliseconds);
    if (!ref) limit.unref();
    work.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}
