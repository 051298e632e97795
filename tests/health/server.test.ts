// The address for health and figures, over HTTP: what it answers, what it does not, and why it cannot be opened.
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { type Answers, openHealthServer } from '../../src/health/server.ts';
import type { Message } from '../../src/messages/messages.ts';

async function opened(more: Partial<Answers> = {}) {
  const well = { failing: async (): Promise<Message[]> => [] };
  const figures = { text: async () => 'a 1\n', contentType: 'text/plain; version=0.0.4' };
  const troubles: unknown[] = [];
  const answers = {
    health: well,
    readiness: well,
    figures,
    troubled: (error: unknown) => troubles.push(error),
  };
  const server = await openHealthServer({ host: '127.0.0.1', port: 0 }, { ...answers, ...more });
  onTestFinished(() => server.close());
  const ask = (path: string, options: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${server.port}${path}`, options);
  return { server, ask, troubles };
}

test('where all is well it says so', async () => {
  const { ask } = await opened();
  for (const path of ['/healthz', '/readyz', '/healthz?verbose']) {
    const response = await ask(path);
    expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
  }
  const figures = await ask('/metrics');
  expect([figures.status, figures.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4']);
  expect(await figures.text()).toBe('a 1\n');
});

test('what fails is 503 with a plain line each', async () => {
  const failing = async (): Promise<Message[]> => [
    { key: 'health.gateway.none' },
    { key: 'health.store.full' },
  ];
  const { ask } = await opened({ health: { failing } });
  const response = await ask('/healthz');
  expect(response.status).toBe(503);
  expect(await response.text()).toBe(
    'gateway: the bot is not connected to Discord yet\nstore: the disk is full and nothing of any length can be saved; make room\n',
  );
  expect((await ask('/readyz')).status).toBe(200);
});

test('nothing else is there, and nothing is written to it', async () => {
  const { ask } = await opened();
  expect((await ask('/')).status).toBe(404);
  expect((await ask('/healthz/')).status).toBe(404);
  expect((await ask('/healthz', { method: 'POST', body: 'x' })).status).toBe(405);
  expect((await ask('/healthz', { method: 'HEAD' })).status).toBe(200);
});

test('what goes wrong while it answers is told to the log and is 500', async () => {
  const text = async (): Promise<string> => {
    throw new Error('broken');
  };
  const { ask, troubles } = await opened({ figures: { text, contentType: 'text/plain' } });
  expect((await ask('/metrics')).status).toBe(500);
  expect(troubles.map(String)).toEqual(['Error: broken']);
});

test('a port in use is told with its setting and a remedy', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(openAt('127.0.0.1', port)).rejects.toThrow(
    `HEALTH_PORT: the port ${port} of 127.0.0.1 is in use; end the program that has it, or give another number`,
  );
});

test.each(['192.0.2.1', 'no-such-host.invalid'])(
  'an address of no network card is told: %s',
  async (host) => {
    await expect(openAt(host, 9_464)).rejects.toThrow(`HEALTH_HOST: ${host} is no address of this machine; `);
  },
);

test.skipIf(process.getuid?.() === 0 || process.platform !== 'linux')(
  'a port that is forbidden is told',
  async () => {
    await expect(openAt('127.0.0.1', 80)).rejects.toThrow(
      'HEALTH_PORT: the bot may not listen at the port 80; ',
    );
  },
);

function openAt(host: string, port: number) {
  const none = { failing: async (): Promise<Message[]> => [] };
  const figures = { text: async () => '', contentType: '' };
  return openHealthServer(
    { host, port },
    { health: none, readiness: none, figures, troubled: () => undefined },
  );
}
