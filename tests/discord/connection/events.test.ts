// What Discord tells of the connection and of permissions, and what the bot makes of it.
import { EventEmitter } from 'node:events';
import { type Client, Events, Status } from 'discord.js';
import { expect, test } from 'vitest';
import { type Begun, finish } from '../../../src/discord/connection/running/finishing.ts';
import { permissionEvents } from '../../../src/discord/connection/running/permissions.ts';
import { closedForGood, tellTroubles } from '../../../src/discord/connection/running/troubles.ts';
import { stopClock } from '../../stopped-clock.ts';
import { keptLog } from '../bot.ts';

const id = expect.stringMatching(/^[0-9a-f]{8}$/u);
const err = expect.objectContaining({ message: 'broken' });
const broken = new Error('broken');

/** discord.js as an emitter of events alone. */
function emitter() {
  const events = new EventEmitter();
  return { events, client: events as unknown as Client };
}

function channelIn(guild: string, { isDM = false, me = {} as object | null, maySend = true } = {}) {
  return {
    guildId: guild,
    isDMBased: () => isDM,
    guild: { members: { me } },
    permissionsFor: () => ({ has: (permission: bigint) => permission === 1n << 11n && maySend }),
  };
}

test.each<[string, readonly unknown[], readonly string[]]>([
  [Events.ChannelUpdate, [channelIn('old'), channelIn('1')], ['1']],
  [Events.ChannelUpdate, [{}, channelIn('1', { maySend: false })], []],
  [Events.ChannelUpdate, [{}, channelIn('1', { me: null, maySend: false })], ['1']],
  [Events.ChannelUpdate, [{}, channelIn('1', { isDM: true })], []],
  [Events.ChannelCreate, [{ guildId: '2' }], ['2']],
  [Events.ThreadUpdate, [{ guildId: 'old' }, { guildId: '3' }], ['3']],
  [Events.GuildRoleUpdate, [{ guild: { id: 'old' } }, { guild: { id: '4' } }], ['4']],
  [Events.GuildRoleDelete, [{ guild: { id: '5' } }], ['5']],
  [Events.GuildMemberUpdate, [{ guild: { id: 'old' } }, { guild: { id: '6' } }], ['6']],
  [Events.MessageCreate, [{ guildId: '7' }], []],
])(
  '%s: what was refused in a server is tried again where the bot may do more now (%j)',
  (event, given, servers) => {
    const { events, client } = emitter();
    const changed: string[] = [];
    permissionEvents(client, { permissionsChanged: (guild) => void changed.push(guild) });
    events.emit(event, ...given);
    expect(changed).toEqual(servers);
  },
);

const untold = new AbortController().signal;

test.each<[string, readonly unknown[], string, string, object]>([
  [Events.Error, [broken], 'error', 'discord.js reports an error', { id, err }],
  [Events.ShardError, [broken, 3], 'warn', 'the connection has an error', { shard: 3, err }],
  [Events.Warn, ['careful'], 'warn', 'careful', {}],
  [Events.ShardReconnecting, [3], 'warn', 'the connection dropped; reconnecting', { shard: 3 }],
  [Events.ShardResume, [3, 5], 'info', 'the connection is back', { shard: 3, replayed: 5 }],
])('%s is told in the log', (event, given, level, message, values) => {
  const { events, client } = emitter();
  const { log, entries } = keptLog();
  tellTroubles(client, log, untold);
  events.emit(event, ...given);
  expect(entries).toEqual([{ level, message, values }]);
});

test('once the bot was told to stop a drop is its own good-bye', () => {
  const { events, client } = emitter();
  const { log, entries } = keptLog();
  tellTroubles(client, log, AbortSignal.abort());
  events.emit(Events.ShardReconnecting, 0);
  expect(entries).toEqual([]);
});

