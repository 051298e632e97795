// What one person may not do too often, on both engines and in several processes.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { UserError } from '../../src/common/errors.ts';
import { openPace } from '../../src/discord/connection/pace.ts';
import { forgetOld, rethrow } from '../../src/keeping/retention.ts';
import { onBothEngines, opened, sharedStore } from '../store/engines.ts';

const noon = Date.UTC(2026, 0, 5, 12);

test('without a store it counts for itself: five times within a minute, then the seconds to wait', async () => {
  let at = noon;
  const pace = openPace({ now: () => at });
  for (let n = 0; n < 5; n++) {
    await pace.take('share', 'ann');
    at += 1_000;
  }
  await expect(pace.take('share', 'ann')).rejects.toMatchObject({
    told: { key: 'reading.tooFast', values: { count: 55 } },
  });
  await pace.take('picture', 'ann');
  await pace.take('share', 'bob');
  at += 55_000;
  await pace.take('share', 'ann');
});

onBothEngines((engine) => {
  const shared = sharedStore(engine);

  test('what was done in one process counts in another, and is free again a minute later', async () => {
    const { database, place } = await shared();
    let at = noon;
    const now = () => at;
    const who = randomUUID();
    const [here, there] = [
      openPace({ database, now }),
      openPace({ database: (await opened(place)).database, now }),
    ];
    for (let n = 0; n < 3; n++) await here.take('share', who);
    for (let n = 0; n < 2; n++) await there.take('share', who);
    for (const pace of [here, there, openPace({ database, now })]) {
      await expect(pace.take('share', who)).rejects.toBeInstanceOf(UserError);
    }
    await here.take('share', randomUUID());
    at += 60_000;
    await there.take('share', who);
  });

  test('of many presses at once in several processes no more are taken than may be', async () => {
    const { database, place } = await shared();
    const who = randomUUID();
    const others = await Promise.all([1, 2].map(async () => (await opened(place)).database));
    const paces = [database, ...others].map((each) => openPace({ database: each, now: () => noon }));
    const presses = Array.from({ length: 30 }, (_, n) => paces[n % 3]!.take('picture', who));
    const taken = (await Promise.allSettled(presses)).filter(({ status }) => status === 'fulfilled');
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.length).toBeLessThanOrEqual(10);
    const rows = await database.selectFrom('paces').where('who', '=', who).selectAll().execute();
    expect(rows.map(({ times }) => times.split(' ').length)).toEqual([taken.length]);
  });

  test('who did nothing for a minute is forgotten', async () => {
    const { database } = await shared();
    const [early, late] = [randomUUID(), randomUUID()];
    await openPace({ database, now: () => noon }).take('pack', early);
    await openPace({ database, now: () => noon + 59_000 }).take('pack', late);
    await forgetOld(database, noon + 61_000, { failed: rethrow });
    const rows = await database.selectFrom('paces').where('who', 'in', [early, late]).select('who').execute();
    expect(rows).toEqual([{ who: late }]);
  });
});
