// Long work in steps: the same result at once and gently, and room for other things in between.
import { expect, test, vi } from 'vitest';
import { atOnce, gently, type Steps } from '../src/common/steps.ts';
import { stopClock } from './stopped-clock.ts';

/** Work of so many steps that take a millisecond each, by a clock that is turned by hand. */
function* work(steps: number): Steps<number> {
  for (let step = 0; step < steps; step++) {
    vi.advanceTimersByTime(1);
    yield;
  }
  return steps;
}

test('work in steps gives its result at once or gently', async () => {
  stopClock();
  expect(atOnce(work(3))).toBe(3);
  expect(await gently(work(3))).toBe(3);
});

test('other things go on while it is done gently', async () => {
  stopClock();
  let turns = 0;
  const busy = { now: true };
  const other = () => {
    turns += 1;
    if (busy.now) setImmediate(other);
  };
  setImmediate(other);
  await gently(work(60));
  busy.now = false;
  // Behind each slice of three milliseconds, of which the last is the end.
  expect(turns).toBe(20);
});

test('what it throws is thrown', async () => {
  function* broken(): Steps<number> {
    yield;
    throw new Error('broken');
  }
  expect(() => atOnce(broken())).toThrow('broken');
  await expect(gently(broken())).rejects.toThrow('broken');
});
