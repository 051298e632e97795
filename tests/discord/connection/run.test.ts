// What `npm start` with a token does, begun in this process: what is opened, told and closed, from the first line to the last.
import { EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Settings } from '../../../src/config.ts';
import { runBot, tokenOf } from '../../../src/discord/connection/run.ts';
import type { Channel } from '../../../src/discord/shards/parent.ts';
import type { Down, Up } from '../../../src/discord/shards/talk.ts';
import { libraryOf } from '../../../src/library.ts';
import type { LibraryThreadOptions } from '../../../src/library-thread/options.ts';
import type { LibraryThread } from '../../../src/library-thread/thread.ts';
import { NotRead } from '../../../src/reading/reader.ts';
import { startDiscord } from '../../double/double.ts';
import { folderWith, markdown } from '../../temporary.ts';
import { newHost, settingsWith } from './host.ts';

const market = markdown('a', 'The market of Samplia opens on Monday.');

/** Says the whole of a document, which is named by what is typed. */
const tell = `export default {
  data: { name: 'tell', description: 'A test', options: [{ type: 3, name: 'what', description: 'A document', required: true }] },
  execute: async (interaction, { library, readerFailed }) => {
    const what = interaction.options.getString('what');
    const passage = library.passages.find(({ document }) => document.id === what);
    return { components: [{ type: 10, content: passage.text + ' ' + readerFailed() }] };
  },
};`;

interface World {
  readonly settings?: Partial<Settings>;
  /** Its sources. */
  readonly files?: Record<string, string>;
  readonly channel?: Channel;
}

/** A bot that reads its sources in this thread, has one command, and is told to stop when the test ends. */
async function world({ settings, files = { 'a.md': market }, channel }: World = {}) {
  const discord = await startDiscord({ patienceMs: 30_000 });
  onTestFinished(() => discord.close());
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('general'));
  const [corpus, kept] = [await folderWith(files), await folderWith({})];
  const given: LibraryThreadOptions[] = [];
  const closed: string[] = [];
  const openThread = (options: LibraryThreadOptions): LibraryThread => {
    given.push(options);
    return { open: libraryOf, asked: () => 0, close: async () => void closed.push('thread') };
  };
  const host = newHost({ openThread, channel, commands: await folderWith({ 'tell.ts': tell }) });
  const place = { STORE: join(kept, 'store.sqlite') };
  const all = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restBase, ...place, ...settings };
  const ended = runBot(settingsWith(all), corpus, host.host);
  onTestFinished(async () => {
    host.gives('SIGTERM');
    await ended.catch(() => undefined);
  });
  const tells = async (what: string): Promise<string> => (await alice.runs('/tell', { what })).text;
  return { ...host, discord, corpus, kept, ended, given, closed, tells };
}

test('it answers from its sources, and a signal has it finish', async () => {
  const { discord, entries, says, gives, ended, exits, closed, tells } = await world();
  await says('ready');
  expect(await tells('a')).toBe('The market of Samplia opens on Monday. false');
  expect(closed).toEqual([]);
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
  expect([exits, discord.violations, closed]).toEqual([[], [], ['thread']]);
});

test('what reads its sources is told where to keep what it read, where words are filed, and whom to tell', async () => {
  const DATABASE_URL = 'postgres://127.0.0.1:9/none';
  const { given, kept, lines, ended } = await world({
    settings: { SEARCH_ENGINE: 'postgres', DATABASE_URL },
  });
  // There is no such database.
  await expect(ended).rejects.toThrow(/DATABASE_URL/u);
  const [options] = given;
  expect(options).toMatchObject({ snapshot: join(kept, 'sources.snapshot'), search: DATABASE_URL });
  expect(options?.model).toBeUndefined();
  options?.notRead?.(new NotRead('late'));
  options?.replaced?.(new Error('hangs'));
  options?.filed?.(1, 2);
  for (const message of [
    'a question was answered by its words alone',
    'the library broke and is opened again',
    'words of the sources are filed in the database',
  ])
    expect(lines(message), message).toHaveLength(1);
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
  const { says, gives, ended } = await world({ settings: { HEALTH_PORT: 0 } });
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
  const { says, corpus } = await world({ files: { 'a.md': market, 'b.md': 'no document' } });
  const { level, values } = await says('left out of the sources');
  expect([level, values['problem']]).toEqual(['warn', expect.stringContaining(`${corpus}/b.md:1: `)]);
  await says('ready');
});

test('sources that change are read anew, and what is wrong with a change is told', async () => {
  const { says, corpus, tells } = await world();
  await says('ready');
  await writeFile(join(corpus, 'b.md'), markdown('b', 'The harbour of Samplia is open to ships.'));
  expect((await says('the sources have changed and are read anew')).values).toEqual({ documents: 2 });
  expect(await tells('b')).toContain('The harbour of Samplia is open to ships.');
  await writeFile(join(corpus, 'a.md'), 'no document any more');
  const { values } = await says('a change of the sources is not used: mend this');
  expect(values['problem']).toContain(`${corpus}/a.md:1: `);
});

test('where Discord does not let it in, that is its end, and what it opened is closed', async () => {
  const { ended, entries } = await world({ settings: { DISCORD_TOKEN: 'wrong', HEALTH_PORT: 0 } });
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
  const { says, gives, ended, entries, exits } = await world({ settings: oneOfTwo, channel: parent.channel });
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
  const { ended, lines } = await world({ settings: oneOfTwo, channel: parent.channel });
  await parent.hears('ready');
  parent.goes();
  await ended;
  expect(lines('stopped')).toHaveLength(1);
});

test('one of several that is told to stop while it starts is not ready', async () => {
  const parent = openParentsEnd();
  const { ended, gives, says } = await world({ settings: oneOfTwo, channel: parent.channel });
  await says('started');
  gives('SIGTERM');
  await ended;
  expect(parent.said).toEqual([]);
});

test('the model is asked for from the process that has it', async () => {
  const parent = openParentsEnd();
  const { given } = await world({ settings: { ...oneOfTwo, READER: 'trained' }, channel: parent.channel });
  // The library asks for it when somebody asks something.
  await parent.hears('ready');
  void given[0]?.model?.();
  expect(await parent.hears('read')).toEqual({ kind: 'read', id: 1, line: '', work: { kind: 'open' } });
});

test('without a token there is no bot', () => {
  expect(tokenOf(settingsWith({ DISCORD_TOKEN: 'one' }))).toBe('one');
  expect(() => tokenOf(settingsWith({}))).toThrow(
    expect.objectContaining({ told: { key: 'discord.noToken' } }),
  );
});
