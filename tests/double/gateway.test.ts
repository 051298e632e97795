import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Discord, type DiscordOptions, type Seen, startDiscord } from './double.ts';
import { type SmallBot, startBot } from './small-bot.ts';

const COMMANDS = [{ name: 'ask', description: 'Ask' }];
/** discord.js leaves 5 s to 6.5 s between two identifies. */
const PATIENCE = 12_000;

const reply = async (interaction: Interaction) => {
  if (interaction.isRepliable()) await interaction.reply('Answer');
};

interface Scene extends AsyncDisposable {
  readonly discord: Discord;
  readonly bot: SmallBot;
  asks(): Promise<Seen>;
}

/** A double with one server, and a bot that is ready. Each test has its own, so that slow ones run side by side. */
async function scene(options: DiscordOptions = {}, clientOptions = {}): Promise<Scene> {
  const discord = await startDiscord({ patienceMs: PATIENCE, ...options });
  const server = discord.server();
  const place = server.member({ name: 'alice' }).in(server.channel('general'));
  const bot = await startBot(discord, reply, COMMANDS, clientOptions);
  return {
    discord,
    bot,
    asks: () => place.runs('/ask'),
    [Symbol.asyncDispose]: async () => {
      await bot.close();
      await discord.close();
    },
  };
}

describe.concurrent('after a lost connection discord.js resumes, and the double replays what was missed', () => {
  test.for<[string, (discord: Discord) => void]>([
    ['TCP drop', ({ gateway }) => gateway.drops()],
    ['op 7', ({ gateway }) => gateway.asksReconnect()],
    ['close 4000', ({ gateway }) => gateway.closes(4000)],
    ['close 4009', ({ gateway }) => gateway.closes(4009)],
    [
      'gateway down for a moment, sessions kept',
      ({ gateway, happens }) => {
        void happens('disconnect').then(() => gateway.comesUp());
        gateway.goesDown({ keepsSessions: true });
      },
    ],
  ])('%s', async ([, fault], { expect }) => {
    await using here = await scene();
    const { discord, asks } = here;
    const lost = discord.happens('disconnect');
    const resumed = discord.happens('resumed');
    fault(discord);
    await lost;
    expect(discord.gateway.sessions).toMatchObject([{ connected: false }]);
    expect((await asks()).text).toBe('Answer');
    await resumed;
    expect(discord.counts).toMatchObject({ identify: 1, resume: 1, resumed: 1, callback: 1 });
    expect((await asks()).text).toBe('Answer');
  });

  test('op 9 true, on the connection that it has', async ({ expect }) => {
    await using here = await scene();
    const resumed = here.discord.happens('resumed');
    here.discord.gateway.invalidatesSession(true);
    await resumed;
    expect((await here.asks()).text).toBe('Answer');
    expect(here.discord.counts).toMatchObject({ connect: 1, identify: 1, resume: 1, disconnect: 0 });
  });

  test('no heartbeat ACK', async ({ expect }) => {
    await using here = await scene({ heartbeatInterval: 150 });
    const { discord } = here;
    const lost = discord.happens('disconnect');
    const resumed = discord.happens('resumed');
    discord.gateway.stopsAcking();
    await lost;
    discord.gateway.acksAgain();
    await resumed;
    expect(discord.counts.heartbeat).toBeGreaterThan(0);
    expect(discord.counts.identify).toBe(1);
    expect((await here.asks()).text).toBe('Answer');
  });
});

describe.concurrent('a session that is gone makes discord.js identify anew', () => {
  test('op 9 false', async ({ expect }) => {
    await using here = await scene();
    const identified = here.discord.happens('identify');
    here.discord.gateway.invalidatesSession();
    await identified;
    expect(here.discord.counts).toMatchObject({ identify: 2, resume: 0 });
    expect((await here.asks()).text).toBe('Answer');
  });

  test('a RESUME that is refused', async ({ expect }) => {
    await using here = await scene();
    here.discord.gateway.refusesResume();
    const identified = here.discord.happens('identify');
    here.discord.gateway.drops();
    await identified;
    expect(here.discord.counts).toMatchObject({ identify: 2, resume: 1, resumed: 0 });
    expect((await here.asks()).text).toBe('Answer');
  });

  test('a gateway that was down: what was missed is lost', async ({ expect }) => {
    await using here = await scene();
    const identified = here.discord.happens('identify');
    const turnedAway = here.discord.happens('turned-away');
    here.discord.gateway.goesDown();
    await expect(here.asks()).rejects.toThrow('no bot is connected');
    await turnedAway;
    here.discord.gateway.comesUp();
    await identified;
    expect(here.discord.counts).toMatchObject({ identify: 2, callback: 0 });
    expect((await here.asks()).text).toBe('Answer');
  });
});

