// The bot from its login to its end, with the real client before Discord's double: what a start, a stop, a close, a refusal each promise.
import type { Client } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { AppWithStore } from '../../../src/discord/command.ts';
import type { BotParts } from '../../../src/discord/connection/bot.ts';
import type { Vitals } from '../../../src/discord/connection/vitals.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { type Discord, type DiscordOptions, startDiscord } from '../../double/double.ts';
import { folderWith } from '../../temporary.ts';
import { heardAll, startBotOn } from '../bot.ts';
import { heardLog } from '../heard.ts';
import { commandThat, type Doing, done, shortLibrary } from './small-bot.ts';

const library = shortLibrary();

/** Discord, and whatever the bot's parts are told. */
async function world(options: DiscordOptions = {}) {
  const discord = await startDiscord({ patienceMs: 30_000, ...options });
  onTestFinished(() => discord.close());
  const heard = heardLog();
  const told: Partial<Parameters<Vitals['has']>[0]>[] = [];
  const vitals = { has: (parts: object) => void told.push(parts), watch: () => undefined };
  const has = <K extends 'client' | 'busy' | 'ready' | 'stopping'>(part: K) =>
    told.findLast((parts) => part in parts)?.[part];
  const start = async (does?: Doing, parts: Partial<BotParts> = {}) => {
    const more = { commands: commandThat(does), vitals, log: heard.log, ...parts };
    return (await startBotOn(discord, { library: library(), parts: more })).bot;
  };
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('general'));
  return { ...heard, discord, server, alice, start, has, told };
}

function settings(discord: Discord, more: Partial<BotParts['settings']>): Pick<BotParts, 'settings'> {
  return { settings: { DISCORD_API_URL: discord.restBase, LOG_LEVEL: 'info', ...more } };
}

const ready = 'ready';
const registered = 'commands are registered';
const stopped = 'stopped';
const forGood = 'Discord closed the connection for good';
const dropped = 'the connection dropped; reconnecting';

test('a start logs in, registers the commands, and is ready; a stop is its end', async () => {
  const { discord, start, entries, has } = await world();
  const bot = await start();
  expect(discord.commands.map(({ name }) => name)).toEqual(['do']);
  expect(entries).toEqual([
    { level: 'info', message: registered, values: { changed: true, commands: 1 } },
    { level: 'info', message: ready, values: { bot: discord.bot.id, servers: 1 } },
  ]);
  expect([has('ready'), has('stopping')]).toEqual([true, undefined]);
  await bot.stop();
  await bot.ended;
  expect(has('stopping')).toBe(true);
  expect(discord.gateway.sessions.map(({ connected }) => connected)).not.toContain(true);
  expect(entries.slice(2).map(({ message }) => message)).toEqual([
    'stopping: finishing what was begun',
    stopped,
  ]);
  expect([discord.violations, discord.refusals]).toEqual([[], []]);
});

test('what lives is told: the client, and how much is done now', async () => {
  const { alice, start, has } = await world();
  const begun = Promise.withResolvers<void>();
  const ends = Promise.withResolvers<void>();
  const bot = await start(async () => {
    begun.resolve();
    await ends.promise;
    return done;
  });
  expect((has('client') as Client | undefined)?.isReady()).toBe(true);
  const seen = alice.runs('/do');
  await begun.promise;
  expect(has('busy')?.()).toEqual({ running: 1, waiting: 0 });
  ends.resolve();
  expect((await seen).text).toBe('done');
  await bot.stop();
});

test('commands that are registered already are not changed', async () => {
  const { start, lines } = await world();
  await (await start()).stop();
  await (await start()).stop();
  expect(lines(registered).map(({ values }) => values['changed'])).toEqual([true, false]);
});

