// npm run stress:hostile -- --json: the real bot against the Discord double. In some servers somebody does all they can to keep it
// busy, or to end it, while a quiet server asks a little the whole time. A line of JSON for each case, each at V8's own heap and at
// 512 MiB: what the quiet server lost, its longest wait, the longest stall of the bot's event loop, its memory, whether it lives. A
// last line says which bars were kept.
//   npm run stress:hostile -- [--json] [--seconds 18] [--case NAME] [--heap 512|none] [--reader lexical]
// Times are those of an idle machine: `stallCpuMs` tells how long the bot itself worked without a pause, `starved` how much of the
// time it waited for a processor.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDiscord } from '../double/double.ts';
import { campsIn, loudly, type Noise } from './noise.ts';
import { documentNoises } from './noisy-documents.ts';
import { memberNoises } from './noisy-member.ts';
import { moderatorNoises } from './noisy-moderator.ts';
import { onceAround, quietly } from './quiet.ts';
import { startWatchedBot } from './watched-bot.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '18' },
    case: { type: 'string' },
    heap: { type: 'string' },
    reader: { type: 'string' },
  },
});

const bars = { lost: 0, longestWaitMs: 1_000, stallMs: 200 } as const;
const caseMs = Number(options.seconds) * 1_000;
const heaps = [undefined, 512] as const;
const quietPeople = 8;
/** Until the model is loaded and what is used often is compiled: rounds without a long wait, and the most of them. */
const warmMs = 300;
const warmRounds = { quick: 3, most: 20 };

/** What the machine does by itself stands beside all others. */
const nobody: Noise = { name: 'nobody', begin: () => ({ lanes: [], kinds: 0 }) };
const noises: readonly Noise[] = [nobody, ...memberNoises, ...moderatorNoises, ...documentNoises];

interface Row {
  readonly case: string;
  readonly heapMiB: number | 'unset';
  readonly asked: number;
  readonly lost: number;
  readonly longestWaitMs: number;
  readonly longestWaitFor: string;
  readonly stallMs: number;
  readonly stallCpuMs: number;
  /** How much of the time its thread waited for a processor: near 0 where figures of time mean something. */
  readonly starved: number;
  readonly peakHeapMiB: number;
  readonly peakRssMiB: number;
  readonly lives: boolean;
  readonly ended?: string;
  /** What was done, how much of it got no answer, and of how many kinds it was taken. */
  readonly noisy: { readonly deeds: number; readonly unanswered: number; readonly kinds: number };
  readonly losses?: Readonly<Record<string, number>>;
  /** What failed inside of the bot meanwhile: no bar, but nothing of it should be. */
  readonly errors?: Readonly<Record<string, number>>;
}

async function measured(noise: Noise, heapMiB: number | undefined, cache: string): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'communique-hostile-'));
  const discord = await startDiscord({ checks: false });
  const server = discord.server({ name: 'quiet' });
  const channel = server.channel('general');
  const quiet = Array.from({ length: quietPeople }, (_, n) => server.member({ name: `q${n}` }).in(channel));
  const world = { discord, folder, camps: campsIn(discord) };
  try {
    await noise.prepare?.(world);
    const bot = await startWatchedBot({ discord, folder, cache, heapMiB, reader: options.reader });
    try {
      for (let round = 0, quick = 0; round < warmRounds.most && quick < warmRounds.quick; round += 1) {
        quick = Math.max(...(await onceAround(quiet))) < warmMs ? quick + 1 : 0;
      }
      const { lanes, kinds } = await noise.begin(world);
      bot.begins();
      const began = performance.now();
      const isOver = (): boolean => performance.now() - began > caseMs || bot.ended() !== undefined;
      const [few, loud] = await Promise.all([quietly(quiet, isOver), loudly(lanes, isOver)]);
      const { stallMs, stallCpuMs, waited, heap, resident } = await bot.vitals();
      const passed = performance.now() - began;
      const ended = bot.ended();
      const errors = Object.fromEntries(bot.errors());
      return {
        case: noise.name,
        heapMiB: heapMiB ?? 'unset',
        asked: few.asked,
        lost: few.lost,
        longestWaitMs: few.longestMs,
        longestWaitFor: few.longestOf,
        stallMs: Math.round(stallMs),
        stallCpuMs: Math.round(stallCpuMs),
        starved: Number((waited / passed).toFixed(2)),
        peakHeapMiB: inMiB(heap),
        peakRssMiB: inMiB(resident),
        lives: ended === undefined,
        ...(ended !== undefined && { ended }),
        noisy: { ...loud, kinds },
        ...(few.lost > 0 && { losses: few.losses }),
        ...(Object.keys(errors).length > 0 && { errors }),
      };
    } finally {
      await bot.stop();
    }
  } finally {
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const inMiB = (bytes: number): number => Math.round(bytes / 1024 / 1024);

function say(row: object): void {
  process.stdout.write(`${JSON.stringify(row, undefined, options.json ? undefined : 2)}\n`);
}

/** Which bars all cases kept, and the cases that did not. */
function verdict(rows: readonly Row[]): {
  readonly kept: Record<string, boolean>;
  readonly broken: object[];
} {
  const over = (row: Row): string[] => [
    ...(row.lost > bars.lost ? ['lost'] : []),
    ...(row.longestWaitMs > bars.longestWaitMs ? ['longestWaitMs'] : []),
    ...(row.stallMs > bars.stallMs ? ['stallMs'] : []),
    ...(row.lives ? [] : ['lives']),
  ];
  const broken = rows
    .map((row) => ({ case: row.case, heapMiB: row.heapMiB, over: over(row) }))
    .filter((row) => row.over.length > 0);
  const names = [...Object.keys(bars), 'lives'];
  const kept = names.map((name) => [name, broken.every((row) => !row.over.includes(name))] as const);
  return { kept: Object.fromEntries(kept), broken };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const kept = await mkdtemp(join(tmpdir(), 'communique-hostile-reading-'));
const rows: Row[] = [];
for (const heapMiB of heaps) {
  if (options.heap !== undefined && options.heap !== String(heapMiB ?? 'none')) continue;
  for (const noise of noises) {
    if (options.case !== undefined && noise.name !== options.case) continue;
    const row = await measured(noise, heapMiB, join(kept, 'reading.sqlite'));
    rows.push(row);
    say(row);
  }
}
await rm(kept, { recursive: true, force: true });
if (rows.length === 0)
  throw new Error(`there is no such case; there are ${noises.map(({ name }) => name).join(', ')}`);
const all = verdict(rows);
say({ bars, cases: rows.length, ...all });
process.exitCode = all.broken.length > 0 ? 1 : 0;
