// Long work in steps: the same result at once and gently, and room for other things in between.
import { expect, test } from 'vitest';
import { atOnce, gently, type Steps } from '../src/common/steps.ts';

/** Work of so many steps that take a millisecond each. */
function* work(steps: number): Steps<number> {
  for (let step = 0; step < steps; step++) {
    for (const until = performance.now() + 1; performance.now() < until; );
    yield;
  }
  return steps;
}

test('work in steps gives its result at once or gently', async () => {
  expect(atOnce(work(3))).toBe(3);
  expect(await gently(work(3))).toBe(3);
});

test('other things go on while it is done gently', async () => {
  let turns = 0;
  const busy = { now: true };
  const other = () => {
    turns += 1;
    if (busy.now) setImmediate(other);
  };
  setImmediate(other);
  await gently(work(60));
  busy.now = false;
  // Slices of five milliseconds: about twelve; a slow machine makes more of them.
  expect(turns).toBeGreaterThanOrEqual(8);
});

test('what it throws is thrown', async () => {
  function* broken(): Steps<number> {
    yield;
    throw new Error('broken');
  }
  expect(() => atOnce(broken())).toThrow('broken');
  await expect(gently(broken())).rejects.toThrow('broken');
});
