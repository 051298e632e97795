// A stop at any moment: begun work is finished, an interrupted start ends well, and nothing is waited for too long.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../double/double.ts';
import { wayToPostgres } from '../store/silent.ts';
import { folderWith } from '../temporary.ts';
import { type Process, startProcess, startScene } from './bot.ts';

const question = { question: 'Can borders be changed by force?' };

async function startWorld() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('general'));
  const environment = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase };
  return { discord, alice, environment };
}

async function expectEndsWell(bot: Process): Promise<void> {
  expect(await bot.ended).toBe(0);
  expect(bot.output.err).toBe('');
  expect(bot.output.out).toContain('"msg":"stopping: finishing what was begun"');
  expect(bot.output.out).toContain('"msg":"stopped"');
  expect(bot.output.out).not.toContain('"level":50');
}

/** The command `/slow` of a folder of its own. */
async function slowCommand(work: string): Promise<string> {
  const folder = await folderWith({});
  const source = `export default { data: { name: 'slow', description: 'A test' }, execute: async () => { ${work} } };`;
  await writeFile(join(folder, 'slow.ts'), source);
  return folder;
}

const done = "return { components: [{ type: 10, content: 'done' }] };";

describe('a signal', () => {
  test('while commands are registered: what was begun is answered, the start goes no further', async () => {
    const { discord, alice, environment } = await startWorld();
    expect(await startProcess('deploy', environment).ended).toBe(0);
    const registering = discord.happens('request', ({ path }) => /\/commands$/.test(path ?? ''), 9000);
    discord.fails({ method: 'GET', path: /\/commands$/, with: { delayMs: 1700 } });
    const bot = startProcess('main', environment);
    await registering;
    discord.fails({ path: /\/callback/, with: { delayMs: 600 } });
    const begun = discord.happens('request', ({ path }) => /\/callback$/.test(path ?? ''));
    const seen = await alice.runs('/ask', question, { until: 'sent' });
    await begun;
    bot.kill('SIGTERM');
    await expectEndsWell(bot);
    expect(seen.text).toContain('International borders');
    expect(bot.output.out).not.toContain('"msg":"ready"');
    expect(discord.violations).toEqual([]);
  });

  test('while the login hangs', async () => {
    const { discord, environment } = await startWorld();
    discord.fails({ path: '/gateway/bot', times: 100, with: 'hang' });
    const asked = discord.happens('request', undefined, 9000);
    const bot = startProcess('main', environment);
    await asked;
    bot.kill('SIGINT');
    // Who waited for the login would never end.
    await expectEndsWell(bot);
  });

  test('while the database is silent', { timeout: 60_000 }, async () => {
    const { discord, environment } = await startWorld();
    const way = await wayToPostgres();
    const bot = startProcess('main', { ...environment, DATABASE_URL: way.url });
    await bot.says('"msg":"ready"');
    way.fallSilent();
    // One that looks for what is due every second waits already.
    const looking = Promise.withResolvers<void>();
    way.swallowed = looking.resolve;
    await looking.promise;
    bot.kill('SIGTERM');
    await expectEndsWell(bot);
    expect(bot.output.out).toContain('"msg":"stopped before what is stored was closed"');
    expect(discord.violations).toEqual([]);
  });

  test('the second ends it at once, whatever is begun', async () => {
    const { discord, alice, environment } = await startWorld();
    const bot = startProcess('main', environment);
    await bot.says('"msg":"ready"');
    discord.fails({ path: /\/callback/, times: 100, with: 'hang' });
    const begun = discord.happens('request', ({ path }) => /\/callback$/.test(path ?? ''));
    await alice.runs('/ask', question, { until: 'sent' });
    await begun;
    bot.kill('SIGTERM');
    await bot.says('stopping: finishing what was begun');
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(1);
    expect(bot.output.out).not.toContain('"msg":"stopped"');
  });
});

describe('a stop', () => {
  test('waits for a command that never ends no longer than its limit, and says so', async () => {
    const commands = await slowCommand('await new Promise(() => {});');
    const { bot, alice, log } = await startScene({ commands, stopWithinMs: 300 });
    await alice.runs('/slow', {}, { until: 'answered' });
    // Timers of one process come in the order of their times, however busy it is; the command itself never ends.
    let passed = 0;
    setTimeout(() => (passed = 290), 290);
    await bot.stop();
    expect(passed).toBe(290);
    await bot.ended;
    expect(log).toContainEqual({
      level: 'warn',
      values: { left: 1 },
      message: 'stopped before everything that was begun was finished',
    });
  });

  test('lets a command fail after it, and tells whoever waits', async () => {
    const wait = 'await new Promise((r) => setTimeout(r, 1000));';
    const commands = await slowCommand(`${wait} throw new Error('too late');`);
    const { discord, bot, alice, log } = await startScene({ commands });
    const seen = await alice.runs('/slow', {}, { until: 'answered' });
    await bot.stop();
    await bot.ended;
    expect(seen.text).toMatch(/^Something went wrong here, .*: [0-9a-f]{8}$/);
    const failed = log.findIndex(({ values }) => values['id'] === seen.text.slice(-8));
    expect(log[failed]?.message).toBe('an interaction failed');
    expect(failed).toBeGreaterThan(log.findIndex(({ message }) => message.startsWith('stopping')));
    expect(discord.violations).toEqual([]);
  });

  test('leaves what comes then to the process that takes its place, where there is one', async () => {
    const commands = await slowCommand(`await new Promise((r) => setTimeout(r, 1000)); ${done}`);
    const { discord, bot, alice } = await startScene({ commands, hasSuccessor: true });
    const begun = await alice.runs('/slow', {}, { until: 'answered' });
    const stopped = bot.stop();
    await alice.runs('/slow', {}, { until: 'sent' });
    await stopped;
    expect(begun.text).not.toBe('');
    expect(discord.counts.callback).toBe(1);
  });

  test('is no drop of the connection', async () => {
    const { bot, log } = await startScene({ commands: await slowCommand(done) });
    await bot.stop();
    await bot.ended;
    expect(log.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  test('that is asked for twice is one', async () => {
    const { bot, log } = await startScene({ commands: await slowCommand(done) });
    await Promise.all([bot.stop(), bot.stop()]);
    expect(log.filter(({ message }) => message === 'stopped')).toHaveLength(1);
  });
});
