// The parts of what keeps several processes: who gets which shards, how long is waited, whose servers are whose.
import type { Client } from 'discord.js';
import { expect, test } from 'vitest';
import { watchHanging } from '../../../src/discord/shards/hanging.ts';
import { homeOf, isFirstHome, isHome } from '../../../src/discord/shards/home.ts';
import { openPatience, waitForLogins } from '../../../src/discord/shards/patience.ts';
import type { One } from '../../../src/discord/shards/processes.ts';
import { dealt } from '../../../src/discord/shards/run.ts';
import { newIdOnShard } from '../../double/ids.ts';
import { stopClock } from '../../stopped-clock.ts';
import { keptLog } from '../bot.ts';
import { oneOf, seatOf } from './ones.ts';

test.each<[number[], number, number[][]]>([
  [[0], 4, [[0]]],
  [[0, 1], 2, [[0], [1]]],
  [
    [0, 1, 2, 3, 4],
    2,
    [
      [0, 1],
      [2, 3, 4],
    ],
  ],
  [[4, 5, 6, 7], 3, [[4], [5], [6, 7]]],
  [[0, 1, 2], 1, [[0, 1, 2]]],
])('%j over %i processes', (ids, processes, groups) => {
  expect(dealt(ids, processes)).toEqual(groups);
});

test('one that dies at once is waited for longer each time, and one that lived for long hardly', () => {
  const patience = openPatience();
  const waits = Array.from({ length: 12 }, () => patience.after(1_000));
  expect(waits.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
  expect(waits.slice(-3)).toEqual([256_000, 300_000, 300_000]);
  expect(patience.after(599_999)).toBe(300_000);
  expect(patience.after(600_000)).toBe(500);
  expect(patience.after(0)).toBe(1_000);
});

test.each([
  [1, { remaining: 1_000, total: 1_000 }, 0],
  [16, { remaining: 66, total: 1_000 }, 0],
  [16, { remaining: 65, total: 1_000 }, 9],
  [1, { remaining: 0, total: 1_000 }, 9],
  [1, { remaining: 52, total: 1_001 }, 0],
  [1, { remaining: 51, total: 1_001 }, 9],
])('%i shards, with logins %j left', (shards, logins, wait) => {
  expect(waitForLogins(shards, { ...logins, resetMs: 9 })).toBe(wait);
});

const client = (shards: 'auto' | number[] | undefined, shardCount: number) =>
  ({ options: { shards, shardCount } }) as unknown as Client;

test('a server is at home where its shard is, and everything is where there is one process', () => {
  const ids = [0, 1, 2, 3].map((shard) => newIdOnShard(Date.now(), shard, 4));
  const homes = (shards: number[]) => ids.map((id) => isHome(id, client(shards, 4)));
  expect(homes([0, 1])).toEqual([true, true, false, false]);
  expect(homes([2, 3])).toEqual([false, false, true, true]);
  expect(homes([0, 1, 2, 3])).toEqual([true, true, true, true]);
  expect(homeOf(client([0], 1))).toBeUndefined();
  expect(homeOf(client('auto', 1))).toBeUndefined();
  expect(homeOf(client(undefined, 4))).toBeUndefined();
  expect(homeOf({ options: { intents: 0 as never, shards: [0] } })).toBeUndefined();
  expect(homeOf(client([1, 3], 4))).toEqual({ shards: [1, 3], count: 4 });
  expect(isHome(ids[3]!, client('auto', 1))).toBe(true);
  expect(isFirstHome(client('auto', 1))).toBe(true);
  expect(
    [
      [0, 1],
      [2, 3],
    ].map((shards) => isFirstHome(client(shards, 4))),
  ).toEqual([true, false]);
});

test('a process that says nothing three times in a row is ended; one that says something in between is not', async () => {
  const clock = stopClock();
  const { log, entries } = keptLog();
  const [hanging, slow, starting] = [oneOf([0, 1]), oneOf([2]), oneOf([3])];
  starting.isReady = false;
  const asked: string[] = [];
  let looks = 0;
  const isAlive = async (one: One): Promise<boolean> => {
    asked.push(one.shards.join());
    looks += one === slow ? 1 : 0;
    return one === slow && looks === 3;
  };
  const seats = [hanging, undefined, slow, starting].map((one) => seatOf(one));
  const watching = watchHanging({ seats: () => seats, isAlive, log });
  await clock.passes(59_999);
  expect(asked).toEqual(['0,1', '2', '0,1', '2']);
  await clock.passes(1);
  expect([hanging.killed, slow.killed]).toEqual([['SIGKILL'], []]);
  expect(entries).toEqual([
    { level: 'error', message: 'a process hangs, and is ended', values: { process: '0-1' } },
  ]);
  // The third time it had said something.
  await clock.passes(40_000);
  expect(slow.killed).toEqual([]);
  await clock.passes(20_000);
  expect(slow.killed).toEqual(['SIGKILL']);
  watching.end();
  const before = asked.length;
  await clock.passes(60_000);
  expect(asked).toHaveLength(before);
});

test('a process that ends while it is asked is not ended again', async () => {
  const clock = stopClock();
  const { log, entries } = keptLog();
  const one = oneOf([0]);
  let looks = 0;
  const isAlive = async (): Promise<boolean> => {
    looks += 1;
    if (looks === 3) one.isReady = false;
    return false;
  };
  const watching = watchHanging({ seats: () => [seatOf(one)], isAlive, log, everyMs: 10 });
  await clock.passes(100);
  watching.end();
  expect([looks, one.killed, entries]).toEqual([3, [], []]);
});

test('to look after processes keeps none running', () => {
  const waiting = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = waiting();
  const parts = { seats: () => [], isAlive: async () => true, log: keptLog().log };
  const watching = watchHanging(parts);
  expect(waiting()).toBe(before);
  watching.end();
});
