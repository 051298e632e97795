// From an empty machine to a bot that answers, backed up, destroyed, put back, moved to the other engine and back: with the README's own
// commands, in a copy of what the project ships, against Discord's double.
import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PermissionFlagsBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { StorePlace } from '../../src/store/store.ts';
import { ordinary } from '../discord/desk/stage.ts';
import { type Discord, type Place, type Seen, startDiscord } from '../double/double.ts';
import { environmentOf } from '../programs.ts';
import { newPlace } from '../store/engines.ts';
import { contentsAt, without } from '../store/inside.ts';
import { folderWith } from '../temporary.ts';

const run = promisify(execFile);
const readme = await readFile('README.md', 'utf8');

/** A command of the README, which must stand there word for word. */
function asTold(command: string): string[] {
  expect(readme).toContain(command);
  return command.split(' ');
}

/** What the project ships, in a folder of its own, with the packages that are installed here. */
async function checkout(): Promise<string> {
  const folder = await folderWith({});
  const { stdout } = await run('git', ['ls-files', '-z']);
  const shipped = /^(?:src|commands|corpus|models|package\.json|\.env\.example)/;
  for (const file of stdout.split('\0').filter((name) => shipped.test(name))) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(file, join(folder, file));
  }
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** `.env` as its example says, with what is to be filled in. */
async function setUp(folder: string, filled: Readonly<Record<string, string>>): Promise<void> {
  const example = await readFile(join(folder, '.env.example'), 'utf8');
  const lines = example
    .split('\n')
    .filter((line) => !Object.keys(filled).some((name) => line.startsWith(`${name}=`)));
  const own = Object.entries(filled).map(([name, value]) => `${name}=${value}`);
  await writeFile(join(folder, '.env'), [...lines, ...own, ''].join('\n'), { mode: 0o600 });
}

/** Nothing but the file counts: whoever runs the tests may have settings of their own. */
function ofNobody(): NodeJS.ProcessEnv {
  const names = Object.keys(environmentOf()).filter((name) => environmentOf()[name] === '');
  const env = { ...process.env, NO_COLOR: '1', PATH: `${dirname(process.execPath)}:${process.env['PATH']}` };
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

async function npm(folder: string, words: readonly string[]): Promise<string> {
  const { stdout } = await run('npm', words, { cwd: folder, env: ofNobody() });
  return stdout;
}

/** `npm start`, until it is told to stop. */
async function started(folder: string): Promise<() => Promise<void>> {
  const child = spawn('npm', ['start'], { cwd: folder, env: ofNobody(), detached: true });
  const group = -(child.pid ?? 0);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const kill = (signal: NodeJS.Signals): void => {
    if (child.exitCode === null && child.signalCode === null) process.kill(group, signal);
  };
  onTestFinished(() => kill('SIGKILL'));
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk;
      if (said.includes('"msg":"ready"')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(`ended before it was ready:\n${said}`)));
  });
  return async () => {
    kill('SIGTERM');
    await ended;
  };
}

interface People {
  readonly discord: Discord;
  readonly admin: Place;
  readonly alice: Place;
}

async function people(): Promise<People> {
  const discord = await startDiscord({ patienceMs: 30_000 });
  onTestFinished(() => discord.close());
  const server = discord.server();
  const channel = server.channel('ask-us');
  const permissions = ordinary | PermissionFlagsBits.ManageGuild;
  return {
    discord,
    admin: server.member({ name: 'admin', permissions }).in(channel),
    alice: server.member({ name: 'alice' }).in(channel),
  };
}

const text =
  'The harbour commission of Norden has seven members.\n\nIt meets in the old customs house every Tuesday.\n';
const question = 'How many members has the harbour commission?';

