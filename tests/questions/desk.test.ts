// What a desk is told and tells: its settings, when it takes questions, its sittings, its channels and its log, on both engines.
import { expect, test } from 'vitest';
import {
  changeDesk,
  closeDesk,
  closeDue,
  type DeskChange,
  desksOf,
  findDesk,
  openDesk,
  openDesks,
  settingsSchema,
  standingOf,
} from '../../src/questions/desk.ts';
import { logOf } from '../../src/questions/read.ts';
import { onBothEngines, sharedStore } from '../store/engines.ts';
import { tables } from './tables.ts';
import { by, channel, deliverAll, done, jobsOf, minute, newDesk, noon } from './world.ts';

const defaults = {
  moderators: [],
  openQuestions: 3,
  cooldownSeconds: 60,
  anonymous: false,
  listed: false,
  mode: 'reviewed',
  answersIn: null,
  retentionDays: 365,
  locale: 'en-US',
};

test('settings that nobody chose are the ones that are told to administrators', () => {
  expect(settingsSchema.parse({})).toEqual(defaults);
});

test.each([
  ['moderators', Array.from({ length: 25 }, String), true],
  ['moderators', Array.from({ length: 26 }, String), false],
  ['openQuestions', 0, false],
  ['openQuestions', 1, true],
  ['openQuestions', 50, true],
  ['openQuestions', 51, false],
  ['cooldownSeconds', -1, false],
  ['cooldownSeconds', 0, true],
  ['cooldownSeconds', 86_400, true],
  ['cooldownSeconds', 86_401, false],
  ['mode', 'public', true],
  ['mode', 'reviewed', true],
  ['mode', 'secret', false],
  ['answersIn', 'answers', true],
  ['retentionDays', 0, false],
  ['retentionDays', 1, true],
  ['retentionDays', 3_650, true],
  ['retentionDays', 3_651, false],
])('%s of %j is taken: %s', (name, value, isTaken) => {
  const { success, data } = settingsSchema.safeParse({ [name]: value });
  expect(success).toBe(isTaken);
  if (isTaken) expect(data).toEqual({ ...defaults, [name]: value });
});

test.each([
  ['open', undefined, undefined, 'open'],
  ['closed', undefined, undefined, 'closed'],
  ['open', noon, undefined, 'open'],
  ['open', noon + 1, undefined, 'early'],
  ['closed', noon + 1, undefined, 'closed'],
  ['open', undefined, noon + 1, 'open'],
  ['open', undefined, noon, 'closed'],
  ['open', noon + 1, noon, 'closed'],
] as const)('a desk that is %s, from %s to %s, stands as: %s', (state, opensAt, closesAt, standing) => {
  expect(standingOf({ state, opensAt, closesAt }, noon)).toBe(standing);
});

