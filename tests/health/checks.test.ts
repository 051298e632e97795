// Checks: in order, one line each, once at a time, and never waited for too long.
import { expect, test } from 'vitest';
import { openChecks } from '../../src/health/checks.ts';

const silent = { key: 'health.store.silent' } as const;
const wrong = { key: 'health.store.full' } as const;

test('what fails is told in order, what holds is not', async () => {
  const checks = openChecks([
    { check: () => undefined, silent },
    { check: async () => wrong, silent },
    { check: () => ({ key: 'health.store.lost' }), silent },
  ]);
  expect(await checks.failing()).toEqual([wrong, { key: 'health.store.lost' }]);
});

test('a check that does not answer is told as silent, and is not made again before it has answered', async () => {
  let made = 0;
  let answer: (line: undefined) => void = () => undefined;
  const check = (): Promise<undefined> => {
    made += 1;
    return new Promise((resolve) => {
      answer = resolve;
    });
  };
  const checks = openChecks([{ check, silent }], 5);
  expect(await checks.failing()).toEqual([silent]);
  expect(await checks.failing()).toEqual([silent]);
  expect(made).toBe(1);
  const next = checks.failing();
  answer(undefined);
  expect(await next).toEqual([]);
  expect(await checks.failing()).toEqual([silent]);
  expect(made).toBe(2);
});
