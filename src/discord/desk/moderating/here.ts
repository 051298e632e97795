// The desk that a moderator means: that of the channel they named or are in, or the one whose cards stand there.

import type { ChatInputCommandInteraction } from 'discord.js';
import { listFormat } from '../../../messages/formats.ts';
import { type Desk, desksOf, findDesk } from '../../../questions/desk.ts';
import type { AppWithStore } from '../../command.ts';
import { type Member, memberOf, moderates, mustModerate } from '../roles.ts';
import { marked, refusalOf } from '../told.ts';

/** The desk of a channel, for one who moderates it. */
export async function deskFor(
  member: Member,
  channel: string,
  { database, translate }: AppWithStore,
): Promise<Desk> {
  const desk = await findDesk(database, member.guild, channel);
  if (!desk) throw refusalOf({ ok: false, reason: 'no-desk' }, translate);
  mustModerate(member, desk);
  return desk;
}

/** For a moderator: of the channel that was chosen, else the one that is meant where they are. */
export async function deskAsked(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Desk> {
  const member = memberOf(interaction);
  const desk = await deskMeant(interaction, app, (each) => moderates(member, each));
  mustModerate(member, desk);
  return desk;
}

/**
 * The desk of the channel that was chosen; else that of the channel where somebody is, or whose cards or answers stand there; else
 * the only one of the server, be it of those that are theirs or that are open. Of several whoever asks must say which.
 */
export async function deskMeant(
  interaction: ChatInputCommandInteraction,
  { database, translate }: AppWithStore,
  isTheirs: (desk: Desk) => boolean = () => true,
): Promise<Desk> {
  const { guild } = memberOf(interaction);
  const chosen = interaction.options.getChannel('channel')?.id;
  const desks = await desksOf(database, guild);
  const found =
    chosen === undefined
      ? meantIn(desks, interaction.channelId, isTheirs)
      : desks.filter(({ channel }) => channel === chosen);
  const [desk, ...others] = found;
  if (desk && others.length === 0) return desk;
  if (!desk) throw refusalOf({ ok: false, reason: 'no-desk' }, translate);
  const channels = listFormat(translate.locale).format(found.map(({ channel }) => `<#${channel}>`));
  const values = { channels, option: translate('name.channel') };
  throw marked({ key: 'desk.refused.whichDesk', values }, translate);
}

function meantIn(
  desks: readonly Desk[],
  channel: string,
  isTheirs: (desk: Desk) => boolean,
): readonly Desk[] {
  const here = desks.filter((desk) => desk.channel === channel);
  const beside = desks.filter(
    ({ reviewChannel, settings }) => reviewChannel === channel || settings.answersIn === channel,
  );
  const theirs = desks.filter(isTheirs);
  const open = (theirs.length > 0 ? theirs : desks).filter(({ state }) => state === 'open');
  const all = theirs.length > 0 ? theirs : desks;
  // One that was closed long ago keeps nobody from the one that is open.
  const narrowed = open.length > 0 ? open : all;
  return [here, beside, narrowed].find((some) => some.length > 0) ?? [];
}
