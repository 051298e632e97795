// npm run bench -- [--file FILE] [--rooms DIR] [--passages N] [--questions N] [--engines memory,postgres,…] [--chart FILE]
// Engines side by side in one run, on the same passages and questions: how long one takes from a question to its thirty best passages, and
// whether the right one is among them; with a chart. Ours has ranked them by then; what it takes to read passages stands apart.
import { Console } from 'node:console';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { quantile, share } from '../eval/measures.ts';
import { startPostgres } from '../store/postgres.ts';
import { chartOf, type Row } from './engines/chart.ts';
import { measuredOf } from './engines/collection.ts';
import { ways } from './engines/ways.ts';

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

const { passages, questions } = await measuredOf(values.file, values.rooms, {
  passages: Number(values.passages),
  questions: Number(values.questions),
});
log(`${passages.length} passages, ${questions.length} questions whose answer is among them`);
const server = await startPostgres({ durable: true });
const rows: Row[] = [];

const memory = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

for (const each of values.engines.split(',')) {
  const way = ways[each];
  if (!way) throw new Error(`there is no engine ${each}; write some of ${Object.keys(ways).join(', ')}`);
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
  const times = asked.map(({ ms }) => ms);
  const row: Row = {
    name: way.name,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    among: share(asked, ({ found, gold }) => found.slice(0, 30).some((at) => gold.has(at))),
    first: share(asked, ({ found: [first = -1], gold }) => gold.has(first)),
  };
  rows.push(row);
  log(
    [
      row.name.padEnd(32),
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
await server.stop();
if (values.chart) {
  await writeFile(values.chart, chartOf(rows, passages.length));
  log(`a chart stands in ${values.chart}`);
}
