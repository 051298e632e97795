// What is read of the queue: lists, logs, exports and figures, each with what they leave out, on both engines.
import { expect, test } from 'vitest';
import { closeDesk, findDesk, openDesk } from '../../src/questions/desk.ts';
import { exportSitting, jsonOf } from '../../src/questions/export.ts';
import {
  countAskers,
  findQuestion,
  listQuestions,
  logOf,
  publishedIn,
  rootOf,
} from '../../src/questions/read.ts';
import { approve, claim, merge, reject, sayNone, undo, writeNote } from '../../src/questions/review.ts';
import { states } from '../../src/questions/states.ts';
import { statsOf } from '../../src/questions/stats.ts';
import type { DeliveryRow, QuestionRow } from '../../src/store/desk-tables.ts';
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

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async (change: Parameters<typeof newDesk>[1] = {}) => {
    const { database } = await shared();
    return { database, guild: await newDesk(database, change) };
  };

  /** Questions as if they had been asked, of which only what differs is told. */
  const put = async (database: Database, guild: string, rows: readonly Partial<QuestionRow>[]) => {
    const row: QuestionRow = {
      ...{ guild, number: 1, channel, sitting: 1, version: 1, state: 'waiting', asker: 'alice' },
      ...{ anonymous: 0, text: borders, passages: '[]', chosen: '[]', note: null, reason: null },
      ...{ reason_words: null, merged_into: null, automatic: 0, claimed_by: null, claimed_at: null },
      ...{ decided_by: null, decided_at: null, asked_at: noon, published_at: null, revised_at: null },
      ...{ changed_at: noon, flags: null, flags_kept: 0, erased_at: null, listed: 0 },
    };
    const all = rows.map((each, index) => ({ ...row, number: index + 1, ...each }));
    for (let from = 0; from < all.length; from += 100)
      await database
        .insertInto('questions')
        .values(all.slice(from, from + 100))
        .execute();
  };

  test('a question is found by its server and number', async () => {
    const { database, guild } = await newGuild();
    await put(database, guild, [{}, { text: alaska }]);
    expect(await findQuestion(database, guild, 2)).toMatchObject({ guild, number: 2, text: alaska });
    expect(await findQuestion(database, guild, 3)).toBeUndefined();
    expect(await findQuestion(database, 'another', 1)).toBeUndefined();
  });

  test('the fate of a question is that of the one it was led to, as far as that is there', async () => {
    const { database, guild } = await newGuild();
    await put(database, guild, [
      {},
      { state: 'merged', merged_into: 1 },
      { state: 'merged', merged_into: 2 },
      { state: 'merged', merged_into: 99 },
      { state: 'waiting', merged_into: 1 },
      { state: 'merged', merged_into: null },
    ]);
    const root = async (number: number) =>
      (await rootOf(database, await found(database, guild, number))).number;
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map(root))).toEqual([1, 1, 1, 4, 5, 6]);
  });

  test('whoever asks a question twice counts once', async () => {
    const { database, guild } = await newGuild();
    const led = { state: 'merged', merged_into: 1 } as const;
    await put(database, guild, [{}, led, { ...led, asker: 'bob' }, { asker: 'carol' }]);
    const also = [1, 2, 4].map((number) => ({ guild, number, asker: `also-${number}`, at: noon }));
    await database.insertInto('also_asked').values(also).execute();
    const count = async (number: number) => countAskers(database, await found(database, guild, number));
    expect(await Promise.all([1, 2, 4].map(count))).toEqual([4, 2, 2]);
  });

  test('a list holds what is asked for of one desk, by number, and tells how much there is', async () => {
    const { database, guild } = await newGuild();
    await put(database, guild, [
      { number: 5, text: 'Five \\ and_more 100%', listed: 1 },
      { number: 2, text: 'Two', state: 'claimed' },
      { number: 3, text: 'Three', sitting: 2, listed: 1 },
      { number: 4, text: 'Four', listed: 1, erased_at: noon },
      { number: 1, text: 'One and more', state: 'published' },
      { number: 6, text: 'Six', channel: 'another' },
    ]);
    await put(database, `${guild}-2`, [{ text: 'Elsewhere' }]);
    const list = async (more: object) => {
      const listed = await listQuestions(database, guild, { channel, page: 1, size: 9, ...more });
      return listed.questions.map(({ number }) => number);
    };
    expect(await list({})).toEqual([1, 2, 3, 4, 5]);
    expect(await list({ channel: 'another' })).toEqual([6]);
    expect(await list({ channel: 'nowhere' })).toEqual([]);
    expect(await list({ states: ['waiting', 'claimed'] })).toEqual([2, 3, 4, 5]);
    expect(await list({ states: ['published'] })).toEqual([1]);
    expect(await list({ sitting: 1 })).toEqual([1, 2, 4, 5]);
    expect(await list({ sitting: 2 })).toEqual([3]);
    expect(await list({ listed: true })).toEqual([3, 5]);
    expect(await list({ listed: false })).toEqual([1, 2, 3, 4, 5]);
    expect(await list({ containing: 'AND' })).toEqual([1, 5]);
    expect(await list({ containing: 'and more' })).toEqual([1]);
    expect(await list({ containing: 'and_more' })).toEqual([5]);
    expect(await list({ containing: '\\' })).toEqual([5]);
    expect(await list({ containing: '%' })).toEqual([5]);
    expect(await list({ containing: '' })).toEqual([1, 2, 3, 4, 5]);
    expect(await list({ containing: 'and', sitting: 1, states: ['waiting'], listed: true })).toEqual([5]);
  });

  test.each([
    ['Чи можна змінювати Кордони?', ['кордони', 'КОРДОНИ', 'Кордони', 'чи можна']],
    ['Was sagt ÄGYPTEN zu Öl?', ['ägypten', 'Ägypten', 'ÖL', 'öl?']],
    ["Qui était à l'Élysée?", ['élysée', 'ÉLYSÉE', 'ÉTAIT', 'À L']],
    ['Kto był w Łodzi?', ['łodzi', 'ŁODZI', 'BYŁ']],
  ])('the words of "%s" are found in whatever case they are typed', async (text, typed) => {
    const { database, guild } = await newGuild();
    await put(database, guild, [{ text }, { text: 'Who met in Alaska?' }]);
    for (const containing of typed) {
      const { questions } = await listQuestions(database, guild, { channel, page: 1, size: 9, containing });
      expect(questions.map(({ number }) => number)).toEqual([1]);
    }
  });

  test('of hundreds of questions all that hold the words are counted, and a page holds its own', async () => {
    const { database, guild } = await newGuild();
    const rows = Array.from({ length: 401 }, (_, index) => ({ text: index % 2 === 0 ? 'Even' : 'Odd' }));
    await put(database, guild, rows);
    const list = async (page: number) => {
      const asked = { channel, page, size: 3, containing: 'EVEN' };
      const { questions, ...rest } = await listQuestions(database, guild, asked);
      return { ...rest, numbers: questions.map(({ number }) => number) };
    };
    expect(await list(1)).toEqual({ total: 201, page: 1, pages: 67, numbers: [1, 3, 5] });
    expect(await list(67)).toEqual({ total: 201, page: 67, pages: 67, numbers: [397, 399, 401] });
  });

  test.each([
    [1, 2, [1, 2], 1, 3],
    [2, 2, [3, 4], 2, 3],
    [3, 2, [5], 3, 3],
    [4, 2, [5], 3, 3],
    [0, 2, [1, 2], 1, 3],
    [-1, 2, [1, 2], 1, 3],
    [1, 5, [1, 2, 3, 4, 5], 1, 1],
    [2, 5, [1, 2, 3, 4, 5], 1, 1],
    [2, 4, [5], 2, 2],
  ])('page %d of a list with %d a page', async (page, size, numbers, shown, pages) => {
    const { database, guild } = await newGuild();
    await put(database, guild, [{}, {}, {}, {}, {}]);
    const { questions, ...rest } = await listQuestions(database, guild, { channel, page, size });
    expect(questions.map(({ number }) => number)).toEqual(numbers);
    expect(rest).toEqual({ total: 5, page: shown, pages });
    const nothing = await listQuestions(database, guild, { channel: 'nowhere', page, size });
    expect(nothing).toEqual({ questions: [], total: 0, page: 1, pages: 1 });
  });

  test('of a channel the answers are told that stand there, in the order in which they were published', async () => {
    const { database, guild } = await newGuild();
    const isOut = { state: 'published' } as const;
    await put(database, guild, [
      { ...isOut, published_at: noon + 2 },
      { ...isOut, published_at: noon + 1 },
      { ...isOut, published_at: noon + 2 },
      { state: 'approved', published_at: noon },
      { ...isOut, published_at: noon },
      { ...isOut, published_at: noon },
      { ...isOut, published_at: noon },
    ]);
    const stands = (number: number, more: Partial<DeliveryRow> = {}): DeliveryRow => ({
      ...{ guild, kind: 'answer', desk: channel, number, target: '', state: 'done', wanted: 1, shown: 1 },
      ...{ channel: 'answers', message: `m${number}`, made: 0, attempts: 0, due_at: noon, begun_at: null },
      ...{ lease: null, leased_until: 0, error: null, ...more },
    });
    await database
      .insertInto('deliveries')
      .values([
        ...[3, 2, 1, 4].map((number) => stands(number)),
        stands(5, { channel: 'elsewhere' }),
        stands(6, { message: null }),
        stands(7, { kind: 'card' }),
        stands(5, { guild: `${guild}-2` }),
      ])
      .execute();
    const numbers = async (where: string, server = guild) =>
      (await publishedIn(database, server, where)).map(({ number }) => number);
    expect(await numbers('answers')).toEqual([2, 1, 3]);
    expect(await numbers('elsewhere')).toEqual([5]);
    expect(await numbers('nowhere')).toEqual([]);
    expect(await numbers('answers', `${guild}-2`)).toEqual([]);
    expect((await publishedIn(database, guild, 'elsewhere'))[0]).toEqual(await found(database, guild, 5));
  });

  test('a log is in the order of time, of a desk whole or of one of its questions', async () => {
    const { database, guild } = await newGuild();
    done(await openDesk(database, by(guild, 'admin', noon), 'another'));
    await asked(database, by(guild, 'a', noon + 5), borders);
    await asked(database, by(guild, 'b', noon + 5), alaska);
    done(await claim(database, by(guild, 'mia', noon + 5), { number: 1, seen: 1 }));
    done(await claim(database, by(guild, 'max', noon + 3), { number: 2, seen: 1 }));
    const log = async (more: object) =>
      (await logOf(database, guild, { channel, ...more })).map((entry) => [entry.number, entry.version]);
    expect(await log({})).toEqual([
      [0, 1],
      [2, 2],
      [1, 1],
      [1, 2],
      [2, 1],
    ]);
    expect(await log({ number: 1 })).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(await log({ number: 0 })).toEqual([[0, 1]]);
    expect(await log({ channel: 'another' })).toEqual([[0, 1]]);
    expect(await log({ channel: 'nowhere' })).toEqual([]);
    expect(await logOf(database, 'nowhere', { channel })).toEqual([]);
  });

  test('an export tells all of one sitting, and nothing of another one, desk or server', async () => {
    const { database, guild } = await newGuild();
    await published(database, guild, borders);
    const passages = [{ ...cited(3), far: true as const, speaker: 'Anna' }];
    await asked(database, by(guild, 'bob', noon + 1), alaska, { passages });
    done(await merge(database, by(guild, 'mia', noon + 2), { number: 2, seen: 1, into: 1 }));
    done(await writeNote(database, by(guild, 'mia', noon + 3), { number: 1, seen: 3, note: 'Mine.' }));
    await asked(database, by(guild, 'eve'), 'What of tariffs?');
    const because = { number: 3, seen: 1, reason: 'other', words: 'No.' } as const;
    done(await reject(database, by(guild, 'max', noon + 4), because));
    const also = { guild, number: 1, asker: 'bob', at: noon };
    await database.insertInto('also_asked').values(also).execute();
    done(await closeDesk(database, by(guild, 'admin', noon + minute), channel));
    done(await openDesk(database, by(guild, 'admin', noon + 2 * minute), channel));
    await asked(database, by(guild, 'eve', noon + 2 * minute), 'When did the summit end?');
    await put(database, guild, [{ number: 99, channel: 'another' }]);
    const exported = await exportSitting(database, guild, { channel, sitting: 1 });
    const iso = (at: number) => new Date(at).toISOString();
    const log = (number: number) => logOf(database, guild, { channel, number });
    const nothing = {
      ...{ note: undefined, reason: undefined, reasonWords: undefined, mergedInto: undefined },
      ...{ decidedBy: undefined, decidedAt: undefined, publishedAt: undefined, revisedAt: undefined },
      ...{ flags: [], message: undefined },
    };
    const { start: _, end: __, ...first } = cited(1);
    const { start: ___, end: ____, ...third } = cited(3);
    expect(exported).toEqual({
      ...{ guild, channel, sitting: 1, openedAt: iso(noon), closedAt: iso(noon + minute) },
      settings: (await findDesk(database, guild, channel))?.settings,
      questions: [
        {
          ...{ ...nothing, number: 1, state: 'published', asker: 'alice', text: borders, askedAt: iso(noon) },
          ...{ askers: 2, passages: [first], note: 'Mine.', decidedBy: 'mia', decidedAt: iso(noon) },
          ...{ publishedAt: iso(noon), revisedAt: iso(noon + 3) },
          ...{ message: expect.stringMatching(/^message-/u), log: await log(1) },
        },
        {
          ...{ ...nothing, number: 2, state: 'merged', asker: 'bob', text: alaska, askedAt: iso(noon + 1) },
          ...{ askers: 1, passages: [{ ...third, speaker: 'Anna' }], mergedInto: 1, decidedBy: 'mia' },
          ...{ decidedAt: iso(noon + 2), log: await log(2) },
        },
        {
          ...{ ...nothing, number: 3, state: 'rejected', asker: 'eve', text: 'What of tariffs?' },
          ...{ askedAt: iso(noon), askers: 1, passages: [first], reason: 'other', reasonWords: 'No.' },
          ...{ decidedBy: 'max', decidedAt: iso(noon + 4), log: await log(3) },
        },
      ],
      log: await log(0),
    });
    const second = await exportSitting(database, guild, { channel, sitting: 2 });
    expect(second).toMatchObject({ openedAt: iso(noon + 2 * minute), questions: [{ number: 4 }] });
    expect(second.closedAt).toBeUndefined();
    const none = await exportSitting(database, 'nowhere', { channel, sitting: 1 });
    expect(none).toEqual({ guild: 'nowhere', channel, sitting: 1, questions: [], log: [] });
    const words = { name: (id?: string) => id, time: String, citation: () => 'c' };
    expect(JSON.parse(jsonOf(none, words))).toEqual(none);
  });

  test('an export of hundreds of questions, one with hundreds of changes, lacks none and has none twice', async () => {
    const { database, guild } = await newGuild();
    const rows = Array.from({ length: 401 }, () => ({}));
    await put(database, guild, rows);
    const entries = rows.map((_, index) => ({
      ...{ guild, channel, number: 7, version: index + 1, action: 'note', actor: 'mia', at: noon },
      ...{ before: null, after: null },
    }));
    for (let from = 0; from < entries.length; from += 100)
      await database
        .insertInto('desk_log')
        .values(entries.slice(from, from + 100))
        .execute();
    const { questions } = await exportSitting(database, guild, { channel, sitting: 1 });
    expect(questions.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    expect(questions[6]?.log.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
    expect(questions[7]?.log).toEqual([]);
  });

  test('a sitting in numbers counts its own questions, deciders and askers alone', async () => {
    const { database, guild } = await newGuild();
    const decided = (by: string | null) => ({ decided_by: by });
    await put(database, guild, [
      ...states.map((state) => ({ state })),
      { state: 'approved', asker: 'bob', ...decided('max') },
      { state: 'waiting', asker: 'carol', ...decided('mia') },
      { state: 'withdrawn', asker: 'carol', ...decided('mia') },
      { sitting: 2, asker: 'dora', ...decided('ann') },
      { channel: 'another', asker: 'eve', ...decided('ann') },
    ]);
    await put(database, `${guild}-2`, [{ asker: 'fay', ...decided('ann') }]);
    const { chart: _, ...stats } = await statsOf(database, guild, { channel, sitting: 1 });
    const twice = ['approved', 'waiting', 'withdrawn'];
    expect(stats).toEqual({
      ...{ total: 12, askers: 3, medianMs: undefined, ratings: { up: 0, down: 0 } },
      byState: states.map((state) => ({ state, count: twice.includes(state) ? 2 : 1 })),
      moderators: [
        { member: 'mia', decided: 2 },
        { member: 'max', decided: 1 },
      ],
    });
  });

  test.each([
    [[], undefined],
    [[5], 5],
    [[9, 5], 7],
    [[9, 1, 4], 4],
    [[100, 20, 3, 1], 11.5],
  ])('of waits of %j the middle one is %s', async (waits, median) => {
    const { database, guild } = await newGuild();
    const rows = waits.map((wait) => ({ asked_at: noon, published_at: noon + wait }));
    await put(database, guild, [{}, ...rows]);
    expect((await statsOf(database, guild, { channel, sitting: 1 })).medianMs).toBe(median);
  });

  test.each([
    [[7], 7, 7, { 0: 1 }],
    [[7, 7], 7, 7, { 0: 2 }],
    [[0, 24], 0, 24, { 0: 1, 23: 1 }],
    [[24, 0, 1, 23, 12], 0, 24, { 0: 1, 1: 1, 12: 1, 23: 2 }],
    [[10, 58, 11, 12, 57], 10, 58, { 0: 2, 1: 1, 23: 2 }],
  ])('questions at %j stand in a chart of equal parts', async (times, from, to, counted) => {
    const { database, guild } = await newGuild();
    await put(
      database,
      guild,
      times.map((at) => ({ asked_at: noon + at })),
    );
    const counts = Array.from({ length: 24 }, (_, bar) => (counted as Record<number, number>)[bar] ?? 0);
    const { chart } = await statsOf(database, guild, { channel, sitting: 1 });
    expect(chart).toEqual({ from: noon + from, to: noon + to, counts });
  });

  test('ratings are counted of the passages that its published answers show, each once', async () => {
    const { database, guild } = await newGuild();
    const shows = (paragraph: number, more: Partial<QuestionRow> = {}) => ({
      ...{ state: 'published' as const, passages: JSON.stringify([cited(paragraph), cited(9)]) },
      ...{ chosen: JSON.stringify([cited(paragraph).label]), ...more },
    });
    await put(database, guild, [
      ...[shows(1), shows(1), shows(2), shows(3, { state: 'approved' }), shows(4, { sitting: 2 })],
      shows(5, { channel: 'another' }),
    ]);
    await put(database, `${guild}-2`, [shows(6)]);
    const rating = (paragraph: number, up: number, down: number, more: object = {}) => ({
      ...{ guild, document: 'talks', paragraph, hash: `hash-${paragraph}`, up, down },
      ...{ changed_on: '2026-01-05', ...more },
    });
    await database
      .insertInto('ratings')
      .values([
        ...[rating(1, 3, 1), rating(2, 4, 2), rating(3, 50, 50), rating(4, 50, 50), rating(5, 50, 50)],
        ...[rating(6, 50, 50), rating(9, 50, 50), rating(1, 50, 50, { hash: 'another' })],
        ...[rating(1, 50, 50, { document: 'another' }), rating(1, 50, 50, { guild: `${guild}-2` })],
      ])
      .execute();
    const { ratings } = await statsOf(database, guild, { channel, sitting: 1 });
    expect(ratings).toEqual({ up: 7, down: 3 });
  });

  test('what was decided and undone is no decision any more', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'a'), borders);
    done(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    const moderators = async () => (await statsOf(database, guild, { channel, sitting: 1 })).moderators;
    expect(await moderators()).toEqual([{ member: 'mia', decided: 1 }]);
    done(await undo(database, by(guild, 'mia'), await seen(database, guild, 1)));
    expect(await moderators()).toEqual([]);
    done(await sayNone(database, by(guild, 'max'), await seen(database, guild, 1)));
    await deliverAll(database, guild);
    expect(await moderators()).toEqual([{ member: 'max', decided: 1 }]);
  });
});
