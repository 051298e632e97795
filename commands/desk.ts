// /desk: opens a channel for questions, sets it up, closes it; lists, counts and exports what was asked.
import { ChannelType } from 'discord.js';
import { UserError } from '../src/common/errors.ts';
import { mostTyped } from '../src/common/typed.ts';
import type { Command } from '../src/discord/command.ts';
import { numberOf, targetOf } from '../src/discord/desk/ids.ts';
import { filterKeys, filters, queue, sendAgain, turnPage } from '../src/discord/desk/moderating/queue.ts';
import { reviewed } from '../src/discord/desk/moderating/reviewing.ts';
import { close, open, settings } from '../src/discord/desk/moderating/setting.ts';
import { exported, stats } from '../src/discord/desk/moderating/sitting.ts';
import { memberOf } from '../src/discord/desk/roles.ts';
import {
  channelOption,
  choiceOption,
  described,
  forManagers,
  inServers,
  numberOption,
  roleOption,
  subcommand,
  textOption,
  yesOrNoOption,
} from '../src/discord/rendering/describe.ts';

const places = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;
const desk = channelOption('channel', 'command.desk.channel', { types: places });
const review = channelOption('review-channel', 'command.desk.review', { types: places });
const closesAt = textOption('closes-at', 'command.desk.closesAt', { most: mostTyped.time });
const sitting = numberOption('sitting', 'command.desk.sitting');

export default {
  data: {
    ...described('desk', 'command.desk'),
    ...inServers,
    ...forManagers,
    options: [
      subcommand('open', 'command.desk.open', [
        channelOption('channel', 'command.desk.channel', { types: places, required: true }),
        review,
        closesAt,
      ]),
      subcommand('settings', 'command.desk.settings', [
        desk,
        roleOption('add-moderators', 'command.desk.addModerators'),
        roleOption('remove-moderators', 'command.desk.removeModerators'),
        review,
        channelOption('answers-in', 'command.desk.answersIn', { types: places }),
        numberOption('open-questions', 'command.desk.openQuestions'),
        textOption('cooldown', 'command.desk.cooldown', { most: mostTyped.time }),
        yesOrNoOption('anonymous', 'command.desk.anonymous'),
        yesOrNoOption('waiting-list', 'command.desk.waitingList'),
        choiceOption('mode', 'command.desk.mode', [
          ['reviewed', 'desk.mode.reviewed'],
          ['public', 'desk.mode.public'],
        ]),
        textOption('opens-at', 'command.desk.opensAt', { most: mostTyped.time }),
        closesAt,
        numberOption('retention-days', 'command.desk.retentionDays'),
      ]),
      subcommand('close', 'command.desk.close', [desk]),
      subcommand('queue', 'command.desk.queue', [
        desk,
        choiceOption(
          'state',
          'command.desk.state',
          filters.map((filter) => [filter, filterKeys[filter]] as const),
        ),
        textOption('containing', 'command.desk.containing', { most: mostTyped.topic }),
        numberOption('page', 'command.desk.page'),
      ]),
      subcommand('stats', 'command.desk.stats', [desk, sitting]),
      subcommand('export', 'command.desk.export', [
        desk,
        choiceOption('format', 'command.desk.format', [
          ['md', 'desk.format.md'],
          ['csv', 'desk.format.csv'],
          ['json', 'desk.format.json'],
        ]),
        sitting,
      ]),
    ],
  },
  execute: (interaction, app) => {
    const run = { open, settings, close, queue, stats, export: exported };
    const name = interaction.options.getSubcommand();
    for (const [part, handle] of Object.entries(run)) if (part === name) return handle(interaction, app);
    throw new UserError({ key: 'discord.gone' });
  },
  library: 'shared',
  component: (interaction, app) => {
    const member = memberOf(interaction);
    const target = targetOf(interaction.customId);
    if (target?.action.startsWith('page-')) return turnPage(member, target, app);
    if (target?.action === 'again') return sendAgain(member, target, app);
    if (target?.action === 'pick' && interaction.isStringSelectMenu()) {
      const picked = { action: 'show', of: '', number: numberOf(interaction.values[0]), seen: 0 };
      return reviewed(interaction, member, picked, app);
    }
    throw new UserError({ key: 'discord.gone' });
  },
} satisfies Command;
