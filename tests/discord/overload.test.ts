// Interactions that come too late or too many at once: nothing is done for those that nobody can be told of, and others
// do not wait for them.
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/errors.ts';
import type { Response, SlashCommand } from '../../src/discord/command.ts';
import { renderLine } from '../../src/discord/rendering/render.ts';
import type { Place } from '../double/double.ts';
import { type Scene, startScene } from './bot.ts';
import { seenBy } from './reading.ts';

const minute = 60_000;

type Handler = (interaction: ChatInputCommandInteraction) => Response | Promise<Response>;

/** A bot with the command /work. */
function sceneWith(
  execute: Handler,
  options: Parameters<typeof startScene>[0] = {},
  more: Partial<SlashCommand> = {},
): Promise<Scene> {
  const data = { type: ApplicationCommandType.ChatInput, name: 'work', description: 'Works' } as const;
  const commands = new Map([['work', { data, execute, ...more }]]);
  return startScene({ patienceMs: 20_000, parts: { commands }, ...options });
}

/** Counts how often it was run. */
function counting(): Handler {
  let count = 0;
  return () => {
    count += 1;
    return renderLine(`Number ${count}.`);
  };
}

const gone = new UserError({ key: 'discord.gone' });
const broken = new TypeError('not so');
const fails = (error: Error) => (): never => {
  throw error;
};
const work = async (place: Place): Promise<string> => seenBy((await place.runs('/work')).text);
const errors = ({ log }: Scene) => log.filter(({ level }) => level === 'error' || level === 'warn');

describe('an interaction that is older than Discord waits', () => {
  test('is dropped before any work, counted, and no error', async () => {
    const scene = await sceneWith(counting());
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
    const scene = await sceneWith(counting(), { now: () => Date.now() - off });
    for (let n = 1; n <= 3; n++) expect(await work(scene.alice)).toBe(`Number ${n}.`);
    scene.discord.passes(-3_000);
    await scene.alice.runs('/work', {}, { until: 'sent' });
    scene.discord.passes(3_000);
    expect(await work(scene.alice)).toBe('Number 4.');
    expect(errors(scene)).toEqual([]);
  });

  /** What is done after `lost`, when Discord has refused the deferral. */
  type After = (lost: Promise<void>) => Handler;

  test.each<[string, After, Record<string, number>, number]>([
    ['done', counting, { unheard: 1, late: 0 }, 0],
    ['refused', () => fails(gone), { late: 1 }, 0],
    ['failed', () => fails(broken), { unheard: 1, late: 0 }, 1],
    ['failed after its time', (lost) => () => lost.then(fails(broken)), { unheard: 1, late: 0 }, 1],
    ['refused after its time', (lost) => () => lost.then(fails(gone)), { late: 1, unheard: 0 }, 0],
    [
      'done for all after its time',
      (lost) => () => ({ later: lost.then(() => renderLine('Done.')) }),
      { unheard: 1 },
      0,
    ],
    [
      'failed for all after its time',
      (lost) => () => ({ later: lost.then(fails(broken)) }),
      { unheard: 1 },
      1,
    ],
  ])('where Discord does not know it any more: %s', async (_, after, counted, failures) => {
    const { promise: lost, resolve: loses } = Promise.withResolvers<void>();
    const scene = await sceneWith(after(lost));
    scene.discord.fails({ path: /\/callback/, with: { status: 404, code: 10_062 } });
    const refused = scene.discord.happens('fault');
    await scene.alice.runs('/work', {}, { until: 'sent' });
    await refused;
    loses();
    await expect
      .poll(() => scene.log, { timeout: 15_000 })
      .toContainEqual(expect.objectContaining({ level: 'info', values: expect.objectContaining(counted) }));
    const failed = scene.log.filter(({ message }) => message === 'an interaction failed');
    expect(failed.map(({ values }) => values['command'])).toEqual(Array(failures).fill('work'));
    expect(errors(scene)).toEqual(failed);
  });

  test('what fails after its deferral was lost is in the log as well', { timeout: 90_000 }, async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const scene = await sceneWith(() => promise);
    const told = () => errors(scene).map(({ values }) => JSON.stringify(values));
    scene.discord.fails({ path: /\/callback/, times: 1_000, with: { status: 503 } });
    await scene.alice.runs('/work', {}, { until: 'sent' });
    // That the deferral was lost.
    await expect.poll(() => told().length, { timeout: 60_000 }).toBeGreaterThan(0);
    reject(broken);
    await expect.poll(told, { timeout: 60_000 }).toContainEqual(expect.stringContaining('not so'));
  });
});

test('a store that is away while somebody types is no error for each letter', async () => {
  const type = ApplicationCommandOptionType.String;
  const options = [{ type, name: 'words', description: 'Words', autocomplete: true } as const];
  const data = { name: 'work', description: 'Works', options };
  const autocomplete = fails(new UserError({ key: 'store.unavailable' }));
  const scene = await sceneWith(counting(), {}, { data, autocomplete });
  for (const typed of ['b', 'bo', 'bor', 'bord', 'borde', 'border'])
    expect(await scene.alice.types('/work', { words: typed }, 'words')).toEqual([]);
  expect(errors(scene)).toEqual([]);
  expect(scene.log).toContainEqual(
    expect.objectContaining({ level: 'info', values: expect.objectContaining({ unoffered: 1 }) }),
  );
});

describe('where more is asked than can be done', () => {
  /** Nothing is finished before /work has been run from the quiet server, whose members' names begin with "q". */
  function held(): Handler {
    const { promise: quiet, resolve } = Promise.withResolvers<void>();
    let count = 0;
    return async ({ user }) => {
      const before = count;
      count += 1;
      const isQuiet = user.username.startsWith('q');
      if (isQuiet) resolve();
      await quiet;
      return renderLine(isQuiet ? `Begun before: ${before}` : 'Done.');
    };
  }

  test('a server that asks little comes before those who wait in another', async () => {
    const scene = await sceneWith(held());
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
    const scene = await sceneWith(held());
    const { alice, discord } = scene;
    const all = await Promise.all(
      Array.from({ length: 9 }, () => alice.runs('/work', {}, { until: 'answered' })),
    );
    const told = await Promise.all(
      all.filter(({ loading }) => !loading).map(async (seen) => seenBy((await seen.final()).text)),
    );
    expect(told).toEqual(['That was a little quick. Please wait 1 second and try again.']);
    const quentin = alice.person.server!.member({ name: 'quentin' }).in(alice.channel);
    expect(await work(quentin)).toMatch(/^Begun before: [1-8]$/);
    expect(discord.violations).toEqual([]);
    expect(errors(scene)).toEqual([]);
  });
});
