// The log tells what was done: each interaction under one id with its command, outcome and time, what was changed, and never a word,
// a name or a question of anybody.
import { expect, test } from 'vitest';
import type { Libraries } from '../../src/libraries.ts';
import { underOneId } from '../../src/log.ts';
import { keptLog, type Logged, startScene } from './bot.ts';
import { stageOn as deskOn } from './desk/stage.ts';
import { adds, corrected, id, stageOn as sourcesOn, textFile } from './source/stage.ts';

/** However busy the machine is, none is slow. */
const patient = { LOG_SLOW_MS: 3_600_000 };

const interactions = (log: readonly Logged[]): Logged[] =>
  log.filter(({ message }) => message === 'an interaction');

test.each([
  ['/ask', { question: 'Can borders be changed by force?' }, 'answered'],
  ['/ask', { question: 'Who won the zebra tournament?' }, 'silent'],
  ['/quote', { words: 'zebras' }, 'silent'],
  ['/check', { text: '“Zebras are welcome here and everywhere.”' }, 'silent'],
  ['/cite', { citation: 'european-leaders ¶7' }, 'answered'],
  ['/cite', { citation: 'zebra ¶7' }, 'refused'],
  ['/sources', {}, 'answered'],
  ['/privacy', {}, 'answered'],
])('%s %o is told as %s', async (command, options, outcome) => {
  const { alice, log } = await startScene({ settings: patient });
  await alice.runs(command, options);
  await expect.poll(() => interactions(log)).toHaveLength(1);
  const [told] = interactions(log);
  expect(told?.level).toBe('debug');
  expect(told?.values).toEqual({
    ...{ id: expect.stringMatching(/^[0-9a-f]{8}$/u), command: command.slice(1), kind: 'command', outcome },
    ms: expect.any(Number),
  });
});

test('keystrokes, buttons and forms are told as what they are, under ids of their own', async () => {
  const { alice, log } = await startScene({ settings: patient });
  await alice.types('/quote', { words: 'iron' }, 'words');
  const seen = await alice.runs('/ask', { question: 'Can borders be changed by force?' });
  await seen.presses('Share');
  await expect
    .poll(() => interactions(log).map(({ values }) => `${values['command']} ${values['kind']}`))
    .toEqual([
      'quote choices',
      'ask command',
      // Buttons below passages are those of /cite.
      expect.stringMatching(/^\w+ component$/u),
    ]);
  expect(new Set(interactions(log).map(({ values }) => values['id'])).size).toBe(3);
});

test('what fails has in the log the id that its member is shown, and so has all else of the interaction', async () => {
  const of = async (): Promise<never> => {
    throw new Error('broken');
  };
  // What else is asked of them is asked of the usual ones themselves.
  const broken = (usual: Libraries): Libraries =>
    new Proxy(usual, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name === 'of') return of;
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const { alice, log } = await startScene({ libraries: broken, settings: patient });
  const seen = await alice.runs('/ask', { question: 'Can borders be changed by force?' });
  const [shown] = /[0-9a-f]{8}/u.exec(seen.text) ?? [];
  await expect.poll(() => interactions(log)).toHaveLength(1);
  const failed = log.find(({ message }) => message === 'an interaction failed');
  expect(failed?.values).toMatchObject({ id: shown, command: 'ask' });
  expect(interactions(log)[0]?.values).toMatchObject({ id: shown, command: 'ask', outcome: 'failed' });
});

test('an interaction that takes longer than LOG_SLOW_MS is told as slow, at the usual level', async () => {
  const { alice, log } = await startScene({ settings: { LOG_SLOW_MS: 1 } });
  await alice.runs('/ask', { question: 'Can borders be changed by force?' });
  await expect.poll(() => log.filter(({ message }) => message === 'an interaction was slow')).toHaveLength(1);
  const [slow] = log.filter(({ message }) => message === 'an interaction was slow');
  expect(slow).toMatchObject({ level: 'warn', values: { command: 'ask', outcome: 'answered' } });
  expect(interactions(log)).toEqual([]);
});

