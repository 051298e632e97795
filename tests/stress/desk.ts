// npm run stress:desk -- --json: on each store, a thousand attempts on a hundred questions through several processes, and
// kill -9 at two hundred random moments of a running desk. Prints a line of JSON for each store.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ask } from '../../src/questions/ask.ts';
import { openDesk } from '../../src/questions/desk.ts';
import { eraseGuild } from '../../src/questions/forgetting/retention.ts';
import { gistOf } from '../../src/search/question/gist.ts';
import { writing } from '../../src/store/engines/transact.ts';
import { type Engine, openStore, type Store, type StorePlace } from '../../src/store/store.ts';
import type { Database } from '../../src/store/tables.ts';
import { type Channel, type Discord, startDiscord } from '../double/double.ts';
import { makeDatabase, startPostgres } from '../store/postgres.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    kills: { type: 'string', default: '200' },
    store: { type: 'string' },
  },
});

const questions = 100;
const attempts = 1_000;
const processes = 4;
const kills = Number(options.kills);
/** So many desks run side by side, each killed and started again. */
const lanes = 4;
/** Questions taken and reviewed for the measurement, by each process. */
const measured = 100;
/** A desk is killed within so many milliseconds of its start. */
const longestLifeMs = 400;

interface Place extends StorePlace {
  readonly engine: Engine;
  remove(): Promise<void>;
}

async function placeOf(engine: Engine): Promise<Place> {
  if (engine === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'communique-stress-'));
    const remove = () => rm(folder, { recursive: true, force: true });
    return { engine, file: join(folder, 'store.sqlite'), url: undefined, remove };
  }
  // In earnest: what is acknowledged is on the disk.
  const server = await startPostgres({ durable: true });
  return { engine, file: '', url: await makeDatabase(server.url, 'stress'), remove: () => server.stop() };
}

interface World {
  readonly place: Place;
  readonly store: Store;
  readonly discord: Discord;
  readonly channel: Channel;
}

interface Running {
  readonly lines: () => unknown[];
  readonly ended: Promise<void>;
  says(key: string): Promise<void>;
  kill(): void;
}

function start({ place, discord, channel }: World, work: string, task: object): Running {
  const { file, url } = place;
  const all = {
    work,
    file,
    url,
    api: discord.restBase,
    token: discord.token,
    channel: channel.id,
    begins: 0,
    ...task,
  };
  const script = join(import.meta.dirname, 'desk-process.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(all)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  const waiting = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
    for (const look of waiting) look();
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    ended,
    lines: () =>
      out
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line)),
    says: (key) =>
      new Promise((resolve) => {
        const look = () => {
          if (out.includes(`"${key}"`)) resolve();
        };
        waiting.add(look);
        look();
        void ended.then(resolve);
      }),
    kill: () => void child.kill('SIGKILL'),
  };
}

async function openFor({ store, channel }: World, guild: string): Promise<void> {
  const settings = { cooldownSeconds: 0, openQuestions: 50 };
  await openDesk(store.database, { guild, by: 'admin', at: Date.now() }, channel.id, { settings });
}

const outcomeSchema = z.object({
  number: z.number(),
  by: z.string(),
  ok: z.boolean(),
  told: z.string().optional(),
});

/** A thousand attempts on a hundred questions: each must have exactly one outcome, and the losers hear whose it was. */
async function race(world: World): Promise<{ wrongOutcomes: number; auditGaps: number }> {
  const guild = 'race';
  const { database } = world.store;
  await openFor(world, guild);
  for (let n = 1; n <= questions; n++) {
    const doer = { guild, by: `member-${n}`, at: Date.now() };
    const text = `What does treaty ${n} say about province ${n}?`;
    const passage = {
      document: 'talks',
      paragraph: 1,
      hash: 'x',
      text: 'X.',
      start: 0,
      end: 2,
      kind: 'news',
    };
    const passages = [{ label: 'talks ¶1', ...passage }];
    const asking = { channel: world.channel.id, text, anonymous: false, passages, answered: true };
    const taken = await ask(database, doer, asking, gistOf);
    if (!taken.ok || taken.same) throw new Error(`question ${n} was not taken`);
  }
  const begins = Date.now() + 2_500;
  const running = Array.from({ length: processes }, (_, index) =>
    start(world, 'review', { guild, index, count: attempts / processes, begins }),
  );
  await Promise.all(running.map(({ ended }) => ended));
  const outcomes = z.array(outcomeSchema).parse(running.flatMap(({ lines }) => lines()));
  if (outcomes.length !== attempts) throw new Error(`${outcomes.length} of ${attempts} attempts came back`);
  const stands = await database.selectFrom('questions').where('guild', '=', guild).selectAll().execute();
  const wrong = stands.filter(({ number, state, decided_by: decided }) => {
    const own = outcomes.filter((outcome) => outcome.number === number);
    const won = own.filter(({ ok }) => ok);
    const told = own.filter(({ ok }) => !ok).every((outcome) => outcome.told === won[0]?.by);
    return won.length !== 1 || won[0]?.by !== decided || !told || !['approved', 'rejected'].includes(state);
  });
  return {
    wrongOutcomes: wrong.length + (questions - stands.length),
    auditGaps: await gapsIn(database, guild),
  };
}

