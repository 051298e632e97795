// The fits behind the weights: against what is known in closed form, against each other, and against their own slope.
import { expect, test } from 'vitest';
import { fitChoice, fitLogistic, named } from '../../scripts/training/fit.ts';
import { Chance } from './chance.ts';

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

test('without anything but how often, the weight is the logit of the share, rows counting as much as they are worth', () => {
  const rows = (yes: boolean, count: number, worth: number) =>
    Array.from({ length: count }, () => ({ row: { bias: 1 }, yes, worth }));
  const [plain = 0] = fitLogistic([...rows(true, 3, 1), ...rows(false, 1, 1)], ['bias']);
  expect(plain).toBeCloseTo(Math.log(3), 6);
  const [weighed = 0] = fitLogistic([...rows(true, 1, 6), ...rows(false, 2, 1)], ['bias']);
  expect(weighed).toBeCloseTo(Math.log(3), 6);
});

test('of two groups each has its own share', () => {
  const group = (late: number, yes: number, no: number) =>
    [...Array(yes + no).keys()].map((at) => ({ row: { bias: 1, late }, yes: at < yes, worth: 1 }));
  const [bias = 0, late = 0] = fitLogistic([...group(0, 60, 40), ...group(1, 20, 80)], ['bias', 'late'], 0);
  expect(logistic(bias)).toBeCloseTo(0.6, 6);
  expect(logistic(bias + late)).toBeCloseTo(0.2, 6);
});

/** Choices between two, with what speaks for each; whoever has more of `a` and less of `b` is right more often. */
function twos() {
  const chance = new Chance(3);
  const some = (): number => chance.between(-100, 101) / 100;
  return Array.from({ length: 400 }, () => {
    const options = [
      { a: some(), b: some() },
      { a: some(), b: some() },
    ] as const;
    const odds = logistic(2 * (options[0].a - options[1].a) - (options[0].b - options[1].b));
    return { options, right: new Set([chance.between(0, 1_000) < 1_000 * odds ? 0 : 1]), worth: 1 };
  });
}

test('a choice between two is a yes or no about their difference', () => {
  const choices = twos();
  const judged = choices.map(({ options: [one, two], right }) => ({
    row: { a: one.a - two.a, b: one.b - two.b },
    yes: right.has(0),
    worth: 1,
  }));
  const found = fitChoice(choices, ['a', 'b'], 1e-3, 20);
  fitLogistic(judged, ['a', 'b'], 1e-3, 20).forEach((weight, at) => {
    expect(found[at]).toBeCloseTo(weight, 9);
  });
  expect(found[0]).toBeGreaterThan(1.5);
  expect(found[1]).toBeLessThan(-0.5);
});

test('where several options are right, the weights stand where nothing pulls at them any more', () => {
  const choices = twos().map(({ options, right, worth }, at) => ({
    options: [...options, { a: (at % 7) / 7, b: (at % 5) / 5 }],
    right: at % 3 === 0 ? new Set([...right, 2]) : right,
    worth,
  }));
  const l2 = 1e-3;
  const weights = fitChoice(choices, ['a', 'b'], l2, 20);
  const loss = ([a = 0, b = 0]: readonly number[]): number => {
    const each = choices.map(({ options, right }) => {
      const odds = options.map((option) => Math.exp(a * option.a + b * option.b));
      const good = odds.filter((_, at) => right.has(at)).reduce((sum, odd) => sum + odd, 0);
      return -Math.log(good / odds.reduce((sum, odd) => sum + odd, 0));
    });
    return each.reduce((sum, one) => sum + one, 0) / choices.length + (l2 / 2) * (a * a + b * b);
  };
  const step = 1e-4;
  for (const at of [0, 1]) {
    const moved = (by: number) => loss(weights.map((weight, k) => (k === at ? weight + by : weight)));
    expect((moved(step) - moved(-step)) / (2 * step)).toBeCloseTo(0, 6);
  }
});

test('what is the same in all options, or in none of them, gets no weight, and weights are rounded by name', () => {
  const choices = twos().map((each) => ({
    ...each,
    options: each.options.map((option) => ({ ...option, same: 1 })),
  }));
  const found = named(['same', 'none', 'a'], fitChoice(choices, ['same', 'none', 'a']));
  expect(found).toMatchObject({ same: 0, none: 0 });
  expect(String(found.a)).toMatch(/^-?\d+(?:\.\d{1,3})?$/u);
});
