import { constants, createInflate } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { stopClock } from '../stopped-clock.ts';
import { type Discord, startDiscord } from './double.ts';

const IDENTIFY = { op: 2, d: { token: 'test-token', intents: 1, properties: {} } };

let discord: Discord;
beforeAll(async () => {
  discord = await startDiscord();
});
afterAll(() => discord.close());

/** A connection without discord.js, for what a client would never do. */
async function connect(
  query = '',
): Promise<{ socket: WebSocket; next: () => Promise<unknown>; closed: Promise<number> }> {
  const address = discord.restBase.replace('http', 'ws').replace('/api', '');
  const socket = new WebSocket(`${address}/?v=10&encoding=json${query}`);
  const inflate = query.includes('zlib') ? createInflate({ flush: constants.Z_SYNC_FLUSH }) : null;
  const arrived: unknown[] = [];
  const waiting: ((frame: unknown) => void)[] = [];
  const take = (text: string) => {
    const frame: unknown = JSON.parse(text);
    const waiter = waiting.shift();
    if (waiter) waiter(frame);
    else arrived.push(frame);
  };
  inflate?.on('data', (chunk: Buffer) => take(chunk.toString()));
  socket.on('message', (data: Buffer) => (inflate ? inflate.write(data) : take(data.toString())));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const next = () =>
    arrived.length > 0
      ? Promise.resolve(arrived.shift())
      : new Promise<unknown>((resolve) => waiting.push(resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  return { socket, next, closed };
}

test('the gateway greets, lets in, acknowledges heartbeats', async () => {
  const { socket, next } = await connect();
  expect(await next()).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
  socket.send(JSON.stringify(IDENTIFY));
  expect(await next()).toMatchObject({ op: 0, s: 1, t: 'READY', d: { v: 10, shard: [0, 1], guilds: [] } });
  socket.send(JSON.stringify({ op: 1, d: 1 }));
  expect(await next()).toMatchObject({ op: 11 });
  socket.close(1000);
  await discord.happens('disconnect');
  expect(discord.gateway.sessions).toEqual([]);
});

test('the gateway compresses its stream when it is asked to', async () => {
  const { socket, next } = await connect('&compress=zlib-stream');
  expect(await next()).toMatchObject({ op: 10 });
  socket.send(JSON.stringify(IDENTIFY));
  expect(await next()).toMatchObject({ t: 'READY' });
  discord.gateway.sends('FIRST', {});
  discord.gateway.sends('SECOND', {});
  const [first, second] = [await next(), await next()];
  expect([first, second]).toMatchObject([{ t: 'FIRST' }, { t: 'SECOND' }]);
  socket.terminate();
});

describe('the gateway closes the connection of one who', () => {
  test.for<[string, number, unknown[]]>([
    ['sends what is no payload', 4002, ['hello']],
    ['sends an unknown opcode', 4001, [{ op: 77 }]],
    ['speaks before having identified', 4003, [{ op: 3, d: {} }]],
    ['identifies with a wrong token', 4004, [{ op: 2, d: { ...IDENTIFY.d, token: 'wrong' } }]],
    ['identifies twice', 4005, [IDENTIFY, IDENTIFY]],
    ['names a shard that there cannot be', 4010, [{ op: 2, d: { ...IDENTIFY.d, shard: [2, 2] } }]],
    ['asks for intents that were not granted', 4014, [{ op: 2, d: { ...IDENTIFY.d, intents: 1 << 15 } }]],
  ])('%s: %i', async ([, code, frames]) => {
    const { socket, closed } = await connect();
    for (const frame of frames) socket.send(JSON.stringify(frame));
    expect(await closed).toBe(code);
  });

  test('resumes with a wrong token: 4004; an unknown session is invalid', async () => {
    const first = await connect();
    await first.next();
    first.socket.send(JSON.stringify(IDENTIFY));
    const ready = await first.next();
    const id = JSON.stringify(ready).match(/"session_id":"(\d+)"/)?.[1];
    const second = await connect();
    await second.next();
    second.socket.send(JSON.stringify({ op: 6, d: { token: 'test-token', session_id: '1', seq: 0 } }));
    expect(await second.next()).toMatchObject({ op: 9, d: false });
    second.socket.send(JSON.stringify({ op: 6, d: { token: 'wrong', session_id: id, seq: 0 } }));
    expect(await second.closed).toBe(4004);
    first.socket.terminate();
  });
});

test('what waits in vain for an event says so', async () => {
  const clock = stopClock();
  const waiting = expect(discord.happens('resumed', undefined, 20)).rejects.toThrow(
    'no "resumed" within 20 ms',
  );
  await clock.passes(20);
  await waiting;
});
