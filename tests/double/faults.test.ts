import {
  DiscordAPIError,
  HTTPError,
  type Interaction,
  MessageFlags,
  type RateLimitData,
  RESTEvents,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Channel, type Discord, type Person, startDiscord } from './double.ts';
import { type SmallBot, startBot } from './small-bot.ts';

/** Short, so that a request that hangs is soon tried again; longer than a busy machine needs for an answer. */
const REST_TIMEOUT = 600;

let discord: Discord;
let bot: SmallBot;
let channel: Channel;
let alice: Person;
let handle: (interaction: Interaction) => Promise<unknown>;

const reply = async (interaction: Interaction) => {
  if (interaction.isRepliable()) await interaction.reply('Answer');
};
const deferAndEdit = async (interaction: Interaction) => {
  if (!interaction.isRepliable()) return;
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.editReply('Answer');
};
const asks = (how = {}) => alice.in(channel).runs('/ask', {}, how);

/** What the handler threw first. */
async function thrown(): Promise<unknown> {
  await expect.poll(() => bot.errors.length, { timeout: 3_000 }).toBeGreaterThan(0);
  return bot.errors[0];
}

beforeAll(async () => {
  discord = await startDiscord();
  const server = discord.server();
  channel = server.channel('general');
  alice = server.member({ name: 'alice' });
  const commands = [{ name: 'ask', description: 'Ask' }];
  bot = await startBot(discord, (interaction) => handle(interaction), commands, {
    rest: { timeout: REST_TIMEOUT },
  });
});
beforeEach(() => {
  discord.forgets();
  bot.errors.splice(0);
  handle = reply;
});
afterEach(() => discord.behaves());
afterAll(async () => {
  await bot.close();
  await discord.close();
});

describe('a 429', () => {
  test('is understood by discord.js, which waits for as long as it says', async () => {
    handle = deferAndEdit;
    const limited = new Promise<RateLimitData>((resolve) => {
      bot.client.rest.once(RESTEvents.RateLimited, resolve);
    });
    const fault = discord.fails({
      method: 'PATCH',
      path: '@original',
      with: { status: 429, retryAfter: 0.3 },
    });
    const seen = await asks();
    expect(seen.text).toBe('Answer');
    expect(fault.hits).toBe(1);
    const { global, scope, retryAfter } = await limited;
    expect([global, scope]).toEqual([false, 'user']);
    // To what Discord says it adds some for the way.
    expect(retryAfter).toBeGreaterThanOrEqual(300);
    expect(retryAfter).toBeLessThan(600);
  });

  test('can be global', async () => {
    handle = deferAndEdit;
    const limited = new Promise((resolve) => bot.client.rest.once(RESTEvents.RateLimited, resolve));
    discord.fails({ method: 'PATCH', with: { status: 429, retryAfter: 0.1, global: true } });
    expect((await asks()).text).toBe('Answer');
    expect(await limited).toMatchObject({ global: true });
  });
});

describe('an error status', () => {
  test('of the server is tried again three times, and then reaches the handler', async () => {
    discord.fails({ path: /callback/, times: 3, with: { status: 503 } });
    expect((await asks()).text).toBe('Answer');
    const fault = discord.fails({ path: /callback/, times: 4, with: { status: 500 } });
    const seen = await asks({ until: 'sent' });
    expect(await thrown()).toMatchObject({ status: 500 });
    expect(bot.errors[0]).toBeInstanceOf(HTTPError);
    expect(fault.hits).toBe(4);
    expect(seen.answered).toBe(false);
  });

  test('of Discord’s own reaches the handler with its code', async () => {
    discord.fails({ path: /callback/, with: { status: 403, code: 50013, message: 'Missing Permissions' } });
    await asks({ until: 'sent' });
    expect(await thrown()).toMatchObject({ status: 403, code: 50013, message: 'Missing Permissions' });
    expect(bot.errors[0]).toBeInstanceOf(DiscordAPIError);
  });

  test('may come although the request was taken: the second try is then one too many', async () => {
    discord.fails({ path: /callback/, with: { status: 502, taken: true } });
    const seen = await asks();
    expect(seen.text).toBe('Answer');
    expect(await thrown()).toMatchObject({ code: 40060 });
  });
});

describe('a connection that closes in the middle of a callback', () => {
  test('reaches the handler as a socket error, and the callback was not taken', async () => {
    discord.fails({ path: /callback/, with: 'drop-before' });
    const seen = await asks({ until: 'sent' });
    expect(await thrown()).toMatchObject({ name: 'SocketError' });
    expect(seen.answered).toBe(false);
    expect((await asks()).text).toBe('Answer');
  });

  test('reaches the handler in the same way when the callback was taken', async () => {
    discord.fails({ path: /callback/, with: 'drop-after' });
    const seen = await asks();
    expect(seen.text).toBe('Answer');
    expect(await thrown()).toMatchObject({ name: 'SocketError' });
  });
});

describe('a request that hangs', () => {
  test('is tried again after `rest.timeout`', async () => {
    const fault = discord.fails({ path: /callback/, with: 'hang' });
    expect((await asks()).text).toBe('Answer');
    expect(fault.hits).toBe(1);
    expect(bot.errors).toEqual([]);
  });

  test('after it was taken is tried again in vain', async () => {
    discord.fails({ path: /callback/, with: 'hang-after' });
    expect((await asks()).text).toBe('Answer');
    expect(await thrown()).toMatchObject({ code: 40060 });
  });
});

test('a slow answer is only late', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const asked = discord.happens('request', ({ path }) => /callback/.test(path ?? ''));
  discord.fails({ path: /callback/, with: { until: released } });
  const seen = await asks({ until: 'sent' });
  await asked;
  expect((await fetch(`${discord.restBase}/v10/gateway`)).status).toBe(401);
  expect(seen.answered).toBe(false);
  release();
  expect((await seen.final()).text).toBe('Answer');
  expect(bot.errors).toEqual([]);
});

describe('faults', () => {
  const about = () =>
    fetch(`${discord.restBase}/v10/gateway`, { headers: { authorization: `Bot ${discord.token}` } });

  test('befall what their method and path say, so often as they say, in the order in which they were asked for', async () => {
    discord.fails({ method: 'POST', path: '/gateway', with: { status: 418 } });
    discord.fails({ path: /^\/gateway$/, times: 2, with: { status: 500 } });
    discord.fails({ with: { status: 503, headers: { 'x-fault': 'yes' } } });
    const answers = [await about(), await about(), await about(), await about()];
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 503, 200]);
    expect(answers[2]?.headers.get('x-fault')).toBe('yes');
  });

  test('end when they are told to', async () => {
    const one = discord.fails({ times: 9, with: { status: 500 } });
    discord.fails({ times: 9, with: { status: 501 } });
    one.ends();
    expect((await about()).status).toBe(501);
    discord.behaves();
    expect((await about()).status).toBe(200);
    expect(one.hits).toBe(0);
  });
});
