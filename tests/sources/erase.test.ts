// A document whose words are erased: they are in no row, draft, question or file any more, and what cites it says so.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { editQuestion } from '../../src/questions/ask.ts';
import { erasePassages } from '../../src/questions/forgetting/erased-passages.ts';
import { choose } from '../../src/questions/review.ts';
import { passageKey } from '../../src/reading/passage-key.ts';
import { addDocument, correctDocument } from '../../src/sources/add.ts';
import { keepDraft } from '../../src/sources/drafts.ts';
import { eraseDocument } from '../../src/sources/erase.ts';
import { dropErasedKeys, erasedKeysAfter, type KeysPage } from '../../src/sources/erased-keys.ts';
import { auditOf, documentsOf, listDocuments, versionsOf } from '../../src/sources/read.ts';
import { resolveOwn } from '../../src/sources/resolve.ts';
import { textHash } from '../../src/sources/version.ts';
import { restoreDocument, withdrawDocument } from '../../src/sources/withdraw.ts';
import type { Database } from '../../src/store/tables.ts';
import { asked, by, cited, found, newDesk, seen } from '../questions/world.ts';
import { newPlace, onBothEngines, opened, sharedStore } from '../store/engines.ts';
import { exportDocuments } from './exported.ts';
import { added, done, draft, limitedTo, minute, moderator, newGuild, noon, rules } from './world.ts';

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

async function pagesAfter(database: Database, id: number): Promise<KeysPage[]> {
  const page = await erasedKeysAfter(database, id);
  return page ? [page, ...(await pagesAfter(database, page.id))] : [];
}

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

  test('what the reader keeps of all its versions is named once to every process, in the order of erasures', async () => {
    const { database } = await shared();
    const [guild, other] = [newGuild(), newGuild()];
    const before = (await pagesAfter(database, 0)).at(-1)?.id ?? 0;
    await twoVersions(database, guild);
    await twoVersions(database, other);
    done(await erase(database, guild));
    const keys = [first, second].flatMap((text) => text.split('\n\n')).map((text) => passageKey(title, text));
    const pages = await pagesAfter(database, before);
    expect(pages.flatMap((page) => page.keys)).toEqual([...new Set(keys)]);
    done(await erase(database, other));
    expect(await pagesAfter(database, before)).toEqual([...pages, { ...pages[0], id: expect.any(Number) }]);
  });

  test('a page has a thousand names at most, whatever was erased', async () => {
    const { database } = await shared();
    const guild = newGuild();
    const before = (await pagesAfter(database, 0)).at(-1)?.id ?? 0;
    const words = Array.from({ length: 2_500 }, (_, n) => `Line ${n}.`).join('\n\n');
    await added(database, moderator(guild), 'tonight', words);
    done(await erase(database, guild, 1));
    const sizes = (await pagesAfter(database, before)).map(({ keys }) => keys.length);
    expect(sizes).toEqual([1_000, 1_000, 500]);
  });

  test('names count for what is kept, and are dropped after a month', async () => {
    const { database } = await shared();
    const guild = newGuild();
    await twoVersions(database, guild);
    done(await erase(database, guild));
    const add = (id: string) =>
      addDocument(
        database,
        moderator(guild, 'mia', noon + 3),
        { id, draft: draft('x'.repeat(200)) },
        limitedTo({ keptCharacters: 350 }),
      );
    expect(await add('b')).toMatchObject({ limit: 'keptCharacters' });
    await dropErasedKeys(database, noon + 29 * 24 * 60 * minute);
    expect(await add('b')).toMatchObject({ limit: 'keptCharacters' });
    await dropErasedKeys(database, noon + 30 * 24 * 60 * minute + 2);
    expect(await pagesAfter(database, 0)).toEqual([]);
    done(await add('b'));
  });

  test('a question that was looked up before an erasure, and is asked after it, is kept without the words', async () => {
    const { database } = await shared();
    const guild = await newDesk(database);
    await added(database, moderator(guild), 'tonight', first);
    await added(database, moderator(guild), 'talks', first);
    const stale = {
      ...cited(1, 'Zanzibar keeps its lighthouses.'),
      document: 'tonight',
      label: 'tonight ¶1',
    };
    const edited = await asked(database, by(guild, 'ann'), 'What is edited afterwards?');
    done(await erase(database, guild, 1));
    const late = { passages: [stale, cited(2)], answered: true };
    const taken = await asked(database, by(guild, 'ann'), 'What does Zanzibar keep?', late);
    const { number } = edited.question;
    const edit = { number, text: 'What does it keep then?', passages: [stale], answered: true };
    expect(await editQuestion(database, by(guild, 'ann'), edit)).toMatchObject({ ok: true });
    const choice = { ...(await seen(database, guild, number)), chosen: [stale.label], added: [stale] };
    expect(await choose(database, by(guild, 'mia'), choice)).toMatchObject({ reason: 'unknown-passage' });
    for (const each of [taken.question.number, number]) {
      const question = await found(database, guild, each);
      expect(JSON.stringify(question)).not.toContain('lighthouses');
      // What is left does not answer by itself.
      expect(question.chosen).toEqual([]);
    }
  });

  test('of questions that are asked at the moment of an erasure none has the words afterwards', async () => {
    const { database } = await shared();
    const guild = await newDesk(database);
    await added(database, moderator(guild), 'tonight', first);
    const stale = {
      ...cited(1, 'Zanzibar keeps its lighthouses.'),
      document: 'tonight',
      label: 'tonight ¶1',
    };
    const names = ['ann', 'ben', 'cem', 'dan', 'eva', 'fay'];
    const ask = (name: string, n: number) =>
      asked(database, by(guild, name), `${name} would like to know about number ${n}?`, {
        passages: [stale],
      });
    const all = [...names.slice(0, 3).map(ask), erase(database, guild, 1), ...names.slice(3).map(ask)];
    for (const result of await Promise.all(all)) expect(result).toMatchObject({ ok: true });
    const rows = await database
      .selectFrom('questions')
      .where('guild', '=', guild)
      .select('passages')
      .execute();
    expect(rows).toHaveLength(6);
    expect(JSON.stringify(rows)).not.toContain('lighthouses');
  });

  test('a correction that is read while its document is erased is kept as no preview', async () => {
    const { database } = await shared();
    const guild = newGuild();
    await twoVersions(database, guild);
    const preview = { document: 'tonight', reason: 'why', notes: [], warnings: [], draft: draft(second) };
    const keep = () => keepDraft(database, moderator(guild), { ...preview, seen: 2 });
    expect(await keep()).toEqual(expect.any(Number));
    await Promise.all([keep(), erase(database, guild).then(done), keep(), keep()]);
    expect(await keep()).toBe('gone');
    expect(
      await database.selectFrom('drafts').where('guild', '=', guild).select('document').execute(),
    ).toEqual([]);
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
