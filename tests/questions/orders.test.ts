// What a row of the deliveries says after each thing that can happen to its message: field for field, on both engines.
import { expect, test } from 'vitest';
import { moving } from '../../src/questions/change.ts';
import {
  countDue,
  delivered,
  type FailedAttempt,
  failedOf,
  type Job,
  leaseMs,
  messageOf,
  nonceOf,
  notDelivered,
  retryFailed,
  type Stands,
  takeDue,
} from '../../src/questions/deliver.ts';
import { askersOf, type Wanted, want } from '../../src/questions/deliveries.ts';
import { retryRefused } from '../../src/questions/refused.ts';
import { approve, merge, undo } from '../../src/questions/review.ts';
import type { DeliveryRow } from '../../src/store/desk-tables.ts';
import { writing } from '../../src/store/engines/transact.ts';
import type { Database } from '../../src/store/tables.ts';
import { newPlace, onBothEngines, opened, sharedStore } from '../store/engines.ts';
import { asked, by, channel, cited, deliverAll, done, found, minute, newDesk, noon, seen } from './world.ts';

const borders = 'Can borders be changed by force?';
const certain: FailedAttempt = { code: '50013', kind: 'certain', unsure: false };
const passing: FailedAttempt = { code: '500', kind: 'passing', unsure: false };
const m1: Stands = { channel: 'c1', message: 'm1' };

