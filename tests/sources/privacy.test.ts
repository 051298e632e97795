// A member who worked on a server's documents can be forgotten; documents and log stay.
import { expect, test } from 'vitest';
import { changesBy, eraseChanger, guildsChangedBy } from '../../src/sources/privacy.ts';
import { auditOf, listDocuments, versionsOf } from '../../src/sources/read.ts';
import { withdrawDocument } from '../../src/sources/withdraw.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { added, done, moderator, newGuild, noon } from './world.ts';

onBothEngines((engine) => {
  const shared = sharedStore(engine);

  test('the name goes, and nothing else', async () => {
    const { database } = await shared();
    const [guild, other] = [newGuild(), newGuild()];
    const mia = `mia-${guild}`;
    await added(database, moderator(guild, mia), 'tonight');
    await added(database, moderator(other, mia), 'tonight');
    const seen = { id: 'tonight', version: 1 };
    done(await withdrawDocument(database, moderator(guild, 'max', noon + 1), { ...seen, reason: 'a hoax' }));
    expect((await changesBy(database, guild, mia)).map(({ action }) => action)).toEqual(['add']);
    expect((await guildsChangedBy(database, mia)).sort()).toEqual([guild, other].sort());
    expect(await eraseChanger(database, { guild, member: mia, tombstone: 'erased-1' })).toBe(1);
    expect((await auditOf(database, guild)).map(({ action, by }) => [action, by])).toEqual([
      ['withdraw', 'max'],
      ['add', 'erased-1'],
    ]);
    expect((await versionsOf(database, guild, 'tonight')).map(({ by }) => by)).toEqual(['erased-1']);
    expect(await listDocuments(database, guild)).toMatchObject([{ reason: 'a hoax', by: 'max' }]);
    expect(await guildsChangedBy(database, mia)).toEqual([other]);
  });
});
