// What the log tells of the connection, and why Discord closes it for good.
import { type Client, type CloseEvent, Events } from 'discord.js';
import { UserError } from '../../../common/errors.ts';
import { type Log, newErrorId } from '../../../log.ts';
import type { MessageKey } from '../../../messages/messages.ts';

/** What happens to the connection; once the bot was told to stop, a drop is its own good-bye. */
export function tellTroubles(client: Client, log: Log, told: AbortSignal): void {
  client.on(Events.Error, (error) =>
    log.error({ id: newErrorId(), err: error }, 'discord.js reports an error'),
  );
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, err: error }, 'the connection has an error'),
  );
  client.on(Events.Warn, (warning) => log.warn(warning));
  client.on(Events.ShardReconnecting, (shard) => {
    if (!told.aborted) log.warn({ shard }, 'the connection dropped; reconnecting');
  });
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'the connection is back'));
}

/** Discord's reasons for closes from which discord.js does not return; 4004: the token is no longer good. */
const closeReasons: Readonly<Record<number, MessageKey>> = {
  4010: 'discord.close.invalidShard',
  4011: 'discord.close.shardingRequired',
  4012: 'discord.close.invalidVersion',
  4013: 'discord.close.invalidIntents',
  4014: 'discord.close.disallowedIntents',
};

export function closedForGood({ code }: Pick<CloseEvent, 'code'>): UserError {
  if (code === 4004) return new UserError({ key: 'discord.badToken' });
  const reason = { key: closeReasons[code] ?? 'discord.close.unknown' };
  return new UserError({ key: 'discord.closed', values: { code, reason } });
}
