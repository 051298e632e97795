// A stop at any moment: begun work is finished, an interrupted start ends well, and nothing is waited for too long.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Response } from '../../src/discord/command.ts';
import { startDiscord } from '../double/double.ts';
import { stopClock, until } from '../stopped-clock.ts';
import { wayToPostgres } from '../store/silent.ts';
import { heardAll, type Process, startProcess, startScene } from './bot.ts';
import { commandThat, done } from './connection/small-bot.ts';

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

/** A bot of which alice has begun a `/slow` that ends when a test says so, and is deferred already. */
async function sceneWithSlow(options: Parameters<typeof startScene>[0] = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const scene = await startScene({ ...options, parts: { commands: commandThat(() => promise, 'slow') } });
  const begun = await scene.alice.runs('/slow', {}, { until: 'answered' });
  const says = (words: string) => scene.log.findIndex(({ message }) => message.startsWith(words));
  return { ...scene, begun, says, ends: () => resolve(done), fails: reject };
}

describe('a signal', () => {
  test('while commands are registered: what was begun is answered, the start goes no further', async () => {
    const { discord, alice, environment } = await startWorld();
    expect(await startProcess('deploy', environment).ended).toBe(0);
    const registering = discord.happens('request', ({ path }) => /\/commands$/.test(path ?? ''), 9000);
    const { promise: stopping, resolve: stops } = Promise.withResolvers<void>();
    discord.fails({ method: 'GET', path: /\/commands$/, times: 100, with: { until: stopping } });
    const bot = startProcess('main', environment);
    await registering;
    discord.fails({ path: /\/callback/, times: 100, with: { until: stopping } });
    const begun = discord.happens('request', ({ path }) => /\/callback$/.test(path ?? ''));
    const seen = await alice.runs('/ask', question, { until: 'sent' });
    await begun;
    bot.kill('SIGTERM');
    await bot.says('stopping: finishing what was begun');
    expect(seen.answered).toBe(false);
    stops();
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
    const { bot, log, says } = await sceneWithSlow({ stopWithinMs: 300 });
    const message = 'stopped before everything that was begun was finished';
    const clock = stopClock();
    const stopped = bot.stop();
    await until(() => says('stopping') >= 0);
    await clock.passes(299);
    expect(says(message)).toBe(-1);
    await clock.passes(1);
    expect(log.at(-1)).toEqual({ level: 'warn', values: { left: 1 }, message });
    await Promise.all([stopped, bot.ended]);
  });

  test('lets a command fail after it, and tells whoever waits', async () => {
    const { discord, bot, log, begun, says, fails } = await sceneWithSlow();
    const stopped = bot.stop();
    expect(says('stopping')).toBe(log.length - 1);
    fails(new Error('too late'));
    await Promise.all([stopped, bot.ended]);
    expect(begun.text).toMatch(/^Something went wrong here, .*: [0-9a-f]{8}$/);
    const failed = log.findIndex(({ values }) => values['id'] === begun.text.slice(-8));
    expect(log[failed]?.message).toBe('an interaction failed');
    expect(failed).toBeLessThan(says('stopped'));
    expect(discord.violations).toEqual([]);
  });

  test('leaves what comes then to the process that takes its place, where there is one', async () => {
    const { discord, bot, alice, begun, ends } = await sceneWithSlow({ hasSuccessor: true });
    const stopped = bot.stop();
    const later = await alice.runs('/slow', {}, { until: 'sent' });
    await heardAll(discord);
    ends();
    await stopped;
    expect([begun.text, later.answered]).toEqual(['done', false]);
    expect(discord.counts.callback).toBe(1);
  });

  test('is no drop of the connection', async () => {
    const { bot, log } = await startScene();
    await bot.stop();
    await bot.ended;
    expect(log.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  test('that is asked for twice is one', async () => {
    const { bot, log } = await startScene();
    await Promise.all([bot.stop(), bot.stop()]);
    expect(log.filter(({ message }) => message === 'stopped')).toHaveLength(1);
  });
});
