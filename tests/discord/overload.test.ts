// Interactions that come too late or too many at once: nothing is done for those that nobody can be told of, and others
// do not wait for them.
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Place } from '../double/double.ts';
import { folderWith } from '../temporary.ts';
import { type Scene, startScene } from './bot.ts';
import { seenBy } from './reading.ts';

const minute = 60_000;

/** A bot with the command /work, which counts how often it was run; `execute` is what follows. */
async function sceneWith(
  execute: string,
  options: Parameters<typeof startScene>[0] = {},
  data = '',
): Promise<Scene> {
  const [render, errors] = ['discord/rendering/render', 'common/errors'].map((name) =>
    JSON.stringify(resolve(`src/${name}.ts`)),
  );
  const source = `
    import { setTimeout as later } from 'node:timers/promises';
    import { renderLine } from ${render};
    import { UserError } from ${errors};
    let count = 0;
    const waiting = [];
    export default { data: { type: 1, name: 'work', description: 'Works', ${data} }, execute: ${execute} };`;
  const commands = await folderWith({ 'work.ts': source });
  return startScene({ patienceMs: 20_000, commands, ...options });
}

const counting = `async () => renderLine('Number ' + (count += 1) + '.')`;
const work = async (place: Place): Promise<string> => seenBy((await place.runs('/work')).text);
const errors = ({ log }: Scene) => log.filter(({ level }) => level === 'error' || level === 'warn');

describe('an interaction that is older than Discord waits', () => {
  test('is dropped before any work, counted, and no error', async () => {
    const scene = await sceneWith(counting);
    // Of one alone nobody knows whether it came in time, and on a busy machine another may come late.
    for (let n = 1; n <= 5; n++) expect(await work(scene.alice)).toBe(`Number ${n}.`);
    // Its id is three seconds old when it gets here, as after a stall of the connection.
    scene.discord.passes(-3_000);
    await scene.alice.runs('/work', {}, { until: 'sent' });
    scene.discord.passes(3_000);
    expect(await work(scene.alice)).toBe('Number 6.');
    expect(scene.log).toContainEqual(
      expect.objectContaining({ level: 'info', values: expect.objectContaining({ late: 1 }) }),
    );
    expect([errors(scene), scene.discord.refusals]).toEqual([[], []]);
  });

  test.each([
    ['slow', -minute],
    ['fast', minute],
  ])('is told from one that comes in time where our clock is a minute %s', async (_, off) => {
    const scene = await sceneWith(counting, { now: () => Date.now() - off });
    for (let n = 1; n <= 3; n++) expect(await work(scene.alice)).toBe(`Number ${n}.`);
    scene.discord.passes(-3_000);
    await scene.alice.runs('/work', {}, { until: 'sent' });
    scene.discord.passes(3_000);
    expect(await work(scene.alice)).toBe('Number 4.');
    expect(errors(scene)).toEqual([]);
  });

  test.each([
    ['done', counting, { unheard: 1, late: 0 }, 0],
    ['refused', `async () => { count += 1; throw new UserError({ key: 'discord.gone' }); }`, { late: 1 }, 0],
    ['failed', `async () => { count += 1; throw new TypeError('not so'); }`, { unheard: 1, late: 0 }, 1],
    [
      'failed after its time',
      `async () => { count += 1; await later(1_500); throw new TypeError('not so'); }`,
      { unheard: 1, late: 0 },
      1,
    ],
    [
      'refused after its time',
      `async () => { count += 1; await later(1_500); throw new UserError({ key: 'discord.gone' }); }`,
      { late: 1, unheard: 0 },
      0,
    ],
    [
      'done for all after its time',
      `async () => { count += 1; return { later: later(1_500).then(() => renderLine('Done.')) }; }`,
      { unheard: 1 },
      0,
    ],
    [
      'failed for all after its time',
      `async () => { count += 1; return { later: later(1_500).then(() => { throw new TypeError('not so'); }) }; }`,
      { unheard: 1 },
      1,
    ],
  ])('where Discord does not know it any more: %s', async (_, execute, counted, failures) => {
    const scene = await sceneWith(execute);
    scene.discord.fails({ path: /\/callback/, with: { status: 404, code: 10_062 } });
    await scene.alice.runs('/work', {}, { until: 'sent' });
    await expect
      .poll(() => scene.log, { timeout: 15_000 })
      .toContainEqual(expect.objectContaining({ level: 'info', values: expect.objectContaining(counted) }));
    const failed = scene.log.filter(({ message }) => message === 'an interaction failed');
    expect(failed.map(({ values }) => values['command'])).toEqual(Array(failures).fill('work'));
    expect(errors(scene)).toEqual(failed);
  });

  test('what fails after its deferral was lost is in the log as well', { timeout: 90_000 }, async () => {
    const scene = await sceneWith(`async () => { await later(4_000); throw new TypeError('not so'); }`);
    scene.discord.fails({ path: /\/callback/, times: 1_000, with: { status: 503 } });
    await scene.alice.runs('/work', {}, { until: 'sent' });
    await expect
      .poll(() => errors(scene).map(({ values }) => JSON.stringify(values)), { timeout: 60_000 })
      .toContainEqual(expect.stringContaining('not so'));
  });
});

test('a store that is away while somebody types is no error for each letter', async () => {
  const words = `options: [{ type: 3, name: 'words', description: 'Words', autocomplete: true }]`;
  const away = `async () => { throw new UserError({ key: 'store.unavailable' }); }`;
  const scene = await sceneWith(`${counting}, autocomplete: ${away}`, {}, words);
  for (const typed of ['b', 'bo', 'bor', 'bord', 'borde', 'border'])
    expect(await scene.alice.types('/work', { words: typed }, 'words')).toEqual([]);
  expect(errors(scene)).toEqual([]);
  expect(scene.log).toContainEqual(
    expect.objectContaining({ level: 'info', values: expect.objectContaining({ unoffered: 1 }) }),
  );
});

describe('where more is asked than can be done', () => {
  // Nothing is finished before /work has been run from the quiet server, whose members' names begin with "q".
  const held = `async (interaction) => {
    const isQuiet = interaction.user.username.startsWith('q');
    count += 1;
    if (!isQuiet) await new Promise((done) => waiting.push(done));
    else for (const done of waiting.splice(0)) done();
    return renderLine(isQuiet ? 'Begun before: ' + (count - 1) : 'Done.');
  }`;

  test('a server that asks little comes before those who wait in another', async () => {
    const scene = await sceneWith(held);
    const noisy = scene.alice.channel;
    const { server } = noisy;
    const quiet = scene.discord.server();
    const quentin = quiet.member({ name: 'quentin' }).in(quiet.channel('general'));
    for (let n = 0; n < 12; n++) {
      await server!
        .member({ name: `noisy-${n}` })
        .in(noisy)
        .runs('/work', {}, { until: 'sent' });
    }
    expect(await work(quentin)).toMatch(/^Begun before: [1-6]$/);
  });

  test('one member who asks for more than eight things at once is told, and the next member is answered', async () => {
    const scene = await sceneWith(held);
    const { alice, discord } = scene;
    const all = await Promise.all(
      Array.from({ length: 9 }, () => alice.runs('/work', {}, { until: 'answered' })),
    );
    const told = await Promise.all(
      all.filter(({ loading }) => !loading).map(async (seen) => seenBy((await seen.final()).text)),
    );
    expect(told).toEqual(['That was a little quick. Please wait 1 second and try again.']);
    expect(discord.violations).toEqual([]);
    expect(errors(scene)).toEqual([]);
  });
});
