// Which of many vectors lie on the same sides as one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { built, lying } from '../../scripts/make-wasm.ts';
import { differingBits, Sides } from '../../src/search/index/sides.ts';

test('what is called is what its text says', async () => {
  expect(Buffer.from(await lying())).toEqual(Buffer.from(await built()));
});

const bitsIn = (byte: number): number => byte.toString(2).replaceAll('0', '').length;

test('of each row the bits are counted that differ, however many rows and bytes there are', () => {
  const rowsOf = fc.constantFrom(16, 48, 128).chain((width) =>
    fc.record({
      wanted: fc.uint8Array({ minLength: width, maxLength: width }),
      rows: fc.uint8Array({ minLength: 3 * width, maxLength: 3 * width }),
      count: fc.constantFrom(1, 3, 1_024, 1_025, 2_500),
    }),
  );
  fc.assert(
    fc.property(rowsOf, ({ wanted, rows: some, count }) => {
      const rows = new Uint8Array(count * wanted.length).map((_, at) => some[at % some.length] ?? 0);
      const out = new Uint16Array(count);
      differingBits(wanted, rows, out);
      const expected = Uint16Array.from({ length: count }, (_, row) =>
        wanted.reduce((sum, byte, at) => sum + bitsIn(byte ^ rows[row * wanted.length + at]!), 0),
      );
      expect(out).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('wider vectors than can be compared are refused', () => {
  expect(() => new Sides(1, 1_025)).toThrow('1025');
});

test('those on the most same sides come out, of equal ones the first, and none that is not there', () => {
  const width = 40;
  const middle = new Float32Array(width);
  /** On the other side of the middle for so many numbers. */
  const apart = (numbers: number): Int8Array => new Int8Array(width).fill(1).fill(-1, 0, numbers);
  const sides = new Sides(6, width);
  for (const [index, numbers] of [3, 1, 40, 3, 1, 3].entries()) sides.set(index, apart(numbers), middle);
  const there = Uint8Array.of(1, 1, 1, 1, 0, 1);
  const alike = (most: number): number[] => sides.alike(apart(0), middle, most, there);
  expect(alike(1)).toEqual([1]);
  expect(alike(2)).toEqual([0, 1]);
  expect(alike(4)).toEqual([0, 1, 3, 5]);
  expect(alike(9)).toEqual([0, 1, 2, 3, 5]);
});
