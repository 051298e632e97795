// What each lately took of something that all share, such as a thread: whoever took less comes first.

/** After so long it counts half, in milliseconds. */
const halvesIn = 10_000;
/** Beyond it all are written anew: after hours it would be no number any more. */
const mostScale = 2 ** 20;
/** Whoever took less is forgotten then. */
const nextToNothing = 0.01;

export class Shares {
  /** As though all of it was taken at `#since`: so they can be compared without a look at the clock. */
  readonly #taken = new Map<string, number>();
  #since = performance.now();

  /** In milliseconds, or whatever the others' are in. */
  add(name: string, amount: number): void {
    if (this.#scale() > mostScale) this.#rewrite();
    this.#taken.set(name, this.of(name) + amount * this.#scale());
  }

  /** Means something beside those of others alone; 0 where nothing was taken. */
  of(name: string): number {
    return this.#taken.get(name) ?? 0;
  }

  #scale(): number {
    return 2 ** ((performance.now() - this.#since) / halvesIn);
  }

  #rewrite(): void {
    const scale = this.#scale();
    this.#since = performance.now();
    for (const [name, taken] of this.#taken) {
      if (taken / scale < nextToNothing) this.#taken.delete(name);
      else this.#taken.set(name, taken / scale);
    }
  }
}
