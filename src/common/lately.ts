// What is made of a server's documents for some of what is asked (letters for quotations, words for checks, people): kept while it is used,
// and made again when it is asked for anew. Of all servers together there is room for so much, the longest unused goes first.

import { LRUCache } from 'lru-cache';
import { atOnce, type Making, type Steps } from './steps.ts';

/** In characters of the texts that it is made of, each of which takes one to three bytes: all kinds of the two largest servers, or more of smaller ones. */
export const roomFor = 16_000_000;
/** What was not asked for so long is let go of. */
const idleMs = 10 * 60_000;

interface Forgettable {
  forget(): void;
}

const kept = new LRUCache<Forgettable, number>({
  ...{ maxSize: roomFor, ttl: idleMs, updateAgeOnGet: true },
  sizeCalculation: (weight) => weight,
  dispose: (_, lately, reason) => {
    if (reason !== 'set') lately.forget();
  },
});

let isLooking = false;

/** Where nobody asks any more, what is idle goes all the same. */
function lookAgain(): void {
  if (isLooking) return;
  isLooking = true;
  setTimeout(() => {
    isLooking = false;
    kept.purgeStale();
    if (kept.size > 0) lookAgain();
  }, idleMs).unref();
}

/** Lets go of all of it. */
export function letGoOfAll(): void {
  kept.clear();
}

export class Lately<T> implements Making<T>, Forgettable {
  readonly #make: () => Steps<T>;
  readonly #weigh: (value: T) => number;
  #made: { readonly value: T } | undefined;

  /** `weigh`: characters of the texts that it is made of, or what is as heavy. */
  constructor(make: () => Steps<T>, weigh: (value: T) => number) {
    this.#make = make;
    this.#weigh = weigh;
  }

  known(): T | undefined {
    // Whoever looks uses it; where it has become too old, it is forgotten now.
    kept.get(this);
    return this.#made?.value;
  }

  get(): T {
    return this.known() ?? this.#keep(atOnce(this.#make()));
  }

  *steps(): Steps<T> {
    const known = this.known();
    if (known !== undefined) return known;
    const made = yield* this.#make();
    // Whoever could not wait has made it meanwhile: there is one of it.
    return this.known() ?? this.#keep(made);
  }

  forget(): void {
    this.#made = undefined;
  }

  #keep(value: T): T {
    this.#made = { value };
    kept.set(this, Math.min(roomFor, Math.max(1, Math.round(this.#weigh(value)))));
    lookAgain();
    return value;
  }
}

/** The same of something small that is made at once. */
export function lately<T>(make: () => T, weigh: (value: T) => number): () => T {
  const made = new Lately<T>(function* () {
    yield;
    return make();
  }, weigh);
  return () => made.get();
}
