// Checks: in order, one line each, once at a time, and never waited for too long.
import { expect, test } from 'vitest';
import { openChecks } from '../../src/health/checks.ts';
import { stopClock } from '../stopped-clock.ts';

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
  const clock = stopClock();
  const checks = openChecks([{ check, silent }]);
  const toldAfter = async (milliseconds: number) => {
    let told: unknown;
    void checks.failing().then((lines) => {
      told = lines;
    });
    await clock.passes(milliseconds);
    return told;
  };
  expect(await toldAfter(1_999)).toBeUndefined();
  expect(await toldAfter(2_000)).toEqual([silent]);
  expect(made).toBe(1);
  const next = checks.failing();
  answer(undefined);
  expect(await next).toEqual([]);
  await clock.passes(1_000);
  for (let n = 0; n < 2; n += 1) expect(await toldAfter(2_000)).toEqual([silent]);
  expect(made).toBe(2);
});

test('what was found holds for a moment, however often somebody asks', async () => {
  const clock = stopClock();
  let made = 0;
  const check = (): undefined => {
    made += 1;
  };
  const checks = openChecks([{ check, silent }]);
  const madeAfter = async (milliseconds: number) => {
    await clock.passes(milliseconds);
    expect(await checks.failing()).toEqual([]);
    return made;
  };
  expect([await madeAfter(0), await madeAfter(0), await madeAfter(999), await madeAfter(1)]).toEqual([
    ...[1, 1, 1, 2],
  ]);
});
