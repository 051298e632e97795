// Several moderators and processes at once, and one that is killed, at work on a server's own documents, on both engines.
import { expect, test } from 'vitest';
import { addDocument, correctDocument } from '../../src/sources/add.ts';
import { auditOf, listDocuments } from '../../src/sources/read.ts';
import { withdrawDocument } from '../../src/sources/withdraw.ts';
import { emptyStore, newPlace, onBothEngines, opened } from '../store/engines.ts';
import { inProcesses, startWriter } from '../store/processes.ts';
import { exportDocuments } from './exported.ts';
import { added, draft, minute, moderator, newGuild, noon, rules } from './world.ts';

onBothEngines((engine) => {
  const empty = emptyStore(engine);

  test('what a killed process had acknowledged is there, and nothing is there by half', {
    timeout: 60_000,
  }, async () => {
    const place = await newPlace(engine);
    const writer = await startWriter(place, 'add');
    const acknowledged = await writer.killedAfter(25);
    expect(acknowledged.length).toBeGreaterThanOrEqual(25);
    const { database } = await opened(place);
    const { documents, audit } = await exportDocuments(database, 'one');
    const ids = documents.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(acknowledged));
    expect(ids.length - acknowledged.length).toBeLessThanOrEqual(1);
    expect(documents.map(({ versions }) => versions.length)).toEqual(ids.map(() => 1));
    expect(audit.map(({ document }) => document)).toEqual(ids);
  });

  test('of several processes that withdraw the same documents exactly one withdraws each', {
    timeout: 60_000,
  }, async () => {
    const { database, place } = await empty();
    for (let n = 0; n < 20; n++) await added(database, moderator('one'), `n${n}`);
    const won = (await inProcesses(2, 'race', place)).flatMap((said) => said.split(' ').filter(Boolean));
    expect(won.sort()).toEqual(Array.from({ length: 20 }, (_, n) => `n${n}`).sort());
    const listed = await listDocuments(database, 'one');
    expect(new Set(listed.map(({ state }) => state))).toEqual(new Set(['withdrawn']));
    expect(await auditOf(database, 'one')).toHaveLength(40);
  });

  test('of two moderators at once exactly one wins, whatever they do, and the other is told how it stands', async () => {
    const { database, guild } = { ...(await empty()), guild: newGuild() };
    for (let round = 0; round < 15; round++) {
      const id = `document-${round}`;
      await added(database, moderator(guild, 'mia', noon - round * 2 * 60 * minute), id, 'Text.');
      const seen = { id, version: 1 };
      const tries = [
        () =>
          correctDocument(
            database,
            moderator(guild, 'a'),
            { ...seen, draft: draft('A.'), reason: 'a' },
            rules,
          ),
        () =>
          correctDocument(
            database,
            moderator(guild, 'b'),
            { ...seen, draft: draft('B.'), reason: 'b' },
            rules,
          ),
        () => withdrawDocument(database, moderator(guild, 'c'), { ...seen, reason: 'c' }),
        () => withdrawDocument(database, moderator(guild, 'd'), { ...seen, reason: 'd' }),
      ];
      const results = await Promise.all(tries.map((attempt) => attempt()));
      const won = results.filter(({ ok }) => ok);
      expect(won).toHaveLength(1);
      const [now] = (await listDocuments(database, guild)).filter((listed) => listed.id === id);
      for (const result of results) {
        if (!result.ok)
          expect(result).toMatchObject({ reason: 'changed', now: { state: now?.state, by: now?.by } });
      }
      expect(await auditOf(database, guild, { document: id })).toHaveLength(2);
    }
  });

  test('of many who add under one id at once exactly one does', async () => {
    const { database, guild } = { ...(await empty()), guild: newGuild() };
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        addDocument(
          database,
          moderator(guild, `m${index}`),
          { id: 'tonight', draft: draft(`By ${index}.`) },
          rules,
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(results.map((result) => (result.ok ? 'ok' : result.reason)))).toEqual(
      new Set(['ok', 'id-taken']),
    );
    expect(await auditOf(database, guild)).toHaveLength(1);
  });
});
