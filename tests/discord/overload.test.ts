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
async function sceneWith(execute: string, options: Parameters<typeof startScene>[0] = {}): Promise<Scene> {
  const render = JSON.stringify(resolve('src/discord/render.ts'));
  const source = `
    import { renderLine } from ${render};
    let count = 0;
    const waiting = [];
    export default { data: { type: 1, name: 'work', description: 'Works' }, execute: ${execute} };`;
  const commands = await folderWith({ 'work.ts': source });
  return startScene({ patienceMs: 20_000, commands, ...options });
}

const counting = `async () => renderLine('Number ' + (count += 1) + '.')`;
const work = async (place: Place): Promise<string> => seenBy((await place.runs('/work')).text);
const errors = ({ log }: Scene) => log.filter(({ level }) => level === 'error' || level === 'warn');

describe('an interaction that is older than Discord waits', () => {
  test('is dropped before any work, counted, and no error', async () => {
    const scene = await sceneWith(counting);
    expect(await work(scene.alice)).toBe('Number 1.');
    // Its id is three seconds old when it gets here, as after a stall of the connection.
    scene.discord.passes(-3_000);
    await scene.alice.runs('/work', {}, { until: 'sent' });
    scene.discord.passes(3_000);
    expect(await work(scene.alice)).toBe('Number 2.');
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

  test('is not told of in the log as a failure where Discord does not know it any more', async () => {
    const scene = await sceneWith(counting);
    expect(await work(scene.alice)).toBe('Number 1.');
    scene.discord.fails({ path: /\/callback/, with: { status: 404, code: 10_062 } });
    await scene.alice.runs('/work', {}, { until: 'sent' });
    await expect.poll(() => scene.log.some(({ values }) => values['late'] === 1)).toBe(true);
    expect(await work(scene.alice)).toBe('Number 3.');
    expect(errors(scene)).toEqual([]);
  });
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
