// Vectors reduced to the sides of a middle on which their numbers lie, one bit for each: which of many come near to another is seen from
// that alone, in a thirty-second of the bytes.

/** A row is laid out in groups of so many words of 32 bits, whose bits are counted together; what is beyond the vector's width stays 0. */
const group = 12;

export class Sides {
  readonly #width: number;
  readonly #words: number;
  readonly #rows: Int32Array;
  /** For how many numbers each row lies on another side than the wanted one. */
  readonly #apart: Uint16Array;

  /** For `size` vectors of `width` numbers, up to 65,535. */
  constructor(size: number, width: number) {
    this.#width = width;
    this.#words = Math.ceil(width / (32 * group)) * group;
    this.#rows = new Int32Array(size * this.#words);
    this.#apart = new Uint16Array(size);
  }

  set(index: number, vector: Int8Array, middle: Float32Array): void {
    this.#rows.set(this.#of(vector, middle), index * this.#words);
  }

  /**
   * The places of those with the most numbers on the same side of the middle as the vector's, in the order of places; of equal ones the
   * first. `there`: 1 where a place has a vector.
   */
  alike(vector: Int8Array, middle: Float32Array, most: number, there: Uint8Array): number[] {
    const counts = this.#compare(this.#of(vector, middle), there);
    let farthest = 0;
    let nearer = 0;
    while (farthest < this.#width && nearer + (counts[farthest] ?? 0) < most) {
      nearer += counts[farthest] ?? 0;
      farthest += 1;
    }
    let room = most - nearer;
    const found: number[] = [];
    for (let index = 0; index < there.length; index += 1) {
      const apart = this.#apart[index] ?? 0;
      if (apart > farthest || there[index] !== 1) continue;
      if (apart < farthest || room > 0) found.push(index);
      if (apart === farthest) room -= 1;
    }
    return found;
  }

  /** Notes how far apart each is, and returns how many are so far apart, by that number. */
  #compare(wanted: Int32Array, there: Uint8Array): Uint32Array {
    const counts = new Uint32Array(this.#width + 1);
    // Of a hundred thousand rows it matters that nothing is looked up for each.
    const [rows, apart, words] = [this.#rows, this.#apart, this.#words];
    for (let index = 0, row = 0; index < there.length; index += 1, row += words) {
      if (there[index] !== 1) continue;
      let sum = 0;
      for (let at = 0; at < words; at += group) sum += differing(rows, row + at, wanted, at);
      apart[index] = sum;
      counts[sum] = (counts[sum] ?? 0) + 1;
    }
    return counts;
  }

  #of(vector: Int8Array, middle: Float32Array): Int32Array {
    const sides = new Int32Array(this.#words);
    for (let place = 0; place < this.#width; place += 1)
      if ((vector[place] ?? 0) > (middle[place] ?? 0))
        sides[place >> 5] = (sides[place >> 5] ?? 0) | (1 << (place & 31));
    return sides;
  }
}

/**
 * How many bits of twelve words differ. Three words are added bit by bit to one of ones and one of twos, and so on, so that five words are
 * counted and not twelve. Source: Hacker's Delight, 5-1, carry-save adders (Harley and Seal).
 */
function differing(a: Int32Array, from: number, b: Int32Array, at: number): number {
  const x0 = word(a, from) ^ word(b, at);
  const x1 = word(a, from + 1) ^ word(b, at + 1);
  const x2 = word(a, from + 2) ^ word(b, at + 2);
  const x3 = word(a, from + 3) ^ word(b, at + 3);
  const x4 = word(a, from + 4) ^ word(b, at + 4);
  const x5 = word(a, from + 5) ^ word(b, at + 5);
  const x6 = word(a, from + 6) ^ word(b, at + 6);
  const x7 = word(a, from + 7) ^ word(b, at + 7);
  const x8 = word(a, from + 8) ^ word(b, at + 8);
  const x9 = word(a, from + 9) ^ word(b, at + 9);
  const x10 = word(a, from + 10) ^ word(b, at + 10);
  const x11 = word(a, from + 11) ^ word(b, at + 11);
  const ones0 = x0 ^ x1 ^ x2;
  const ones1 = x3 ^ x4 ^ x5;
  const ones2 = x6 ^ x7 ^ x8;
  const ones3 = x9 ^ x10 ^ x11;
  const ones = ones0 ^ ones1 ^ ones2;
  const twos0 = carry(x0, x1, x2);
  const twos1 = carry(x3, x4, x5);
  const twos2 = carry(x6, x7, x8);
  const twos3 = carry(x9, x10, x11);
  const twos4 = carry(ones0, ones1, ones2);
  const some = twos0 ^ twos1 ^ twos2;
  const twos = some ^ twos3 ^ twos4;
  const fours = bitsIn(carry(twos0, twos1, twos2)) + bitsIn(carry(some, twos3, twos4));
  return bitsIn(ones) + bitsIn(ones3) + 2 * bitsIn(twos) + 4 * fours;
}

function word(words: Int32Array, at: number): number {
  return words[at] ?? 0;
}

/** The bits that are set in two of three words or in all. */
function carry(a: number, b: number, c: number): number {
  return (a & b) | ((a ^ b) & c);
}

/** How many bits of a 32-bit word are set. Source: Hacker's Delight, 5-1. */
function bitsIn(all: number): number {
  let bits = all - ((all >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
