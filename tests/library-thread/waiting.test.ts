// Whose call comes next in the library's thread.
import { expect, test } from 'vitest';
import type { Call } from '../../src/library-thread/messages.ts';
import { Waiting } from '../../src/library-thread/waiting.ts';

const call = (line: number, number: number): Call => ({
  ...{ kind: 'call', call: number, library: 1, line: `server ${line}`, method: 'cite', given: [] },
});

const all = (waiting: Waiting): number[] => {
  const found: number[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) found.push(next.call);
  return found;
};

test('servers take turns on one library, each in the order in which it was asked', () => {
  const waiting = new Waiting();
  for (const number of [1, 2, 3, 4]) waiting.push(call(1, number), false);
  waiting.push(call(2, 5), false);
  waiting.push(call(3, 6), false);
  waiting.push(call(2, 7), false);
  expect(all(waiting)).toEqual([1, 5, 6, 2, 7, 3, 4]);
  expect(waiting.shift()).toBeUndefined();
});

test('what is typed goes before all else, whosoever it is', () => {
  const waiting = new Waiting();
  waiting.push(call(1, 1), false);
  waiting.push(call(1, 2), true);
  waiting.push(call(2, 3), true);
  waiting.push(call(1, 4), true);
  expect(all(waiting)).toEqual([2, 3, 4, 1]);
});

test('a server that has had its turn waits for the others, also where it asks again', () => {
  const waiting = new Waiting();
  waiting.push(call(1, 1), false);
  waiting.push(call(1, 2), false);
  waiting.push(call(2, 3), false);
  expect(waiting.shift()?.call).toBe(1);
  waiting.push(call(1, 4), false);
  expect(all(waiting)).toEqual([3, 2, 4]);
});
