// The bot from start to stop: log in, register, answer, and finish what was begun when told to stop.
import {
  type Client,
  type CloseEvent,
  Events,
  GatewayDispatchEvents,
  PermissionFlagsBits,
  Status,
} from 'discord.js';
import { type Cards, openCards } from '../../cards/cards.ts';
import { UserError } from '../../common/errors.ts';
import { within } from '../../common/within.ts';
import { hearsMentions, isSharded, type Settings, slowOf } from '../../config.ts';
import type { ListKeeper } from '../../keeping/lists.ts';
import type { Libraries } from '../../libraries.ts';
import { type Log, newErrorId } from '../../log.ts';
import { inEnglish, type MessageKey } from '../../messages/messages.ts';
import type { Store } from '../../store/store.ts';
import type { Commands, Deed } from '../command.ts';
import { type Deliveries, startDeliveries } from '../desk/deliveries.ts';
import { toRegister } from '../former.ts';
import { type Hearing, openHearing } from '../mention/hearing.ts';
import { type Missing, openMissing } from '../offering/missing.ts';
import { openRatings } from '../ratings.ts';
import { openClaims } from '../shards/claims.ts';
import { homeOf, isFirstHome, isHome } from '../shards/home.ts';
import { identifyByTurns } from '../shards/identifying.ts';
import { type Following, followSources } from '../source/following.ts';
import { type OwnSources, openOwnSources } from '../source/own-sources.ts';
import { openCheckedTexts } from '../texts/kept.ts';
import { createClient } from './client.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { toldTo } from './met.ts';
import { openPace } from './pace.ts';
import { discordRefused } from './refused.ts';
import { alsoRegistered, type Registration, register, twiceMessage } from './registration.ts';
import { exporting } from './turn-rules.ts';
import { openTurns, type Turns } from './turns.ts';
import type { Vitals } from './vitals.ts';

/**
 * An interaction that was deferred may take long; a stop waits no longer than this. Docker kills 10 s after its
 * signal: 2 s are left for logging out.
 */
const longestStopMs = 8_000;
/** Discord answers a good-bye at once or, in trouble, not at all; nothing is lost without its answer. */
const longestLogoutMs = 1_000;

export interface Bot {
  /** Resolves once the bot has stopped; rejects where Discord closed it for good. */
  readonly ended: Promise<void>;
  /** Finishes what was begun, then logs out. */
  stop(): Promise<void>;
}

export interface BotParts {
  readonly settings: Settings;
  readonly token: string;
  /** The library that answers in a server; it is replaced when sources change. */
  readonly libraries: Libraries;
  /** Stays open after the bot has stopped: who opened it closes it. */
  readonly store: Store;
  readonly commands: Commands;
  readonly log: Log;
  /** Whether the trained reader could not be loaded: `/help` tells those who manage a server. */
  readonly readerFailed?: () => boolean;
  /** Forgets what the reader keeps of passages that were erased. */
  readonly forget?: (keys: readonly string[]) => Promise<void>;
  /** Hears what lives, for health and figures. */
  readonly vitals?: Pick<Vitals, 'has' | 'watch'>;
  /** Keeps the list of erasures beside the store. */
  readonly listErasures?: ListKeeper;
  /** Another process is connected for the same servers when this one is to stop: it answers whoever comes then. */
  readonly hasSuccessor?: boolean;
  /** Stops the bot, whether it still logs in, registers, or answers. */
  readonly stopping?: AbortSignal;
  /** How long a stop waits for what was begun; for tests. */
  readonly stopWithinMs?: number;
}

