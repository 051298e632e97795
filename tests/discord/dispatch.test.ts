// An interaction on its way to its command and back, whatever becomes of it; and a stop waits for all that was taken, also meanwhile.
import { setImmediate as settled } from 'node:timers/promises';
import type { Interaction } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import { UserError } from '../../src/common/errors.ts';
import type { Commands } from '../../src/discord/command.ts';
import { createDispatch, type Dispatch } from '../../src/discord/connection/dispatch.ts';
import type { Met } from '../../src/discord/connection/met.ts';
import type { DispatchParts } from '../../src/discord/connection/way.ts';

const log = pino({ level: 'silent' });

/** An interaction that nothing can be answered to, so that it ends by itself. */
function happening(id: number): Interaction {
  const no = () => false;
  const kinds = { isAutocomplete: no, isRepliable: no, isModalSubmit: no, isMessageComponent: no };
  return {
    ...kinds,
    id: String((BigInt(id) + 1_000_000_000n) << 22n),
    locale: 'en',
  } as unknown as Interaction;
}

test('it is finished once the last is, and takes each once', async () => {
  const met: Met[] = [];
  // Each ends within a moment: so many that whoever waits for the first alone would be done long before the last.
  const last = 100;
  const watch = (one: Met): void => {
    met.push(one);
    if (met.length < last) dispatch.take(happening(met.length));
  };
  const dispatch: Dispatch = createDispatch(new Map(), {} as DispatchParts, log, watch);
  dispatch.take(happening(0));
  dispatch.take(happening(0));
  expect(dispatch.unfinished()).toBe(1);
  await dispatch.finished();
  expect(met.map(({ command, kind, outcome }) => [command, kind, outcome])).toEqual(
    Array(last).fill(['other', 'command', 'dropped']),
  );
  expect(dispatch.unfinished()).toBe(0);
  dispatch.take(happening(3));
  await dispatch.finished();
  expect(met).toHaveLength(last);
});

type Kind = 'command' | 'message' | 'button' | 'form' | 'typing';

let ids = 0n;

/** Something that somebody does, so many milliseconds ago; `deeds` are what Discord is asked for. */
function done(kind: Kind, name: string, ago = 0n) {
  ids += 1n;
  const deeds: unknown[] = [];
  const deed = (what: string) => async (options: unknown) => void deeds.push([what, options]);
  const is =
    (...kinds: Kind[]) =>
    () =>
      kinds.includes(kind);
  const interaction = {
    ...{ id: String((2_000_000_000n + ids - ago) << 22n), locale: 'de', client: {}, user: { id: 'alice' } },
    ...{ guildId: 'g', authorizingIntegrationOwners: { guildId: 'g' }, deferred: false, replied: false },
    ...(kind === 'button' || kind === 'form' ? { customId: `${name}:do:1` } : { commandName: name }),
    ...{ isAutocomplete: is('typing'), isRepliable: is('command', 'message', 'button', 'form') },
    ...{ isChatInputCommand: is('command'), isMessageContextMenuCommand: is('message') },
    ...{ isMessageComponent: is('button'), isModalSubmit: is('form'), isFromMessage: is('form') },
    ...{ reply: deed('reply'), respond: deed('respond'), editReply: deed('editReply') },
    ...{ deferReply: deed('deferReply') },
  };
  return { interaction: interaction as unknown as Interaction, deeds };
}

const answer = { components: [] };
const library = { of: async (server?: string) => `of ${server}`, shared: () => 'shared' };
const given: unknown[] = [];
const commands = new Map(
  Object.entries({
    ask: {
      execute: (_: unknown, app: unknown) => {
        given.push(app);
        return answer;
      },
      autocomplete: () => [{ name: 'a', value: 'a' }],
      component: () => ({ ...answer, silent: true }),
    },
    shared: { library: 'shared', execute: (_: unknown, app: unknown) => given.push(app) && answer },
    refuse: { execute: () => Promise.reject(new UserError({ key: 'discord.slow' })) },
    fail: {
      execute: () => Promise.reject(new Error('secret words')),
      autocomplete: () => Promise.reject(new Error('x')),
    },
    later: { execute: () => ({ later: Promise.resolve(answer) }) },
    failLater: { execute: () => ({ later: Promise.reject(new Error('secret words')) }) },
    Check: { onMessage: () => answer },
  }).map(([name, command]) => [name, { data: { name }, ...command }]),
) as unknown as Commands;

