// Files are read in turn: a server waits for its own files and for nobody else's, and nothing is fetched before its turn.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openOwnSources } from '../../../src/discord/source/own-sources.ts';
import { openLibraries } from '../../../src/libraries.ts';
import { openLibrary } from '../../../src/library.ts';
import { newPlace, opened } from '../../store/engines.ts';
import { folderWith, markdown } from '../../temporary.ts';

/** A host of files that gives none before it is told, and what is asked of it. */
async function host() {
  const asked: string[] = [];
  const held: ServerResponse[] = [];
  let isOpen = false;
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    if (isOpen) response.end('The talks began.');
    else held.push(response);
    server.emit('asked');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const open = () => {
    isOpen = true;
    for (const response of held.splice(0)) response.end('The talks began.');
  };
  const files = async (count: number) => {
    while (asked.length < count) await once(server, 'asked');
  };
  return { base: `http://127.0.0.1:${port}`, asked, open, files };
}

test('a server that sends many files waits behind itself, and none of them is fetched before its turn', async () => {
  const { base, asked, open, files } = await host();
  const { database } = await opened(await newPlace('sqlite'));
  const library = await openLibrary(await folderWith({ 'a.md': markdown('a', 'A text.') }));
  const sources = openOwnSources({
    settings: { DISCORD_API_URL: `${base}/api`, LOG_LEVEL: 'info' },
    libraries: openLibraries({ shared: () => library, database }),
    changed: () => undefined,
  });
  const read = (guild: string, by: string) =>
    sources.read({ guild, by }, { name: 'a.txt', size: 16, url: `${base}/${guild}/${by}` });
  const noisy = ['n1', 'n2', 'n3', 'n4'].map((by) => read('noisy', by));
  await expect(read('noisy', 'n5')).rejects.toMatchObject({ told: { key: 'own.busy' } });
  const quiet = read('quiet', 'q1');
  await files(2);
  expect(asked).toEqual(['/noisy/n1', '/quiet/q1']);
  open();
  for (const each of await Promise.all([...noisy, quiet])) expect(each).toMatchObject({ ok: true });
  expect(asked).toEqual(['/noisy/n1', '/quiet/q1', '/noisy/n2', '/noisy/n3', '/noisy/n4']);
  sources.close();
  await expect(read('quiet', 'q1')).rejects.toMatchObject({ told: { key: 'own.busy' } });
});