/** Versions that are missing in the log, or there twice. */
async function gapsIn(database: Database, guild: string): Promise<number> {
  const log = await database.selectFrom('desk_log').where('guild', '=', guild).selectAll().execute();
  const rows = await database.selectFrom('questions').where('guild', '=', guild).selectAll().execute();
  const versions = Map.groupBy(log, ({ number }) => number);
  return rows.filter(({ number, version }) => {
    const own = new Set((versions.get(number) ?? []).map((entry) => entry.version));
    return own.size !== version || Math.max(...own) !== version;
  }).length;
}

/** How many questions are taken and reviewed a second by several processes at once, and how long one step takes. */
async function measure(world: World): Promise<{ questionsPerSecond: number; p99Ms: number; p50Ms: number }> {
  const guild = 'measured';
  await openFor(world, guild);
  const begins = Date.now() + 2_500;
  const running = Array.from({ length: processes }, (_, index) =>
    start(world, 'throughput', { guild, index, count: measured, begins }),
  );
  await Promise.all(running.map(({ says }) => says('latencies')));
  const took = Date.now() - begins;
  await Promise.all(running.map(({ ended }) => ended));
  const saidSchema = z.array(z.object({ latencies: z.array(z.number()) }));
  const latencies = saidSchema
    .parse(running.flatMap(({ lines }) => lines()))
    .flatMap((said) => said.latencies);
  latencies.sort((a, b) => a - b);
  const at = (share: number) => Number((latencies[Math.floor(latencies.length * share)] ?? 0).toPrecision(3));
  const perSecond = (processes * measured * 1_000) / took;
  return { questionsPerSecond: Math.round(perSecond), p50Ms: at(0.5), p99Ms: at(0.99) };
}

const acknowledgedSchema = z.object({ asked: z.number().optional(), approved: z.number().optional() });

/** Kills running desks at random moments, lets the last ones finish, and looks for what is lost or stands twice. */
async function killing(world: World): Promise<{ lost: number; publishedTwice: number; auditGaps: number }> {
  const guild = world.channel.server?.id ?? '';
  await openFor(world, guild);
  const acknowledged: z.infer<typeof acknowledgedSchema>[] = [];
  const lane = async (index: number): Promise<void> => {
    for (let n = 0; n < kills / lanes; n++) {
      const desk = start(world, 'live', { guild, index });
      await desk.says('ready');
      await delay(Math.random() * longestLifeMs);
      desk.kill();
      await desk.ended;
      acknowledged.push(...z.array(acknowledgedSchema).parse(desk.lines()));
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
  await start(world, 'drain', { guild, index: 0 }).ended;
  const rows = await world.store.database
    .selectFrom('questions')
    .where('guild', '=', guild)
    .selectAll()
    .execute();
  const published = new Set(rows.filter(({ state }) => state === 'published').map(({ number }) => number));
  const there = new Set(rows.map(({ number }) => number));
  const messages = messagesIn(world.channel);
  const lost = acknowledged.filter(({ asked, approved }) => {
    if (asked !== undefined) return !there.has(asked);
    return approved !== undefined && (!published.has(approved) || !messages.has(approved));
  });
  const twice = [...messages.values()].filter((count) => count > 1);
  return {
    lost: lost.length,
    publishedTwice: twice.length,
    auditGaps: await gapsIn(world.store.database, guild),
  };
}

/** How often the answer to each question stands in the channel. */
function messagesIn({ messages }: Channel): Map<number, number> {
  const found = new Map<number, number>();
  for (const { components } of messages) {
    const [, number] = /\*\*Question #(\d+)\*\*/u.exec(JSON.stringify(components)) ?? [];
    if (number !== undefined) found.set(Number(number), (found.get(Number(number)) ?? 0) + 1);
  }
  return found;
}

async function stress(engine: Engine): Promise<object> {
  const place = await placeOf(engine);
  const store = await openStore(place);
  const discord = await startDiscord({ checks: false });
  const world: World = { place, store, discord, channel: discord.server().channel('questions') };
  try {
    const raced = await race(world);
    const speed = await measure(world);
    // Their answers would be sent by the desks that are killed, into the same channel.
    for (const guild of ['race', 'measured'])
      await writing(store.database, (change) => eraseGuild(change, guild));
    const killed = await killing(world);
    return {
      store: engine,
      attempts,
      wrongOutcomes: raced.wrongOutcomes,
      auditGaps: raced.auditGaps + killed.auditGaps,
      kills,
      lost: killed.lost,
      publishedTwice: killed.publishedTwice,
      questionsPerSecond: speed.questionsPerSecond,
      p50Ms: speed.p50Ms,
      p99Ms: speed.p99Ms,
    };
  } finally {
    await store.close();
    await discord.close();
    await place.remove();
  }
}

let failed = false;
for (const engine of ['sqlite', 'postgresql'] as const) {
  if (options.store !== undefined && options.store !== engine) continue;
  const row = await stress(engine);
  failed ||= /"(wrongOutcomes|auditGaps|lost|publishedTwice)":[1-9]/u.test(JSON.stringify(row));
  process.stdout.write(
    options.json
      ? `${JSON.stringify(row)}\n`
      : `${Object.entries(row)
          .map(([key, value]) => `${key} ${value}`)
          .join('  ')}\n`,
  );
}
process.exitCode = failed ? 1 : 0;
