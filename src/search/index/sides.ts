// Vectors reduced to the sides of a middle on which their numbers lie, one bit for each: which of many come near to another is seen from
// that alone, in an eighth of the bytes.
import { readFileSync } from 'node:fs';

/** Bytes that are compared at once: rows are a whole number of these. */
const step = 16;
/** More would not fit into the memory of differing.wat. */
const widest = 1_024;
/** Rows that are compared at one call: they and their counts fit into the memory below, and into the nearest cache of a processor. */
const atOnce = 1_024;

export class Sides {
  readonly #width: number;
  /** Bytes of a row; what is beyond the vector's width stays 0. */
  readonly #bytes: number;
  readonly #rows: Uint8Array;
  /** For how many numbers each row lies on another side than the wanted one. */
  readonly #apart: Uint16Array;

  /** For `size` vectors of `width` numbers, up to 1,024. */
  constructor(size: number, width: number) {
    if (width > widest)
      throw new RangeError(`search/sides: a vector of ${width} numbers; up to ${widest} can be compared`);
    this.#width = width;
    this.#bytes = Math.ceil(width / 8 / step) * step;
    this.#rows = new Uint8Array(size * this.#bytes);
    this.#apart = new Uint16Array(size);
  }

  set(index: number, vector: Int8Array, middle: Float32Array): void {
    this.#rows.set(this.#of(vector, middle), index * this.#bytes);
  }

  /**
   * The places of those with the most numbers on the same side of the middle as the vector's, in the order of places; of equal ones the
   * first. `there`: 1 where a place has a vector.
   */
  alike(vector: Int8Array, middle: Float32Array, most: number, there: Uint8Array): number[] {
    differingBits(this.#of(vector, middle), this.#rows, this.#apart);
    const counts = this.#counts(there);
    let farthest = 0;
    let nearer = 0;
    while (farthest < this.#width && nearer + (counts[farthest] ?? 0) < most) {
      nearer += counts[farthest] ?? 0;
      farthest += 1;
    }
    let room = most - nearer;
    const found: number[] = [];
    const all = this.#apart;
    for (let index = 0; index < all.length; index += 1) {
      const apart = all[index] ?? 0;
      if (apart > farthest || there[index] !== 1) continue;
      if (apart < farthest || room > 0) found.push(index);
      if (apart === farthest) room -= 1;
    }
    return found;
  }

  /** How many are so far apart, by that number. */
  #counts(there: Uint8Array): Uint32Array {
    const [counts, all] = [new Uint32Array(this.#width + 1), this.#apart];
    for (let index = 0; index < all.length; index += 1) {
      const apart = all[index] ?? 0;
      if (there[index] === 1) counts[apart] = (counts[apart] ?? 0) + 1;
    }
    return counts;
  }

  #of(vector: Int8Array, middle: Float32Array): Uint8Array {
    const sides = new Uint8Array(this.#bytes);
    for (let place = 0; place < this.#width; place += 1)
      if ((vector[place] ?? 0) > (middle[place] ?? 0))
        sides[place >> 3] = (sides[place >> 3] ?? 0) | (1 << (place & 7));
    return sides;
  }
}

/** What differing.wat gives. */
interface Differing {
  readonly memory: { readonly buffer: ArrayBuffer };
  compare(wanted: number, rows: number, count: number, width: number, out: number): void;
}

/** Node has it; its types stand with those of browsers. */
declare const WebAssembly: {
  readonly Module: new (binary: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

const binary = readFileSync(new URL('./differing.wasm', import.meta.url));
const made = new WebAssembly.Instance(new WebAssembly.Module(binary)).exports as Differing;

/**
 * For each row the number of bits that it has otherwise than the wanted one, put into `out`. A hundred thousand rows of 384 bits take 0.5 ms:
 * processors count the bits of 16 bytes at once, which JavaScript cannot ask of them.
 */
export function differingBits(wanted: Uint8Array, rows: Uint8Array, out: Uint16Array): void {
  const width = wanted.length;
  const memory = new Uint8Array(made.memory.buffer);
  memory.set(wanted);
  const outAt = width + atOnce * width;
  for (let from = 0; from < out.length; from += atOnce) {
    const count = Math.min(atOnce, out.length - from);
    memory.set(rows.subarray(from * width, (from + count) * width), width);
    made.compare(0, width, count, width, outAt);
    out.set(new Uint16Array(made.memory.buffer, outAt, count), from);
  }
}
