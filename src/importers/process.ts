// The process in which files are read. It starts the thread that does it, watches memory and time, and ends itself where
// a limit is met: no file can take more than this process, and nothing of ours is in it.
import { Worker } from 'node:worker_threads';
import { exits } from './exits.ts';
import { defaultLimits } from './limits.ts';

const { memoryMiB: most } = defaultLimits;

/** How often memory is looked at. What is allocated in between is at most some ten MiB. */
const everyMs = 10;

const worker = new Worker(new URL('./worker.ts', import.meta.url), {
  // The thread meets its own limit first, where what it holds are objects; buffers are counted by the process alone.
  resourceLimits: { maxOldGenerationSizeMb: most - 80, maxYoungGenerationSizeMb: 16 },
});
worker.on('message', (extraction) => process.send?.(extraction));
worker.on('error', (error) => {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  process.exit(isMemory ? exits.memory : exits.crashed);
});
process.on('message', (job) => worker.postMessage(job));
process.on('disconnect', () => process.exit());
setInterval(() => {
  if (process.memoryUsage.rss() > most * 1024 * 1024) process.exit(exits.memory);
}, everyMs);
