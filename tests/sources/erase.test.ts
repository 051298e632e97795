// A document whose words are erased: they are in no row, draft, question or file any more, and what cites it says so.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { erasePassages } from '../../src/questions/erased-passages.ts';
import { passageKey } from '../../src/reading/passage-key.ts';
import { addDocument, correctDocument } from '../../src/sources/add.ts';
import { keepDraft } from '../../src/sources/drafts.ts';
import { eraseDocument, erasedKeys } from '../../src/sources/erase.ts';
import { exportDocuments } from '../../src/sources/export.ts';
import { auditOf, documentsOf, listDocuments, versionsOf } from '../../src/sources/read.ts';
import { resolveOwn } from '../../src/sources/resolve.ts';
import { textHash } from '../../src/sources/version.ts';
import { restoreDocument, withdrawDocument } from '../../src/sources/withdraw.ts';
import type { Database } from '../../src/store/tables.ts';
import { newPlace, onBothEngines, opened, sharedStore } from '../store/engines.ts';
import { added, done, draft, limitedTo, moderator, newGuild, noon, rules } from './world.ts';

const first = 'Zanzibar keeps its lighthouses.\n\nTwo.';
const second = 'Zanzibar keeps nine lighthouses.\n\nTwo.';
const title = 'Zanzibar talks';
const reason = 'added by mistake';

async function twoVersions(database: Database, guild: string): Promise<void> {
  done(await addDocument(database, moderator(guild), { id: 'tonight', draft: draft(first, title) }, rules));
  const next = { id: 'tonight', version: 1, draft: draft(second, title), reason: 'Nine.' };
  done(await correctDocument(database, moderator(guild, 'max', noon + 1), next, rules));
}

const erase = (database: Database, guild: string, version = 2) =>
  eraseDocument(
    database,
    moderator(guild, 'mia', noon + 2),
    { id: 'tonight', version, reason },
    erasePassages,
  );