/** Logs in and answers, or ends at once where `stopping` says so. Throws `UserError` where Discord refuses. */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { settings, commands, libraries, log } = parts;
  const { database, engine } = parts.store;
  const turns = { database, log };
  const client = createClient(settings, isSharded(settings) ? identifyByTurns(turns) : undefined);
  const { listErasures = async () => undefined } = parts;
  const own = { home: () => homeOf(client), isHome: (guild: string) => isHome(guild, client) };
  const { rest } = client;
  const deliveries = startDeliveries({ rest, database, libraries, log, listErasures, ...own });
  const { deliver, refreshed } = deliveries;
  const flag = (guilds: readonly string[]): void => deliveries.sourcesChanged(guilds);
  const { forget = async () => undefined } = parts;
  const following = await followSources({ database, libraries, log, settings, client, flag, forget });
  const sources = openOwnSources({ settings, libraries, changed: following.changed });
  permissionEvents(client, deliveries);
  const cards = openCards();
  const exports = openTurns(exporting);
  const { readerFailed = () => false } = parts;
  const missing = openMissing({
    database,
    failed: (err) => log.error({ id: newErrorId(), err }, 'what was asked in vain could not be kept'),
  });
  const made = { sources, cards, exports, missing, pace: openPace({ database }), texts: openCheckedTexts() };
  const note = (deed: Deed): void => log.info(deed, 'a server was set up otherwise');
  const ratings = openRatings(database);
  const mentions = hearsMentions(settings);
  const shown = { ratings, mentions, refreshed };
  // A file is one process's alone.
  const claim = engine === 'postgresql' ? { claim: openClaims(database, log) } : {};
  const given = { ...made, ...shown, ...claim, libraries, database, deliver, readerFailed, note };
  const { vitals } = parts;
  const watch = toldTo(log, slowOf(settings), vitals?.watch);
  const dispatch = createDispatch(commands, given, log, watch);
  const hearing = openHearing({ client, dispatch, app: given, log, watch });
  // As Discord sends them: what a reply answers stands in the message itself, and discord.js would have to ask for it.
  if (mentions)
    client.ws.on(GatewayDispatchEvents.MessageCreate, (message: unknown) => hearing.take(message));
  vitals?.has({ client, busy: dispatch.busy });
  client.on(Events.InteractionCreate, dispatch.take);
  const told = new AbortController();
  tellTroubles(client, log, told.signal);

  const end = Promise.withResolvers<void>();
  client.on(Events.ShardDisconnect, (event, shard) => {
    log.error({ shard, code: event.code }, 'Discord closed the connection for good');
    end.reject(closedForGood(event));
  });
  // Whoever awaits `ended` meets the rejection; until then it must not end the process by itself.
  end.promise.catch(() => undefined);

  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    told.abort();
    vitals?.has({ stopping: true });
    if (parts.hasSuccessor) dispatch.close();
    const begun = { dispatch, hearing, deliveries, following, sources, cards, exports, missing };
    stopped ??= finish(client, begun, log, parts.stopWithinMs ?? longestStopMs).then(end.resolve, end.reject);
    return stopped;
  };
  if (parts.stopping?.aborted) void stop();
  else parts.stopping?.addEventListener('abort', () => void stop(), { once: true });

  await logIn(client, parts, told.signal, end.promise);
  if (!told.signal.aborted) {
    const registered = isFirstHome(client) && registerQuietly(client, parts, told.signal);
    await Promise.race([registered, end.promise]);
  }
  if (!told.signal.aborted) {
    log.info({ bot: client.user?.id, servers: client.guilds.cache.size }, 'ready');
    vitals?.has({ ready: true });
    deliveries.begin();
    following.begin();
  }
  return { ended: end.promise, stop };
}

/** After any of these the bot may be allowed what it was refused before. All come with the intent for servers. */
function permissionEvents(client: Client, { permissionsChanged }: Deliveries): void {
  client.on(Events.ChannelUpdate, (_, channel) => {
    if (channel.isDMBased()) return;
    const { me } = channel.guild.members;
    const isShut = me && !channel.permissionsFor(me).has(PermissionFlagsBits.SendMessages);
    if (!isShut) permissionsChanged(channel.guildId);
  });
  client.on(Events.ChannelCreate, ({ guildId }) => permissionsChanged(guildId));
  client.on(Events.ThreadUpdate, (_, { guildId }) => permissionsChanged(guildId));
  client.on(Events.GuildRoleUpdate, (_, { guild }) => permissionsChanged(guild.id));
  client.on(Events.GuildRoleDelete, ({ guild }) => permissionsChanged(guild.id));
  client.on(Events.GuildMemberUpdate, (_, { guild }) => permissionsChanged(guild.id));
}

