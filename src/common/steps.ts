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

/** Something small that is made when it is first wanted. */
export function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}

/** Something that is made where it is first needed: all of it at once, or in steps before. */
export interface Making<T> {
  get(): T;
  steps(): Steps<T>;
  /** Undefined where it is not made. */
  known(): T | undefined;
}

/** How it is kept that something is made. */
export type Keeping = <T>(make: () => Steps<T>) => Making<T>;

/** Something that is made once: where it is first needed all of it at once, or in steps before. */
export class Made<T> implements Making<T> {
  readonly #make: () => Steps<T>;
  #kept: { readonly value: T } | undefined;

  constructor(make: () => Steps<T>) {
    this.#make = make;
  }

  known(): T | undefined {
    return this.#kept?.value;
  }

  get(): T {
    this.#kept ??= { value: atOnce(this.#make()) };
    return this.#kept.value;
  }

  *steps(): Steps<T> {
    if (this.#kept) return this.#kept.value;
    const value = yield* this.#make();
    // Whoever could not wait has made it meanwhile: there is one of it.
    this.#kept ??= { value };
    return this.#kept.value;
  }
}
