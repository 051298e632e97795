// A server's export is read in pages and packed as it goes, and is just what src/sources/export.ts says is kept.
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { exportFile } from '../../../src/discord/source/exporting.ts';
import { exporting } from '../../../src/discord/turn-rules.ts';
import { openTurns } from '../../../src/discord/turns.ts';
import { erasePassages } from '../../../src/questions/erased-passages.ts';
import { correctDocument } from '../../../src/sources/add.ts';
import { eraseDocument } from '../../../src/sources/erase.ts';
import { exportDocuments, exportedJson } from '../../../src/sources/export.ts';
import { withdrawDocument } from '../../../src/sources/withdraw.ts';
import { atOnce } from '../../../src/steps.ts';
import type { Database } from '../../../src/store/tables.ts';
import { added, done, draft, moderator, newGuild, rules } from '../../sources/world.ts';
import { onBothEngines, sharedStore } from '../../store/engines.ts';
import { seenBy } from '../reading.ts';
import { stageOn } from './stage.ts';

const written = (data: Uint8Array): string => Buffer.from(data).toString();

async function expected(database: Database, guild: string): Promise<string> {
  return atOnce(exportedJson(await exportDocuments(database, guild))).toString();
}

onBothEngines((engine) => {
  const shared = sharedStore(engine);

  test('it is whole, whatever the documents are, and holds nothing of another server', async () => {
    const { database } = await shared();
    const [guild, other] = [newGuild(), newGuild()];
    const doer = moderator(guild);
    await added(database, moderator(other), 'elsewhere', 'Nobody sees this.');
    for (const id of ['b', 'a', 'c', 'd']) await added(database, doer, id, `Words of ${id}.\n\n„Другое.“`);
    // An odd and an even number of versions, on both sides of a page.
    for (const [id, versions] of [
      ['a', 5],
      ['c', 2],
    ] as const) {
      for (let seen = 1; seen < versions; seen++) {
        const text = draft(`${id}, version ${seen + 1}.`);
        const correction = { id, draft: text, version: seen, reason: 'misheard' };
        done(await correctDocument(database, doer, correction, rules));
      }
    }
    done(await withdrawDocument(database, doer, { id: 'b', version: 1, reason: 'a "hoax"' }));
    done(await eraseDocument(database, doer, { id: 'd', version: 1, reason: 'personal' }, erasePassages));
    const { name, data, documents } = await exportFile(database, guild);
    expect([name, documents]).toEqual(['documents.json', 4]);
    expect(written(data)).toBe(await expected(database, guild));
    expect(JSON.parse(written(data)).documents).toHaveLength(4);
    expect(written(data)).not.toMatch(/Nobody sees|Words of d/);

    const packed = await exportFile(database, guild, 1_000);
    expect(packed.name).toBe('documents.json.gz');
    expect(gunzipSync(packed.data).toString()).toBe(written(data));
  });

  test('a log of several pages and a server without anything are whole too', async () => {
    const { database } = await shared();
    const [guild, none] = [newGuild(), newGuild()];
    await added(database, moderator(guild), 'a');
    const [entry] = await database.selectFrom('audit').where('guild', '=', guild).selectAll().execute();
    for (let n = 1; n <= 450; n++)
      await database
        .insertInto('audit')
        .values({ ...entry!, revision: entry!.revision + n })
        .execute();
    for (const each of [guild, none])
      expect(written((await exportFile(database, each)).data)).toBe(await expected(database, each));
    expect(JSON.parse(written((await exportFile(database, guild)).data)).audit).toHaveLength(451);
  });
});

test('exports are made one after the other, and who asks while theirs is made is told', async () => {
  const turns = openTurns(exporting);
  const first = Promise.withResolvers<void>();
  let going = 0;
  const take = (line: string, who: string) =>
    turns.take({ line, who }, async () => {
      going += 1;
      expect(going).toBe(1);
      await first.promise;
      going -= 1;
    });
  const all = [take('one', 'mia'), take('one', 'max'), take('two', 'zoe')];
  await expect(take('one', 'mia')).rejects.toThrow();
  first.resolve();
  await Promise.all(all);
});

test('more than three exports a minute are too quick, also those of other processes', async () => {
  const { mia, max, store } = await stageOn('sqlite');
  // By a clock that is a little ahead, so that a busy machine has the time to look.
  const at = Date.now() + 50_000;
  const counted = {
    what: 'export',
    who: mia.person.id,
    times: `${at} ${at} ${at}`,
    counted_at: at,
    version: 1,
  };
  await store().database.insertInto('paces').values(counted).execute();
  expect(seenBy((await mia.runs('/source export')).text)).toMatch(/^That was a little quick/);
  expect((await max.runs('/source export')).files).toHaveLength(1);
});
