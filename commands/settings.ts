// /settings answers?: what a server chooses for itself; for those who may manage it.
import { PermissionFlagsBits } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { choiceOption, described, inServers } from '../src/discord/describe.ts';
import { memberOf, mustAdminister } from '../src/discord/desk/roles.ts';
import { renderSettings } from '../src/discord/render-settings.ts';
import { choosePublic, publicIn } from '../src/preferences.ts';

export default {
  data: {
    ...described('settings', 'command.settings'),
    ...inServers,
    // Discord hides it from others; whether they may is asked again below.
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      choiceOption('answers', 'command.settings.answers', [
        ['private', 'settings.private'],
        ['public', 'settings.public'],
      ]),
    ],
  },
  execute: async (interaction, { database, translate, note }) => {
    const member = memberOf(interaction);
    mustAdminister(member);
    const chosen = interaction.options.getString('answers');
    if (chosen !== null) {
      await choosePublic(database, member.guild, chosen === 'public');
      note({ did: 'settings', server: member.guild });
    }
    return renderSettings(await publicIn(database, member.guild), chosen !== null, translate);
  },
} satisfies Command;
