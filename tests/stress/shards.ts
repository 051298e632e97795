// npm run stress:shards -- --json: many processes of one bot on a real PostgreSQL. First what an answer takes of the processor with two
// processes beside what it takes with one (both run, and are asked in turn), the double, the load and PostgreSQL counted apart; then a storm
// with kills and restarts, and what of it is lost, stands twice or comes late. A line of JSON for each. With --at-once N the answers are
// asked for without a pace, N at a time.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openStore } from '../../src/store/store.ts';
import { type Discord, type Place, startDiscord } from '../double/double.ts';
import { makeDatabase, type Server, startPostgres } from '../store/postgres.ts';
import { type ShardsBot, startShardsBot, takenByAll } from './shards-bot.ts';
import { concurrency } from './shards-found.ts';
import { groups, shards, storm } from './shards-storm.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    reader: { type: 'string', default: 'lexical' },
    rounds: { type: 'string', default: '10' },
    'at-once': { type: 'string' },
    interactions: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '5' },
  },
});

/** The model takes most of an answer, and what is around it hardly shows. */
const isTrained = options.reader === 'trained';
const perRound = isTrained ? 64 : 200;
/** For each process: until what is used often is compiled. */
const warming = isTrained ? 300 : 1_500;
/** Asked at once while it gets warm; then so many a second, of one process as of two. */
const width = 6;
const perSecond = isTrained ? 8 : 25;
const mostRatio = 1.15;

interface Side {
  readonly name: 'one' | 'two';
  readonly discord: Discord;
  readonly places: readonly Place[];
  readonly pid: number;
  stop(): Promise<void>;
  taken: number;
  answered: number;
}

let serial = 0;

/** A question that no other is like; whether it was answered. */
async function asksOne({ places }: Side): Promise<boolean> {
  serial += 1;
  const question = `Who said on day ${serial} that borders must not be changed by force?`;
  const asked = places[serial % places.length]?.runs('/ask', { question }, { timeoutMs: 10_000 });
  return (await asked?.catch(() => undefined)) !== undefined;
}

/** So many in all, so many at a time; how many were answered. */
async function asksInLanes(side: Side, count: number, lanes: number): Promise<number> {
  let [left, answered] = [count, 0];
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      if (await asksOne(side)) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answered;
}

function asksRound(side: Side): Promise<number> {
  const { 'at-once': atOnce } = options;
  return atOnce === undefined ? asksAtPace(side) : asksInLanes(side, perRound, Number(atOnce));
}

/** As many questions a second, whether they are answered or not; how many were. */
async function asksAtPace(side: Side): Promise<number> {
  const all: Promise<boolean>[] = [];
  const began = performance.now();
  while (all.length < perRound) {
    while (all.length < perRound && performance.now() - began >= (all.length * 1_000) / perSecond)
      all.push(asksOne(side));
    await delay(5);
  }
  return (await Promise.all(all)).filter(Boolean).length;
}

async function sideOf(name: Side['name'], server: Server, folder: string): Promise<Side> {
  const discord = await startDiscord({ checks: false, shards: 2 });
  const url = await makeDatabase(server.url, `cpu_${name}`);
  const several = { SHARDS: '2', SHARD_PROCESSES: '2' };
  const bot = startShardsBot(folder, {
    ...settingsOf(discord, url, folder),
    ...(name === 'two' ? several : { SHARD_COUNT: '2' }),
  });
  const servers = Array.from({ length: 8 }, (_, n) => discord.server({ onShard: n % 2 }));
  const places = servers.flatMap((each) => {
    const channel = each.channel('general');
    return Array.from({ length: 10 }, (_, n) => each.member({ name: `m${n}` }).in(channel));
  });
  await bot.says(name === 'two' ? 'all processes are ready' : '"msg":"ready"');
  const stop = async (): Promise<void> => {
    bot.signal('SIGTERM');
    await bot.ended;
    await discord.close();
  };
  return { name, discord, places, pid: bot.pid, stop, taken: 0, answered: 0 };
}

