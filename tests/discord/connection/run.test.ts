// What `npm start` with a token does, begun in this process: what is opened, told and closed, from the first line to the last.
import { EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Settings } from '../../../src/config.ts';
import { runBot, tokenOf } from '../../../src/discord/connection/run.ts';
import type { Channel } from '../../../src/discord/shards/parent.ts';
import type { Down, Up } from '../../../src/discord/shards/talk.ts';
import { startDiscord } from '../../double/double.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { newHost, settingsWith } from './host.ts';

const market = markdown('a', 'The market of Samplia opens on Monday.');

/** A bot with these files as its sources, that is told to stop when the test ends. */
async function world(more: Partial<Settings> = {}, files: Record<string, string> = { 'a.md': market }, channel?: Channel) {
  const discord = await startDiscord({ patienceMs: 30_000 });
  onTestFinished(() => discord.close());
  const alice = discord.server().member({ name: 'alice' });
  const [corpus, kept] = [await folderWith(files), await folderWith({})];
  const place = { STORE: join(kept, 'store.sqlite') };
  const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase, ...place, ...more };
  const host = newHost(channel);
  const ended = runBot(settingsWith(settings), corpus, host.host);
  onTestFinished(async () => {
    host.gives('SIGTERM');
    await ended.catch(() => undefined);
  });
  return { ...host, discord, alice: alice.in(alice.server.channel('general')), corpus, ended };
}

const question = { question: 'When does the market of Samplia open?' };

test('it answers from its sources, and a signal has it finish', async () => {
  const { alice, discord, entries, says, gives, ended, exits } = await world();
  await says('ready');
  expect((await alice.runs('/ask', question)).text).toContain('The market of Samplia opens on Monday');
  gives('SIGINT');
  await ended;
  // What became of the interaction is told on the way to the end, or in it.
  const told = entries.filter(({ level }) => level !== 'debug').map(({ level, message }) => [level, message]);
  expect(told).toEqual([
    ['info', 'started'],
    ['info', 'commands are registered'],
    ['info', 'ready'],
    ['info', 'stopping: finishing what was begun'],
    ['info', 'stopped'],
  ]);
  expect([exits, discord.violations]).toEqual([[], []]);
});

test('what nobody caught is told, and it goes on', async () => {
  const { says, gives, lines } = await world();
  await says('ready');
  gives('unhandledRejection', new Error('odd'));
  const { level, values } = await says('something failed outside of any interaction');
  expect([level, values]).toEqual([
    'error',
    { id: expect.stringMatching(/^[0-9a-f]{8}$/u), err: expect.objectContaining({ message: 'odd' }) },
  ]);
  expect(lines('stopped')).toEqual([]);
});

test('its health and figures can be asked for while it runs', async () => {
  const { says, gives, ended } = await world({ HEALTH_PORT: 0 });
  const { values } = await says('health and figures can be asked for');
  await says('ready');
  const ask = async (path: string): Promise<string> =>
    (await fetch(`http://127.0.0.1:${values['port']}/${path}`)).text();
  expect(await ask('healthz')).toBe('ok\n');
  await expect.poll(() => ask('readyz'), { timeout: 20_000 }).toBe('ok\n');
  const figures = await ask('metrics');
  expect(figures).toMatch(/^communique_documents 1$/mu);
  expect(figures).toMatch(/^communique_servers 1$/mu);
  expect(figures).toMatch(/^communique_library_waiting 0$/mu);
  expect(figures).toMatch(/^communique_reader_waiting 0$/mu);
  expect(figures).toMatch(/^communique_interactions_running 0$/mu);
  expect(figures).toMatch(/^communique_store_bytes [1-9]\d*$/mu);
  expect(figures).toMatch(/^communique_store_query_seconds_count\{kind="read"\} [1-9]/mu);
  gives('SIGTERM');
  await ended;
  await expect(ask('healthz')).rejects.toThrow();
});

test('what is wrong in its sources is told, and it is ready all the same', async () => {
  const { says, corpus } = await world({}, { 'a.md': market, 'b.md': 'no document' });
  const { level, values } = await says('left out of the sources');
  expect([level, values['problem']]).toEqual(['warn', expect.stringContaining(`${corpus}/b.md:1: `)]);
  await says('ready');
});

