// How long a claim or a turn is waited for, where the store is there, where it is away, and where it hangs.
import { expect, test, vi } from 'vitest';
import { openClaims } from '../../../src/discord/shards/claims.ts';
import { identifyByTurns, waitForTurn } from '../../../src/discord/shards/identifying.ts';
import { isFirst } from '../../../src/store/paces.ts';
import type { Database } from '../../../src/store/tables.ts';
import { stopClock, until } from '../../stopped-clock.ts';
import { sharedStore } from '../../store/engines.ts';
import { keptLog } from '../bot.ts';

const shared = sharedStore('sqlite');
const never = new AbortController().signal;

/** A store that is away, as far as it is asked here. */
const away = {
  insertInto: () => {
    throw new Error('the store is away');
  },
  selectFrom: () => {
    throw new Error('the store is away');
  },
} as unknown as Database;

/** A store that takes what it is asked and never answers. */
const hanging = {
  insertInto: () => ({
    values: () => ({
      onConflict: () => ({ returning: () => ({ executeTakeFirst: () => new Promise(() => {}) }) }),
    }),
  }),
} as unknown as Database;

/** Whether something has ended, as far as the clock has gone. */
function watched<T>(work: Promise<T>): { ended: () => T | undefined } {
  let end: T | undefined;
  work.then(
    (value) => {
      end = value;
    },
    () => undefined,
  );
  return { ended: () => end };
}

test('who claims an interaction first answers it, and it stands in the store as that', async () => {
  const { database } = await shared();
  const { log } = keptLog();
  const [one, other] = [openClaims(database, log), openClaims(database, log)];
  expect([await one('7'), await other('7'), await one('7'), await other('8')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(await isFirst(database, 'interaction', '7', Date.now())).toBe(false);
});

test('a store that hangs keeps an interaction waiting for 1.2 s, then it is answered', async () => {
  const clock = stopClock();
  const { ended } = watched(openClaims(hanging, keptLog().log)('1'));
  await clock.passes(1_199);
  expect(ended()).toBeUndefined();
  await clock.passes(1);
  expect(ended()).toBe(true);
});

test('that a store is away is told once, and again when it was there for ten seconds in between', async () => {
  const clock = stopClock();
  const { log, entries } = keptLog();
  const claim = openClaims(away, log);
  const after = async (milliseconds: number): Promise<number> => {
    await clock.passes(milliseconds);
    expect(await claim('1')).toBe(true);
    return entries.length;
  };
  expect(await after(0)).toBe(1);
  expect([await after(9_999), await after(9_999), await after(10_000)]).toEqual([1, 1, 2]);
  expect(entries[0]).toMatchObject({
    level: 'warn',
    message: 'interactions are not claimed',
    values: { id: expect.stringMatching(/^[0-9a-f]{8}$/u), err: { message: 'the store is away' } },
  });
});

/** Waits until something waits for the clock alone. */
async function waits(): Promise<void> {
  await until(() => vi.getTimerCount() === 1);
}

test('the second of a group logs in when its window of 5.5 s is over, not before', async () => {
  const { database } = await shared();
  const clock = stopClock();
  const { log, entries } = keptLog();
  await waitForTurn({ database, log }, 1, never);
  await clock.passes(1_000);
  const second = waitForTurn({ database, log }, 1, never);
  const { ended } = watched(second.then(() => true));
  await waits();
  await clock.passes(4_499);
  expect(ended()).toBeUndefined();
  expect(vi.getTimerCount()).toBe(1);
  await clock.passes(1);
  await second;
  expect(entries).toEqual([]);
});

test('a turn that is free at this moment is looked for again after ten milliseconds', async () => {
  const { database } = await shared();
  const clock = stopClock();
  const { log } = keptLog();
  await waitForTurn({ database, log, windowMs: 3 }, 2, never);
  const second = waitForTurn({ database, log, windowMs: 3 }, 2, never);
  const { ended } = watched(second.then(() => true));
  await waits();
  await clock.passes(9);
  expect([ended(), vi.getTimerCount()]).toEqual([undefined, 1]);
  await clock.passes(1);
  await second;
});

test('where the turn cannot be noted, a window is waited for, and told', async () => {
  const clock = stopClock();
  const { log, entries } = keptLog();
  const { ended } = watched(waitForTurn({ database: away, log }, 0, never).then(() => true));
  await clock.passes(5_499);
  expect(ended()).toBeUndefined();
  expect(entries).toMatchObject([
    {
      level: 'warn',
      message: 'the turn of a login could not be noted',
      values: { id: expect.any(String), err: {} },
    },
  ]);
  await clock.passes(1);
  expect(ended()).toBe(true);
});

test.each([
  ['while a turn is waited for', 3],
  ['while the store is away', undefined],
])('who need not log in any more is let go, %s', async (_, group) => {
  const { database } = await shared();
  stopClock();
  const turns = { database: group === undefined ? away : database, log: keptLog().log };
  if (group !== undefined) await waitForTurn(turns, group, never);
  const stopping = new AbortController();
  const ended = expect(waitForTurn(turns, group ?? 0, stopping.signal)).rejects.toThrow(/abort/u);
  await waits();
  stopping.abort();
  await ended;
  expect(vi.getTimerCount()).toBe(0);
});

test('who need not log in at all takes no turn from others', async () => {
  const { database } = await shared();
  const turns = { database, log: keptLog().log };
  await expect(waitForTurn(turns, 4, AbortSignal.abort(new Error('no more')))).rejects.toThrow('no more');
  await waitForTurn(turns, 4, never);
});

test('a shard waits for the turn of its group, of as many as Discord lets log in at once', async () => {
  const { database } = await shared();
  const { log } = keptLog();
  const limit = { session_start_limit: { max_concurrency: 16 } };
  const manager = { fetchGatewayInformation: async () => limit };
  const { waitForIdentify } = await identifyByTurns({ database, log })(manager as never);
  for (const shard of [40, 25]) await waitForIdentify(shard, never);
  const rows = await database
    .selectFrom('paces')
    .where('what', '=', 'identify')
    .where('who', 'in', ['8', '9', '25', '40', '640'])
    .select('who')
    .orderBy('who')
    .execute();
  expect(rows.map(({ who }) => who)).toEqual(['8', '9']);
});
