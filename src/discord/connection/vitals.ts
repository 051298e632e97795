// Whether the bot lives, for those who look after it: what is known of its parts, as they come, becomes checks and figures.
import { type Client, Status } from 'discord.js';
import { healthOf, type Settings } from '../../config.ts';
import { openChecks } from '../../health/checks.ts';
import { type Figures, openFigures } from '../../health/figures.ts';
import { healthChecks, readinessChecks, type Standing } from '../../health/lines.ts';
import { openHealthServer } from '../../health/server.ts';
import { type Log, newErrorId } from '../../log.ts';
import { countDue } from '../../questions/deliver.ts';
import { type Trouble, troubleOf } from '../../store/engines/failures.ts';
import type { Store } from '../../store/store.ts';
import type { Parent } from '../shards/parent.ts';
import type { Dispatch } from './dispatch.ts';
import type { Watch } from './met.ts';

/** The parts of a bot that lives, as far as they are there. */
interface Parts {
  readonly client: Client;
  readonly busy: Dispatch['busy'];
  readonly store: Store;
  /** The documents that all servers have are read. */
  readonly read: true;
  readonly documents: () => number;
  /** Calls that wait for the library's thread, and questions for the model. */
  readonly library: () => number;
  readonly reader: () => number;
  readonly commands: true;
  /** It was ready once. */
  readonly ready: true;
  readonly stopping: true;
}

export interface Vitals {
  /** A part came, or was replaced. */
  has(parts: Partial<Parts>): void;
  readonly watch: Watch;
  readonly figures: Pick<Figures, 'query' | 'notRead'>;
  close(): Promise<void>;
}

/**
 * Listens where the settings say so, or tells the process that looks after this one and listens for all. Throws `ProblemsError` where the
 * port cannot be had.
 */
export async function openVitals(
  settings: Settings,
  log: Log,
  parent?: Pick<Parent, 'tells'>,
): Promise<Vitals | undefined> {
  const place = healthOf(settings);
  if (!place) return undefined;
  const troubled = (err: unknown): void =>
    log.error({ id: newErrorId(), err }, 'health or figures could not be told');
  const figures = openFigures(troubled);
  let parts: Partial<Parts> = {};
  const standing = (): Standing => standingOf(parts);
  const health = openChecks(healthChecks(standing, () => parts.store && saved(parts.store, figures)));
  const readiness = openChecks(readinessChecks(standing));
  const facts = { health: health.failing, readiness: readiness.failing, figures: figures.values };
  if (parent) parent.tells(facts);
  const server = parent ? undefined : await openHealthServer(place, { health, readiness, figures, troubled });
  if (server) log.info({ host: place.host, port: server.port }, 'health and figures can be asked for');
  return {
    has: (more) => {
      parts = { ...parts, ...more };
      figures.look(looksOf(parts));
    },
    watch: figures.interaction,
    figures,
    close: async () => server?.close(),
  };
}

type Looks = Parameters<Figures['look']>[0];

function looksOf({ client, busy, store, documents, library, reader }: Partial<Parts>): Looks {
  return {
    ...(busy && { busy }),
    ...(documents && { documents }),
    ...(library && { library }),
    ...(reader && { reader }),
    ...(client && { servers: () => client.guilds.cache.size, shards: () => shardsOf(client) }),
    ...(store && { room: () => store.room(), deliveries: () => countDue(store.database) }),
  };
}

function shardsOf({ ws }: Client): { shard: number; up: boolean; pingMs: number }[] {
  return [...ws.shards.values()].map(({ id, status, ping }) => ({
    ...{ shard: id, up: status === Status.Ready, pingMs: ping },
  }));
}

function standingOf({ client, read, commands, ready, stopping }: Partial<Parts>): Standing {
  return {
    ...(client && { shards: shardsOf(client), total: client.options.shardCount ?? 1 }),
    ...{
      read: read ?? false,
      commands: commands ?? false,
      ready: ready ?? false,
      stopping: stopping ?? false,
    },
  };
}

/** A connection that cannot be had is no query, so the figures hear of it here. */
async function saved(store: Store, figures: Figures): Promise<Trouble | undefined> {
  const begun = performance.now();
  const health = await store.health();
  figures.query({ kind: 'probe', ms: performance.now() - begun, failed: !health.ok });
  if (!health.ok) return troubleOf(health.error);
  // A server does not tell of its disk.
  const room = store.engine === 'sqlite' ? await store.room().catch(() => undefined) : undefined;
  return room?.free !== undefined && room.free < leastFree ? { kind: 'full', code: 'ENOSPC' } : undefined;
}

/**
 * The longest document that a server may keep takes as much; where a number alone still fits, the disk is full all the same. That
 * there is little room is no alarm yet: `doctor` and `store check` tell of it.
 */
const leastFree = 2 * 1024 ** 2;
