// What processes agree on by the store: who answers an interaction, and whose turn it is to log in.
import { expect, test, vi } from 'vitest';
import { openClaims } from '../../../src/discord/shards/claims.ts';
import { waitForTurn } from '../../../src/discord/shards/identifying.ts';
import { stopClock, until } from '../../stopped-clock.ts';
import { onBothEngines, opened, sharedStore } from '../../store/engines.ts';
import { keptLog } from '../bot.ts';

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const never = new AbortController().signal;

  test('of many that claim an interaction one answers it', async () => {
    const { database, place } = await shared();
    const { log } = keptLog();
    const claims = [database, (await opened(place)).database].map((each) => openClaims(each, log, 30_000));
    const ids = Array.from({ length: 20 }, (_, id) => `claimed-${id}`);
    const won = await Promise.all(ids.map((id) => Promise.all(claims.map((claim) => claim(id)))));
    expect(won.map((each) => each.filter(Boolean).length)).toEqual(ids.map(() => 1));
  });

  test('one shard of a group logs in within a window, the next behind it, and other groups beside it', async () => {
    const { database } = await shared();
    const clock = stopClock();
    const turns = { database, log: keptLog().log };
    const began: number[] = [];
    const { signal } = new AbortController();
    // Who waits by the clock listens for an end.
    const waits = vi.spyOn(signal, 'addEventListener').mock.calls;
    const login = async (group: number) => {
      await waitForTurn(turns, group, signal);
      began.push(group);
    };
    const all = Promise.all([login(0), login(0), login(1), login(0)]);
    await until(() => waits.length === 2 && began.length === 2);
    expect(began.toSorted()).toEqual([0, 1]);
    await clock.passes(5_499);
    expect([began.length, waits.length]).toEqual([2, 2]);
    await clock.passes(1);
    await until(() => waits.length === 3 && began.length === 3);
    await clock.passes(5_499);
    expect([began.length, waits.length]).toEqual([3, 3]);
    await clock.passes(1);
    await all;
    expect(began.slice(2)).toEqual([0, 0]);
  });

  test('who need not log in any more waits no longer', async () => {
    const { database } = await shared();
    const turns = { database, log: keptLog().log, windowMs: 60_000 };
    await waitForTurn(turns, 7, never);
    const stopping = new AbortController();
    const waits = waitForTurn(turns, 7, stopping.signal);
    stopping.abort();
    await expect(waits).rejects.toThrow();
  });
});

test('where the store does not tell, an interaction is answered', async () => {
  const { log, entries } = keptLog();
  const away = {
    insertInto: () => {
      throw new Error('the store is away');
    },
  };
  const claim = openClaims(away as never, log);
  expect([await claim('1'), await claim('2')]).toEqual([true, true]);
  expect(entries.map(({ message }) => message)).toEqual(['interactions are not claimed']);
});
