// Whose servers are whose, where several processes share them: each is connected for some shards, and what is done for a server once is
// done by the process that is connected for it.
import { type Client, ShardClientUtil } from 'discord.js';
import type { Home } from '../../questions/deliver.ts';

/** The shards that a process is connected for; undefined where it has all of them, and before it knows. */
export function homeOf({ options }: Pick<Client, 'options'>): Home | undefined {
  const { shards, shardCount: count = 1 } = options;
  if (!Array.isArray(shards) || shards.length >= count) return undefined;
  return { shards, count };
}

export function isHome(guild: string, client: Pick<Client, 'options'>): boolean {
  const home = homeOf(client);
  return home === undefined || home.shards.includes(ShardClientUtil.shardIdForGuildId(guild, home.count));
}

/** What is done once for all servers falls to the process of the first shard. */
export function isFirstHome(client: Pick<Client, 'options'>): boolean {
  return homeOf(client)?.shards.includes(0) ?? true;
}
