// npm run bench:bot: interactions a second, the time from dispatch to reply, and what each takes of the processor, for several commands and
// for a bare one in the same run against the Discord double. What a command takes over the bare one is its own work; absolute times are the
// machine's.
import { fork } from 'node:child_process';
import { Console } from 'node:console';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readCollection } from '../../src/corpus/files/collection.ts';
import type { Options } from '../double/command-line.ts';
import { type Place, startDiscord } from '../double/double.ts';
import { Chance } from '../eval/chance.ts';

interface Row {
  readonly command: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly inFlight50P99Ms: number;
  /** Of the bot's process alone, all its threads. */
  readonly cpuMs: number;
  readonly overBareMs: number;
}

const oneByOne = 1_000;
const together = 5_000;
const inFlight = 50;

const lines = (await readFile('tests/golden/questions.jsonl', 'utf8')).trim().split('\n');
const questions = lines.map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question);
const { passages } = await readCollection('corpus');
const chance = new Chance(7);

/** Some words in a row from any paragraph, seldom the same twice. */
function words(count: number): string {
  const all = chance.of(passages).text.split(/\s+/u);
  const from = chance.between(0, Math.max(1, all.length - count));
  return all.slice(from, from + count).join(' ');
}

const given: Readonly<Record<string, (index: number) => Options>> = {
  '/bare': () => ({}),
  '/ask': (index) => ({ question: questions[index % questions.length] ?? '' }),
  '/quote': () => ({ words: words(2 + chance.between(0, 4)) }),
  '/check': () => ({ text: words(8 + chance.between(0, 20)) }),
  '/sources': () => ({}),
};

// Bodies go unchecked: the check would be measured with the bot.
const discord = await startDiscord({ checks: false });
const bot = fork(join(import.meta.dirname, 'bot-process.ts'), [discord.restBase, discord.token]);
await once(bot, 'message');
const server = discord.server();
const channel = server.channel('general');
// One person may not want so much at once.
const members = Array.from({ length: inFlight }, (_, n) =>
  server.member({ name: `member-${n}` }).in(channel),
);

/** Runs a command `count` times, so many at once. */
async function run(command: string, count: number, width: number): Promise<number> {
  let next = 0;
  const worker = async (member: Place): Promise<void> => {
    while (next < count) await member.runs(command, given[command]?.(next++));
  };
  discord.forgets();
  const before = performance.now();
  await Promise.all(members.slice(0, width).map(worker));
  return performance.now() - before;
}

/** Milliseconds of the processor that the bot has taken so far. */
async function taken(): Promise<number> {
  bot.send('cpu');
  const [microseconds] = await once(bot, 'message');
  return Number(microseconds) / 1_000;
}

async function measure(command: string, bareMs: number): Promise<Row> {
  await run(command, oneByOne, 1);
  const alone = discord.latency();
  const before = await taken();
  const took = await run(command, together, inFlight);
  const cpuMs = ((await taken()) - before) / together;
  return {
    command,
    perSecond: Math.round((together / took) * 1000),
    p50Ms: rounded(alone.p50),
    p99Ms: rounded(alone.p99),
    inFlight50P99Ms: rounded(discord.latency().p99),
    cpuMs: rounded(cpuMs),
    overBareMs: rounded(cpuMs - (bareMs || cpuMs)),
  };
}

/** Three digits are more than a run repeats. */
function rounded(milliseconds: number): number {
  return Number(milliseconds.toPrecision(3));
}

const commands = Object.keys(given);
// Warmed up first, each in turn, so that neither is measured before the machine has compiled it.
for (const command of commands) await run(command, 500, 10);
const rows: Row[] = [];
for (const command of commands) rows.push(await measure(command, rows[0]?.cpuMs ?? 0));
bot.kill();
await discord.close();

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`);
else new Console(process.stdout).table(rows);
