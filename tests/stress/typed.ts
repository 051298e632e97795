// npm run stress:typed -- [--json]: the longest of each generator's texts into everything that takes what is typed. Fails where
// twice the length takes more than three times the work, or any of it longer than Discord can be kept waiting. Work is the
// processor's time of this process, the least of five.
import { Console } from 'node:console';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openLibrary } from '../../src/library.ts';
import { inEnglish } from '../../src/messages/messages.ts';
import { openStore } from '../../src/store/store.ts';
import { generators } from '../hostile/generators.ts';
import { type Needs, type Operation, operations, outcomeOf } from '../hostile/operations.ts';
import { leastOf, processorWatch } from '../processor-time.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    corpus: { type: 'string', default: 'corpus' },
    operation: { type: 'string' },
  },
});

/** Below this, in milliseconds, what else the process does (its garbage, its compiler) weighs as much. */
const aboveNoise = 12;
const mostGrowth = 3;
/** The longest that one thing may hold the thread that answers. */
const mostMs = 200;
const repeats = 5;

interface Figure {
  readonly operation: string;
  readonly generator: string;
  readonly length: number;
  readonly ms: number;
  readonly halfMs?: number;
}

async function work(operation: Operation, typed: string, app: Needs): Promise<number> {
  // The search remembers what it was asked last.
  await outcomeOf(operation, 'a', app);
  const taken = processorWatch();
  await outcomeOf(operation, typed, app);
  return taken();
}

const least = (operation: Operation, typed: string, app: Needs): Promise<number> =>
  leastOf(repeats, () => work(operation, typed, app));

async function figureOf(operation: Operation, at: number, app: Needs): Promise<Figure[]> {
  const generator = generators[at];
  if (!generator) return [];
  const { most } = operation;
  const about = { operation: operation.name, generator: generator.name, length: most };
  // Most take nothing worth measuring: they are looked at once.
  const once = await work(operation, generator.make(most), app);
  if (once < aboveNoise) return [{ ...about, ms: once }];
  const ms = await least(operation, generator.make(most), app);
  return [{ ...about, ms, halfMs: await least(operation, generator.make(most / 2), app) }];
}

function isTooMuch({ ms, halfMs = ms }: Figure): boolean {
  return ms > mostMs || (ms > aboveNoise && ms > mostGrowth * halfMs);
}

const folder = await mkdtemp(join(tmpdir(), 'communique-hostile-'));
const store = await openStore({ file: join(folder, 'store.sqlite'), url: undefined });
const library = await openLibrary(options.corpus);
await library.prepare();
const app: Needs = { library, translate: inEnglish, database: store.database };

const figures: Figure[] = [];
for (const operation of operations) {
  if (options.operation !== undefined && operation.name !== options.operation) continue;
  // What is read when it is first asked for is no one's input.
  await outcomeOf(operation, 'Can borders be changed by force?', app);
  for (let at = 0; at < generators.length; at += 1) figures.push(...(await figureOf(operation, at, app)));
}
await store.close();
await rm(folder, { recursive: true, force: true });

const failures = figures.filter(isTooMuch);
const rounded = ({ ms, halfMs, ...rest }: Figure) => ({
  ...rest,
  ms: Math.round(ms * 10) / 10,
  ...(halfMs !== undefined && { halfMs: Math.round(halfMs * 10) / 10 }),
});
const longest = operations.flatMap(({ name }) =>
  figures
    .filter(({ operation }) => operation === name)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, 1)
    .map(rounded),
);
const report = { inputs: figures.length, failures: failures.map(rounded), longest };
if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  const out = new Console(process.stdout);
  out.table(longest);
  out.log(`${figures.length} inputs, ${failures.length} take too long`);
  if (failures.length > 0) out.table(report.failures);
}
process.exitCode = failures.length > 0 ? 1 : 0;
