// How processes of shards are kept: started, replaced where one ended, replaced one after the other, ended. The processes are real and small.
import { expect, onTestFinished, test } from 'vitest';
import {
  type End,
  type One,
  Processes,
  type ProcessesOptions,
} from '../../../src/discord/shards/processes.ts';
import type { Up } from '../../../src/discord/shards/talk.ts';
import { stopClock, until } from '../../stopped-clock.ts';
import { heardLog } from '../heard.ts';
import { type How, smallShard, smallShards } from './small.ts';

const groups = [[0, 1], [2]];

async function world(how: How = {}, more: Partial<ProcessesOptions> = {}) {
  const { next } = await smallShards(how);
  const heard = heardLog();
  const told: [shards: string, said: Up][] = [];
  const logins: [shards: number, isStopping: boolean][] = [];
  const processes = new Processes({
    ...{ script: smallShard, groups, count: 3, log: heard.log },
    hears: (one, said) => void told.push([one.shards.join(), said]),
    mayLogIn: async (shards, { aborted }) => void logins.push([shards, aborted]),
    ...more,
  });
  onTestFinished(async () => {
    const stopped = processes.stop();
    processes.kill();
    await stopped;
  });
  const pids = (shards: string) =>
    heard
      .lines('a process is started')
      .flatMap(({ values }) => (values['process'] === shards ? [values['pid']] : []));
  const one = (seat: number): One => {
    const there = processes.seats[seat]?.one;
    if (!there) throw new Error(`nobody sits at ${seat}`);
    return there;
  };
  return { ...heard, processes, told, logins, next, pids, one };
}

async function started(how: How = {}, more: Partial<ProcessesOptions> = {}) {
  const all = await world(how, more);
  expect(await all.processes.start()).toBeUndefined();
  return all;
}

const died = 'a process ended; another takes its place';
const tell = { kind: 'tell', id: 1, topic: 'health' } as const;

test('each runs its shards, of all that there are, and tells when it is ready', async () => {
  const { processes, told, entries, pids, one } = await started();
  const facts = (shards: string) => ({ shards, count: '3', words: ['main'], list: 'true' });
  expect(told).toEqual([
    ['0,1', { kind: 'told', id: 0, facts: facts('0,1') }],
    ['2', { kind: 'told', id: 0, facts: facts('2') }],
  ]);
  expect(processes.seats.map(({ one: each, isBegun, coming }) => [each?.isReady, isBegun, coming])).toEqual([
    [true, true, undefined],
    [true, true, undefined],
  ]);
  expect([one(0).shards, one(1).shards]).toEqual(groups);
  expect(entries).toEqual([
    { level: 'info', message: 'a process is started', values: { process: '0-1', pid: pids('0-1')[0] } },
    { level: 'info', message: 'a process is started', values: { process: '2', pid: pids('2')[0] } },
    { level: 'info', message: 'all processes are ready', values: { processes: 2 } },
  ]);
  expect(pids('2')).toEqual([expect.any(Number)]);
});

test('the first starts alone, the others when it is ready', async () => {
  const { processes, says, lines, told, one } = await world({ '0,1': 'waits' });
  const start = processes.start();
  await says('a process is started');
  expect(processes.seats.map(({ isBegun }) => isBegun)).toEqual([true, false]);
  expect(one(0).isReady).toBe(false);
  one(0).say(tell);
  expect(await start).toBeUndefined();
  expect(lines('a process is started')).toHaveLength(2);
  // To be ready is heard here, and nobody else's.
  expect(told.map(([, said]) => said.kind)).toEqual(['told']);
});

test('what they say reaches who asked them, and what is told to one that is gone is lost quietly', async () => {
  const { told, one } = await started();
  told.length = 0;
  one(1).say(tell);
  await until(() => told.length > 0);
  expect(told).toEqual([['2', { kind: 'told', id: 1, facts: { health: [] } }]]);
  const gone = one(1);
  gone.kill('SIGKILL');
  expect(await gone.ended).toEqual({ code: null, signal: 'SIGKILL' });
  gone.say(tell);
});

test.each<[string, How, End, number]>([
  ['the first', { '0,1': 'dies 3' }, { code: 3, signal: null }, 1],
  ['another', { '2': 'dies 4' }, { code: 4, signal: null }, 2],
])('where %s cannot start, that is how the start ends', async (_, how, end, count) => {
  const { processes, lines } = await world(how);
  expect(await processes.start()).toEqual(end);
  expect(lines('a process is started')).toHaveLength(count);
  expect([lines(died), lines('all processes are ready')]).toEqual([[], []]);
});

test('one that cannot even be started ends at once', async () => {
  const { processes } = await world();
  const { execPath } = process;
  process.execPath = '/nowhere/node';
  onTestFinished(() => {
    process.execPath = execPath;
  });
  expect(await processes.start()).toEqual({ code: null, signal: null });
});

