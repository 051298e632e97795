// What each lately took of something that all share, and who comes next by it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Lines } from '../src/common/lines.ts';
import { Shares } from '../src/common/shares.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => vi.useRealTimers());

const inOrder = (lines: Lines<string>): string[] => {
  const found: string[] = [];
  for (let next = lines.shift(); next !== undefined; next = lines.shift()) found.push(next);
  return found;
};

test.for([
  { passed: 0, first: 'b' },
  { passed: 9_000, first: 'b' },
  { passed: 11_000, first: 'a' },
  { passed: 10 * 60_000, first: 'a' },
])(
  'what was taken counts half after ten seconds: $passed ms later, $first comes first',
  ({ passed, first }) => {
    const shares = new Shares();
    const lines = new Lines<string>(shares);
    shares.add('a', 100);
    vi.advanceTimersByTime(passed);
    shares.add('b', 50);
    lines.push('a', 'a');
    lines.push('b', 'b');
    expect(lines.shift()).toBe(first);
  },
);

test('who took nothing for long counts as nobody, and what all took stays in its order over a day', () => {
  const shares = new Shares();
  for (let hour = 0; hour < 24; hour += 1) {
    shares.add('much', 20);
    shares.add('little', 10);
    shares.add(`once ${hour}`, 1_000);
    vi.advanceTimersByTime(3_600_000);
  }
  shares.add('much', 20);
  shares.add('little', 10);
  expect(shares.of('once 0')).toBe(0);
  expect(shares.of('little')).toBeGreaterThan(0);
  expect(shares.of('much') / shares.of('little')).toBeCloseTo(2);
});

test.for([3, 24, 24 * 365])('after %i hours in which nobody took anything it goes on as before', (hours) => {
  const shares = new Shares();
  shares.add('before', 1_000);
  vi.advanceTimersByTime(hours * 3_600_000);
  shares.add('much', 20);
  shares.add('little', 10);
  expect(shares.of('before')).toBe(0);
  expect(shares.of('much') / shares.of('little')).toBeCloseTo(2);
  const lines = new Lines<string>(shares);
  for (const name of ['much', 'little', 'nothing']) lines.push(name, name);
  expect(inOrder(lines)).toEqual(['nothing', 'little', 'much']);
});

test('lines that took the same take turns, and those that took more wait until these are done', () => {
  const shares = new Shares();
  const lines = new Lines<string>(shares);
  shares.add('c', 1);
  for (const name of ['c', 'a', 'b']) for (const at of [1, 2]) lines.push(name, `${name}${at}`);
  expect(inOrder(lines)).toEqual(['a1', 'b1', 'a2', 'b2', 'c1', 'c2']);
});
