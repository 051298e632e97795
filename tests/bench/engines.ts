// npm run bench -- [--file FILE] [--rooms DIR] [--passages N] [--questions N] [--engines memory,postgres,…] [--chart FILE]
// Engines side by side in one run, on the same passages and questions: how long one takes from a question to its thirty best passages, and
// whether the right one is among them; with a chart. Ours has ranked them by then; what it takes to read passages stands apart.
import { fork } from 'node:child_process';
import { Console } from 'node:console';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { quantile, share } from '../eval/measures.ts';
import { startPostgres } from '../store/postgres.ts';
import { chartOf, type Row } from './engines/chart.ts';
import { measuredOf } from './engines/collection.ts';
import { ways } from './engines/ways.ts';

/** What a process tells of its engine. */
interface Told {
  readonly row: Row;
  readonly passages: number;
}

const { log } = new Console(process.stdout);
const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    rooms: { type: 'string', default: 'training/data' },
    passages: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '400' },
    engines: { type: 'string', default: Object.keys(ways).join(',') },
    chart: { type: 'string' },
  },
});

const named = values.engines.split(',');
const unknown = named.find((name) => !ways[name]);
if (unknown) throw new Error(`there is no engine ${unknown}; write some of ${Object.keys(ways).join(', ')}`);
if (named.length > 1) await eachApart();
else await measure(named[0] ?? '');

/** Each in a process of its own: what one leaves in memory is not counted for the next. */
async function eachApart(): Promise<void> {
  const rows: Row[] = [];
  let counted = 0;
  for (const name of named) {
    const child = fork(import.meta.filename, [...process.argv.slice(2), '--engines', name, '--chart', '']);
    child.on('message', (told: Told) => {
      rows.push(told.row);
      counted = told.passages;
    });
    const [status] = await once(child, 'exit');
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
  }
  if (!values.chart) return;
  await writeFile(values.chart, chartOf(rows, counted));
  log(`a chart stands in ${values.chart}`);
}

async function measure(name: string): Promise<void> {
  const { passages, questions } = await measuredOf(values.file, values.rooms, {
    passages: Number(values.passages),
    questions: Number(values.questions),
  });
  const server = await startPostgres({ durable: true });
  const way = ways[name];
  if (!way) return;
  const before = memory();
  const begun = performance.now();
  const opened = await way.open(passages, server.url);
  const seconds = (performance.now() - begun) / 1000;
  const kept = memory() - before;
  // Everything that comes first is slow once.
  for (const { text } of questions.slice(0, 20)) await opened.find(text);
  const asked: {
    readonly ms: number;
    readonly found: readonly number[];
    readonly gold: ReadonlySet<number>;
  }[] = [];
  const cpu = process.cpuUsage();
  for (const { text, gold } of questions) {
    const from = performance.now();
    const found = await opened.find(text);
    asked.push({ ms: performance.now() - from, found, gold });
  }
  const { user, system } = process.cpuUsage(cpu);
  await opened.close();
  await server.stop();
  const times = asked.map(({ ms }) => ms);
  const row: Row = {
    name: way.name,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    among: share(asked, ({ found, gold }) => found.slice(0, 30).some((at) => gold.has(at))),
    first: share(asked, ({ found: [first = -1], gold }) => gold.has(first)),
  };
  process.send?.({ row, passages: passages.length } satisfies Told);
  log(
    [
      row.name.padEnd(32),
      `${passages.length} passages, ${questions.length} questions`,
      `among 30 ${row.among.toFixed(3)}`,
      `first ${row.first.toFixed(3)}`,
      `p50 ${row.p50.toFixed(1)} ms`,
      `p99 ${row.p99.toFixed(1)} ms`,
      `${((user + system) / 1000 / questions.length).toFixed(1)} ms of this processor`,
      `opened in ${seconds.toFixed(0)} s`,
      `keeps ${megabytes(kept)} in memory`,
      ...(opened.stored === undefined ? [] : [`${megabytes(opened.stored)} elsewhere`]),
      `at most ${megabytes(process.resourceUsage().maxRSS * 1024)}`,
    ].join('  '),
  );
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
