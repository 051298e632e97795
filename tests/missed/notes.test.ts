// What was asked in vain is kept without names, within bounds, for a month, and erased; on both engines.
import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { openMissing } from '../../src/discord/offering/missing.ts';
import { eraseMissed, guildsMissing, missedOf, purgeMissed } from '../../src/missed/erase.ts';
import { mostOfGuild, mostOfMember, noteMissed } from '../../src/missed/note.ts';
import { missedAnywhere, missedIn } from '../../src/missed/read.ts';
import { chooseKept, choosePublic, keptIn, publicIn } from '../../src/preferences.ts';
import { eraseGuild, guildsWithSettings } from '../../src/questions/forgetting/retention.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';

const now = Date.UTC(2026, 2, 10, 12);
const day = 86_400_000;

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const scene = async () => {
    const { store } = await shared();
    const { database } = store;
    const guild = randomUUID();
    const asks = (asker: string, words: string[], at = now) =>
      noteMissed(database, [{ guild, asker, at, words, question: `${words.join(' ')}?` }]);
    return { database, guild, asks, seen: () => missedIn(database, guild, now) };
  };

  test('words show once two members have asked with them, the most asked first', async () => {
    const { asks, seen } = await scene();
    await asks('alice', ['ferry', 'toll']);
    await asks('bob', ['ferry']);
    await asks('bob', ['ferry'], now - day);
    await asks('carol', ['toll', 'bridge']);
    expect(await seen()).toEqual({
      words: [
        { word: 'ferry', asked: 3, days: 2 },
        { word: 'toll', asked: 2, days: 1 },
      ],
      alone: 1,
      questions: [],
    });
  });

  test('one member who asks again and again counts once a day', async () => {
    const { asks, seen } = await scene();
    for (let time = 0; time < 5; time += 1) await asks('alice', ['ferry']);
    await asks('bob', ['ferry']);
    expect((await seen()).words).toEqual([{ word: 'ferry', asked: 2, days: 1 }]);
  });

  test('questions are kept only where the server wants them', async () => {
    const { asks, database, guild, seen } = await scene();
    await asks('bob', ['toll']);
    expect((await seen()).questions).toEqual([]);
    await chooseKept(database, guild, 'questions');
    await asks('alice', ['ferry']);
    expect(await seen()).toEqual({ words: [], alone: 2, questions: ['ferry?'] });
  });

  test('of a server that wants nothing kept nothing is, not even what is asked at that moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { asks, database, guild } = await scene();
      await Promise.all([
        asks('alice', ['ferry']),
        chooseKept(database, guild, 'nothing'),
        asks('alice', ['toll']),
      ]);
      await asks('alice', ['bridge']);
      expect((await missedOf(database, guild, 'alice')).words).toEqual([]);
    }
  });

  test('no more than so many a day of a member, and of a server', async () => {
    const { asks, database, guild } = await scene();
    const words = (from: string) => Array.from({ length: 60 }, (_, index) => `${from}${index}`);
    await asks('alice', words('a'));
    expect((await missedOf(database, guild, 'alice')).words).toHaveLength(mostOfMember);
    for (let member = 0; member < mostOfGuild / mostOfMember + 2; member += 1)
      await asks(`member-${member}`, words('b'));
    const { words: kept } = await missedOf(database, guild, 'member-20');
    expect(kept).toHaveLength(0);
  });

  test('what a member asked is theirs to erase, and nobody else’s', async () => {
    const { asks, database, guild, seen } = await scene();
    await chooseKept(database, guild, 'questions');
    await asks('alice', ['ferry']);
    await asks('bob', ['ferry']);
    expect(await guildsMissing(database, 'alice')).toContain(guild);
    expect(await missedOf(database, guild, 'alice')).toEqual({ words: ['ferry'], questions: ['ferry?'] });
    await eraseMissed(database, guild, 'alice');
    expect(await missedOf(database, guild, 'alice')).toEqual({ words: [], questions: [] });
    expect(await seen()).toEqual({ words: [], alone: 1, questions: ['ferry?'] });
  });

  test('after a month it is gone', async () => {
    const { asks, database, guild } = await scene();
    await asks('alice', ['ferry'], now - 31 * day);
    await asks('alice', ['toll'], now - 29 * day);
    await purgeMissed(database, now);
    expect((await missedOf(database, guild, 'alice')).words).toEqual(['toll']);
  });

  test('a server that wants less erases what it had, and keeps its other choice', async () => {
    const { asks, database, guild, seen } = await scene();
    expect(await keptIn(database, guild)).toBe('words');
    await choosePublic(database, guild, true);
    await chooseKept(database, guild, 'questions');
    await asks('alice', ['ferry']);
    await chooseKept(database, guild, 'words');
    expect(await seen()).toEqual({ words: [], alone: 1, questions: [] });
    await chooseKept(database, guild, 'nothing');
    expect(await seen()).toEqual({ words: [], alone: 0, questions: [] });
    expect([await keptIn(database, guild), await publicIn(database, guild)]).toEqual(['nothing', true]);
  });

  test('a server that the bot has left is forgotten with it', async () => {
    const { asks, database, guild } = await scene();
    await asks('alice', ['ferry']);
    expect(await guildsWithSettings(database)).toContain(guild);
    await database.transaction().execute((change) => eraseGuild(change, guild));
    expect(await guildsWithSettings(database)).not.toContain(guild);
  });

  test('of several servers at once each keeps what it has chosen', async () => {
    const { database, guild, seen } = await scene();
    const [silent, whole] = [randomUUID(), randomUUID()];
    await chooseKept(database, silent, 'nothing');
    await chooseKept(database, whole, 'questions');
    const missed = { asker: 'alice', at: now, question: 'Ferry?' };
    const asked = [
      { guild: whole, words: ['ferry'] },
      { guild, words: ['toll', 'ferry'] },
      { guild: silent, words: ['bridge'] },
      { guild, words: ['toll', 'quay'] },
      { guild: whole, words: [] },
    ];
    await noteMissed(
      database,
      asked.map((each) => ({ ...missed, ...each })),
    );
    expect(await seen()).toEqual({ words: [], alone: 3, questions: [] });
    expect(await missedIn(database, whole, now)).toEqual({ words: [], alone: 1, questions: ['Ferry?'] });
    expect((await missedOf(database, silent, 'alice')).words).toEqual([]);
  });

  test('what a crowd asks in vain takes few changes of the store, and is in it when the bot has stopped', async () => {
    const { database, guild } = await scene();
    const changes = vi.spyOn(database, 'transaction');
    const missing = openMissing({ database, failed: (error) => expect.unreachable(String(error)) });
    const none = { outcome: 'none', confidence: 0, citations: [], missing: [] } as const;
    for (let n = 0; n < 300; n += 1) {
      const user = { id: `member-${n}` };
      missing.of({ guildId: guild, authorizingIntegrationOwners: { guildId: guild }, user })(
        `Ferry${n}?`,
        none,
      );
    }
    await missing.close();
    const { words } = await missedOf(database, guild, 'member-299');
    expect([words, changes.mock.calls.length]).toEqual([['ferry299'], 3]);
  });

  test('what the store does not take of one is the loss of nobody else', async () => {
    const { database, guild } = await scene();
    await chooseKept(database, guild, 'questions');
    const failures: unknown[] = [];
    const missing = openMissing({ database, failed: (error) => void failures.push(error) });
    const none = { outcome: 'none', confidence: 0, citations: [], missing: [] } as const;
    for (const [id, question] of [
      ['alice', 'Ferry?'],
      ['bob', `Toll${'\0'}?`],
      ['carol', 'Quay?'],
    ] as const)
      missing.of({ guildId: guild, authorizingIntegrationOwners: { guildId: guild }, user: { id } })(
        question,
        none,
      );
    await missing.close();
    expect((await missedOf(database, guild, 'carol')).words).toEqual(['quay']);
    // SQLite takes it, PostgreSQL does not.
    expect(failures.length).toBeLessThanOrEqual(1);
  });

  test('the operator sees words of all servers, without servers and members', async () => {
    const { asks, database } = await scene();
    const other = randomUUID();
    const word = `word-${randomUUID().slice(0, 8)}`;
    await asks('alice', [word]);
    await noteMissed(database, [{ guild: other, asker: 'bob', at: now, words: [word], question: word }]);
    const found = (await missedAnywhere(database, now)).filter((each) => each.word === word);
    expect(found).toEqual([{ word, asked: 2, days: 1, servers: 2 }]);
  });
});
