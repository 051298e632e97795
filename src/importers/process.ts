// The process in which files are read, one after the other. It has no environment of ours and may neither write files nor
// start programs; where it takes too much memory or time it is ended, and no other process feels it.
import { z } from 'zod';
import { extract, type Job } from './extract.ts';
import { notTaken, refusal } from './imported.ts';
import { type Watch, watch } from './watcher.ts';

const jobSchema = z.object({
  name: z.string(),
  bytes: z.instanceof(Uint8Array),
  limits: z.object({
    bytes: z.number(),
    pages: z.number(),
    characters: z.number(),
    milliseconds: z.number(),
    patienceMs: z.number(),
    memoryMiB: z.number(),
  }),
  recognised: z
    .array(
      z.object({
        page: z.number(),
        hocr: z.string(),
        scale: z.number(),
        width: z.number(),
        height: z.number(),
      }),
    )
    .optional(),
  /** Set where a page is to be drawn and not to be read. */
  page: z.number().optional(),
});

let watching: Watch | undefined;

process.on('message', (message: unknown) => {
  const { page, recognised, ...file } = jobSchema.parse(message);
  const job: Job = { ...file, ...(recognised && { recognised }) };
  watching ??= watch(job.limits.memoryMiB);
  watching.begins(job.limits.milliseconds);
  const work = page === undefined ? extract(job) : drawn(job, page);
  void work.then((answer) => {
    watching?.ends();
    process.send?.(answer);
  });
});

async function drawn({ bytes }: Job, page: number) {
  try {
    return await (await import('./ocr/page-picture.ts')).pictureOf(bytes, page);
  } catch {
    return notTaken(refusal('import.refused.broken', { what: 'PDF' }));
  }
}

// What is read is waited for; a parser's own work that nobody waits for, such as that of a damaged PDF whose reading was given
// up, may fail after the file was answered, and must not end the process that reads the next one.
process.on('unhandledRejection', () => undefined);
// An ordinary exit may hang in the engine's own tidying.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