function settingsOf(discord: Discord, url: string, folder: string): Record<string, string> {
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.restBase,
    DATABASE_URL: url,
    READER_CACHE: join(folder, 'reading.sqlite'),
    READER: options.reader,
    // What is looked for must not end after the thirtieth document.
    SOURCES_PER_HOUR: '100000',
    SOURCES_DOCUMENTS: '100000',
  };
}

const inMegabytes = (bytes: number): number => Math.round(bytes / 1024 ** 2);

async function processorTime(server: Server, folder: string): Promise<object> {
  const sides = [await sideOf('one', server, folder), await sideOf('two', server, folder)];
  try {
    for (const side of sides) await asksInLanes(side, side.name === 'two' ? 2 * warming : warming, width);
    for (let round = 0; round < Number(options.rounds); round++)
      // What else runs on the machine is alike for both.
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        side.discord.forgets();
        const before = await takenByAll(side.pid);
        side.answered += await asksRound(side);
        side.taken += (await takenByAll(side.pid)).cpuMs - before.cpuMs;
      }
    const [one = 0, two = 0] = sides.map(({ taken, answered }) => taken / answered);
    const memory = await Promise.all(
      sides.map(async ({ pid }) => inMegabytes((await takenByAll(pid)).bytes)),
    );
    return {
      what: 'processor',
      reader: options.reader,
      answered: sides.map(({ answered }) => answered),
      cpuMsOne: Number(one.toFixed(2)),
      cpuMsTwo: Number(two.toFixed(2)),
      ratio: Number((two / one).toFixed(3)),
      tooMuch: two / one > mostRatio,
      megabytesOne: memory[0],
      megabytesTwo: memory[1],
    };
  } finally {
    await Promise.all(sides.map(({ stop }) => stop()));
  }
}

async function stormy(server: Server, folder: string): Promise<object> {
  const discord = await startDiscord({
    checks: false,
    shards,
    maxConcurrency: concurrency,
    sessionsRemaining: 100_000,
    patienceMs: 20_000,
  });
  const url = await makeDatabase(server.url, 'storm');
  const store = await openStore({ file: '', url });
  const processes = String(groups.length);
  const start = () =>
    startShardsBot(folder, {
      ...settingsOf(discord, url, folder),
      SHARDS: 'auto',
      SHARD_PROCESSES: processes,
    });
  let bot = start();
  const bots = [bot];
  await bot.says('all processes are ready');
  const restart = async (): Promise<void> => {
    bot.signal('SIGTERM');
    await bot.ended;
    bot = start();
    bots.push(bot);
    await bot.says('all processes are ready');
  };
  try {
    const blowMs = Number(options.seconds) * 1_000;
    const interactions = Number(options.interactions);
    const parts = { discord, store, bot: () => bot, restart, interactions, blowMs };
    const told = await storm(parts);
    return { what: 'storm', reader: options.reader, ...told, errors: errorsOf(bots) };
  } finally {
    bot.signal('SIGTERM');
    await bot.ended;
    await store.close();
    await discord.close();
  }
}

/** What all of them logged as errors. */
function errorsOf(bots: readonly ShardsBot[]): Record<string, number> {
  const all = new Map<string, number>();
  for (const { errors } of bots)
    for (const [error, count] of errors) all.set(error, (all.get(error) ?? 0) + count);
  return Object.fromEntries(all);
}

const parts = { processor: processorTime, storm: stormy };
// In earnest: what is acknowledged is on the disk.
const server = await startPostgres({ durable: true });
const folder = await mkdtemp(join(tmpdir(), 'communique-shards-'));
let failed = false;
try {
  for (const [name, part] of Object.entries(parts)) {
    if (options.only !== undefined && options.only !== name) continue;
    const row = await part(server, folder);
    failed ||= /"(?:lost|twice|answeredTwice|lateNews|loginsTooSoon)":[1-9]|"tooMuch":true/u.test(
      JSON.stringify(row),
    );
    process.stdout.write(`${JSON.stringify(row, undefined, options.json ? undefined : 2)}\n`);
  }
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
