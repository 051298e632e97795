// How many logins are left today, as Discord says, and the wait for tomorrow's.
import { expect, test } from 'vitest';
import { gatewaySchema, openLogins } from '../../../src/discord/shards/logins.ts';
import { stopClock } from '../../stopped-clock.ts';
import { keptLog } from '../bot.ts';

const gateway = (remaining: number) => ({
  shards: 4,
  session_start_limit: { remaining, total: 1_000, reset_after: 60_000 },
});
const never = new AbortController().signal;

test('what Discord says is read: shards and logins, and nothing less', () => {
  expect(gatewaySchema.parse({ ...gateway(5), url: 'wss://x' })).toEqual(gateway(5));
  for (const lacking of [{ shards: 4 }, { ...gateway(5), shards: '4' }, { session_start_limit: {} }])
    expect(gatewaySchema.safeParse(lacking).success).toBe(false);
});

test.each([
  ['enough are left', async () => gateway(100)],
  ['Discord does not tell', () => Promise.reject(new Error('away'))],
])('where %s nobody waits', async (_, asked) => {
  const { log, entries } = keptLog();
  stopClock();
  await openLogins(asked, log)(2, never);
  expect(entries).toEqual([]);
});

test('where they are nearly used up, shards wait for the next day, and that is told', async () => {
  const clock = stopClock();
  const { log, entries } = keptLog();
  let mayLogIn = false;
  void openLogins(async () => gateway(51), log)(2, never).then(() => {
    mayLogIn = true;
  });
  await clock.passes(59_999);
  expect(mayLogIn).toBe(false);
  expect(entries).toMatchObject([
    {
      level: 'error',
      message: 'the logins of today are nearly used up: shards wait for the next',
      values: { remaining: 51, total: 1_000, resetMs: 60_000, shards: 2, waitMs: 60_000 },
    },
  ]);
  await clock.passes(1);
  expect(mayLogIn).toBe(true);
});

test('who is to stop waits no longer', async () => {
  stopClock();
  const stopping = new AbortController();
  const waits = openLogins(async () => gateway(0), keptLog().log)(1, stopping.signal);
  await Promise.resolve();
  stopping.abort();
  await waits;
});
