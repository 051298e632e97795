// `npm run deploy` in this process, against a server that answers as Discord does: what is registered where, and what is said of it.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { UsageError, UserError } from '../../src/common/errors.ts';
import type { Settings } from '../../src/config.ts';
import { loadCommands } from '../../src/discord/command.ts';
import { deploy } from '../../src/discord/connection/deployment.ts';
import { commandsFolder } from '../../src/discord/connection/run.ts';

type Told = Record<string, unknown>;
let registered = new Map<string, Told[]>();
let refusal: number | undefined;

async function answer(request: IncomingMessage): Promise<unknown> {
  const path = new URL(request.url ?? '', 'http://x').pathname.replace(/^.*?(?=\/applications)/u, '');
  if (path === '/applications/@me') return { id: '11' };
  if (request.method === 'PUT') registered.set(path, (await json(request)) as Told[]);
  return registered.get(path) ?? [];
}

const server = createServer((request, response) => {
  void answer(request).then((body) => {
    response.writeHead(refusal ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(refusal ? { message: 'no', code: 50_001 } : body));
  });
});
beforeAll(async () => {
  // To load them all takes longer than all that is tested here.
  await loadCommands(commandsFolder);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());
beforeEach(() => {
  registered = new Map();
  refusal = undefined;
});

const everywhere = '/applications/11/commands';
const inServer = '/applications/11/guilds/22/commands';

function deployed(more: Partial<Settings> = {}, words: string[] = []): Promise<string[]> {
  const { port } = server.address() as AddressInfo;
  const settings = { DISCORD_API_URL: `http://127.0.0.1:${port}/api`, DISCORD_TOKEN: 'a.b.c', ...more };
  return deploy(settings as Settings, words);
}

test('everywhere, once; then nothing is changed; then they are removed', async () => {
  const first = await deployed();
  const count = registered.get(everywhere)?.length ?? 0;
  expect(count).toBeGreaterThan(10);
  expect([...registered.keys()]).toEqual([everywhere]);
  expect(first).toHaveLength(1);
  expect(first[0]).toContain(String(count));
  const again = await deployed();
  expect(again).toHaveLength(1);
  expect(again).not.toEqual(first);
  const cleared = await deployed({}, ['--clear']);
  expect(cleared[0]).toContain(String(count));
  expect(registered.get(everywhere)).toEqual([]);
});

test('in a server of an application that is named, and told where they stand everywhere as well', async () => {
  registered.set(everywhere, [{ name: 'ask' }]);
  const told = await deployed({ DISCORD_APPLICATION_ID: '11', DISCORD_GUILD_ID: '22' });
  expect(registered.get(inServer)?.length).toBeGreaterThan(10);
  expect(told).toHaveLength(2);
  expect(told[0]).toContain('22');
  expect(
    (await deployed({ DISCORD_APPLICATION_ID: '11', DISCORD_GUILD_ID: '22' }, ['--clear']))[0],
  ).toContain('22');
  expect(registered.get(inServer)).toEqual([]);
  expect(registered.get(everywhere)).toHaveLength(1);
});

test.each([['--clean'], ['clear'], ['--clear=yes'], ['--clear', 'all']])(
  '%s %s is refused, and nothing is done',
  async (...words) => {
    await expect(
      deployed(
        {},
        words.filter((word) => word !== undefined),
      ),
    ).rejects.toBeInstanceOf(UsageError);
    expect([...registered.keys()]).toEqual([]);
  },
);

test('what Discord refuses is told as what to do', async () => {
  refusal = 401;
  await expect(deployed()).rejects.toMatchObject({ told: { key: 'discord.badToken' } });
  refusal = 403;
  await expect(deployed({ DISCORD_APPLICATION_ID: '11', DISCORD_GUILD_ID: '22' })).rejects.toBeInstanceOf(
    UserError,
  );
});
