// Snowflakes: Discord's ids, made from the time, by which servers are dealt out to shards.

const DISCORD_EPOCH = 1_420_070_400_000;
const LOW_BITS = 22n;
let increment = 0n;

/** A new id for something that came to be at `now` (milliseconds since 1970). Unique within the process. */
export function newId(now: number): string {
  increment = (increment + 1n) % (1n << LOW_BITS);
  return String((BigInt(Math.floor(now) - DISCORD_EPOCH) << LOW_BITS) | increment);
}

/** Like `newId`, with the time put back by less than `count` milliseconds so that the id falls to `shard`. */
export function newIdOnShard(now: number, shard: number, count: number): string {
  const elapsed = Math.floor(now) - DISCORD_EPOCH;
  return newId(elapsed - (elapsed % count) - count + shard + DISCORD_EPOCH);
}

/** Discord's formula: which of `count` shards receives the events of this server. */
export function shardOf(serverId: string, count: number): number {
  return Number((BigInt(serverId) >> LOW_BITS) % BigInt(count));
}
