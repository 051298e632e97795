// Starts a real PostgreSQL for tests and benchmarks, and makes databases on one.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';

export interface Server {
  /** The address of the server with a database that is always there. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Write through to the disk, as in earnest. Tests end processes, not machines, so they go without and faster. */
  readonly durable?: boolean;
}

const told = z.union([z.object({ url: z.string() }), z.object({ failed: z.string() })]);

/** Makes and starts a server. Takes about a second. */
export async function startPostgres({ durable = false }: ServerOptions = {}): Promise<Server> {
  const script = join(import.meta.dirname, 'postgres-process.ts');
  const child = fork(script, durable ? ['--durable'] : [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // What this process was started with is not meant for that one.
    execArgv: [],
  });
  const ended = once(child, 'exit');
  const [message] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => [{ failed: `it ended with status ${code}` }]),
  ]);
  const started = told.parse(message);
  if ('failed' in started) throw new Error(`PostgreSQL did not start: ${started.failed}`);
  return {
    url: started.url,
    async stop() {
      child.disconnect();
      await ended;
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
