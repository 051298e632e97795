// While the bot runs: it hears of changes that other processes make to servers' own documents, and starts and stops the
// clock after which the documents of a server that it has left are erased.
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import type { Settings } from '../../config.ts';
import { forgetOld } from '../../keeping/retention.ts';
import type { Libraries } from '../../libraries.ts';
import { type Log, newErrorId } from '../../log.ts';
import { eraseGuild, guildsWithSettings } from '../../questions/forgetting/retention.ts';
import { actionAt } from '../../sources/change.ts';
import { erasedKeysAfter } from '../../sources/erased-keys.ts';
import { type Changes, changesSince, watchSources } from '../../sources/feed.ts';
import { guildJoined, guildLeft, guildsKept, keepGuild, purgeLeft } from '../../sources/retention.ts';
import type { Database } from '../../store/tables.ts';
import { isHome } from '../shards/home.ts';

export interface Following {
  /** Has a change that this process made answer from now on. */
  readonly changed: (guild: string, revision: number) => void;
  /** The bot is connected: begins to look after the clocks of servers that it left. */
  begin(): void;
  /** Resolves when the store is not asked any more. */
  end(): Promise<void>;
}

export interface FollowingParts {
  readonly database: Database;
  readonly libraries: Libraries;
  readonly log: Log;
  readonly settings: Pick<Settings, 'SOURCES_RETENTION_DAYS'>;
  readonly client: Client;
  /** Has the published answers of servers looked through whose sources changed. */
  readonly flag: (guilds: readonly string[]) => void;
  /** Forgets what was made of passages elsewhere than in the store. */
  readonly forget: (keys: readonly string[]) => Promise<void>;
}

const hour = 3_600_000;

/** Has the libraries know of everything that is stored, and of every change from then on. */
export async function followSources(parts: FollowingParts): Promise<Following> {
  const { database, libraries, client, log } = parts;
  const ending = new AbortController();
  const forgetErased = forgetting(parts, ending.signal);
  const take = (changes: Changes): void => {
    libraries.changed(changes);
    parts.flag(changes.guilds.map(({ guild }) => guild));
    clock(forgetErased);
  };
  const clocks = new Set<Promise<void>>();
  const clock = (work: () => Promise<unknown>): void => {
    if (ending.signal.aborted) return;
    const one: Promise<void> = quietly(log, work).finally(() => clocks.delete(one));
    clocks.add(one);
  };
  // What this process did itself was taken at once, and the feed tells of it a moment later.
  const own = new Map<string, number>();
  const hear = (changes: Changes): void => {
    const guilds = changes.guilds.filter(({ guild, revision }) => {
      const taken = own.get(guild) ?? 0;
      if (revision >= taken) own.delete(guild);
      return revision > taken;
    });
    if (guilds.length > 0) take({ ...changes, guilds });
  };
  const before = await changesSince(database, 0);
  libraries.changed(before);
  const onError = (err: unknown): void =>
    log.error({ id: newErrorId(), err }, 'changes of the sources could not be asked for');
  const watching = watchSources(database, { from: before.revision, onChange: hear, onError }, ending.signal);
  client.on(Events.GuildDelete, ({ id }) => clock(() => startClock(database, id)));
  client.on(Events.GuildCreate, ({ id }) => clock(() => guildJoined(database, id)));
  return {
    changed: (guild, revision) => {
      void quietly(log, () => tellChange(parts, guild, revision));
      own.set(guild, Math.max(revision, own.get(guild) ?? 0));
      take({ revision, guilds: [{ guild, revision }] });
    },
    begin: () => {
      clock(async () => {
        // First: what was left long ago may have been joined again while nobody was there to hear of it.
        await quietly(log, () => compareKept(database, client));
        await cleaning(parts, forgetErased, ending.signal);
      });
    },
    end: async () => {
      ending.abort();
      await Promise.all([watching, ...clocks]);
    },
  };
}

/** What was done stands in the audit log; its words and names stay there. */
async function tellChange(
  { database, log }: FollowingParts,
  server: string,
  revision: number,
): Promise<void> {
  const action = await actionAt(database, server, revision);
  log.info({ server, revision, action }, 'the documents of a server have changed');
}

async function quietly(log: Log, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (err) {
    // At the next start the servers are compared again.
    log.error({ id: newErrorId(), err }, 'what is kept of servers could not be looked after');
  }
}

/** The others are forgotten all the same, and this one in an hour. */
function notForgotten(log: Log): (err: unknown, what: string) => void {
  return (err, what) =>
    log.error({ id: newErrorId(), err, what }, 'what is kept for a limited time could not be forgotten');
}

/** Between pages of erased passages there is time for everything else. */
const pauseMs = 20;

/**
 * Every process forgets what was erased like this: from the first page at its start, from where it was on hearing of a change, and
 * once an hour again, since the reader's file may have been busy. One page at a time, whoever asks.
 */
function forgetting({ database, forget }: FollowingParts, signal: AbortSignal): () => Promise<void> {
  let forgotten = 0;
  let before = Promise.resolve();
  const walk = async (): Promise<void> => {
    for (;;) {
      const page = signal.aborted ? undefined : await erasedKeysAfter(database, forgotten);
      if (!page) return;
      await forget(page.keys);
      forgotten = page.id;
      await delay(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  return () => {
    before = before.catch(() => undefined).then(walk);
    return before;
  };
}

/** Of a server with a desk and no documents nothing is known to src/sources yet. */
async function startClock(database: Database, guild: string): Promise<void> {
  if ((await guildsWithSettings(database)).includes(guild)) await keepGuild(database, guild);
  await guildLeft(database, guild, Date.now());
}

/** A bot that was away missed who removed it and who invited it back. */
async function compareKept(database: Database, client: Client): Promise<void> {
  const here = client.guilds.cache;
  const kept = new Map((await guildsKept(database)).map(({ guild, leftAt }) => [guild, leftAt]));
  for (const guild of new Set([...kept.keys(), ...(await guildsWithSettings(database))])) {
    if (!isHome(guild, client)) continue;
    // What changes nothing is not written: there may be thousands of servers.
    if (here.has(guild) && !(kept.has(guild) && kept.get(guild) === undefined))
      await guildJoined(database, guild);
    if (!here.has(guild) && kept.get(guild) === undefined) await startClock(database, guild);
  }
}

/** Once an hour, what is due is erased: all that is kept for a limited time, and what is kept of servers left long ago. */
async function cleaning(
  { database, log, settings, client }: FollowingParts,
  forgetErased: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    let isForgotten = false;
    await quietly(log, async () => {
      await forgetErased();
      isForgotten = true;
    });
    if (signal.aborted) return;
    // What this process could not have its reader forget it is told of again.
    const but = isForgotten ? {} : { but: 'erased-keys' as const };
    await forgetOld(database, Date.now(), { failed: notForgotten(log), ...but });
    await quietly(log, async () => {
      const only = (guild: string): boolean => isHome(guild, client) && !client.guilds.cache.has(guild);
      const purging = { also: eraseGuild, only };
      const purged = await purgeLeft(database, Date.now(), settings.SOURCES_RETENTION_DAYS, purging);
      for (const server of purged) log.info({ server }, 'what was kept of a server left long ago is erased');
    });
    await delay(hour, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
