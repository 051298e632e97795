// The first response and what follows it, attempt by attempt, with an interaction that says what it was asked for.
import { DiscordAPIError, MessageFlags, type RepliableInteraction } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '../../src/common/errors.ts';
import type { Response } from '../../src/discord/command.ts';
import { respond, respondAgain, send, TooLate } from '../../src/discord/connection/respond.ts';
import { stopClock } from '../stopped-clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const refused = (code: number, status = 400) =>
  new DiscordAPIError({ code, message: `error ${code}` }, code, status, 'POST', 'https://discord.test', {});
const answered = () => refused(40060);
const unknownMessage = () => refused(10008, 404);
const passing = () => refused(0, 503);

type Kind = 'command' | 'button' | 'form';

/** An interaction that notes what it is asked for; `fails` tells what the next deeds of a name throw. */
function interaction(kind: Kind = 'command', fails: Record<string, unknown[]> = {}) {
  const deeds: [name: string, flags: number | undefined][] = [];
  const { promise: deferred, resolve } = Promise.withResolvers<void>();
  const deed = (name: string) => async (options?: { flags?: number }) => {
    deeds.push([name, options?.flags]);
    if (name === 'deferReply') resolve();
    const error = fails[name]?.shift();
    if (error) throw error;
  };
  const names = 'reply deferReply editReply deleteReply followUp showModal deferUpdate update'.split(' ');
  const it = {
    ...Object.fromEntries(names.map((name) => [name, deed(name)])),
    ...{ id: '1', client: {}, deferred: false, replied: false, ephemeral: null },
    isMessageComponent: () => kind === 'button',
    isModalSubmit: () => kind === 'form',
    isFromMessage: () => kind === 'form',
  };
  return { it: it as unknown as RepliableInteraction, deeds, state: it, deferred };
}

const lines: { msg: string }[] = [];
const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
const warnings = () => lines.splice(0).map(({ msg }) => msg);
const privately = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;
const inParts: number = MessageFlags.IsComponentsV2;
const reply = (more: object = {}) => ({ components: [], ...more }) as Response;
/** What is there at once, and what is there only once the reply is deferred. */
const soon = (response: object = {}) => Promise.resolve(reply(response));
const late =
  (response: object = {}) =>
  (deferred: Promise<void>) =>
    deferred.then(() => reply(response));

type Work = Promise<Response> | ((deferred: Promise<void>) => Promise<Response>);

