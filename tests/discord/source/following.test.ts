// Changes of servers' own documents reach everything that goes by them once each, whichever process made them.
import { EventEmitter } from 'node:events';
import type { Client } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { followSources } from '../../../src/discord/source/following.ts';
import type { Libraries } from '../../../src/libraries.ts';
import { added, moderator, newGuild } from '../../sources/world.ts';
import { onBothEngines, sharedStore } from '../../store/engines.ts';
import { keptLog } from '../bot.ts';

onBothEngines((engine) => {
  const shared = sharedStore(engine);

  test('what this process did is not taken a second time when the feed tells of it', async () => {
    const { database } = await shared();
    const [own, other, after] = [newGuild(), newGuild(), newGuild()];
    const flagged: string[] = [];
    const taken: string[] = [];
    const following = await followSources({
      database,
      libraries: {
        changed: ({ guilds }) => void taken.push(...guilds.map(({ guild }) => guild)),
      } as Libraries,
      log: keptLog().log,
      settings: { SOURCES_RETENTION_DAYS: 30 },
      client: new EventEmitter() as unknown as Client,
      flag: (guilds) => void flagged.push(...guilds),
      forget: async () => undefined,
    });
    onTestFinished(() => following.end());
    const until = (guild: string) => expect.poll(() => flagged, { timeout: 15_000 }).toContain(guild);
    taken.splice(0);
    following.changed(own, (await added(database, moderator(own), 'a')).revision);
    following.changed(own, (await added(database, moderator(own), 'b')).revision);
    expect(flagged).toEqual([own, own]);
    await added(database, moderator(other), 'a');
    await until(other);
    expect(flagged).toEqual([own, own, other]);
    // Another process changes what this one has changed before.
    flagged.splice(0);
    await added(database, moderator(own), 'c');
    await until(own);
    await added(database, moderator(after), 'a');
    await until(after);
    expect(flagged).toEqual([own, after]);
    expect(taken).toEqual([own, own, other, own, after]);
  });
});