/** What happens to the connection; once the bot was told to stop, a drop is its own good-bye. */
function tellTroubles(client: Client, log: Log, told: AbortSignal): void {
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

/** Resolves when the bot is ready or was told to stop; throws where Discord refuses or is not there. */
async function logIn(
  client: Client,
  { token, settings }: BotParts,
  told: AbortSignal,
  ended: Promise<void>,
): Promise<void> {
  if (told.aborted) return;
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  try {
    // A close for good may come while discord.js waits for a connection that will never be.
    await Promise.race([client.login(token), ended]);
    await Promise.race([ready, ended]);
  } catch (error) {
    // A stop takes the connection from under the login, which then fails.
    if (told.aborted) return;
    await client.destroy();
    throw discordRefused(error, settings);
  }
}

/** Discord's reasons for closes from which discord.js does not return; 4004: the token is no longer good. */
const closeReasons: Readonly<Record<number, MessageKey>> = {
  4010: 'discord.close.invalidShard',
  4011: 'discord.close.shardingRequired',
  4012: 'discord.close.invalidVersion',
  4013: 'discord.close.invalidIntents',
  4014: 'discord.close.disallowedIntents',
};

function closedForGood({ code }: CloseEvent): UserError {
  if (code === 4004) return new UserError({ key: 'discord.badToken' });
  const reason = { key: closeReasons[code] ?? 'discord.close.unknown' };
  return new UserError({ key: 'discord.closed', values: { code, reason } });
}

/** Commands that are registered already answer, whether or not the list could be compared. */
async function registerQuietly(client: Client, parts: BotParts, stopping: AbortSignal): Promise<void> {
  const { settings, commands, log } = parts;
  const server = settings.DISCORD_GUILD_ID;
  const application = settings.DISCORD_APPLICATION_ID ?? client.application?.id ?? client.user?.id ?? '';
  const registration: Registration = { rest: client.rest, application, server, stopping };
  try {
    const changed = await register(commands, registration);
    log.info({ changed, commands: toRegister(commands).length, server }, 'commands are registered');
    for (const scope of await alsoRegistered(commands, registration, [...client.guilds.cache.keys()])) {
      const { key, values } = twiceMessage(scope, server);
      log.warn({ problem: inEnglish(key, values) }, 'commands show twice');
    }
  } catch (error) {
    if (!stopping.aborted) log.error(refusalOf(error, settings), 'commands could not be registered');
  }
}

/** What an operator can mend is one line; anything else is logged in full. */
function refusalOf(error: unknown, settings: Settings): object {
  const refused = discordRefused(error, settings);
  const id = newErrorId();
  return refused instanceof UserError
    ? { id, problem: inEnglish(refused.told.key, refused.told.values) }
    : { id, err: error };
}

interface Begun {
  readonly dispatch: Dispatch;
  readonly hearing: Hearing;
  readonly deliveries: Deliveries;
  readonly following: Following;
  readonly sources: OwnSources;
  readonly cards: Cards;
  readonly exports: Turns;
  readonly missing: Missing;
}

async function finish(
  client: Client,
  { dispatch, hearing, deliveries, following, sources, cards, exports, missing }: Begun,
  log: Log,
  withinMs: number,
): Promise<void> {
  log.info('stopping: finishing what was begun');
  const ended = Promise.all([deliveries.end(), following.end()]);
  await within(
    withinMs,
    Promise.all([dispatch.finished(), hearing.finished()]).then(() => Promise.all([ended, missing.close()])),
    undefined,
  );
  // What it would be answered from is closed next.
  dispatch.close();
  sources.close();
  exports.close();
  const left = dispatch.unfinished() + hearing.unfinished();
  if (left > 0) log.warn({ left }, 'stopped before everything that was begun was finished');
  await cards.close();
  if (client.ws.status !== Status.Disconnected) await within(longestLogoutMs, client.destroy(), undefined);
  log.info('stopped');
}
