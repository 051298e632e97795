// /help: what can be done here, with examples that one can press.
import { PermissionFlagsBits } from 'discord.js';
import { UserError } from '../src/common/errors.ts';
import type { Command } from '../src/discord/command.ts';
import { serverOf } from '../src/discord/connection/server.ts';
import { described } from '../src/discord/rendering/describe.ts';
import { runExample } from '../src/discord/rendering/examples.ts';
import { renderHelp } from '../src/discord/rendering/render-help.ts';
import { mentionsIn } from '../src/preferences.ts';

export default {
  data: described('help', 'command.help'),
  execute: async (interaction, { translate, readerFailed, mentions, database }) => {
    const { guildId, memberPermissions } = interaction;
    const server = serverOf(interaction);
    const administers = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
    return renderHelp(
      {
        inServer: guildId !== null,
        administers: guildId !== null && administers,
        mentions: mentions && server !== null && (await mentionsIn(database, server).catch(() => false)),
        readerFailed: readerFailed(),
      },
      translate,
    );
  },
  component: (interaction, app) => {
    const [, action, name] = interaction.customId.split(':');
    if (action === 'try') return runExample(name, app, interaction.user.id);
    throw new UserError({ key: 'discord.gone' });
  },
} satisfies Command;