test('commands of one server are registered there, and told where they show twice', async () => {
  const { discord, server, start, entries, lines } = await world();
  await (await start()).stop();
  const bot = await start(undefined, settings(discord, { DISCORD_GUILD_ID: server.id }));
  expect(lines(registered).at(-1)?.values).toEqual({ changed: true, commands: 1, server: server.id });
  const twice = 'commands show twice';
  expect(lines(twice)).toEqual([
    {
      level: 'warn',
      message: twice,
      values: { problem: expect.stringMatching(/^These commands are also registered everywhere, /u) },
    },
  ]);
  expect(entries.at(-1)?.message).toBe(ready);
  await bot.stop();
});

test('of commands that a server has beside those of all, that is told', async () => {
  const { discord, server, start, lines } = await world();
  await (await start(undefined, settings(discord, { DISCORD_GUILD_ID: server.id }))).stop();
  await start();
  expect(lines('commands show twice').map(({ values }) => values['problem'])).toEqual([
    expect.stringContaining(server.id),
  ]);
});

const failed = 'commands could not be registered';

test.each([
  [
    'an operator can mend it',
    { status: 403, message: 'blocked' },
    { problem: expect.stringContaining('blocked') },
  ],
  ['nobody can mend it', { status: 400, message: 'odd' }, { err: expect.objectContaining({ status: 400 }) }],
])('where commands cannot be registered it runs all the same, and tells why: %s', async (_, fault, told) => {
  const { discord, start, entries } = await world();
  discord.fails({ path: /\/commands$/u, with: fault });
  await start();
  expect(entries.map(({ level, message }) => [level, message])).toEqual([
    ['error', failed],
    ['info', ready],
  ]);
  expect(entries[0]?.values).toEqual({ id: expect.stringMatching(/^[0-9a-f]{8}$/u), ...told });
});

test.each<[string, Partial<BotParts['settings']>, (discord: Discord) => string]>([
  ['the one that is set', { DISCORD_APPLICATION_ID: '42' }, () => '42'],
  ['its own', {}, ({ bot }) => bot.id],
])('commands are registered for an application: %s', async (_, more, application) => {
  const { discord, start } = await world();
  const asked = discord.happens('request', ({ path }) => /\/commands/u.test(path ?? ''));
  await start(undefined, settings(discord, more));
  expect((await asked).path).toContain(`/applications/${application(discord)}/commands`);
});

test('only the process of the first shard registers; each logs in by turns that the store keeps', async () => {
  const { discord, start, lines } = await world({ shards: 2 });
  const store = await newStore();
  await start(undefined, { store, ...settings(discord, { SHARD_LIST: [1], SHARD_COUNT: 2 }) });
  expect([lines(registered).length, lines(ready).length, discord.commands.length]).toEqual([0, 1, 0]);
  expect(discord.gateway.sessions.map(({ shard, count }) => [shard, count])).toEqual([[1, 2]]);
  expect(await countedIn(store, 'identify')).toEqual(['1']);
});

async function newStore(): Promise<Store> {
  const store = await openStore({ file: `${await folderWith({})}/store.sqlite`, url: undefined });
  onTestFinished(() => store.close());
  return store;
}

/** Of whom the store counts something. */
async function countedIn({ database }: Store, what: string): Promise<string[]> {
  const rows = await database.selectFrom('paces').where('what', '=', what).select('who').execute();
  return rows.map(({ who }) => who);
}

test('with one shard the store keeps no turns', async () => {
  const { start } = await world();
  const store = await newStore();
  await start(undefined, { store });
  expect(await countedIn(store, 'identify')).toEqual([]);
});

test.each([
  ['postgresql', 1],
  ['sqlite', 0],
] as const)(
  'an interaction is claimed where several processes may have one store: %s',
  async (engine, claims) => {
    const { alice, start } = await world();
    const store = await newStore();
    await start(undefined, { store: { ...store, engine } });
    expect((await alice.runs('/do')).text).toBe('done');
    expect(await countedIn(store, 'interaction')).toHaveLength(claims);
  },
);

