// Watches the memory of the process that reads files, from a thread of its own: the reader may be busy for seconds.
import { Worker } from 'node:worker_threads';

/** How often memory is looked at. What is allocated in between is at most some ten MiB. */
const everyMs = 10;

/** Plain JavaScript as text, so that the thread loads nothing: it takes 5 MiB. The signal ends the process whatever it is doing. */
const program = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  const isOrphan = process.ppid !== workerData.parent;
  if (isOrphan || process.memoryUsage.rss() > workerData.most) process.kill(process.pid, 'SIGKILL');
}, workerData.everyMs);
`;

/** Kills this process as soon as it has more than so many MiB, or nobody waits for it any more. */
export function watchMemory(mebibytes: number): void {
  const workerData = { most: mebibytes * 1024 * 1024, everyMs, parent: process.ppid };
  new Worker(program, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, codeRangeSizeMb: 8 },
  }).unref();
}
