// Watches what the process that reads files takes of memory and of a processor, from a thread of its own: the reader may be
// busy for seconds.
import { Worker } from 'node:worker_threads';

/** How often it looks. What is allocated in between is at most some ten MiB. */
const everyMs = 10;

/** Ends a process that took too much of a processor's time: a signal that nobody else sends, and that leaves no core file. */
export const outOfTime = 'SIGVTALRM';
/** The same for one that took too much memory: what the system itself kills is told from it. */
export const outOfMemory = 'SIGALRM';

/**
 * Plain JavaScript as text, so that the thread loads nothing: it takes 5 MiB. The signals end the process whatever it is
 * doing. The time is that of the whole process since a file was begun.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
let begun, most = Infinity;
parentPort.on('message', (milliseconds) => {
  begun = process.cpuUsage();
  most = milliseconds * 1000;
});
setInterval(() => {
  const isOrphan = process.ppid !== workerData.parent;
  if (isOrphan) process.kill(process.pid, 'SIGKILL');
  if (process.memoryUsage.rss() > workerData.most) process.kill(process.pid, workerData.outOfMemory);
  if (most === Infinity) return;
  const { user, system } = process.cpuUsage(begun);
  if (user + system > most) process.kill(process.pid, workerData.outOfTime);
}, workerData.everyMs);
`;

export interface Watch {
  /** A file is begun, which may take so many milliseconds of a processor. */
  begins(milliseconds: number): void;
  /** It is read. */
  ends(): void;
}

/** Kills this process as soon as it has more than so many MiB, a file takes too long, or nobody waits for it any more. */
export function watch(mebibytes: number): Watch {
  const workerData = { most: mebibytes * 1024 * 1024, everyMs, parent: process.ppid, outOfTime, outOfMemory };
  const worker = new Worker(program, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, codeRangeSizeMb: 8 },
  });
  worker.unref();
  return {
    begins: (milliseconds) => worker.postMessage(milliseconds),
    ends: () => worker.postMessage(Number.POSITIVE_INFINITY),
  };
}