test('a handler is given all that it may use', async () => {
  const { discord, server, alice, start, lines } = await world();
  let app: AppWithStore | undefined;
  const store = await newStore();
  await start(
    (given) => {
      app = given;
      given.note({ did: 'settings', server: server.id });
      return done;
    },
    { store, readerFailed: () => true, ...settings(discord, { MENTIONS: true }) },
  );
  await alice.runs('/do');
  expect(app?.library.documents.map(({ id }) => id)).toEqual(['a']);
  expect([app?.readerFailed(), app?.mentions, app?.database === store.database]).toEqual([true, true, true]);
  const parts = [
    'sources',
    'cards',
    'exports',
    'missing',
    'pace',
    'texts',
    'ratings',
    'deliver',
    'refreshed',
  ] as const;
  for (const part of parts) expect(app?.[part], part).toBeDefined();
  expect(lines('a server was set up otherwise')).toEqual([
    {
      level: 'info',
      message: 'a server was set up otherwise',
      values: { id: expect.any(String), did: 'settings', server: server.id },
    },
  ]);
});

test('unless told, the reader has not failed, and mentions are not heard', async () => {
  const { discord, alice, start } = await world();
  let app: AppWithStore | undefined;
  await start((given) => {
    app = given;
    return done;
  });
  await alice.runs('/do');
  expect([app?.readerFailed(), app?.mentions]).toEqual([false, false]);
  expect(discord.gateway.sessions.map(({ intents }) => intents)).toEqual([1]);
});

test('how long an interaction took is told as slow where the operator says so', async () => {
  const { discord, alice, start, says } = await world();
  await start(undefined, settings(discord, { LOG_SLOW_MS: 0 }));
  await alice.runs('/do');
  const { level, values } = await says('an interaction was slow');
  expect([level, values['command']]).toEqual(['warn', 'do']);
});

test.each([
  [4004, /^Discord does not accept DISCORD_TOKEN; /u],
  [4013, /^Discord has closed the connection for good \(4013: invalid intents\); /u],
])('close %i is the end, and is told with its reason', async (code, reason) => {
  const { discord, start, lines } = await world();
  const bot = await start();
  discord.gateway.closes(code);
  await expect(bot.ended).rejects.toThrow(reason);
  expect(lines(forGood)).toEqual([{ level: 'error', message: forGood, values: { shard: 0, code } }]);
});

test('a connection that drops comes back, which is told, and what happened meanwhile is answered', async () => {
  const { discord, alice, start, says, lines } = await world();
  await start();
  discord.gateway.drops();
  const lost = await says(dropped);
  expect([lost.level, lost.values]).toEqual(['warn', { shard: 0 }]);
  const back = await says('the connection is back');
  expect([back.level, back.values]).toEqual(['info', { shard: 0, replayed: expect.any(Number) }]);
  expect((await alice.runs('/do')).text).toBe('done');
  expect(lines(forGood)).toEqual([]);
});

test.each<[string, DiscordOptions, Partial<BotParts>, RegExp]>([
  ['a wrong token', {}, { token: 'wrong' }, /^Discord does not accept DISCORD_TOKEN; /u],
  [
    'no login left today',
    { sessionsRemaining: 0 },
    {},
    /^Discord does not let the bot in: Not enough sessions/u,
  ],
])('%s ends the start with its reason, and nothing is begun', async (_, options, parts, reason) => {
  const { discord, start, entries } = await world(options);
  await expect(start(undefined, parts)).rejects.toThrow(reason);
  expect(entries).toEqual([]);
  expect(discord.gateway.sessions).toEqual([]);
});

test('where Discord cannot be reached the start ends with where that was', async () => {
  const { start } = await world();
  const nowhere = { settings: { DISCORD_API_URL: 'http://127.0.0.1:9/api', LOG_LEVEL: 'info' as const } };
  await expect(start(undefined, nowhere)).rejects.toThrow(
    /^Discord cannot be reached at http:\/\/127\.0\.0\.1:9\/api /u,
  );
});

