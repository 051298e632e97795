// Every process hears of every change, on both engines.
import { expect, test } from 'vitest';
import { addDocument } from '../../src/sources/add.ts';
import { type Changes, changesSince, watchSources } from '../../src/sources/feed.ts';
import { withdrawDocument } from '../../src/sources/withdraw.ts';
import { openStore } from '../../src/store/store.ts';
import { emptyStore, onBothEngines, opened } from '../store/engines.ts';
import { added, done, draft, moderator, newGuild, rules } from './world.ts';

onBothEngines((engine) => {
  const empty = emptyStore(engine);

  test('what changed after a revision is told once for each server, and refusals are no changes', async () => {
    const { database } = await empty();
    expect(await changesSince(database, 0)).toEqual({ revision: 0, guilds: [] });
    const [one, other] = [newGuild(), newGuild()];
    const first = await added(database, moderator(one), 'a');
    const second = await added(database, moderator(other), 'a');
    const third = await added(database, moderator(one), 'b');
    expect([second.revision, third.revision]).toEqual([first.revision + 1, first.revision + 2]);
    expect(await changesSince(database, 0)).toEqual({
      revision: third.revision,
      guilds: [
        { guild: other, revision: second.revision },
        { guild: one, revision: third.revision },
      ],
    });
    expect(await addDocument(database, moderator(one), { id: 'a', draft: draft('x') }, rules)).toMatchObject({
      ok: false,
    });
    const nothing = { revision: third.revision, guilds: [] };
    expect(await changesSince(database, third.revision)).toEqual(nothing);
    done(await withdrawDocument(database, moderator(other), { id: 'a', version: 1, reason: 'why' }));
    expect(await changesSince(database, third.revision)).toMatchObject({ guilds: [{ guild: other }] });
  });

  test('who asks again and again while many write misses no change', async () => {
    const { database, place } = await empty();
    const watcher = await opened(place);
    const guilds = Array.from({ length: 12 }, newGuild);
    const heard = new Map<string, number>();
    let writing = true;
    const listening = (async () => {
      for (let seen = 0, last = false; !last; ) {
        last = !writing;
        const changes: Changes = await changesSince(watcher.database, seen);
        for (const { guild, revision } of changes.guilds) heard.set(guild, revision);
        seen = changes.revision;
      }
    })();
    const wrote = await Promise.all(
      guilds.map(async (guild) => {
        for (const id of ['a', 'b']) await added(database, moderator(guild), id);
        return added(database, moderator(guild), 'c');
      }),
    );
    writing = false;
    await listening;
    expect(guilds.map((guild) => heard.get(guild))).toEqual(wrote.map(({ revision }) => revision));
  });

  test('another process hears of an addition within moments, also after the store failed it once', async () => {
    const { database, place } = await empty();
    const other = await openStore(place);
    const stopping = new AbortController();
    const told = Promise.withResolvers<Changes>();
    const errors: unknown[] = [];
    const watching = watchSources(
      other.database,
      { from: 0, everyMs: 20, onChange: told.resolve, onError: (error) => errors.push(error) },
      stopping.signal,
    );
    const guild = newGuild();
    const { revision } = await added(database, moderator(guild), 'tonight');
    expect(await told.promise).toEqual({ revision, guilds: [{ guild, revision }] });
    await other.close();
    await expect.poll(() => errors.length).toBeGreaterThan(1);
    stopping.abort();
    await watching;
  });
});
