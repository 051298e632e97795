// /settings answers? mentions? unanswered?: what a server chooses for itself; for those who may manage it.

import { UserError } from '../src/common/errors.ts';
import type { Command } from '../src/discord/command.ts';
import { memberOf, mustAdminister } from '../src/discord/desk/roles.ts';
import { choiceOption, described, forManagers, inServers } from '../src/discord/rendering/describe.ts';
import { renderSettings } from '../src/discord/rendering/render-settings.ts';
import { keptOfMissed } from '../src/missed/note.ts';
import {
  chooseKept,
  chooseMentions,
  choosePublic,
  keptIn,
  mentionsIn,
  publicIn,
} from '../src/preferences.ts';

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
      choiceOption('mentions', 'command.settings.mentions', [
        ['on', 'settings.mentionsOn'],
        ['off', 'settings.mentionsOff'],
      ]),
      choiceOption(
        'unanswered',
        'command.settings.unanswered',
        keptOfMissed.map((kept) => [kept, `settings.missed.${kept}`] as const),
      ),
    ],
  },
  execute: async (interaction, { database, translate, note, mentions: areHeard }) => {
    const member = memberOf(interaction);
    mustAdminister(member);
    const chosen = interaction.options.getString('answers');
    const mentions = interaction.options.getString('mentions');
    if (mentions === 'on' && !areHeard) throw new UserError({ key: 'settings.mentionsUnheard' });
    const kept = keptOfMissed.find((each) => each === interaction.options.getString('unanswered'));
    if (chosen !== null) await choosePublic(database, member.guild, chosen === 'public');
    if (mentions !== null) await chooseMentions(database, member.guild, mentions === 'on');
    if (kept !== undefined) await chooseKept(database, member.guild, kept);
    const isNew = chosen !== null || mentions !== null || kept !== undefined;
    if (isNew) note({ did: 'settings', server: member.guild });
    const now = {
      isPublic: await publicIn(database, member.guild),
      mentions: areHeard ? await mentionsIn(database, member.guild) : undefined,
      kept: await keptIn(database, member.guild),
    };
    return renderSettings(now, isNew, translate);
  },
} satisfies Command;
