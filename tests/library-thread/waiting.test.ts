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

/** Keeps the thread busy for so long by its own clock, not by that of the wall. */
function works(ms: number): void {
  const { user, system } = process.threadCpuUsage();
  for (;;) {
    const now = process.threadCpuUsage();
    if (now.user + now.system - user - system > ms * 1000) return;
  }
}

test('who lately took less of the thread goes before who took more, however many of those there are', () => {
  const waiting = new Waiting();
  for (const line of [1, 2, 3]) {
    waiting.worksFor(`server ${line}`);
    works(10 * line);
  }
  waiting.worksFor(undefined);
  for (const number of [3, 2, 1]) waiting.push(call(number, number), false);
  waiting.push(call(4, 4), false);
  waiting.push(call(3, 5), false);
  expect(all(waiting)).toEqual([4, 1, 2, 3, 5]);
});

test('what is read of a library is on nobody’s account, and waiting takes nothing', () => {
  const waiting = new Waiting();
  waiting.worksFor('server 1');
  works(5);
  waiting.worksFor(undefined);
  works(40);
  waiting.worksFor('server 2');
  works(15);
  waiting.worksFor(undefined);
  for (const number of [2, 1]) waiting.push(call(number, number), false);
  expect(all(waiting)).toEqual([1, 2]);
});
