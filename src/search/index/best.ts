// The highest of many values, for which not all of them are put in order.

/** Keeps the highest of many values, offered in the order of passages: of equal ones the first stays. */
export class Best {
  readonly #most: number;
  #kept: { index: number; value: number }[] = [];
  #least = -Infinity;

  constructor(most: number) {
    this.#most = most;
  }

  /** What is not higher is not kept. */
  get least(): number {
    return this.#least;
  }

  offer(index: number, value: number): void {
    if (value <= this.#least) return;
    this.#kept.push({ index, value });
    // Sorted only now and then: most offers are below what is kept already.
    if (this.#kept.length >= 2 * this.#most + 16) this.#trim();
  }

  sorted(): { index: number; value: number }[] {
    this.#trim();
    return this.#kept;
  }

  #trim(): void {
    this.#kept = this.#kept.toSorted((a, b) => b.value - a.value || a.index - b.index).slice(0, this.#most);
    if (this.#kept.length === this.#most) this.#least = this.#kept.at(-1)?.value ?? this.#least;
  }
}