test('two that are under way at once keep their ids apart', async () => {
  const { log, entries } = keptLog();
  const ways = ['one', 'other'].map((way) =>
    underOneId(async () => {
      log.info({ way }, 'begun');
      await Promise.resolve();
      log.info({ way }, 'done');
    }),
  );
  await Promise.all(ways);
  log.info('outside');
  const ids = (way: string) =>
    entries.filter(({ values }) => values['way'] === way).map(({ values }) => values['id']);
  for (const way of ['one', 'other']) expect(new Set(ids(way)).size).toBe(1);
  expect(ids('one')[0]).not.toBe(ids('other')[0]);
  expect(entries.at(-1)?.values).toEqual({});
});

test('what is done with documents of a server is told, with where it stands in their own log', async () => {
  const stage = await sourcesOn('sqlite');
  await adds(stage, stage.mia);
  const file = textFile(stage, corrected);
  const preview = await stage.max.runs('/our-sources correct', {
    document: id,
    reason: 'Zebrareason.',
    file,
  });
  await preview.presses('Approve');
  const withdrawn = await stage.mia.runs('/our-sources withdraw', { document: id, reason: 'Zebrareason.' });
  await withdrawn.presses('Restore it');
  const changes = () =>
    stage.log().filter(({ message }) => message === 'the documents of a server have changed');
  await expect
    .poll(() => changes().map(({ values }) => values['action']))
    .toEqual(['moderators', 'add', 'correct', 'withdraw', 'restore']);
  for (const { values } of changes()) {
    expect(values).toEqual({
      ...{ server: stage.server.id, action: expect.any(String), revision: expect.any(Number) },
      id: expect.stringMatching(/^[0-9a-f]{8}$/u),
    });
  }
  expectNoWords(stage.log(), ['zanzibar', 'lighthouse', 'zebrareason', 'okonjo']);
});

test('what is set for a server is told', async () => {
  const stage = await deskOn('sqlite');
  await stage.admin.runs('/settings', { answers: 'public' });
  // To look is no deed.
  await stage.admin.runs('/settings');
  await stage.admin.runs('/desk settings', { channel: stage.questions, cooldown: '0' });
  await stage.admin.runs('/desk close', { channel: stage.questions });
  const deeds = stage.log().filter(({ message }) => message === 'a server was set up otherwise');
  const told = deeds.map(({ values }) => values['did']);
  expect(told.filter((did) => did === 'settings')).toHaveLength(1);
  expect(told).toContain('desk-open');
  expect(told.at(-2)).toBe('desk-settings');
  expect(told.at(-1)).toBe('desk-close');
  for (const { values } of deeds) expect(values['server']).toBe(stage.server.id);
});

test('no line holds a word, a name or a question of anybody, whatever they do, at the finest level', async () => {
  const stage = await deskOn('sqlite');
  const { alice, mia, admin } = stage;
  const words = 'zebraword';
  await alice.runs('/ask', { question: `What of ${words}?` });
  await alice.types('/quote', { words }, 'words');
  await alice.runs('/quote', { words });
  await alice.runs('/check', { text: `“${words} is everywhere.”`, speaker: words }, { unchecked: true });
  await alice.runs('/cite', { citation: `${words} ¶1` });
  await alice.runs('/position', { party: words }, { unchecked: true });
  await alice.runs('/proposal', { name: words }, { unchecked: true });
  await alice.runs('/compare', { left: words, right: `${words}2` }, { unchecked: true });
  const form = await alice.runs('/ask-moderators');
  await form.modal
    .submits({ question: `Who keeps the ${words} of the harbour?` }, { unchecked: true })
    .catch(() => undefined);
  const source = await admin.runs('/our-sources add');
  const preview = await source.modal.submits({
    title: `${words} title`,
    text: `The ${words} is seven metres high.`,
  });
  await preview.presses('Approve');
  await mia.runs('/desk queue', { containing: words }).catch(() => undefined);
  await admin.runs('/our-sources names not', { name: words, form: words }, { unchecked: true });
  const told = () => stage.log().filter(({ values }) => values['outcome'] !== undefined);
  await expect.poll(() => told().length).toBeGreaterThan(10);
  expectNoWords(stage.log(), [
    words,
    'alice',
    'mia"',
    'admin"',
    'harbour',
    'general',
    'questions"',
    'review"',
  ]);
});

function expectNoWords(log: readonly Logged[], words: readonly string[]): void {
  const all = JSON.stringify(log).toLowerCase();
  for (const word of words) expect(all).not.toContain(word);
}
