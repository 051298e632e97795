// The thread that draws: takes one picture at a time from press.ts and answers with it.
import { parentPort } from 'node:worker_threads';
import { draw, type Job } from './draw.ts';

parentPort?.on('message', (job: Job) => {
  draw(job).then(
    (result) => parentPort?.postMessage({ result }),
    (error: unknown) => parentPort?.postMessage({ error }),
  );
});
