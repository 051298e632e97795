// How old an interaction is, by a clock that may be wrong.
import { SnowflakeUtil } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { openAges } from '../../src/discord/connection/ages.ts';

const noon = Date.UTC(2026, 0, 5, 12);
const second = 1_000;
const minute = 60_000;
const lateMs = 2_500;

/** Discord's clock stands at noon when ours shows `ours`; what began `agoMs` before `at` (since noon) is seen at `at`. */
function agesWith(ours: number) {
  let at = 0;
  let doubts = 0;
  const ages = openAges({ now: () => ours + at, lateMs, doubted: () => (doubts += 1) });
  const age = (seenAt: number, agoMs: number): number => {
    at = seenAt;
    return ages.of(SnowflakeUtil.generate({ timestamp: noon + seenAt - agoMs }).toString());
  };
  /** Ages of what comes once a second, from one second to another. */
  const row = (from: number, to: number, agoMs: number): number[] =>
    Array.from({ length: to - from }, (_, n) => age((from + n) * second, agoMs));
  return { age, row, doubts: () => doubts };
}

const isLate = (age: number): boolean => age > lateMs;

describe.each([
  ['is right', noon],
  ['is a minute slow', noon - minute],
  ['is a minute fast', noon + minute],
  ['began when the process did', 0],
])('where our clock %s', (_, ours) => {
  test('what comes at once is new, and what comes late is as late as it is', () => {
    const { age, doubts } = agesWith(ours);
    expect(age(0, 100)).toBe(0);
    expect(age(1_000, 100)).toBe(0);
    expect(age(5_000, 3_100)).toBe(3_000);
    expect(age(6_000, 60)).toBe(0);
    expect(age(7_000, 140)).toBe(40);
    expect(doubts()).toBe(0);
  });

  test('the first may be late without anybody knowing, and the next ones show it', () => {
    const { age } = agesWith(ours);
    expect(age(0, 4_000)).toBe(0);
    expect(age(10, 4_000)).toBe(0);
    expect(age(2_000, 100)).toBe(0);
    expect(age(4_000, 100)).toBe(0);
    expect(age(6_000, 4_000)).toBe(3_900);
  });

  test('a difference is remembered for some minutes and not for ever', () => {
    const { age } = agesWith(ours);
    age(0, 0);
    age(1_000, 0);
    expect(age(4 * minute, 3_000)).toBe(3_000);
    expect(age(8 * minute, 3_000)).toBe(3_000);
    expect(age(30 * minute, 3_000)).toBe(0);
  });

  test.each([1, 2, 5, 30, 200])(
    'one id from ahead of time, after %d others, makes nothing late',
    (others) => {
      const { age, row } = agesWith(ours);
      row(0, others, 50);
      const at = others * second;
      expect(age(at, -4_000)).toBe(0);
      for (const later of [1, 60, 290, 320, 590, 620])
        expect(isLate(age(at + later * second, 50)), `${later} s after it`).toBe(false);
      expect(isLate(age(at + 621 * second, 4_000))).toBe(true);
    },
  );

  test('a machine of Discord’s whose clock is ahead, from which every eighth comes, makes nothing late', () => {
    const { age } = agesWith(ours);
    const ages = Array.from({ length: 400 }, (_, n) => age(n * 500, n % 8 === 3 ? -minute : 50));
    expect(ages.filter(isLate)).toEqual([]);
  });

  test('of two hundred that a stall brings at once all are late, and what comes after it is not', () => {
    const { age, row, doubts } = agesWith(ours);
    row(0, 20, 50);
    const stalled = Array.from({ length: 200 }, (_, n) => age(24_000 + n * 4, 4_000));
    expect(stalled.every(isLate)).toBe(true);
    expect(row(26, 40, 50).some(isLate)).toBe(false);
    expect(doubts()).toBe(0);
  });

  test('where nearly all are late, none is, and that is told once', () => {
    const { row, doubts } = agesWith(ours);
    row(0, 10, 50);
    const late = row(10, 100, 4_000);
    expect(late.slice(0, 30).every(isLate)).toBe(true);
    expect(late.slice(50).some(isLate)).toBe(false);
    expect(doubts()).toBe(1);
    // It passes: what is late then is late again.
    row(100, 150, 50);
    expect(row(150, 151, 4_000).every(isLate)).toBe(true);
  });
});

test.each([
  ['forward', minute],
  ['back', -minute],
])('where Discord’s clock is put %s by a minute, nothing is late soon after', (_, by) => {
  const { row } = agesWith(noon);
  row(0, 60, 50);
  row(60, 110, 50 - by);
  expect(row(110, 170, 50 - by).some(isLate)).toBe(false);
});
