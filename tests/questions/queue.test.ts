// The queue keeps what it promises, on both engines.
import { expect, test } from 'vitest';
import { editQuestion, insist, withdrawQuestion } from '../../src/questions/ask.ts';
import { changeDesk, closeDesk, closeDue, findDesk, openDesk } from '../../src/questions/desk.ts';
import { countAskers, listQuestions, logOf, rootOf } from '../../src/questions/read.ts';
import {
  approve,
  choose,
  claim,
  claimMs,
  keep,
  merge,
  reject,
  release,
  undo,
  undoMs,
  writeNote,
} from '../../src/questions/review.ts';
import { statsOf } from '../../src/questions/stats.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import {
  asked,
  by,
  channel,
  cited,
  deliverAll,
  done,
  found,
  logGaps,
  minute,
  newDesk,
  noon,
  published,
  seen,
  tryAsk,
} from './world.ts';

const borders = 'Can borders be changed by force?';

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async (change: Parameters<typeof newDesk>[1] = {}) => {
    const { database } = await shared();
    return { database, guild: await newDesk(database, change) };
  };

  test('questions of a server are numbered from 1, without a gap, also where many ask at once', async () => {
    const { database, guild } = await newGuild();
    const texts = Array.from({ length: 12 }, (_, n) => `What does treaty ${n} say about topic ${n}?`);
    const all = await Promise.all(texts.map((text, n) => asked(database, by(guild, `member-${n}`), text)));
    expect(all.map(({ question }) => question.number).sort((a, b) => a - b)).toEqual(
      texts.map((_, n) => n + 1),
    );
    expect(await tryAsk(database, by(guild, 'x'), ' hm ')).toEqual({ ok: false, reason: 'unfit-text' });
    expect((await asked(database, by(guild, 'x'), 'And what\nof\tthis?')).question.text).toBe(
      'And what of this?',
    );
    expect(await logGaps(database, guild)).toEqual([]);
  });

  test('a desk takes questions while it is open, and says since when or until when not', async () => {
    const { database, guild } = await newGuild({ opensAt: noon + minute, closesAt: noon + 3 * minute });
    const at = (minutes: number) => tryAsk(database, by(guild, 'a', noon + minutes * minute), borders);
    expect(await at(0)).toEqual({ ok: false, reason: 'early', at: noon + minute });
    expect(await at(3)).toEqual({ ok: false, reason: 'closed' });
    done(await at(1));
    expect(await openDesk(database, by(guild, 'b'), channel)).toEqual({ ok: false, reason: 'open-already' });
    done(await closeDesk(database, by(guild, 'b', noon + 2 * minute), channel));
    expect(await at(2)).toEqual({ ok: false, reason: 'closed' });
    expect(await closeDesk(database, by(guild, 'b'), channel)).toEqual({
      ok: false,
      reason: 'closed-already',
    });
    expect(await tryAsk(database, by(guild, 'a'), borders, { channel: 'other' })).toEqual({
      ok: false,
      reason: 'no-desk',
    });
    done(await openDesk(database, by(guild, 'b', noon + 4 * minute), channel));
    expect((await findDesk(database, guild, channel))?.sitting).toBe(2);
  });

  test('a desk whose time is over is closed once, by whichever process comes first', async () => {
    const { database, guild } = await newGuild({ closesAt: noon + minute });
    const closers = await Promise.all([1, 2, 3].map(() => closeDue(database, 'program', noon + minute)));
    expect(closers.flat().filter((desk) => desk.guild === guild)).toHaveLength(1);
    expect((await findDesk(database, guild, channel))?.state).toBe('closed');
    const log = await logOf(database, guild, { channel, number: 0 });
    expect(log.map(({ action, by: who }) => [action, who])).toEqual([
      ['open', 'admin'],
      ['close', 'program'],
    ]);
  });

  test('changes of settings by two at once are both kept', async () => {
    const { database, guild } = await newGuild();
    await Promise.all([
      changeDesk(database, by(guild, 'a'), channel, { settings: { cooldownSeconds: 7 } }),
      changeDesk(database, by(guild, 'b'), channel, { settings: { anonymous: true } }),
    ]);
    expect((await findDesk(database, guild, channel))?.settings).toMatchObject({
      cooldownSeconds: 7,
      anonymous: true,
    });
    expect(await changeDesk(database, by(guild, 'a'), 'other', {})).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  test('a question is led to one that means the same, where that is known, and else to one in the same words alone', async () => {
    const { database, guild } = await newGuild();
    const russia = 'Will Russia leave Donbas?';
    for (const text of [borders, russia, 'Who leaves Donbas?']) await asked(database, by(guild, 'a'), text);
    const sameAs = async (text: string, nearness?: Record<string, number>) => {
      const more = nearness && { nearness: new Map(Object.entries(nearness)) };
      const { question, same } = await asked(database, by(guild, 'b'), text, more);
      if (!same) done(await withdrawQuestion(database, by(guild, 'b'), question.number));
      return same?.number;
    };
    const german = 'Dürfen Grenzen mit Gewalt verändert werden?';
    expect(await sameAs(german)).toBeUndefined();
    expect(await sameAs(german, { [borders]: 0.69 })).toBeUndefined();
    expect(await sameAs(german, { [borders]: 0.7, [russia]: 0.9 })).toBe(1);
    expect(await sameAs('Чи можна змінювати кордони силою?', { [borders]: 0.66 })).toBe(1);
    expect(await sameAs('Wird Russland den Donbas verlassen?', { [russia]: 0.8 })).toBe(2);
    // What is asked for, and names, must agree however near a question lies.
    expect(await sameAs('Wird die Ukraine den Donbas verlassen?', { [russia]: 0.9 })).toBeUndefined();
    expect(await sameAs('Wann verlässt Russland den Donbas?', { [russia]: 0.9 })).toBeUndefined();
    // The same words go before the nearest vector.
    expect(await sameAs('can the borders be changed by force', { [russia]: 0.99 })).toBe(1);
  });

  test('a member has so many open questions and waits between two, also where they ask many at once', async () => {
    const { database, guild } = await newGuild({ settings: { openQuestions: 2, cooldownSeconds: 0 } });
    const texts = [
      'Who met in Alaska?',
      'When did the summit end?',
      'Why was Donbas discussed?',
      'What of tariffs?',
    ];
    const results = await Promise.all(texts.map((text) => tryAsk(database, by(guild, 'a'), text)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'too-many', most: 2 });
    done(await withdrawQuestion(database, by(guild, 'a'), 1));
    done(await changeDesk(database, by(guild, 'x'), channel, { settings: { cooldownSeconds: 60 } }));
    expect(await tryAsk(database, by(guild, 'a', noon + 1), texts[3]!)).toEqual({
      ok: false,
      reason: 'too-soon',
      at: noon + minute,
    });
    done(await tryAsk(database, by(guild, 'a', noon + minute), 'Which guarantees were offered?'));
  });

  test('anonymous questions are taken where the desk allows them', async () => {
    const { database, guild } = await newGuild();
    expect(await tryAsk(database, by(guild, 'a'), borders, { anonymous: true })).toEqual({
      ok: false,
      reason: 'no-anonymous',
    });
    done(await changeDesk(database, by(guild, 'x'), channel, { settings: { anonymous: true } }));
    expect((await asked(database, by(guild, 'a'), borders, { anonymous: true })).question.anonymous).toBe(
      true,
    );
  });

  test('what was asked already, in nearly the same words, is led there and counted; the asker may insist', async () => {
    const { database, guild } = await newGuild();
    const first = await asked(database, by(guild, 'a'), borders);
    expect(first.same).toBeUndefined();
    const again = await asked(database, by(guild, 'b'), 'can the border be changed by force');
    expect(again).toMatchObject({
      question: { state: 'merged', mergedInto: 1, automatic: true },
      same: { number: 1 },
    });
    for (const text of ['Can borders not be changed by force?', 'When were borders changed by force?']) {
      expect((await asked(database, by(guild, 'c'), text)).same).toBeUndefined();
    }
    expect(await countAskers(database, first.question)).toBe(2);
    expect(await insist(database, by(guild, 'a'), 2)).toMatchObject({ ok: false, reason: 'not-yours' });
    expect(done(await insist(database, by(guild, 'b'), 2)).question.state).toBe('waiting');
    expect(await countAskers(database, first.question)).toBe(1);
    expect(await logGaps(database, guild)).toEqual([]);
  });

  test('who insists keeps to the limits all the same', async () => {
    const { database, guild } = await newGuild({ settings: { openQuestions: 1 } });
    await asked(database, by(guild, 'a'), borders);
    await asked(database, by(guild, 'b'), 'can the border be changed by force');
    await asked(database, by(guild, 'b'), 'Can borders be changed by force, please?');
    const both = await Promise.all([2, 3].map((number) => insist(database, by(guild, 'b'), number)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'too-many', most: 1 });
  });

  test('an asker edits what waits and withdraws what is undecided; nobody else does', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a'), borders);
    const edit = (who: string, seenVersion: number) =>
      editQuestion(database, by(guild, who), {
        number: 1,
        seen: seenVersion,
        text: 'Who decides on borders?',
        passages: [cited(3)],
        answered: true,
      });
    expect(await edit('b', 1)).toMatchObject({ ok: false, reason: 'not-yours' });
    expect(done(await edit('a', 1)).question).toMatchObject({ version: 2, chosen: [{ label: 'talks ¶3' }] });
    expect(await edit('a', 1)).toMatchObject({
      ok: false,
      reason: 'changed',
      last: { action: 'edit', by: 'a' },
    });
    done(await claim(database, by(guild, 'mia'), { number: 1, seen: 2 }));
    expect(await edit('a', 3)).toMatchObject({
      ok: false,
      reason: 'changed',
      last: { action: 'claim', by: 'mia' },
    });
    expect(await withdrawQuestion(database, by(guild, 'b'), 1)).toMatchObject({ reason: 'not-yours' });
    expect(done(await withdrawQuestion(database, by(guild, 'a'), 1)).question.state).toBe('withdrawn');
    expect(await withdrawQuestion(database, by(guild, 'a'), 2)).toEqual({ ok: false, reason: 'not-found' });
  });

  test('of moderators at once exactly one wins, whatever they do, and the others are told who did what', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'z'), 'Which summit comes next?');
    for (let round = 0; round < 10; round++) {
      const { question } = await asked(database, by(guild, 'a'), `Who spoke of matter ${round}?`);
      const it = { number: question.number, seen: question.version };
      const results = await Promise.all([
        approve(database, by(guild, 'm1'), it),
        reject(database, by(guild, 'm2'), { ...it, reason: 'unclear', words: '' }),
        merge(database, by(guild, 'm3'), { ...it, into: 1 }),
        claim(database, by(guild, 'm4'), it),
        withdrawQuestion(database, by(guild, 'a'), question.number),
      ]);
      const now = await found(database, guild, question.number);
      // The asker may withdraw what was only claimed.
      const winners = results.filter(({ ok }) => ok).length;
      expect(winners).toBe(results[3]?.ok && now.state === 'withdrawn' ? 2 : 1);
      for (const result of results) {
        if (!result.ok) expect(result).toMatchObject({ reason: 'changed', last: { by: expect.any(String) } });
      }
    }
    expect(await logGaps(database, guild)).toEqual([]);
  });

  test('two that are merged into each other at once make no circle', async () => {
    const { database, guild } = await newGuild();
    for (let round = 0; round < 5; round++) {
      const one = (await asked(database, by(guild, 'a'), `Who spoke of matter ${round}?`)).question;
      const other = (await asked(database, by(guild, 'b'), `When did event ${round} take place?`)).question;
      const results = await Promise.all([
        merge(database, by(guild, 'm'), { number: one.number, seen: 1, into: other.number }),
        merge(database, by(guild, 'n'), { number: other.number, seen: 1, into: one.number }),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'no-target' });
    }
  });

  test('a claim keeps others out for a while; it can be given back, and an administrator gives back any', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a'), borders);
    done(await claim(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    const max = by(guild, 'max');
    const two = { number: 1, seen: 2 };
    expect(await approve(database, max, two)).toMatchObject({ reason: 'claimed', now: { claimedBy: 'mia' } });
    expect(await claim(database, max, two)).toMatchObject({ reason: 'claimed' });
    expect(await release(database, max, two)).toMatchObject({ reason: 'claimed' });
    done(await release(database, max, { ...two, any: true }));
    done(await claim(database, by(guild, 'mia'), { number: 1, seen: 3 }));
    done(await claim(database, by(guild, 'max', noon + claimMs), { number: 1, seen: 4 }));
    done(await release(database, by(guild, 'max', noon + claimMs), { number: 1, seen: 5 }));
    expect((await found(database, guild, 1)).state).toBe('waiting');
  });

  test('passages are swapped and added, a line is written, and what rests on nothing is not approved', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a'), borders, { answered: false });
    const mia = by(guild, 'mia');
    expect(await approve(database, mia, { number: 1, seen: 1 })).toMatchObject({ reason: 'no-passage' });
    const choice = (chosen: string[], added = [cited(9)]) =>
      choose(database, mia, { number: 1, seen: 1, chosen, added });
    expect(await choice(['talks ¶7'])).toMatchObject({ reason: 'unknown-passage' });
    expect(await choice([])).toMatchObject({ reason: 'too-many-passages' });
    const chosen = done(await choice(['talks ¶9', 'talks ¶2'])).question;
    expect(chosen.chosen.map(({ label }) => label)).toEqual(['talks ¶9', 'talks ¶2']);
    const note = (text: string, version: number) =>
      writeNote(database, mia, { number: 1, seen: version, note: text });
    expect(await note('x'.repeat(501), 2)).toMatchObject({ reason: 'too-long' });
    expect(done(await note(' A line.\n', 2)).question.note).toBe('A line.');
    expect(done(await note(' ', 3)).question.note).toBeUndefined();
    done(await approve(database, mia, { number: 1, seen: 4 }));
    expect(await choice(['talks ¶2'])).toMatchObject({ reason: 'changed', last: { action: 'approve' } });
  });

  test('an answer counts as published once it stands in the channel, and edits later are noted', async () => {
    const { database, guild } = await newGuild();
    const number = await published(database, guild, borders);
    expect(await found(database, guild, number)).toMatchObject({
      state: 'published',
      decidedBy: 'mia',
      publishedAt: noon,
    });
    const later = by(guild, 'max', noon + minute);
    done(
      await writeNote(database, later, { ...(await seen(database, guild, number)), note: 'See also ¶2.' }),
    );
    expect(await found(database, guild, number)).toMatchObject({
      state: 'published',
      revisedAt: noon + minute,
    });
    const jobs = await deliverAll(database, guild, noon + minute);
    expect(jobs.map(({ kind }) => kind).sort()).toEqual(['answer', 'card']);
    expect(await keep(database, later, await seen(database, guild, number))).toMatchObject({
      reason: 'no-flag',
    });
  });

  test('a rejection has a reason, from the list or in words', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a'), borders);
    const no = (reason: 'other' | 'opinion', words: string) =>
      reject(database, by(guild, 'mia'), { number: 1, seen: 1, reason, words });
    expect(await no('other', ' ')).toMatchObject({ reason: 'no-reason' });
    expect(await no('other', 'x'.repeat(301))).toMatchObject({ reason: 'too-long' });
    expect(done(await no('opinion', 'Ask for facts.')).question).toMatchObject({
      state: 'rejected',
      reason: 'opinion',
      reasonWords: 'Ask for facts.',
    });
  });

  test('a decision can be undone for a while, and everything is as before', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a'), borders);
    await asked(database, by(guild, 'b'), 'Who met in Alaska?');
    const mia = by(guild, 'mia');
    const back = async (number: number, at = noon) =>
      undo(database, by(guild, 'max', at), await seen(database, guild, number));
    done(await reject(database, mia, { number: 1, seen: 1, reason: 'unclear', words: '' }));
    expect(done(await back(1)).question).toMatchObject({
      state: 'waiting',
      reason: undefined,
      decidedBy: undefined,
    });
    done(await merge(database, mia, { number: 2, seen: 1, into: 1 }));
    expect(done(await back(2)).question).toMatchObject({ state: 'waiting', mergedInto: undefined });
    done(await approve(database, mia, await seen(database, guild, 1)));
    await deliverAll(database, guild);
    expect(await back(1, noon + undoMs)).toMatchObject({ ok: false, reason: 'too-late' });
    expect(done(await back(1, noon + undoMs - 1)).question).toMatchObject({
      state: 'waiting',
      publishedAt: undefined,
    });
    const jobs = await deliverAll(database, guild, noon + undoMs);
    expect(jobs.find(({ kind }) => kind === 'answer')?.message).toEqual(expect.any(String));
    done(await approve(database, by(guild, 'mia', noon + undoMs), await seen(database, guild, 1)));
    const again = await deliverAll(database, guild, noon + undoMs);
    expect(again.find(({ kind }) => kind === 'answer')).toMatchObject({ message: null, made: 1 });
    expect(await logGaps(database, guild)).toEqual([]);
  });

  test('whoever asked the same hears of the answer, at whatever remove, and of a decision undone', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a'), 'Who met in Alaska?');
    await asked(database, by(guild, 'b'), borders);
    await asked(database, by(guild, 'c'), 'Can the borders be changed by force');
    await deliverAll(database, guild);
    const told = async () =>
      (await deliverAll(database, guild))
        .flatMap(({ kind, target, number }) => (kind === 'tell' ? [`${target} ${number}`] : []))
        .sort();
    done(await merge(database, by(guild, 'mia'), { number: 2, seen: 1, into: 1 }));
    expect(await told()).toEqual(['b 2', 'c 3']);
    expect((await rootOf(database, await found(database, guild, 3))).number).toBe(1);
    done(await approve(database, by(guild, 'mia'), await seen(database, guild, 1)));
    expect(await told()).toEqual(['a 1', 'b 2', 'c 3']);
    expect(await countAskers(database, await found(database, guild, 1))).toBe(3);
    done(await undo(database, by(guild, 'mia'), await seen(database, guild, 1)));
    expect(await told()).toEqual(['a 1', 'b 2', 'c 3']);
  });

  test('a public desk answers at once what the sources answer, and has the rest wait', async () => {
    const { database, guild } = await newGuild({ settings: { mode: 'public' } });
    const answered = await asked(database, by(guild, 'a'), borders);
    expect(answered.question).toMatchObject({ state: 'approved', decidedBy: 'program' });
    expect(
      (await asked(database, by(guild, 'a'), 'Who met in Alaska?', { answered: false })).question.state,
    ).toBe('waiting');
    await deliverAll(database, guild);
    expect((await found(database, guild, 1)).state).toBe('published');
  });

  test('lists are filtered and paged; what is typed is no pattern', async () => {
    const { database, guild } = await newGuild();
    for (let n = 1; n <= 7; n++) await asked(database, by(guild, 'a'), `What is item ${n} 100%?`);
    await asked(database, by(guild, 'a'), 'Who met in Alaska?');
    done(await approve(database, by(guild, 'mia'), { number: 3, seen: 1 }));
    const list = async (more: object) => {
      const listed = await listQuestions(database, guild, { channel, page: 1, size: 3, ...more });
      return [listed.questions.map(({ number }) => number), listed.page, listed.pages, listed.total];
    };
    expect(await list({})).toEqual([[1, 2, 3], 1, 3, 8]);
    expect(await list({ page: 9 })).toEqual([[7, 8], 3, 3, 8]);
    expect(await list({ states: ['waiting'], page: 2 })).toEqual([[5, 6, 7], 2, 3, 7]);
    expect(await list({ containing: '0%' })).toEqual([[1, 2, 3], 1, 3, 7]);
    expect(await list({ containing: '_' })).toEqual([[], 1, 1, 0]);
    expect(await list({ containing: 'ALASKA' })).toEqual([[8], 1, 1, 1]);
    expect(await list({ sitting: 2 })).toEqual([[], 1, 1, 0]);
  });

  test('a sitting in numbers', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a', noon), borders);
    await asked(database, by(guild, 'b', noon + minute), 'Who met in Alaska?');
    await asked(database, by(guild, 'b', noon + 10 * minute), 'What of tariffs?');
    const at = noon + 10 * minute;
    for (const number of [1, 2]) done(await approve(database, by(guild, 'mia', at), { number, seen: 1 }));
    done(await reject(database, by(guild, 'max', at), { number: 3, seen: 1, reason: 'unclear', words: '' }));
    await deliverAll(database, guild, at);
    const stats = await statsOf(database, guild, { channel, sitting: 1 });
    expect(stats).toMatchObject({ total: 3, askers: 2, medianMs: 9.5 * minute });
    expect(stats.byState.filter(({ count }) => count > 0)).toEqual([
      { state: 'published', count: 2 },
      { state: 'rejected', count: 1 },
    ]);
    expect(stats.moderators).toEqual([
      { member: 'mia', decided: 2 },
      { member: 'max', decided: 1 },
    ]);
    expect(stats.chart?.counts.reduce((sum, count) => sum + count)).toBe(3);
    expect(await statsOf(database, guild, { channel, sitting: 2 })).toMatchObject({
      total: 0,
      chart: undefined,
    });
  });

  test('the log tells who did what, when, before and after', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a', noon), borders);
    done(await claim(database, by(guild, 'mia', noon + 1), { number: 1, seen: 1 }));
    done(
      await reject(database, by(guild, 'mia', noon + 2), {
        number: 1,
        seen: 2,
        reason: 'other',
        words: 'Twice.',
      }),
    );
    const log = await logOf(database, guild, { channel, number: 1 });
    expect(log.map(({ action, by: who, at, before, after }) => [action, who, at, before, after])).toEqual([
      ['ask', 'a', noon, undefined, expect.objectContaining({ state: 'waiting', asker: 'a', text: borders })],
      [
        'claim',
        'mia',
        noon + 1,
        { state: 'waiting', claimedBy: null },
        { state: 'claimed', claimedBy: 'mia' },
      ],
      [
        'reject',
        'mia',
        noon + 2,
        { state: 'claimed', reason: null, reasonWords: null, claimedBy: 'mia', decidedBy: null },
        { state: 'rejected', reason: 'other', reasonWords: 'Twice.', claimedBy: null, decidedBy: 'mia' },
      ],
    ]);
  });
});
