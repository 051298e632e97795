// What `npm start` does with SHARDS: how many processes it starts for which shards, what it tells of them, and how it ends. The processes
// are real and small.
import { expect, onTestFinished, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Settings } from '../../../src/config.ts';
import { runShards } from '../../../src/discord/shards/run.ts';
import { type DiscordOptions, startDiscord } from '../../double/double.ts';
import { stopClock } from '../../stopped-clock.ts';
import { newHost, settingsWith } from '../connection/host.ts';
import { type How, smallShard, smallShards } from './small.ts';

/** Several processes need it; these small ones never look. */
const DATABASE_URL = 'postgres://nowhere/none';

async function world(settings: Partial<Settings>, how: How = {}, options: DiscordOptions = {}) {
  const discord = await startDiscord({ shards: 4, ...options });
  onTestFinished(() => discord.close());
  const { next } = await smallShards(how);
  const host = newHost();
  const all = settingsWith({
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase, DATABASE_URL },
    ...settings,
  });
  const ended = runShards(all, host.host, smallShard);
  // Whatever is still there is killed.
  onTestFinished(() => {
    for (const signal of ['SIGTERM', 'SIGTERM']) host.gives(signal);
  });
  return { ...host, discord, ended, next };
}

const ready = 'all processes are ready';
const two = { SHARDS: 'auto', SHARD_PROCESSES: 2 } as const;

test('it runs as many shards as Discord recommends, and a signal has all processes finish', async () => {
  const { says, gives, lines, entries, ended, exits } = await world(two);
  await says(ready);
  gives('SIGTERM');
  expect(await ended).toBe(0);
  const { version } = packageJson;
  const values = { version, node: process.version, count: 4, processes: ['0-1', '2-3'] };
  expect(entries[0]).toEqual({ level: 'info', message: 'shards are started', values });
  expect(lines('a process is started').map(({ values: told }) => told['process'])).toEqual(['0-1', '2-3']);
  expect(entries.slice(-2)).toEqual([
    { level: 'info', message: 'stopping: the processes finish what was begun', values: {} },
    { level: 'info', message: 'all processes have stopped', values: {} },
  ]);
  expect(entries.filter(({ level }) => level !== 'info')).toEqual([]);
  expect(exits).toEqual([]);
});

test.each<[Partial<Settings>, number, string[]]>([
  [{ SHARDS: 3, SHARD_PROCESSES: 2 }, 3, ['0', '1-2']],
  [{ SHARDS: 8, SHARD_LIST: [2, 3, 5, 6], SHARD_PROCESSES: 2 }, 8, ['2-3', '5-6']],
])(
  '%j: of %i shards those that are to run here, without asking Discord',
  async (settings, count, processes) => {
    const { says, gives, lines, entries, ended, discord } = await world(settings);
    await says(ready);
    gives('SIGINT');
    expect(await ended).toBe(0);
    expect(entries[0]?.values).toMatchObject({ count, processes });
    expect(lines('a process is started').map(({ values }) => values['process'])).toEqual(processes);
    expect(discord.counts.request).toBe(0);
  },
);

test.each<[string, Partial<Settings>]>([
  ['no shards are asked for', {}],
  ['Discord recommends one', { SHARDS: 'auto', SHARD_PROCESSES: 4 }],
  ['one process is asked for', { SHARDS: 4, SHARD_PROCESSES: 1 }],
])('where %s one process is enough, and nothing is started or told', async (_, settings) => {
  const { ended, entries } = await world(settings, {}, { shards: 1 });
  expect(await ended).toBeUndefined();
  expect(entries).toEqual([]);
});

test('what was asked for otherwise than it can be done is told', async () => {
  const { says, gives, lines, ended } = await world({ SHARDS: 2, SHARD_COUNT: 4, SHARD_PROCESSES: 2 });
  await says(ready);
  gives('SIGTERM');
  await ended;
  const told = 'the shards run otherwise than they were asked to';
  expect(lines(told)).toEqual([
    { level: 'warn', message: told, values: { problem: expect.stringMatching(/^SHARDS: /u) } },
  ]);
});

test('where Discord does not take the token, that is the answer, and nothing is started', async () => {
  const { ended, entries } = await world({ ...two, DISCORD_TOKEN: 'wrong' });
  await expect(ended).rejects.toMatchObject({ told: { key: 'discord.badToken' } });
  expect(entries).toEqual([]);
});

test.each([
  ['dies 3', 3],
  ['dies 0', 1],
] as const)('a first process that %s at its start ends all with status %i', async (how, status) => {
  const { ended, lines } = await world(two, { '0,1': how });
  expect(await ended).toBe(status);
  expect(lines('a process is started')).toHaveLength(1);
});

test('where one fails, those that were ready finish', async () => {
  const { ended, lines } = await world({ ...two, SHARD_PROCESSES: 3 }, { '2,3': 'dies 7' });
  expect(await ended).toBe(7);
  expect(lines('a process is started')).toHaveLength(3);
});

test('a second signal kills them and ends this one, whatever they do', async () => {
  const { says, gives, ended, lines, exits } = await world(two, { '0,1': 'deaf', '2,3': 'deaf' });
  await says(ready);
  gives('SIGINT');
  expect(exits).toEqual([]);
  gives('SIGTERM');
  expect(exits).toEqual([1]);
  expect(await ended).toBe(0);
  expect(lines('stopping: the processes finish what was begun')).toHaveLength(1);
});

test('SIGUSR2 has all of them replaced', async () => {
  const { says, gives, ended, lines } = await world(two);
  await says(ready);
  gives('SIGUSR2');
  await says('all processes are replaced');
  gives('SIGTERM');
  await ended;
  expect(lines('a process is started')).toHaveLength(4);
});

test('those that say nothing any more for a minute are ended, and others take their places', async () => {
  const clock = stopClock();
  const { says, gives, ended, next, lines } = await world(two, { '0,1': 'mute', '2,3': 'mute' });
  await says(ready);
  await next({});
  // They are asked every 20 s, and given 2.5 s for their answer.
  await clock.passes(62_500);
  const hangs = 'a process hangs, and is ended';
  expect(lines(hangs).map(({ values }) => values['process'])).toEqual(['0-1', '2-3']);
  await says('a process ended; another takes its place', 2);
  await clock.passes(500);
  await says('a process is started', 4);
  gives('SIGTERM');
  expect(await ended).toBe(0);
});

test('a process that asks for a model is told where there is none', async () => {
  const { says, gives, ended } = await world(two, { '0,1': 'asks' });
  await says(ready);
  gives('SIGTERM');
  expect(await ended).toBe(0);
});

test('health, readiness and figures of all processes have one address, as long as they run', async () => {
  const { says, gives, ended } = await world({ ...two, HEALTH_PORT: 0 });
  const { level, values } = await says('health and figures can be asked for');
  expect([level, values]).toEqual(['info', { host: '127.0.0.1', port: expect.any(Number) }]);
  await says(ready);
  const ask = async (path: string): Promise<string> =>
    (await fetch(`http://127.0.0.1:${values['port']}/${path}`)).text();
  expect(await ask('healthz')).toBe('ok\n');
  expect(await ask('readyz')).toBe('documents: they are still read\n');
  expect(await ask('metrics')).toContain('process_cpu_seconds_total');
  gives('SIGTERM');
  await ended;
  await expect(ask('healthz')).rejects.toThrow();
});
