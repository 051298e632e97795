// Who sees the answer to a command: whoever used it, or, where the server has chosen so, everybody in the channel.
import type { RepliableInteraction } from 'discord.js';
import { publicIn } from '../../preferences.ts';
import type { AppWithStore, Later, Reply } from '../command.ts';
import { serverOf } from '../connection/server.ts';
import { forAll } from './sharing.ts';
import { refsIn } from './shown.ts';

type Where = Pick<RepliableInteraction, 'guildId' | 'authorizingIntegrationOwners'>;

/** The reply as it is to be seen here. What shows no passage is for nobody else. */
export async function here(where: Where, app: AppWithStore, reply: Reply): Promise<Reply> {
  if (refsIn(reply.components).size === 0) return reply;
  return (await isPublic(where, app)) ? forAll(reply, app.translate) : reply;
}

/** The same of a reply that takes long to make: who will see it is known before. */
export async function hereLater(
  where: Where,
  app: AppWithStore,
  make: () => Promise<Reply>,
): Promise<Reply | Later> {
  if (!(await isPublic(where, app))) return make();
  return { later: make().then((reply) => forAll(reply, app.translate)) };
}

/** A question is answered although the store is away: then in the usual way, for one alone. */
async function isPublic(where: Where, { database }: AppWithStore): Promise<boolean> {
  const guildId = serverOf(where);
  return guildId !== null && (await publicIn(database, guildId).catch(() => false));
}
