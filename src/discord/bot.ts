// The bot from start to stop: log in, register, answer, and finish what was begun when told to stop.
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, type CloseEvent, DiscordAPIError, Events, Status } from 'discord.js';
import type { Settings } from '../config.ts';
import { UserError } from '../errors.ts';
import type { Library } from '../library.ts';
import { type Log, newErrorId } from '../log.ts';
import { createClient } from './client.ts';
import type { Commands } from './command.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { register } from './registration.ts';
import { isPassing } from './respond.ts';

/** An interaction that was deferred may take long; a stop waits no longer than this. */
const stopWithinMs = 10_000;

export interface Bot {
  /** Resolves once the bot has stopped by itself or by `stop`; rejects where Discord closed it for good. */
  readonly ended: Promise<void>;
  /** Finishes what was begun, then logs out. */
  stop(): Promise<void>;
}

export interface BotParts {
  readonly settings: Settings;
  readonly token: string;
  readonly library: Library;
  readonly commands: Commands;
  readonly log: Log;
}

/** Logs in and answers. Throws `UserError` where Discord does not let it in. */
export async function startBot({ settings, token, library, commands, log }: BotParts): Promise<Bot> {
  const client = createClient(settings);
  const dispatch = createDispatch(commands, library, log);
  client.on(Events.InteractionCreate, dispatch.take);
  client.on(Events.Error, (error) =>
    log.error({ id: newErrorId(), err: error }, 'discord.js reports an error'),
  );
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, err: error }, 'the connection has an error'),
  );
  client.on(Events.Warn, (warning) => log.warn(warning));
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'the connection dropped; reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'the connection is back'));

  const end = Promise.withResolvers<void>();
  client.on(Events.ShardDisconnect, (event, shard) => {
    log.error({ shard, code: event.code }, 'Discord closed the connection for good');
    end.reject(closedForGood(event));
  });
  // Whoever awaits `ended` meets the rejection; until then it must not end the process by itself.
  end.promise.catch(() => undefined);

  await logIn(client, token, settings, end.promise);
  const application = settings.DISCORD_APPLICATION_ID ?? client.application?.id ?? client.user?.id ?? '';
  await registerQuietly(client, commands, application, settings, log);
  const servers = client.guilds.cache.size;
  log.info({ bot: client.user?.id, servers }, 'ready');

  return {
    ended: end.promise,
    stop: async () => {
      await stop(client, dispatch, log);
      end.resolve();
    },
  };
}

/** Resolves when the bot is ready; waits through outages of Discord, and ends where waiting is of no use. */
async function logIn(client: Client, token: string, settings: Settings, ended: Promise<void>): Promise<void> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  try {
    // A close for good may come while discord.js waits for a connection that will never be.
    await Promise.race([client.login(token), ended]);
    await Promise.race([ready, ended]);
  } catch (error) {
    await client.destroy();
    throw loginRefused(error, settings);
  }
}

function loginRefused(error: unknown, settings: Settings): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401)) {
    return new UserError({ key: 'discord.badToken' }, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  // The words of discord.js: intents that were not granted, or a day's identifies used up.
  if (/disallowed intents|sessions remaining/i.test(reason)) {
    return new UserError({ key: 'discord.refused', values: { reason } }, { cause: error });
  }
  if (!isPassing(error)) return error;
  const values = { url: settings.DISCORD_API_URL, reason };
  return new UserError({ key: 'discord.unreachable', values }, { cause: error });
}

/** 4004: the token is no longer good. The other codes that discord.js does not return from speak for themselves. */
function closedForGood({ code }: CloseEvent): UserError {
  if (code === 4004) return new UserError({ key: 'discord.badToken' });
  const reasons: Readonly<Record<number, string>> = {
    4010: 'invalid shard',
    4011: 'sharding required',
    4012: 'invalid API version',
    4013: 'invalid intents',
    4014: 'disallowed intents',
  };
  return new UserError({ key: 'discord.closed', values: { code, reason: reasons[code] ?? 'unknown' } });
}

/** Commands that are registered already answer, whether or not the list could be compared. */
async function registerQuietly(
  client: Client,
  commands: Commands,
  application: string,
  settings: Settings,
  log: Log,
): Promise<void> {
  const server = settings.DISCORD_GUILD_ID;
  try {
    const changed = await register(commands, { rest: client.rest, application, server });
    log.info({ changed, commands: commands.size, server }, 'commands are registered');
  } catch (error) {
    log.error(
      { id: newErrorId(), err: error },
      'commands could not be registered; npm run deploy tries again',
    );
  }
}

async function stop(client: Client, dispatch: Dispatch, log: Log): Promise<void> {
  log.info('stopping: finishing what was begun');
  const waiting = new AbortController();
  await Promise.race([
    dispatch.finished(),
    delay(stopWithinMs, undefined, { signal: waiting.signal }).catch(() => undefined),
  ]);
  waiting.abort();
  if (client.ws.status !== Status.Disconnected) await client.destroy();
  log.info('stopped');
}
