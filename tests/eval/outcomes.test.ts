// What is made of outcomes, on a handful that can be counted by hand.
import { expect, test } from 'vitest';
import { curve, figuresOf, type Outcome, reliability, thresholdAt } from './outcomes.ts';

function outcome(sort: Outcome['sort'], confidence: number, right = false): Outcome {
  return { sort, right, answered: confidence >= 0.5, confidence };
}

const outcomes = [
  outcome('answerable', 0.9, true),
  outcome('answerable', 0.4, true),
  outcome('answerable', 0.8),
  outcome('answerable', 0.1),
  outcome('on the subject', 0.6),
  outcome('on the subject', 0.2),
  outcome('off the subject', 0),
];

test('shares are of the questions that they are about', () => {
  const figures = figuresOf(outcomes);
  expect([figures.answerable, figures.unanswerable]).toEqual([4, 2]);
  expect(figures.first).toMatchObject({ value: 0.5, n: 4 });
  expect(figures.firstAndSaid).toMatchObject({ value: 0.25, n: 4 });
  expect(figures.silentOn).toMatchObject({ value: 0.5, n: 2 });
  expect(figures.silentOff).toMatchObject({ value: 1, n: 1 });
});

test('the area is told of all answerable questions and of those whose passage is right', () => {
  const figures = figuresOf(outcomes);
  // 0.9 and 0.8 beat both, 0.4 one of the two, 0.1 none.
  expect(figures.auroc?.value).toBeCloseTo(5 / 8);
  expect(figures.aurocRight?.value).toBeCloseTo(3 / 4);
});

test('without questions of a sort there is no figure', () => {
  expect(figuresOf([outcome('off the subject', 0.7)])).toMatchObject({
    ...{ first: undefined, firstAndSaid: undefined, silentOn: undefined, auroc: undefined },
    silentOff: { value: 0, n: 1 },
  });
});

test('each confidence falls into its tenth, and what has no answer is never right', () => {
  const bins = reliability([...outcomes, outcome('answerable', 1, true), outcome('off the subject', 0.95)]);
  expect(bins.map(({ questions }) => questions)).toEqual([1, 1, 1, 0, 1, 0, 1, 0, 1, 3]);
  expect(bins[9]?.confidence).toBeCloseTo((0.9 + 1 + 0.95) / 3);
  expect(bins[9]?.right?.value).toBeCloseTo(2 / 3);
  expect(bins[3]?.right).toBeUndefined();
});

test('a threshold says what would be right and said, and silent', () => {
  expect(curve(outcomes, [0.3, 0.7])).toEqual([
    { threshold: 0.3, rightAndSaid: 0.5, silentOn: 0.5, silentOff: 1 },
    { threshold: 0.7, rightAndSaid: 0.25, silentOn: 1, silentOff: 1 },
  ]);
});

test('the threshold for a silence is the lowest that reaches it', () => {
  const at = (share: number): number | undefined =>
    curve(outcomes, [thresholdAt(outcomes, share)])[0]?.silentOn;
  expect([at(0.5), at(0.51), at(1)]).toEqual([0.5, 1, 1]);
  expect(thresholdAt(outcomes, 0.5)).toBeCloseTo(0.2);
  expect(thresholdAt([], 0.9)).toBe(0);
});
