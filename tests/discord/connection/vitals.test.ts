// Whether a bot lives, as those hear it who look after it: what is told of each part as it comes, and what its figures are.
import { join } from 'node:path';
import { type Client, Status } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { openVitals, type Vitals } from '../../../src/discord/connection/vitals.ts';
import type { Parent } from '../../../src/discord/shards/parent.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { stopClock } from '../../stopped-clock.ts';
import { folderWith } from '../../temporary.ts';
import { keptLog } from '../bot.ts';
import { settingsWith } from './host.ts';

type Facts = Parameters<Parent['tells']>[0];
type Parts = Parameters<Vitals['has']>[0];

/** As the process hears it that looks after this one: it asks without an address. */
async function world() {
  const { log, entries } = keptLog();
  let facts: Facts | undefined;
  const parent = {
    tells: (given: Facts) => {
      facts = given;
    },
  };
  const vitals = await openVitals(settingsWith({ HEALTH_PORT: 0 }), log, parent);
  if (!vitals || !facts) throw new Error('there are no vitals');
  const { health, readiness, figures } = facts;
  return {
    ...{ vitals, entries },
    health: async () => (await health()).map(({ key, values }) => [key, values]),
    readiness: async () => (await readiness()).map(({ key }) => key),
    /** The values of a figure, with what stands beside them. */
    figure: async (wanted: string) =>
      (await figures())
        .find(({ name }) => name === wanted)
        ?.values.map(({ value, labels }) => [value, { ...labels }]),
  };
}

const shard = (id: number, status: Status, ping = 40) => ({ id, status, ping });

/** A client with these shards, of as many as are told. */
function clientWith(shards: ReturnType<typeof shard>[], shardCount?: number, servers = 0): Client {
  return {
    ws: { shards: new Map(shards.map((one) => [one.id, one])) },
    options: { shardCount },
    guilds: { cache: { size: servers } },
  } as unknown as Client;
}

const up = clientWith([shard(0, Status.Ready)]);

/** A store that is asked only how it is. */
function storeThat(more: Partial<Store>): Store {
  return {
    engine: 'sqlite',
    health: async () => ({ ok: true, engine: 'sqlite', ms: 1 }),
    room: async () => ({ used: 1, free: 2 ** 30 }),
    ...more,
  } as Store;
}

test('without a port nobody listens', async () => {
  const { log, entries } = keptLog();
  expect(await openVitals(settingsWith({}), log)).toBeUndefined();
  expect(entries).toEqual([]);
});

test('with one it can be asked at the address, which is told, until it is closed', async () => {
  const { log, entries } = keptLog();
  const vitals = await openVitals(settingsWith({ HEALTH_PORT: 0 }), log);
  const port = entries[0]?.values['port'];
  expect(entries).toEqual([
    { level: 'info', message: 'health and figures can be asked for', values: { host: '127.0.0.1', port } },
  ]);
  vitals?.figures.notRead('late');
  vitals?.has({ stopping: true });
  const ask = async (path: string): Promise<string> =>
    (await fetch(`http://127.0.0.1:${port}/${path}`)).text();
  const stopping = 'gateway: the bot was told to stop\n';
  expect(await ask('healthz')).toBe(`${stopping}store: it is not open yet\n`);
  expect(await ask('readyz')).toContain(`${stopping}gateway: the bot was not ready yet\n`);
  expect(await ask('metrics')).toContain('communique_not_read_total{reason="late"} 1');
  await vitals?.close();
  await expect(ask('healthz')).rejects.toThrow();
});

test('where another process listens for all, none does here, and it is told what this one knows', async () => {
  const { vitals, entries, readiness } = await world();
  expect(entries).toEqual([]);
  expect(await readiness()).toEqual(['health.gateway.never', 'health.corpus.unread', 'health.commands.none']);
  await vitals.close();
});

test.each<[string, Parts, string[]]>([
  ['nothing is there', {}, ['health.gateway.never', 'health.corpus.unread', 'health.commands.none']],
  ['it was ready once', { ready: true }, ['health.corpus.unread', 'health.commands.none']],
  ['the sources are read', { read: true }, ['health.gateway.never', 'health.commands.none']],
  ['the commands are there', { commands: true }, ['health.gateway.never', 'health.corpus.unread']],
  ['all is there', { ready: true, read: true, commands: true }, []],
  [
    'it is told to stop',
    { ready: true, read: true, commands: true, stopping: true },
    ['health.gateway.stopping'],
  ],
])('for work, where %s', async (_, parts, failing) => {
  const { vitals, readiness } = await world();
  // Each part may come by itself, and takes none away.
  for (const [name, part] of Object.entries(parts)) vitals.has({ [name]: part } as Parts);
  expect(await readiness()).toEqual(failing);
});

const none = ['health.store.none', undefined];
const lost = (count: number, total: number, shards: string) => [
  'health.gateway.lost',
  { count, total, shards },
];

test.each<[string, Parts, unknown[]]>([
  ['nothing is there', {}, [['health.gateway.none', undefined], none]],
  ['no shard is begun', { client: clientWith([]) }, [['health.gateway.none', undefined], none]],
  ['it is connected', { client: up }, [none]],
  ['it is told to stop', { client: up, stopping: true }, [['health.gateway.stopping', undefined], none]],
  [
    'its only shard is away',
    { client: clientWith([shard(0, Status.Reconnecting)]) },
    [lost(1, 1, '0'), none],
  ],
  [
    'two of three shards are away, of eight in all',
    { client: clientWith([shard(1, Status.Idle), shard(2, Status.Ready), shard(3, Status.Resuming)], 8) },
    [lost(2, 8, '1, 3'), none],
  ],
])('of health, where %s', async (_, parts, failing) => {
  const { vitals, health } = await world();
  vitals.has(parts);
  expect(await health()).toEqual(failing);
});