test('sources that change are read anew, and what is wrong with a change is told', async () => {
  const { says, corpus, alice } = await world();
  await says('ready');
  await writeFile(join(corpus, 'b.md'), markdown('b', 'The harbour of Samplia is open to ships.'));
  expect((await says('the sources have changed and are read anew')).values).toEqual({ documents: 2 });
  const asked = await alice.runs('/ask', { question: 'Is the harbour of Samplia open?' });
  expect(asked.text).toContain('The harbour of Samplia is open to ships');
  await writeFile(join(corpus, 'a.md'), 'no document any more');
  const { values } = await says('a change of the sources is not used: mend this');
  expect(values['problem']).toContain(`${corpus}/a.md:1: `);
});

test('where Discord does not let it in, that is its end, and what it opened is closed', async () => {
  const { ended, entries } = await world({ DISCORD_TOKEN: 'wrong', HEALTH_PORT: 0 });
  await expect(ended).rejects.toMatchObject({ told: { key: 'discord.badToken' } });
  expect(entries.map(({ message }) => message)).toEqual(['health and figures can be asked for', 'started']);
  const port = entries[0]?.values['port'];
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});

/** The end of a process that looks after this one. */
function openParentsEnd() {
  const events = new EventEmitter();
  const said: Up[] = [];
  const waiting = new Set<() => void>();
  const channel: Channel = {
    connected: true,
    on: (event: string, listener: (message: never) => void) =>
      events.on(event, (message) => listener(message as never)),
    send: ({ communique }) => {
      said.push(communique);
      for (const look of waiting) look();
    },
  };
  const hears = <K extends Up['kind']>(kind: K): Promise<Extract<Up, { kind: K }>> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = said.find((each): each is Extract<Up, { kind: K }> => each.kind === kind);
        if (found) resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    ...{ channel, said, hears },
    says: (communique: Down) => void events.emit('message', { communique }),
    goes: () => void events.emit('disconnect'),
  };
}

const oneOfTwo = { SHARD_LIST: [0], SHARD_COUNT: 2, HEALTH_PORT: 0 };

test('one of several says when it is ready and how it is, opens no address, and names its shards in the log', async () => {
  const parent = openParentsEnd();
  const { says, gives, ended, entries, exits } = await world(oneOfTwo, undefined, parent.channel);
  await parent.hears('ready');
  await says('ready');
  parent.says({ kind: 'tell', id: 7, topic: 'health' });
  expect(await parent.hears('told')).toEqual({ kind: 'told', id: 7, facts: { health: [] } });
  gives('SIGINT');
  gives('SIGTERM');
  gives('SIGTERM');
  await ended;
  expect(new Set(entries.map(({ values }) => values['shards']))).toEqual(new Set(['0']));
  expect(entries.map(({ message }) => message)).not.toContain('health and figures can be asked for');
  expect([exits, parent.said.filter(({ kind }) => kind === 'ready').length]).toEqual([[], 1]);
});

test('one of several ends where the process that looks after it is gone', async () => {
  const parent = openParentsEnd();
  const { ended, lines } = await world(oneOfTwo, undefined, parent.channel);
  await parent.hears('ready');
  parent.goes();
  await ended;
  expect(lines('stopped')).toHaveLength(1);
});

test('one of several that is told to stop while it starts is not ready', async () => {
  const parent = openParentsEnd();
  const { ended, gives, says } = await world(oneOfTwo, undefined, parent.channel);
  await says('started');
  gives('SIGTERM');
  await ended;
  expect(parent.said).toEqual([]);
});

test('the model is asked for from the process that has it', async () => {
  const parent = openParentsEnd();
  await world({ ...oneOfTwo, READER: 'trained' }, undefined, parent.channel);
  expect(await parent.hears('read')).toEqual({ kind: 'read', id: 1, work: { kind: 'open' } });
});

test('without a token there is no bot', () => {
  expect(tokenOf(settingsWith({ DISCORD_TOKEN: 'one' }))).toBe('one');
  expect(() => tokenOf(settingsWith({}))).toThrow(
    expect.objectContaining({ told: { key: 'discord.noToken' } }),
  );
});