/** A document with two versions, a correction of a name, settings, a question that was answered, one that nothing answers. */
async function used({ discord, admin, alice }: People): Promise<void> {
  const file = (words: string) => discord.attachment('harbour.md', 'text/markdown', words);
  await (await admin.runs('/our-sources add', { file: file(text) })).presses('Approve');
  const corrected = file(text.replace('seven', 'eight'));
  await (
    await admin.runs('/our-sources correct', { document: 'harbour', reason: 'a slip', file: corrected })
  ).presses('Approve');
  await admin.runs('/settings', { answers: 'public' });
  await admin.runs('/desk open', { channel: admin.channel });
  await (await alice.runs('/ask-moderators')).modal.submits({ text: question });
  await alice.runs('/ask', { question: 'Who painted the lighthouse of Zanzibar?' });
}

/** An answer for all that took a while stands in a message of its own. */
const told = (seen: Seen): string => [seen, ...seen.followUps].map(({ text }) => text).join('\n');

async function answers({ alice }: Pick<People, 'alice'>): Promise<void> {
  const shows = async (seen: Seen, words: string): Promise<void> =>
    expect.poll(() => told(seen), { timeout: 10_000 }).toContain(words);
  await shows(await alice.runs('/ask', { question }), 'eight members');
  await shows(await alice.runs('/ask', { question: 'Can borders be changed by force?' }), '¶7');
  await shows(await alice.runs('/ask-moderators', { number: 1 }), question);
}

/** Who was quick is forgotten, and the note of when a server was seen last is the bot's own. */
const everything = async (place: StorePlace) => without(await contentsAt(place), 'paces');

test.each(['sqlite', 'postgresql'] as const)('a newcomer with %s', { timeout: 240_000 }, async (engine) => {
  const folder = await checkout();
  const all = await people();
  const { url: server = '' } = await newPlace('postgresql');
  const { url: second = '' } = await newPlace('postgresql');
  const own = { DISCORD_TOKEN: all.discord.token, DISCORD_API_URL: all.discord.restBase, READER: 'lexical' };
  const first = engine === 'sqlite' ? {} : { DATABASE_URL: server };
  await setUp(folder, { ...own, ...first });
  const file = join(folder, 'data/communique.sqlite');
  const place: StorePlace = { file, url: engine === 'sqlite' ? undefined : server };

  const stop = await started(folder);
  await used(all);
  await answers(all);
  expect(await npm(folder, asTold('npm run -s doctor').slice(1))).toMatch(
    /ok +commands: all \d+ commands are registered/u,
  );
  await stop();
  const before = await everything(place);
  expect(Object.values(before).filter(({ rows }) => rows > 0).length).toBeGreaterThan(9);

  const backup = join(folder, 'backup.sqlite');
  const store = (...words: string[]) => npm(folder, ['run', '-s', 'store', '--', ...words]);
  await store('backup', backup);
  if (engine === 'sqlite') await rm(dirname(file), { recursive: true });
  else await setUp(folder, { ...own, DATABASE_URL: second });
  const emptied: StorePlace = engine === 'sqlite' ? place : { file, url: second };
  await store('restore', backup, '--erasures', folder);
  expect(await everything(emptied)).toEqual(before);

  const there = engine === 'sqlite' ? server : join(folder, 'moved.sqlite');
  await store('move', '--to', there);
  const moved: StorePlace = engine === 'sqlite' ? { file, url: there } : { file: there, url: undefined };
  expect(await everything(moved)).toEqual(before);
  await setUp(folder, { ...own, ...(engine === 'sqlite' ? { DATABASE_URL: there } : { STORE: there }) });
  const stopMoved = await started(folder);
  await answers(all);
  await stopMoved();
  const after = await everything(moved);

  const back = engine === 'sqlite' ? join(folder, 'back.sqlite') : ((await newPlace('postgresql')).url ?? '');
  await store('move', '--to', back);
  const home: StorePlace = engine === 'sqlite' ? { file: back, url: undefined } : { file, url: back };
  expect(await everything(home)).toEqual(after);
  await setUp(folder, { ...own, ...(engine === 'sqlite' ? { STORE: back } : { DATABASE_URL: back }) });
  const stopHome = await started(folder);
  await answers(all);
  await stopHome();
});
