// Replies for all that take long, messages that are taken down, and what is seen where Discord fails in between.
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Seen } from '../../double/seen.ts';
import { folderWith } from '../../temporary.ts';
import type { Scene } from '../bot.ts';
import { seenBy } from '../reading.ts';
import { patientScene } from './stage.ts';

const question = 'Can borders be changed by force?';

/** A bot with one command, whose handler is given as source; the helpers of the project are there. */
async function sceneWith(execute: string): Promise<Scene> {
  const errors = JSON.stringify(resolve('src/common/errors.ts'));
  const render = JSON.stringify(resolve('src/discord/rendering/render.ts'));
  const source = `
    import { UserError } from ${errors};
    import { renderLine } from ${render};
    const after = (ms, make) => new Promise((done, fail) => setTimeout(() => { try { done(make()); } catch (e) { fail(e); } }, ms));
    export default { data: { type: 1, name: 'slow', description: 'A slow command' }, execute: ${execute} };`;
  return patientScene({ commands: await folderWith({ 'slow.ts': source }) });
}

describe('a reply for all', () => {
  test('that takes long is deferred for all and comes in its place', async () => {
    const scene = await sceneWith(
      `() => ({ later: after(1000, () => ({ ...renderLine('Here it is.'), public: true })) })`,
    );
    const first = await scene.alice.runs('/slow', {}, { until: 'answered' });
    expect([first.private, first.loading]).toEqual([false, true]);
    await first.final();
    expect([first.private, seenBy(first.text)]).toEqual([false, 'Here it is.']);
    expect(scene.discord.violations).toEqual([]);
  });

  test('is deferred with what is left of the time, not with all of it again', async () => {
    // Timers of one process come in the order of their times, however busy it is.
    const scene = await sceneWith(`(interaction) => {
      const order = [];
      const defer = interaction.deferReply.bind(interaction);
      interaction.deferReply = (options) => { order.push('deferred'); return defer(options); };
      setTimeout(() => order.push('900 ms'), 900);
      const later = () => after(900, () => ({ ...renderLine(order.join(', then ')), public: true }));
      return after(400, () => ({ later: later() }));
    }`);
    const seen = await scene.alice.runs('/slow');
    expect([seen.private, seenBy(seen.text)]).toEqual([false, 'deferred, then 900 ms']);
  });

  test('that takes long and comes to nothing is told to whoever asked alone', async () => {
    const scene = await sceneWith(
      `() => ({ later: after(1000, () => { throw new UserError({ key: 'map.empty' }); }) })`,
    );
    await scene.alice.runs('/slow', {}, { until: 'answered' });
    const seen = await scene.alice.until((all) => all.some(({ text }) => text !== ''));
    expect(seen.map(({ private: alone, text }) => [alone, seenBy(text)])).toEqual([
      [true, 'No source gives a position on this.'],
    ]);
    expect(scene.discord.violations).toEqual([]);
  });

  test('that comes to nothing at once is told to whoever asked alone', async () => {
    const scene = await sceneWith(
      `() => ({ later: after(1, () => { throw new UserError({ key: 'map.empty' }); }) })`,
    );
    const seen = await scene.alice.runs('/slow');
    expect([seen.private, seenBy(seen.text)]).toEqual([true, 'No source gives a position on this.']);
  });

  test.each([
    ['a reply', `({ ...renderLine('Here it is.'), public: true })`],
    ['another promise', `({ later: Promise.resolve({ ...renderLine('Here it is.'), public: true }) })`],
  ])('that is decided on late, as %s, comes to all in place of the deferral', async (_, made) => {
    const scene = await sceneWith(`() => after(1000, () => (${made}))`);
    await scene.alice.runs('/slow', {}, { until: 'answered' });
    const seen = await scene.alice.until((all) => all.some(({ text }) => text !== ''));
    expect(seen.map(({ private: alone, text }) => [alone, seenBy(text)])).toEqual([[false, 'Here it is.']]);
    expect(scene.discord.violations).toEqual([]);
  });

  test('that is decided on late and cannot be sent is told to whoever asked alone', async () => {
    const scene = await sceneWith(
      `() => after(1000, () => ({ ...renderLine('Here it is.'), public: true }))`,
    );
    await scene.alice.runs('/slow', {}, { until: 'answered' });
    scene.discord.fails({ method: 'POST', path: /\/webhooks\//, with: { status: 403, code: 50013 } });
    const seen = await scene.alice.until((all) => all.some(({ text }) => text !== ''));
    expect(seen.map(({ private: alone, text }) => [alone, /went wrong/.test(text)])).toEqual([[true, true]]);
  });

  test('that is shared while a library is opened is seen by all, and taken back', async () => {
    let isSlow = false;
    const { discord, alice } = await patientScene({
      libraries: (usual) => ({
        of: async (guild) => {
          if (isSlow) await new Promise((done) => setTimeout(done, 1_000));
          return usual.of(guild);
        },
        shared: () => usual.shared(),
        changed: (changes) => usual.changed(changes),
        held: () => usual.held(),
      }),
    });
    const mine = await alice.runs('/ask', { question });
    isSlow = true;
    await alice.presses(mine, 'Share', { until: 'answered' });
    const isShared = ({ private: alone, text }: Seen) => !alone && text.startsWith('-# Shared by');
    const all = (await alice.until((seen) => seen.some(isShared))).find(isShared)!;
    isSlow = false;
    await alice.presses(all, 'Take back', { until: 'answered' });
    await alice.until(() => all.deleted);
    expect(discord.violations).toEqual([]);
  });
});

describe('sharing and taking back', () => {
  test.each([
    ['a closed connection', 'drop-after'],
    ['a 5xx that took effect', { status: 502, taken: true }],
    ['a hanging callback', 'hang-after'],
  ] as const)('share once in spite of %s', async (_, fault) => {
    const { discord, alice, log } = await patientScene();
    const mine = await alice.runs('/ask', { question });
    discord.fails({ path: /\/callback/, with: fault });
    await mine.presses('Share');
    expect(alice.sees().filter(({ private: alone }) => !alone)).toHaveLength(1);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.each([
    ['some 5xx', { method: 'DELETE', times: 6, with: { status: 503 } }],
    ['a closed connection', { method: 'DELETE', with: 'drop-after' }],
  ] as const)('take back in spite of %s', async (_, fault) => {
    const { discord, alice, log } = await patientScene();
    const all = await (await alice.runs('/ask', { question })).presses('Share');
    discord.fails(fault);
    await alice.presses(all, 'Take back', { until: 'answered' });
    await alice.until(() => all.deleted);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('where taking back fails for good, whoever pressed is told, and the message stays as it was', async () => {
    const { discord, alice, log } = await patientScene();
    const all = await (await alice.runs('/ask', { question })).presses('Share');
    const before = all.text;
    discord.fails({ method: 'DELETE', times: 1000, with: { status: 503 } });
    await alice.presses(all, 'Take back', { until: 'answered' });
    const told = (await alice.until((seen) => seen.some(({ text }) => text.includes('went wrong')))).at(-1)!;
    expect([told.private, all.text]).toEqual([true, before]);
    expect(log.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});
