// Loaded into the bot's process before it (`node --import`): how long its event loop stands still, and what memory it takes, a
// line of JSON ten times a second into the file that VITALS names. It listens to nothing but one signal and touches nothing else.
import { openSync, readFileSync, writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/** How often the event loop is looked at, and how often a line is written; in milliseconds. */
const resolution = 10;
const everyMs = 100;

/**
 * How long this thread has waited for a processor, in milliseconds, as Linux counts it: what other programs took of the time.
 * Nothing elsewhere.
 */
function waitedMs(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** The greatest since the measurement began. A file rather than a channel: what was written outlives a crash. */
function watch(file: string): void {
  const lines = openSync(file, 'a');
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  let [stallCpuMs, heap, resident] = [0, 0, 0];
  let cpu = process.threadCpuUsage();
  let waitedBefore = waitedMs();
  // On a busy machine a stall is often somebody else's: how much of it this thread worked tells the two apart.
  const lookAtWork = (): void => {
    const { user, system } = process.threadCpuUsage(cpu);
    cpu = process.threadCpuUsage();
    stallCpuMs = Math.max(stallCpuMs, (user + system) / 1_000);
  };
  setInterval(lookAtWork, resolution).unref();
  setInterval(() => {
    heap = Math.max(heap, getHeapStatistics().used_heap_size);
    resident = Math.max(resident, process.memoryUsage.rss());
    // A delay is told with the wait that was wanted.
    const stallMs = Math.max(0, delays.max / 1e6 - resolution);
    const waited = waitedMs() - waitedBefore;
    writeSync(lines, `${JSON.stringify({ at: Date.now(), stallMs, stallCpuMs, waited, heap, resident })}\n`);
  }, everyMs).unref();
  // Starting is not what is measured.
  process.on('SIGUSR2', () => {
    delays.reset();
    cpu = process.threadCpuUsage();
    waitedBefore = waitedMs();
    [stallCpuMs, heap, resident] = [0, 0, 0];
  });
}

// Threads are given the same command line, and have no loop of Discord's.
const { VITALS } = process.env;
if (isMainThread && VITALS !== undefined) watch(VITALS);
