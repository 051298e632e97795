// The passages whose vectors lie nearest to a question's. Plain arithmetic over bytes: no index to build, none to go stale.
import { cosineOf } from '../../reading/vectors.ts';
import { Best } from './best.ts';
import { Sides } from './sides.ts';

/** A passage and the cosine of its vector with the question's. */
export interface Near {
  readonly index: number;
  readonly cosine: number;
}

export interface Nearest {
  /** Puts in the vector of a passage: unit length, each number times 127. */
  set(index: number, vector: Int8Array): void;
  has(index: number): boolean;
  /** How many are there. */
  readonly count: number;
  cosine(index: number, vector: Int8Array): number | undefined;
  /** The mean of all cosines with a vector; 0 while there are none. */
  usual(vector: Int8Array): number;
  /** Nearest first; of passages whose vectors are there, and perhaps only of some. */
  find(vector: Int8Array, most: number, only?: (index: number) => boolean): Near[];
}

/** Up to so many, all are compared in full: 3 ms. */
const comparedInFull = 8_000;
/** So many times as many as are wanted are compared in full after a look at the signs alone. */
const lookedAt = 40;

/** For `size` passages of which vectors of `width` numbers will come. */
export function openNearest(size: number, width: number): Nearest {
  return new Flat(size, width);
}

class Flat implements Nearest {
  readonly #size: number;
  readonly #width: number;
  readonly #numbers: Int8Array;
  readonly #there: Uint8Array;
  readonly #sides: Sides | undefined;
  #middle: Float32Array | undefined;
  /** The middle is looked for again when there are so many: those that came first may all be of one kind. */
  #middleAt = comparedInFull + 1;
  #count = 0;
  /** Of all vectors, number by number: its product with a vector is the sum of theirs. */
  readonly #sum: Int32Array;

  constructor(size: number, width: number) {
    this.#size = size;
    this.#width = width;
    this.#numbers = new Int8Array(size * width);
    this.#there = new Uint8Array(size);
    this.#sum = new Int32Array(width);
    this.#sides = size > comparedInFull ? new Sides(size, width) : undefined;
  }

  set(index: number, vector: Int8Array): void {
    if (index < 0 || index >= this.#size || vector.length !== this.#width)
      throw new RangeError(`search/nearest: no place for vector ${index} of ${vector.length} numbers`);
    const at = index * this.#width;
    for (let place = 0; place < this.#width; place += 1)
      this.#sum[place] = (this.#sum[place] ?? 0) + (vector[place] ?? 0) - (this.#numbers[at + place] ?? 0);
    this.#numbers.set(vector, at);
    this.#count += this.#there[index] === 1 ? 0 : 1;
    this.#there[index] = 1;
    if (this.#sides && this.#count >= this.#middleAt) this.#findMiddle(this.#sides);
    else if (this.#middle) this.#sides?.set(index, vector, this.#middle);
  }

  get count(): number {
    return this.#count;
  }

  has(index: number): boolean {
    return this.#there[index] === 1;
  }

  cosine(index: number, vector: Int8Array): number | undefined {
    this.#check(vector);
    return this.has(index) ? cosineOf(vector, this.#numbers, index * this.#width) : undefined;
  }

  usual(vector: Int8Array): number {
    this.#check(vector);
    return this.#count === 0 ? 0 : cosineOf(vector, this.#sum) / this.#count;
  }

  find(vector: Int8Array, most: number, only?: (index: number) => boolean): Near[] {
    this.#check(vector);
    // Of some passages alone the signs are no saving.
    const compared =
      this.#middle && !only
        ? this.#sides?.alike(vector, this.#middle, most * lookedAt, this.#there)
        : undefined;
    const best = new Best(most);
    for (const index of compared ?? this.#all(only))
      best.offer(index, cosineOf(vector, this.#numbers, index * this.#width));
    return best.sorted().map(({ index, value }) => ({ index, cosine: value }));
  }

  #check(vector: Int8Array): void {
    if (vector.length !== this.#width)
      throw new RangeError(`search/nearest: a vector of ${vector.length} numbers, not of ${this.#width}`);
  }

  *#all(only?: (index: number) => boolean): Generator<number> {
    for (let index = 0; index < this.#size; index += 1)
      if (this.#there[index] === 1 && (!only || only(index))) yield index;
  }

  #findMiddle(sides: Sides): void {
    this.#middleAt = 2 * this.#count;
    const middle = new Float32Array(this.#width);
    const there = [...this.#all()];
    for (const index of there)
      for (let place = 0; place < this.#width; place += 1)
        middle[place] =
          (middle[place] ?? 0) + (this.#numbers[index * this.#width + place] ?? 0) / there.length;
    this.#middle = middle;
    for (const index of there)
      sides.set(index, this.#numbers.subarray(index * this.#width, (index + 1) * this.#width), middle);
  }
}