test('a stop while they start ends those that there are, and no failure is told', async () => {
  const { processes, says, lines, one } = await world({ '0,1': 'silent' });
  const start = processes.start();
  await says('a process is started');
  const { ended } = one(0);
  await processes.stop();
  expect(await start).toBeUndefined();
  await processes.ended;
  // It may not have been far enough yet to heed the signal itself.
  expect([
    { code: 0, signal: null },
    { code: null, signal: 'SIGTERM' },
  ]).toContainEqual(await ended);
  expect(lines('a process is started')).toHaveLength(1);
  expect(lines('all processes are ready')).toEqual([]);
});

test('one that ends is replaced, longer and longer after, once its shards may log in', async () => {
  const clock = stopClock();
  const { processes, says, logins, pids, one } = await started();
  const before = one(0);
  before.kill('SIGKILL');
  const { level, values } = await says(died);
  expect([level, values]).toEqual(['error', { process: '0-1', code: null, signal: 'SIGKILL', waitMs: 500 }]);
  expect(before.isReady).toBe(false);
  expect(processes.seats[0]).toMatchObject({ one: undefined, isBegun: true });
  await clock.passes(499);
  expect([logins, pids('0-1')]).toEqual([[], [expect.any(Number)]]);
  await clock.passes(1);
  await says('a process is started', 3);
  expect(logins).toEqual([[2, false]]);
  await one(0).ready;
  expect(one(0)).not.toBe(before);
  one(0).kill('SIGTERM');
  expect((await says(died, 2)).values).toMatchObject({ code: 0, signal: null, waitMs: 1_000 });
  await clock.passes(1_000);
  await says('a process is started', 4);
  await one(0).ready;
  // One that lived for ten minutes ended for another reason than its start.
  await clock.passes(600_000);
  one(0).kill('SIGKILL');
  expect((await says(died, 3)).values).toMatchObject({ waitMs: 500 });
  expect(pids('2')).toHaveLength(1);
});

test('once it is to stop, nothing is replaced: not what ends then, and not what ended before', async () => {
  const clock = stopClock();
  const { processes, says, lines, one } = await started();
  one(0).kill('SIGKILL');
  await says(died);
  await processes.stop();
  await clock.passes(600_000);
  await processes.ended;
  expect([lines(died).length, lines('a process is started').length]).toEqual([1, 2]);
  expect(processes.seats[0]?.one).toBeUndefined();
});

test('who waits for a login when it is to stop is not started any more', async () => {
  const clock = stopClock();
  const asked = Promise.withResolvers<AbortSignal>();
  const mayLogIn = async (_: number, signal: AbortSignal): Promise<void> => {
    asked.resolve(signal);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  };
  const { processes, says, lines, one } = await started({}, { mayLogIn });
  one(1).kill('SIGKILL');
  await says(died);
  await clock.passes(500);
  await asked.promise;
  // The other one ends, as a process does, after whoever waited has heard of it.
  await processes.stop();
  expect(lines('a process is started')).toHaveLength(2);
  expect(processes.seats[1]?.one).toBeUndefined();
});

test('a stop has all of them finish, and kills the one that does not within 9.5 s', async () => {
  const clock = stopClock();
  const { processes, told, lines, one } = await started({ '2': 'deaf' });
  const ends = [one(0).ended, one(1).ended];
  let isOver = false;
  void processes.ended.then(() => {
    isOver = true;
  });
  const stopped = processes.stop();
  expect(await ends[0]).toEqual({ code: 0, signal: null });
  await until(() => told.some(([, said]) => said.kind === 'unread'));
  await clock.passes(9_499);
  expect([isOver, one(1).isReady]).toEqual([false, true]);
  await clock.passes(1);
  expect(await ends[1]).toEqual({ code: null, signal: 'SIGKILL' });
  await stopped;
  await processes.ended;
  expect(isOver).toBe(true);
  expect(lines(died)).toEqual([]);
});

test('to kill ends all at once', async () => {
  const { processes, one } = await started({ '0,1': 'deaf', '2': 'deaf' });
  const ends = [one(0).ended, one(1).ended];
  processes.kill();
  expect(await Promise.all(ends)).toEqual(Array(2).fill({ code: null, signal: 'SIGKILL' }));
});

const replacing = 'the processes are replaced one after the other';
const replaced = 'all processes are replaced';
const failed = 'a new process did not get ready, so those that run go on';

test('all are replaced one after the other, each when the new one is ready and its shards may log in', async () => {
  const { processes, says, lines, logins, next, entries, one } = await started();
  const before = [one(0), one(1)];
  await next({ '0,1': 'waits' });
  const all = processes.replaceAll();
  // Whoever asks meanwhile gets the same.
  expect(processes.replaceAll()).toBe(all);
  await says('a process is started', 3);
  const coming = processes.seats[0]?.coming;
  expect([one(0), one(1)]).toEqual(before);
  expect([coming?.isReady, before[0]?.isReady, logins]).toEqual([false, true, [[2, false]]]);
  coming?.say(tell);
  expect(await before[0]?.ended).toEqual({ code: 0, signal: null });
  expect(await before[1]?.ended).toEqual({ code: 0, signal: null });
  await all;
  expect(one(0)).toBe(coming);
  expect(processes.seats.map((seat) => [seat.one?.isReady, seat.coming])).toEqual(
    Array(2).fill([true, undefined]),
  );
  expect(logins).toEqual([
    [2, false],
    [1, false],
  ]);
  expect(entries.slice(3).map(({ level, message }) => [level, message])).toEqual([
    ['info', replacing],
    ['info', 'a process is started'],
    ['info', 'a process is started'],
    ['info', replaced],
  ]);
  expect(lines(replacing)[0]?.values).toEqual({ processes: 2 });
  // And again, by others.
  const after = one(0);
  await next({});
  await processes.replaceAll();
  expect(one(0)).not.toBe(after);
  expect([lines(replaced).length, lines(died)]).toEqual([2, []]);
});

