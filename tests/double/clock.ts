// The double's clock. Deadlines are measured by it, so a test can let a quarter of an hour pass at once.

export class Clock {
  #offset = 0;
  readonly #source: () => number;

  constructor(source: () => number = Date.now) {
    this.#source = source;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#source() + this.#offset;
  }

  passes(milliseconds: number): void {
    this.#offset += milliseconds;
  }
}
