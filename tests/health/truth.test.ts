// The health address tells the truth: the real bot beside the double, with a real SQLite and a real PostgreSQL, in their faults.
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Process, startProcess } from '../discord/bot.ts';
import { type Discord, type DiscordOptions, startDiscord } from '../double/double.ts';
import { smallDisk } from '../small-disk.ts';
import { makeDatabase, startPostgres } from '../store/postgres.ts';
import { wayToPostgres } from '../store/silent.ts';
import { folderWith } from '../temporary.ts';

const patience = { timeout: 30_000, interval: 50 };

interface Watched {
  readonly discord: Discord;
  readonly bot: Process;
  /** Status and text. */
  ask(path: string): Promise<readonly [number, string]>;
  /** Resolves when `/healthz` says so: its lines, or none where all is well. */
  tells(...lines: (string | RegExp)[]): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function watched(
  environment: Record<string, string> = {},
  options: DiscordOptions = {},
): Promise<Watched> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  const port = String(await freePort());
  const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase, HEALTH_PORT: port };
  const bot = startProcess('main', { ...settings, ...environment });
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return [response.status, await response.text()] as const;
  };
  const tells = async (...lines: (string | RegExp)[]): Promise<void> => {
    const look = () => ask('/healthz').catch(() => [0, ''] as const);
    if (lines.length === 0) return expect.poll(look, patience).toEqual([200, 'ok\n']);
    await expect.poll(async () => (await look())[0], patience).toBe(503);
    for (const line of lines) await expect.poll(async () => (await look())[1], patience).toMatch(line);
  };
  return { discord, bot, ask, tells };
}

async function ready(
  environment: Record<string, string> = {},
  options: DiscordOptions = {},
): Promise<Watched> {
  const all = await watched(environment, options);
  await all.bot.says('"msg":"ready"');
  await expect.poll(() => all.ask('/readyz'), patience).toEqual([200, 'ok\n']);
  await all.tells();
  return all;
}

test('before it is ready it says so, afterwards that all is well', { timeout: 60_000 }, async () => {
  const discord = await watched({}, {});
  discord.discord.gateway.goesDown();
  await discord.tells('gateway: ');
  const [status, text] = await discord.ask('/readyz');
  expect([status, text]).toEqual([503, expect.stringContaining('gateway: the bot was not ready yet')]);
  discord.discord.gateway.comesUp();
  await discord.tells();
  await expect.poll(() => discord.ask('/readyz'), patience).toEqual([200, 'ok\n']);
});

test('a gateway that is lost is told, and that it came back; it stays ready for work', {
  timeout: 60_000,
}, async () => {
  const { discord, ask, tells } = await ready();
  discord.gateway.goesDown();
  await tells(/^gateway: the shard 0 of 1 is not connected; .*\n$/u);
  expect(await ask('/readyz')).toEqual([200, 'ok\n']);
  expect((await ask('/metrics'))[1]).toContain('communique_gateway_up{shard="0"} 0');
  discord.gateway.comesUp();
  await tells();
  expect((await ask('/metrics'))[1]).toContain('communique_gateway_up{shard="0"} 1');
});

test('a store whose file is deleted is told, and that it was put back', { timeout: 60_000 }, async () => {
  const folder = await folderWith({});
  const file = join(folder, 'store.sqlite');
  const { tells } = await ready({ STORE: file });
  await rename(file, `${file}.away`);
  await tells(/^store: its file was deleted or replaced while the bot runs; .*\n$/u);
  await rename(`${file}.away`, file);
  await tells();
  // Another file in its place is no store of this bot, however alike.
  await copyFile(file, `${file}.copy`);
  await rename(`${file}.copy`, file);
  await tells(/^store: its file was deleted or replaced/u);
});

