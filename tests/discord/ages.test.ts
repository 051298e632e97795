// How old an interaction is, by a clock that may be wrong.
import { SnowflakeUtil } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { openAges } from '../../src/discord/ages.ts';

const noon = Date.UTC(2026, 0, 5, 12);
const minute = 60_000;

/** Discord's clock stands at noon when ours shows `ours`; what began `agoMs` before `at` (since noon) is seen at `at`. */
function agesWith(ours: number) {
  let at = 0;
  const ages = openAges(() => ours + at);
  return (seenAt: number, agoMs: number): number => {
    at = seenAt;
    return ages.of(SnowflakeUtil.generate({ timestamp: noon + seenAt - agoMs }).toString());
  };
}

describe.each([
  ['is right', noon],
  ['is a minute slow', noon - minute],
  ['is a minute fast', noon + minute],
  ['began when the process did', 0],
])('where our clock %s', (_, ours) => {
  test('what comes at once is new, and what comes late is as late as it is', () => {
    const age = agesWith(ours);
    expect(age(0, 100)).toBe(0);
    expect(age(1_000, 100)).toBe(0);
    expect(age(5_000, 3_100)).toBe(3_000);
    expect(age(6_000, 60)).toBe(0);
    expect(age(7_000, 100)).toBe(40);
  });

  test('the first may be late without anybody knowing, and the next shows it', () => {
    const age = agesWith(ours);
    expect(age(0, 4_000)).toBe(0);
    expect(age(10, 4_000)).toBe(0);
    expect(age(20, 100)).toBe(0);
    expect(age(30, 4_000)).toBe(3_900);
  });

  test('a difference is remembered for some minutes and not for ever', () => {
    const age = agesWith(ours);
    age(0, 0);
    expect(age(4 * minute, 3_000)).toBe(3_000);
    expect(age(8 * minute, 3_000)).toBe(3_000);
    expect(age(30 * minute, 3_000)).toBe(0);
  });
});

test('where Discord’s clock is put forward, nothing is old', () => {
  let at = 0;
  const ages = openAges(() => at);
  const age = (seen: number, timestamp: number) => {
    at = seen;
    return ages.of(SnowflakeUtil.generate({ timestamp }).toString());
  };
  expect(age(0, noon)).toBe(0);
  expect(age(1_000, noon + 61_000)).toBe(0);
  expect(age(2_000, noon + 62_000)).toBe(0);
});
