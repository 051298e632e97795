// Runs in the library's thread.
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked, ThreadData, Told } from './messages.ts';
import { Serving } from './serving.ts';
import { Signs } from './signs.ts';
import { sentError } from './wire.ts';

/** Also while it waits for the model. */
const beatEvery = 100;

const data: ThreadData = workerData;
const signs = new Signs(data.signs);
const serving = new Serving({
  ...{ model: data.model, snapshot: data.snapshot, signs },
  tell: (told) => parentPort?.postMessage(told),
});
parentPort?.on('message', (asked: Asked) => serving.hear(asked));
// Where nobody waits for what failed, it is told, and all else goes on.
process.on('unhandledRejection', (error) => {
  parentPort?.postMessage({ kind: 'troubled', error: sentError(error) } satisfies Told);
});
setInterval(() => signs.live(), beatEvery);
