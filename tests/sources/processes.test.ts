// Several processes, and one that is killed, at work on a server's own documents, on both engines.
import { expect, test } from 'vitest';
import { exportDocuments } from '../../src/sources/export.ts';
import { auditOf, listDocuments } from '../../src/sources/read.ts';
import { emptyStore, newPlace, onBothEngines, opened } from '../store/engines.ts';
import { inProcesses, startWriter } from '../store/processes.ts';
import { added, moderator } from './world.ts';

onBothEngines((engine) => {
  const empty = emptyStore(engine);

  test('what a killed process had acknowledged is there, and nothing is there by half', async () => {
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

  test('of several processes that withdraw the same documents exactly one withdraws each', async () => {
    const { database, place } = await empty();
    for (let n = 0; n < 20; n++) await added(database, moderator('one'), `n${n}`);
    const won = (await inProcesses(3, 'race', place)).flatMap((said) => said.split(' ').filter(Boolean));
    expect(won.sort()).toEqual(Array.from({ length: 20 }, (_, n) => `n${n}`).sort());
    const listed = await listDocuments(database, 'one');
    expect(new Set(listed.map(({ state }) => state))).toEqual(new Set(['withdrawn']));
    expect(await auditOf(database, 'one')).toHaveLength(40);
  });
});
