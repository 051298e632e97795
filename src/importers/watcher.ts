// Watches the memory of the process that reads files, from a thread of its own: the reader may be busy for seconds.
import { Worker } from 'node:worker_threads';
import { exits } from './exits.ts';

/** How often memory is looked at. What is allocated in between is at most some ten MiB. */
const everyMs = 10;

/** Plain JavaScript as text, so that the thread loads nothing: it takes 5 MiB. A signal ends the process wherever it is. */
const program = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.most) process.kill(process.pid, workerData.signal);
}, workerData.everyMs);
`;

/** Ends this process with the signal that stands for too much memory as soon as it has more than so many MiB. */
export function watchMemory(mebibytes: number): void {
  const workerData = { most: mebibytes * 1024 * 1024, everyMs, signal: exits.memorySignal };
  new Worker(program, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, codeRangeSizeMb: 8 },
  }).unref();
}
