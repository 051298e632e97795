// What is kept while it is used is made once, and again where others have taken its room.
import { beforeEach, expect, test } from 'vitest';
import { Lately, lately, letGoOfAll, roomFor } from '../src/common/lately.ts';
import { atOnce, type Steps } from '../src/common/steps.ts';

beforeEach(letGoOfAll);

/** Counts how often it is made; each weighs so many characters. */
function counted(weight: number): { readonly made: Lately<{ readonly turn: number }>; times: () => number } {
  let turn = 0;
  const made = new Lately(
    function* (): Steps<{ turn: number }> {
      yield;
      turn += 1;
      return { turn };
    },
    () => weight,
  );
  return { made, times: () => turn };
}

test('it is made once, at once or in steps, and the same for all who ask', () => {
  const { made, times } = counted(10);
  expect(made.known()).toBeUndefined();
  const first = atOnce(made.steps());
  expect([made.get(), made.known(), atOnce(made.steps())]).toEqual([first, first, first]);
  expect(times()).toBe(1);
});

test('where somebody could not wait while it was made in steps, there is one of it', () => {
  const { made } = counted(10);
  const steps = made.steps();
  steps.next();
  const first = made.get();
  expect(atOnce(steps)).toBe(first);
});

test('what was let go of is made again', () => {
  const { made, times } = counted(10);
  made.get();
  letGoOfAll();
  expect(made.known()).toBeUndefined();
  expect([made.get().turn, times()]).toEqual([2, 2]);
});

test('where there is no more room the longest unused goes, however heavy the newest is', () => {
  const [one, two, three, giant] = [
    counted(0.4 * roomFor),
    counted(0.4 * roomFor),
    counted(0.4 * roomFor),
    counted(100 * roomFor),
  ];
  for (const { made } of [one, two, one, three]) made.get();
  expect([one, two, three].map(({ made }) => made.known() !== undefined)).toEqual([true, false, true]);
  giant.made.get();
  expect([one, two, three, giant].map(({ made }) => made.known() !== undefined)).toEqual([
    ...[false, false, false, true],
  ]);
});

test('something small is kept just so', () => {
  let times = 0;
  const list = lately(
    () => {
      times += 1;
      return ['name'];
    },
    ({ length }) => length,
  );
  expect([list(), list()]).toEqual([['name'], ['name']]);
  letGoOfAll();
  expect(list()).toEqual(['name']);
  expect(times).toBe(2);
});
