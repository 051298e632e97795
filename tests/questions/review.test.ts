// What a moderator may do to a question, what it then is, and why not: each refusal beside what is just allowed, on both engines.
import { expect, test } from 'vitest';
import type { Doer } from '../../src/questions/change.ts';
import { closeDesk, openDesk } from '../../src/questions/desk.ts';
import { flagAnswers } from '../../src/questions/flags.ts';
import { type Question, questionOf } from '../../src/questions/question.ts';
import {
  approve,
  choose,
  claim,
  claimMs,
  keep,
  merge,
  reject,
  release,
  retry,
  type Seen,
  sayNone,
  undo,
  undoMs,
  writeNote,
} from '../../src/questions/review.ts';
import type { QuestionRow } from '../../src/store/desk-tables.ts';
import type { Database } from '../../src/store/tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import {
  asked,
  by,
  channel,
  cited,
  deliverAll,
  done,
  found,
  minute,
  newDesk,
  noon,
  published,
  seen,
} from './world.ts';

const borders = 'Can borders be changed by force?';
const alaska = 'Who met in Alaska?';

type Done =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly reason: string };

/** Everything that a moderator does to what is undecided, to a question whose second passage is in the menu, and what it leads to. */
const deeds: Record<
  string,
  [(database: Database, doer: Doer, it: Seen) => Promise<Done>, Partial<Question>]
