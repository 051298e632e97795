// Long work in small steps: done at once while a program starts, or between other things while the bot answers.
import { setImmediate as otherThings } from 'node:timers/promises';

/** Work that yields after every small part of it and returns its result. */
export type Steps<T> = Generator<undefined, T>;

/** Does all of it at once. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Something that is made when it is first needed, and then kept. */
export function opened<T>(open: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: open() };
    return kept.value;
  };
}

/** A question is answered in about 5 ms, so one that comes meanwhile waits less than for another question. */
const sliceMs = 3;

/** Does it in slices of a few milliseconds; in between, everything else in the process goes on. */
export async function gently<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    for (const until = performance.now() + sliceMs; performance.now() < until; ) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await otherThings();
  }
}
