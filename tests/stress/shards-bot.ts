// The bot of the stress of many processes, as `npm start` starts it, with all that it starts: what its log tells, which processes run, and
// what they have taken of the processor.
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const lineSchema = z.looseObject({
  level: z.number(),
  msg: z.string().optional(),
  process: z.string().optional(),
  pid: z.number().optional(),
  err: z.looseObject({ type: z.string().optional(), message: z.string().optional() }).optional(),
});

export interface ShardsBot {
  readonly pid: number;
  /** The process of each group of shards that was started last. */
  readonly processes: ReadonlyMap<string, number>;
  /** What it logged as errors, without what is different each time, and how often. */
  readonly errors: ReadonlyMap<string, number>;
  /** Resolves when it says these words the next time. */
  says(words: string): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<void>;
}

const errorLevel = 50;

export function startShardsBot(folder: string, settings: Readonly<Record<string, string>>): ShardsBot {
  const child = spawn(process.execPath, [resolve('src/start.js'), 'main'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], ...settings },
  });
  const processes = new Map<string, number>();
  const errors = new Map<string, number>();
  const waiting = new Map<() => void, string>();
  createInterface(child.stdout).on('line', (line) => {
    for (const [hear, words] of waiting) if (line.includes(words)) hear();
    if (!line.startsWith('{')) return;
    const { level, msg = '', process: shards, pid, err } = lineSchema.parse(JSON.parse(line));
    if (shards !== undefined && pid !== undefined) processes.set(shards, pid);
    const what = [msg, err?.type, err?.message]
      .filter(Boolean)
      .join(': ')
      .replaceAll(/\d{5,}/gu, '…');
    if (level >= errorLevel) errors.set(what, (errors.get(what) ?? 0) + 1);
  });
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  void ended.then(() => process.off('exit', atExit));
  return {
    pid: child.pid ?? 0,
    processes,
    errors,
    ended,
    says: (words) =>
      new Promise((done, fail) => {
        const hear = (): void => {
          waiting.delete(hear);
          done();
        };
        waiting.set(hear, words);
        void ended.then(() => fail(new Error(`the bot ended before it said "${words}"`)));
      }),
    signal: (signal) => void child.kill(signal),
  };
}

/** Linux counts in hundredths of a second, whatever its kernel does. */
const tickMs = 10;

interface Taken {
  readonly parent: number;
  readonly ms: number;
  readonly bytes: number;
}

async function takenBy(pid: number): Promise<Taken | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  // Those of its children that have ended are counted with it.
  const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + (fields[place] ?? 0), 0);
  return { parent: fields[1] ?? 0, ms: ticks * tickMs, bytes: (fields[21] ?? 0) * 4_096 };
}

/** What a program and all that it started have taken of the processor so far, and take of memory now. */
export async function takenByAll(root: number): Promise<{ readonly cpuMs: number; readonly bytes: number }> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(Number);
  const all = new Map<number, Taken>();
  for (const pid of pids) {
    const taken = await takenBy(pid);
    if (taken) all.set(pid, taken);
  }
  const isIts = (pid: number): boolean => {
    const parent = all.get(pid)?.parent;
    return pid === root || (parent !== undefined && parent > 1 && isIts(parent));
  };
  const its = [...all].filter(([pid]) => isIts(pid)).map(([, taken]) => taken);
  const sum = (part: (taken: Taken) => number): number => its.reduce((all, taken) => all + part(taken), 0);
  return { cpuMs: sum(({ ms }) => ms), bytes: sum(({ bytes }) => bytes) };
}
