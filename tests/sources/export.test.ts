// A server's export is just what the store has of it, though it is read in pages and packed as it goes.
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { erasePassages } from '../../src/questions/forgetting/erased-passages.ts';
import { correctDocument } from '../../src/sources/add.ts';
import { listCorrections } from '../../src/sources/corrections.ts';
import { eraseDocument } from '../../src/sources/erase.ts';
import { exportFile } from '../../src/sources/export.ts';
import { auditOf } from '../../src/sources/read.ts';
import { withdrawDocument } from '../../src/sources/withdraw.ts';
import type { Database } from '../../src/store/tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { added, done, draft, moderator, newGuild, rules } from './world.ts';

const plenty = 8 * 1024 * 1024;
const written = (data: Uint8Array): string => Buffer.from(data).toString();

/** All of it asked for at once, as plain as the tables have it. */
async function expected(database: Database, guild: string): Promise<unknown> {
  const documents = await database
    .selectFrom('documents')
    .where('guild', '=', guild)
    .orderBy('added')
    .selectAll()
    .execute();
  const versions = await database
    .selectFrom('versions')
    .where('guild', '=', guild)
    .orderBy('version')
    .selectAll()
    .execute();
  const audit = await auditOf(database, guild);
  const corrections = await listCorrections(database, guild, { from: 0, most: 1_000 });
  return JSON.parse(
    JSON.stringify({
      guild,
      documents: documents.map(({ id, state, reason }) => ({
        ...{ id, state, reason: reason ?? undefined },
        versions: versions
          .filter(({ document }) => document === id)
          .map((row) => ({
            ...{ version: row.version, format: row.format, text: row.text, hash: row.hash },
            frontMatter: { id, ...JSON.parse(row.metadata) },
            paragraphHashes: row.text === '' ? [] : JSON.parse(row.paragraphs),
            ...{ reason: row.reason ?? undefined, by: row.created_by, at: row.created_at },
          })),
      })),
      corrections: corrections.shown.toReversed(),
      audit: audit.toReversed(),
    }),
  );
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
    const { name, data, documents } = await exportFile(database, guild, plenty);
    expect([name, documents]).toEqual(['documents.json', 4]);
    expect(JSON.parse(written(data))).toEqual(await expected(database, guild));
    expect(written(data).endsWith('}\n')).toBe(true);
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
      expect(JSON.parse(written((await exportFile(database, each, plenty)).data))).toEqual(
        await expected(database, each),
      );
    expect(JSON.parse(written((await exportFile(database, guild, plenty)).data)).audit).toHaveLength(451);
  });
});
