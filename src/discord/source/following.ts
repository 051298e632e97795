// While the bot runs: it hears of changes that other processes make to servers' own documents, and starts and stops the
// clock after which the documents of a server that it has left are erased.
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events, ShardClientUtil } from 'discord.js';
import type { Settings } from '../../config.ts';
import type { Libraries } from '../../libraries.ts';
import { type Log, newErrorId } from '../../log.ts';
import { eraseGuild, guildsWithDesks } from '../../questions/retention.ts';
import { purgeDrafts } from '../../sources/drafts.ts';
import { type Changes, changesSince, watchSources } from '../../sources/feed.ts';
import { guildJoined, guildLeft, guildsKept, keepGuild, purgeLeft } from '../../sources/retention.ts';
import type { Database } from '../../store/tables.ts';

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
}

const hour = 3_600_000;

/** Has the libraries know of everything that is stored, and of every change from then on. */
export async function followSources(parts: FollowingParts): Promise<Following> {
  const { database, libraries, client, log } = parts;
  const ending = new AbortController();
  const take = (changes: Changes): void => {
    libraries.changed(changes);
    parts.flag(changes.guilds.map(({ guild }) => guild));
  };
  const before = await changesSince(database, 0);
  libraries.changed(before);
  const onError = (err: unknown): void =>
    log.error({ id: newErrorId(), err }, 'changes of the sources could not be asked for');
  const watching = watchSources(database, { from: before.revision, onChange: take, onError }, ending.signal);
  const clocks: Promise<void>[] = [];
  const clock = (work: () => Promise<unknown>): void => {
    if (!ending.signal.aborted) clocks.push(quietly(log, work));
  };
  client.on(Events.GuildDelete, ({ id }) => clock(() => startClock(database, id)));
  client.on(Events.GuildCreate, ({ id }) => clock(() => guildJoined(database, id)));
  return {
    changed: (guild, revision) => take({ revision, guilds: [{ guild, revision }] }),
    begin: () => {
      clock(() => compareKept(database, client));
      clock(() => cleaning(parts, ending.signal));
    },
    end: async () => {
      ending.abort();
      await Promise.all([watching, ...clocks]);
    },
  };
}

async function quietly(log: Log, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (err) {
    // At the next start the servers are compared again.
    log.error({ id: newErrorId(), err }, 'what is kept of servers could not be looked after');
  }
}

/** Of a server with a desk and no documents nothing is known to src/sources yet. */
async function startClock(database: Database, guild: string): Promise<void> {
  if ((await guildsWithDesks(database)).includes(guild)) await keepGuild(database, guild);
  await guildLeft(database, guild, Date.now());
}

/** A bot that was away missed who removed it and who invited it back. Each process looks after its own shards. */
async function compareKept(database: Database, client: Client): Promise<void> {
  const shards = client.ws.shards;
  const here = client.guilds.cache;
  const count = client.options.shardCount ?? Math.max(1, shards.size);
  const kept = new Map((await guildsKept(database)).map(({ guild, leftAt }) => [guild, leftAt]));
  for (const guild of new Set([...kept.keys(), ...(await guildsWithDesks(database))])) {
    if (!shards.has(ShardClientUtil.shardIdForGuildId(guild, count))) continue;
    // What changes nothing is not written: there may be thousands of servers.
    if (here.has(guild) && !(kept.has(guild) && kept.get(guild) === undefined))
      await guildJoined(database, guild);
    if (!here.has(guild) && kept.get(guild) === undefined) await startClock(database, guild);
  }
}

/** Once an hour, what is due is erased: previews that nobody approved, and what is kept of servers left long ago. */
async function cleaning({ database, log, settings }: FollowingParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await quietly(log, async () => {
      await purgeDrafts(database, Date.now());
      const purged = await purgeLeft(database, Date.now(), settings.SOURCES_RETENTION_DAYS, eraseGuild);
      for (const server of purged) log.info({ server }, 'what was kept of a server left long ago is erased');
    });
    await delay(hour, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
