// A way to a real PostgreSQL that can fall silent, as a network does that swallows everything: nothing is refused, nothing comes back.
import { connect, createServer, type Socket } from 'node:net';
import { inject, onTestFinished } from 'vitest';
import { makeDatabase } from './postgres.ts';

export interface Way {
  /** The address of a database of its own, by this way. */
  readonly url: string;
  /** Swallows everything from now on, or from when somebody says a word such as `commit`. */
  fallSilent(at?: string): void;
  /** New connections are let through again; those of before stay silent. */
  speak(): void;
  /** Called whenever something is swallowed. */
  swallowed: () => void;
}

export async function wayToPostgres(): Promise<Way> {
  const server = new URL(inject('postgres'));
  const database = `silent_${crypto.randomUUID().replaceAll('-', '')}`;
  const url = new URL(await makeDatabase(server.href, database));
  let isSilent = false;
  let word: string | undefined;
  const through = (from: Socket, to: Socket, said: Buffer): void => {
    if (word !== undefined && said.includes(word)) isSilent = true;
    if (isSilent) swallowing.add(from).add(to);
    if (swallowing.has(from)) opened.swallowed();
    else to.write(said);
  };
  const swallowing = new WeakSet<Socket>();
  const sockets = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(Number(server.port), server.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => near.destroy() && far.destroy());
    }
    near.on('data', (said) => through(near, far, said));
    far.on('data', (said) => through(far, near, said));
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    way.close();
  });
  const address = way.address();
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  const opened: Way = {
    url: url.href,
    fallSilent: (at) => {
      if (at === undefined) isSilent = true;
      word = at;
    },
    speak: () => {
      isSilent = false;
      word = undefined;
    },
    swallowed: () => undefined,
  };
  return opened;
}