onBothEngines((engine) => {
  const shared = sharedStore(engine);
  const full: DeskChange = {
    reviewChannel: 'review',
    opensAt: noon + minute,
    closesAt: noon + 9 * minute,
    settings: { locale: 'de', answersIn: 'answers', moderators: ['mods'] },
  };
  const newGuild = async (change: DeskChange = full) => {
    const { database } = await shared();
    return { database, guild: await newDesk(database, change) };
  };
  const chosen = { ...defaults, cooldownSeconds: 0, openQuestions: 50 };
  const fullSettings = { ...chosen, locale: 'de', answersIn: 'answers', moderators: ['mods'] };

  test('a desk is what it was opened as, and is found in its own server and channel alone', async () => {
    const { database, guild } = await newGuild();
    const desk = {
      ...{ guild, channel, version: 1, state: 'open', sitting: 1, reviewChannel: 'review' },
      ...{ opensAt: noon + minute, closesAt: noon + 9 * minute, settings: fullSettings },
    };
    expect(await findDesk(database, guild, channel)).toEqual(desk);
    expect(await findDesk(database, guild, 'other')).toBeUndefined();
    expect(await findDesk(database, 'other', channel)).toBeUndefined();
  });

  test('of a desk of which nothing is said nothing is known', async () => {
    const { database, guild } = await newGuild();
    const { desk } = done(await openDesk(database, by(guild, 'admin'), 'another'));
    expect(desk).toEqual({
      ...{ guild, channel: 'another', version: 1, state: 'open', sitting: 1, settings: defaults },
      ...{ reviewChannel: undefined, opensAt: undefined, closesAt: undefined },
    });
  });

  test.each<[DeskChange, object]>([
    [{}, {}],
    [{ reviewChannel: 'elsewhere' }, { reviewChannel: 'elsewhere' }],
    [{ reviewChannel: null }, { reviewChannel: undefined }],
    [{ opensAt: noon + 2 * minute }, { opensAt: noon + 2 * minute }],
    [{ opensAt: null }, { opensAt: undefined }],
    [{ closesAt: noon + 3 * minute }, { closesAt: noon + 3 * minute }],
    [{ closesAt: null }, { closesAt: undefined }],
    [{ settings: { listed: true } }, { settings: { ...fullSettings, listed: true } }],
    [{ settings: { locale: 'uk' } }, { settings: { ...fullSettings, locale: 'uk' } }],
  ])('%#: what a change of settings leaves out stays as it is: %j', async (change, different) => {
    const { database, guild } = await newGuild();
    const before = await findDesk(database, guild, channel);
    const { desk } = done(await changeDesk(database, by(guild, 'mia'), channel, change));
    expect(desk).toEqual({ ...before, version: 2, ...different });
    expect(await findDesk(database, guild, channel)).toEqual(desk);
  });

  test.each<[DeskChange, object]>([
    [{}, {}],
    [{ reviewChannel: 'elsewhere' }, { reviewChannel: 'elsewhere' }],
    [{ reviewChannel: null }, { reviewChannel: undefined }],
    [
      { opensAt: noon + 2 * minute, closesAt: noon + 3 * minute },
      { opensAt: noon + 2 * minute, closesAt: noon + 3 * minute },
    ],
    [{ settings: { mode: 'public' } }, { settings: { ...fullSettings, mode: 'public' } }],
  ])('%#: a desk that is opened again keeps its settings, not its times: %j', async (change, different) => {
    const { database, guild } = await newGuild();
    done(await closeDesk(database, by(guild, 'mia'), channel));
    const { desk } = done(await openDesk(database, by(guild, 'max'), channel, change));
    expect(desk).toEqual({
      ...{ guild, channel, version: 3, state: 'open', sitting: 2, reviewChannel: 'review' },
      ...{ opensAt: undefined, closesAt: undefined, settings: fullSettings },
      ...different,
    });
  });

  test('settings may be changed while it is closed, which opens it not', async () => {
    const { database, guild } = await newGuild();
    done(await closeDesk(database, by(guild, 'mia'), channel));
    const { desk } = done(
      await changeDesk(database, by(guild, 'mia'), channel, { settings: { listed: true } }),
    );
    expect(desk).toMatchObject({ state: 'closed', version: 3, settings: { listed: true } });
  });

  test('each sitting is noted with who opened it, and from when to when it was', async () => {
    const { database, guild } = await newGuild();
    done(await openDesk(database, by(guild, 'other'), 'another'));
    done(await closeDesk(database, by(guild, 'mia', noon + minute), channel));
    done(await openDesk(database, by(guild, 'max', noon + 2 * minute), channel));
    const { sittings } = await tables(database, guild);
    const byStart = (sittings as { opened_at: number; channel: string }[]).sort((a, b) =>
      `${a.opened_at} ${a.channel}`.localeCompare(`${b.opened_at} ${b.channel}`),
    );
    expect(byStart).toEqual([
      { channel: 'another', sitting: 1, opened_by: 'other', opened_at: noon, closed_at: null },
      { channel, sitting: 1, opened_by: 'admin', opened_at: noon, closed_at: noon + minute },
      { channel, sitting: 2, opened_by: 'max', opened_at: noon + 2 * minute, closed_at: null },
    ]);
    done(await closeDesk(database, by(guild, 'mia', noon + 3 * minute), channel));
    const ends = ((await tables(database, guild))['sittings'] as { closed_at: number | null }[]).map(
      ({ closed_at }) => closed_at,
    );
    expect(ends.sort()).toEqual([noon + minute, noon + 3 * minute, null]);
  });

  test('the log tells how a desk was before and after each change, and its panel is brought up to date', async () => {
    const { database, guild } = await newGuild();
    const panels = async () =>
      (await deliverAll(database, guild, noon + minute)).map(({ kind, desk, number, target }) =>
        [kind, desk, number, target].join(' '),
      );
    expect(await panels()).toEqual([`panel ${channel} 0 `]);
    done(await changeDesk(database, by(guild, 'mia', noon + 1), channel, { reviewChannel: null }));
    expect(await panels()).toEqual([`panel ${channel} 0 `]);
    done(await closeDesk(database, by(guild, 'max', noon + 2), channel));
    expect(await panels()).toEqual([`panel ${channel} 0 `]);
    done(await openDesk(database, by(guild, 'ann', noon + 3), channel));
    expect(await panels()).toEqual([`panel ${channel} 0 `]);
    const first = {
      ...{ state: 'open', sitting: 1, reviewChannel: 'review', settings: fullSettings },
      ...{ opensAt: noon + minute, closesAt: noon + 9 * minute },
    };
    const second = { ...first, reviewChannel: null };
    const third = { ...second, state: 'closed' };
    const fourth = { ...second, sitting: 2, opensAt: null, closesAt: null };
    const entry = { number: 0 };
    expect(await logOf(database, guild, { channel })).toEqual([
      { ...entry, version: 1, action: 'open', by: 'admin', at: noon, before: undefined, after: first },
      { ...entry, version: 2, action: 'settings', by: 'mia', at: noon + 1, before: first, after: second },
      { ...entry, version: 3, action: 'close', by: 'max', at: noon + 2, before: second, after: third },
      { ...entry, version: 4, action: 'open', by: 'ann', at: noon + 3, before: third, after: fourth },
    ]);
  });

  test('what is refused says why and leaves no trace', async () => {
    const { database, guild } = await newGuild();
    const before = await tables(database, guild);
    const max = by(guild, 'max');
    expect(await openDesk(database, max, channel)).toEqual({ ok: false, reason: 'open-already' });
    expect(await closeDesk(database, max, 'other')).toEqual({ ok: false, reason: 'not-found' });
    expect(await changeDesk(database, max, 'other', {})).toEqual({ ok: false, reason: 'not-found' });
    expect(await tables(database, guild)).toEqual(before);
  });

  test('of two who open a channel for the first time at once one does, and the other is told', async () => {
    const { database, guild } = await newGuild();
    const both = await Promise.all(
      ['mia', 'max'].map((name) => openDesk(database, by(guild, name), 'another')),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'open-already' });
    expect((await desksOf(database, guild)).map((desk) => [desk.channel, desk.version])).toEqual([
      ['another', 1],
      [channel, 1],
    ]);
  });

  test('of two who close it at once one does, and the other is told', async () => {
    const { database, guild } = await newGuild();
    const both = await Promise.all(
      ['mia', 'max'].map((name) => closeDesk(database, by(guild, name), channel)),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'closed-already' });
    expect(await findDesk(database, guild, channel)).toMatchObject({ state: 'closed', version: 2 });
  });

  test('all desks of a server are listed by their channels, open or not, and none of another server', async () => {
    const { database, guild } = await newGuild();
    for (const name of ['zoo', 'another']) done(await openDesk(database, by(guild, 'admin'), name));
    done(await closeDesk(database, by(guild, 'admin'), 'zoo'));
    await newDesk(database);
    const listed = (await desksOf(database, guild)).map((desk) => [desk.guild, desk.channel, desk.state]);
    expect(listed).toEqual([
      [guild, 'another', 'open'],
      [guild, channel, 'open'],
      [guild, 'zoo', 'closed'],
    ]);
    expect(await desksOf(database, 'nowhere')).toEqual([]);
  });

  test('the channels in which open desks are to post are told, each server by itself', async () => {
    const { database, guild } = await newGuild();
    const other = await newDesk(database, { reviewChannel: null });
    done(await openDesk(database, by(guild, 'admin'), 'closed', { reviewChannel: 'gone' }));
    done(await closeDesk(database, by(guild, 'admin'), 'closed'));
    done(await openDesk(database, by(other, 'admin'), 'more', { settings: { answersIn: 'there' } }));
    const all = await openDesks(database);
    expect(all.map((desk) => desk.guild)).toEqual(all.map((desk) => desk.guild).sort());
    const ours = (id: string) => all.filter((desk) => desk.guild === id);
    expect(ours(guild)).toEqual([{ guild, channels: [channel, 'review', 'answers'] }]);
    expect(
      ours(other)
        .map(({ channels }) => channels.join())
        .sort(),
    ).toEqual([channel, 'more,there']);
  });

  test('desks are closed when their time is over, by whom it is told, and no others', async () => {
    const { database, guild } = await newGuild({ closesAt: noon + minute });
    done(await openDesk(database, by(guild, 'admin'), 'later', { closesAt: noon + 2 * minute }));
    done(await openDesk(database, by(guild, 'admin'), 'never'));
    const due = async (at: number) =>
      (await closeDue(database, 'clock', at))
        .filter((desk) => desk.guild === guild)
        .map((desk) => [desk.channel, desk.state]);
    expect(await due(noon + minute - 1)).toEqual([]);
    expect(await due(noon + minute)).toEqual([[channel, 'closed']]);
    expect(await due(noon + minute)).toEqual([]);
    expect((await logOf(database, guild, { channel })).at(-1)).toMatchObject({
      ...{ action: 'close', by: 'clock', at: noon + minute },
    });
    expect(await due(noon + 3 * minute)).toEqual([['later', 'closed']]);
    expect((await findDesk(database, guild, 'never'))?.state).toBe('open');
    expect((await jobsOf(database, guild)).every(({ kind }) => kind === 'panel')).toBe(true);
  });
});
