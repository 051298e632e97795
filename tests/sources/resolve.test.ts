// Citations of a server's own documents, in old versions and after a document was withdrawn, on both engines.
import { expect, test } from 'vitest';
import { hashOf } from '../../src/corpus/passages.ts';
import { correctDocument } from '../../src/sources/add.ts';
import { resolveAnywhere, resolveOwn } from '../../src/sources/resolve.ts';
import { withdrawDocument } from '../../src/sources/withdraw.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { added, done, draft, moderator, newGuild, rules } from './world.ts';

const hash = (text: string) => hashOf({ text });

onBothEngines((engine) => {
  const store = sharedStore(engine);

  /** A document whose first paragraph stayed, whose second moved, and whose third was put in other words. */
  const newServer = async () => {
    const { database } = await store();
    const guild = newGuild();
    await added(database, moderator(guild), 'tonight', 'Stays.\n\nMoves.\n\nWas so.');
    const text = 'Stays.\n\nIs new.\n\nMoves.\n\nIs so.';
    const correction = { id: 'tonight', version: 1, draft: draft(text), reason: 'misheard' };
    done(await correctDocument(database, moderator(guild), correction, rules));
    const resolve = (paragraph: number, more: object = {}, where = guild) =>
      resolveOwn(database, where, { document: 'tonight', paragraph, ...more });
    return { database, guild, resolve };
  };

  test('without a version a citation is of the newest', async () => {
    const { resolve } = await newServer();
    expect(await resolve(4)).toMatchObject({
      found: true,
      passage: { text: 'Is so.', paragraph: 4 },
      hash: hash('Is so.'),
      version: 2,
      became: { now: 'current', paragraph: 4 },
    });
  });

  test('a citation of an old version gives its words, and says what became of them', async () => {
    const { resolve } = await newServer();
    const became = async (paragraph: number) => {
      const resolved = await resolve(paragraph, { version: 1 });
      return resolved.found ? [resolved.passage.text, resolved.became] : resolved;
    };
    expect(await became(1)).toEqual(['Stays.', { now: 'current', paragraph: 1 }]);
    expect(await became(2)).toEqual(['Moves.', { now: 'current', paragraph: 3 }]);
    expect(await became(3)).toEqual(['Was so.', { now: 'corrected', newest: 2, reason: 'misheard' }]);
  });

  test('a paragraph that only an older version has is found there, the latest first', async () => {
    const { database, guild } = await newServer();
    const anywhere = (paragraph: number, version = 2) => ({ document: 'tonight', paragraph, version });
    const shorter = { id: 'tonight', version: 2, draft: draft('Stays.'), reason: 'too long' };
    done(await correctDocument(database, moderator(guild), shorter, rules));
    const { version: _, ...fourth } = anywhere(4);
    expect(await resolveAnywhere(database, guild, fourth)).toMatchObject({
      ...{ found: true, version: 2, passage: { text: 'Is so.' } },
    });
    expect(await resolveAnywhere(database, guild, anywhere(4, 3))).toMatchObject({ reason: 'out-of-range' });
    for (const paragraph of [5, 0, 999_999_999]) {
      const nowhere = { document: 'tonight', paragraph };
      expect(await resolveAnywhere(database, guild, nowhere)).toEqual({
        ...{ found: false, reason: 'out-of-range', paragraphs: 1 },
      });
    }
  });

  test('where the latest version that has the paragraph is damaged, the one before it is shown', async () => {
    const { database, guild } = await newServer();
    for (const [version, text] of [
      [2, 'Stays.\n\nIs new.\n\nMoves.\n\nOnce more.'],
      [3, 'Stays.'],
    ] as const) {
      const correction = { id: 'tonight', version, draft: draft(text), reason: 'why' };
      done(await correctDocument(database, moderator(guild), correction, rules));
    }
    await database
      .updateTable('versions')
      .set({ text: 'Forged.' })
      .where('guild', '=', guild)
      .where('version', '=', 3)
      .execute();
    const fourth = { document: 'tonight', paragraph: 4 };
    expect(await resolveAnywhere(database, guild, fourth)).toMatchObject({
      ...{ found: true, version: 2, passage: { text: 'Is so.' } },
    });
  });

  test('a paragraph that was stored whole, before long ones were cut, keeps its citation', async () => {
    const { database, guild } = await newServer();
    const long = 'We met and went on. '.repeat(400).trim();
    await added(database, moderator(guild), 'long', `First.\n\n${long}\n\nLast.`);
    const stored = JSON.stringify(['First.', long, 'Last.'].map(hash));
    await database
      .updateTable('versions')
      .set({ paragraphs: stored })
      .where('guild', '=', guild)
      .where('document', '=', 'long')
      .execute();
    for (const [paragraph, text] of [
      [1, 'First.'],
      [2, long],
      [3, 'Last.'],
    ] as const)
      expect(await resolveOwn(database, guild, { document: 'long', paragraph })).toMatchObject({
        ...{ found: true, passage: { text, paragraph } },
      });
  });

  test('a citation that knows its words finds the version that has them', async () => {
    const { resolve } = await newServer();
    expect(await resolve(3, { hash: hash('Was so.') })).toMatchObject({ found: true, version: 1 });
    expect(await resolve(3, { hash: hash('Moves.') })).toMatchObject({ found: true, version: 2 });
    expect(await resolve(3, { hash: hash('Never said.') })).toEqual({ found: false, reason: 'altered' });
    expect(await resolve(1, { version: 2, hash: hash('Was so.') })).toEqual({
      found: false,
      reason: 'altered',
    });
    for (const nowhere of [0, -1, 1.5, 9, 999_999_999, 1e15])
      expect(await resolve(nowhere, { hash: hash('Stays.') })).toEqual({ found: false, reason: 'altered' });
    for (const part of ['', '"', hash('Stays.').slice(1)])
      expect(await resolve(1, { hash: part })).toEqual({ found: false, reason: 'altered' });
  });

  test('a citation of a withdrawn document resolves and says so', async () => {
    const { database, guild, resolve } = await newServer();
    const seen = { id: 'tonight', version: 2 };
    done(await withdrawDocument(database, moderator(guild), { ...seen, reason: 'a hoax' }));
    for (const version of [1, 2]) {
      expect(await resolve(1, { version })).toMatchObject({
        found: true,
        passage: { text: 'Stays.' },
        became: { now: 'withdrawn', reason: 'a hoax' },
      });
    }
  });

  test('what is not there is told apart', async () => {
    const { database, guild, resolve } = await newServer();
    expect(await resolve(5)).toEqual({ found: false, reason: 'out-of-range', paragraphs: 4 });
    expect(await resolve(4, { version: 1 })).toEqual({ found: false, reason: 'out-of-range', paragraphs: 3 });
    expect(await resolve(0)).toMatchObject({ found: false, reason: 'out-of-range' });
    expect(await resolve(1, { version: 3 })).toEqual({ found: false, reason: 'no-version' });
    const other = { document: 'other', paragraph: 1 };
    expect(await resolveOwn(database, guild, other)).toEqual({ found: false, reason: 'no-document' });
    expect(await resolve(1, {}, newGuild())).toEqual({ found: false, reason: 'no-document' });
  });

  test('a text that was changed behind our back is not shown', async () => {
    const { database, guild, resolve } = await newServer();
    await database
      .updateTable('versions')
      .set({ text: 'Stays.\n\nIs new.\n\nMoves.\n\nIs forged.' })
      .where('guild', '=', guild)
      .where('version', '=', 2)
      .execute();
    expect(await resolve(4)).toEqual({ found: false, reason: 'altered' });
    expect(await resolve(1)).toMatchObject({ found: true });
  });
});
