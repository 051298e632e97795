// The process in which files are read, one after the other. It has no environment of ours and may neither write files nor
// start programs; where it takes too much memory or time it is ended, and no other process feels it.
import { z } from 'zod';
import { extract } from './extract.ts';
import { watchMemory } from './watcher.ts';

const jobSchema = z.object({
  name: z.string(),
  bytes: z.instanceof(Uint8Array),
  limits: z.object({
    bytes: z.number(),
    pages: z.number(),
    characters: z.number(),
    milliseconds: z.number(),
    memoryMiB: z.number(),
  }),
});

let isWatched = false;

process.on('message', (message: unknown) => {
  const job = jobSchema.parse(message);
  if (!isWatched) watchMemory(job.limits.memoryMiB);
  isWatched = true;
  void extract(job).then((imported) => process.send?.(imported));
});
// An ordinary exit may hang in the engine's own tidying.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
