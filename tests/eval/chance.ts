// Chance that is the same every time: figures of two runs can be compared.

/** Numbers from 0 up to 1, exclusive, from a seed (mulberry32 by Tommy Ettinger, public domain). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` up to `to`, exclusive. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from));
  }

  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T {
    const one = list[this.between(0, list.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  }
}
