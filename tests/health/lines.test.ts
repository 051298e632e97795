// One line for what does not stand well, of many shards as of one.
import { expect, test } from 'vitest';
import { openChecks } from '../../src/health/checks.ts';
import { healthChecks, readinessChecks, type Standing } from '../../src/health/lines.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import type { Trouble } from '../../src/store/engines/failures.ts';

const shards = (count: number, ...down: number[]) =>
  Array.from({ length: count }, (_, shard) => ({ shard, up: !down.includes(shard) }));

async function told(standing: Standing, trouble?: Trouble): Promise<string[]> {
  const checks = openChecks(
    healthChecks(
      () => standing,
      async () => trouble,
    ),
  );
  return (await checks.failing()).map(({ key, values }) => inEnglish(key, values));
}

test.each([
  [shards(1), []],
  [shards(40), []],
  [shards(1, 0), [expect.stringMatching(/^gateway: the shard 0 of 1 is not connected; /u)]],
  [shards(20, 7), [expect.stringMatching(/^gateway: the shard 7 of 20 is not connected; /u)]],
  [shards(20, 1, 4, 7), [expect.stringMatching(/^gateway: 3 of 20 shards are not connected \(1, 4, 7\); /u)]],
  [[], [expect.stringMatching(/^gateway: the bot is not connected to Discord yet$/u)]],
])('the gateway, with shards %j', async (given, lines) => {
  expect(await told({ shards: given })).toEqual(lines);
});

test('a shard that is lost is told of all there are, not of those of its process', async () => {
  const own = [4, 5, 6, 7].map((shard) => ({ shard, up: shard !== 6 }));
  const [line] = await told({ shards: own, total: 16 });
  expect(line).toMatch(/^gateway: the shard 6 of 16 is not connected; /u);
});

test('of very many shards some are named and all are counted', async () => {
  const [line] = await told({ shards: shards(100, ...Array.from({ length: 60 }, (_, n) => n)) });
  expect(line).toContain('60 of 100 shards are not connected (0, 1, 2,');
  expect(line).toContain('19, …)');
});

test.each([
  ['full', 'the disk is full'],
  ['lost', 'its file was deleted or replaced'],
  ['read-only', 'it may only be read'],
  ['other', 'nothing can be saved (E1)'],
] as const)('the store, where it is %s', async (kind, words) => {
  expect(await told({ shards: shards(1) }, { kind, code: 'E1' })).toEqual([expect.stringContaining(words)]);
});

test('before there is a store that is told', async () => {
  const checks = openChecks(
    healthChecks(
      () => ({ shards: shards(1) }),
      () => undefined,
    ),
  );
  expect(await checks.failing()).toEqual([{ key: 'health.store.none' }]);
});

const ready = { ready: true, read: true, commands: true };

test.each([
  [ready, []],
  // What was ready stays so while its connection is lost.
  [{ ...ready, shards: shards(1, 0) }, []],
  [{ ...ready, stopping: true }, ['health.gateway.stopping']],
  [{ ...ready, ready: false }, ['health.gateway.never']],
  [{ ...ready, read: false }, ['health.corpus.unread']],
  [{ ...ready, commands: false }, ['health.commands.none']],
  [{}, ['health.gateway.never', 'health.corpus.unread', 'health.commands.none']],
])('readiness of %j', async (standing, keys) => {
  const failing = await openChecks(readinessChecks(() => standing)).failing();
  expect(failing.map(({ key }) => key)).toEqual(keys);
});
