// To what the bot does not answer: messages that are not for it, servers that have not chosen so, floods, places where it may not write; and
// what it never reads.
import { join } from 'node:path';
import { SnowflakeUtil } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { folderWith } from '../../temporary.ts';
import { type Scene, startBotOn, startScene } from '../bot.ts';
import { seenBy } from '../reading.ts';
import { choose, enough, expectQuiet, startHearing } from './stage.ts';

const borders = 'Can borders be changed by force?';
const secret = 'zeppelin-4711';

const loggedOf = ({ log }: Scene): string => JSON.stringify(log);

describe('nobody is answered', () => {
  test('who does not mention the bot, whatever they write, and nothing of it is read', async () => {
    const scene = await startHearing();
    const { alice, discord, said, settled } = scene;
    const { server } = alice.person;
    const role = server!.role('communique');
    const bob = server!.member({ name: 'bob' });
    const answer = await scene.asks(borders);
    const own = alice.says(`${secret} and more`);
    for (const text of [
      borders,
      `@everyone ${borders}`,
      `@here ${borders}`,
      `<@&${role.id}> ${borders}`,
      `<@&${discord.bot.id}> ${borders}`,
      `@communique ${borders}`,
      `<@${bob.id}> ${borders}`,
      `<@${bob.id}> have you asked <@${discord.bot.id}>? ${secret}`,
    ])
      alice.says(text);
    alice.repliesTo(answer, `next ${secret}`, { ping: false });
    alice.edits(own, scene.to(`${borders} ${secret}`));
    await settled();
    await scene.bot.stop();
    expect(said(alice)).toHaveLength(1);
    expect(loggedOf(scene)).not.toContain('zeppelin');
    expectQuiet(scene);
  });

  test('who is a program, a webhook, or passes a message on', async () => {
    const scene = await startHearing();
    const { alice, discord, said, settled, to } = scene;
    const { server } = alice.person;
    server!.member({ name: 'robot', bot: true }).in(alice.channel).says(to(borders));
    const bot = { id: discord.bot.id, username: 'communique', discriminator: '0', avatar: null };
    const message = {
      ...{ channel_id: alice.channel.id, guild_id: server!.id, content: to(borders), type: 0 },
      ...{ author: { id: alice.person.id, username: 'alice', discriminator: '0', avatar: null } },
      ...{ mentions: [bot], mention_roles: [], mention_everyone: false, attachments: [], embeds: [] },
      ...{ timestamp: new Date().toISOString(), edited_timestamp: null, tts: false, pinned: false },
    };
    const id = (number: number): string => String(BigInt(alice.channel.id) + BigInt(number));
    for (const [number, forged] of [
      { webhook_id: id(90) },
      { author: { ...message.author, system: true } },
      { author: bot },
      { type: 7 },
      { type: 20 },
      { mentions: [] },
      { guild_id: undefined },
      { guild_id: id(91) },
      { content: 4711 },
      { message_reference: { type: 1, message_id: id(92), channel_id: alice.channel.id } },
    ].entries())
      discord.gateway.sends('MESSAGE_CREATE', { id: id(number + 1), ...message, ...forged });
    await settled();
    await scene.bot.stop();
    expect(said(alice)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('in a server that has not chosen so, or no longer does', async () => {
    const scene = await startHearing({ on: false });
    const { alice, said, settled, to } = scene;
    alice.says(to(borders));
    await settled();
    expect(said(alice)).toEqual([]);
    const { server } = alice.person;
    expect((await choose(server!, {})).text).toContain('Answers where I am mentioned: off');
    expect((await choose(server!, { mentions: 'on' })).text).toContain('for everybody to see');
    await scene.asks(borders);
    await choose(server!, { mentions: 'off' });
    alice.says(to(borders));
    await settled();
    await scene.bot.stop();
    expect(said(alice)).toHaveLength(1);
    expectQuiet(scene);
  });

  test('where the operator has not chosen so; a server is told that it cannot', async () => {
    const scene = await startScene();
    const { alice, discord } = scene;
    expect(discord.gateway.sessions.map(({ intents }) => intents)).toEqual([1]);
    const { server } = alice.person;
    expect((await choose(server!, { mentions: 'on' })).text).toContain('has not switched mentions on');
    expect((await choose(server!, { mentions: 'off' })).text).not.toContain('mentioned');
    expect((await alice.runs('/help')).text).not.toContain('mention me');
    expectQuiet(scene);
  });

  test('in direct messages, which are not heard', async () => {
    const scene = await startHearing();
    expect(scene.discord.gateway.sessions.map(({ intents }) => intents)).toEqual([1 | (1 << 9)]);
    const direct = scene.alice.person.inDirectMessages();
    direct.says(scene.to(borders));
    await scene.settled();
    await scene.bot.stop();
    expect(scene.said(direct)).toEqual([]);
  });

  test('who has deleted the question meanwhile, or the channel', async () => {
    const scene = await startHearing();
    const { alice, to, said, settled } = scene;
    const gone = alice.person.in(alice.person.server!.channel('gone'));
    const question = alice.says(to(borders));
    alice.deletes(question);
    gone.says(to(borders));
    gone.channel.deletes();
    await settled();
    await scene.bot.stop();
    expect([said(alice), said(gone)]).toEqual([[], []]);
    expect(scene.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('where the bot may not write', () => {
  test.each([
    ['send messages', 1n << 11n, 'channel'],
    ['read the history', 1n << 16n, 'channel'],
    ['send messages in threads', 1n << 38n, 'thread'],
  ])('it is silent, without a line in the log or a request: it may not %s', async (_, denied, kind) => {
    const scene = await startHearing();
    const server = scene.discord.server({ botPermissions: enough });
    await choose(server, { mentions: 'on' });
    const shut = server.channel('shut');
    const place = kind === 'thread' ? server.channel('thread', 11, shut) : shut;
    const bob = server.member({ name: 'bob' }).in(place);
    shut.denies(denied);
    for (let number = 0; number < 5; number += 1) bob.says(scene.to(borders));
    await scene.settled(bob);
    expect(scene.said(bob)).toEqual([]);
    expectQuiet(scene);
    shut.denies(0n);
    expect(seenBy((await scene.asks(borders, bob)).text)).toContain('european-leaders ¶7');
  });

  test('what Discord refuses all the same is no error', async () => {
    const scene = await startHearing();
    const { discord, alice, settled, to } = scene;
    for (const [status, code] of [
      [403, 50_013],
      [403, 50_001],
      [400, 50_083],
      [400, 200_000],
      [404, 10_003],
    ] as const) {
      const fault = discord.fails({ method: 'POST', path: '/messages', with: { status, code } });
      alice.says(to(borders));
      await settled();
      await expect.poll(() => fault.hits).toBe(1);
    }
    await scene.bot.stop();
    expect(scene.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('many mentions', () => {
  test('of one member are answered a few times a minute, then they are told once, then there is silence', async () => {
    const scene = await startHearing();
    const { alice, said, settled, to } = scene;
    for (let number = 0; number < 8; number += 1) await scene.asks(borders);
    const told = await scene.asks(borders);
    expect(seenBy(told.text)).toContain('Please wait');
    for (let number = 0; number < 5; number += 1) alice.says(to(borders));
    await settled();
    expect(said(alice)).toHaveLength(9);
    // Others are not hindered, nor are commands.
    const bob = alice.person.server!.member({ name: 'bob' }).in(alice.channel);
    await scene.asks(borders, bob);
    expect((await alice.runs('/ask', { question: borders })).text).toContain('european\\-leaders');
    expectQuiet(scene);
  });

  test('at once get a few answers, and whoever asks by a command is answered meanwhile', async () => {
    const scene = await startHearing();
    const { alice, said, to } = scene;
    const { server } = alice.person;
    const people = Array.from({ length: 50 }, (_, number) =>
      server!.member({ name: `member-${number}` }).in(alice.channel),
    );
    for (const each of people) each.says(to(borders));
    const own = await alice.runs('/ask', { question: borders });
    expect(seenBy(own.text)).toContain('european-leaders ¶7');
    await alice.until(() => said(alice).length >= 5);
    await scene.settled();
    await scene.bot.stop();
    expect(said(alice).length).toBeLessThanOrEqual(10);
    for (const each of said(alice)) expect(each.text).toBe(said(alice)[0]!.text);
    expect(scene.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(scene.discord.violations).toEqual([]);
  });
});

test('where Discord asks to wait, the answer waits', async () => {
  const scene = await startHearing();
  scene.discord.fails({ method: 'POST', path: '/messages', with: { status: 429, retryAfter: 0.2 } });
  expect(seenBy((await scene.asks(borders)).text)).toContain('european-leaders ¶7');
  expect(scene.said(scene.alice)).toHaveLength(1);
});

describe('a message that comes again', () => {
  test('after the connection was lost is answered once', async () => {
    const scene = await startHearing();
    const { alice, discord, said, settled, to } = scene;
    const { server } = alice.person;
    const resumed = discord.happens('resumed');
    discord.gateway.drops();
    const question = alice.says(to(borders));
    await resumed;
    await alice.until(() => said(alice).length === 1);
    const { id } = question;
    const author = { id: alice.person.id, username: 'alice', discriminator: '0', avatar: null };
    const mentions = [{ id: discord.bot.id, username: 'communique', discriminator: '0', avatar: null }];
    const again = { id, type: 0, content: to(borders), author, mentions, channel_id: alice.channel.id };
    discord.gateway.sends('MESSAGE_CREATE', { ...again, guild_id: server!.id });
    await settled();
    expect(said(alice)).toHaveLength(1);
  });

  test('more than a minute late answers nobody any more', async () => {
    const scene = await startHearing();
    const { alice, discord, said } = scene;
    for (let number = 0; number < 3; number += 1) await scene.asks(borders);
    const author = { id: alice.person.id, username: 'alice', discriminator: '0', avatar: null };
    const mentions = [{ id: discord.bot.id, username: 'communique', discriminator: '0', avatar: null }];
    const message = { type: 0, content: scene.to(borders), author, mentions, channel_id: alice.channel.id };
    const ago = (ms: number): string => SnowflakeUtil.generate({ timestamp: Date.now() - ms }).toString();
    const tells = (id: string): void =>
      discord.gateway.sends('MESSAGE_CREATE', { ...message, id, guild_id: alice.person.server!.id });
    tells(ago(120_000));
    await scene.settled();
    await scene.bot.stop();
    expect(said(alice)).toHaveLength(3);
    // It was not even tried to answer a message that is not there.
    expect(discord.refusals).toEqual([]);
  });

  test('is answered once by two processes, and where an answer is sent twice', async () => {
    const store = await openStore({ file: join(await folderWith({}), 'store.sqlite'), url: undefined });
    onTestFinished(() => store.close());
    const scene = await startHearing({ store });
    const { alice, discord, said, settled, to } = scene;
    await startBotOn(discord, { store, settings: { MENTIONS: true } });
    discord.fails({ method: 'POST', path: '/messages', with: 'drop-after' });
    alice.says(to(borders));
    await alice.until(() => said(alice).length > 0);
    await settled();
    await scene.bot.stop();
    expect(said(alice)).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });
});

test('each shard answers for its own servers', async () => {
  const scene = await startHearing({ shards: 2 });
  expect(seenBy((await scene.asks(borders)).text)).toContain('european-leaders ¶7');
});

test('a mention is counted as one and logged without a word of it', async () => {
  const scene = await startHearing();
  await scene.asks(`How many ${secret} were there?`);
  await scene.settled();
  const told = scene.log.filter(({ values }) => values['kind'] === 'mention');
  expect(told.map(({ values }) => [values['command'], values['outcome']])).toEqual([['ask', 'silent']]);
  expect(loggedOf(scene)).not.toContain('zeppelin');
});

test('/help and /privacy tell of it where it is so', async () => {
  const { alice, discord } = await startHearing();
  expect((await alice.runs('/help')).text).toContain('A reply without a ping is not answered');
  expect((await alice.runs('/privacy')).text).toContain('No other message is read.');
  const other = discord.server();
  const bob = other.member({ name: 'bob' }).in(other.channel('general'));
  expect((await bob.runs('/help')).text).not.toContain('without a ping');
});
