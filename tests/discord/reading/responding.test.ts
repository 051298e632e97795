// Replies for all that take long, messages that are taken down, and what is seen where Discord fails in between.
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/common/errors.ts';
import type { Reply, Response } from '../../../src/discord/command.ts';
import { renderLine } from '../../../src/discord/rendering/render.ts';
import type { Seen } from '../../double/seen.ts';
import type { Scene } from '../bot.ts';
import { commandThat, type Doing } from '../connection/small-bot.ts';
import { seenBy } from '../reading.ts';
import { patientScene } from './stage.ts';

const question = 'Can borders be changed by force?';

/** A bot with one command, `/slow`. */
const sceneWith = (does: Doing): Promise<Scene> =>
  patientScene({ parts: { commands: commandThat(does, 'slow') } });

const forAll: Reply = { ...renderLine('Here it is.'), public: true };
const nothing = new UserError({ key: 'map.empty' });

describe('a reply for all', () => {
  test('that takes long is deferred for all and comes in its place', async () => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const scene = await sceneWith(() => ({ later: promise }));
    const first = await scene.alice.runs('/slow', {}, { until: 'answered' });
    expect([first.private, first.loading]).toEqual([false, true]);
    resolve(forAll);
    await first.final();
    expect([first.private, seenBy(first.text)]).toEqual([false, 'Here it is.']);
    expect(scene.discord.violations).toEqual([]);
  });

  test('that takes long and comes to nothing is told to whoever asked alone', async () => {
    const { promise, reject } = Promise.withResolvers<Reply>();
    const scene = await sceneWith(() => ({ later: promise }));
    await scene.alice.runs('/slow', {}, { until: 'answered' });
    reject(nothing);
    const seen = await scene.alice.until((all) => all.some(({ text }) => text !== ''));
    expect(seen.map(({ private: alone, text }) => [alone, seenBy(text)])).toEqual([
      [true, 'No source gives a position on this.'],
    ]);
    expect(scene.discord.violations).toEqual([]);
  });

  test('that comes to nothing at once is told to whoever asked alone', async () => {
    const scene = await sceneWith(() => ({ later: Promise.reject(nothing) }));
    const seen = await scene.alice.runs('/slow');
    expect([seen.private, seenBy(seen.text)]).toEqual([true, 'No source gives a position on this.']);
  });

  test.each([
    ['a reply', forAll],
    ['another promise', { later: Promise.resolve(forAll) }],
  ])('that is decided on late, as %s, comes to all in place of the deferral', async (_, made) => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const scene = await sceneWith(() => promise);
    await scene.alice.runs('/slow', {}, { until: 'answered' });
    resolve(made);
    const seen = await scene.alice.until((all) => all.some(({ text }) => text !== ''));
    expect(seen.map(({ private: alone, text }) => [alone, seenBy(text)])).toEqual([[false, 'Here it is.']]);
    expect(scene.discord.violations).toEqual([]);
  });

  test('that is decided on late and cannot be sent is told to whoever asked alone', async () => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    const scene = await sceneWith(() => promise);
    await scene.alice.runs('/slow', {}, { until: 'answered' });
    scene.discord.fails({ method: 'POST', path: /\/webhooks\//, with: { status: 403, code: 50013 } });
    resolve(forAll);
    const seen = await scene.alice.until((all) => all.some(({ text }) => text !== ''));
    expect(seen.map(({ private: alone, text }) => [alone, /went wrong/.test(text)])).toEqual([[true, true]]);
  });

  test('that is shared while a library is opened is seen by all, and taken back', async () => {
    let opening: Promise<void> | undefined;
    const { discord, alice } = await patientScene({
      libraries: (usual) => ({
        of: async (guild) => {
          await opening;
          return usual.of(guild);
        },
        shared: () => usual.shared(),
        changed: (changes) => usual.changed(changes),
        held: () => usual.held(),
      }),
    });
    const mine = await alice.runs('/ask', { question });
    const { promise, resolve: opened } = Promise.withResolvers<void>();
    opening = promise;
    await alice.presses(mine, 'Share', { until: 'answered' });
    opened();
    const isShared = ({ private: alone, text }: Seen) => !alone && text.startsWith('-# Shared by');
    const all = (await alice.until((seen) => seen.some(isShared))).find(isShared)!;
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
