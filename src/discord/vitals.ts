// Whether the bot lives, for those who look after it: what is known of its parts, as they come, becomes checks and figures.
import { type Client, Status } from 'discord.js';
import { healthOf, type Settings } from '../config.ts';
import { type Check, openChecks } from '../health/checks.ts';
import { type Figures, openFigures } from '../health/figures.ts';
import { openHealthServer } from '../health/server.ts';
import { type Log, newErrorId } from '../log.ts';
import type { Message } from '../messages/messages.ts';
import { countDue } from '../questions/deliver.ts';
import { troubleOf } from '../store/failures.ts';
import type { Store } from '../store/store.ts';
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

/** Listens where the settings say so. Throws `ProblemsError` where the port cannot be had. */
export async function openVitals(settings: Settings, log: Log): Promise<Vitals | undefined> {
  const place = healthOf(settings);
  if (!place) return undefined;
  const figures = openFigures();
  let parts: Partial<Parts> = {};
  const health = openChecks([
    { check: () => gatewayOf(parts), silent: { key: 'health.gateway.none' } },
    { check: () => storeOf(parts, figures), silent: { key: 'health.store.silent' } },
  ]);
  const readiness = openChecks(
    readinessOf(() => parts).map((check) => ({ check, silent: { key: 'health.gateway.never' } })),
  );
  const troubled = (err: unknown): void =>
    log.error({ id: newErrorId(), err }, 'health or figures could not be told');
  const server = await openHealthServer(place, { health, readiness, figures, troubled });
  log.info({ host: place.host, port: server.port }, 'health and figures can be asked for');
  return {
    has: (more) => {
      parts = { ...parts, ...more };
      figures.look(looksOf(parts));
    },
    watch: figures.interaction,
    figures,
    close: () => server.close(),
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

/** So many shards are named; the others are counted. */
const mostNamed = 20;

function gatewayOf({ client, stopping }: Partial<Parts>): Message | undefined {
  if (stopping) return { key: 'health.gateway.stopping' };
  const shards = client ? shardsOf(client) : [];
  if (shards.length === 0) return { key: 'health.gateway.none' };
  const down = shards.filter(({ up }) => !up).map(({ shard }) => shard);
  if (down.length === 0) return undefined;
  const named = `${down.slice(0, mostNamed).join(', ')}${down.length > mostNamed ? ', …' : ''}`;
  return { key: 'health.gateway.lost', values: { count: down.length, total: shards.length, shards: named } };
}

/** A connection that cannot be had is no query, so the figures hear of it here. */
async function storeOf({ store }: Partial<Parts>, figures: Figures): Promise<Message | undefined> {
  if (!store) return { key: 'health.store.none' };
  const begun = performance.now();
  const health = await store.health();
  figures.query({ kind: 'probe', ms: performance.now() - begun, failed: !health.ok });
  if (health.ok) return undefined;
  const { kind, code } = troubleOf(health.error);
  if (kind === 'full') return { key: 'health.store.full' };
  if (kind === 'lost') return { key: 'health.store.lost' };
  if (kind === 'read-only') return { key: 'health.store.readOnly' };
  return { key: 'health.store.failed', values: { code } };
}

/** It may be given work: all was read, and it was ready once. A connection that is lost for a moment comes back, and is no reason to stop. */
function readinessOf(parts: () => Partial<Parts>): Check[] {
  return [
    () => (parts().stopping ? { key: 'health.gateway.stopping' } : undefined),
    () => (parts().ready ? undefined : { key: 'health.gateway.never' }),
    () => (parts().read ? undefined : { key: 'health.corpus.unread' }),
    () => (parts().commands ? undefined : { key: 'health.commands.none' }),
  ];
}
