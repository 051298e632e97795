// The bot as the tests start it: the real one, logged in to the double, in this process or in one of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { Settings } from '../../src/config.ts';
import { loadCommands } from '../../src/discord/command.ts';
import { type Bot, type BotParts, startBot } from '../../src/discord/connection/bot.ts';
import { commandsFolder } from '../../src/discord/connection/run.ts';
import { toRegister } from '../../src/discord/former.ts';
import { openListKeeper } from '../../src/keeping/lists.ts';
import { type Libraries, openLibraries } from '../../src/libraries.ts';
import { type Library, openLibrary } from '../../src/library.ts';
import { type Log, openLog } from '../../src/log.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type Discord, type DiscordOptions, type Place, startDiscord } from '../double/double.ts';
import { environmentOf } from '../programs.ts';
import { folderWith } from '../temporary.ts';

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

const lineSchema = z.looseObject({ level: z.number(), time: z.string(), msg: z.string().optional() });

/** The commands there are, by the files of their folder. */
export async function namesOfCommands(): Promise<string[]> {
  return (await readdir(commandsFolder)).map((file) => basename(file, '.ts')).sort();
}

/** The names under which Discord is told of them: for one version also those that they had before. */
export async function namesRegistered(): Promise<string[]> {
  return toRegister(await loadCommands(commandsFolder)).map(({ name }) => name);
}

/** Where a log goes of which a test reads the lines; `heard` is called after each. */
export function linesTo(heard = (): void => undefined): { entries: Logged[]; write(line: string): void } {
  const entries: Logged[] = [];
  const write = (line: string): void => {
    const { level, time: _, msg = '', ...values } = lineSchema.parse(JSON.parse(line));
    entries.push({ level: pino.levels.labels[level] ?? '', values, message: msg });
    heard();
  };
  return { entries, write };
}

/** The real log, kept line by line for the test to read. */
export function keptLog(): { log: Log; entries: Logged[] } {
  const { entries, write } = linesTo();
  return { entries, log: openLog('debug', { write }) };
}

interface SceneOptions extends DiscordOptions {
  readonly library?: Library;
  /** One of its own, in a file, unless told. */
  readonly store?: Store;
  readonly commands?: string;
  readonly settings?: Partial<Settings>;
  /** Keeps the list of erasures in this folder. */
  readonly lists?: string;
  readonly stopWithinMs?: number;
  /** Another process answers whoever comes while this one stops. */
  readonly hasSuccessor?: boolean;
  /** Other libraries in place of the usual ones, such as slow ones. */
  readonly libraries?: (usual: Libraries) => Libraries;
  /** What else the bot is given, or given otherwise. */
  readonly parts?: Partial<BotParts>;
}

/** Double, bot and a person; all are ended when the test ends. */
export async function startScene(options: SceneOptions = {}): Promise<Scene> {
  const discord = await startDiscord(options);
  onTestFinished(() => discord.close());
  const server = discord.server();
  const alice = server.member({ name: 'alice' }).in(server.channel('general'));
  return { discord, alice, ...(await startBotOn(discord, options)) };
}

let opened: Promise<Library> | undefined;

/** The shipped talks, read once for all scenes of a file: nothing changes a library. */
function shipped(): Promise<Library> {
  opened ??= openLibrary('corpus');
  return opened;
}

async function newStore(): Promise<Store> {
  const store = await openStore({ file: join(await folderWith({}), 'store.sqlite'), url: undefined });
  onTestFinished(() => store.close());
  return store;
}

/** A bot that logs in to a double; it is stopped when the test ends. */
export async function startBotOn(
  discord: Discord,
  options: SceneOptions = {},
): Promise<Pick<Scene, 'bot' | 'log'>> {
  const { log, entries } = keptLog();
  const library = options.library ?? (await shipped());
  const store = options.store ?? (await newStore());
  const usual = openLibraries({ shared: () => library, database: store.database });
  const bot = await startBot({
    settings: { DISCORD_API_URL: discord.restBase, LOG_LEVEL: 'info', ...options.settings },
    token: discord.token,
    ...(options.lists !== undefined && { listErasures: openListKeeper(store.database, options.lists) }),
    libraries: options.libraries?.(usual) ?? usual,
    store,
    commands: await loadCommands(options.commands ?? commandsFolder),
    log,
    ...(options.stopWithinMs !== undefined && { stopWithinMs: options.stopWithinMs }),
    ...(options.hasSuccessor !== undefined && { hasSuccessor: options.hasSuccessor }),
    ...options.parts,
  });
  onTestFinished(() => bot.stop());
  return { bot, log: entries };
}

/** Resolves when the bot has heard all that Discord has told it so far: it answers in order. */
export async function heardAll({ happens, gateway }: Discord): Promise<void> {
  const heard = happens('heartbeat');
  gateway.sendsRaw({ op: 1, d: null });
  await heard;
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
export function startProcess(
  entry: 'main' | 'deploy' | 'doctor',
  environment: Record<string, string>,
  words: readonly string[] = [],
): Process {
  const folder = mkdtempSync(join(tmpdir(), 'communique-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const STORE = join(folder, 'store.sqlite');
  const env = environmentOf({ STORE, ...environment });
  const child = spawn(process.execPath, [join(process.cwd(), `src/${entry}.ts`), ...words], {
    env,
    cwd: 'tests',
  });
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