describe('the client is refused', () => {
  test('by close 4004, after which it stays, disconnected', async () => {
    await using here = await scene();
    const disconnected = new Promise((resolve) => here.bot.client.once(Events.ShardDisconnect, resolve));
    here.discord.gateway.closes(4004);
    expect(await disconnected).toMatchObject({ code: 4004 });
    expect(here.discord.counts).toMatchObject({ identify: 1, resume: 0 });
  });

  test('by 401, when its token is wrong', async () => {
    await using here = await scene();
    await expect(startBot({ ...here.discord, token: 'wrong' }, reply)).rejects.toThrow('invalid token');
  });

  test('by close 4014, when it asks for an intent that it was not granted', async () => {
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    await using here = await scene();
    await expect(startBot(here.discord, reply, [], { intents })).rejects.toThrow('disallowed intents');
    await using granted = await scene({ privilegedIntents: true }, { intents });
    expect((await granted.asks()).text).toBe('Answer');
  });

  test('when no identify is left for today', async () => {
    await using here = await scene({ sessionsRemaining: 1 });
    await expect(startBot(here.discord, reply)).rejects.toThrow('Not enough sessions remaining');
  });
});

describe('an event', () => {
  /** What the process reports as unhandled while `act` runs, which would otherwise end the test run. */
  async function unhandled(act: () => Promise<void>): Promise<unknown[]> {
    const reasons: unknown[] = [];
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (reason) => reasons.push(reason));
    await act();
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener);
    return reasons;
  }

  test('that is malformed throws inside discord.js, which then goes on', async () => {
    await using here = await scene();
    const reasons = await unhandled(async () => {
      here.discord.gateway.sends('INTERACTION_CREATE', { id: '1', type: 2 });
      expect((await here.asks()).text).toBe('Answer');
    });
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toBeInstanceOf(TypeError);
    expect(here.bot.errors).toEqual([]);
  });

  test.for<[string, (discord: Discord) => void]>([
    ['that is unknown', ({ gateway }) => gateway.sends('SOMETHING_NEW', { id: '1' })],
    ['that is no JSON', ({ gateway }) => gateway.sendsRaw('{"op":')],
    ['of an unknown op', ({ gateway }) => gateway.sendsRaw({ op: 99, d: null })],
  ])('%s is passed over', async ([, act]) => {
    await using here = await scene();
    const raw: unknown[] = [];
    here.bot.client.on(Events.Raw, (packet: unknown) => raw.push(packet));
    const reasons = await unhandled(async () => {
      act(here.discord);
      expect((await here.asks()).text).toBe('Answer');
    });
    expect([...reasons, ...here.bot.errors]).toEqual([]);
    expect(raw).toContainEqual(expect.objectContaining({ t: 'INTERACTION_CREATE' }));
  });
});

test('each server is served by its shard, and a fault may befall one of them', async () => {
  await using here = await scene({ shards: 2 }, { shards: 'auto' });
  const { discord, bot } = here;
  const servers = [0, 1].map((onShard) => discord.server({ onShard }));
  const shards = discord.gateway.sessions.map(({ shard, count }) => [shard, count]);
  expect(shards).toEqual([
    [0, 2],
    [1, 2],
  ]);
  const served: number[] = [];
  bot.client.on(Events.InteractionCreate, ({ guild }) => served.push(guild?.shardId ?? -1));
  const lost = discord.happens('disconnect');
  discord.gateway.drops(1);
  expect(await lost).toMatchObject({ shard: 1 });
  for (const server of servers) {
    const place = server.member().in(server.channel('general'));
    expect((await place.runs('/ask')).text).toBe('Answer');
  }
  expect(served).toEqual([0, 1]);
});

test('messages reach a bot that listens for them, and no other', async () => {
  await using here = await scene();
  const { discord } = here;
  const listener = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: discord.restBase },
  });
  const heard = new Promise((resolve) => listener.once(Events.MessageCreate, resolve));
  const unheard: unknown[] = [];
  here.bot.client.on(Events.MessageCreate, (message) => unheard.push(message));
  const ready = new Promise((resolve) => listener.once(Events.ClientReady, resolve));
  await listener.login(discord.token);
  await ready;
  const server = discord.server();
  const said = server.member().in(server.channel('general')).says('Hello');
  expect(await heard).toMatchObject({ id: said.id });
  expect(unheard).toEqual([]);
  await listener.destroy();
});
