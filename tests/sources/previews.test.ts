// Between preview and approval, on both engines: what is kept comes back as it was, for its moderator alone, once and for a day.
import { expect, test } from 'vitest';
import { dayMs } from '../../src/common/day.ts';
import {
  approveDraft,
  cancelDraft,
  editDraft,
  type KeptPreview,
  keepDraft,
  keepTyped,
  openDraft,
  type Preview,
  purgeDrafts,
} from '../../src/sources/drafts.ts';
import { eraseDocument } from '../../src/sources/erase.ts';
import { showDocument, versionsOf } from '../../src/sources/read.ts';
import type { Database } from '../../src/store/tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { added, draft, limitedTo, minute, moderator, newGuild, noon, rules } from './world.ts';

const note = { key: 'sources.noRoom', values: { paragraphs: 1, most: 2 } } as const;
const fresh: Preview = {
  ...{ document: 'tonight', seen: undefined, reason: undefined, draft: draft('One.\n\nTwo.') },
  ...{ notes: [note], warnings: [{ key: 'discord.gone' }] },
  mended: { text: 'Öne.', values: { title: ['A', 'Ä'] }, notes: [note], warnings: [] },
};

onBothEngines((engine) => {
  const store = sharedStore(engine);
  const newServer = async () => {
    const { database } = await store();
    return { database, mia: moderator(newGuild()) };
  };
  const kept = async (database: Database, doer: ReturnType<typeof moderator>, preview = fresh) => {
    const id = await keepDraft(database, doer, preview);
    const there = typeof id === 'number' ? await openDraft(database, doer, id) : id;
    if (typeof there === 'string') throw new Error(there);
    return there;
  };

  test('what is kept comes back as it was, with numbers that grow', async () => {
    const { database, mia } = await newServer();
    const first = await kept(database, mia);
    expect(first).toEqual({ ...fresh, id: first.id, edits: 0 });
    const bare = { ...fresh, document: 'other', mended: undefined, typed: { facts: { title: 'T' } } };
    const second = await kept(database, mia, bare);
    expect(second).toEqual({ ...bare, id: second.id, edits: 0 });
    expect(second.id).toBeGreaterThan(first.id);
  });

  test('nobody sees another’s, nor one that is a day old', async () => {
    const { database, mia } = await newServer();
    const { id } = await kept(database, mia);
    const seenBy = async (doer: typeof mia) => {
      const there = await openDraft(database, doer, id);
      return typeof there === 'string' ? there : there.id;
    };
    expect(await seenBy({ ...mia, by: 'max' })).toBe('gone');
    expect(await seenBy({ ...mia, guild: newGuild() })).toBe('gone');
    expect(await seenBy({ ...mia, at: noon + dayMs - 1 })).toBe(id);
    expect(await seenBy({ ...mia, at: noon + dayMs })).toBe('gone');
    await purgeDrafts(database, noon + dayMs - 1);
    expect(await seenBy(mia)).toBe(id);
    await purgeDrafts(database, noon + dayMs);
    expect(await seenBy(mia)).toBe('gone');
  });

  test('ten are open at a time, and the oldest gives way', async () => {
    const { database, mia } = await newServer();
    const all: KeptPreview[] = [];
    for (let count = 0; count < 10; count += 1) all.push(await kept(database, mia));
    await kept(database, { ...mia, by: 'max' });
    const [first, second] = all;
    expect(await openDraft(database, mia, first!.id)).toMatchObject({ id: first!.id });
    await kept(database, mia);
    expect(await openDraft(database, mia, first!.id)).toBe('gone');
    expect(await openDraft(database, mia, second!.id)).toMatchObject({ id: second!.id });
  });

  test('an edit is of the preview as it was seen; what a refused form held is kept until then', async () => {
    const { database, mia } = await newServer();
    const before = await kept(database, mia);
    await keepTyped(database, mia, before, { facts: { title: 'Wrong' } });
    await keepTyped(
      database,
      mia,
      { ...before, typed: { facts: { title: 'Wrong' } } },
      { more: { by: 'B' } },
    );
    const typed = await openDraft(database, mia, before.id);
    expect(typed).toMatchObject({ typed: { facts: { title: 'Wrong' }, more: { by: 'B' } }, edits: 0 });
    const changed = {
      ...fresh,
      document: 'today',
      draft: draft('Three.', 'Another'),
      mended: undefined,
      notes: [],
    };
    const after = await editDraft(database, mia, before, changed);
    expect(after).toMatchObject({ document: 'today', edits: 1, notes: [], typed: undefined });
    expect(await openDraft(database, mia, before.id)).toEqual({
      ...changed,
      id: before.id,
      edits: 1,
      typed: undefined,
    });
    expect(await editDraft(database, mia, before, changed)).toBeUndefined();
    expect(await editDraft(database, { ...mia, by: 'max' }, after!, changed)).toBeUndefined();
    expect(await editDraft(database, { ...mia, at: noon + dayMs }, after!, changed)).toBeUndefined();
    await keepTyped(database, mia, before, { facts: { title: 'Late' } });
    expect(await openDraft(database, mia, before.id)).not.toMatchObject({ typed: expect.anything() });
  });

  test('one is cancelled once, and keeps no text', async () => {
    const { database, mia } = await newServer();
    const { id } = await kept(database, mia);
    expect(await cancelDraft(database, { ...mia, by: 'max' }, id)).toBe(false);
    expect(await cancelDraft(database, mia, id)).toBe(true);
    expect(await cancelDraft(database, mia, id)).toBe(false);
    expect(await openDraft(database, mia, id)).toBe('cancelled');
    const row = await database
      .selectFrom('drafts')
      .where('id', '=', id)
      .select(['text', 'remarks'])
      .executeTakeFirst();
    expect(row).toEqual({ text: '', remarks: '' });
  });

  test('one is approved once; a refusal leaves it open; a correction is of the version that was seen', async () => {
    const { database, mia } = await newServer();
    const preview = await kept(database, mia);
    expect(await approveDraft(database, mia, preview, limitedTo({ documents: 0 }))).toMatchObject({
      reason: 'limit',
    });
    const both = await Promise.all([1, 2].map(() => approveDraft(database, mia, preview, rules)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await openDraft(database, mia, preview.id)).toBe('approved');
    expect((await showDocument(database, mia.guild, { id: 'tonight' }))?.document.text).toBe('One.\n\nTwo.');
    const correction = { ...fresh, seen: 1, reason: 'misheard', draft: draft('One.\n\nThree.') };
    const next = await kept(database, mia, correction);
    expect(next).toMatchObject({ seen: 1, reason: 'misheard' });
    expect(await approveDraft(database, mia, next, rules)).toMatchObject({ ok: true, version: 2 });
    expect((await versionsOf(database, mia.guild, 'tonight')).map(({ reason }) => reason)).toEqual([
      undefined,
      'misheard',
    ]);
  });

  test('what was erased meanwhile is no longer corrected', async () => {
    const { database, mia } = await newServer();
    await added(database, mia, 'tonight');
    const correction = { ...fresh, seen: 1, reason: 'misheard' };
    expect(await keepDraft(database, mia, { ...correction, document: 'unknown' })).toBe('gone');
    expect(await keepDraft(database, mia, correction)).toEqual(expect.any(Number));
    await eraseDocument(
      database,
      { ...mia, at: noon + minute },
      { id: 'tonight', version: 1, reason: 'on demand' },
      async () => undefined,
    );
    expect(await keepDraft(database, mia, correction)).toBe('gone');
  });
});
