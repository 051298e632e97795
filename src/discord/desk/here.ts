// The desk that a moderator means: that of the channel they named or are in, or the one whose cards stand there.
import type { ChatInputCommandInteraction } from 'discord.js';
import { type Desk, desksOf, findDesk } from '../../questions/desk.ts';
import type { AppWithStore } from '../command.ts';
import { type Member, memberOf, mustModerate } from './roles.ts';
import { refusalOf } from './told.ts';

/** The desk of a channel, for one who moderates it. */
export async function deskFor(
  member: Member,
  channel: string,
  { database, translate }: AppWithStore,
): Promise<Desk> {
  const desk =
    (await findDesk(database, member.guild, channel)) ?? (await reviewedIn(member, channel, database));
  if (!desk) throw refusalOf({ ok: false, reason: 'no-desk' }, translate);
  mustModerate(member, desk);
  return desk;
}

/** In a review channel the desk is the one whose cards stand there. */
async function reviewedIn(
  member: Member,
  channel: string,
  database: AppWithStore['database'],
): Promise<Desk | undefined> {
  const desks = await desksOf(database, member.guild);
  return desks.find(({ reviewChannel }) => reviewChannel === channel);
}

export function deskAsked(interaction: ChatInputCommandInteraction, app: AppWithStore): Promise<Desk> {
  const channel = interaction.options.getChannel('channel')?.id ?? interaction.channelId;
  return deskFor(memberOf(interaction), channel, app);
}
