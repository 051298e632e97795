// The measures against their definitions, by the plainest computation there is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auroc, bestBalanced, mean, quantile } from './measures.ts';

const values = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 20 });

test('AUROC is the share of pairs in which the positive is higher, ties counting half', () => {
  fc.assert(
    fc.property(values, values, (positives, negatives) => {
      const pairs = positives.flatMap((a) => negatives.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
      expect(auroc(positives, negatives)).toBeCloseTo(mean(pairs), 10);
    }),
  );
  expect(auroc([], [1])).toBeUndefined();
});

test('the best balanced accuracy is that of the best of all thresholds', () => {
  expect(bestBalanced([3, 2, 1], [0, 0, 2])).toBeCloseTo((1 + 2 / 3) / 2);
  expect(bestBalanced([0], [1])).toBe(0.5);
});

test('a quantile is a value of the list', () => {
  expect(quantile([5, 1, 3, 2, 4], 0.5)).toBe(3);
  expect(quantile([1, 2], 0.99)).toBe(2);
  expect(quantile([], 0.5)).toBe(0);
});