test('what has not started yet is as new as can be, and is not replaced', async () => {
  const { processes, says, lines, logins } = await world({ '0,1': 'waits' });
  const start = processes.start();
  await says('a process is started');
  await processes.replaceAll();
  expect([lines(replacing), logins]).toEqual([[], []]);
  processes.seats[0]?.one?.say(tell);
  await start;
});

test('where a new one ends before it is ready, those that run go on, and no other is begun', async () => {
  const { processes, lines, next, one } = await started();
  const before = [one(0), one(1)];
  await next({ '0,1': 'dies 5' });
  await processes.replaceAll();
  expect([one(0), one(1)]).toEqual(before);
  expect(before.map(({ isReady }) => isReady)).toEqual([true, true]);
  expect(lines(failed)).toEqual([{ level: 'error', message: failed, values: { process: '0-1' } }]);
  expect([lines('a process is started').length, lines(replaced), lines(died)]).toEqual([3, [], []]);
  expect(processes.seats[0]?.coming).toBeUndefined();
  // The next try may go well.
  await next({});
  await processes.replaceAll();
  expect(lines(replaced)).toHaveLength(1);
});

test('a new one that is not ready within five minutes is ended, and those that run go on', async () => {
  const clock = stopClock();
  const { processes, says, lines, next, one } = await started();
  const before = one(0);
  await next({ '0,1': 'silent' });
  const all = processes.replaceAll();
  await says('a process is started', 3);
  const coming = processes.seats[0]?.coming;
  await clock.passes(299_999);
  expect(lines(failed)).toEqual([]);
  await clock.passes(1);
  await all;
  expect(await coming?.ended).toEqual({ code: null, signal: 'SIGKILL' });
  expect(one(0)).toBe(before);
  expect(lines(failed)).toHaveLength(1);
});

test('where the old one ends before the new one is ready, the new one has its place at once', async () => {
  const { processes, says, lines, next, one } = await started();
  await next({ '0,1': 'waits' });
  const all = processes.replaceAll();
  await says('a process is started', 3);
  const [old, coming] = [one(0), processes.seats[0]?.coming];
  old.kill('SIGKILL');
  await old.ended;
  await until(() => processes.seats[0]?.one === coming);
  coming?.say(tell);
  await all;
  expect(one(0)).toBe(coming);
  expect(coming?.isReady).toBe(true);
  expect([lines(died), lines(replaced).length]).toEqual([[], 1]);
});

test('where both end, that is a process that ended', async () => {
  const { processes, says, lines, next, one } = await started();
  await next({ '0,1': 'waits' });
  const all = processes.replaceAll();
  await says('a process is started', 3);
  const [old, coming] = [one(0), processes.seats[0]?.coming];
  old.kill('SIGKILL');
  await until(() => processes.seats[0]?.one === coming);
  coming?.kill('SIGKILL');
  await all;
  expect((await says(died)).values).toMatchObject({ process: '0-1', signal: 'SIGKILL' });
  expect(lines(failed)).toHaveLength(1);
});

test('one that just ended is replaced anyway; the others are replaced beside it', async () => {
  const clock = stopClock();
  const { processes, says, lines, pids, one } = await started();
  one(0).kill('SIGKILL');
  await says(died);
  await processes.replaceAll();
  expect([pids('0-1').length, pids('2').length]).toEqual([1, 2]);
  await clock.passes(500);
  await says('a process is started', 4);
  await one(0).ready;
  expect(lines(replaced)).toHaveLength(1);
});

test('once replaced, one that ends is replaced as any other', async () => {
  const clock = stopClock();
  const { processes, says, pids, one } = await started();
  await processes.replaceAll();
  one(1).kill('SIGKILL');
  expect((await says(died)).values).toMatchObject({ process: '2' });
  await clock.passes(500);
  await says('a process is started', 5);
  expect(pids('2')).toHaveLength(3);
});

test('a stop while they are replaced ends old and new, and is no failure', async () => {
  const { processes, says, lines, next, one } = await started();
  await next({ '0,1': 'waits' });
  const all = processes.replaceAll();
  await says('a process is started', 3);
  const both = [one(0), processes.seats[0]?.coming];
  await processes.stop();
  await all;
  for (const each of both) expect(await each?.ended).toBeDefined();
  expect([lines(failed), lines(replaced), lines(died)]).toEqual([[], [], []]);
  expect(lines('a process is started')).toHaveLength(3);
});