let guilds = 0;

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  /** A server of which nothing is due but what a test orders. */
  const quiet = async () => {
    const { database } = await shared();
    guilds += 1;
    const guild = `quiet-${guilds}`;
    const order = (more: Partial<Wanted> = {}, at = noon) =>
      writing(database, (change) =>
        want(change, { guild, desk: channel, kind: 'card', number: 1, ...more }, at),
      );
    const take = async (at = noon) =>
      (await takeDue(database, at, 10_000)).filter((job) => job.guild === guild);
    const one = async (at = noon): Promise<Job> => {
      const [job] = await take(at);
      if (!job) throw new Error('nothing is due');
      return job;
    };
    return { database, guild, order, take, one, rows: () => rowsOf(database, guild) };
  };

  const rowsOf = (database: Database, guild: string): Promise<DeliveryRow[]> =>
    database
      .selectFrom('deliveries')
      .where('guild', '=', guild)
      .orderBy('kind')
      .orderBy('number')
      .orderBy('target')
      .selectAll()
      .execute();

  const ordered = {
    ...{ kind: 'card', desk: channel, number: 1, target: '', state: 'due', wanted: 1, shown: 0 },
    ...{ channel: null, message: null, made: 0, attempts: 0, due_at: noon, begun_at: null },
    ...{ lease: null, leased_until: 0, error: null },
  };

  test('what is wanted is due, once however often it is wanted', async () => {
    const { guild, order, rows } = await quiet();
    await order();
    expect(await rows()).toEqual([{ guild, ...ordered }]);
    await order({}, noon + 1);
    expect(await rows()).toEqual([{ guild, ...ordered, wanted: 2, due_at: noon + 1 }]);
    await order({ kind: 'tell', target: 'a' }, noon + 2);
    await order({ kind: 'tell', target: 'b' }, noon + 2);
    await order({ number: 2 }, noon + 2);
    await order({ desk: 'another' }, noon + 2);
    expect((await rows()).map(({ wanted }) => wanted).sort()).toEqual([1, 1, 1, 1, 2]);
  });

  test('what is wanted again after it failed is due again as if nothing had been', async () => {
    const { database, guild, order, rows, one } = await quiet();
    await order();
    await notDelivered(database, await one(), certain, { at: noon });
    expect((await rows())[0]).toEqual({
      ...{ guild, ...ordered, state: 'failed', attempts: 1, due_at: noon + 1_000, error: '50013' },
    });
    await order({}, noon + minute);
    expect((await rows())[0]).toEqual({ guild, ...ordered, wanted: 2, due_at: noon + minute });
  });

  test('who takes a row holds it for a while, and others find nothing until then', async () => {
    const { guild, order, rows, take } = await quiet();
    await order();
    expect(await take(noon - 1)).toEqual([]);
    const [job] = await take();
    const held = { leased_until: noon + leaseMs, begun_at: noon, lease: expect.any(String) };
    expect(job).toEqual({ guild, ...ordered, ...held, unsure: false });
    expect(await rows()).toEqual([{ guild, ...ordered, ...held, lease: job!.lease }]);
    expect(await take(noon + leaseMs - 1)).toEqual([]);
    const [again] = await take(noon + leaseMs);
    expect(again).toMatchObject({ leased_until: noon + 2 * leaseMs, begun_at: noon, unsure: true });
    expect(again!.lease).not.toBe(job!.lease);
  });

  test('an earlier attempt leaves no doubt where its message is known', async () => {
    const { database, order, one } = await quiet();
    await order();
    await delivered(database, await one(), m1, { at: noon });
    await order();
    await one();
    expect(await one(noon + leaseMs)).toMatchObject({ message: 'm1', begun_at: noon, unsure: false });
  });

  test('what has waited longest is taken first, and no more than asked for', async () => {
    const { database } = await opened(await newPlace(engine));
    const order = (number: number, at: number) =>
      writing(database, (change) => want(change, { guild: 'g', desk: channel, kind: 'panel', number }, at));
    for (const [number, at] of [
      [1, 3],
      [2, 1],
      [3, 2],
    ] as const)
      await order(number, noon + at);
    const taken = async (most: number) =>
      (await takeDue(database, noon + 3, most)).map(({ number }) => number);
    expect(await countDue(database)).toBe(3);
    expect(await taken(2)).toEqual([2, 3]);
    expect(await taken(2)).toEqual([1]);
    // As long as nobody says what came of them they have not reached Discord.
    expect(await countDue(database)).toBe(3);
    const later = await takeDue(database, noon + minute, 9);
    await delivered(database, later[0]!, m1, { at: noon });
    await notDelivered(database, later[1]!, certain, { at: noon });
    expect(await countDue(database)).toBe(1);
  });

  const settledRow = { attempts: 0, begun_at: null, lease: null, leased_until: 0, error: null };
  test.each<[DeliveryRow['kind'], Stands | undefined, Stands | undefined, object]>([
    ['card', undefined, m1, { channel: 'c1', message: 'm1', made: 0 }],
    ['card', undefined, undefined, { channel: null, message: null, made: 0 }],
    ['card', m1, undefined, { channel: null, message: null, made: 1 }],
    ['card', m1, { ...m1, message: 'm2', made: 4 }, { channel: 'c1', message: 'm2', made: 4 }],
    ['answer', m1, m1, { channel: 'c1', message: 'm1', made: 0 }],
    ['answer', m1, undefined, { channel: null, message: null, made: 1 }],
    ['panel', undefined, m1, { channel: 'c1', message: 'm1', made: 0 }],
    ['tell', undefined, m1, { channel: null, message: null, made: 1 }],
    ['tell', m1, m1, { channel: null, message: null, made: 2 }],
    ['notice', undefined, m1, { channel: null, message: null, made: 1 }],
    ['notice', undefined, { ...m1, made: 5 }, { channel: null, message: null, made: 5 }],
  ])(
    '%#: it is noted where a message stands, and how many there were: %s',
    async (kind, first, second, now) => {
      const { database, guild, order, one, rows } = await quiet();
      if (first) {
        await order({ kind });
        expect(await delivered(database, await one(), first, { at: noon })).toBe(true);
      }
      await order({ kind });
      const job = await one();
      expect(await delivered(database, job, second, { at: noon })).toBe(true);
      const { wanted } = job;
      expect(await rows()).toEqual([
        { guild, ...ordered, ...settledRow, ...now, kind, wanted, shown: wanted, state: 'done' },
      ]);
    },
  );

  test('what is wanted while it is on its way stays due, and what arrived is noted', async () => {
    const { database, order, one, rows } = await quiet();
    await order();
    const job = await one();
    await order({}, noon + 5);
    expect(await delivered(database, job, m1, { at: noon })).toBe(true);
    expect(await rows()).toMatchObject([
      { ...settledRow, state: 'due', wanted: 2, shown: 1, due_at: noon + 5, message: 'm1' },
    ]);
  });

  test('who holds a row no more notes nothing, neither that it arrived nor that it failed', async () => {
    const { database, order, one, rows } = await quiet();
    await order();
    const late = await one();
    await one(noon + leaseMs);
    const before = await rows();
    expect(await delivered(database, late, m1, { at: noon })).toBe(false);
    expect(await notDelivered(database, late, certain, { at: noon })).toBe('failed');
    expect(await notDelivered(database, late, passing, { at: noon })).toBe('due');
    expect((await rows()).filter(({ kind }) => kind === 'card')).toEqual(before);
  });

  test.each([
    [0, passing, 'due', 1_000],
    [1, passing, 'due', 2_000],
    [7, passing, 'due', 128_000],
    [8, passing, 'due', 256_000],
    [9, passing, 'due', 300_000],
    [10, passing, 'due', 300_000],
    [11, passing, 'failed', 300_000],
    [0, certain, 'failed', 1_000],
    [0, { ...certain, kind: 'unreachable' }, 'dropped', 1_000],
    [11, { ...passing, kind: 'unreachable' }, 'dropped', 300_000],
  ] as const)(
    'after %d attempts one that fails leaves a row %#: %s',
    async (attempts, failed, state, wait) => {
      const { database, guild, order, one, rows } = await quiet();
      await order({ kind: 'panel' });
      await database.updateTable('deliveries').set({ attempts }).where('guild', '=', guild).execute();
      const at = noon + 7;
      expect(await notDelivered(database, await one(), failed, { at })).toBe(state);
      expect(await rows()).toEqual([
        {
          ...{ guild, ...ordered, kind: 'panel', state, attempts: attempts + 1 },
          ...{ due_at: at + wait, error: failed.code },
        },
      ]);
    },
  );

  test.each([
    [false, false, null],
    [true, false, noon],
    [false, true, noon],
  ])(
    'where an attempt (%s), or one before it (%s), may have made the message that is remembered',
    async (...row) => {
      const [unsure, before, begun] = row;
      const { database, order, one, rows } = await quiet();
      await order();
      if (before) await one();
      const job = await one(before ? noon + leaseMs : noon);
      await notDelivered(database, job, { ...passing, unsure }, { at: noon });
      expect((await rows())[0]!.begun_at).toBe(begun);
    },
  );

  test('an answer that failed is failed for its question on the version that was seen, and for none else', async () => {
    const { database } = await shared();
    const answerOf = async (seenVersion: number | undefined, failed: FailedAttempt) => {
      const guild = await newDesk(database);
      await asked(database, by(guild, 'a'), borders);
      await deliverAll(database, guild);
      done(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 }));
      const jobs = (await takeDue(database, noon, 10_000)).filter((job) => job.guild === guild);
      for (const job of jobs)
        if (job.kind === 'answer') await notDelivered(database, job, failed, { at: noon, seen: seenVersion });
      return (await found(database, guild, 1)).state;
    };
    expect(await answerOf(2, certain)).toBe('failed');
    expect(await answerOf(undefined, certain)).toBe('approved');
    expect(await answerOf(1, certain)).toBe('approved');
    expect(await answerOf(2, passing)).toBe('approved');
  });

  test.each([
    ['the answer on the version that was seen', 'answer', m1, 2, 'published'],
    ['an answer that was taken down', 'answer', undefined, 2, 'approved'],
    ['an answer of which no version is told', 'answer', m1, undefined, 'approved'],
    ['an answer on an older version', 'answer', m1, 1, 'approved'],
    ['the card alone', 'card', m1, 2, 'approved'],
  ] as const)('what makes a question published: %s', async (_, kind, stands, version, state) => {
    const { database } = await shared();
    const guild = await newDesk(database);
    await asked(database, by(guild, 'a'), borders);
    done(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    const jobs = (await takeDue(database, noon, 10_000)).filter((job) => job.guild === guild);
    const job = jobs.find((each) => each.kind === kind);
    expect(await delivered(database, job!, stands, { at: noon + 3, seen: version })).toBe(true);
    const publishedAt = state === 'published' ? noon + 3 : undefined;
    expect(await found(database, guild, 1)).toMatchObject({ state, publishedAt });
  });

  test('an answer that is sent again keeps the time at which it was published first', async () => {
    const { database } = await shared();
    const guild = await newDesk(database);
    await asked(database, by(guild, 'a'), borders);
    done(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    await deliverAll(database, guild, noon + 1);
    const row = database.updateTable('questions').where('guild', '=', guild);
    await row.set({ state: 'approved' }).execute();
    const { seen: version } = await seen(database, guild, 1);
    await writing(database, (change) =>
      want(change, { guild, desk: channel, kind: 'answer', number: 1 }, noon),
    );
    await deliverAll(database, guild, noon + 9);
    expect(await found(database, guild, 1)).toMatchObject({
      ...{ state: 'published', version: version + 1, publishedAt: noon + 1 },
    });
  });

  test('a nonce is the same for one message and another for each other one', () => {
    const job = { guild: 'g', kind: 'card', desk: 'd', number: 1, target: '', made: 0, wanted: 1 } as const;
    const nonce = nonceOf(job);
    expect(nonce).toMatch(/^[\w-]{24}$/u);
    expect(nonceOf({ ...job, wanted: 2 })).toBe(nonce);
    const others = [
      ...[{ guild: 'h' }, { kind: 'answer' }, { desk: 'e' }, { number: 2 }, { target: 'a' }, { made: 1 }],
      ...[{ kind: 'tell' }, { kind: 'tell', wanted: 2 }, { kind: 'notice' }, { kind: 'notice', wanted: 2 }],
      ...[{ kind: 'panel' }, { guild: 'gc', kind: 'ard' }, { number: 11, desk: '' }],
    ] as Partial<typeof job>[];
    const all = [nonce, ...others.map((other) => nonceOf({ ...job, ...other }))];
    expect(new Set(all).size).toBe(all.length);
  });

  test('where a message stands is told of the very one, once it does', async () => {
    const { database, guild, order, take } = await quiet();
    const card = { guild, kind: 'card', desk: channel, number: 1 } as const;
    expect(await messageOf(database, card)).toBeUndefined();
    await order();
    await order({ number: 2 });
    await order({ desk: 'another' });
    await order({ kind: 'answer' });
    expect(await messageOf(database, card)).toBeUndefined();
    for (const job of await take()) {
      const message = `${job.kind} ${job.desk} ${job.number}`;
      await delivered(database, job, { channel: 'c', message }, { at: noon });
    }
    const told = async (more: Partial<typeof card> | object) =>
      (await messageOf(database, { ...card, ...more }))?.message;
    expect(await messageOf(database, card)).toEqual({ channel: 'c', message: `card ${channel} 1` });
    expect(await told({ number: 2 })).toBe(`card ${channel} 2`);
    expect(await told({ desk: 'another' })).toBe('card another 1');
    expect(await told({ kind: 'answer' })).toBe(`answer ${channel} 1`);
    expect(await told({ guild: 'another' })).toBeUndefined();
    expect(await told({ kind: 'panel' })).toBeUndefined();
  });

  test('what failed of a desk is listed by number, and is tried again as if it were new', async () => {
    const { database, guild, order, take, rows } = await quiet();
    for (const number of [3, 1, 2]) await order({ number });
    await order({ desk: 'another', number: 4 });
    await order({ kind: 'tell', target: 'a', number: 5 });
    for (const job of await take()) {
      if (job.number === 2) await delivered(database, job, m1, { at: noon });
      else await notDelivered(database, job, { ...certain, code: `code ${job.number}` }, { at: noon });
    }
    expect(await failedOf(database, guild, channel)).toEqual([
      { kind: 'card', number: 1, target: '', error: 'code 1' },
      { kind: 'card', number: 3, target: '', error: 'code 3' },
      { kind: 'tell', number: 5, target: 'a', error: 'code 5' },
    ]);
    expect(await retryFailed(database, guild, channel, noon + 5)).toBe(3);
    expect(await retryFailed(database, guild, channel, noon + 5)).toBe(0);
    expect(await failedOf(database, guild, channel)).toEqual([]);
    expect(await failedOf(database, guild, 'another')).toHaveLength(1);
    expect((await rows()).find(({ number }) => number === 3)).toEqual({
      ...{ guild, ...ordered, number: 3, due_at: noon + 5 },
    });
  });

  test('a card that is refused has a notice wanted, once until cards arrive; nothing else that fails has', async () => {
    const { database, guild, order, one, rows } = await quiet();
    const notices = async () =>
      (await rows())
        .filter(({ kind }) => kind === 'notice')
        .map((row) => [row.number, row.state, row.wanted]);
    await order({ kind: 'panel' });
    await notDelivered(database, await one(), certain, { at: noon });
    expect(await notices()).toEqual([]);
    await order();
    await notDelivered(database, await one(), passing, { at: noon });
    expect(await notices()).toEqual([]);
    await notDelivered(database, await one(noon + minute), certain, { at: noon });
    expect(await notices()).toEqual([[0, 'due', 1]]);
    await order({ number: 2 });
    const jobs = (await takeDue(database, noon, 10_000)).filter((job) => job.guild === guild);
    for (const job of jobs) if (job.kind === 'card') await notDelivered(database, job, certain, { at: noon });
    expect(await notices()).toEqual([[0, 'due', 1]]);
    for (const job of jobs) if (job.kind === 'notice') await delivered(database, job, m1, { at: noon });
    expect(await notices()).toEqual([[0, 'done', 1]]);
  });

  test.each([
    ['a card arrives while others are refused', 'card', true, 'done', true],
    ['a card arrives and none is refused', 'card', false, 'done', false],
    ['a card arrives while the notice is due', 'card', false, 'due', true],
    ['something else arrives', 'panel', false, 'done', true],
  ] as const)('whether the notice of refused cards is remembered where %s', async (...row) => {
    const [, kind, isOtherRefused, notice, stays] = row;
    const { database, guild, order, take, rows } = await quiet();
    await order({ kind: 'notice', number: 0 });
    await order({ kind: 'notice', number: 7 });
    await order({ kind: 'notice', number: 0, desk: 'another' });
    await order({ kind: 'panel', number: 9 });
    await order({ number: 8, desk: 'another' });
    const set = (what: Partial<DeliveryRow>) =>
      database.updateTable('deliveries').set(what).where('guild', '=', guild);
    await set({ state: 'done' }).execute();
    // What is refused elsewhere, or is no card, says nothing of this desk's cards.
    await set({ state: 'failed' }).where('desk', '=', 'another').where('kind', '=', 'card').execute();
    await set({ state: 'failed' }).where('kind', '=', 'panel').execute();
    await set({ state: notice }).where('desk', '=', channel).where('number', '=', 0).execute();
    await order({ number: 2 });
    if (isOtherRefused) await set({ state: 'failed' }).where('number', '=', 2).execute();
    await order({ kind, number: 1 });
    const jobs = await take();
    const job = jobs.find((each) => each.kind === kind && each.number === 1);
    await delivered(database, job!, m1, { at: noon });
    const left = (await rows())
      .filter((each) => each.kind === 'notice')
      .map((each) => `${each.desk} ${each.number}`)
      .sort();
    expect(left).toEqual(['another 0', ...(stays ? [`${channel} 0`] : []), `${channel} 7`]);
  });

  test('what is refused is tried again when something changed: cards, panels and notices, not answers', async () => {
    const { database, guild, order, take, rows } = await quiet();
    for (const kind of ['card', 'panel', 'notice', 'answer', 'tell'] as const) await order({ kind });
    for (const job of await take()) await notDelivered(database, job, certain, { at: noon });
    // The refusal of the card has a notice of its own wanted.
    await database
      .deleteFrom('deliveries')
      .where('guild', '=', guild)
      .where('kind', '=', 'notice')
      .where('number', '=', 0)
      .execute();
    expect(await retryRefused(database, noon + minute, { guild })).toBe(3);
    expect((await rows()).map((row) => [row.kind, row.state, row.due_at, row.attempts, row.error])).toEqual([
      ['answer', 'failed', noon + 1_000, 1, '50013'],
      ['card', 'due', noon + minute, 0, null],
      ['notice', 'due', noon + minute, 0, null],
      ['panel', 'due', noon + minute, 0, null],
      ['tell', 'failed', noon + 1_000, 1, '50013'],
    ]);
  });

  test('what is being sent then is due a moment later than it was taken; what waits is left as it is', async () => {
    const { order, one, rows, database, guild } = await quiet();
    await order();
    await one();
    await order({ number: 2 });
    expect(await retryRefused(database, noon + minute, { guild })).toBe(0);
    expect((await rows()).map(({ number, due_at }) => [number, due_at])).toEqual([
      [1, noon + 1],
      [2, noon],
    ]);
  });

  test('of all servers at once everything that is refused is tried again', async () => {
    const { database } = await opened(await newPlace(engine));
    for (const guild of ['g', 'h'])
      await writing(database, (change) =>
        want(change, { guild, desk: channel, kind: 'panel', number: 0 }, noon),
      );
    for (const job of await takeDue(database, noon, 9))
      await notDelivered(database, job, certain, { at: noon });
    expect(await retryRefused(database, noon)).toBe(2);
    expect(await countDue(database)).toBe(2);
  });

  test('everybody who asked a question is told of with the number they asked it under', async () => {
    const { database } = await shared();
    const guild = await newDesk(database);
    const texts = [borders, 'Who met in Alaska?', 'What of tariffs?', 'When did the summit end?'];
    for (const [n, text] of texts.entries()) await asked(database, by(guild, `asker-${n + 1}`), text);
    const mia = by(guild, 'mia');
    for (const [number, into] of [
      [3, 2],
      [2, 1],
      [4, 1],
    ] as const)
      done(await merge(database, mia, { number, seen: 1, into }));
    const row = async (number: number) =>
      database
        .selectFrom('questions')
        .where('guild', '=', guild)
        .where('number', '=', number)
        .selectAll()
        .executeTakeFirstOrThrow();
    for (const [asker, number, at] of [
      ['zoe', 1, noon],
      ['eve', 3, noon - 1],
    ] as const)
      await database.insertInto('also_asked').values({ guild, number, asker, at }).execute();
    const set = database.updateTable('questions').where('guild', '=', guild).where('number', '=', 2);
    await set.set({ erased_at: noon }).execute();
    const askers = await askersOf(database, await row(1));
    expect(askers.slice(0, 1)).toEqual([{ number: 1, asker: 'asker-1', erased: false }]);
    expect(askers.slice(1, 3).sort((a, b) => a.number - b.number)).toEqual([
      { number: 2, asker: 'asker-2', erased: true },
      { number: 4, asker: 'asker-4', erased: false },
    ]);
    expect(askers.slice(3)).toEqual([
      { number: 3, asker: 'asker-3', erased: false },
      { number: 3, asker: 'eve', erased: false, also: true },
      { number: 1, asker: 'zoe', erased: false, also: true },
    ]);
    expect(await askersOf(database, await row(4))).toHaveLength(1);
    // What was led to another and is so no more counts no more.
    done(await undo(database, mia, await seen(database, guild, 4)));
    expect((await askersOf(database, await row(1))).map(({ number }) => number)).not.toContain(4);
  });

  test('a circle of questions that are led to each other has an end', async () => {
    const { database } = await shared();
    const guild = await newDesk(database);
    for (const text of [borders, 'Who met in Alaska?']) await asked(database, by(guild, text), text);
    const lead = (number: number, into: number) =>
      database
        .updateTable('questions')
        .set({ state: 'merged', merged_into: into })
        .where('guild', '=', guild)
        .where('number', '=', number)
        .execute();
    await lead(1, 2);
    await lead(2, 1);
    const row = database.selectFrom('questions').where('guild', '=', guild).where('number', '=', 1);
    const askers = await askersOf(database, await row.selectAll().executeTakeFirstOrThrow());
    expect(askers.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('where a question is led to another both cards are brought up to date, and only then', async () => {
    const { database } = await shared();
    const guild = await newDesk(database);
    const texts = [borders, 'Who met in Alaska?'];
    for (const text of texts) await asked(database, by(guild, text), text, { passages: [cited(1)] });
    await deliverAll(database, guild);
    const cards = async () =>
      (await deliverAll(database, guild))
        .filter(({ kind }) => kind === 'card')
        .map(({ number }) => number)
        .sort();
    const mia = by(guild, 'mia');
    done(await merge(database, mia, { number: 2, seen: 1, into: 1 }));
    expect(await cards()).toEqual([1, 2]);
    done(await moving(database, mia, { number: 2, action: 'erase' }));
    expect(await cards()).toEqual([2]);
    done(await undo(database, mia, await seen(database, guild, 2)));
    expect(await cards()).toEqual([1, 2]);
    done(await approve(database, mia, await seen(database, guild, 2)));
    expect(await cards()).toEqual([2, 2]);
  });
});
