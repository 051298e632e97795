// The life of a server's own document on both engines: states, versions, who wins, limits, the audit log.
import { expect, test } from 'vitest';
import { hashOf } from '../../src/corpus/passages.ts';
import { addDocument, correctDocument } from '../../src/sources/add.ts';
import { auditOf, documentsOf, listDocuments, showDocument, versionsOf } from '../../src/sources/read.ts';
import { isOwn, passagesOfOwn } from '../../src/sources/version.ts';
import { restoreDocument, withdrawDocument } from '../../src/sources/withdraw.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { exportDocuments } from './exported.ts';
import { added, done, draft, minute, moderator, newGuild, noon, rules } from './world.ts';

const { limits } = rules;

onBothEngines((engine) => {
  const store = sharedStore(engine);
  const newServer = async () => ({ database: (await store()).database, guild: newGuild() });

  test('a document that was added is listed, shown and loaded, word for word', async () => {
    const { database, guild } = await newServer();
    const text = '# Heading\n\n“Ціна” — 👩‍🚀 it’s said.\n\n\u202eSecond\u202c.\n';
    const metadata = {
      title: { value: 'Tonight', by: 'supplied', because: 'the page has none' },
      publisher: { value: 'The ministry', by: 'source' },
      published: { value: '2026-01', by: 'inferred', because: 'from the address' },
      kind: 'readout',
      url: 'https://example.org/',
      language: 'uk',
    } as const;
    const given = { metadata, format: 'markdown', text } as const;
    const result = await addDocument(database, moderator(guild), { id: 'tonight', draft: given }, rules);
    expect(result).toMatchObject({ ok: true, id: 'tonight', state: 'current', version: 1 });

    expect(await listDocuments(database, guild)).toEqual([
      {
        id: 'tonight',
        metadata,
        state: 'current',
        reason: undefined,
        version: 1,
        paragraphs: 2,
        characters: expect.any(Number),
        by: 'mia',
        at: noon,
      },
    ]);
    const shown = await showDocument(database, guild, { id: 'tonight' });
    const [document] = (await documentsOf(database, guild)).documents;
    expect(shown?.document).toEqual(document);
    expect(document).toMatchObject({ ...metadata, id: 'tonight', status: 'current', text, version: 1 });
    expect(document && isOwn(document)).toBe(true);
    expect(document && passagesOfOwn(document).map((passage) => [passage.text, passage.headings])).toEqual([
      ['“Ціна” — 👩‍🚀 it’s said.', ['Heading']],
      ['\u202eSecond\u202c.', ['Heading']],
    ]);
  });

  test('in a plain text a line that begins with # is a paragraph, also when it comes back', async () => {
    const { database, guild } = await newServer();
    const plain = { ...draft('# 1 on the agenda\n\nText.'), format: 'text' } as const;
    done(await addDocument(database, moderator(guild), { id: 'plain', draft: plain }, rules));
    const [document] = (await documentsOf(database, guild)).documents;
    expect(document && passagesOfOwn(document).map(({ text }) => text)).toEqual([
      '# 1 on the agenda',
      'Text.',
    ]);
  });

  test('what would not come back as it went in is refused', async () => {
    const { database, guild } = await newServer();
    const add = (text: string, title?: string) =>
      addDocument(database, moderator(guild), { id: 'a', draft: draft(text, title) }, rules);
    expect(await add('a\0b')).toEqual({ ok: false, reason: 'unfit', fault: 'nul' });
    expect(await add('half \ud83d')).toEqual({ ok: false, reason: 'unfit', fault: 'broken-characters' });
    expect(await add('fine', 'two\nlines')).toEqual({ ok: false, reason: 'unfit', fault: 'metadata' });
    expect(await add('a\r\nb')).toEqual({ ok: false, reason: 'unfit', fault: 'carriage-return' });
    expect(await add('# Only a heading\n')).toEqual({ ok: false, reason: 'unfit', fault: 'no-text' });
    expect(await auditOf(database, guild)).toEqual([]);
  });

  test('an id must be one, free in the server, and not one of the shipped documents', async () => {
    const { database, guild } = await newServer();
    const add = async (id: string) => {
      const result = await addDocument(database, moderator(guild), { id, draft: draft('Text.') }, rules);
      return result.ok ? 'added' : result.reason;
    };
    expect(await add('Not an id')).toBe('bad-id');
    expect(await add('a'.repeat(61))).toBe('bad-id');
    expect(await add('shipped')).toBe('id-reserved');
    expect(await add('tonight')).toBe('added');
    expect(await add('tonight')).toBe('id-taken');
    const seen = { id: 'tonight', version: 1 };
    done(await withdrawDocument(database, moderator(guild), { ...seen, reason: 'wrong' }));
    expect(await add('tonight')).toBe('id-taken');
  });

  test('a correction makes a new version and keeps the old one', async () => {
    const { database, guild } = await newServer();
    await added(database, moderator(guild), 'tonight', 'They said no.');
    const later = moderator(guild, 'max', noon + minute);
    const correction = { id: 'tonight', version: 1, draft: draft('They said yes.'), reason: ' misheard\n' };
    const result = await correctDocument(database, later, correction, rules);
    expect(result).toMatchObject({ ok: true, state: 'corrected', version: 2 });
    const versions = await versionsOf(database, guild, 'tonight');
    expect(
      versions.map(({ document, version, reason, by, at }) => [document.text, version, reason, by, at]),
    ).toEqual([
      ['They said no.', 1, undefined, 'mia', noon],
      ['They said yes.', 2, 'misheard', 'max', noon + minute],
    ]);
    expect((await documentsOf(database, guild)).documents).toMatchObject([
      { id: 'tonight', text: 'They said yes.', status: 'corrected', version: 2 },
    ]);
    expect((await showDocument(database, guild, { id: 'tonight', version: 1 }))?.document.text).toBe(
      'They said no.',
    );
    expect(await showDocument(database, guild, { id: 'tonight', version: 3 })).toBeUndefined();
  });

  test('a correction of nothing, without a reason, or of what is not there is refused', async () => {
    const { database, guild } = await newServer();
    await added(database, moderator(guild), 'tonight', 'Text.');
    const correct = (change: object) =>
      correctDocument(
        database,
        moderator(guild),
        { id: 'tonight', version: 1, draft: draft('New.'), reason: 'why', ...change },
        rules,
      );
    expect(await correct({ draft: draft('Text.') })).toEqual({ ok: false, reason: 'same' });
    expect(await correct({ reason: ' \n' })).toEqual({ ok: false, reason: 'unfit-reason' });
    expect(await correct({ reason: 'x'.repeat(501) })).toEqual({ ok: false, reason: 'unfit-reason' });
    expect(await correct({ id: 'other' })).toEqual({ ok: false, reason: 'not-found' });
    expect(await correct({ version: 2 })).toMatchObject({
      ok: false,
      reason: 'changed',
      now: { version: 1 },
    });
    expect(await correct({ draft: draft('Text.', 'Another title') })).toMatchObject({ ok: true, version: 2 });
  });

  test('a withdrawn document says so and why, and can be restored', async () => {
    const { database, guild } = await newServer();
    await added(database, moderator(guild), 'tonight');
    const seen = { id: 'tonight', version: 1 };
    const withdrawn = await withdrawDocument(database, moderator(guild, 'max'), {
      ...seen,
      reason: 'a hoax',
    });
    expect(withdrawn).toMatchObject({ ok: true, state: 'withdrawn', version: 1 });
    expect(await listDocuments(database, guild)).toMatchObject([
      { state: 'withdrawn', reason: 'a hoax', by: 'max' },
    ]);
    expect((await documentsOf(database, guild)).documents).toMatchObject([{ status: 'withdrawn' }]);
    const correction = { ...seen, draft: draft('New.'), reason: 'why' };
    expect(await correctDocument(database, moderator(guild), correction, rules)).toMatchObject({
      ok: false,
      reason: 'changed',
      now: { state: 'withdrawn', by: 'max' },
    });
    expect(await restoreDocument(database, moderator(guild), seen, limits)).toMatchObject({
      ok: true,
      state: 'current',
    });
    expect(await listDocuments(database, guild)).toMatchObject([{ state: 'current', reason: undefined }]);
    expect(await restoreDocument(database, moderator(guild), seen, limits)).toMatchObject({
      ok: false,
      reason: 'changed',
      now: { state: 'current', version: 1 },
    });
  });

  test('a corrected document is corrected again when it is restored', async () => {
    const { database, guild } = await newServer();
    await added(database, moderator(guild), 'tonight', 'Old.');
    const correction = { id: 'tonight', version: 1, draft: draft('New.'), reason: 'why' };
    done(await correctDocument(database, moderator(guild), correction, rules));
    const seen = { id: 'tonight', version: 2 };
    done(await withdrawDocument(database, moderator(guild), { ...seen, reason: 'why' }));
    expect(done(await restoreDocument(database, moderator(guild), seen, limits)).state).toBe('corrected');
  });

  test('the audit log tells who did what, when, before and after, the newest first, page by page', async () => {
    const { database, guild } = await newServer();
    await added(database, moderator(guild, 'mia', noon), 'a', 'Old.');
    const correction = { id: 'a', version: 1, draft: draft('New.'), reason: 'why' };
    done(await correctDocument(database, moderator(guild, 'max', noon + 1), correction, rules));
    const seen = { id: 'a', version: 2 };
    done(await withdrawDocument(database, moderator(guild, 'mo', noon + 2), { ...seen, reason: 'hoax' }));
    done(await restoreDocument(database, moderator(guild, 'may', noon + 3), seen, limits));
    const log = await auditOf(database, guild);
    expect(log.map(({ by, action, at, before, after }) => [by, action, at, before, after])).toEqual([
      [
        'may',
        'restore',
        noon + 3,
        { state: 'withdrawn', version: 2, reason: 'hoax' },
        { state: 'corrected', version: 2 },
      ],
      [
        'mo',
        'withdraw',
        noon + 2,
        { state: 'corrected', version: 2 },
        { state: 'withdrawn', version: 2, reason: 'hoax' },
      ],
      [
        'max',
        'correct',
        noon + 1,
        { state: 'current', version: 1, hash: hashOf({ text: 'Old.' }) },
        { state: 'corrected', version: 2, hash: hashOf({ text: 'New.' }), reason: 'why' },
      ],
      ['mia', 'add', noon, undefined, { state: 'current', version: 1, hash: hashOf({ text: 'Old.' }) }],
    ]);
    const first = await auditOf(database, guild, { most: 3 });
    expect(first).toEqual(log.slice(0, 3));
    expect(await auditOf(database, guild, { before: first[2]?.revision ?? 0 })).toEqual(log.slice(3));
  });

  test('an export holds all versions, front matter as the corpus reads it, and the whole audit log', async () => {
    const { database, guild } = await newServer();
    await added(database, moderator(guild), 'a', 'Old one.\n\nOld two.');
    await added(database, moderator(guild), 'b', 'Text.');
    const correction = { id: 'a', version: 1, draft: draft('New.'), reason: 'why' };
    done(await correctDocument(database, moderator(guild), correction, rules));
    done(await withdrawDocument(database, moderator(guild), { id: 'b', version: 1, reason: 'hoax' }));
    const exported = await exportDocuments(database, guild);
    expect(exported.documents).toMatchObject([
      {
        id: 'a',
        state: 'corrected',
        versions: [{ text: 'Old one.\n\nOld two.' }, { text: 'New.', reason: 'why' }],
      },
      { id: 'b', state: 'withdrawn', reason: 'hoax', versions: [{ version: 1 }] },
    ]);
    expect(exported.documents[0]?.versions[0]).toMatchObject({
      frontMatter: { id: 'a', title: 'A communiqué', kind: 'statement', language: 'en' },
      paragraphHashes: [hashOf({ text: 'Old one.' }), hashOf({ text: 'Old two.' })],
      by: 'mia',
      at: noon,
    });
    expect(exported.audit.map(({ action }) => action)).toEqual(['add', 'add', 'correct', 'withdraw']);
    expect(JSON.parse(JSON.stringify(exported))).toMatchObject({ guild });
  });

  test('a document that is not what was approved is left out and told, and hides no other', async () => {
    const { database, guild } = await newServer();
    for (const id of ['fine', 'forged', 'broken', 'foreign']) await added(database, moderator(guild), id);
    const spoil = (id: string, columns: { text?: string; metadata?: string }) =>
      database
        .updateTable('versions')
        .set(columns)
        .where('guild', '=', guild)
        .where('document', '=', id)
        .execute();
    await spoil('forged', { text: 'Never said.' });
    await spoil('broken', { metadata: '{' });
    await spoil('foreign', { metadata: '{"title":""}' });
    const { documents, problems } = await documentsOf(database, guild);
    expect(documents.map(({ id }) => id)).toEqual(['fine']);
    expect(problems.map(({ place, message }) => [place.file, message.key])).toEqual([
      ['forged.md', 'sources.damaged'],
      ['broken.md', 'sources.damaged'],
      ['foreign.md', 'sources.damaged'],
    ]);
  });
});
