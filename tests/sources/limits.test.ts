// How much a server may keep of its own, on both engines.
import { expect, test } from 'vitest';
import { addDocument, correctDocument } from '../../src/sources/add.ts';
import { eraseDocument } from '../../src/sources/erase.ts';
import { changeModerators, type RoleChange } from '../../src/sources/moderators.ts';
import { listDocuments, offeredDocuments } from '../../src/sources/read.ts';
import { restoreDocument, withdrawDocument } from '../../src/sources/withdraw.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { done, draft, limitedTo, minute, moderator, newGuild, noon } from './world.ts';

onBothEngines((engine) => {
  const store = sharedStore(engine);
  const newServer = async () => ({ database: (await store()).database, guild: newGuild() });

  test('limits hold to the last document, also where many are added at once', async () => {
    const { database, guild } = await newServer();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        addDocument(
          database,
          moderator(guild),
          { id: `d${index}`, draft: draft('x') },
          limitedTo({ documents: 3 }),
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    expect(results.find(({ ok }) => !ok)).toEqual({
      ok: false,
      reason: 'limit',
      limit: 'documents',
      most: 3,
      would: 4,
    });
    expect(await listDocuments(database, guild)).toHaveLength(3);
  });

  test('each limit is told by its name; withdrawing makes room, but not for what is kept', async () => {
    const { database, guild } = await newServer();
    const add = (id: string, text: string, most: Parameters<typeof limitedTo>[0]) =>
      addDocument(database, moderator(guild), { id, draft: draft(text) }, limitedTo(most));
    const first = 'x'.repeat(1_000);
    expect(await add('a', first, { documentCharacters: 1_000 })).toMatchObject({
      limit: 'documentCharacters',
    });
    done(await add('a', first, { documentCharacters: 1_200, characters: 1_200, keptCharacters: 2_000 }));
    expect(await add('b', first, { characters: 2_000 })).toMatchObject({ limit: 'characters', most: 2_000 });
    expect(await add('b', first, { keptCharacters: 2_000 })).toMatchObject({ limit: 'keptCharacters' });
    const seen = { id: 'a', version: 1 };
    done(await withdrawDocument(database, moderator(guild), { ...seen, reason: 'room' }));
    expect(await add('b', first, { keptCharacters: 2_000 })).toMatchObject({ limit: 'keptCharacters' });
    done(await add('b', first, { characters: 2_000, documents: 1 }));
    const full = limitedTo({ documents: 1 }).limits;
    expect(await restoreDocument(database, moderator(guild), seen, full)).toMatchObject({
      limit: 'documents',
    });
    const longer = { id: 'b', version: 1, draft: draft(`${first}${first}`), reason: 'why' };
    const tight = limitedTo({ characters: 2_000 });
    expect(await correctDocument(database, moderator(guild), longer, tight)).toMatchObject({
      limit: 'characters',
    });
    const shorter = { ...longer, draft: draft('short') };
    const tighter = limitedTo({ characters: 100, documents: 0 });
    done(await correctDocument(database, moderator(guild), shorter, tighter));
  });

  test('paragraphs of a document and of a server are limited, and withdrawing makes room', async () => {
    const { database, guild } = await newServer();
    const most = limitedTo({ documentParagraphs: 4, paragraphs: 6 });
    const lines = (count: number, word = 'Line') =>
      draft(Array.from({ length: count }, (_, index) => `${word} ${index}.`).join('\n\n'));
    const add = (id: string, count: number) =>
      addDocument(database, moderator(guild), { id, draft: lines(count) }, most);
    expect(await add('a', 5)).toEqual({
      ...{ ok: false, reason: 'limit', limit: 'documentParagraphs', most: 4, would: 5 },
    });
    done(await add('a', 4));
    expect(await add('b', 3)).toMatchObject({ limit: 'paragraphs', most: 6, would: 7 });
    done(await add('b', 2));
    expect((await listDocuments(database, guild)).map(({ paragraphs }) => paragraphs)).toEqual([4, 2]);
    const correct = (count: number, version: number) => {
      const correction = { id: 'b', version, draft: lines(count, 'Words'), reason: 'why' };
      return correctDocument(database, moderator(guild), correction, most);
    };
    expect(await correct(5, 1)).toMatchObject({ limit: 'documentParagraphs', would: 5 });
    expect(await correct(3, 1)).toMatchObject({ limit: 'paragraphs', would: 7 });
    done(await correct(1, 1));
    const seen = { id: 'a', version: 1 };
    done(await withdrawDocument(database, moderator(guild), { ...seen, reason: 'room' }));
    done(await correct(3, 2));
    expect(await restoreDocument(database, moderator(guild), seen, most.limits)).toMatchObject({
      ...{ limit: 'paragraphs', would: 7 },
    });
  });

  test('a list is read by pages, and what is offered while somebody types by state, name and title', async () => {
    const { database, guild } = await newServer();
    const no = limitedTo({});
    const titles = { a: 'Lighthouses', b: 'The harbour', c: 'Harbours and lighthouses', d: 'Ships' };
    for (const [id, title] of Object.entries(titles))
      done(await addDocument(database, moderator(guild), { id, draft: draft('Text.', title) }, no));
    const told = { value: 'Harbours', by: 'supplied', because: 'no title' } as const;
    const { metadata, ...text } = draft('Text.');
    const untitled = { ...text, metadata: { ...metadata, title: told } };
    done(await addDocument(database, moderator(guild), { id: 'e', draft: untitled }, no));
    done(await withdrawDocument(database, moderator(guild), { id: 'c', version: 1, reason: 'why' }));
    const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id).join('');
    expect(ids(await listDocuments(database, guild, { from: 1, most: 2 }))).toBe('bc');
    expect(ids(await listDocuments(database, guild, { from: 4, most: 2 }))).toBe('e');
    const offered = async (
      typed: string,
      states: Parameters<typeof offeredDocuments>[2]['states'],
      most = 25,
    ) =>
      ids(
        await offeredDocuments(database, guild, {
          ...{ states, most },
          fits: (words) => words.toLowerCase().includes(typed),
        }),
      );
    expect(await offered('', ['current', 'withdrawn'])).toBe('edcba');
    expect(await offered('', ['current'], 2)).toBe('ed');
    expect(await offered('harbour', ['current'])).toBe('eb');
    expect(await offered('harbour', ['withdrawn'])).toBe('c');
    expect(await offered('d ', ['current'])).toBe('d');
    expect(await offered('harbour', ['erased'])).toBe('');
  });

  test('a document has so many versions and no more', async () => {
    const { database, guild } = await newServer();
    const most = limitedTo({ versions: 2 });
    done(await addDocument(database, moderator(guild), { id: 'a', draft: draft('One.') }, most));
    const correct = (version: number, text: string) =>
      correctDocument(
        database,
        moderator(guild),
        { id: 'a', version, draft: draft(text), reason: 'why' },
        most,
      );
    done(await correct(1, 'Two.'));
    expect(await correct(2, 'Three.')).toMatchObject({ limit: 'versions', most: 2, would: 3 });
  });

  test('documents that are kept in whatever state have a limit of their own', async () => {
    const { database, guild } = await newServer();
    const most = limitedTo({ keptDocuments: 2, documents: 1 });
    const add = (id: string) => addDocument(database, moderator(guild), { id, draft: draft('Text.') }, most);
    done(await add('a'));
    done(await withdrawDocument(database, moderator(guild), { id: 'a', version: 1, reason: 'room' }));
    done(await add('b'));
    const erase = { id: 'b', version: 1, reason: 'by mistake' };
    done(await eraseDocument(database, moderator(guild), erase, async () => undefined));
    expect(await add('c')).toMatchObject({ limit: 'keptDocuments', most: 2, would: 3 });
    done(await restoreDocument(database, moderator(guild), { id: 'a', version: 1 }, most.limits));
  });

  test('what is counted of a document follows its versions and states', async () => {
    const { database, guild } = await newServer();
    const row = () =>
      database
        .selectFrom('documents')
        .where('guild', '=', guild)
        .select(['characters', 'paragraphs', 'kept'])
        .executeTakeFirstOrThrow();
    const { limits } = limitedTo({});
    done(
      await addDocument(database, moderator(guild), { id: 'a', draft: draft('One.\n\nTwo.') }, limitedTo({})),
    );
    const first = await row();
    expect(first).toEqual({ characters: first.kept, paragraphs: 2, kept: first.kept });
    const correction = { id: 'a', version: 1, draft: draft('One.'), reason: 'why' };
    done(await correctDocument(database, moderator(guild), correction, { limits }));
    const second = await row();
    expect(second).toEqual({ ...second, paragraphs: 1, kept: first.kept + second.characters });
    const seen = { id: 'a', version: 2, reason: 'why' };
    done(await withdrawDocument(database, moderator(guild), seen));
    expect(await row()).toEqual(second);
    done(await eraseDocument(database, moderator(guild), seen, async () => undefined));
    const keys = await database.selectFrom('erased_keys').orderBy('id', 'desc').select('keys').execute();
    expect(await row()).toEqual({ characters: 0, paragraphs: 0, kept: keys[0]?.keys.length });
  });

  test('restoring and giving roles count for the hour; withdrawing, erasing and taking roles away are always free', async () => {
    const { database, guild } = await newServer();
    const most = limitedTo({ hourly: 4 });
    const at = (minutes: number) => moderator(guild, 'mia', noon + minutes * minute);
    const seen = { id: 'a', version: 1 };
    const withdraw = (minutes: number) => withdrawDocument(database, at(minutes), { ...seen, reason: 'why' });
    const restore = (minutes: number) => restoreDocument(database, at(minutes), seen, most.limits);
    const roles = (minutes: number, change: RoleChange) =>
      changeModerators(database, at(minutes), change, most.limits);
    done(await addDocument(database, at(0), { id: 'a', draft: draft('Text.') }, most));
    done(await withdraw(1));
    done(await restore(2));
    done(await withdraw(3));
    done(await restore(4));
    expect(await roles(5, { add: 'archive' })).toMatchObject({ ok: true });
    done(await withdraw(6));
    const full = { ok: false, limit: 'hourly', most: 4, freeAt: noon + 60 * minute };
    expect(await restore(7)).toMatchObject(full);
    expect(await roles(7, { add: 'other' })).toMatchObject(full);
    expect(await roles(7, { add: 'other', remove: 'archive' })).toMatchObject(full);
    expect(await roles(7, { add: 'archive' })).toMatchObject({ reason: 'same' });
    expect(await roles(8, { remove: 'archive' })).toMatchObject({ ok: true, roles: [] });
    done(await eraseDocument(database, at(9), { ...seen, reason: 'why' }, async () => undefined));
  });

  test('additions and corrections of an hour are counted, and it is told when the next is free', async () => {
    const { database, guild } = await newServer();
    const most = limitedTo({ hourly: 2 });
    const at = (minutes: number) => moderator(guild, 'mia', noon + minutes * minute);
    const add = (id: string, minutes: number) =>
      addDocument(database, at(minutes), { id, draft: draft('Text.') }, most);
    done(await add('a', 0));
    const correction = { id: 'a', version: 1, draft: draft('New.'), reason: 'why' };
    done(await correctDocument(database, at(20), correction, most));
    expect(await add('b', 59)).toMatchObject({ limit: 'hourly', most: 2, freeAt: noon + 60 * minute });
    done(await withdrawDocument(database, at(59), { id: 'a', version: 2, reason: 'always free' }));
    done(await add('b', 60));
  });
});
