// The connection to Discord: no privileged intents, nobody pinged, time-outs that leave room for a second try.
import { Client, GatewayIntentBits, Options, REST } from 'discord.js';
import { hearsMentions, type Settings } from '../../config.ts';
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

export function createClient(settings: Settings): Client {
  const client = new Client({
    intents: intentsOf(settings),
    allowedMentions: { parse: [] },
    rest: restOptions(settings),
    // Interactions bring all that is needed; nothing of members or messages is kept.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
  rememberRepeats(client);
  return client;
}

/** Requests without a connection, for registering commands. */
export function createRest(settings: Settings, token: string): REST {
  return new REST(restOptions(settings)).setToken(token);
}
