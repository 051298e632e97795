// What earlier versions had and the newest has no more, and which version the words of a citation are from; on both engines.
import { expect, test } from 'vitest';
import { dayMs } from '../../src/common/day.ts';
import { hashOf } from '../../src/corpus/passages.ts';
import { correctDocument } from '../../src/sources/add.ts';
import { earlierPassages } from '../../src/sources/earlier.ts';
import { documentsOf } from '../../src/sources/read.ts';
import { resolveOwn } from '../../src/sources/resolve.ts';
import { isOwn, passagesOfOwn } from '../../src/sources/version.ts';
import type { Database } from '../../src/store/tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { added, done, draft, moderator, newGuild, noon, rules } from './world.ts';

onBothEngines((engine) => {
  const store = sharedStore(engine);

  /** A document in several versions, a day after the other. */
  async function inVersions(database: Database, guild: string, id: string, texts: readonly string[]) {
    const [first = '', ...others] = texts;
    await added(database, moderator(guild), id, first);
    for (const [index, text] of others.entries()) {
      const doer = moderator(guild, 'mia', noon + (index + 1) * dayMs);
      const correction = { id, version: index + 1, draft: draft(text), reason: `r${index + 2}` };
      done(await correctDocument(database, doer, correction, rules));
    }
  }

  async function gone(database: Database, guild: string, paragraphs = 100): Promise<string[]> {
    const { documents } = await documentsOf(database, guild);
    const own = documents.filter(isOwn).map((document) => ({ document, passages: passagesOfOwn(document) }));
    const byId = new Map(own.map((each) => [each.document.id, each]));
    const passages = await earlierPassages(database, guild, byId, { paragraphs });
    return passages.map(({ text, paragraph, document }) =>
      [document.id, `v${document.earlier}`, `¶${paragraph}`, text, document.status, document.changed].join(
        ' ',
      ),
    );
  }

  test('each paragraph that is gone once, of the last version that had it, with the day on which it went', async () => {
    const { database } = await store();
    const guild = newGuild();
    await inVersions(database, guild, 'a', [
      'Stays.\n\nGoes.\n\nComes back.',
      'Stays.\n\nGoes.\n\nNew.',
      'Comes back.\n\nStays.',
    ]);
    await inVersions(database, guild, 'b', ['Goes.', 'Other.']);
    await inVersions(database, guild, 'c', ['Never changed.']);
    const all = [
      'a v2 ¶2 Goes. withdrawn 2026-01-07',
      'a v2 ¶3 New. withdrawn 2026-01-07',
      'b v1 ¶1 Goes. withdrawn 2026-01-06',
    ];
    expect(await gone(database, guild)).toEqual(all);
    expect(await gone(database, guild, 3)).toEqual(all);
    expect(await gone(database, guild, 1)).toEqual(all.slice(0, 1));
    expect(await gone(database, newGuild())).toEqual([]);
  });

  test('nothing of a version that is not what was written', async () => {
    const { database } = await store();
    const guild = newGuild();
    await inVersions(database, guild, 'a', ['First.', 'Second.', 'Third.']);
    await database
      .updateTable('versions')
      .set({ text: 'Forged.' })
      .where('guild', '=', guild)
      .where('version', '=', 1)
      .execute();
    expect(await gone(database, guild)).toEqual(['a v2 ¶1 Second. withdrawn 2026-01-07']);
  });

  test('ten versions are looked into', async () => {
    const { database } = await store();
    const guild = newGuild();
    await inVersions(
      database,
      guild,
      'a',
      Array.from({ length: 12 }, (_, n) => `Text ${n + 1}.`),
    );
    const found = (await gone(database, guild)).map((line) => line.split(' ')[1]);
    expect(found).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((version) => `v${version}`));
  });

  test('of several versions that have the words in their paragraph the newest is meant', async () => {
    const { database } = await store();
    const guild = newGuild();
    await inVersions(database, guild, 'a', ['Was so.', 'Was so.\n\nMore.', 'Is so.\n\nMore.']);
    const cited = { document: 'a', paragraph: 1, hash: hashOf({ text: 'Was so.' }) };
    expect(await resolveOwn(database, guild, cited)).toMatchObject({
      ...{ found: true, version: 2, became: { now: 'corrected', newest: 3, reason: 'r3' } },
    });
    expect(await resolveOwn(database, guild, { ...cited, hash: 'nowhere' })).toEqual({
      found: false,
      reason: 'altered',
    });
    expect(await resolveOwn(database, guild, { ...cited, version: 9 })).toEqual({
      found: false,
      reason: 'no-version',
    });
  });
});
