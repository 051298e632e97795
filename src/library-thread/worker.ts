// Runs in the library's thread.
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked, ThreadData } from './messages.ts';
import { Serving } from './serving.ts';
import { Signs } from './signs.ts';

/** Also while it waits for the model. */
const beatEvery = 100;

const data: ThreadData = workerData;
const signs = new Signs(data.signs);
const serving = new Serving({
  ...{ model: data.model, snapshot: data.snapshot, signs },
  tell: (told) => parentPort?.postMessage(told),
});
parentPort?.on('message', (asked: Asked) => serving.hear(asked));
setInterval(() => signs.live(), beatEvery);
