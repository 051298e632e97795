// What moderators correct of who is who: made, undone, listed, limited, told to other processes, exported and erased.
import { expect, test } from 'vitest';
import type { Correction } from '../../src/corpus/correction.ts';
import {
  currentCorrections,
  listCorrections,
  makeCorrection,
  undoCorrection,
} from '../../src/sources/corrections.ts';
import { exportFile } from '../../src/sources/export.ts';
import { changesSince } from '../../src/sources/feed.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import { changesBy, eraseChanger } from '../../src/sources/privacy.ts';
import { auditOf } from '../../src/sources/read.ts';
import { guildLeft, purgeLeft } from '../../src/sources/retention.ts';
import type { Database } from '../../src/store/tables.ts';
import { newPlace, onBothEngines, opened } from '../store/engines.ts';
import { minute, moderator, newGuild, noon } from './world.ts';

const same: Correction = { kind: 'same', name: 'Mr. Holm', other: 'Ida Holm' };
const office: Correction = { kind: 'office', name: 'Ida Holm', other: 'mayor of Bergen' };

async function made(database: Database, guild: string, correction = same, at = noon): Promise<number> {
  const result = await makeCorrection(database, moderator(guild, 'mia', at), correction, defaultLimits);
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.made : 0;
}

onBothEngines((engine) => {
  test('a correction holds until it is undone; both are in the log and told to every process', async () => {
    const { database } = await opened(await newPlace(engine));
    const guild = newGuild();
    const first = await made(database, guild);
    await made(database, guild, office, noon + minute);
    expect(await currentCorrections(database, guild)).toMatchObject([
      { ...same, made: first, by: 'mia', at: noon, undone: undefined },
      office,
    ]);
    const { revision } = await changesSince(database, 0);
    const max = moderator(guild, 'max', noon + 2 * minute);
    const undone = await undoCorrection(database, max, first);
    expect(undone).toMatchObject({ ok: true, correction: same });
    expect((await changesSince(database, revision)).guilds).toMatchObject([{ guild }]);
    expect(await currentCorrections(database, guild)).toMatchObject([office]);
    expect(await listCorrections(database, guild, { from: 0, most: 10 })).toMatchObject({
      of: 2,
      shown: [office, { ...same, undone: { by: 'max', at: noon + 2 * minute } }],
    });
    expect(await listCorrections(database, guild, { from: 1, most: 10 })).toMatchObject({
      of: 2,
      shown: [same],
    });
    expect(await auditOf(database, guild)).toMatchObject([
      { action: 'names-undo', by: 'max', before: { ...same, made: first }, after: same },
      { action: 'names', by: 'mia', after: office },
      { action: 'names', by: 'mia', before: undefined, after: same },
    ]);
    expect(await undoCorrection(database, moderator(guild), first)).toEqual({
      ...{ ok: false, reason: 'undone', by: 'max', at: noon + 2 * minute },
    });
    expect(await undoCorrection(database, moderator(newGuild()), first)).toEqual({
      ...{ ok: false, reason: 'not-found' },
    });
  });

  test('of two who undo at once one is told that the other was quicker, and two make one correction once', async () => {
    const { database } = await opened(await newPlace(engine));
    const guild = newGuild();
    const both = await Promise.all([
      makeCorrection(database, moderator(guild), same, defaultLimits),
      makeCorrection(database, moderator(guild, 'max'), { ...same, name: 'mr. HOLM' }, defaultLimits),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const [{ made: number = 0 } = {}] = await currentCorrections(database, guild);
    const undone = await Promise.all(
      ['mia', 'max'].map((by) => undoCorrection(database, moderator(guild, by), number)),
    );
    expect(undone.map((each) => (each.ok ? 'ok' : each.reason)).sort()).toEqual(['ok', 'undone']);
    // What was undone may be made anew.
    await made(database, guild);
  });

  test('what is no name, too many and too often is refused, and undoing never is', async () => {
    const { database } = await opened(await newPlace(engine));
    const guild = newGuild();
    for (const name of ['', ' \n', '…', 'x'.repeat(101), '\u0000'])
      expect(await makeCorrection(database, moderator(guild), { ...same, name }, defaultLimits)).toEqual({
        ...{ ok: false, reason: 'unfit-name' },
      });
    const few = { corrections: 2, hourly: 3 };
    const make = (name: string, at = noon) =>
      makeCorrection(database, moderator(guild, 'mia', at), { ...same, name }, few);
    const [first] = [await make('A'), await make('B')];
    expect(await make('C')).toEqual({
      ...{ ok: false, reason: 'limit', limit: 'corrections', most: 2, would: 3 },
    });
    await undoCorrection(database, moderator(guild), first.ok ? first.made : 0);
    expect(await make('C')).toMatchObject({ ok: true });
    const [, second] = await currentCorrections(database, guild);
    await undoCorrection(database, moderator(guild), second?.made ?? 0);
    expect(await make('D')).toMatchObject({ ok: false, limit: 'hourly', freeAt: noon + 60 * minute });
    expect(await make('D', noon + 60 * minute)).toMatchObject({ ok: true });
    expect(await listCorrections(database, guild, { from: 0, most: 9 })).toMatchObject({
      shown: [{ name: 'D' }, { name: 'C' }, { name: 'B' }, { name: 'A' }],
    });
  });

  test('they are exported; a member’s name is erased from them, and all go with the server', async () => {
    const { database } = await opened(await newPlace(engine));
    const guild = newGuild();
    const number = await made(database, guild);
    await made(database, guild, office);
    await undoCorrection(database, moderator(guild), number);
    const { data } = await exportFile(database, guild, 1_000_000);
    expect(JSON.parse(Buffer.from(data).toString())).toMatchObject({
      corrections: [
        { ...same, made: number, by: 'mia', undone: { by: 'mia', at: noon } },
        { ...office, by: 'mia' },
      ],
      audit: [{ action: 'names' }, { action: 'names' }, { action: 'names-undo' }],
    });
    expect(await changesBy(database, guild, 'mia')).toHaveLength(3);
    await eraseChanger(database, { guild, member: 'mia', tombstone: 'erased-1' });
    expect(await listCorrections(database, guild, { from: 0, most: 9 })).toMatchObject({
      shown: [{ by: 'erased-1' }, { by: 'erased-1', undone: { by: 'erased-1' } }],
    });
    await guildLeft(database, guild, noon);
    expect(await purgeLeft(database, noon + 31 * 24 * 60 * minute)).toContain(guild);
    expect(await listCorrections(database, guild, { from: 0, most: 9 })).toEqual({ shown: [], of: 0 });
  });
});
