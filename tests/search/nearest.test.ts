// The nearest vectors, against a plain sort of all.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openNearest } from '../../src/search/index/nearest.ts';
import { Chance } from '../eval/chance.ts';

function product(a: Int8Array, b: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

const vector = fc.int8Array({ minLength: 5, maxLength: 5, min: -2, max: 2 });

test('it finds what a plain sort finds, in the same order, of equal ones the first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(vector), { maxLength: 80 }),
      vector,
      fc.nat(20),
      (vectors, asked, most) => {
        const nearest = openNearest(vectors.length, 5);
        for (const [index, each] of vectors.entries()) if (each) nearest.set(index, each);
        const sorted = vectors
          .flatMap((each, index) => (each ? [{ index, cosine: product(each, asked) / (127 * 127) }] : []))
          .sort((a, b) => b.cosine - a.cosine || a.index - b.index);
        expect(nearest.find(asked, most)).toEqual(sorted.slice(0, most));
        for (const [index, each] of vectors.entries()) {
          expect(nearest.has(index)).toBe(each !== null);
          expect(nearest.cosine(index, asked)).toBe(each ? product(each, asked) / (127 * 127) : undefined);
        }
      },
    ),
  );
});

test('the usual cosine is the mean of all, whatever was set again', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), vector), { maxLength: 30 }), vector, (sets, asked) => {
      const nearest = openNearest(10, 5);
      for (const [index, each] of sets) nearest.set(index, each);
      const cosines = [...new Map(sets).values()].map((each) => product(each, asked) / (127 * 127));
      const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, cosines.length);
      expect(nearest.usual(asked)).toBeCloseTo(mean, 10);
    }),
  );
});

test('a vector that is set again takes the place of the first', () => {
  const nearest = openNearest(2, 2);
  nearest.set(1, Int8Array.of(127, 0));
  nearest.set(1, Int8Array.of(0, 127));
  expect(nearest.find(Int8Array.of(0, 127), 5)).toEqual([{ index: 1, cosine: 1 }]);
});

test('places and vectors that do not fit are refused', () => {
  const nearest = openNearest(2, 2);
  expect(() => nearest.set(2, Int8Array.of(1, 1))).toThrow(RangeError);
  expect(() => nearest.set(-1, Int8Array.of(1, 1))).toThrow(RangeError);
  expect(() => nearest.set(0, Int8Array.of(1))).toThrow(RangeError);
  expect(() => nearest.find(Int8Array.of(1), 1)).toThrow(RangeError);
  expect(() => nearest.cosine(0, Int8Array.of(1))).toThrow(RangeError);
  expect(() => nearest.usual(Int8Array.of(1))).toThrow(RangeError);
});

/** A plain bell: near enough to the normal distribution, and cheap. */
function bell(chance: Chance): number {
  return chance.next() + chance.next() + chance.next() - 1.5;
}

test('of many vectors that come cluster by cluster, the nearest is among the twelve found', () => {
  const width = 128;
  const perCluster = 100;
  const count = 12_000;
  const chance = new Chance(13);
  const draw = (scale: number): number[] => Array.from({ length: width }, () => scale * bell(chance));
  // Vectors of this kind of model all lie to one side.
  const common = draw(3);
  const unit = (...parts: number[][]): Int8Array => {
    const sum = common.map((number, at) => parts.reduce((total, part) => total + (part[at] ?? 0), number));
    const length = Math.sqrt(sum.reduce((total, number) => total + number * number, 0));
    return Int8Array.from(sum, (number) => Math.round((127 * number) / length));
  };
  const nearest = openNearest(count, width);
  const vectors: Int8Array[] = [];
  const parts: number[][] = [];
  let cluster: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index % perCluster === 0) cluster = draw(1.5);
    const own = draw(0.7).map((number, at) => number + (cluster[at] ?? 0));
    parts.push(own);
    vectors.push(unit(own));
    nearest.set(index, unit(own));
  }
  const asked = 200;
  let found = 0;
  for (let at = 0; at < asked; at += 1) {
    const question = unit(chance.of(parts), draw(0.5));
    const products = vectors.map((each) => product(each, question));
    const first = products.indexOf(products.reduce((most, each) => Math.max(most, each), -Infinity));
    if (nearest.find(question, 12).some(({ index }) => index === first)) found += 1;
  }
  expect(found / asked).toBeGreaterThanOrEqual(0.99);
});