async function answeredWith(kind: Kind, made: Work, fails?: Record<string, unknown[]>) {
  const { it, deeds, state, deferred } = interaction(kind, fails);
  const isLate = typeof made === 'function';
  const by = performance.now() + (isLate ? 0 : 60_000);
  const work = isLate ? made(deferred) : made;
  const outcome = respond(it, work, log, { by, until: by + 60_000, seenBy: 'one' }).then(
    () => 'answered',
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(20_000);
  return { deeds, state, outcome: await outcome };
}

describe('what is there in time is the first response', () => {
  test.each<[string, Kind, object, [string, number | undefined][]]>([
    ['for one alone', 'command', {}, [['reply', privately]]],
    ['for all', 'command', { public: true }, [['reply', inParts]]],
    ['in place of the message with the button', 'button', { update: true }, [['update', inParts]]],
    ['in place of the message of the form', 'form', { update: true }, [['update', inParts]]],
    ['where there is no such message', 'command', { update: true }, [['reply', privately]]],
    ['a form', 'command', { modal: {} }, [['showModal', undefined]]],
    [
      'a message taken down',
      'button',
      { remove: true },
      [
        ['deferUpdate', undefined],
        ['deleteReply', undefined],
      ],
    ],
    [
      'a promise for all',
      'command',
      { later: Promise.resolve(reply({ public: true })) },
      [['reply', inParts]],
    ],
  ])('%s', async (_, kind, response, deeds) => {
    expect(await answeredWith(kind, soon(response))).toMatchObject({ outcome: 'answered', deeds });
  });

  test('a form cannot answer a form, and nothing is taken down where there is no message', async () => {
    expect((await answeredWith('form', soon({ modal: {} }))).outcome).toBeInstanceOf(Error);
    expect((await answeredWith('command', soon({ remove: true }))).outcome).toBeInstanceOf(Error);
  });
});

describe('what takes longer is deferred first', () => {
  const defer: [string, number | undefined] = ['deferReply', MessageFlags.Ephemeral];

  test.each<[string, object, [string, number | undefined][]]>([
    ['for one alone', {}, [defer, ['editReply', inParts]]],
    ['for all', { public: true }, [defer, ['deleteReply', undefined], ['followUp', inParts]]],
  ])('%s', async (_, response, deeds) => {
    const { state, ...rest } = await answeredWith('command', late(response));
    expect(rest).toEqual({ outcome: 'answered', deeds });
    expect(state).toMatchObject({ deferred: true });
  });

  test('a promise for all has what is left of the time, and is deferred for all', async () => {
    const { deeds } = await answeredWith('command', async (deferred) =>
      reply({ later: late({ public: true })(deferred) }),
    );
    expect(deeds).toEqual([
      ['deferReply', undefined],
      ['editReply', inParts],
    ]);
  });

  test('a promise for all that is made after some of the time is deferred after the rest of it', async () => {
    const clock = stopClock();
    const { it, deeds } = interaction();
    const { promise: work, resolve: decides } = Promise.withResolvers<Response>();
    const began = performance.now();
    void respond(it, work, log, { by: began + 700, until: began + 3_000, seenBy: 'one' });
    await clock.passes(400);
    decides({ later: new Promise(() => undefined) });
    await clock.passes(299);
    expect(deeds).toEqual([]);
    await clock.passes(1);
    expect(deeds).toEqual([['deferReply', undefined]]);
  });

  test('a form and a message to take down come too late then', async () => {
    for (const response of [{ modal: {} }, { remove: true }])
      expect((await answeredWith('button', late(response))).outcome).toBeInstanceOf(UserError);
  });

  test('nothing is sent where the time is over', async () => {
    const { it, deeds } = interaction();
    const over = { by: performance.now(), until: performance.now() - 1, seenBy: 'one' } as const;
    const outcome = respond(it, soon(), log, over).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toBeInstanceOf(TooLate);
    expect(deeds).toEqual([]);
  });

  test('work that fails while the deferral hangs is met where it is waited for, and nowhere else', async () => {
    vi.useRealTimers();
    const unhandled: unknown[] = [];
    const note = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', note);
    const { it, state } = interaction();
    const hanging = Promise.withResolvers<void>();
    const fails = Promise.withResolvers<never>();
    const fault = new Error('broken');
    Object.assign(state, {
      deferReply: () => {
        fails.reject(fault);
        return hanging.promise;
      },
    });
    const due = { by: performance.now(), until: performance.now() + 60_000, seenBy: 'one' } as const;
    const outcome = respond(it, fails.promise, log, due).catch((error: unknown) => error);
    await fails.promise.catch(() => undefined);
    // Node tells of what nobody met once all that is due has run.
    await new Promise((resolve) => setImmediate(resolve));
    hanging.resolve();
    expect(await outcome).toBe(fault);
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('sending again', () => {
  async function sent(errors: unknown[]) {
    let attempts = 0;
    let told = 0;
    const attempt = async () => {
      attempts += 1;
      const error = errors.shift();
      if (error) throw error;
    };
    const outcome = send(attempt, () => {
      told += 1;
    }).then(
      () => 'sent',
      (error: unknown) => error,
    );
    await vi.advanceTimersByTimeAsync(20_000);
    return { outcome: await outcome, attempts, told };
  }

  test.each<[string, unknown[], object]>([
    ['what is through is sent once', [], { outcome: 'sent', attempts: 1, told: 0 }],
    ['what passes is tried again', [passing()], { outcome: 'sent', attempts: 2, told: 0 }],
    ['five times in all', [1, 2, 3, 4].map(passing), { outcome: 'sent', attempts: 5, told: 0 }],
    [
      'answered at the first attempt: somebody else has',
      [answered()],
      { outcome: 'sent', attempts: 1, told: 1 },
    ],
    [
      'answered at a later one: it was this',
      [passing(), answered()],
      { outcome: 'sent', attempts: 2, told: 0 },
    ],
  ])('%s', async (_, errors, expected) => {
    expect(await sent(errors)).toEqual(expected);
  });

  test('no more than five times, and what does not pass not at all', async () => {
    expect(await sent(Array.from({ length: 9 }, passing))).toMatchObject({
      attempts: 5,
      outcome: { status: 503 },
    });
    expect(await sent([unknownMessage()])).toMatchObject({ attempts: 1, outcome: { code: 10008 } });
    expect(await sent(['a word'])).toMatchObject({ attempts: 1, outcome: expect.any(Error) });
  });

  test('another process is warned of where the first attempt was quick', async () => {
    const { outcome } = await answeredWith('command', soon(), { reply: [answered()] });
    expect([outcome, warnings()]).toEqual([
      'answered',
      ['answered already: another process may be running with the same token'],
    ]);
    await answeredWith('command', soon(), { reply: [passing(), answered()] });
    expect(warnings()).toEqual([]);
  });

  test('a deferral that is gone already is no fault, anything else is', async () => {
    const forAll = late({ public: true });
    expect((await answeredWith('command', forAll, { deleteReply: [unknownMessage()] })).outcome).toBe(
      'answered',
    );
    expect(
      (await answeredWith('command', forAll, { deleteReply: [refused(50013, 403)] })).outcome,
    ).toMatchObject({ code: 50013 });
  });
});

test('files go with their names and descriptions, and replace those of the message before', async () => {
  const sent: unknown[] = [];
  const { it, state } = interaction('button');
  const note = async (options: unknown) => void sent.push(options);
  Object.assign(state, { reply: note, update: note });
  const files = [
    { name: 'a.csv', data: new Uint8Array([1, 2]) },
    { name: 'b.png', data: new Uint8Array([3]), description: 'A map.' },
  ];
  const given = [{}, { files }, { files, update: true }];
  for (const more of given)
    await respondAgain(it, reply(more) as Parameters<typeof respondAgain>[1], log).then(() =>
      Object.assign(state, { replied: false }),
    );
  const attached = [
    { name: 'a.csv', attachment: Buffer.from([1, 2]) },
    { name: 'b.png', attachment: Buffer.from([3]), description: 'A map.' },
  ];
  const common = { components: [], allowedMentions: { parse: [] } };
  expect(sent).toEqual([
    { ...common, flags: privately },
    { ...common, flags: privately, files: attached },
    { ...common, flags: inParts, files: attached, attachments: [] },
  ]);
});

describe('a reply in place of another', () => {
  test.each<[string, object, object, [string, number | undefined][]]>([
    ['a first one', {}, {}, [['reply', privately]]],
    ['behind a reply', { replied: true }, {}, [['editReply', inParts]]],
    ['behind a deferral for one', { deferred: true, ephemeral: true }, {}, [['editReply', inParts]]],
    [
      'behind a deferral for all',
      { deferred: true, ephemeral: false },
      {},
      [
        ['deleteReply', undefined],
        ['followUp', privately],
      ],
    ],
    [
      'behind a deferral for all, for all',
      { deferred: true, ephemeral: false },
      { public: true },
      [['editReply', inParts]],
    ],
    ['behind the deferral of an update', { deferred: true, ephemeral: null }, {}, [['followUp', privately]]],
  ])('%s', async (_, is, made, expected) => {
    const { it, deeds, state } = interaction();
    Object.assign(state, is);
    await respondAgain(it, reply(made) as Parameters<typeof respondAgain>[1], log);
    expect(deeds).toEqual(expected);
  });
});
