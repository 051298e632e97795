// /question: asks in a channel that is open for questions, or shows how a question of one's own stands. It owns the
// buttons and forms of askers and of moderators.
import type { Command, Response } from '../src/discord/command.ts';
import { described, inServers, numberOption } from '../src/discord/describe.ts';
import * as asking from '../src/discord/desk/asking.ts';
import { targetOf } from '../src/discord/desk/ids.ts';
import { isReview, reviewed } from '../src/discord/desk/reviewing.ts';
import { memberOf } from '../src/discord/desk/roles.ts';
import { numberIn } from '../src/discord/numbers.ts';
import { questionIn } from '../src/discord/reading/asked.ts';
import { UserError } from '../src/errors.ts';

export default {
  data: {
    ...described('question', 'command.question'),
    ...inServers,
    options: [numberOption('number', 'command.question.number')],
  },
  execute: (interaction, app) => {
    const member = memberOf(interaction);
    const number = numberIn(interaction, 'number');
    if (number !== undefined) return asking.showState(member, number, app);
    return asking.askForm(member, interaction.channelId, app);
  },
  library: 'shared',
  component: async (interaction, app): Promise<Response> => {
    const member = memberOf(interaction);
    const target = targetOf(interaction.customId);
    if (!target) throw new UserError({ key: 'discord.gone' });
    const { action, of, number } = target;
    if (isReview(action)) return reviewed(interaction, member, target, app);
    if (interaction.isModalSubmit()) {
      if (action === 'submit') return asking.submit(interaction, member, target, app);
      if (action === 'reword') return asking.reword(interaction, member, target, app);
      throw new UserError({ key: 'discord.gone' });
    }
    if (action === 'ask') return asking.askForm(member, of, app, questionIn(interaction));
    if (action === 'state') return asking.showState(member, number, app);
    if (action === 'edit') return asking.openEdit(member, target, app);
    if (action === 'withdraw') return asking.withdraw(member, target, app);
    if (action === 'insist') return asking.insistOn(member, target, app);
    throw new UserError({ key: 'discord.gone' });
  },
} satisfies Command;
