// A store that an earlier version filled is brought to the newest tables, and nothing in it is lost.
import { writeFile } from 'node:fs/promises';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { currentCorrections, makeCorrection } from '../../src/sources/corrections.ts';
import { erasedKeysAfter } from '../../src/sources/erased-keys.ts';
import { defaultLimits } from '../../src/sources/limits.ts';
import { postgresDialect } from '../../src/store/engines/postgres.ts';
import { sqliteDialect } from '../../src/store/engines/sqlite.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { migrations } from '../../src/store/migrations/migrations.ts';
import type { StorePlace } from '../../src/store/store.ts';
import { newPlace, onBothEngines, opened } from './engines.ts';

/** The tables as they were after some of the migrations. */
async function filledUpTo(
  { file, url }: StorePlace,
  last: string,
  fill: (old: Kysely<unknown>) => Promise<void>,
): Promise<void> {
  if (url === undefined) await writeFile(file, '');
  const old = new Kysely<unknown>({
    dialect: url === undefined ? sqliteDialect(file) : postgresDialect(url),
  });
  onTestFinished(() => old.destroy());
  const some = Object.entries(migrations).filter(([name]) => name <= last);
  await migrate(old, Object.fromEntries(some));
  await fill(old);
  await old.destroy();
}

const hashes = (count: number) => JSON.stringify(Array.from({ length: count }, () => 'a'.repeat(16)));

onBothEngines((engine) => {
  test('006: documents are counted, and what erased ones are forgotten by lies in pages', async () => {
    const place = await newPlace(engine);
    await filledUpTo(place, '005-paces', async (old) => {
      await sql`insert into guilds (id, revision) values ('g', 9)`.execute(old);
      const documents = [
        ['stands', 'corrected', 2, 30],
        ['gone', 'withdrawn', 1, 40],
        ['late', 'erased', 1, 0],
        ['early', 'erased', 2, 0],
      ] as const;
      for (const [id, state, version, characters] of documents)
        await sql`insert into documents (guild, id, state, version, characters, changed_by, changed_at, added)
          values ('g', ${id}, ${state}, ${version}, ${characters}, 'mia', ${id === 'late' ? 70 : 50}, 1)`.execute(
          old,
        );
      const versions = [
        ['stands', 1, hashes(5), 20],
        ['stands', 2, hashes(3), 30],
        ['gone', 1, hashes(1), 40],
        ['late', 1, '["late"]', 0],
        ['early', 1, '["one"]', 0],
        ['early', 2, '["one","two"]', 0],
      ] as const;
      for (const [id, version, paragraphs, characters] of versions)
        await sql`insert into versions
          (guild, document, version, metadata, format, text, hash, paragraphs, characters, created_by, created_at)
          values ('g', ${id}, ${version}, '{}', 'text', '', '', ${paragraphs}, ${characters}, 'mia', 1)`.execute(
          old,
        );
    });
    const { database } = await opened(place);
    const counted = database.selectFrom('documents').orderBy('id').select(['id', 'paragraphs', 'kept']);
    expect(await counted.execute()).toEqual([
      { id: 'early', paragraphs: 0, kept: 0 },
      { id: 'gone', paragraphs: 1, kept: 40 },
      { id: 'late', paragraphs: 0, kept: 0 },
      { id: 'stands', paragraphs: 3, kept: 50 },
    ]);
    const pages: (readonly string[])[] = [];
    let page = await erasedKeysAfter(database, 0);
    while (page) {
      pages.push(page.keys);
      page = await erasedKeysAfter(database, page.id);
    }
    expect(pages).toEqual([['one'], ['one', 'two'], ['late']]);
    const left = database
      .selectFrom('versions')
      .where('paragraphs', '!=', '[]')
      .orderBy('document')
      .orderBy('version');
    expect((await left.select('document').execute()).map(({ document }) => document)).toEqual([
      ...['gone', 'stands', 'stands'],
    ]);
    const counter = database.selectFrom('counters').where('name', '=', 'erased keys').select('value');
    expect(await counter.execute()).toEqual([{ value: 3 }]);
  });

  test('007: a store of before takes corrections of who is who', async () => {
    const place = await newPlace(engine);
    await filledUpTo(place, '006-counted', async (old) => {
      await sql`insert into guilds (id, revision) values ('g', 9)`.execute(old);
      await sql`insert into counters (name, value) values ('revision', 9)`.execute(old);
    });
    const { database } = await opened(place);
    const correction = { kind: 'same', name: 'Mr. Holm', other: 'Ida Holm' } as const;
    const doer = { guild: 'g', by: 'mia', at: 50 };
    expect(await makeCorrection(database, doer, correction, defaultLimits)).toEqual({
      ...{ ok: true, made: 10, revision: 10 },
    });
    expect(await currentCorrections(database, 'g')).toMatchObject([correction]);
  });
});
