// What the bot is told of messages: without the intent for content, words come only where they are meant for it.
import { Client, type ClientOptions, Events, GatewayIntentBits, type Message } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { SILENT } from './bodies.ts';
import { type Discord, type DiscordOptions, startDiscord } from './double.ts';
import { call } from './small-bot.ts';

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;

/** A client that keeps what it hears, and a channel with alice in it. */
async function listening(intents: ClientOptions['intents'], options: DiscordOptions = {}) {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('general'));
  const client = new Client({ intents, rest: { api: discord.restBase } });
  onTestFinished(() => client.destroy());
  const heard: Message[] = [];
  client.on(Events.MessageCreate, (message) => heard.push(message));
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  /** Everything said before has arrived once this has. */
  const settled = async (): Promise<void> => {
    const done = new Promise((resolve) => client.once(Events.GuildRoleCreate, resolve));
    server.role('The end');
    await done;
  };
  return { discord, server, alice, client, heard, settled };
}

const post = async (discord: Discord, channel: string, body: object) =>
  call(discord, 'POST', `/channels/${channel}/messages`, { ...SILENT, ...body });
const made = z.object({ id: z.string() });

test('words come without the intent for them only where they are meant for the bot', async () => {
  const { discord, server, alice, heard, settled } = await listening([Guilds, GuildMessages]);
  const role = server.role('communique');
  const { id } = discord.bot;
  for (const text of ['hello all', `<@${id}> hello`, `hello <@!${id}>`, `<@&${role.id}> hello`, '@everyone'])
    alice.says(text);
  await settled();
  expect(heard.map(({ content }) => content)).toEqual(['', `<@${id}> hello`, `hello <@!${id}>`, '', '']);
  expect(heard.map(({ mentions }) => mentions.users.has(id))).toEqual([false, true, true, false, false]);
});

test('they all come with the intent', async () => {
  const intents = [Guilds, GuildMessages, MessageContent];
  const { alice, heard, settled } = await listening(intents, { privilegedIntents: true });
  alice.says('hello all');
  await settled();
  expect(heard[0]?.content).toBe('hello all');
});

test('a reply pings where it is chosen, and brings along what it answers', async () => {
  const { discord, alice, client, heard, settled } = await listening([Guilds, GuildMessages]);
  const replies: z.infer<typeof replySchema>[] = [];
  const replySchema = z.looseObject({
    content: z.string(),
    referenced_message: z.object({ content: z.string() }).nullish(),
  });
  client.on(Events.Raw, (packet: { t: string; d: unknown }) => {
    if (packet.t === 'MESSAGE_CREATE') replies.push(replySchema.parse(packet.d));
  });
  const bob = alice.person.server!.member({ name: 'bob' }).in(alice.channel);
  const { body } = await post(discord, alice.channel.id, { content: 'An answer' });
  const answer = alice.sight(made.parse(body).id);
  const said = bob.says('secret');
  alice.repliesTo(answer, 'next');
  alice.repliesTo(answer, 'unheard', { ping: false });
  alice.repliesTo(said, `<@${discord.bot.id}> is it?`);
  await settled();
  const told = replies.map(({ content, referenced_message: answered }) => [content, answered?.content]);
  expect(told.slice(2)).toEqual([
    ['next', 'An answer'],
    ['', 'An answer'],
    [`<@${discord.bot.id}> is it?`, ''],
  ]);
  expect(heard.length).toBe(5);
});

test('direct messages come with an intent of their own', async () => {
  const without = await listening([Guilds, GuildMessages]);
  without.alice.person.inDirectMessages().says('hello');
  await without.settled();
  expect(without.heard).toEqual([]);
  const { alice, client } = await listening([Guilds, DirectMessages]);
  const told = new Promise((resolve) =>
    client.on(Events.Raw, ({ t, d }: { t: string; d: unknown }) => {
      if (t === 'MESSAGE_CREATE') resolve(d);
    }),
  );
  alice.person.inDirectMessages().says('hello');
  expect(await told).toMatchObject({ content: 'hello' });
});

test('an edit is told as one, and REST hides the words of others as well', async () => {
  const { discord, alice, client, heard, settled } = await listening([Guilds, GuildMessages]);
  const edits: string[] = [];
  client.on(Events.Raw, ({ t }: { t: string }) => {
    if (t === 'MESSAGE_UPDATE') edits.push(t);
  });
  const said = alice.says('hello');
  alice.edits(said, `<@${discord.bot.id}> hello`);
  const other = alice.says('secret');
  await settled();
  expect([heard.length, edits.length]).toEqual([2, 1]);
  const path = `/channels/${alice.channel.id}/messages`;
  expect(await call(discord, 'GET', `${path}/${other.id}`)).toMatchObject({ body: { content: '' } });
  const { body } = await call(discord, 'GET', path);
  expect(body).toMatchObject([{ content: '' }, { content: `<@${discord.bot.id}> hello` }]);
});

test('a reply of the bot needs the history and the message that it answers, and pings where it says so', async () => {
  const { discord, alice } = await listening([Guilds]);
  const few = discord.server({ botPermissions: (1n << 10n) | (1n << 11n) | (1n << 16n) });
  const bob = few.member({ name: 'bob' }).in(few.channel('shut'));
  const question = bob.says('hello');
  const reference = { message_reference: { message_id: question.id } };
  const reply = { content: 'x', ...reference, allowed_mentions: { parse: [], replied_user: true } };
  expect((await post(discord, bob.channel.id, reply)).status).toBe(200);
  expect(bob.sees().at(-1)?.pings).toEqual([bob.person.id]);
  expect((await post(discord, bob.channel.id, { content: 'y', ...reference })).status).toBe(200);
  expect(bob.sees().at(-1)?.pings).toEqual([]);
  bob.channel.denies(1n << 16n);
  expect(await post(discord, bob.channel.id, reply)).toMatchObject({ code: 160002 });
  const gone = alice.says('gone');
  alice.deletes(gone);
  const toGone = { content: 'x', message_reference: { message_id: '1' } };
  expect(await post(discord, alice.channel.id, toGone)).toMatchObject({ status: 400, code: 50035 });
  const lenient = { content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } };
  expect((await post(discord, alice.channel.id, lenient)).status).toBe(200);
});
