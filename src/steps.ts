// Long work cut into steps: done at once where nobody waits, in slices where questions are to be answered in between.
import { setImmediate } from 'node:timers/promises';

/** Work that may pause at every `yield`; it returns its result. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all steps in one go. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** A question of a large corpus takes 5 to 10 ms itself: it waits hardly longer for a slice than for another question. */
const sliceMs = 8;

/** Does the steps in slices of a few milliseconds; whatever else waits has its turn between two of them. */
export async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + sliceMs;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await setImmediate();
  }
}
