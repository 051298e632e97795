import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type TalkingStage, withTalkingBot } from './stage.ts';

let { discord, bot, server, channel, alice, onInteraction }: TalkingStage = {} as TalkingStage;

withTalkingBot((stage) => {
  ({ discord, bot, server, channel, alice, onInteraction } = stage);
});

describe('the unmodified discord.js client', () => {
  test('logs in, is ready with its servers and sees those that come and go', async () => {
    expect(bot.client.guilds.cache.get(server.id)?.name).toBe('Talks');
    expect(discord.gateway.sessions).toMatchObject([{ shard: 0, count: 1, connected: true }]);
    const other = discord.server({ name: 'Another' });
    await expect.poll(() => bot.client.guilds.cache.get(other.id)?.name).toBe('Another');
    other.removesBot();
    await expect.poll(() => bot.client.guilds.cache.has(other.id)).toBe(false);
  });

  test('gets a command with its options, the person, their language, and replies', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { locale, user, memberPermissions } = interaction;
      const may = memberPermissions?.has(PermissionFlagsBits.SendMessages);
      await interaction.reply(
        `  ${user.username} ${locale} ${may}: ${interaction.options.getString('question')}  `,
      );
    });
    const seen = await alice.in(channel).runs('/ask', { question: 'What of Donbas?' });
    expect(seen.text).toBe('alice de true: What of Donbas?');
    expect(seen.private).toBe(false);
    expect(seen.answeredAfterMs).toBeGreaterThan(0);
    expect(discord.latency().count).toBe(1);
    expect(discord.violations).toEqual([]);
  });

  test('receives the message it replied with when it asks for the response', async () => {
    let replyId = '';
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({ content: 'Here.', withResponse: true });
      replyId = response.resource?.message?.id ?? '';
    });
    const seen = await alice.in(channel).runs('/ask', { question: 'x' });
    await expect.poll(() => replyId).toBe(seen.id);
  });

  test('defers in private, edits, follows up and deletes; the person waits for the end of it', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('The answer.');
      const followUp = await interaction.followUp('In public.');
      await interaction.followUp({ content: 'Once more.', flags: MessageFlags.Ephemeral });
      await interaction.deleteReply(followUp);
    });
    const bob = server.member({ name: 'bob' });
    const seen = await alice.in(channel).runs('/ask', { question: 'x' });
    expect(seen.text).toBe('The answer.');
    expect(seen.private).toBe(true);
    await seen.until(({ followUps }) => followUps.at(0)?.text === 'Once more.');
    expect(
      alice
        .in(channel)
        .sees()
        .map(({ text }) => text),
    ).toEqual(['The answer.', 'Once more.']);
    expect(bob.in(channel).sees()).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('shows a deferral as loading until it is edited', async () => {
    const { promise: released, resolve: goOn } = Promise.withResolvers<void>();
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await released;
      await interaction.editReply('Done.');
    });
    const seen = await alice.in(channel).runs('/ask', { question: 'x' }, { until: 'answered' });
    expect(seen.loading).toBe(true);
    goOn();
    await seen.final();
    expect(seen.loading).toBe(false);
    expect(seen.text).toBe('Done.');
  });

  test('offers choices to the one who types, in their language', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      await interaction.respond([
        { name: `${typed} curtain`, nameLocalizations: { de: `${typed}er Vorhang` }, value: 'iron-curtain' },
      ]);
    });
    const choices = await alice.in(channel).types('/ask', { question: 'eisern' }, 'question');
    expect(choices).toEqual([{ name: 'eiserner Vorhang', value: 'iron-curtain' }]);
    expect(discord.violations).toEqual([]);
  });

  test('shows a modal and gets what was filled in', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const text = new TextInputBuilder()
          .setCustomId('reason')
          .setLabel('Why?')
          .setStyle(TextInputStyle.Paragraph)
          .setMaxLength(20);
        const row = new ActionRowBuilder<TextInputBuilder>().addComponents(text);
        await interaction.showModal(
          new ModalBuilder().setCustomId('queue:reject').setTitle('Reject').addComponents(row),
        );
      } else if (interaction.isModalSubmit()) {
        await interaction.reply(`${interaction.customId}: ${interaction.fields.getTextInputValue('reason')}`);
      }
    });
    const { modal } = await alice.in(channel).runs('/ask', { question: 'x' });
    expect([modal.title, ...modal.fields]).toEqual(['Reject', 'reason']);
    await expect(modal.submits({ reason: 'x'.repeat(21) })).rejects.toThrow(
      '21 characters; 0 to 20 are allowed',
    );
    await expect(modal.submits({ cause: 'x' })).rejects.toThrow('no field "cause"; it has "reason"');
    const seen = await modal.submits({ 'Why?': 'A duplicate.' });
    expect(seen.text).toBe('queue:reject: A duplicate.');
    expect(discord.violations).toEqual([]);
  });

  test('shows labelled fields and menus in a modal', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.showModal({
          custom_id: 'form',
          title: 'Form',
          components: [
            { type: 10, content: 'Please choose.' },
            {
              type: 18,
              label: 'Name',
              component: { type: 4, custom_id: 'name', style: 1, value: 'prefilled' },
            },
            {
              type: 18,
              label: 'Kind',
              component: { type: 3, custom_id: 'kind', options: [{ label: 'Live', value: 'live' }] },
            },
          ],
        });
      } else if (interaction.isModalSubmit()) {
        const { fields } = interaction;
        await interaction.reply(
          `${fields.getTextInputValue('name')} ${fields.getStringSelectValues('kind').join()}`,
        );
      }
    });
    const { modal } = await alice.in(channel).runs('/ask', { question: 'x' });
    const seen = await modal.submits({ Kind: ['live'] });
    expect(seen.text).toBe('prefilled live');
    expect(discord.violations).toEqual([]);
  });

  test('answers buttons by updating the message, menus by deferring the update', async () => {
    const share = new ButtonBuilder().setCustomId('share').setLabel('Share').setStyle(ButtonStyle.Primary);
    const menu = new StringSelectMenuBuilder()
      .setCustomId('pick')
      .addOptions({ label: 'First', value: '1' }, { label: 'Second', value: '2' });
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({
          content: 'Choose',
          components: [
            new ActionRowBuilder<ButtonBuilder>().addComponents(share),
            new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
          ],
        });
      } else if (interaction.isButton()) {
        const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
          ButtonBuilder.from(share).setDisabled(true),
        );
        await interaction.update({ content: `Shared by ${interaction.user.username}`, components: [row] });
      } else if (interaction.isStringSelectMenu()) {
        await interaction.deferUpdate();
        await interaction.editReply(`Chosen: ${interaction.values.join()}`);
      }
    });
    const seen = await alice.in(channel).runs('/ask', { question: 'x' });
    expect(seen.buttons).toEqual(['Share']);
    await seen.chooses('pick', ['2']);
    expect(seen.text).toBe('Chosen: 2');
    await expect(seen.chooses('pick', ['3'])).rejects.toThrow('"3" is not offered');
    await expect(seen.presses('Delete')).rejects.toThrow('no button "Delete"; there are "Share"');
    const bob = server.member({ name: 'bob' });
    const shared = seen.until(({ text }) => text.startsWith('Shared'));
    const updated = await bob.in(channel).presses(seen, 'Share');
    await shared;
    expect([seen.text, updated.id]).toEqual(['Shared by bob', seen.id]);
    await expect(seen.presses('Share')).rejects.toThrow('disabled');
    expect(discord.violations).toEqual([]);
  });

  test('sends Components V2, files, and edits by the channel', async () => {
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const container = new ContainerBuilder().addTextDisplayComponents(
        new TextDisplayBuilder().setContent('¶5'),
      );
      await interaction.deferReply();
      await interaction.editReply({ components: [container], flags: MessageFlags.IsComponentsV2 });
      const file = new AttachmentBuilder(Buffer.from('a,b'), { name: 'export.csv' });
      await interaction.followUp({ files: [file] });
      const target = await interaction.guild?.channels.fetch(interaction.channelId);
      if (target?.isSendable()) await (await target.send('In the channel')).edit('Edited');
    });
    const seen = await alice.in(channel).runs('/ask', { question: 'x' });
    expect(seen.text).toBe('¶5');
    await alice.in(channel).until((all) => all.at(-1)?.text === 'Edited');
    const [file] = seen.followUps[0]?.files ?? [];
    expect([file?.name, Buffer.from(file?.bytes ?? []).toString()]).toEqual(['export.csv', 'a,b']);
    expect(discord.violations).toEqual([]);
    expect(discord.refusals).toEqual([]);
  });

  test('gets context-menu commands with the message or the user', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(`“${interaction.targetMessage.content}”`);
      if (interaction.isUserContextMenuCommand()) await interaction.reply(interaction.targetUser.username);
    });
    const said = alice.in(channel).says('We will see.');
    expect((await alice.in(channel).usesOnMessage('Check quotation', said)).text).toBe('“We will see.”');
    expect((await alice.in(channel).usesOnUser('Who is this', alice)).text).toBe('alice');
  });

  test('gets subcommands with resolved channels, users, roles and files', async () => {
    const moderator = server.member({ name: 'mod', permissions: PermissionFlagsBits.ManageMessages });
    const role = server.role('readers');
    onInteraction(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const file = options.getAttachment('file', true);
      const text = await (await fetch(file.url)).text();
      const words = [
        options.getSubcommandGroup(),
        options.getSubcommand(),
        options.getChannel('channel')?.name,
        options.getUser('user')?.username,
        options.getRole('role')?.name,
        options.getInteger('days'),
        file.name,
        text,
      ];
      await interaction.reply(words.join(' '));
    });
    const file = discord.attachment('a.md', 'text/markdown', '# Talks');
    const place = moderator.in(channel);
    const seen = await place.runs('/queue in open', { channel, user: alice, role, days: 3, file });
    expect(seen.text).toBe('in open general alice readers 3 a.md # Talks');
  });

  test('is reached in direct messages', async () => {
    onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(`${interaction.inGuild()}`);
    });
    const stranger = discord.person({ name: 'stranger' });
    expect((await stranger.inDirectMessages().runs('/ask', { question: 'x' })).text).toBe('false');
  });
});