onBothEngines((engine) => {
  const shared = sharedStore(engine);

  test('id, numbers, hashes and reason stay; words, title and previews go', async () => {
    const { database } = await shared();
    const guild = newGuild();
    await twoVersions(database, guild);
    await added(database, moderator(guild), 'other', 'Two lighthouses.');
    const preview = { seen: undefined, reason: undefined, notes: [], warnings: [] };
    for (const [document, text] of [
      ['tonight-2', second],
      ['tonight', 'Three.'],
      ['else', 'Four lighthouses.'],
    ] as const) {
      await keepDraft(database, moderator(guild), { ...preview, document, draft: draft(text) });
    }
    done(await erase(database, guild));
    const versions = await versionsOf(database, guild, 'tonight');
    expect(versions.map(({ document, hash }) => [document.text, document.title.value, hash])).toEqual([
      ['', 'tonight', textHash(first)],
      ['', 'tonight', textHash(second)],
    ]);
    expect(versions.map(({ document }) => document.erased)).toEqual([reason, reason]);
    const [entry] = await auditOf(database, guild);
    expect(entry).toMatchObject({ action: 'erase', by: 'mia', after: { hash: textHash(second), reason } });
    const drafts = await database
      .selectFrom('drafts')
      .where('guild', '=', guild)
      .select('document')
      .execute();
    expect(drafts).toEqual([{ document: 'else' }]);
    expect(JSON.stringify(await exportDocuments(database, guild))).not.toMatch(/zanzibar|keeps/i);
    expect((await documentsOf(database, guild)).problems).toEqual([]);
    expect(await listDocuments(database, guild)).toMatchObject([
      { id: 'tonight', state: 'erased', paragraphs: 0, characters: 0 },
      { id: 'other', state: 'current' },
    ]);
  });

  test('every citation of it says that it was erased, and why', async () => {
    const { database } = await shared();
    const guild = newGuild();
    await twoVersions(database, guild);
    done(await erase(database, guild));
    for (const cited of [
      { paragraph: 1 },
      { paragraph: 9 },
      { paragraph: 1, version: 1 },
      { paragraph: 2, hash: 'x' },
    ]) {
      expect(await resolveOwn(database, guild, { document: 'tonight', ...cited })).toEqual({
        found: false,
        reason: 'erased',
        because: reason,
      });
    }
  });

  test('it cannot be corrected, withdrawn, restored, erased again or taken over, and counts for no limit', async () => {
    const { database } = await shared();
    const guild = newGuild();
    await twoVersions(database, guild);
    const seen = { id: 'tonight', version: 2, reason: 'again' };
    expect(await erase(database, guild, 1)).toMatchObject({
      ok: false,
      reason: 'changed',
      now: { version: 2 },
    });
    expect(
      await eraseDocument(database, moderator(guild), { ...seen, reason: ' ' }, erasePassages),
    ).toMatchObject({
      reason: 'unfit-reason',
    });
    done(await withdrawDocument(database, moderator(guild), seen));
    done(await erase(database, guild));
    const changed = { ok: false, reason: 'changed', now: { state: 'erased', version: 2 } };
    expect(await withdrawDocument(database, moderator(guild), seen)).toMatchObject(changed);
    expect(await restoreDocument(database, moderator(guild), seen, rules.limits)).toMatchObject(changed);
    expect(await erase(database, guild)).toMatchObject(changed);
    const correction = { ...seen, draft: draft('Three.') };
    expect(await correctDocument(database, moderator(guild), correction, rules)).toMatchObject(changed);
    const again = { id: 'tonight', draft: draft('Three.') };
    expect(await addDocument(database, moderator(guild), again, rules)).toMatchObject({ reason: 'id-taken' });
    const one = { ...again, id: 'one' };
    done(
      await addDocument(database, moderator(guild), one, limitedTo({ documents: 1, keptCharacters: 400 })),
    );
  });

  test('what the reader keeps of all its versions can be named, of this server and of all', async () => {
    const { database } = await shared();
    const [guild, other] = [newGuild(), newGuild()];
    await twoVersions(database, guild);
    await twoVersions(database, other);
    done(await erase(database, guild));
    const keys = [first, second].flatMap((text) => text.split('\n\n')).map((text) => passageKey(title, text));
    expect((await erasedKeys(database, [guild])).sort()).toEqual(keys.sort());
    expect(await erasedKeys(database, [other])).toEqual([]);
    expect(await erasedKeys(database)).toEqual(expect.arrayContaining(keys));
  });
});

test('on the disk nothing of it is left, among documents that stay', { timeout: 60_000 }, async () => {
  const place = await newPlace('sqlite');
  const { database } = await opened(place);
  const text = (n: number) => `${'The lighthouse of Zanzibar stands. '.repeat(n * 9)}\n\nEnd ${n}.`;
  const guild = newGuild();
  for (let n = 1; n <= 12; n++) {
    await added(database, moderator(guild), `stays-${n}`, `Others ${n}. ${'word '.repeat(n * 50)}`);
    await added(database, moderator(guild), `goes-${n}`, text(n));
  }
  const onDisk = async () => {
    const names = await readdir(dirname(place.file));
    const all = await Promise.all(names.map((name) => readFile(join(dirname(place.file), name), 'latin1')));
    return all.join('\n');
  };
  expect(await onDisk()).toContain('Zanzibar');
  for (let n = 1; n <= 12; n++) {
    const seen = { id: `goes-${n}`, version: 1, reason };
    done(await eraseDocument(database, moderator(guild), seen, erasePassages));
  }
  await expect.poll(onDisk, { timeout: 30_000 }).not.toContain('Zanzibar');
  expect(await onDisk()).toContain('Others 12.');
  expect((await sql`pragma integrity_check`.execute(database)).rows).toEqual([{ integrity_check: 'ok' }]);
});