test.each([
  [4010, 'discord.close.invalidShard'],
  [4011, 'discord.close.shardingRequired'],
  [4012, 'discord.close.invalidVersion'],
  [4013, 'discord.close.invalidIntents'],
  [4014, 'discord.close.disallowedIntents'],
  [4099, 'discord.close.unknown'],
])('close %i has its reason: %s', (code, key) => {
  const { told } = closedForGood({ code });
  expect(told).toEqual({ key: 'discord.closed', values: { code, reason: { key } } });
});

test('close 4004 is a token that is no longer good', () => {
  expect(closedForGood({ code: 4004 }).told).toEqual({ key: 'discord.badToken' });
});

/** What a bot has begun, of which each step is told when it is done; `hangs` are steps that never are. */
function begun(hangs: readonly string[] = [], left = { dispatch: 0, hearing: 0 }, status = Status.Ready) {
  const done: string[] = [];
  const step = (what: string) => (): Promise<void> => {
    if (hangs.includes(what)) return new Promise(() => undefined);
    done.push(what);
    return Promise.resolve();
  };
  const parts = {
    dispatch: { finished: step('commands'), close: step('dispatch'), unfinished: () => left.dispatch },
    hearing: { finished: step('mentions'), unfinished: () => left.hearing },
    deliveries: { end: step('deliveries') },
    following: { end: step('following') },
    sources: { close: step('sources') },
    cards: { close: step('cards') },
    exports: { close: step('exports') },
    missing: { close: step('missing') },
  } as unknown as Begun;
  const client = { ws: { status }, destroy: step('good-bye') } as unknown as Client;
  return { done, parts, client };
}

const all = ['deliveries', 'following', 'commands', 'mentions', 'missing'];
const closing = ['dispatch', 'sources', 'exports', 'cards', 'good-bye'];

test('a stop finishes what was begun, closes what it was answered from, and says good-bye last', async () => {
  const { log, entries } = keptLog();
  const { done, parts, client } = begun();
  await finish(client, parts, log, 8_000);
  expect(done).toEqual([...all, ...closing]);
  expect(entries).toEqual(
    ['stopping: finishing what was begun', 'stopped'].map((message) => ({
      level: 'info',
      message,
      values: {},
    })),
  );
});

test.each([['commands'], ['mentions'], ['deliveries'], ['following'], ['missing']])(
  'for %s that never end a stop waits as long as it is said, then closes all the same',
  async (what) => {
    const clock = stopClock();
    const { log, entries } = keptLog();
    const { done, parts, client } = begun([what], { dispatch: 2, hearing: 1 });
    const finished = finish(client, parts, log, 300);
    await clock.passes(299);
    expect(done).not.toContain('dispatch');
    await clock.passes(1);
    await finished;
    expect(done.slice(-closing.length)).toEqual(closing);
    expect(entries[1]).toEqual({
      level: 'warn',
      message: 'stopped before everything that was begun was finished',
      values: { left: 3 },
    });
  },
);

test('what is noted meanwhile is waited for after what notes it', async () => {
  const clock = stopClock();
  const { log } = keptLog();
  const { done, parts, client } = begun(['mentions']);
  const finished = finish(client, parts, log, 300);
  await clock.passes(300);
  await finished;
  expect(done).toContain('commands');
  expect(done).not.toContain('missing');
});

test('a good-bye that Discord does not answer is waited for one second', async () => {
  const clock = stopClock();
  const { log, entries } = keptLog();
  const { parts, client } = begun(['good-bye']);
  const finished = finish(client, parts, log, 300);
  await clock.passes(999);
  expect(entries.at(-1)?.message).toBe('stopping: finishing what was begun');
  await clock.passes(1);
  await finished;
  expect(entries.at(-1)?.message).toBe('stopped');
});

test('where there is no connection any more there is no good-bye', async () => {
  const { done, parts, client } = begun([], undefined, Status.Disconnected);
  await finish(client, parts, keptLog().log, 300);
  expect(done).not.toContain('good-bye');
});
