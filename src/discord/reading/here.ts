// Who sees the answer to a command: whoever used it, or, where the server has chosen so, everybody in the channel.
import type { RepliableInteraction } from 'discord.js';
import { publicIn } from '../../preferences.ts';
import type { AppWithStore, Reply } from '../command.ts';
import { forAll } from './sharing.ts';
import { refsIn } from './shown.ts';

/** The reply as it is to be seen here. What shows no passage is for nobody else. */
export async function here(
  { guildId }: Pick<RepliableInteraction, 'guildId'>,
  { database, translate }: AppWithStore,
  reply: Reply,
): Promise<Reply> {
  if (guildId === null || refsIn(reply.components).size === 0) return reply;
  // A question is answered although the store is away: then by the usual way, for one alone.
  const isPublic = await publicIn(database, guildId).catch(() => false);
  return isPublic ? forAll(reply, translate) : reply;
}
