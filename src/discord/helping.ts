// Who could help here where the sources do not answer: the moderators of an open desk, or whoever asks, if they may add a document.
import type { RepliableInteraction } from 'discord.js';
import type { AppWithStore } from './command.ts';
import { serverOf } from './connection/server.ts';
import { openDesk } from './desk/asking.ts';
import { memberOf } from './desk/roles.ts';
import type { Help } from './rendering/render-none.ts';
import { moderatesSources } from './source/moderator.ts';

/** Looked up only for an honest no, which is given although the store should be away. */
export function helpHere(interaction: RepliableInteraction, { database }: AppWithStore): () => Promise<Help> {
  const look = async (): Promise<Help> => {
    if (serverOf(interaction) === null) return {};
    const member = memberOf(interaction);
    const [desk, maySupply] = await Promise.all([
      openDesk(member, interaction.channelId ?? '', database),
      moderatesSources(member, database),
    ]);
    return { desk: desk?.channel, maySupply };
  };
  return () => look().catch(() => ({}));
}

/** What helps everybody who reads an answer in a channel: who may add a document is nothing to tell all of them. */
export function helpForAll(
  { server, channel }: { readonly server: string; readonly channel: string },
  { database }: AppWithStore,
): () => Promise<Help> {
  const look = async (): Promise<Help> => ({
    desk: (await openDesk({ guild: server, at: Date.now() }, channel, database))?.channel,
  });
  return () => look().catch(() => ({}));
}
