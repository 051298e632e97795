// The thread in which files are read, inside of a process of its own: whatever a file does, it does it here.
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { extract } from './extract.ts';

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

parentPort?.on('message', (message: unknown) => {
  void extract(jobSchema.parse(message)).then((extraction) => parentPort?.postMessage(extraction));
});
