// Starts real processes that share a store.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StorePlace } from '../../src/store/store.ts';

function start(work: string, { file, url = '' }: StorePlace) {
  const script = join(import.meta.dirname, 'process.ts');
  const child = fork(script, [work, file, url], { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ready = once(child, 'message');
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk));
  const ended = new Promise<string>((resolve) => child.on('close', () => resolve(out + err)));
  return { child, ready, begin: () => child.send('begin'), ended, out: () => out };
}

/** Runs the same work in several processes that begin it at the same moment; what each said. */
export async function inProcesses(count: number, work: string, place: StorePlace): Promise<string[]> {
  const all = Array.from({ length: count }, () => start(work, place));
  await Promise.all(all.map(({ ready }) => ready));
  for (const { begin } of all) begin();
  return Promise.all(all.map(({ ended }) => ended));
}

/** A process that writes names and says each one that is committed, until it is killed. */
export async function startWriter(place: StorePlace, work: 'write' | 'add' = 'write') {
  const { child, ready, begin, ended, out } = start(work, place);
  await ready;
  begin();
  return {
    /** Kills it (SIGKILL) once it has said so many, and gives all whole lines it had said by then. */
    async killedAfter(count: number): Promise<string[]> {
      await new Promise<void>((resolve) => {
        const look = () => {
          if (out().split('\n').length <= count) return;
          child.kill('SIGKILL');
          resolve();
        };
        child.stdout?.on('data', look);
        child.on('close', () => resolve());
        look();
      });
      const said = await ended;
      return said.split('\n').slice(0, -1);
    },
  };
}
