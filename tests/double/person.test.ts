import { type Interaction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Channel, type Discord, type Person, type Server, startDiscord } from './double.ts';
import { COMMANDS } from './sample-commands.ts';
import { type SmallBot, startBot } from './small-bot.ts';

let discord: Discord;
let bot: SmallBot;
let server: Server;
let channel: Channel;
let alice: Person;
let handle: (interaction: Interaction) => Promise<unknown>;

/** Says what the bot does with the next command, button, menu or modal. */
function onInteraction(handler: typeof handle): void {
  handle = handler;
}

beforeAll(async () => {
  discord = await startDiscord();
  server = discord.server({ name: 'Talks' });
  channel = server.channel('general');
  alice = server.member({ name: 'alice', locale: 'de' });
  bot = await startBot(discord, (interaction) => handle(interaction), COMMANDS);
});

beforeEach(() => discord.forgets());

afterEach(() => expect(bot.errors.splice(0)).toEqual([]));

afterAll(async () => {
  await bot.close();
  await discord.close();
});

describe('a person', () => {
  const runs = (command: string, options = {}, who = alice) => who.in(channel).runs(command, options);

  test('can run only what the bot registered, and what they may', async () => {
    await expect(runs('/askk')).rejects.toThrow('"askk" is no registered command; the bot has ask, queue');
    await expect(runs('/queue in open', { channel })).rejects.toThrow('not offered to alice, who lacks');
    const place = discord.person().inDirectMessages();
    await expect(place.runs('/queue in open', { channel })).rejects.toThrow('not offered in this context');
  });

  test('is held to the options as registered', async () => {
    const admin = server.member({ permissions: PermissionFlagsBits.Administrator });
    await expect(runs('/ask')).rejects.toThrow('needs the option "question"');
    await expect(runs('/ask', { question: 'x', words: 'y' })).rejects.toThrow(
      'no option "words"; it has question',
    );
    await expect(runs('/ask', { question: 3 })).rejects.toThrow('text is wanted');
    await expect(runs('/ask', { question: 'x'.repeat(51) })).rejects.toThrow(
      '51 characters; 1 to 50 are allowed',
    );
    await expect(runs('/queue', {}, admin)).rejects.toThrow('needs a subcommand: in');
    await expect(runs('/queue out', {}, admin)).rejects.toThrow('no subcommand "out"');
    const open = (options: Parameters<typeof runs>[1]) =>
      runs('/queue in open', { channel, ...options }, admin);
    await expect(open({ days: 8 })).rejects.toThrow('8 lies outside');
    await expect(open({ days: 1.5 })).rejects.toThrow('whole number');
    await expect(open({ kind: 'dead' })).rejects.toThrow('not among the choices');
    await expect(open({ user: '123' })).rejects.toThrow('nothing that exists');
    await expect(alice.in(channel).types('/ask', {}, 'words')).rejects.toThrow(
      'no option "words" with autocomplete',
    );
  });

  test('may send what the client would not have let through, when told so', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply(`${interaction.options.getString('question')?.length}`);
      if (interaction.isButton()) await interaction.reply(interaction.customId);
    });
    const question = 'x'.repeat(300);
    const seen = await alice.in(channel).runs('/ask', { question }, { unchecked: true });
    expect(seen.text).toBe('300');
    expect((await seen.presses('queue:approve:1', { unchecked: true })).text).toBe('queue:approve:1');
  });

  test('does not see what is private to another', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isRepliable())
        await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
    });
    const bob = server.member({ name: 'bob' });
    const seen = await alice.in(channel).runs('/ask', { question: 'x' });
    await expect(bob.in(channel).presses(seen, 'Share')).rejects.toThrow('bob sees no message here');
  });

  test('who waits in vain is told how things stand', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isRepliable()) await interaction.deferReply();
    });
    const waiting = alice.in(channel).runs('/ask', { question: 'x' }, { timeoutMs: 200 });
    await expect(waiting).rejects.toThrow(
      /\/ask by alice: alice saw no final answer within 200 ms; the bot answered with callback type 5/,
    );
  });
});
