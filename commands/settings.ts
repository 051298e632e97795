// /settings answers? unanswered?: what a server chooses for itself; for those who may manage it.
import type { Command } from '../src/discord/command.ts';
import { choiceOption, described, forManagers, inServers } from '../src/discord/describe.ts';
import { memberOf, mustAdminister } from '../src/discord/desk/roles.ts';
import { renderSettings } from '../src/discord/render-settings.ts';
import { keptOfMissed } from '../src/missed/note.ts';
import { chooseKept, choosePublic, keptIn, publicIn } from '../src/preferences.ts';

export default {
  data: {
    ...described('settings', 'command.settings'),
    ...inServers,
    ...forManagers,
    options: [
      choiceOption('answers', 'command.settings.answers', [
        ['private', 'settings.private'],
        ['public', 'settings.public'],
      ]),
      choiceOption(
        'unanswered',
        'command.settings.unanswered',
        keptOfMissed.map((kept) => [kept, `settings.missed.${kept}`] as const),
      ),
    ],
  },
  execute: async (interaction, { database, translate, note }) => {
    const member = memberOf(interaction);
    mustAdminister(member);
    const chosen = interaction.options.getString('answers');
    const kept = keptOfMissed.find((each) => each === interaction.options.getString('unanswered'));
    if (chosen !== null) await choosePublic(database, member.guild, chosen === 'public');
    if (kept !== undefined) await chooseKept(database, member.guild, kept);
    const isNew = chosen !== null || kept !== undefined;
    if (isNew) note({ did: 'settings', server: member.guild });
    const now = {
      isPublic: await publicIn(database, member.guild),
      kept: await keptIn(database, member.guild),
    };
    return renderSettings(now, isNew, translate);
  },
} satisfies Command;
