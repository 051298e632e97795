// The model's thread: loads the model once, then does one job after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { type Encoder, openEncoder } from './encoder.ts';
import type { Job, Results, Said, ThreadData } from './jobs.ts';
import { type ModelFiles, readModelFiles } from './model-files.ts';
import { fileShelf, memoryShelf, type Shelf } from './shelf.ts';

const port = parentPort;
if (!port) throw new Error('reading/worker: runs as a worker thread only');
const data: ThreadData = workerData;
const say = (said: Said): void => port.postMessage(said);

const files = await readModelFiles(data.folder);
const { shelf, kind } = openShelf(files, data.shelf);
const encoder = await openEncoder(files, shelf, { threads: data.threads });
let last: Promise<void> = Promise.resolve();

port.on('message', (job: Job) => {
  last = last.then(async () => {
    try {
      say({ kind: 'done', result: await done(job, encoder) });
    } catch (error) {
      say({ kind: 'failed', error });
    }
  });
});
say({ kind: 'ready', shelf: kind });

async function done(job: Job, model: Encoder): Promise<Results[Job['kind']]> {
  switch (job.kind) {
    case 'question':
      return model.vectorOf(job.question);
    case 'read':
      return model.read(job.question, job.passages);
    case 'known':
      return model.knownVectors(job.keys);
    case 'encode': {
      const kept = await model.encode(job.passages);
      return new Map([...kept].map(([key, { vector }]) => [key, vector]));
    }
  }
}

/** Where the file cannot be written, or there is none, what is made lives as long as the thread. */
function openShelf(model: ModelFiles, path: string | undefined): { shelf: Shelf; kind: 'file' | 'memory' } {
  if (path === undefined) return { shelf: memoryShelf(), kind: 'memory' };
  try {
    return { shelf: fileShelf(path, model.id, model.description.kept), kind: 'file' };
  } catch {
    return { shelf: memoryShelf(), kind: 'memory' };
  }
}
