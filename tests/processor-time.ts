// What something takes of the processor, in milliseconds: on a busy machine the clock also counts the turns of others.
import { readdir, readFile } from 'node:fs/promises';

/** A watch that begins now; what it gives tells how much was taken since. */
export function processorWatch(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}

/** The same of this thread alone, which is what a test that waits for nothing has to itself. */
export function threadWatch(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };
}

/** The least of some runs, each of which tells what it took: what else the process does only adds to it. */
export async function leastOf(times: number, run: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) least = Math.min(least, await run());
  return least;
}

/** So long something is done again and again: some systems count processor time in hundredths of a second. */
const longEnough = 150_000;

/** What one run takes of this thread, on average. */
function averageOf(run: () => unknown): number {
  const before = process.threadCpuUsage();
  for (let runs = 1; ; runs += 1) {
    run();
    const { user, system } = process.threadCpuUsage(before);
    if (user + system >= longEnough) return (user + system) / runs;
  }
}

/**
 * How many times as long work takes that has ten times as much before it: about ten times where that alone makes it longer, a hundred where
 * each part of it looks at all others. `prepare` makes what a run is given, and is not counted.
 */
export function growthOf<Given>(
  size: number,
  prepare: (size: number) => Given,
  run: (given: Given) => unknown,
): number {
  const [small, large] = [prepare(size), prepare(10 * size)];
  // The compiler's work is not counted.
  averageOf(() => run(small));
  return averageOf(() => run(large)) / averageOf(() => run(small));
}

/** Of ten times as much: more than noise adds to ten, and less than a hundred. */
export const mostGrowth = 40;

/** Linux counts in hundredths of a second, whatever its kernel does. */
const tickMs = 10;

/** The fields of a process behind its name: its state is the first of them. Undefined where it has ended. */
async function fieldsOf(pid: string): Promise<string[] | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function sumOf(fields: readonly string[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + Number(fields[place]), 0) * tickMs;
}

/** What the processes that this one started have taken so far, those that have ended too; undefined where the system does not tell. */
export async function takenByChildren(): Promise<number | undefined> {
  const own = await fieldsOf('self');
  if (!own) return undefined;
  const ended = sumOf(own, [13, 14]);
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map(fieldsOf));
  const children = all.filter((fields) => fields?.[1] === String(process.pid));
  return children.reduce((sum, fields = []) => sum + sumOf(fields, [11, 12]), ended);
}
