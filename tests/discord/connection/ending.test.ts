// What tells a bot to stop, how it lets go of what it opened, and what the reader forgets.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeAll } from '../../../src/discord/connection/running/closing.ts';
import { forgetting } from '../../../src/discord/connection/running/forgetting.ts';
import { thisProcess } from '../../../src/discord/connection/running/host.ts';
import { stopOnParent, stopOnSignals } from '../../../src/discord/connection/running/stopping.ts';
import { fileShelf } from '../../../src/reading/shelf.ts';
import { stopClock } from '../../stopped-clock.ts';
import { folderWith } from '../../temporary.ts';
import { keptLog } from '../bot.ts';
import { newHost, settingsWith } from './host.ts';

test.each(['SIGINT', 'SIGTERM'])('%s tells it to stop, and a second signal ends it at once', (signal) => {
  const { host, gives, exits } = newHost();
  const stopping = stopOnSignals(host.process);
  gives('SIGUSR2');
  expect(stopping.aborted).toBe(false);
  gives(signal);
  expect([stopping.aborted, exits]).toEqual([true, []]);
  gives('SIGINT');
  expect(exits).toEqual([1]);
});

test('one of several heeds the process that looks after it: not the terminal, but that it is gone', () => {
  const { host, gives, exits } = newHost();
  let goes = (): void => undefined;
  const onGone = (gone: () => void) => {
    goes = gone;
  };
  const [one, other] = [
    stopOnParent({ onGone }, host.process),
    stopOnParent({ onGone }, newHost().host.process),
  ];
  gives('SIGINT');
  expect(one.aborted).toBe(false);
  gives('SIGTERM');
  gives('SIGTERM');
  expect([one.aborted, exits]).toEqual([true, []]);
  expect(other.aborted).toBe(false);
  goes();
  expect(other.aborted).toBe(true);
});

test('a signal that nothing is to come of has a listener, as without one it would end the process', () => {
  const heard: string[] = [];
  const process = { on: (event: string) => void heard.push(event), exit: () => undefined };
  stopOnSignals(process);
  expect(heard.splice(0)).toEqual(['SIGUSR2', 'SIGINT', 'SIGTERM']);
  stopOnParent({ onGone: () => undefined }, process);
  expect(heard).toEqual(['SIGINT', 'SIGTERM']);
});

test('a program runs in this process, and nobody looks after it unless its environment says so', () => {
  expect(thisProcess()).toEqual({ process, channel: undefined });
});

type Name = 'watched' | 'store' | 'thread' | 'vitals' | 'model';

/** What a bot opened; `hangs` are never closed. */
function opened(hangs: readonly Name[] = []) {
  const closed: Name[] = [];
  const one = (name: Name) => ({
    close: (): Promise<void> => {
      closed.push(name);
      return hangs.includes(name) ? new Promise(() => undefined) : Promise.resolve();
    },
  });
  const [watched, store, thread] = [one('watched'), one('store'), one('thread')];
  return { closed, parts: { watched, store, thread, vitals: one('vitals'), model: one('model') } };
}

const told = AbortSignal.abort();
const untold = new AbortController().signal;

test.each([
  ['all of it', {}],
  ['where there is neither model nor address', { vitals: undefined, model: undefined }],
])('what was opened is closed: %s', async (_, without) => {
  const { log, entries } = keptLog();
  const { closed, parts } = opened();
  await closeAll({ ...parts, ...without }, log, told);
  const left = Object.keys({ ...parts, ...without }).filter((name) => !Object.keys(without).includes(name));
  expect([closed.toSorted(), entries]).toEqual([left.toSorted(), []]);
});

test.each<[Name, boolean, number, number]>([
  ['store', true, 500, 1],
  ['thread', true, 500, 1],
  ['vitals', false, 500, 1],
  ['model', true, 1_000, 0],
  ['model', false, 20_000, 0],
])(
  '%s that does not close, where a stop was asked for: %s, is waited for %i ms',
  async (name, isTold, ms, lines) => {
    const clock = stopClock();
    const { log, entries } = keptLog();
    const { parts } = opened([name]);
    let isOver = false;
    void closeAll(parts, log, isTold ? told : untold).then(() => {
      isOver = true;
    });
    await clock.passes(ms - 1);
    expect([isOver, entries]).toEqual([false, []]);
    await clock.passes(1);
    expect(isOver).toBe(true);
    expect(entries).toHaveLength(lines);
    for (const line of entries)
      expect(line).toEqual({
        level: 'warn',
        message: 'stopped before what is stored was closed',
        values: {},
      });
  },
);

test('whoever watches the sources is not waited for', async () => {
  const { log } = keptLog();
  const { closed, parts } = opened(['watched']);
  await closeAll(parts, log, told);
  expect(closed).toContain('watched');
});

const madeBy = { model: 'm', hidden: 2, kept: 2 };
const kept = { vector: Int8Array.of(1, 2), windows: [] };

/** A file in which something is kept of two passages. */
async function shelfIn(): Promise<string> {
  const file = join(await folderWith({}), 'reading.sqlite');
  const shelf = fileShelf(file, madeBy);
  for (const key of ['a', 'b']) shelf.put(key, kept);
  shelf.close();
  return file;
}

function keysIn(file: string): string[] {
  const shelf = fileShelf(file, madeBy);
  const found = [...shelf.vectors(['a', 'b']).keys()];
  shelf.close();
  return found;
}

test.each([
  ['there is none', undefined],
  ['it fails', { forget: () => Promise.reject(new Error('away')) }],
  ['it has no file', { forget: async () => false }],
])(
  'what is kept of passages is forgotten in the file itself where the model cannot: %s',
  async (_, model) => {
    const file = await shelfIn();
    expect(keysIn(file)).toEqual(['a', 'b']);
    await forgetting(settingsWith({ READER_CACHE: file }), model)(['a']);
    expect(keysIn(file)).toEqual(['b']);
  },
);

test('what the model has forgotten, also in its file, is left to it', async () => {
  const file = await shelfIn();
  const asked: (readonly string[])[] = [];
  const forget = async (keys: readonly string[]) => asked.push(keys) > 0;
  await forgetting(settingsWith({ READER_CACHE: file }), { forget })(['a']);
  expect([asked, keysIn(file)]).toEqual([[['a']], ['a', 'b']]);
});

test('where nothing is kept, no file is made', async () => {
  const file = join(await folderWith({}), 'reading.sqlite');
  await forgetting(settingsWith({ READER_CACHE: file }), undefined)(['a']);
  expect(existsSync(file)).toBe(false);
});