const mebibyte = 2 ** 20;
const failed = (error: unknown) => async () => ({ ok: false, engine: 'sqlite', error }) as const;
const troubled = (code: string) => Object.assign(new Error('disk'), { code });

test.each<[string, Partial<Store>, string[]]>([
  ['takes what is saved', {}, []],
  ['has 2 MiB left', { room: async () => ({ used: 1, free: 2 * mebibyte }) }, []],
  ['has less', { room: async () => ({ used: 1, free: 2 * mebibyte - 1 }) }, ['health.store.full']],
  ['has none', { room: async () => ({ used: 1, free: 0 }) }, ['health.store.full']],
  ['does not tell its room', { room: async () => ({ used: 1 }) }, []],
  ['cannot tell its room', { room: () => Promise.reject(new Error('no room')) }, []],
  ['takes nothing', { health: failed(troubled('ENOSPC')) }, ['health.store.full']],
  ['fails otherwise', { health: failed(troubled('EIO')) }, ['health.store.failed']],
])('of health, where the store %s', async (_, store, failing) => {
  const { vitals, health } = await world();
  vitals.has({ client: up, store: storeThat(store) });
  expect((await health()).map(([key]) => key)).toEqual(failing);
});

test('a server of a database has its own disk, which is not looked at', async () => {
  const { vitals, health } = await world();
  let looks = 0;
  const room = async () => {
    looks += 1;
    return { used: 1, free: 0 };
  };
  vitals.has({ client: up, store: storeThat({ engine: 'postgresql', room }) });
  expect([await health(), looks]).toEqual([[], 0]);
});

test('each look at the store is a query of the figures: how long it took, and whether it failed', async () => {
  const clock = stopClock();
  const { vitals, health, figure } = await world();
  const slow = async () => {
    await clock.passes(250);
    return { ok: true, engine: 'sqlite', ms: 0 } as const;
  };
  await clock.passes(7_000);
  vitals.has({ client: up, store: storeThat({ health: slow }) });
  await health();
  expect(await figure('communique_store_query_seconds')).toContainEqual([0.25, { kind: 'probe' }]);
  expect(await figure('communique_store_failures_total')).toEqual([]);
});

test('a look that fails is counted', async () => {
  const { vitals, health, figure } = await world();
  vitals.has({ client: up, store: storeThat({ health: failed(troubled('EIO')) }) });
  await health();
  expect(await figure('communique_store_failures_total')).toEqual([[1, { kind: 'probe' }]]);
});

test('figures that nobody can tell yet have no value', async () => {
  const { figure } = await world();
  const names =
    'interactions_running interactions_waiting library_waiting reader_waiting servers documents deliveries_due';
  for (const name of names.split(' ')) expect(await figure(`communique_${name}`)).toEqual([]);
  for (const name of ['store_bytes', 'store_free_bytes', 'gateway_up', 'gateway_ping_seconds'])
    expect(await figure(`communique_${name}`)).toEqual([]);
});

test('each figure is of its part, as that is when somebody asks', async () => {
  const { vitals, figure } = await world();
  const store = await openStore({ file: join(await folderWith({}), 'store.sqlite'), url: undefined });
  onTestFinished(() => store.close());
  let documents = 3;
  vitals.has({ busy: () => ({ running: 1, waiting: 2 }), documents: () => documents });
  vitals.has({ library: () => 4, reader: () => 5, store });
  const shards = [shard(6, Status.Ready, 1_500), shard(7, Status.Disconnected, -1)];
  vitals.has({ client: clientWith(shards, 8, 9) });
  const values = async (name: string) => (await figure(`communique_${name}`))?.map(([value]) => value);
  expect(await values('interactions_running')).toEqual([1]);
  expect(await values('interactions_waiting')).toEqual([2]);
  expect(await values('documents')).toEqual([3]);
  documents = 30;
  expect(await values('documents')).toEqual([30]);
  expect(await values('library_waiting')).toEqual([4]);
  expect(await values('reader_waiting')).toEqual([5]);
  expect(await values('servers')).toEqual([9]);
  expect(await values('deliveries_due')).toEqual([0]);
  expect(await values('store_bytes')).toEqual([(await store.room()).used]);
  expect(await values('store_free_bytes')).toEqual([expect.any(Number)]);
  expect(await figure('communique_gateway_up')).toEqual([
    [1, { shard: 6 }],
    [0, { shard: 7 }],
  ]);
  expect(await figure('communique_gateway_ping_seconds')).toEqual([[1.5, { shard: 6 }]]);
});

test('what cannot be looked at is told in the log, and has no value', async () => {
  const { vitals, figure, entries } = await world();
  const away = () => {
    throw new Error('away');
  };
  vitals.has({ documents: away });
  expect(await figure('communique_documents')).toEqual([]);
  expect(entries).toMatchObject([
    {
      level: 'error',
      message: 'health or figures could not be told',
      values: { id: expect.any(String), err: { message: 'the figure communique_documents cannot be told' } },
    },
  ]);
});

test('interactions are counted as they are met', async () => {
  const { vitals, figure } = await world();
  vitals.watch({ command: 'ask', kind: 'command', outcome: 'answered', ms: 5 });
  expect(await figure('communique_interactions_total')).toEqual([
    [1, { command: 'ask', kind: 'command', outcome: 'answered' }],
  ]);
});
