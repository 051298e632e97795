import { MessageFlags, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { stopClock } from '../stopped-clock.ts';
import { type TalkingStage, withTalkingBot } from './stage.ts';

let { discord, server, channel, alice, onInteraction }: TalkingStage = {} as TalkingStage;

withTalkingBot((stage) => {
  ({ discord, server, channel, alice, onInteraction } = stage);
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
    const seen = await alice.in(channel).runs('/ask', { question: 'x' }, { until: 'answered' });
    const clock = stopClock();
    const waiting = expect(seen.final(200)).rejects.toThrow(
      /\/ask by alice: alice saw no final answer within 200 ms; the bot answered with callback type 5/,
    );
    await clock.passes(200);
    await waiting;
  });
});
