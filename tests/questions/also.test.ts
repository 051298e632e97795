// Members who ask a question of somebody else too, on both engines: once each, within limits, told, and forgotten.
import { expect, test } from 'vitest';
import { alsoOf, askAlso, isAlso, mostAlso, takeBackAlso } from '../../src/questions/also.ts';
import { editQuestion, withdrawQuestion } from '../../src/questions/ask.ts';
import { changeDesk, closeDesk } from '../../src/questions/desk.ts';
import { eraseMember, guildsOf, keptOf } from '../../src/questions/forgetting/privacy.ts';
import { purgeOld } from '../../src/questions/forgetting/retention.ts';
import { countAskers } from '../../src/questions/read.ts';
import { approve, merge, reject, sayNone, undo } from '../../src/questions/review.ts';
import type { State } from '../../src/questions/states.ts';
import { statsOf } from '../../src/questions/stats.ts';
import type { QuestionRow } from '../../src/store/desk-tables.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { tables } from './tables.ts';
import {
  asked,
  by,
  channel,
  deliverAll,
  done,
  found,
  logGaps,
  minute,
  newDesk,
  noon,
  seen,
} from './world.ts';

const borders = 'Can borders be changed by force?';
const day = 24 * 60 * minute;

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async (listed = true) => {
    const { database } = await shared();
    return { database, guild: await newDesk(database, { settings: { listed } }) };
  };
  const told = async (database: Awaited<ReturnType<typeof newGuild>>['database'], guild: string) =>
    (await deliverAll(database, guild))
      .filter(({ kind }) => kind === 'tell')
      .map(({ target }) => target)
      .sort();

  test('a member counts once, also where they press twice at once, and no version changes by it', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders);
    const both = await Promise.all([1, 2].map(() => askAlso(database, by(guild, 'bob'), 1)));
    expect(both.map((each) => each.ok && each.isNew).sort()).toEqual([false, true]);
    done(await askAlso(database, by(guild, 'carol'), 1));
    const question = await found(database, guild, 1);
    expect(question.version).toBe(1);
    expect(await countAskers(database, question)).toBe(3);
    expect(await askAlso(database, by(guild, 'alice'), 1)).toMatchObject({ reason: 'own-question' });
    expect(await askAlso(database, by(guild, 'alice'), 2)).toMatchObject({ reason: 'not-found' });
    expect(await takeBackAlso(database, by(guild, 'bob'), 1)).toBe(true);
    expect(await takeBackAlso(database, by(guild, 'bob'), 1)).toBe(false);
    expect(await countAskers(database, question)).toBe(2);
    done(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    expect(await told(database, guild)).toEqual(['alice', 'carol']);
    expect(await askAlso(database, by(guild, 'bob'), 1)).toMatchObject({ reason: 'not-found' });
    expect(await logGaps(database, guild)).toEqual([]);
  });

  test('each is told what comes of it, wherever the question is led', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders);
    await asked(database, by(guild, 'bob'), 'Who met in Alaska?');
    done(await askAlso(database, by(guild, 'carol'), 2));
    done(await merge(database, by(guild, 'mia'), { number: 2, seen: 1, into: 1 }));
    expect(await told(database, guild)).toEqual(['bob', 'carol']);
    expect(await countAskers(database, await found(database, guild, 1))).toBe(3);
    // Whoever is among its askers already is not counted twice.
    expect(await askAlso(database, by(guild, 'bob'), 1)).toMatchObject({ reason: 'asked-already' });
    done(await sayNone(database, by(guild, 'mia'), await seen(database, guild, 1)));
    expect(await told(database, guild)).toEqual(['alice', 'bob', 'carol']);
    expect(await found(database, guild, 1)).toMatchObject({ state: 'unanswered', chosen: [] });
    const { byState, medianMs } = await statsOf(database, guild, { channel, sitting: 1 });
    expect(byState.find(({ state }) => state === 'unanswered')?.count).toBe(1);
    expect(medianMs).toBe(0);
    done(await askAlso(database, by(guild, 'dora'), 1));
    done(await undo(database, by(guild, 'mia'), await seen(database, guild, 1)));
    expect(await told(database, guild)).toEqual(['alice', 'bob', 'carol', 'dora']);
    done(
      await reject(database, by(guild, 'mia'), {
        ...(await seen(database, guild, 1)),
        reason: 'unclear',
        words: '',
      }),
    );
    expect(await told(database, guild)).toEqual(['alice', 'bob', 'carol', 'dora']);
  });

  test('withdrawn by its asker it is told to the others; its words stay while others ask in them', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders);
    done(await askAlso(database, by(guild, 'bob'), 1));
    const words = { number: 1, seen: 1, text: 'What of zebras?', passages: [], answered: false };
    expect(await editQuestion(database, by(guild, 'alice'), words)).toMatchObject({ reason: 'asked-too' });
    expect(await editQuestion(database, by(guild, 'eve'), words)).toMatchObject({ reason: 'not-yours' });
    done(await withdrawQuestion(database, by(guild, 'alice'), 1));
    expect(await told(database, guild)).toEqual(['bob']);
  });

  test('limits hold: what may be read, open desks, and so many at a time', async () => {
    const hidden = await newGuild(false);
    await asked(hidden.database, by(hidden.guild, 'alice'), borders);
    expect(await askAlso(hidden.database, by(hidden.guild, 'bob'), 1)).toMatchObject({ reason: 'not-found' });
    const { database, guild } = await newGuild();
    for (let n = 1; n <= mostAlso + 1; n += 1) {
      await asked(database, by(guild, `asker-${n}`), `What does treaty ${n} say about topic ${n}?`);
    }
    for (let n = 1; n <= mostAlso; n += 1) done(await askAlso(database, by(guild, 'bob'), n));
    expect(await askAlso(database, by(guild, 'bob'), mostAlso + 1)).toMatchObject({
      reason: 'too-many-also',
    });
    expect(await takeBackAlso(database, by(guild, 'bob'), 1)).toBe(true);
    done(await askAlso(database, by(guild, 'bob'), mostAlso + 1));
    done(await closeDesk(database, by(guild, 'admin'), channel));
    expect(await askAlso(database, by(guild, 'carol'), 2)).toMatchObject({ reason: 'closed' });
  });

  test('it goes with the member, and with the question when that is too old', async () => {
    const { database, guild } = await newGuild();
    const bob = `bob-${guild}`;
    await asked(database, by(guild, 'alice'), borders);
    await asked(database, by(guild, 'alice'), 'Who met in Alaska?');
    for (const number of [1, 2]) done(await askAlso(database, by(guild, bob), number));
    done(await askAlso(database, by(guild, 'carol'), 1));
    expect(await guildsOf(database, bob)).toEqual([guild]);
    expect((await keptOf(database, guild, bob)).also).toEqual([
      { number: 1, at: noon },
      { number: 2, at: noon },
    ]);
    await eraseMember(database, { guild, member: bob, at: noon });
    expect(JSON.stringify(await tables(database, guild))).not.toContain(bob);
    expect(await guildsOf(database, bob)).toEqual([]);
    expect(await alsoOf(database, guild, 'carol')).toHaveLength(1);
    await purgeOld(database, noon + 400 * day);
    expect(await alsoOf(database, guild, 'carol')).toEqual([]);
  });

  test('what the sources do not answer takes no passage, and one that they answer now is not led there', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders, { passages: [], answered: false });
    expect(await approve(database, by(guild, 'mia'), { number: 1, seen: 1 })).toMatchObject({
      reason: 'no-passage',
    });
    done(await sayNone(database, by(guild, 'mia'), { number: 1, seen: 1 }));
    await deliverAll(database, guild);
    expect((await found(database, guild, 1)).state).toBe('unanswered');
    const same = await asked(database, by(guild, 'bob'), borders, { passages: [], answered: false });
    expect(same.same?.number).toBe(1);
    expect((await asked(database, by(guild, 'carol'), borders)).same).toBeUndefined();
  });

  const chosenOne = '["talks ¶1"]';
  test.each<[Partial<QuestionRow>, string | undefined]>([
    [{ state: 'waiting', listed: 1 }, undefined],
    [{ state: 'claimed', listed: 1 }, undefined],
    [{ state: 'waiting', listed: 0 }, 'not-found'],
    [{ state: 'claimed', listed: 0 }, 'not-found'],
    [{ state: 'approved', listed: 1, chosen: chosenOne }, 'not-found'],
    [{ state: 'approved', listed: 0, chosen: '[]' }, undefined],
    [{ state: 'waiting', listed: 0, chosen: '[]' }, 'not-found'],
    [{ state: 'published', listed: 1, chosen: chosenOne }, 'not-found'],
    [{ state: 'failed', listed: 1, chosen: '[]' }, 'not-found'],
    [{ state: 'unanswered', listed: 0, chosen: '[]' }, undefined],
    [{ state: 'rejected', listed: 1 }, 'not-found'],
    [{ state: 'merged', listed: 1 }, 'not-found'],
    [{ state: 'withdrawn', listed: 1 }, 'not-found'],
    [{ state: 'waiting', listed: 1, erased_at: noon }, 'not-found'],
    [{ state: 'unanswered', erased_at: noon }, 'not-found'],
  ])('whether a question that is %j may be asked too: %s', async (row, refused) => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders);
    await database.updateTable('questions').set(row).where('guild', '=', guild).execute();
    const question = await found(database, guild, 1);
    const result = await askAlso(database, by(guild, 'bob'), 1);
    expect(result).toEqual(refused ? { ok: false, reason: refused } : { ok: true, question, isNew: true });
    const all = await alsoOf(database, guild, 'bob');
    expect(all).toEqual(refused ? [] : [{ number: 1, at: noon }]);
  });

  test('whoever asks it already, in their own words or not, is told so, and nothing changes', async () => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders);
    await asked(database, by(guild, 'dora'), borders);
    done(await askAlso(database, by(guild, 'bob'), 1));
    const before = await tables(database, guild);
    const question = await found(database, guild, 1);
    const as = (name: string, number = 1) => askAlso(database, by(guild, name, noon + 5), number);
    expect(await as('alice')).toEqual({ ok: false, reason: 'own-question' });
    expect(await as('dora')).toEqual({ ok: false, reason: 'asked-already' });
    expect(await as('bob')).toEqual({ ok: true, question, isNew: false });
    expect(await as('bob', 9)).toEqual({ ok: false, reason: 'not-found' });
    expect(await askAlso(database, by('another', 'bob'), 1)).toEqual({ ok: false, reason: 'not-found' });
    expect(await tables(database, guild)).toEqual(before);
    const is = (member: string, number = 1, server = guild) => isAlso(database, server, number, member);
    expect([await is('bob'), await is('carol'), await is('bob', 2), await is('bob', 1, 'another')]).toEqual([
      ...[true, false, false, false],
    ]);
  });

  test.each([
    ['an open desk', {}, 'waiting', undefined],
    ['a desk that is not open yet', { opensAt: noon + 1 }, 'waiting', 'closed'],
    ['a desk whose time is over', { closesAt: noon }, 'waiting', 'closed'],
    ['a desk that is claimed and over', { closesAt: noon }, 'claimed', 'closed'],
    ['a desk that is over, where there is no answer', { closesAt: noon }, 'unanswered', undefined],
  ] as const)('whether one may ask too in %s', async (_, times, state, refused) => {
    const { database, guild } = await newGuild();
    await asked(database, by(guild, 'alice'), borders);
    await database.updateTable('questions').set({ state }).where('guild', '=', guild).execute();
    done(await changeDesk(database, by(guild, 'admin'), channel, times));
    const result = await askAlso(database, by(guild, 'bob'), 1);
    expect(result).toMatchObject(refused ? { ok: false, reason: refused } : { ok: true, isNew: true });
  });

  test('so many undecided ones a member may ask too; what is decided, and what others ask, counts not', async () => {
    const { database, guild } = await newGuild();
    const elsewhere = (await newGuild()).guild;
    await asked(database, by(guild, 'alice'), borders);
    await asked(database, by(elsewhere, 'alice'), borders);
    const row = await database
      .selectFrom('questions')
      .where('guild', '=', guild)
      .selectAll()
      .executeTakeFirstOrThrow();
    const numbers = Array.from({ length: mostAlso }, (_, index) => index + 2);
    const others = numbers.map((number) => ({ ...row, number, text: `Who spoke of matter ${number}?` }));
    await database.insertInto('questions').values(others).execute();
    const also = (asker: string, all: readonly number[]) =>
      database
        .insertInto('also_asked')
        .values(all.map((number) => ({ guild, number, asker, at: noon })))
        .execute();
    await also('bob', numbers);
    await also('carol', numbers.slice(1));
    const tooMany = { ok: false, reason: 'too-many-also', most: 20 };
    expect(await askAlso(database, by(guild, 'bob'), 1)).toEqual(tooMany);
    done(await askAlso(database, by(guild, 'carol'), 1));
    done(await askAlso(database, by(elsewhere, 'bob'), 1));
    const set = (state: State) =>
      database
        .updateTable('questions')
        .set({ state })
        .where('guild', '=', guild)
        .where('number', '=', 2)
        .execute();
    for (const state of ['claimed', 'unanswered'] as const) {
      await set(state);
      expect(await askAlso(database, by(guild, 'bob'), 1)).toEqual(tooMany);
    }
    await set('rejected');
    done(await askAlso(database, by(guild, 'bob'), 1));
  });

  test.each([
    ['waiting', ['card']],
    ['approved', ['answer', 'card']],
    ['unanswered', ['answer', 'card']],
  ] as const)(
    'how many ask is shown anew where they ask, take it back or are forgotten: %s',
    async (state, kinds) => {
      const { database, guild } = await newGuild();
      await asked(database, by(guild, 'alice'), borders);
      const bob = `bob of ${guild}`;
      await database
        .updateTable('questions')
        .set({ state, chosen: '[]' })
        .where('guild', '=', guild)
        .execute();
      const shown = async () => {
        const jobs = (await tables(database, guild))['deliveries'] as { kind: string; number: number }[];
        await database.deleteFrom('deliveries').where('guild', '=', guild).execute();
        return jobs.flatMap(({ kind, number }) => (number === 1 ? [kind] : [])).sort();
      };
      await shown();
      done(await askAlso(database, by(guild, bob), 1));
      expect(await shown()).toEqual(kinds);
      done(await askAlso(database, by(guild, bob), 1));
      expect(await shown()).toEqual([]);
      expect(await takeBackAlso(database, by(guild, 'carol'), 1)).toBe(false);
      expect(await takeBackAlso(database, by(guild, bob), 2)).toBe(false);
      expect(await shown()).toEqual([]);
      expect(await takeBackAlso(database, by(guild, bob), 1)).toBe(true);
      expect(await shown()).toEqual(kinds);
      done(await askAlso(database, by(guild, bob), 1));
      await shown();
      await eraseMember(database, { guild, member: bob, at: noon });
      expect(await shown()).toEqual(kinds);
    },
  );
});
