// The parts of what keeps several processes: who gets which shards, how long is waited, whose servers are whose.
import type { Client } from 'discord.js';
import { expect, test } from 'vitest';
import { watchHanging } from '../../../src/discord/shards/hanging.ts';
import { homeOf, isFirstHome, isHome } from '../../../src/discord/shards/home.ts';
import { openPatience, waitForLogins } from '../../../src/discord/shards/patience.ts';
import type { One, Seat } from '../../../src/discord/shards/processes.ts';
import { dealt } from '../../../src/discord/shards/run.ts';
import { newIdOnShard } from '../../double/ids.ts';
import { keptLog } from '../bot.ts';

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
  expect(waits.at(-1)).toBe(300_000);
  expect(patience.after(3_600_000)).toBe(500);
});

test.each([
  [1, { remaining: 1_000, total: 1_000 }, 0],
  [16, { remaining: 66, total: 1_000 }, 0],
  [16, { remaining: 65, total: 1_000 }, 9],
  [1, { remaining: 0, total: 1_000 }, 9],
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
  expect(
    [
      [0, 1],
      [2, 3],
    ].map((shards) => isFirstHome(client(shards, 4))),
  ).toEqual([true, false]);
});

test('a process that says nothing three times is ended; one that says something in between is not', async () => {
  const killed: string[] = [];
  const one = (name: number): One =>
    ({
      shards: [name],
      isReady: true,
      kill: (signal: string) => killed.push(`${name} ${signal}`),
    }) as unknown as One;
  const [hanging, slow] = [one(0), one(1)];
  let asked = 0;
  const isAlive = async (each: One) => each === slow && ++asked % 3 === 0;
  const { log, entries } = keptLog();
  const seats = [hanging, slow].map((each) => ({ one: each })) as unknown as Seat[];
  const watching = watchHanging({ seats: () => seats, isAlive, log, everyMs: 1 });
  await expect.poll(() => asked).toBeGreaterThan(12);
  watching.end();
  expect(killed).toContain('0 SIGKILL');
  expect(killed.filter((each) => each.startsWith('1'))).toEqual([]);
  expect(entries[0]).toMatchObject({ message: 'a process hangs, and is ended', values: { process: '0' } });
});
