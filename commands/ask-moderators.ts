// /ask-moderators: asks in a channel that is open for questions, or shows how a question of one's own stands. It owns the
// buttons and forms of askers and of moderators.
import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import { UserError } from '../src/common/errors.ts';
import type { AppWithStore, Command, Response } from '../src/discord/command.ts';
import * as asking from '../src/discord/desk/asking.ts';
import { type Target, targetOf } from '../src/discord/desk/ids.ts';
import { isReview, reviewed } from '../src/discord/desk/moderating/reviewing.ts';
import { type Member, memberOf } from '../src/discord/desk/roles.ts';
import * as too from '../src/discord/desk/too.ts';
import { numberIn } from '../src/discord/offering/numbers.ts';
import { questionIn } from '../src/discord/reading/asked.ts';
import { described, inServers, numberOption } from '../src/discord/rendering/describe.ts';

type Act<Interaction> = (
  interaction: Interaction,
  member: Member,
  target: Target,
  app: AppWithStore,
) => Promise<Response>;

/** What forms of members do. */
const forms: Readonly<Record<string, Act<ModalSubmitInteraction>>> = {
  submit: asking.submit,
  reword: asking.reword,
};

/** What their buttons and menus do. */
const presses: Readonly<Record<string, Act<MessageComponentInteraction>>> = {
  ask: (interaction, member, { of }, app) => asking.askForm(member, of, app, questionIn(interaction)),
  send: asking.sendAgain,
  anew: asking.formAgain,
  state: (_, member, { number }, app) => asking.showState(member, number, app),
  edit: (_, member, target, app) => asking.openEdit(member, target, app),
  withdraw: (_, member, target, app) => asking.withdraw(member, target, app),
  insist: (_, member, target, app) => asking.insistOn(member, target, app),
  waits: (_, member, target, app) => too.showWaiting(member, target, app),
  'waits-page': (_, member, target, app) => too.showWaiting(member, target, app, true),
  'pick-too': (interaction, member, _, app) => too.pickToo(interaction, member, app),
  too: (_, member, { number }, app) => too.tooAsked(member, number, app),
  'not-too': (_, member, { number }, app) => too.tooTakenBack(member, number, app),
  up: too.ratedAnswer,
  down: too.ratedAnswer,
};

function of<Done>(table: Readonly<Record<string, Done>>, action: string): Done {
  const act = Object.hasOwn(table, action) ? table[action] : undefined;
  if (act === undefined) throw new UserError({ key: 'discord.gone' });
  return act;
}

export default {
  data: {
    ...described('ask-moderators', 'command.question'),
    ...inServers,
    options: [numberOption('number', 'command.question.number')],
  },
  execute: (interaction, app) => {
    const member = memberOf(interaction);
    const number = numberIn(interaction, 'number');
    if (number !== undefined) return asking.showState(member, number, app);
    return asking.askForm(member, interaction.channelId, app);
  },
  former: 'question',
  ids: 'question',
  library: 'shared',
  component: (interaction, app) => {
    const member = memberOf(interaction);
    const target = targetOf(interaction.customId);
    if (!target) throw new UserError({ key: 'discord.gone' });
    const { action } = target;
    if (isReview(action)) return reviewed(interaction, member, target, app);
    if (interaction.isModalSubmit()) return of(forms, action)(interaction, member, target, app);
    return of(presses, action)(interaction, member, target, app);
  },
} satisfies Command;
