// The bot as the tests start it: the real one, logged in to the double, in this process or in one of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { loadCommands } from '../../src/discord/command.ts';
import { commandsFolder } from '../../src/discord/run.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import type { Log } from '../../src/log.ts';
import { type Discord, type DiscordOptions, type Place, startDiscord } from '../double/double.ts';

export interface Logged {
  readonly level: string;
  readonly values: Record<string, unknown>;
  readonly message: string;
}

export interface Scene {
  readonly discord: Discord;
  readonly bot: Bot;
  readonly log: Logged[];
  /** Alice, an ordinary member, in the channel `general` of a server. */
  readonly alice: Place;
}

/** A log that is kept for the test to read. */
export function keptLog(): { log: Log; entries: Logged[] } {
  const entries: Logged[] = [];
  const at =
    (level: string) =>
    (values: unknown, message = ''): void => {
      const known = typeof values === 'object' && values !== null ? { ...values } : {};
      entries.push({ level, values: known, message: typeof values === 'string' ? values : message });
    };
  return { entries, log: { info: at('info'), warn: at('warn'), error: at('error'), debug: at('debug') } };
}

interface SceneOptions extends DiscordOptions {
  readonly library?: Library;
  readonly commands?: string;
}

/** Double, bot and a person; all are ended when the test ends. */
export async function startScene(options: SceneOptions = {}): Promise<Scene> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('general'));
  const { log, entries } = keptLog();
  const bot = await startBot({
    settings: { DISCORD_API_URL: discord.restBase, LOG_LEVEL: 'info' },
    token: discord.token,
    library: options.library ?? (await openLibrary('corpus')),
    commands: await loadCommands(options.commands ?? commandsFolder),
    log,
  });
  onTestFinished(() => bot.stop());
  return { discord, bot, log: entries, alice };
}

export interface Process {
  /** What it has printed so far. */
  readonly output: { out: string; err: string };
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when what it has printed holds these words. */
  says(words: string): Promise<void>;
}

/** Starts an entry point of the project as a process of its own, in a folder without a `.env`. */
export function startProcess(entry: 'main' | 'deploy', environment: Record<string, string>): Process {
  const env = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...environment };
  const child = spawn(process.execPath, [join(process.cwd(), `src/${entry}.ts`)], { env, cwd: 'tests' });
  const output = { out: '', err: '' };
  const waiting = new Set<() => void>();
  const hears = (stream: 'out' | 'err') => (chunk: Buffer) => {
    output[stream] += chunk;
    for (const look of waiting) look();
  };
  child.stdout.on('data', hears('out'));
  child.stderr.on('data', hears('err'));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    output,
    ended,
    kill: (signal) => void child.kill(signal),
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (`${output.out}${output.err}`.includes(words)) resolve();
        };
        waiting.add(look);
        look();
        void ended.then((status) =>
          reject(new Error(`ended with ${status} before it said "${words}":\n${output.out}${output.err}`)),
        );
      }),
  };
}
