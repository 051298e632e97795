// The bot from start to stop: log in, register, answer, and finish what was begun when told to stop.
import { Events, GatewayDispatchEvents } from 'discord.js';
import { openCards } from '../../cards/cards.ts';
import { hearsMentions, isSharded, type Settings, slowOf } from '../../config.ts';
import type { ListKeeper } from '../../keeping/lists.ts';
import type { Libraries } from '../../libraries.ts';
import { type Log, newErrorId } from '../../log.ts';
import type { Store } from '../../store/store.ts';
import type { Commands, Deed } from '../command.ts';
import { startDeliveries } from '../desk/deliveries.ts';
import { openHearing } from '../mention/hearing.ts';
import { openMissing } from '../offering/missing.ts';
import { openRatings } from '../ratings.ts';
import { openClaims } from '../shards/claims.ts';
import { homeOf, isFirstHome, isHome } from '../shards/home.ts';
import { identifyByTurns } from '../shards/identifying.ts';
import { followSources } from '../source/following.ts';
import { openOwnSources } from '../source/own-sources.ts';
import { openCheckedTexts } from '../texts/kept.ts';
import { createClient } from './client.ts';
import { createDispatch } from './dispatch.ts';
import { toldTo } from './met.ts';
import { openPace } from './pace.ts';
import { finish } from './running/finishing.ts';
import { logIn } from './running/logging-in.ts';
import { permissionEvents } from './running/permissions.ts';
import { registerQuietly } from './running/registering.ts';
import { closedForGood, tellTroubles } from './running/troubles.ts';
import { exporting } from './turn-rules.ts';
import { openTurns } from './turns.ts';
import type { Vitals } from './vitals.ts';

/**
 * An interaction that was deferred may take long; a stop waits no longer than this. Docker kills 10 s after its
 * signal: 2 s are left for logging out.
 */
const longestStopMs = 8_000;
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
