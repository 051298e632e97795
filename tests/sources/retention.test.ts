// The retention clock: from the bot's leaving a server to the end of what was kept of it, on both engines.
import { expect, test } from 'vitest';
import { currentCorrections, makeCorrection } from '../../src/sources/corrections.ts';
import { changesSince } from '../../src/sources/feed.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import { listDocuments } from '../../src/sources/read.ts';
import { guildJoined, guildLeft, guildsKept, purgeLeft } from '../../src/sources/retention.ts';
import { emptyStore, onBothEngines } from '../store/engines.ts';
import { exportDocuments } from './exported.ts';
import { added, moderator, newGuild, noon } from './world.ts';

const day = 86_400_000;

onBothEngines((engine) => {
  const empty = emptyStore(engine);

  const newServer = async () => {
    const { database } = await empty();
    const guild = newGuild();
    await added(database, moderator(guild), 'tonight');
    return { database, guild };
  };

  test('thirty days after the bot left, all that was kept of the server is erased, and no sooner', async () => {
    const { database, guild } = await newServer();
    const stays = newGuild();
    await added(database, moderator(stays), 'tonight');
    const correction = { kind: 'same', name: 'Mr. Holm', other: 'Ida Holm' } as const;
    for (const each of [guild, stays])
      await makeCorrection(database, moderator(each), correction, defaultLimits);
    await guildLeft(database, guild, noon);
    expect(await guildsKept(database)).toEqual(
      [
        { guild, leftAt: noon },
        { guild: stays, leftAt: undefined },
      ].sort((a, b) => (a.guild < b.guild ? -1 : 1)),
    );
    expect(await purgeLeft(database, noon + 30 * day - 1)).toEqual([]);
    expect(await listDocuments(database, guild)).toHaveLength(1);
    expect(await purgeLeft(database, noon + 30 * day)).toEqual([guild]);
    expect(await purgeLeft(database, noon + 31 * day)).toEqual([]);
    expect(await exportDocuments(database, guild)).toEqual({
      ...{ guild, documents: [], corrections: [], audit: [] },
    });
    for (const table of ['documents', 'versions', 'corrections', 'audit'] as const) {
      const left = await database.selectFrom(table).selectAll().where('guild', '=', guild).execute();
      expect(left).toEqual([]);
    }
    expect(await guildsKept(database)).toEqual([{ guild: stays, leftAt: undefined }]);
    expect(await listDocuments(database, stays)).toHaveLength(1);
    expect(await currentCorrections(database, stays)).toMatchObject([correction]);
  });

  test('leaving again does not wind the clock back, and joining stops it', async () => {
    const { database, guild } = await newServer();
    await guildLeft(database, guild, noon);
    await guildLeft(database, guild, noon + 29 * day);
    expect(await guildsKept(database)).toEqual([{ guild, leftAt: noon }]);
    await guildJoined(database, guild);
    expect(await purgeLeft(database, noon + 99 * day)).toEqual([]);
    expect(await listDocuments(database, guild)).toHaveLength(1);
  });

  test('a server that never had documents leaves no trace', async () => {
    const { database } = await newServer();
    await guildLeft(database, 'passer-by', noon);
    await guildJoined(database, 'passer-by');
    expect((await guildsKept(database)).map(({ guild }) => guild)).not.toContain('passer-by');
    expect((await changesSince(database, 0)).guilds.map(({ guild }) => guild)).not.toContain('passer-by');
  });

  test('other processes hear that it was erased', async () => {
    const { database, guild } = await newServer();
    const { revision } = await changesSince(database, 0);
    await guildLeft(database, guild, noon);
    await purgeLeft(database, noon + 30 * day);
    expect(await changesSince(database, revision)).toMatchObject({ guilds: [{ guild }] });
  });

  test('several processes that erase at once erase each server once; one that joins meanwhile keeps all or nothing', async () => {
    const { database, guild } = await newServer();
    await guildLeft(database, guild, noon);
    const later = noon + 40 * day;
    const [purged] = await Promise.all([
      Promise.all([purgeLeft(database, later), purgeLeft(database, later), purgeLeft(database, later)]),
      guildJoined(database, guild),
    ]);
    const times = purged.flat().length;
    expect(times).toBeLessThanOrEqual(1);
    expect(await listDocuments(database, guild)).toHaveLength(times === 1 ? 0 : 1);
  });
});