test('a PostgreSQL that is stopped is told, also by the figures', { timeout: 90_000 }, async () => {
  const server = await startPostgres();
  const url = await makeDatabase(server.url, 'health');
  const { ask, tells } = await ready({ DATABASE_URL: url });
  const [, figures] = await ask('/metrics');
  expect(figures).toMatch(/^communique_store_bytes \d+$/mu);
  expect(figures).toMatch(/^communique_store_query_seconds_count\{kind="write"\} \d+$/mu);
  await server.stop();
  await tells(/^store: nothing can be saved \(\w+\); look at the database and the disk\n$/u);
  expect((await ask('/metrics'))[1]).toMatch(/^communique_store_failures_total\{kind="probe"\} [1-9]/mu);
});

test('a PostgreSQL that falls silent is told, though it refuses nothing', {
  timeout: 90_000,
}, async () => {
  const way = await wayToPostgres();
  const { tells } = await ready({ DATABASE_URL: way.url });
  way.fallSilent();
  await tells('store: it does not answer; look at the database and the disk\n');
});

test('a full disk is told, and that there is room again', { timeout: 60_000 }, async (context) => {
  const folder = await smallDisk(context, 16);
  const cache = join(await folderWith({}), 'reading.sqlite');
  const { bot, ask, tells } = await ready({ STORE: join(folder, 'store.sqlite'), READER_CACHE: cache });
  expect((await ask('/metrics'))[1]).toMatch(/^communique_store_free_bytes [1-9]\d*$/mu);
  fill(join(folder, 'filler'));
  await tells('store: the disk is full and nothing of any length can be saved; make room\n');
  await rm(join(folder, 'filler'));
  await tells();
  bot.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
});

/** To the last byte, whatever the bot writes beside it meanwhile. */
function fill(file: string): void {
  const block = Buffer.alloc(4_096);
  for (let n = 0; ; n += 1) {
    try {
      writeFileSync(file, block, { flag: 'a' });
    } catch {
      if (statfsSync(join(file, '..')).bavail === 0) return;
      if (n > 10_000) {
        rmSync(file, { force: true });
        throw new Error('the disk does not fill');
      }
    }
  }
}

test('a port that is in use ends the start with one line', { timeout: 60_000 }, async () => {
  const { bot } = await ready();
  const [, port] = /"port":(\d+)/u.exec(bot.output.out) ?? [];
  const other = startProcess('main', { DISCORD_TOKEN: 'any', HEALTH_PORT: String(port) });
  expect(await other.ended).toBe(2);
  expect(other.output.err).toBe(
    `HEALTH_PORT: the port ${port} of 127.0.0.1 is in use; end the program that has it, or give another number\n`,
  );
});

test('off unless a port is set', { timeout: 60_000 }, async () => {
  const { bot } = await watchedWithout();
  await bot.says('"msg":"ready"');
  expect(bot.output.out).not.toContain('health and figures');
});

async function watchedWithout() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  return { bot: startProcess('main', { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase }) };
}

test('the figures count what members did, and hold no word, name or id of theirs', {
  timeout: 60_000,
}, async () => {
  const { discord, ask } = await ready();
  const server = discord.server({ name: 'Secretserver' });
  const channel = server.channel('general');
  const alice = server.member({ name: 'alicesecret' });
  await alice.in(channel).runs('/ask', { question: 'Can borders be changed by force?' });
  await alice.in(channel).runs('/ask', { question: 'Who won the zebra tournament?' });
  await alice.in(channel).runs('/cite', { citation: 'zebrasecret ¶99' });
  await alice.in(channel).types('/quote', { words: 'iron' }, 'words');
  const figures = async () => (await ask('/metrics'))[1];
  await expect
    .poll(figures, patience)
    .toContain('communique_interactions_total{command="ask",kind="command",outcome="answered"} 1');
  await expect.poll(figures, patience).toContain('{command="ask",kind="command",outcome="silent"} 1');
  await expect.poll(figures, patience).toContain('{command="cite",kind="command",outcome="refused"} 1');
  await expect.poll(figures, patience).toContain('{command="quote",kind="choices",outcome="answered"} 1');
  const text = await figures();
  for (const secret of ['zebra', 'Secretserver', 'alicesecret', server.id, channel.id, alice.id, 'general'])
    expect(text).not.toContain(secret);
  expect(text).toContain('communique_servers 1');
  expect(text).toMatch(/^communique_documents \d+$/mu);
});