test('a close for good while it still logs in ends the start with its reason', async () => {
  const { discord, start, says } = await world();
  const identified = discord.happens('identify');
  const started = start(undefined, { token: discord.token });
  await identified;
  discord.gateway.closes(4014);
  await says(forGood);
  // It may have been ready before.
  const end = started.then(({ ended }) => ended);
  await expect(end).rejects.toThrow(/4014: intents that the application may not use/u);
});

test('told to stop before it began, it never logs in', async () => {
  const { discord, start, entries } = await world();
  const bot = await start(undefined, { stopping: AbortSignal.abort() });
  await bot.ended;
  expect(entries.map(({ message }) => message)).toEqual(['stopping: finishing what was begun', stopped]);
  expect(discord.counts).toMatchObject({ request: 0, identify: 0 });
});

test.each([
  ['logs in', '/gateway/bot', [], 0],
  ['registers', '/commands', [], 1],
])('told to stop while it %s, it goes no further and ends well', async (_, path, lines, identified) => {
  const { discord, start, entries } = await world();
  discord.fails({ path, times: 100, with: 'hang' });
  const stopping = new AbortController();
  const asked = discord.happens('request', (request) => request.path?.includes(path) ?? false);
  const started = start(undefined, { stopping: stopping.signal });
  await asked;
  stopping.abort();
  const bot = await started;
  await bot.ended;
  expect(entries.map(({ message }) => message)).toEqual([
    ...lines,
    'stopping: finishing what was begun',
    stopped,
  ]);
  expect(discord.counts.identify).toBe(identified);
});

test('told to stop, it does so once, however often it is told', async () => {
  const { start, lines } = await world();
  const stopping = new AbortController();
  const bot = await start(undefined, { stopping: stopping.signal });
  stopping.abort();
  await Promise.all([bot.stop(), bot.stop(), bot.ended]);
  await bot.stop();
  expect([lines(stopped).length, lines(dropped).length]).toEqual([1, 0]);
});

/** A bot of which somebody has begun a command that ends when a test says so. */
async function begunWith(parts: Partial<BotParts>) {
  const all = await world();
  const ends = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const bot = await all.start(async () => {
    begun.resolve();
    await ends.promise;
    return done;
  }, parts);
  const seen = all.alice.runs('/do');
  await begun.promise;
  return { ...all, bot, ends, seen };
}

test.each([
  ['comes meanwhile is answered as well', {}, 2],
  ['comes meanwhile is left to its successor', { hasSuccessor: true }, 1],
])('a stop waits for what was begun; what %s', async (_, parts, callbacks) => {
  const { discord, bot, alice, ends, seen, says, lines } = await begunWith(parts);
  const end = bot.stop();
  await says('stopping: finishing what was begun');
  await alice.runs('/do', {}, { until: 'sent' });
  expect(lines(stopped)).toEqual([]);
  await heardAll(discord);
  ends.resolve();
  await end;
  expect((await seen).text).toBe('done');
  expect(discord.counts.callback).toBe(callbacks);
  expect(lines('stopped before everything that was begun was finished')).toEqual([]);
});

test('a stop waits for what never ends no longer than it is said', async () => {
  const { bot, ends, seen, lines } = await begunWith({ stopWithinMs: 0 });
  await bot.stop();
  expect(lines('stopped before everything that was begun was finished')[0]?.values).toEqual({ left: 1 });
  ends.resolve();
  await seen.catch(() => undefined);
});

test('the list of erasures beside the store is kept, and what was erased is forgotten elsewhere', async () => {
  const { start } = await world();
  const listed = Promise.withResolvers<unknown>();
  const listErasures: BotParts['listErasures'] = async (how) => listed.resolve(how);
  await start(undefined, { listErasures });
  expect(await listed.promise).toEqual({ anyway: true });
});