async function became(kind: Kind, name: string) {
  const lines: { msg: string; id?: string; command?: string; server?: string }[] = [];
  const kept = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const met: Met[] = [];
  const parts = { libraries: library } as unknown as DispatchParts;
  const dispatch = createDispatch(commands, parts, kept, (one) => met.push(one));
  const { interaction, deeds } = done(kind, name);
  dispatch.take(interaction);
  await dispatch.finished();
  expect(dispatch.busy()).toEqual({ running: 0, waiting: 0 });
  return { met: met.map(({ outcome, kind: of, command }) => [command, of, outcome].join(' ')), deeds, lines };
}

describe('every kind of interaction comes to its command', () => {
  test.each<[Kind, string, string]>([
    ['command', 'ask', 'ask command answered'],
    ['command', 'shared', 'shared command answered'],
    ['command', 'later', 'later command answered'],
    ['message', 'Check', 'Check command answered'],
    ['button', 'ask', 'ask component silent'],
    ['form', 'ask', 'ask form silent'],
    ['typing', 'ask', 'ask choices answered'],
    ['command', 'refuse', 'refuse command refused'],
    ['command', 'fail', 'fail command failed'],
    ['command', 'failLater', 'failLater command failed'],
    ['typing', 'fail', 'fail choices failed'],
    ['typing', 'refuse', 'refuse choices answered'],
    // What a command does not do is gone.
    ['command', 'strange', 'other command refused'],
    ['message', 'ask', 'ask command refused'],
    ['command', 'Check', 'Check command refused'],
    ['button', 'refuse', 'refuse component refused'],
    ['button', 'strange', 'other component refused'],
  ])('%s %s: %s', async (kind, name, expected) => {
    const { met, deeds } = await became(kind, name);
    expect(met).toEqual([expected]);
    expect(deeds.map((deed) => (deed as string[])[0])).toEqual([kind === 'typing' ? 'respond' : 'reply']);
  });

  test('a refusal and a failure are told in the language of whoever acts; the log alone has what failed, under the id that is shown', async () => {
    const refused = JSON.stringify((await became('command', 'refuse')).deeds);
    const failed = await became('command', 'fail');
    const shown = JSON.stringify(failed.deeds);
    expect(failed.lines).toMatchObject([
      { msg: 'an interaction failed', command: 'fail', server: 'g', id: expect.any(String) },
    ]);
    expect(shown).toContain(failed.lines[0]?.id);
    expect(shown).not.toContain('secret');
    expect(refused).not.toBe(shown);
    expect((await became('command', 'refuse')).lines).toEqual([]);
  });

  test('it gets the library of its server, or the shared one', async () => {
    given.length = 0;
    await became('command', 'ask');
    await became('command', 'shared');
    expect(given).toMatchObject([{ library: 'of g' }, { library: 'shared' }]);
  });

  test('choices are offered, none where they fail', async () => {
    expect((await became('typing', 'ask')).deeds).toEqual([['respond', [{ name: 'a', value: 'a' }]]]);
    const { deeds, lines } = await became('typing', 'fail');
    expect(deeds).toEqual([['respond', []]]);
    expect(lines.map(({ msg }) => msg)).toEqual(['no choices could be made']);
  });
});

test('what comes late is answered without a deferral where the answer is there soon, and else deferred', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const release = Promise.withResolvers<typeof answer>();
    const slow = new Map(commands).set('slow', {
      data: { name: 'slow' },
      execute: () => release.promise,
    } as never);
    const parts = { libraries: library } as unknown as DispatchParts;
    const dispatch = createDispatch(slow, parts, pino({ enabled: false }), () => undefined);
    // Of the first ones nobody knows how old they are.
    for (let n = 0; n < 5; n += 1) dispatch.take(done('command', 'ask').interaction);
    await dispatch.finished();
    const [soon, later] = [done('command', 'ask', 1_500n), done('command', 'slow', 1_500n)];
    for (const { interaction } of [soon, later]) dispatch.take(interaction);
    await settled();
    await vi.advanceTimersByTimeAsync(10);
    expect([soon, later].map(({ deeds }) => deeds.map((deed) => (deed as string[])[0]))).toEqual([
      ['reply'],
      [],
    ]);
    await vi.advanceTimersByTimeAsync(140);
    release.resolve(answer);
    await dispatch.finished();
    expect(later.deeds.map((deed) => (deed as string[])[0])).toEqual(['deferReply', 'editReply']);
  } finally {
    vi.useRealTimers();
  }
});
