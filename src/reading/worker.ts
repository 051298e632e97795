// The model's thread: loads the model once, then does one job after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { type Encoder, openEncoder } from './encoder.ts';
import type { Asked, Job, Results, Said, ThreadData } from './jobs.ts';
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
let running: AbortController | undefined;

port.on('message', (asked: Asked) => {
  if (asked.kind === 'stop') running?.abort();
  else last = last.then(() => run(asked));
});
say({ kind: 'ready', loaded: { description: files.description, shelf: kind } });

async function run(job: Job): Promise<void> {
  running = new AbortController();
  const { signal } = running;
  try {
    say({ kind: 'done', result: await done(job, encoder, signal) });
  } catch (error) {
    say(signal.aborted && error === signal.reason ? { kind: 'stopped' } : { kind: 'failed', error });
  } finally {
    running = undefined;
  }
}

async function done(job: Job, model: Encoder, signal: AbortSignal): Promise<Results[Job['kind']]> {
  switch (job.kind) {
    case 'question':
      return model.vectorOf(job.question);
    case 'read':
      return model.read(job.question, job.passages, signal);
    case 'sentences':
      return model.readSentences(job.question, job, signal);
    case 'known':
      return model.knownVectors(job.keys);
    case 'forget':
      shelf.forget(job.keys);
      model.forget(job.keys);
      return undefined;
    case 'encode': {
      const kept = await model.encode(job.passages, signal);
      return new Map([...kept].map(([key, { vector }]) => [key, vector]));
    }
  }
}

/** Where the file cannot be written, or there is none, what is made lives as long as the thread. */
function openShelf(model: ModelFiles, path: string | undefined): { shelf: Shelf; kind: 'file' | 'memory' } {
  const { hidden, kept } = model.description;
  if (path === undefined) return { shelf: memoryShelf(kept), kind: 'memory' };
  try {
    return { shelf: fileShelf(path, { model: model.id, hidden, kept }), kind: 'file' };
  } catch {
    return { shelf: memoryShelf(kept), kind: 'memory' };
  }
}
