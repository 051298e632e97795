// npm run bench:bot: interactions a second, and the time from dispatch to reply, for /ask and for a bare command in the
// same run against the Discord double. The ratio of the two is what finding an answer costs; absolute times are the
// machine's.
import { fork } from 'node:child_process';
import { Console } from 'node:console';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Options } from '../double/command-line.ts';
import { type Place, startDiscord } from '../double/double.ts';

interface Row {
  readonly command: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly inFlight50P99Ms: number;
}

const oneByOne = 1_000;
const together = 5_000;
const inFlight = 50;

const lines = (await readFile('tests/golden/questions.jsonl', 'utf8')).trim().split('\n');
const questions = lines.map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question);

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
  const optionsOf = (index: number): Options =>
    command === '/ask' ? { question: questions[index % questions.length] ?? '' } : {};
  const worker = async (member: Place): Promise<void> => {
    while (next < count) await member.runs(command, optionsOf(next++));
  };
  discord.forgets();
  const before = performance.now();
  await Promise.all(members.slice(0, width).map(worker));
  return performance.now() - before;
}

async function measure(command: string): Promise<Row> {
  await run(command, oneByOne, 1);
  const alone = discord.latency();
  const took = await run(command, together, inFlight);
  return {
    command,
    perSecond: Math.round((together / took) * 1000),
    p50Ms: rounded(alone.p50),
    p99Ms: rounded(alone.p99),
    inFlight50P99Ms: rounded(discord.latency().p99),
  };
}

/** Three digits are more than a run repeats. */
function rounded(milliseconds: number): number {
  return Number(milliseconds.toPrecision(3));
}

const commands = ['/bare', '/ask'];
// Warmed up first, each in turn, so that neither is measured before the machine has compiled it.
for (const command of commands) await run(command, 500, 10);
const rows: Row[] = [];
for (const command of commands) rows.push(await measure(command));
bot.kill();
await discord.close();

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows)}\n`);
else new Console(process.stdout).table(rows);
