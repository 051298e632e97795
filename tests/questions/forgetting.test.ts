// What a member, the time and a server that is left take with them, and what stays: row for row, on both engines.
import { expect, test } from 'vitest';
import { alsoOf, askAlso } from '../../src/questions/also.ts';
import { closeDesk, openDesk } from '../../src/questions/desk.ts';
import { type Became, flagAnswers, guildsWithAnswers } from '../../src/questions/flags.ts';
import { eraseMember, guildsOf, keptOf } from '../../src/questions/forgetting/privacy.ts';
import { eraseGuild, guildsWithSettings, purgeOld } from '../../src/questions/forgetting/retention.ts';
import { isTombstone } from '../../src/questions/forgetting/tombstone.ts';
import { logOf } from '../../src/questions/read.ts';
import { approve, claim, reject, undo, writeNote } from '../../src/questions/review.ts';
import { writing } from '../../src/store/engines/transact.ts';
import { erasuresIn, hashOf } from '../../src/store/erasures.ts';
import type { Database } from '../../src/store/tables.ts';
import { newPlace, onBothEngines, opened, sharedStore } from '../store/engines.ts';
import { tables } from './tables.ts';
import {
  asked,
  by,
  channel,
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
const day = 24 * 60 * minute;

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const newGuild = async (change: Parameters<typeof newDesk>[1] = {}) => {
    const { database } = await shared();
    return { database, guild: await newDesk(database, change) };
  };
  const sittingsOf = (database: Database, guild: string) =>
    database.selectFrom('sittings').where('guild', '=', guild).orderBy('opened_at').selectAll().execute();
  /** Tombstones by one name, whichever they are. */
  const veiled = (name: string | null | undefined) => (name && isTombstone(name) ? 'erased' : name);

  test('what is kept of a member is told whole, in order, of this server alone', async () => {
    const { database, guild } = await newGuild();
    const elsewhere = await newDesk(database);
    const alice = `alice of ${guild}`;
    for (const where of [elsewhere, guild]) {
      await asked(database, by(where, 'bob'), borders);
      await asked(database, by(where, alice, noon + 1), alaska);
      await asked(database, by(where, alice, noon + 2), 'What of tariffs?');
    }
    await asked(database, by(guild, 'carol'), 'When did the summit end?');
    const row = { guild, asker: alice };
    await database
      .insertInto('also_asked')
      .values([
        { ...row, number: 4, at: noon },
        { ...row, number: 1, at: noon + 9 },
      ])
      .execute();
    for (const [number, version] of [
      [4, 1],
      [1, 1],
      [1, 2],
    ] as const)
      done(await claim(database, by(guild, alice, noon + 3), { number, seen: version }));
    const kept = await keptOf(database, guild, alice);
    expect(kept.asked).toEqual([await found(database, guild, 2), await found(database, guild, 3)]);
    expect(kept.also).toEqual([
      { number: 1, at: noon + 9 },
      { number: 4, at: noon },
    ]);
    expect(kept.acted.map(({ number, version, action, at }) => [number, version, action, at - noon])).toEqual(
      [
        [2, 1, 'ask', 1],
        [3, 1, 'ask', 2],
        [1, 2, 'claim', 3],
        [1, 3, 'claim', 3],
        [4, 2, 'claim', 3],
      ],
    );
    expect(kept.acted.every((entry) => entry.by === alice)).toBe(true);
  });

  test('the servers that know a member are those where they asked, asked too, or moderated, each once', async () => {
    const { database } = await shared();
    const [asks, moderates, also, knowsNothing] = await Promise.all(
      [1, 2, 3, 4].map(() => newDesk(database)),
    );
    const alice = `alice of ${asks}`;
    await asked(database, by(asks!, alice), borders);
    await asked(database, by(asks!, alice), alaska);
    for (const guild of [moderates!, also!, knowsNothing!]) await asked(database, by(guild, 'bob'), borders);
    done(await claim(database, by(moderates!, alice), { number: 1, seen: 1 }));
    await database
      .insertInto('also_asked')
      .values({ guild: also!, number: 1, asker: alice, at: 1 })
      .execute();
    expect((await guildsOf(database, alice)).sort()).toEqual([asks!, moderates!, also!].sort());
  });

  test('a member who is forgotten is replaced wherever they stand, and the erasure is noted', async () => {
    const { database, guild } = await newGuild({ settings: { listed: true } });
    const elsewhere = await newDesk(database);
    const alice = `alice of ${guild}`;
    for (const where of [guild, elsewhere]) await asked(database, by(where, alice), borders);
    await asked(database, by(guild, 'bob'), alaska);
    done(await askAlso(database, by(guild, alice), 2));
    done(await askAlso(database, by(guild, 'carol'), 2));
    done(await closeDesk(database, by(guild, alice), channel));
    done(await openDesk(database, by(guild, alice, noon + 1), channel));
    await deliverAll(database, guild, noon + 1);
    const kept = async () => ({ ...(await tables(database, elsewhere)), deliveries: [] });
    const before = await kept();
    const result = await eraseMember(database, { guild, member: alice, at: noon + minute });
    expect(result).toEqual({ questions: 1, actions: 5 });
    const question = await found(database, guild, 1);
    expect(question).toMatchObject({ state: 'withdrawn', text: '', erased: true, version: 3 });
    const row = database.selectFrom('questions').where('guild', '=', guild).where('number', '=', 1);
    expect((await row.selectAll().executeTakeFirst())?.erased_at).toBe(noon + minute);
    const log = await logOf(database, guild, { channel, number: 1 });
    expect(log.map(({ action, by: who }) => [action, who])).toEqual([
      ['ask', question.asker],
      ['withdraw', question.asker],
      ['erase', question.asker],
    ]);
    expect(log[0]?.after).toMatchObject({ asker: question.asker, text: null, state: 'waiting' });
    expect(log[1]).toMatchObject({ before: { state: 'waiting' }, after: { state: 'withdrawn' } });
    expect(log[2]).toMatchObject({
      before: { asker: question.asker, text: null, erased: false },
      after: { asker: question.asker, text: null, erased: true },
    });
    const sittings = (await sittingsOf(database, guild)).map(({ opened_by }) => opened_by);
    expect(sittings).toEqual(['admin', question.asker]);
    const desk = await logOf(database, guild, { channel, number: 0 });
    expect(desk.map(({ action, by: who }) => [action, who])).toEqual([
      ['open', 'admin'],
      ['close', question.asker],
      ['open', question.asker],
    ]);
    // Whom they asked with is counted as before; their own asking is gone, and the card tells it.
    expect(await alsoOf(database, guild, alice)).toEqual([]);
    expect(await alsoOf(database, guild, 'carol')).toHaveLength(1);
    const jobs = await deliverAll(database, guild, noon + minute);
    expect(jobs.map(({ kind, number }) => `${kind} ${number}`).sort()).toEqual(['card 1', 'card 2']);
    expect(await kept()).toEqual(before);
    const { erasures } = await erasuresIn(database);
    const { key } = await database.selectFrom('erasure_key').select('key').executeTakeFirstOrThrow();
    const thing = { kind: 'questions-of', of: [guild, alice] } as const;
    expect(erasures.filter(({ hash }) => hash === hashOf(key, thing))).toMatchObject([
      { kind: 'questions-of', at: noon + minute },
    ]);
  });

  test('an answer that stands stays, without a name and without the words of the question', async () => {
    const { database, guild } = await newGuild();
    const alice = `alice of ${guild}`;
    await published(database, guild, borders, alice);
    done(await undo(database, by(guild, 'mia'), await seen(database, guild, 1)));
    done(await approve(database, by(guild, 'mia'), await seen(database, guild, 1)));
    // Word to her is due, and is not sent any more.
    await eraseMember(database, { guild, member: alice, at: noon });
    const { version, state, decidedBy, chosen } = await found(database, guild, 1);
    expect([state, decidedBy, chosen.length]).toEqual(['approved', 'mia', 1]);
    expect(version).toBe(6);
    const jobs = await deliverAll(database, guild, noon + minute);
    expect(jobs.map(({ kind }) => kind).sort()).toEqual(['answer', 'card', 'card']);
    expect((await found(database, guild, 1)).state).toBe('published');
  });

  test('who asked and moderated one question is replaced in all of it', async () => {
    const { database, guild } = await newGuild();
    const alice = `alice of ${guild}`;
    await asked(database, by(guild, alice), borders);
    await asked(database, by(guild, alice), alaska);
    done(await writeNote(database, by(guild, alice), { number: 1, seen: 1, note: 'Mine.' }));
    done(await reject(database, by(guild, alice), { number: 1, seen: 2, reason: 'other', words: 'No.' }));
    done(await writeNote(database, by(guild, 'mia'), { number: 2, seen: 1, note: 'Hers.' }));
    await eraseMember(database, { guild, member: alice, at: noon });
    const first = await found(database, guild, 1);
    expect(first).toMatchObject({ state: 'rejected', reason: 'other', decidedBy: first.asker });
    expect([first.note, first.reasonWords, first.version]).toEqual([undefined, undefined, 5]);
    // What she only asked is changed once for its withdrawal and once for the rest.
    expect(await found(database, guild, 2)).toMatchObject({ version: 4, state: 'withdrawn', note: 'Hers.' });
    expect(JSON.stringify(await tables(database, guild))).not.toMatch(/alice|Mine|No\./u);
  });

  test('who only claimed or decided their own question is replaced there too', async () => {
    const { database, guild } = await newGuild();
    const alice = `alice of ${guild}`;
    for (const text of [borders, alaska]) await asked(database, by(guild, alice), text);
    done(await claim(database, by(guild, alice), { number: 1, seen: 1 }));
    done(await approve(database, by(guild, alice), { number: 2, seen: 1 }));
    await eraseMember(database, { guild, member: alice, at: noon });
    const [first, second] = [await found(database, guild, 1), await found(database, guild, 2)];
    expect(first).toMatchObject({ state: 'withdrawn', claimedBy: first.asker });
    expect(second).toMatchObject({ state: 'approved', decidedBy: second.asker });
    expect(JSON.stringify(await tables(database, guild))).not.toContain('alice');
  });

  test('what is old is emptied of words and names, field for field, and a change by the program is told still', async () => {
    const { database, guild } = await newGuild({
      settings: { retentionDays: 2, mode: 'public', listed: true },
    });
    await asked(database, by(guild, 'alice'), borders);
    await asked(database, by(guild, 'bob'), alaska, { answered: false });
    await asked(database, by(guild, 'carol'), 'What of tariffs?', { answered: false });
    done(await askAlso(database, by(guild, 'dora'), 2));
    done(await claim(database, by(guild, 'mia'), { number: 2, seen: 1 }));
    done(await writeNote(database, by(guild, 'mia'), { number: 2, seen: 2, note: 'Mine.' }));
    done(await reject(database, by(guild, 'max'), { number: 3, seen: 1, reason: 'other', words: 'No.' }));
    const jobs = async () =>
      (await tables(database, guild))['deliveries'] as { kind: string; target: string }[];
    expect((await jobs()).filter(({ kind }) => kind === 'tell').map(({ target }) => target)).toEqual([
      'carol',
    ]);
    expect(await purgeOld(database, noon + 2 * day - 1)).toBe(0);
    expect(await purgeOld(database, noon + 2 * day)).toBe(3);
    expect(await purgeOld(database, noon + 9 * day)).toBe(0);
    expect((await jobs()).filter(({ kind }) => kind === 'tell')).toEqual([]);
    expect((await jobs()).filter(({ kind }) => kind === 'card')).toHaveLength(3);
    expect(await alsoOf(database, guild, 'dora')).toEqual([]);
    const rows = await database
      .selectFrom('questions')
      .where('guild', '=', guild)
      .orderBy('number')
      .selectAll()
      .execute();
    const gone = { text: '', note: null, reason_words: null, erased_at: noon + 2 * day };
    expect(
      rows.map(({ asker, claimed_by, decided_by, ...row }) => ({
        ...{ ...row, asker: veiled(asker), claimed_by: veiled(claimed_by), decided_by: veiled(decided_by) },
      })),
    ).toMatchObject([
      { ...gone, state: 'approved', asker: 'erased', claimed_by: null, decided_by: 'program', version: 3 },
      { ...gone, state: 'withdrawn', asker: 'erased', claimed_by: 'erased', decided_by: null, version: 4 },
      {
        ...gone,
        state: 'rejected',
        asker: 'erased',
        claimed_by: null,
        decided_by: 'erased',
        reason: 'other',
      },
    ]);
    const log = async (number: number) =>
      (await logOf(database, guild, { channel, number })).map(({ action, by: who, before, after }) => [
        action,
        veiled(who),
        JSON.parse(JSON.stringify([before ?? null, after]).replaceAll(/erased-[0-9a-f]+/gu, 'erased')),
      ]);
    const nobody = { claimedBy: null, decidedBy: null };
    expect(await log(1)).toMatchObject([
      ['ask', 'erased', [null, { asker: 'erased', text: null, note: null, reasonWords: null, ...nobody }]],
      ['approve', 'program', [{ decidedBy: null }, { decidedBy: 'erased' }]],
      [
        'erase',
        'program',
        [
          { text: null, erased: false },
          { text: null, erased: true },
        ],
      ],
    ]);
    expect(await log(2)).toEqual([
      ['ask', 'erased', [null, expect.objectContaining({ asker: 'erased', text: null, ...nobody })]],
      [
        'claim',
        'erased',
        [
          { state: 'waiting', claimedBy: null },
          { state: 'claimed', claimedBy: 'erased' },
        ],
      ],
      ['note', 'erased', [{ note: null }, { note: null }]],
      [
        'erase',
        'program',
        [
          { state: 'claimed', asker: 'erased', text: null, note: null, claimedBy: 'erased', erased: false },
          { state: 'withdrawn', asker: 'erased', text: null, note: null, claimedBy: 'erased', erased: true },
        ],
      ],
    ]);
    expect((await log(3))[1]).toEqual([
      'reject',
      'erased',
      [
        { state: 'waiting', reason: null, reasonWords: null, decidedBy: null },
        { state: 'rejected', reason: 'other', reasonWords: null, decidedBy: 'erased' },
      ],
    ]);
  });

  test('each desk keeps for its own time; what is changed or is another desk or server stays', async () => {
    const { database, guild } = await newGuild({ settings: { retentionDays: 2 } });
    done(await openDesk(database, by(guild, 'admin'), 'longer', { settings: { retentionDays: 9 } }));
    const elsewhere = await newDesk(database, { settings: { retentionDays: 9 } });
    await asked(database, by(guild, 'alice'), borders);
    await asked(database, by(guild, 'alice'), alaska, { channel: 'longer' });
    await asked(database, by(guild, 'alice'), 'What of tariffs?');
    await asked(database, by(elsewhere, 'alice'), borders);
    done(await claim(database, by(guild, 'mia', noon + day), { number: 3, seen: 1 }));
    await purgeOld(database, noon + 2 * day);
    const erased = async (number: number, where = guild) => (await found(database, where, number)).erased;
    expect([await erased(1), await erased(2), await erased(3)]).toEqual([true, false, false]);
    expect(await erased(1, elsewhere)).toBe(false);
    const openers = async () =>
      (await sittingsOf(database, guild)).map((row) => `${row.channel} ${veiled(row.opened_by)}`).sort();
    expect(await openers()).toEqual(['desk erased', 'longer admin']);
    const actors = async (desk: string) =>
      (await logOf(database, guild, { channel: desk, number: 0 })).map(({ by: who }) => veiled(who));
    expect([await actors(channel), await actors('longer')]).toEqual([['erased'], ['admin']]);
  });

  test('who opened and closed a desk is forgotten to the millisecond, once, and the program never', async () => {
    const { database, guild } = await newGuild({ settings: { retentionDays: 2 } });
    done(await closeDesk(database, by(guild, 'program', noon + 1), channel));
    done(await openDesk(database, by(guild, 'mia', noon + 2), channel));
    const names = async () => ({
      log: (await logOf(database, guild, { channel, number: 0 })).map(({ by: who }) => who),
      sittings: (await sittingsOf(database, guild)).map(({ opened_by }) => opened_by),
    });
    await purgeOld(database, noon + 2 * day - 1);
    const all = { log: ['admin', 'program', 'mia'], sittings: ['admin', 'mia'] };
    expect(await names()).toEqual(all);
    await purgeOld(database, noon + 2 * day + 1);
    const first = await names();
    expect({ log: first.log.map(veiled), sittings: first.sittings.map(veiled) }).toEqual({
      ...{ log: ['erased', 'program', 'mia'], sittings: ['erased', 'mia'] },
    });
    await purgeOld(database, noon + 2 * day + 2);
    const second = await names();
    expect([second.log[0], second.sittings[0]]).toEqual([first.log[0], first.sittings[0]]);
    expect([veiled(second.log[2]), veiled(second.sittings[1])]).toEqual(['erased', 'erased']);
  });

  test('of a server that is left nothing stays, numbers begin anew, and others lose nothing', async () => {
    const { database, guild } = await newGuild({ settings: { listed: true } });
    const elsewhere = await newDesk(database, { settings: { listed: true } });
    const others = ['preferences', 'missed_words', 'missed_questions', 'ratings'] as const;
    for (const where of [guild, elsewhere]) {
      await asked(database, by(where, 'alice'), borders);
      done(await askAlso(database, by(where, 'bob'), 1));
      await database
        .insertInto('preferences')
        .values({ guild: where, public_answers: 1, missed: 'words', mentions: 1 })
        .execute();
      const missed = { guild: where, day: '2026-01-05', asker: 'a' };
      await database
        .insertInto('missed_words')
        .values({ ...missed, word: 'w' })
        .execute();
      await database
        .insertInto('missed_questions')
        .values({ ...missed, question: 'q' })
        .execute();
      const rating = { document: 'd', paragraph: 1, hash: 'h', up: 1, down: 0, changed_on: '2026-01-05' };
      await database
        .insertInto('ratings')
        .values({ guild: where, ...rating })
        .execute();
    }
    const counts = async (where: string) => {
      const rest = await Promise.all(
        others.map((table) => database.selectFrom(table).where('guild', '=', where).selectAll().execute()),
      );
      return [...Object.values(await tables(database, where)), ...rest].map(({ length }) => length);
    };
    const before = await counts(elsewhere);
    expect(before.every((count) => count > 0)).toBe(true);
    await writing(database, (change) => eraseGuild(change, guild));
    expect(await counts(guild)).toEqual(before.map(() => 0));
    expect(await counts(elsewhere)).toEqual(before);
    done(await openDesk(database, by(guild, 'admin'), channel));
    expect((await asked(database, by(guild, 'alice'), borders)).question.number).toBe(1);
    expect((await asked(database, by(elsewhere, 'carol'), alaska)).question.number).toBe(2);
  });

  test('the servers with something of their own are told, each once', async () => {
    const { database } = await opened(await newPlace(engine));
    expect(await guildsWithSettings(database)).toEqual([]);
    const rating = { document: 'd', paragraph: 1, hash: 'h', up: 1, down: 0, changed_on: '2026-01-05' };
    for (const guild of ['', 'rates', 'all'])
      await database
        .insertInto('ratings')
        .values({ guild, ...rating })
        .execute();
    for (const guild of ['prefers', 'all'])
      await database
        .insertInto('preferences')
        .values({ guild, public_answers: 1, missed: 'words', mentions: 1 })
        .execute();
    for (const guild of ['misses', 'all'])
      await database
        .insertInto('missed_words')
        .values({ guild, day: '2026-01-05', asker: 'a', word: 'w' })
        .execute();
    for (const guild of ['desk', 'all']) done(await openDesk(database, by(guild, 'admin'), channel));
    done(await openDesk(database, by('all', 'admin'), 'another'));
    expect(await guildsWithSettings(database)).toEqual(['all', 'desk', 'misses', 'prefers', 'rates']);
  });

  test('answers are flagged for what became of each passage, in the order of their numbers, and only published ones', async () => {
    const { database, guild } = await newGuild();
    const elsewhere = await newDesk(database);
    for (const where of [guild, elsewhere]) {
      for (const text of [borders, alaska]) await published(database, where, text);
      await asked(database, by(where, 'alice'), 'What of tariffs?');
    }
    // The first of them was changed last, so that it lies behind the other.
    const became = async ({ hash }: { readonly hash: string }): Promise<Became> =>
      hash === 'hash-1' ? 'erased' : 'same';
    done(await writeNote(database, by(guild, 'mia'), { ...(await seen(database, guild, 1)), note: 'n' }));
    expect(await flagAnswers(database, guild, became, noon + 5)).toEqual([1, 2]);
    expect(await flagAnswers(database, guild, became, noon + 6)).toEqual([]);
    const flags = [{ label: 'talks ¶1', became: 'erased' }];
    expect(await found(database, guild, 2)).toMatchObject({ flags, flagsKept: false, version: 4 });
    expect((await found(database, guild, 3)).flags).toEqual([]);
    expect((await found(database, elsewhere, 1)).flags).toEqual([]);
    const entry = (await logOf(database, guild, { channel, number: 2 })).at(-1);
    expect(entry).toMatchObject({ action: 'flag', by: 'program', at: noon + 5, after: { flags } });
    expect(await flagAnswers(database, guild, async () => 'same', noon + 7)).toEqual([1, 2]);
    const row = database.selectFrom('questions').where('guild', '=', guild).where('number', '=', 2);
    expect((await row.select('flags').executeTakeFirst())?.flags).toBeNull();
    expect((await logOf(database, guild, { channel, number: 2 })).at(-1)?.action).toBe('unflag');
  });

  test('the servers with published answers are told, each once', async () => {
    const { database } = await opened(await newPlace(engine));
    const [guild, waits] = [await newDesk(database), await newDesk(database)];
    await asked(database, by(waits, 'alice'), borders);
    expect(await guildsWithAnswers(database)).toEqual([]);
    for (const text of [borders, alaska]) await published(database, guild, text);
    expect(await guildsWithAnswers(database)).toEqual([guild]);
  });
});
