// When the bot is removed from a server the clock starts, when it is back the clock stops, and in the end nothing is left.
import { expect, test } from 'vitest';
import { eraseGuild, guildsWithSettings } from '../../../src/questions/forgetting/retention.ts';
import { listDocuments } from '../../../src/sources/read.ts';
import { purgeLeft } from '../../../src/sources/retention.ts';
import { onBothEngines } from '../../store/engines.ts';
import { adds, faultless, none, type Stage, stageOn } from './stage.ts';

const day = 86_400_000;
const patience = { timeout: 10_000 };

async function leftAt({ store }: Stage, guild: string): Promise<number | null | undefined> {
  const row = await store()
    .database.selectFrom('guilds')
    .where('id', '=', guild)
    .select('left_at')
    .executeTakeFirst();
  return row?.left_at;
}

onBothEngines((engine) => {
  test('a server with documents and one with a desk alone are kept for the days, then erased whole', async () => {
    const stage = await stageOn(engine);
    const { server, elsewhere, mia, store } = stage;
    await adds(stage, mia);
    const { admin } = elsewhere;
    await admin.runs('/desk open', { channel: admin.channel.id, 'review-channel': admin.channel.id });
    server.removesBot();
    elsewhere.server.removesBot();
    for (const { id } of [server, elsewhere.server])
      await expect.poll(() => leftAt(stage, id), patience).toEqual(expect.any(Number));
    const { database } = store();
    expect(await purgeLeft(database, Date.now() + 29 * day, 30, { also: eraseGuild })).toEqual([]);
    expect(await listDocuments(database, server.id)).toHaveLength(1);
    expect(await guildsWithSettings(database)).toEqual([elsewhere.server.id]);
    const purged = await purgeLeft(database, Date.now() + 31 * day, 30, { also: eraseGuild });
    expect(purged.sort()).toEqual([server.id, elsewhere.server.id].sort());
    expect(await listDocuments(database, server.id)).toEqual([]);
    expect(await guildsWithSettings(database)).toEqual([]);
    for (const table of ['drafts', 'source_moderators', 'corrections', 'audit', 'versions'] as const) {
      expect(await database.selectFrom(table).selectAll().execute(), table).toEqual([]);
    }
  });

  test('a server that removed the bot while it was away is found out at the start', async () => {
    const stage = await stageOn(engine);
    const { server, mia, admin, store } = stage;
    await adds(stage, mia);
    await store()
      .database.insertInto('guilds')
      .values({ id: '123456789012345678', revision: 0, left_at: null })
      .execute();
    await store().database.updateTable('guilds').set({ left_at: 5 }).where('id', '=', server.id).execute();
    await stage.restart();
    // The bot is in it: the clock that ran is stopped.
    await expect.poll(() => leftAt(stage, server.id), patience).toBeNull();
    expect((await admin.runs('/our-sources list')).text).toContain('1 of at most 100 documents');
    expect(faultless(stage)).toEqual(none);
  });
});
