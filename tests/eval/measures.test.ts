// The measures against their definitions, by the plainest computation there is.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auroc, bestBalanced, mean, measured, measuredAuroc, quantile } from './measures.ts';

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

test('a share has Wilson’s interval', () => {
  const [seven, none] = [measured(0.7, 10), measured(0, 20)];
  // As published tables have them.
  expect([seven?.low, seven?.high]).toEqual([expect.closeTo(0.3968, 4), expect.closeTo(0.8922, 4)]);
  expect([none?.low, none?.high]).toEqual([0, expect.closeTo(0.1611, 4)]);
  expect(measured(0, 0)).toBeUndefined();
});

test('an interval holds its figure, and is narrower the more were measured', () => {
  fc.assert(
    fc.property(values, values, (positives, negatives) => {
      const few = measuredAuroc(positives, negatives);
      const many = measuredAuroc([...positives, ...positives], [...negatives, ...negatives]);
      expect(few?.low).toBeLessThanOrEqual(few?.value ?? 0);
      expect(few?.high).toBeGreaterThanOrEqual(few?.value ?? 1);
      const width = (figure: typeof few): number => (figure?.high ?? 0) - (figure?.low ?? 0);
      expect(width(few)).toBeGreaterThan(0);
      expect(width(many)).toBeLessThan(width(few) + 1e-9);
    }),
  );
  expect(measuredAuroc([], [1])).toBeUndefined();
});

test('an area has Hanley and McNeil’s interval', () => {
  // 58 and 51 cases with an area of .893 have a standard error of .032 (their table II).
  const [positives, negatives] = [58, 51].map((count) =>
    Array.from({ length: count }, (_, at) => at / count),
  );
  const shifted = (by: number): ReturnType<typeof measuredAuroc> =>
    measuredAuroc(positives?.map((value) => value + by) ?? [], negatives ?? []);
  const near = Array.from({ length: 100 }, (_, at) => shifted(at / 100)).find(
    (each) => (each?.value ?? 0) >= 0.893,
  );
  expect(((near?.value ?? 0) - (near?.low ?? 0)) / 1.96).toBeCloseTo(0.032, 2);
});
