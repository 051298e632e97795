// Each fault that Discord or the network has: what the bot adds where discord.js does not recover by itself.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Response } from '../../src/discord/command.ts';
import { startDiscord } from '../double/double.ts';
import { folderWith } from '../temporary.ts';
import { startBotOn, startProcess, startScene } from './bot.ts';
import { commandThat, done } from './connection/small-bot.ts';

const callback = { path: /\/callback/ };
const question = { question: 'Can borders be changed by force?' };

async function answers(scene: Awaited<ReturnType<typeof startScene>>): Promise<void> {
  const seen = await scene.alice.runs('/ask', question, { timeoutMs: 9000 });
  expect(seen.text).toContain('International borders must not be changed by force.');
  expect(scene.discord.violations).toEqual([]);
}

describe('the answer arrives all the same', () => {
  test('after a 429 with Retry-After', async () => {
    const scene = await startScene();
    const fault = scene.discord.fails({ ...callback, with: { status: 429, retryAfter: 0.3 } });
    await answers(scene);
    expect(fault.hits).toBe(1);
  });

  test('after some 5xx, by backing off where discord.js has given up', async () => {
    const scene = await startScene();
    // discord.js tries four times within milliseconds; the fifth and later attempts are the bot's own.
    const fault = scene.discord.fails({ ...callback, times: 6, with: { status: 503 } });
    await answers(scene);
    expect(fault.hits).toBe(6);
  });

  test.each(['drop-before', 'drop-after'] as const)(
    'when the connection closes in a callback: %s',
    async (fault) => {
      const scene = await startScene();
      scene.discord.fails({ ...callback, with: fault });
      await answers(scene);
    },
  );

  test.each(['hang', 'hang-after'] as const)('when a callback hangs, within the 3 s: %s', async (fault) => {
    const scene = await startScene();
    scene.discord.fails({ ...callback, with: fault });
    await answers(scene);
  });

  test('after a 5xx that took effect, without a second answer', async () => {
    const scene = await startScene();
    scene.discord.fails({ ...callback, with: { status: 502, taken: true } });
    await answers(scene);
    expect(scene.alice.sees()).toHaveLength(1);
    expect(scene.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

test('where nothing gets through, the log says so with an id, and the bot goes on', async () => {
  const scene = await startScene();
  const fault = scene.discord.fails({ ...callback, times: 1000, with: { status: 503 } });
  await scene.alice.runs('/ask', question, { until: 'sent' });
  await expect
    .poll(() => scene.log.some(({ message }) => message.includes('could not be delivered')), {
      timeout: 9000,
    })
    .toBe(true);
  for (const { level, values } of scene.log)
    if (level === 'error') expect(values['id']).toMatch(/^[0-9a-f]{8}$/);
  fault.ends();
  await answers(scene);
});

describe('a second process with the same token', () => {
  test('is suspected, in the log, where the first attempt is turned down as answered already', async () => {
    const scene = await startScene();
    const other = await startBotOn(scene.discord);
    await answers(scene);
    const another = 'answered already: another process may be running with the same token';
    const suspicions = () => [...scene.log, ...other.log].filter(({ message }) => message === another);
    await expect.poll(() => suspicions().length).toBe(1);
    expect(suspicions()[0]).toMatchObject({ level: 'warn', values: { interaction: expect.any(String) } });
  });

  test('is not, where an attempt of our own was taken unseen', async () => {
    for (const fault of ['drop-after', 'hang-after'] as const) {
      const scene = await startScene();
      scene.discord.fails({ ...callback, with: fault });
      await answers(scene);
      expect(scene.log.filter(({ message }) => message.includes('another process'))).toEqual([]);
    }
  });

  test.each([500, 502, 503])(
    'nor where it was taken and answered with %i, which discord.js sends again by itself',
    async (status) => {
      const scene = await startScene();
      scene.discord.fails({ ...callback, with: { status, taken: true } });
      await answers(scene);
      expect(scene.log.filter(({ message }) => message.includes('another process'))).toEqual([]);
    },
  );
});

describe('a command that takes long or fails', () => {
  async function commandsWith(source: string): Promise<string> {
    const folder = await folderWith({});
    const head = "export default { data: { name: 'slow', description: 'A test' }, ";
    await writeFile(join(folder, 'slow.ts'), `${head}${source} };`);
    return folder;
  }
  const reply = (content: string): string => `({ components: [{ type: 10, content: '${content}' }] })`;

  /** A scene in which `/slow` ends as the test says, and when it says so. */
  async function sceneWithSlow() {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    // It may fail before it is run.
    promise.catch(() => undefined);
    const scene = await startScene({ parts: { commands: commandThat(() => promise, 'slow') } });
    return { ...scene, ends: () => resolve(done), fails: reject };
  }

  test('is deferred in time and answered when it is done', async () => {
    const { discord, alice, ends } = await sceneWithSlow();
    // Discord's double refuses what comes after 3 s.
    const deferred = await alice.runs('/slow', {}, { until: 'answered' });
    expect(deferred.loading).toBe(true);
    ends();
    expect((await deferred.final()).text).toBe('done');
    expect(deferred.private).toBe(true);
    expect(discord.violations).toEqual([]);
  });

  test('is deferred, and the deferral survives a drop', async () => {
    const { discord, alice, ends } = await sceneWithSlow();
    discord.fails({ ...callback, with: 'drop-after' });
    discord.fails({ path: /@original/, times: 5, with: { status: 500 } });
    const deferred = await alice.runs('/slow', {}, { until: 'answered' });
    ends();
    expect((await deferred.final(9000)).text).toBe('done');
  });

  test('and whose last edit never gets through, is logged with an id, and the bot goes on', async () => {
    const { discord, alice, log, ends } = await sceneWithSlow();
    const fault = discord.fails({ path: /@original/, times: 1000, with: { status: 503 } });
    const seen = await alice.runs('/slow', {}, { until: 'answered' });
    ends();
    await expect
      .poll(() => log.map(({ message }) => message), { timeout: 12_000 })
      .toContain('a reply could not be delivered');
    const errors = log.filter(({ level }) => level === 'error');
    for (const { values } of errors) expect(values['id']).toMatch(/^[0-9a-f]{8}$/);
    expect(seen.loading).toBe(true);
    fault.ends();
    expect((await alice.runs('/slow')).text).toBe('done');
  }, 30_000);

  test.each([
    ['at once', 'sent'],
    ['after the deferral', 'answered'],
  ] as const)('gets one plain line with the id that stands in the log: %s', async (_, until) => {
    const { discord, alice, log, fails } = await sceneWithSlow();
    const seen = await alice.runs('/slow', {}, { until });
    expect(seen.answered).toBe(until === 'answered');
    fails(new Error('secret words'));
    await seen.final();
    expect(seen.text).toMatch(/^Something went wrong here, and it is not your fault\. .*: [0-9a-f]{8}$/);
    expect(seen.text).not.toContain('secret');
    const id = seen.text.slice(-8);
    expect(log.find(({ values }) => values['id'] === id)?.values['err']).toMatchObject({
      message: 'secret words',
    });
    expect(discord.violations).toEqual([]);
  });

  test('offers no choices where making them fails, and answers', async () => {
    const option = "options: [{ type: 3, name: 'x', description: 'x', autocomplete: true }]";
    const source = `execute: () => ${reply('fine')}, autocomplete: () => { throw new Error('no'); }`;
    const folder = await commandsWith(source);
    const file = join(folder, 'slow.ts');
    await writeFile(
      file,
      `export default { data: { name: 'slow', description: 'A test', ${option} }, ${source} };`,
    );
    const { alice, log } = await startScene({ commands: folder });
    expect(await alice.types('/slow', { x: 'a' }, 'x')).toEqual([]);
    expect((await alice.runs('/slow', { x: 'a' })).text).toBe('fine');
    expect(log.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('does not keep a stop from finishing what was begun', async () => {
    const { discord, bot, alice, ends } = await sceneWithSlow();
    const seen = await alice.runs('/slow', {}, { until: 'answered' });
    const order: string[] = [];
    const gone = discord.happens('disconnect').then(() => order.push('good-bye'));
    const stopped = bot.stop();
    // A stop that waited for nothing would say good-bye before Discord has heard of this one.
    expect((await alice.runs('/slow', {}, { until: 'answered' })).loading).toBe(true);
    order.push('ends');
    ends();
    await Promise.all([stopped, gone]);
    expect(order).toEqual(['ends', 'good-bye']);
    expect(seen.text).toBe('done');
  });
});

test('a button of an earlier version gets a plain line', async () => {
  const { discord, alice } = await startScene();
  const seen = await alice.runs('/help');
  const message = {
    ...seen.message,
    components: [{ type: 1, components: [{ type: 2, style: 2, custom_id: 'old:x:1', label: 'Old' }] }],
  };
  const channel = alice.channel;
  channel.put(message);
  const pressed = await alice.presses(seen, 'Old');
  expect(pressed.text).toContain('This is from an earlier version');
  expect(discord.violations).toEqual([]);
});

describe('the gateway', () => {
  const faults: [string, (scene: Awaited<ReturnType<typeof startScene>>) => void, 'resume' | 'identify'][] = [
    ['a TCP drop', ({ discord }) => discord.gateway.drops(), 'resume'],
    ['op 7', ({ discord }) => discord.gateway.asksReconnect(), 'resume'],
    ['close 4000', ({ discord }) => discord.gateway.closes(4000), 'resume'],
    ['close 4009', ({ discord }) => discord.gateway.closes(4009), 'resume'],
    ['op 9 false', ({ discord }) => discord.gateway.invalidatesSession(), 'identify'],
  ];
  test.each(faults)(
    '%s: the bot comes back and answers',
    async (_, befalls, by) => {
      const scene = await startScene();
      const back = scene.discord.happens(by, undefined, 12_000);
      befalls(scene);
      await back;
      await answers(scene);
    },
    30_000,
  );

  test('a TCP drop: what was asked meanwhile is answered after the RESUME', async () => {
    const scene = await startScene();
    scene.discord.gateway.drops();
    await answers(scene);
  });

  test('a RESUME that is refused: a new session', async () => {
    const scene = await startScene();
    scene.discord.gateway.refusesResume();
    const back = scene.discord.happens('identify', undefined, 12_000);
    scene.discord.gateway.drops();
    await back;
    await answers(scene);
  }, 30_000);

  test('no heartbeat ACK: the bot leaves the dead connection and comes back', async () => {
    const scene = await startScene({ heartbeatInterval: 400 });
    const back = scene.discord.happens('resume', undefined, 12_000);
    scene.discord.gateway.stopsAcking();
    await expect.poll(() => scene.discord.counts.disconnect, { timeout: 9000 }).toBeGreaterThan(0);
    scene.discord.gateway.acksAgain();
    await back;
    await answers(scene);
  }, 30_000);

  test('down for a while: the bot comes back when it is up', async () => {
    const scene = await startScene();
    const turnedAway = scene.discord.happens('turned-away', undefined, 20_000);
    const back = scene.discord.happens('identify', undefined, 20_000);
    scene.discord.gateway.goesDown();
    await turnedAway;
    scene.discord.gateway.comesUp();
    await back;
    await answers(scene);
  }, 40_000);
});

test('a malformed or unknown event is logged with an id, and the process goes on', async () => {
  const discord = await startDiscord();
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('general'));
  const bot = startProcess('main', { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase });
  await bot.says('"msg":"ready"');
  discord.gateway.sends('NO_SUCH_EVENT', { x: 1 });
  discord.gateway.sends('INTERACTION_CREATE', { type: 2, data: null });
  discord.gateway.sends('GUILD_CREATE', null);
  await bot.says('something failed outside of any interaction');
  const seen = await alice.runs('/ask', question);
  expect(seen.text).toContain('International borders');
  expect(bot.output.out).toMatch(/"id":"[0-9a-f]{8}","err"/);
  bot.kill('SIGINT');
  expect(await bot.ended).toBe(0);
  await discord.close();
});