> = {
  claim: [claim, { state: 'claimed' }],
  release: [release, { state: 'waiting', claimedBy: undefined, claimedAt: undefined }],
  choose: [
    (database, doer, it) => choose(database, doer, { ...it, chosen: ['talks ¶2'] }),
    { chosen: [cited(2)] },
  ],
  note: [(database, doer, it) => writeNote(database, doer, { ...it, note: 'Mine.' }), { note: 'Mine.' }],
  approve: [approve, { state: 'approved' }],
  none: [sayNone, { state: 'approved', chosen: [] }],
  reject: [
    (database, doer, it) => reject(database, doer, { ...it, reason: 'unclear', words: 'What?' }),
    { state: 'rejected', reason: 'unclear', reasonWords: 'What?' },
  ],
  merge: [
    (database, doer, it) => merge(database, doer, { ...it, into: 2 }),
    { state: 'merged', mergedInto: 2 },
  ],
};
const decisions = ['approve', 'none', 'reject', 'merge'];

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async (change: Parameters<typeof newDesk>[1] = {}) => {
    const { database } = await shared();
    const guild = await newDesk(database, change);
    const set = (row: Partial<QuestionRow>, number = 1) =>
      database
        .updateTable('questions')
        .set(row)
        .where('guild', '=', guild)
        .where('number', '=', number)
        .execute();
    return { database, guild, set, mia: by(guild, 'mia', noon + minute) };
  };
  const two = async (more: Parameters<typeof asked>[3] = {}) => {
    const world = await newGuild();
    for (const text of [borders, alaska]) await asked(world.database, by(world.guild, 'a'), text, more);
    return world;
  };

  test.each(Object.entries(deeds).filter(([name]) => name !== 'release'))(
    'of a question that waits, "%s" makes what it says, and nothing else of it is another',
    async (name, [act, leads]) => {
      const { database, guild, mia } = await two();
      const before = await found(database, guild, 1);
      const decided = decisions.includes(name) && { decidedBy: 'mia', decidedAt: mia.at };
      const claimed = name === 'claim' && { claimedBy: 'mia', claimedAt: mia.at };
      const { question } = done(await act(database, mia, { number: 1, seen: 1 }));
      expect(question).toEqual({ ...before, ...leads, ...decided, ...claimed, version: 2 });
      expect(await found(database, guild, 1)).toEqual(question);
    },
  );

  test.each(Object.entries(deeds))(
    'what somebody has claimed others leave alone until the claim is over, and they themself do not: %s',
    async (name, [act, leads]) => {
      const { database, guild } = await two();
      done(await claim(database, by(guild, 'mia'), { number: 1, seen: 1 }));
      const now = await found(database, guild, 1);
      const max = (after: number) => act(database, by(guild, 'max', noon + after), { number: 1, seen: 2 });
      expect(await max(0)).toEqual({ ok: false, reason: 'claimed', now });
      expect(await max(claimMs - 1)).toEqual({ ok: false, reason: 'claimed', now });
      const { question } = done(await max(claimMs));
      expect(question).toMatchObject(leads);
      if (decisions.includes(name)) expect(question).toMatchObject({ decidedBy: 'max' });
      if (decisions.includes(name))
        expect([question.claimedBy, question.claimedAt]).toEqual([undefined, undefined]);
      const other = await two();
      done(await claim(other.database, other.mia, { number: 1, seen: 1 }));
      done(await act(other.database, other.mia, { number: 1, seen: 2 }));
    },
  );

  test('who claims anew what they have claimed has it for as long again', async () => {
    const { database, guild, mia } = await two();
    done(await claim(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    expect(done(await claim(database, mia, { number: 1, seen: 2 })).question).toMatchObject({
      ...{ claimedBy: 'mia', claimedAt: noon + minute },
    });
    const max = by(guild, 'max', noon + claimMs);
    expect(await approve(database, max, { number: 1, seen: 3 })).toMatchObject({ reason: 'claimed' });
  });

  test('an administrator alone gives back what somebody else holds', async () => {
    const { database, guild } = await two();
    const admin = by(guild, 'admin');
    const it = { number: 1, seen: 1 };
    expect(await release(database, admin, { ...it, any: true })).toMatchObject({ reason: 'changed' });
    done(await claim(database, by(guild, 'mia'), it));
    expect(await release(database, admin, { number: 1, seen: 2, any: false })).toMatchObject({
      reason: 'claimed',
    });
    expect(done(await release(database, admin, { number: 1, seen: 2, any: true })).question).toMatchObject({
      ...{ state: 'waiting', claimedBy: undefined, claimedAt: undefined },
    });
  });

  test('a passage that was found anew takes the place of the old one, and others come behind', async () => {
    const { database, guild, mia } = await two();
    const newer = cited(1, 'The first, anew.');
    const choice = (chosen: readonly string[], added: Parameters<typeof cited>[0][] = []) =>
      choose(database, mia, {
        ...{ number: 1, seen: 1, chosen },
        added: [...added.map((each) => cited(each)), newer],
      });
    expect(await choice(['talks ¶1', 'talks ¶7'], [9])).toMatchObject({ reason: 'unknown-passage' });
    expect((await found(database, guild, 1)).version).toBe(1);
    const { question } = done(await choice(['talks ¶9', 'talks ¶1', 'talks ¶9'], [9, 3]));
    expect(question.passages).toEqual([newer, cited(2), cited(9), cited(3)]);
    expect(question.chosen).toEqual([cited(9), newer]);
  });

  test.each([
    [[], [], 'too-many-passages'],
    [[1], [], undefined],
    [[1, 2, 3], [3], undefined],
    [[1, 2, 3, 4], [3, 4], 'too-many-passages'],
    [[1, 1, 2, 2, 1], [], undefined],
    [[1, 3], [], 'unknown-passage'],
    [[1], [3, 4, 5, 6, 7, 8, 9, 10], undefined],
    [[1], [3, 4, 5, 6, 7, 8, 9, 10, 11], 'too-many-passages'],
    [[1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], undefined],
    [[12], [3, 4, 5, 6, 7, 8, 9, 10, 11], 'unknown-passage'],
  ])('of two passages %j are chosen, with %j added: %s', async (chosen, added, refused) => {
    const { database, guild, mia } = await two();
    const now = await found(database, guild, 1);
    const choice = { number: 1, seen: 1, chosen: chosen.map((each) => `talks ¶${each}`) };
    const result = await choose(database, mia, { ...choice, added: added.map((each) => cited(each)) });
    if (refused) expect(result).toEqual({ ok: false, reason: refused, now });
    else done(result);
  });

  test('a choice of passages of a published answer changes it, and looks at its grounds anew', async () => {
    const { database, guild, mia, set } = await newGuild();
    await published(database, guild, borders);
    await flagAnswers(database, guild, async () => 'corrected', noon);
    await set({ flags_kept: 1 });
    const before = await found(database, guild, 1);
    const choice = { ...(await seen(database, guild, 1)), chosen: ['talks ¶2'] };
    const { question } = done(await choose(database, mia, choice));
    const anew = { flags: [], flagsKept: false, revisedAt: mia.at, version: before.version + 1 };
    expect(question).toEqual({ ...before, ...anew, chosen: [cited(2)] });
    expect(await choose(database, mia, { ...choice, number: 9 })).toEqual({ ok: false, reason: 'not-found' });
  });

  test.each([
    ['waiting', false],
    ['claimed', false],
    ['published', true],
    ['unanswered', true],
  ] as const)('a line below a question that is %s is a revision: %s', async (state, isRevision) => {
    const { database, guild, mia, set } = await two();
    await set({ state });
    const before = await found(database, guild, 1);
    const { question } = done(await writeNote(database, mia, { number: 1, seen: 1, note: ' A\n line. ' }));
    const revised = isRevision && { revisedAt: mia.at };
    expect(question).toEqual({ ...before, note: 'A line.', version: 2, ...revised });
    expect(await writeNote(database, mia, { number: 9, seen: 1, note: '' })).toMatchObject({
      reason: 'not-found',
    });
  });

  test.each([
    ['', null],
    [' \n ', null],
    [' one \t two\n', 'one two'],
    ['\u202eone\u0007', '\ufffdone\ufffd'],
    ['\ud800one', '\ufffdone'],
    ['x'.repeat(500), 'x'.repeat(500)],
    ['x'.repeat(501), undefined],
    [` ${'x'.repeat(500)} `, 'x'.repeat(500)],
  ])('%#: a line is kept as one harmless one, or is refused', async (typed, kept) => {
    const { database, guild, mia, set } = await two();
    await set({ note: 'Earlier.' });
    const now = await found(database, guild, 1);
    const result = await writeNote(database, mia, { number: 1, seen: 1, note: typed });
    if (kept === undefined) expect(result).toEqual({ ok: false, reason: 'too-long', now });
    else expect(done(result).question.note ?? null).toBe(kept);
  });

  test.each([
    ['unclear', '', undefined, null],
    ['unclear', 'x'.repeat(301), 'too-long', null],
    ['unclear', ' Say  more. ', undefined, 'Say more.'],
    ['other', ' ', 'no-reason', null],
    ['other', 'x'.repeat(300), undefined, 'x'.repeat(300)],
    ['other', 'x'.repeat(301), 'too-long', null],
  ] as const)(
    '%#: a question is rejected as %s, or not, with words of length',
    async (reason, typed, refused, kept) => {
      const { database, guild, mia } = await two();
      const now = await found(database, guild, 1);
      const result = await reject(database, mia, { number: 1, seen: 1, reason, words: typed });
      if (refused) expect(result).toEqual({ ok: false, reason: refused, now });
      else {
        const { question } = done(result);
        expect([question.reason, question.reasonWords ?? null]).toEqual([reason, kept]);
      }
    },
  );

  test('without a passage that is chosen nothing is approved, though the sources may be told not to answer', async () => {
    const { database, guild, mia } = await two({ answered: false });
    const now = await found(database, guild, 1);
    expect(await approve(database, mia, { number: 1, seen: 1 })).toEqual({
      ok: false,
      reason: 'no-passage',
      now,
    });
    done(await sayNone(database, mia, { number: 1, seen: 1 }));
    done(await choose(database, mia, { number: 2, seen: 1, chosen: ['talks ¶2'] }));
    done(await approve(database, mia, { number: 2, seen: 2 }));
  });

  test.each<[Partial<QuestionRow>, string | undefined]>([
    [{ state: 'waiting' }, undefined],
    [{ state: 'claimed' }, undefined],
    [{ state: 'approved' }, undefined],
    [{ state: 'failed' }, undefined],
    [{ state: 'published' }, undefined],
    [{ state: 'unanswered' }, undefined],
    [{ state: 'rejected' }, 'no-target'],
    [{ state: 'merged' }, 'no-target'],
    [{ state: 'withdrawn' }, 'no-target'],
    [{ channel: 'another' }, 'no-target'],
    [{ number: 7 }, 'no-target'],
  ])('whether a question is led to one that differs in %j: %s', async (row, refused) => {
    const { database, guild, mia, set } = await two();
    await set({ automatic: 1 });
    await set(row, 2);
    const before = await found(database, guild, 1);
    const result = await merge(database, mia, { number: 1, seen: 1, into: 2 });
    if (refused) expect(result).toEqual({ ok: false, reason: refused });
    else {
      const led = { state: 'merged', mergedInto: 2, automatic: false, version: 2 };
      const decided = { decidedBy: 'mia', decidedAt: mia.at };
      expect(done(result).question).toEqual({ ...before, ...led, ...decided });
    }
    expect(await merge(database, mia, { number: 8, seen: 1, into: 1 })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await merge(database, mia, { number: 1, seen: 1, into: 1 })).toMatchObject({
      reason: 'same-question',
    });
  });

  const late = noon + undoMs;
  test.each<[Partial<QuestionRow>, boolean]>([
    [{ state: 'rejected', decided_at: noon }, false],
    [{ state: 'rejected', decided_at: noon + 1 }, true],
    [{ state: 'published', decided_at: noon }, false],
    [{ state: 'published', decided_at: noon, flags: '[]' }, true],
    [{ state: 'failed', decided_at: noon }, true],
    [{ state: 'merged', decided_at: noon }, false],
    [{ state: 'merged', decided_at: null }, false],
    [{ state: 'merged', decided_at: null, automatic: 1 }, true],
  ])('%#: whether a decision is undone a quarter of an hour later: %j', async (row, isUndone) => {
    const { database, guild, set } = await two();
    const all: Partial<QuestionRow> = {
      ...{ decided_by: 'mia', reason: 'other', reason_words: 'No.', merged_into: 2, published_at: noon },
      ...{ revised_at: noon, flags_kept: 1, note: 'Mine.', ...row },
    };
    const before = await found(database, guild, 1);
    await set(all);
    const now = await found(database, guild, 1);
    const result = await undo(database, by(guild, 'max', late), { number: 1, seen: 1 });
    if (isUndone) expect(done(result).question).toEqual({ ...before, note: 'Mine.', version: 2 });
    else expect(result).toEqual({ ok: false, reason: 'too-late', now });
  });

  test('what could not be sent is sent again, by its decision; an answer stands where somebody has seen its flags', async () => {
    const { database, guild, mia, set } = await two();
    await set({ state: 'failed', decided_by: 'max', decided_at: noon });
    const before = await found(database, guild, 1);
    const { question } = done(await retry(database, mia, { number: 1, seen: 1 }));
    expect(question).toEqual({ ...before, state: 'approved', version: 2 });
    const flags = '[{"label":"talks ¶1","became":"corrected"}]';
    await set({ state: 'published', flags });
    const shown = await found(database, guild, 1);
    const kept = done(await keep(database, mia, { number: 1, seen: 2 })).question;
    expect(kept).toEqual({ ...shown, flagsKept: true, version: 3 });
    await set({ flags: null });
    const now = await found(database, guild, 1);
    expect(await keep(database, mia, { number: 1, seen: 3 })).toEqual({ ok: false, reason: 'no-flag', now });
  });

  test('what stands while a desk is closed and opened again is reviewed as before', async () => {
    const { database, guild, mia } = await two();
    done(await closeDesk(database, by(guild, 'admin'), channel));
    done(await approve(database, mia, { number: 1, seen: 1 }));
    done(await openDesk(database, by(guild, 'admin'), channel));
    await deliverAll(database, guild, noon + minute);
    const row = await database
      .selectFrom('questions')
      .where('guild', '=', guild)
      .where('number', '=', 1)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(questionOf(row)).toMatchObject({ state: 'published', sitting: 1 });
  });
});
