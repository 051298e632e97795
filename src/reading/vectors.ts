// Vectors as they are kept and compared: of unit length, each number times 127 in a byte.

const SCALE = 127;

/** The unit vector in its direction. */
export function toBytes(vector: Float32Array): Int8Array {
  const length = Math.sqrt(vector.reduce((total, number) => total + number * number, 0)) || 1;
  return Int8Array.from(vector, (number) => Math.round((SCALE * number) / length));
}

/** The cosine of a vector with the one that begins at a place of a row of numbers. */
export function cosineOf(vector: Int8Array, numbers: ArrayLike<number>, at = 0): number {
  let product = 0;
  // By index, since a question is compared with some thousands of passages.
  for (let place = 0; place < vector.length; place += 1)
    product += (vector[place] ?? 0) * (numbers[at + place] ?? 0);
  return product / (SCALE * SCALE);
}
