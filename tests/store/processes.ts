// Starts real processes that share a store.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StorePlace } from '../../src/store/store.ts';

function start(work: string, { file, url = '' }: StorePlace, begins: number) {
  const script = join(import.meta.dirname, 'process.ts');
  const child = spawn(process.execPath, [script, work, file, url, String(begins)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk));
  const ended = new Promise<string>((resolve) => child.on('close', () => resolve(out + err)));
  return { child, ended, out: () => out };
}

/** Runs the same work in several processes that begin it at the same moment; what each said. */
export function inProcesses(count: number, work: string, place: StorePlace): Promise<string[]> {
  const begins = Date.now() + 150 * count;
  return Promise.all(Array.from({ length: count }, () => start(work, place, begins).ended));
}

/** A process that writes names and says each one that is committed, until it is killed. */
export async function startWriter(place: StorePlace, work: 'write' | 'add' = 'write') {
  const { child, ended, out } = start(work, place, 0);
  return {
    /** Kills it (SIGKILL) once it has said so many, and gives all whole lines it had said by then. */
    async killedAfter(count: number): Promise<string[]> {
      await new Promise<void>((resolve) => {
        const look = () => {
          if (out().split('\n').length <= count) return;
          child.kill('SIGKILL');
          resolve();
        };
        child.stdout.on('data', look);
        child.on('close', () => resolve());
        look();
      });
      const said = await ended;
      return said.split('\n').slice(0, -1);
    },
  };
}
