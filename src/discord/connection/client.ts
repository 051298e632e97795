// The connection to Discord: no privileged intents, nobody pinged, time-outs that leave room for a second try.
import {
  Client,
  type ClientOptions,
  GatewayIntentBits,
  type InternalRequest,
  Options,
  REST,
  type WebSocketOptions,
} from 'discord.js';
import { hearsMentions, hideEmptyShards, type Settings, shardsOf } from '../../config.ts';
import { rememberRepeats } from './repeats.ts';

/**
 * How long one request may hang, in milliseconds. discord.js then tries again; an interaction lives 3 s, so the second
 * try still arrives (the library's own 15 s would not).
 */
const requestTimeoutMs = 1800;

function restOptions(settings: Settings): { api: string; timeout: number } {
  return { api: settings.DISCORD_API_URL, timeout: requestTimeoutMs };
}

/**
 * None of these is privileged. Guilds tells which servers the bot is in. Messages are heard only where the operator wants mentions to be
 * answered; without the intent for content Discord leaves out the words of all but those that mention the bot.
 */
function intentsOf(settings: Settings): GatewayIntentBits[] {
  return hearsMentions(settings)
    ? [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]
    : [GatewayIntentBits.Guilds];
}

/** What Discord lets a bot ask for in a second, in all its processes together; answers to interactions are not counted. */
const requestsPerSecond = 50;

/** Each process is connected for its shards, and may ask for as much as falls to them. */
function shardOptions(settings: Settings): Pick<ClientOptions, 'shards' | 'shardCount'> & { share: number } {
  const { count, ids } = shardsOf(settings);
  if (count === 'recommended') return { shards: 'auto', share: requestsPerSecond };
  const shards = ids ?? Array.from({ length: count }, (_, id) => id);
  const share = Math.max(1, Math.floor((requestsPerSecond * shards.length) / count));
  return { shards: [...shards], shardCount: count, share };
}

/** `identifying`: how a shard waits until it may log in; where it is left out, each process counts for itself. */
export function createClient(
  settings: Settings,
  identifying?: NonNullable<WebSocketOptions['buildIdentifyThrottler']>,
): Client {
  hideEmptyShards();
  const { share, ...shards } = shardOptions(settings);
  const client = new Client({
    ...shards,
    ...(identifying && { ws: { buildIdentifyThrottler: identifying } }),
    intents: intentsOf(settings),
    allowedMentions: { parse: [] },
    rest: { ...restOptions(settings), globalRequestsPerSecond: share },
    // Interactions bring all that is needed; nothing of members or messages is kept.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
  rememberRepeats(client);
  setApart(client, settings);
  return client;
}

/**
 * What follows the first answer to an interaction (edits, further messages) is not counted among the requests of a second; discord.js
 * exempts the first answer alone, and holds the others back for each other: beyond 50 deferrals a second nobody would be answered in
 * time. So it goes out by a REST client of its own, which keeps to all limits that Discord tells of.
 */
function setApart(client: Client, settings: Settings): void {
  const apart = new REST({ ...restOptions(settings), globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  const { rest } = client;
  const counted = rest.request.bind(rest);
  rest.request = (request) => (followsInteraction(request) ? apart.request(request) : counted(request));
}

/** Webhooks of a channel, which are counted, bear a token as well; the bot uses none. */
function followsInteraction({ fullRoute, auth }: InternalRequest): boolean {
  return auth === false && fullRoute.startsWith('/webhooks/');
}

/** Requests without a connection, for registering commands. */
export function createRest(settings: Settings, token: string): REST {
  return new REST(restOptions(settings)).setToken(token);
}
