// What a process of some shards says to the one that looks after it, and hears from it.

import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { inLine } from '../../../src/common/line.ts';
import { type Channel, openParent } from '../../../src/discord/shards/parent.ts';
import type { Down, Topic, Up } from '../../../src/discord/shards/talk.ts';
import { NotRead } from '../../../src/reading/reader.ts';
import { stopClock } from '../../stopped-clock.ts';

/** The other end of the channel. */
function openChannel({ connected = true } = {}) {
  const events = new EventEmitter();
  const said: Up[] = [];
  const channel: Channel & { connected: boolean } = {
    connected,
    on: (event: string, listener: (message: never) => void) =>
      events.on(event, (message) => listener(message as never)),
    send: ({ communique }, handle, options, done) => {
      said.push(communique);
      // Without these a failure would be thrown where nobody catches it.
      expect([handle, options, typeof done]).toEqual([undefined, {}, 'function']);
    },
  };
  return {
    ...{ channel, said },
    says: (communique: Down) => void events.emit('message', { communique }),
    sends: (message: unknown) => void events.emit('message', message),
    goes: () => {
      channel.connected = false;
      events.emit('disconnect');
    },
  };
}

const open = { kind: 'open' } as const;
const forget = { kind: 'forget', keys: ['a'] } as const;

test('it is told when this process is ready', () => {
  const { channel, said } = openChannel();
  openParent(channel).ready();
  expect(said).toEqual([{ kind: 'ready' }]);
});

test('work is given with a number each, and what comes back reaches who asked, in whatever order', async () => {
  const { channel, said, says } = openChannel();
  const { read } = openParent(channel);
  const both = [read(open), inLine('server 7', () => read(forget))];
  expect(said).toEqual([
    { kind: 'read', id: 1, line: '', work: open },
    { kind: 'read', id: 2, line: 'server 7', work: forget },
  ]);
  says({ kind: 'brought', id: 2, answer: { result: true } });
  says({ kind: 'brought', id: 1, answer: { result: null } });
  // What nobody waits for any more, and what was never asked for.
  says({ kind: 'brought', id: 1, answer: { result: true } });
  says({ kind: 'brought', id: 9, answer: { result: true } });
  expect(await Promise.all(both)).toEqual([null, true]);
});

test.each(['late', 'busy', 'unavailable'] as const)('what was not read says why: %s', async (reason) => {
  const { channel, says } = openChannel();
  const read = openParent(channel).read(open);
  says({ kind: 'brought', id: 1, answer: { not: reason } });
  await expect(read).rejects.toThrow(new NotRead(reason));
  await expect(read).rejects.toMatchObject({ reason });
});

test('what is given up is told, and what was given up before is not asked for', async () => {
  const { channel, said } = openChannel();
  const { read } = openParent(channel);
  await expect(read(open, AbortSignal.abort())).rejects.toMatchObject({ reason: 'late' });
  expect(said).toEqual([]);
  const giving = new AbortController();
  const late = read(open, giving.signal);
  giving.abort();
  await expect(late).rejects.toMatchObject({ reason: 'late' });
  expect(said).toEqual([
    { kind: 'read', id: 1, line: '', work: open },
    { kind: 'unread', id: 1 },
  ]);
});

test('nobody waits for good: after two minutes it is given up', async () => {
  const clock = stopClock();
  const { channel, said } = openChannel();
  const read = openParent(channel).read(open);
  const ended = expect(read).rejects.toMatchObject({ reason: 'late' });
  await clock.passes(119_999);
  expect(said).toHaveLength(1);
  await clock.passes(1);
  expect(said[1]).toEqual({ kind: 'unread', id: 1 });
  await ended;
});

test('what was answered is not given up afterwards', async () => {
  const clock = stopClock();
  const { channel, said, says } = openChannel();
  const giving = new AbortController();
  const read = openParent(channel).read(open, giving.signal);
  says({ kind: 'brought', id: 1, answer: { result: null } });
  await read;
  giving.abort();
  await clock.passes(200_000);
  expect(said).toHaveLength(1);
});

test('the wait for an answer alone keeps no process running', async () => {
  const waiting = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const { channel, says } = openChannel();
  const before = waiting();
  const read = openParent(channel).read(open);
  expect(waiting()).toBe(before);
  says({ kind: 'brought', id: 1, answer: { result: null } });
  await read;
});

test('asked how it is, it tells what it knows, and that it is alive whatever it knows', async () => {
  const { channel, said, says } = openChannel();
  const parent = openParent(channel);
  says({ kind: 'tell', id: 1, topic: 'health' });
  says({ kind: 'tell', id: 2, topic: 'alive' });
  parent.tells({
    health: async () => [{ key: 'health.store.lost' }],
    readiness: async () => [],
    figures: () => Promise.reject(new Error('cannot be told')),
  });
  const topics: Topic[] = ['health', 'readiness', 'figures'];
  for (const [n, topic] of topics.entries()) says({ kind: 'tell', id: n + 3, topic });
  await expect.poll(() => said.length).toBe(3);
  expect(said).toEqual([
    { kind: 'told', id: 2, facts: {} },
    { kind: 'told', id: 3, facts: { health: [{ key: 'health.store.lost' }] } },
    { kind: 'told', id: 4, facts: { readiness: [] } },
  ]);
});

test.each([[null], [undefined], ['words'], [7], [{}], [{ _ready: true }]])(
  'what is not ours is let go by: %j',
  (message) => {
    const { channel, said, sends } = openChannel();
    openParent(channel);
    sends(message);
    expect(said).toEqual([]);
  },
);

test('once the other process is gone, that is told and nothing is said any more', () => {
  const { channel, said, goes } = openChannel();
  const parent = openParent(channel);
  let gone = 0;
  parent.onGone(() => {
    gone += 1;
  });
  expect(gone).toBe(0);
  goes();
  expect(gone).toBe(1);
  parent.ready();
  expect(said).toEqual([]);
});

test('where it was gone before, that is told at once', () => {
  let gone = 0;
  openParent(openChannel({ connected: false }).channel).onGone(() => {
    gone += 1;
  });
  expect(gone).toBe(1);
});
