// The bot as `npm start` starts it, in a process of its own, with its vital signs: stalls of its event loop, memory, what it
// logs as an error, and whether it still lives.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Discord } from '../double/double.ts';

const vitalsSchema = z.object({
  at: z.number(),
  stallMs: z.number(),
  stallCpuMs: z.number(),
  waited: z.number(),
  heap: z.number(),
  resident: z.number(),
});
type Vitals = z.infer<typeof vitalsSchema>;

export interface WatchedBot {
  /** From now on it is measured. */
  begins(): void;
  /** The greatest since then; waits until a stall that goes on is over, for a minute at most. */
  vitals(): Promise<Vitals>;
  /** How the process ended by itself: a status or a signal; undefined while it lives. */
  ended(): string | undefined;
  /** What it logged as errors since it began to be measured, without what is different each time. */
  errors(): ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

export interface BotSettings {
  readonly discord: Discord;
  /** The store and the vital signs are kept here. */
  readonly folder: string;
  /** What the trained reader made of the shipped passages, so that it need not be made for each case. */
  readonly cache: string;
  /** Of V8's old space; what Node takes by itself unless told. */
  readonly heapMiB: number | undefined;
  readonly reader: string | undefined;
}

const longestStallMs = 60_000;
const longestEndMs = 15_000;
/** pino's number for errors. */
const errorLevel = 50;
const logSchema = z.looseObject({ level: z.number(), msg: z.string(), err: z.unknown().optional() });
const thrownSchema = z.looseObject({ type: z.string().optional(), message: z.string().optional() });

export async function startWatchedBot(settings: BotSettings): Promise<WatchedBot> {
  const { discord, folder, cache, heapMiB, reader } = settings;
  const file = join(folder, 'vitals.jsonl');
  const preload = pathToFileURL(join(import.meta.dirname, 'vitals.ts')).href;
  const child = spawn(process.execPath, ['--import', preload, resolve('src/main.ts')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      VITALS: file,
      // As an operator sets it who has little memory.
      ...(heapMiB !== undefined && { NODE_OPTIONS: `--max-old-space-size=${heapMiB}` }),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.restBase,
      STORE: join(folder, 'store.sqlite'),
      READER_CACHE: cache,
      // What is looked for must not end after the thirtieth document.
      SOURCES_PER_HOUR: '100000',
      ...(reader !== undefined && { READER: reader }),
    },
  });
  // Whoever ends the measurement ends the bot.
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  const errors = new Map<string, number>();
  let [isReady, last, ending] = [false, '', undefined as string | undefined];
  const ended = new Promise<void>((done) =>
    child.on('close', (code, signal) => {
      ending = signal ?? `status ${code}`;
      done();
    }),
  );
  const ready = new Promise<void>((done) => {
    createInterface(child.stdout).on('line', (line) => {
      isReady ||= line.includes('"ready"');
      if (isReady) done();
      const error = errorIn(line);
      if (error !== undefined) errors.set(error, (errors.get(error) ?? 0) + 1);
    });
  });
  // V8 tells on it why it gives up.
  child.stderr.on('data', (chunk: Buffer) => {
    last = `${last}${chunk}`.slice(-4_000);
  });
  await Promise.race([ready, ended]);
  if (ending !== undefined) throw new Error(`the bot ended before it was ready, by ${ending}:\n${last}`);

  return {
    begins: () => {
      errors.clear();
      child.kill('SIGUSR2');
    },
    vitals: () => vitalsIn(file, Date.now(), () => ending !== undefined),
    ended: () => (ending === undefined ? undefined : [ending, ...fatalIn(last)].join(': ')),
    errors: () => errors,
    stop: async () => {
      child.kill('SIGTERM');
      await Promise.race([ended, delay(longestEndMs, undefined, { ref: false })]);
      child.kill('SIGKILL');
      await ended;
      process.off('exit', atExit);
    },
  };
}

/** The last line that was written after a moment, or the last of all where none comes any more. */
async function vitalsIn(file: string, after: number, isOver: () => boolean): Promise<Vitals> {
  for (;;) {
    const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1);
    const vitals = vitalsSchema.parse(JSON.parse(lines.at(-1) ?? '{}'));
    if (vitals.at > after || isOver()) return vitals;
    // A loop that stands still for longer is told as that, though nobody knows for how long.
    const stallMs = Date.now() - vitals.at;
    if (stallMs > longestStallMs) return { ...vitals, stallMs };
    await delay(100);
  }
}

/** What an error in the log says; undefined for other lines. */
function errorIn(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  const read = logSchema.safeParse(JSON.parse(line));
  if (!read.success || read.data.level < errorLevel) return undefined;
  const thrown = thrownSchema.safeParse(read.data.err);
  const { type, message } = thrown.success ? thrown.data : {};
  return [read.data.msg, type, message]
    .filter((part) => part !== undefined)
    .join(': ')
    .replaceAll(/\d{5,}/gu, '…');
}

const fatalIn = (text: string): string[] => [...text.matchAll(/FATAL ERROR: .+/gu)].map(([line]) => line);
