// A member who worked on a server's documents can be forgotten; documents and log stay.
import { expect, test } from 'vitest';
import { keepDraft } from '../../src/sources/drafts.ts';
import { changeModerators, moderatorRoles } from '../../src/sources/moderators.ts';
import { changesBy, eraseChanger, guildsChangedBy, previewsOf } from '../../src/sources/privacy.ts';
import { auditOf, listDocuments, versionsOf } from '../../src/sources/read.ts';
import { withdrawDocument } from '../../src/sources/withdraw.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { added, done, draft, moderator, newGuild, noon, rules } from './world.ts';

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

  test('previews go with the name, those of others stay, and so does the right of a role', async () => {
    const { database } = await shared();
    const guild = newGuild();
    const preview = { document: 'tonight', seen: undefined, reason: undefined, notes: [], warnings: [] };
    const [mia, max] = [moderator(guild, `mia-${guild}`), moderator(guild, `max-${guild}`)];
    await changeModerators(database, mia, { add: 'archive' }, rules.limits);
    await keepDraft(database, mia, { ...preview, draft: draft('One.') });
    await keepDraft(database, max, { ...preview, draft: draft('Two.') });
    expect(await guildsChangedBy(database, max.by)).toEqual([guild]);
    await eraseChanger(database, { guild, member: mia.by, tombstone: 'erased-2' });
    expect(await previewsOf(database, guild, mia.by)).toBe(0);
    expect(await previewsOf(database, guild, max.by)).toBe(1);
    expect(await moderatorRoles(database, guild)).toEqual(['archive']);
  });
});
