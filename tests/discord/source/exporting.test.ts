// Exports are paced, and made one at a time.
import { expect, test } from 'vitest';
import { exporting } from '../../../src/discord/connection/turn-rules.ts';
import { openTurns } from '../../../src/discord/connection/turns.ts';
import { seenBy } from '../reading.ts';
import { stageOn } from './stage.ts';

test('exports are made one after the other, and who asks while theirs is made is told', async () => {
  const turns = openTurns(exporting);
  const first = Promise.withResolvers<void>();
  let going = 0;
  const take = (line: string, who: string) =>
    turns.take({ line, who }, async () => {
      going += 1;
      expect(going).toBe(1);
      await first.promise;
      going -= 1;
    });
  const all = [take('one', 'mia'), take('one', 'max'), take('two', 'zoe')];
  await expect(take('one', 'mia')).rejects.toThrow();
  first.resolve();
  await Promise.all(all);
});

test('more than three exports a minute are too quick, also those of other processes', async () => {
  const { mia, max, store } = await stageOn('sqlite');
  // By a clock that is a little ahead, so that a busy machine has the time to look.
  const at = Date.now() + 50_000;
  const counted = {
    what: 'export',
    who: mia.person.id,
    times: `${at} ${at} ${at}`,
    counted_at: at,
    version: 1,
  };
  await store().database.insertInto('paces').values(counted).execute();
  expect(seenBy((await mia.runs('/our-sources export')).text)).toMatch(/^That was a little quick/);
  expect((await max.runs('/our-sources export')).files).toHaveLength(1);
});
