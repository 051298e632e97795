// Several processes of one bot as an operator runs them: on a real PostgreSQL, each connected for its shards to the double.
import { expect, inject, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { type Discord, type Place, startDiscord } from '../../double/double.ts';
import { added, moderator } from '../../sources/world.ts';
import { dropDatabase, makeDatabase } from '../../store/postgres.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { type Process, startProcess } from '../bot.ts';

const patienceMs = 30_000;
/** Seven processes are started: on a machine that is busy otherwise that takes a while. */
const longMs = 120_000;

async function newDatabase(name: string): Promise<string> {
  const url = await makeDatabase(inject('postgres'), name);
  onTestFinished(() => dropDatabase(inject('postgres'), name));
  return url;
}

/** A short document is read in no time. */
async function environmentFor(discord: Discord): Promise<Record<string, string>> {
  const CORPUS = await folderWith({ 'a.md': markdown('a', 'The market of Samplia opens on Monday.') });
  return { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase, CORPUS };
}

/** The shards that somebody is connected for, one for each connection. */
const connected = (discord: Discord): number[] =>
  discord.gateway.sessions.flatMap(({ shard, connected: open }) => (open ? [shard] : [])).sort();

/** The ids of the running processes of shards, as the log tells them. */
function pidsOf({ output }: Process, shards: string): number[] {
  const lines = output.out.split('\n').filter((line) => line.includes('"a process is started"'));
  return lines.map((line) => JSON.parse(line)).flatMap((line) => (line.process === shards ? [line.pid] : []));
}

const ask = (place: Place, question: string, shards?: readonly number[]) =>
  place.runs('/ask', { question }, shards && { shards });

test(
  'processes share shards, changes, interactions and one address; one that dies is replaced; all are, one after the other; all end',
  async () => {
    const discord = await startDiscord({ shards: 2, patienceMs });
    onTestFinished(() => discord.close());
    const url = await newDatabase('shards_live');
    const port = String(20_000 + (process.pid % 10_000));
    const environment = { ...(await environmentFor(discord)), DATABASE_URL: url };
    const servers = [0, 1].map((onShard) => discord.server({ onShard }));
    const [first, second] = servers.map((server) =>
      server.member({ name: 'alice' }).in(server.channel('general')),
    );
    const registered = discord.happens(
      'request',
      ({ method, path }) => method === 'PUT' && /commands$/u.test(path ?? ''),
      patienceMs,
    );
    const bot = startProcess('main', {
      ...environment,
      SHARDS: 'auto',
      SHARD_PROCESSES: '2',
      HEALTH_PORT: port,
    });
    await registered;
    await bot.says('all processes are ready');
    expect(discord.gateway.sessions.map(({ shard, count }) => [shard, count])).toEqual([
      [0, 2],
      [1, 2],
    ]);
    for (const place of [first, second])
      expect((await ask(place!, 'When does the market of Samplia open?')).text).toContain('a ¶1');

    // What somebody approves is asked for in both processes; only one of them is connected for the server.
    const store = await openStore({ file: '', url });
    onTestFinished(() => store.close());
    const guild = servers[0]!.id;
    await added(
      store.database,
      moderator(guild),
      'harbour',
      'The harbour of Samplia is open to ships again.',
    );
    for (const shard of [0, 1]) {
      const found = async () => (await ask(first!, 'Is the harbour of Samplia open?', [shard])).text;
      await expect.poll(found, { timeout: patienceMs, interval: 50 }).toContain('harbour ¶1');
    }

    // What reaches both is answered once.
    const { callback } = discord.counts;
    for (let n = 0; n < 5; n++)
      await ask(first!, `When does the market of Samplia open, in week ${n}?`, [0, 1]);
    expect(discord.counts.callback - callback).toBe(5);
    expect(discord.refusals).toEqual([]);

    const address = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok\n');
    const figures = await (await fetch(`${address}/metrics`)).text();
    expect(figures).toMatch(/^communique_servers 2$/mu);
    expect(figures).toMatch(/^communique_documents 1$/mu);
    expect(figures).toMatch(/^communique_gateway_up\{shard="1"\} 1$/mu);

    const [pid] = pidsOf(bot, '1');
    const back = discord.happens('identify', ({ shard }) => shard === 1, patienceMs);
    process.kill(pid!, 'SIGKILL');
    await back;
    expect((await ask(second!, 'When does the market of Samplia open?')).text).toContain('a ¶1');

    bot.kill('SIGUSR2');
    await bot.says('all processes are replaced');
    expect(connected(discord)).toEqual([0, 1]);
    expect(pidsOf(bot, '0')).toHaveLength(2);
    expect(pidsOf(bot, '1')).toHaveLength(3);
    expect((await ask(first!, 'When does the market of Samplia open?')).text).toContain('a ¶1');

    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(connected(discord)).toEqual([]);
    expect(bot.output.err).toBe('');
    expect([discord.violations, discord.refusals]).toEqual([[], []]);
  },
  longMs,
);

test('what is wrong for all is told once, and ends the start', async () => {
  const discord = await startDiscord({ shards: 2 });
  onTestFinished(() => discord.close());
  const environment = { ...(await environmentFor(discord)), DATABASE_URL: await newDatabase('shards_wrong') };
  const bot = startProcess('main', {
    ...environment,
    DISCORD_TOKEN: 'wrong',
    SHARDS: '2',
    SHARD_PROCESSES: '2',
  });
  expect(await bot.ended).toBe(1);
  expect(bot.output.err).toMatch(/^Discord does not accept DISCORD_TOKEN; .*\n$/u);
});

test('processes whose parent is gone end as well', async () => {
  const discord = await startDiscord({ shards: 2, patienceMs });
  onTestFinished(() => discord.close());
  const environment = await environmentFor(discord);
  const url = await newDatabase('shards_orphans');
  const bot = startProcess('main', { ...environment, DATABASE_URL: url, SHARDS: '2', SHARD_PROCESSES: '2' });
  await bot.says('all processes are ready');
  const gone = [0, 1].map((shard) =>
    discord.happens('disconnect', (each) => each.shard === shard, patienceMs),
  );
  bot.kill('SIGKILL');
  await Promise.all(gone);
  expect(connected(discord)).toEqual([]);
});

test('over SQLite all shards run in one process, which says so', async () => {
  const discord = await startDiscord({ shards: 2, patienceMs });
  onTestFinished(() => discord.close());
  const environment = await environmentFor(discord);
  const bot = startProcess('main', { ...environment, SHARDS: 'auto', SHARD_PROCESSES: '2' });
  await bot.says('"msg":"ready"');
  expect(connected(discord)).toEqual([0, 1]);
  expect(bot.output.out.match(/SHARDS: several processes need PostgreSQL/gu)).toHaveLength(1);
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
});
