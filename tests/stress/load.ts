// npm run stress:load -- --json: the real bot against the Discord double. How many distinct questions a second it answers
// with p99 ≤ 2 s, measured first; then what a noisy and a quiet server get at 1, 2 and 10 times that, and how long it is
// until a question is answered quickly again. A line of JSON with the trained reader and one without.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { inEnglish } from '../../src/messages/messages.ts';
import { type Discord, type Place, startDiscord } from '../double/double.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    reader: { type: 'string' },
    seconds: { type: 'string', default: '8' },
  },
});

const floodMs = Number(options.seconds) * 1_000;
const stepMs = 4_000;
/** An answer counts as one in time where Discord still takes a first response; a capacity has all but 1% within 2 s. */
const inTimeMs = 3_000;
const p99Ms = 2_000;
/** Nobody looks longer for an answer. */
const patienceMs = 8_000;
const quickMs = 1_000;
const members = 200;
const highest = 500;
const crowded = inEnglish('discord.crowded');

const lines = (await readFile('tests/golden/questions.jsonl', 'utf8')).trim().split('\n');
const questions = lines.map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question);
let asked = 0;

/** No two are the same, so that nothing is answered from a cache. */
function another(): string {
  asked += 1;
  return `${questions[asked % questions.length]?.replace(/\?$/u, '')} on day ${asked}?`;
}

interface Outcome {
  readonly ms: number;
  readonly came: 'answer' | 'told' | 'nothing';
}

async function ask(place: Place): Promise<Outcome> {
  const began = performance.now();
  try {
    const seen = await place.runs('/ask', { question: another() }, { timeoutMs: patienceMs });
    const came = seen.text.includes(crowded) ? 'told' : 'answer';
    return { ms: performance.now() - began, came };
  } catch {
    return { ms: performance.now() - began, came: 'nothing' };
  }
}

/** So many questions a second for so long, whether they are answered or not; by another member each. */
async function askAt(rate: number, places: readonly Place[], forMs: number): Promise<Outcome[]> {
  const all: Promise<Outcome>[] = [];
  const began = performance.now();
  for (let passed = 0; passed < forMs; passed = performance.now() - began) {
    while (all.length < (passed / 1_000) * rate) {
      const place = places[all.length % places.length];
      if (place) all.push(ask(place));
    }
    await delay(10);
  }
  return Promise.all(all);
}

const inTime = (outcomes: readonly Outcome[]) =>
  outcomes.filter(({ ms, came }) => came === 'answer' && ms <= inTimeMs);

function isCapable(outcomes: readonly Outcome[]): boolean {
  const late = outcomes.filter(({ ms, came }) => came !== 'answer' || ms > p99Ms);
  return late.length <= outcomes.length / 100;
}

interface World {
  readonly discord: Discord;
  readonly noisy: readonly Place[];
  readonly quiet: readonly Place[];
}

async function capacityOf({ noisy }: World): Promise<number> {
  let capacity = 0;
  for (let rate = 4; rate <= highest; rate = Math.ceil(rate * 1.4)) {
    if (!isCapable(await askAt(rate, noisy, stepMs))) break;
    capacity = rate;
  }
  return capacity;
}

async function flood({ noisy, quiet }: World, rate: number, capacity: number): Promise<object> {
  const [loud, few] = await Promise.all([askAt(rate, noisy, floodMs), askQuietly(quiet)]);
  const answered = inTime(loud).length;
  const perSecond = (answered * 1_000) / floodMs;
  return {
    asked: loud.length,
    answeredInTime: answered,
    answeredOfCapacity: Number((perSecond / capacity).toFixed(2)),
    told: loud.filter(({ came }) => came === 'told').length,
    untold: loud.filter(({ came }) => came === 'nothing').length,
    quietAsked: few.outcomes.length,
    quietAnsweredInTime: inTime(few.outcomes).length,
    quietLongestMs: Math.round(Math.max(...few.outcomes.map(({ ms }) => ms))),
    quickAgainAfterMs: await few.quickAgain,
  };
}

/** A question a second while the flood lasts, and then one after the other until one is answered quickly. */
async function askQuietly(quiet: readonly Place[]) {
  const outcomes = await askAt(1, quiet, floodMs);
  // From the end of the flood on, while its last answers are still on their way.
  return { outcomes, quickAgain: quickAgain(quiet) };
}

async function quickAgain([place]: readonly Place[]): Promise<number> {
  const began = performance.now();
  for (;;) {
    const { ms, came } = place ? await ask(place) : { ms: 0, came: 'answer' };
    if ((came === 'answer' && ms <= quickMs) || performance.now() - began > 120_000) break;
  }
  return Math.round(performance.now() - began);
}

/** The bot as `npm start` starts it, until it is ready. */
async function startBot(discord: Discord, folder: string, reader: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [resolve('src/main.ts')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.restBase,
      STORE: join(folder, 'store.sqlite'),
      ...(reader === 'lexical' && { READER: 'lexical' }),
    },
  });
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  await new Promise<void>((ready, fail) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (out.length < 100_000) out += chunk;
      if (out.includes('"ready"')) ready();
    });
    void ended.then(() => fail(new Error(`the bot ended before it was ready:\n${out}`)));
  });
  return () => {
    child.kill('SIGTERM');
    return ended;
  };
}

async function load(reader: string): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'communique-load-'));
  const discord = await startDiscord({ checks: false, patienceMs });
  const servers = [discord.server({ name: 'noisy' }), discord.server({ name: 'quiet' })];
  const [noisy = [], quiet = []] = servers.map((server, index) => {
    const channel = server.channel('general');
    const all = Array.from({ length: members }, (_, n) => server.member({ name: `m${index}-${n}` }));
    return all.map((member) => member.in(channel));
  });
  const world: World = { discord, noisy, quiet };
  const stop = await startBot(discord, folder, reader);
  try {
    // Until the model is loaded and what is used often is compiled.
    await askAt(4, quiet, 5_000);
    const capacity = await capacityOf(world);
    const row: Record<string, unknown> = { reader, capacity };
    for (const times of [1, 2, 10]) {
      discord.forgets();
      await quickAgain(quiet);
      row[`at${times}`] = capacity > 0 ? await flood(world, capacity * times, capacity) : undefined;
    }
    return row;
  } finally {
    await stop();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
}

for (const reader of ['lexical', 'trained']) {
  if (options.reader !== undefined && options.reader !== reader) continue;
  const row = await load(reader);
  process.stdout.write(`${JSON.stringify(row, undefined, options.json ? undefined : 2)}\n`);
}
