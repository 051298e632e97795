// What the log hears of interactions that were not answered as they were meant to be: all of them, in few lines.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countUnanswered } from '../../src/discord/connection/unanswered.ts';
import { keptLog } from './bot.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counting() {
  const { log, entries } = keptLog();
  return { count: countUnanswered(log), told: () => entries.map(({ values }) => values['late']) };
}

test('the first is told at once, and those of a flood a while later, though no more come', () => {
  const { count, told } = counting();
  for (let n = 0; n < 500; n++) count('late');
  expect(told()).toEqual([1]);
  vi.advanceTimersByTime(9_999);
  expect(told()).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(told()).toEqual([1, 500]);
  vi.advanceTimersByTime(3_600_000);
  expect(told()).toEqual([1, 500]);
});

test('after a flood the next is told at once again', () => {
  const { count, told } = counting();
  count('late');
  vi.advanceTimersByTime(10_000);
  count('late');
  expect(told()).toEqual([1, 2]);
  count('late');
  vi.advanceTimersByTime(10_000);
  expect(told()).toEqual([1, 2, 3]);
});

test('a flood that lasts is a line every ten seconds', () => {
  const { count, told } = counting();
  for (let second = 0; second < 100; second++) {
    for (let n = 0; n < 50; n++) count('late');
    vi.advanceTimersByTime(1_000);
  }
  expect(told()).toHaveLength(11);
  expect(told().at(-1)).toBe(5_000);
});
