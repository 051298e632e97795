// What must reach Discord is neither lost nor sent twice, on both engines.
import { expect, test } from 'vitest';
import {
  delivered,
  type FailedAttempt,
  failedOf,
  leaseMs,
  messageOf,
  nonceOf,
  notDelivered,
  type Patience,
  retryFailed,
  takeDue,
} from '../../src/questions/deliver.ts';
import { retryRefused } from '../../src/questions/refused.ts';
import { approve, retry, undo, writeNote } from '../../src/questions/review.ts';
import { onBothEngines, opened, sharedStore } from '../store/engines.ts';
import {
  asked,
  by,
  channel,
  deliverAll,
  done,
  found,
  jobsOf,
  minute,
  newDesk,
  noon,
  published,
  seen,
} from './world.ts';

const borders = 'Can borders be changed by force?';
const stands = { channel, message: 'm1' };
const passing: FailedAttempt = { code: '500', kind: 'passing', unsure: true };
const certain: FailedAttempt = { code: '50013', kind: 'certain', unsure: false };
const patience: Patience = { firstMs: 1_000, longestMs: 3_000, most: 4 };

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  /** A question that was approved and whose answer is due; everything else is delivered. */
  const approved = async () => {
    const { database, place } = await shared();
    const guild = await newDesk(database);
    await asked(database, by(guild, 'alice'), borders);
    await deliverAll(database, guild);
    done(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    const answer = async (at = noon) => {
      for (const job of await jobsOf(database, guild, at)) if (job.kind === 'answer') return job;
      return undefined;
    };
    return { database, place, guild, answer };
  };

  test('of many workers that take at once each row goes to one', async () => {
    const { database, place } = await shared();
    const guild = await newDesk(database);
    for (let n = 0; n < 10; n++) await asked(database, by(guild, 'a'), `What is matter ${n}?`);
    const stores = [database, (await opened(place)).database, (await opened(place)).database];
    const taken = (await Promise.all(stores.map((store) => takeDue(store, noon, 1_000)))).flat();
    const ours = taken.filter((job) => job.guild === guild).map(({ kind, number }) => `${kind} ${number}`);
    expect(ours).toHaveLength(11);
    expect(new Set(ours).size).toBe(11);
  });

  test('what a worker took and did not finish is taken again after its lease, with the same nonce and a warning', async () => {
    const { answer } = await approved();
    const first = await answer();
    expect(first).toMatchObject({ unsure: false, message: null });
    expect(await answer(noon + leaseMs - 1)).toBeUndefined();
    const second = await answer(noon + leaseMs);
    expect(second).toMatchObject({ unsure: true });
    expect(nonceOf(second!)).toBe(nonceOf(first!));
    expect(nonceOf(first!)).toMatch(/^[\w-]{24}$/);
  });

  test('a worker whose lease is over notes nothing any more', async () => {
    const { database, guild, answer } = await approved();
    const [first, second] = [await answer(), await answer(noon + leaseMs)];
    expect(await delivered(database, first!, stands, { at: noon, seen: 2 })).toBe(false);
    expect((await found(database, guild, 1)).state).toBe('approved');
    expect(await delivered(database, second!, stands, { at: noon, seen: 2 })).toBe(true);
    expect((await found(database, guild, 1)).state).toBe('published');
    expect(await messageOf(database, { guild, kind: 'answer', desk: channel, number: 1 })).toEqual(stands);
  });

  test('a passing failure is tried again with growing waits, and after so many the answer is failed', async () => {
    const { database, guild, answer } = await approved();
    let at = noon;
    const waits = [1_000, 2_000, 3_000];
    for (const wait of waits) {
      const job = await answer(at);
      expect(await notDelivered(database, job!, passing, { at, seen: 2, patience })).toBe('due');
      expect(await answer(at + wait - 1)).toBeUndefined();
      at += wait;
    }
    const last = await answer(at);
    expect(last).toMatchObject({ attempts: 3, unsure: true });
    expect(await notDelivered(database, last!, passing, { at, seen: 2, patience })).toBe('failed');
    expect(await found(database, guild, 1)).toMatchObject({ state: 'failed', version: 3 });
    expect(await answer(at + 60 * minute)).toBeUndefined();
    done(await retry(database, by(guild, 'mia', at), { number: 1, seen: 3 }));
    expect(await answer(at)).toMatchObject({ attempts: 0, unsure: true });
  });

  test('what is refused for certain is failed at once, shown to moderators, and sent again when they say so', async () => {
    const { database, guild } = await approved();
    for (const job of await jobsOf(database, guild))
      await notDelivered(database, job, certain, { at: noon, seen: 2 });
    expect(await found(database, guild, 1)).toMatchObject({ state: 'failed' });
    const failed = await failedOf(database, guild, channel);
    expect(failed.map(({ kind, error }) => [kind, error])).toEqual([['answer', '50013']]);
    expect(await retryFailed(database, guild, channel, noon)).toBe(1);
    expect((await jobsOf(database, guild)).map(({ kind, unsure }) => [kind, unsure])).toContainEqual([
      'answer',
      false,
    ]);
  });

  test('cards that are refused are told of once, tried again when something changed, and told of anew after they arrived', async () => {
    const { database } = await shared();
    const guild = await newDesk(database);
    const elsewhere = await newDesk(database);
    for (const where of [elsewhere, guild]) {
      await deliverAll(database, where);
      for (const text of [borders, 'Who met in Alaska?']) await asked(database, by(where, 'alice'), text);
      for (const job of await jobsOf(database, where))
        await notDelivered(database, job, certain, { at: noon });
    }
    /** What is due, which is delivered then. */
    const told = async () => {
      const jobs = await jobsOf(database, guild);
      for (const job of jobs) await delivered(database, job, stands, { at: noon });
      return jobs.map(({ kind, number }) => `${kind} ${number}`).sort();
    };
    expect(await told()).toEqual(['notice 0']);
    expect(await failedOf(database, guild, channel)).toMatchObject([{ number: 1 }, { number: 2 }]);

    expect(await retryRefused(database, noon, { guild, desk: 'another' })).toBe(0);
    expect(await retryRefused(database, noon, { guild, desk: channel })).toBe(2);
    for (const job of await jobsOf(database, guild)) await notDelivered(database, job, certain, { at: noon });
    expect(await told()).toEqual([]);

    expect(await retryRefused(database, noon, { guild })).toBe(2);
    expect(await told()).toEqual(['card 1', 'card 2']);
    await asked(database, by(guild, 'alice'), 'What is security?');
    for (const job of await jobsOf(database, guild)) await notDelivered(database, job, certain, { at: noon });
    expect(await told()).toEqual(['notice 0']);
    expect(await failedOf(database, elsewhere, channel)).toHaveLength(2);
  });

  test.each([
    ['in the server', (guild: string) => ({ guild }), 'due'],
    ['of its desk', (guild: string) => ({ guild, desk: channel }), 'due'],
    ['of another desk', (guild: string) => ({ guild, desk: 'another' }), 'failed'],
    ['of another server', () => ({ guild: 'another' }), 'failed'],
  ] as const)('a card that is refused while something changes %s', async (_, only, state) => {
    const { database } = await shared();
    const guild = await newDesk(database);
    await deliverAll(database, guild);
    await asked(database, by(guild, 'alice'), borders);
    const [card] = (await jobsOf(database, guild)).filter(({ kind }) => kind === 'card');
    expect(await retryRefused(database, noon, only(guild))).toBe(0);
    // As long as the attempt goes on nobody else takes it.
    expect(await jobsOf(database, guild)).toEqual([]);
    expect(await notDelivered(database, card!, certain, { at: noon })).toBe(state);
    const again = (await jobsOf(database, guild, noon + minute)).filter(({ kind }) => kind === 'card');
    expect(again.map(({ attempts, error }) => [attempts, error])).toEqual(state === 'due' ? [[0, null]] : []);
  });

  test('what arrives while something changes is not sent a second time', async () => {
    const { database } = await shared();
    const guild = await newDesk(database);
    await deliverAll(database, guild);
    await asked(database, by(guild, 'alice'), borders);
    for (const job of await jobsOf(database, guild)) await notDelivered(database, job, certain, { at: noon });
    const [notice] = await jobsOf(database, guild);
    expect(notice).toMatchObject({ kind: 'notice' });
    expect(await retryRefused(database, noon, { guild })).toBe(1);
    expect(await delivered(database, notice!, stands, { at: noon })).toBe(true);
    expect((await jobsOf(database, guild, noon + minute)).map(({ kind }) => kind)).toEqual(['card']);
  });

  test('a member who takes no messages is left alone', async () => {
    const { database, guild } = await approved();
    for (const job of await jobsOf(database, guild))
      await delivered(database, job, stands, { at: noon, seen: 2 });
    const [tell] = (await jobsOf(database, guild)).filter(({ kind }) => kind === 'tell');
    const trouble: FailedAttempt = { code: '50007', kind: 'unreachable', unsure: false };
    expect(await notDelivered(database, tell!, trouble, { at: noon })).toBe('dropped');
    expect(await failedOf(database, guild, channel)).toEqual([]);
  });

  test('what is wanted while a message is on its way is due afterwards', async () => {
    const { database, guild } = await approved();
    await deliverAll(database, guild);
    const note = async (text: string) =>
      done(await writeNote(database, by(guild, 'mia'), { ...(await seen(database, guild, 1)), note: text }));
    await note('One.');
    const jobs = await jobsOf(database, guild);
    await note('Two.');
    for (const job of jobs) expect(await delivered(database, job, stands, { at: noon })).toBe(true);
    expect((await jobsOf(database, guild)).map(({ kind }) => kind).sort()).toEqual(['answer', 'card']);
  });

  test.each([
    ['for certain', certain],
    ['in passing', passing],
    ['at a member who takes no messages', { code: '50007', kind: 'unreachable', unsure: false } as const],
  ])('what is wanted while an attempt fails %s is due at once', async (_, trouble) => {
    const { database, guild } = await approved();
    await deliverAll(database, guild);
    const note = async (text: string) =>
      done(await writeNote(database, by(guild, 'mia'), { ...(await seen(database, guild, 1)), note: text }));
    await note('One.');
    const jobs = await jobsOf(database, guild);
    await note('Two.');
    for (const job of jobs) {
      expect(await notDelivered(database, job, trouble, { at: noon, patience })).toBe('due');
    }
    expect(await failedOf(database, guild, channel)).toEqual([]);
    const again = await jobsOf(database, guild);
    expect(again.map(({ kind, attempts, error }) => [kind, attempts, error])).toEqual(
      expect.arrayContaining([
        ['answer', 0, null],
        ['card', 0, null],
      ]),
    );
    for (const job of again) await delivered(database, job, stands, { at: noon });
    expect(await jobsOf(database, guild)).toEqual([]);
  });

  test('an answer that is undone and approved anew while its attempt fails is still due, and is published', async () => {
    const { database, guild, answer } = await approved();
    const job = await answer();
    done(await undo(database, by(guild, 'max'), { number: 1, seen: 2 }));
    done(await approve(database, by(guild, 'max'), { number: 1, seen: 3 }));
    expect(await notDelivered(database, job!, certain, { at: noon, seen: 2 })).toBe('due');
    expect(await found(database, guild, 1)).toMatchObject({ state: 'approved', version: 4 });
    const next = await answer();
    expect(await delivered(database, next!, stands, { at: noon, seen: 4 })).toBe(true);
    expect(await found(database, guild, 1)).toMatchObject({ state: 'published' });
  });

  test('an answer that is undone while it is on its way never counts as published and is taken down', async () => {
    const { database, guild, answer } = await approved();
    const job = await answer();
    done(await undo(database, by(guild, 'max'), { number: 1, seen: 2 }));
    expect(await delivered(database, job!, stands, { at: noon, seen: 2 })).toBe(true);
    expect((await found(database, guild, 1)).state).toBe('waiting');
    const again = await answer();
    expect(again).toMatchObject({ message: 'm1' });
    await delivered(database, again!, undefined, { at: noon });
    expect(await answer()).toBeUndefined();
    done(await approve(database, by(guild, 'max'), { number: 1, seen: 3 }));
    const next = await answer();
    expect(next).toMatchObject({ message: null, unsure: false });
    expect(nonceOf(next!)).not.toBe(nonceOf(job!));
  });

  test('each message to a member has a nonce of its own', async () => {
    const { database } = await shared();
    const guild = await newDesk(database);
    await published(database, guild, borders);
    const told = async () =>
      (await deliverAll(database, guild)).filter(({ kind }) => kind === 'tell').map(nonceOf);
    const nonces: string[] = [];
    for (let round = 0; round < 3; round++) {
      done(await undo(database, by(guild, 'mia'), await seen(database, guild, 1)));
      nonces.push(...(await told()));
      done(await approve(database, by(guild, 'mia'), await seen(database, guild, 1)));
      nonces.push(...(await told()));
    }
    expect(nonces).toHaveLength(6);
    expect(new Set(nonces).size).toBe(6);
  });
});
