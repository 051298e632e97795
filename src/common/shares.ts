// What each lately took of something that all share, such as a thread: whoever took less comes first.

/** After so long it counts half, in milliseconds. */
const halvesIn = 10_000;
/** Beyond it all are written anew, and whoever took next to nothing is forgotten. */
const mostScale = 2 ** 20;
const next = 0.01;

export class Shares {
  /** As though all of it was taken at `#since`: so they can be compared without a look at the clock. */
  readonly #taken = new Map<string, number>();
  #since = performance.now();

  /** In milliseconds, or whatever the others' are in. */
  add(name: string, amount: number): void {
    const scale = this.#scale();
    this.#taken.set(name, (this.#taken.get(name) ?? 0) + amount * scale);
    if (scale > mostScale) this.#rewrite(scale);
  }

  /** Means something beside those of others alone; 0 where nothing was taken. */
  of(name: string): number {
    return this.#taken.get(name) ?? 0;
  }

  #scale(): number {
    return 2 ** ((performance.now() - this.#since) / halvesIn);
  }

  #rewrite(scale: number): void {
    this.#since = performance.now();
    for (const [name, taken] of this.#taken) {
      if (taken / scale < next) this.#taken.delete(name);
      else this.#taken.set(name, taken / scale);
    }
  }
}
