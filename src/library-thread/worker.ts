// Runs in the library's thread.
import { parentPort, workerData } from 'node:worker_threads';
import type { SearchEngine } from '../search-postgres/engine.ts';
import type { Asked, ThreadData, Told } from './messages.ts';
import { Serving } from './serving.ts';
import { Signs } from './signs.ts';
import { sentError } from './wire.ts';

/** Also while it waits for the model. */
const beatEvery = 100;

const data: ThreadData = workerData;
const signs = new Signs(data.signs);
const tell = (told: Told): void => parentPort?.postMessage(told);
const engine = data.search === undefined ? undefined : await engineAt(data.search);
const serving = new Serving({ ...{ model: data.model, snapshot: data.snapshot, signs, engine }, tell });
parentPort?.on('message', (asked: Asked) => serving.hear(asked));
// Where nobody waits for what failed, it is told, and all else goes on.
process.on('unhandledRejection', (error) => {
  tell({ kind: 'troubled', error: sentError(error) });
});
setInterval(() => signs.live(), beatEvery);

/** What knows the database is loaded where there is one alone. */
async function engineAt(url: string): Promise<SearchEngine> {
  const { openEngine } = await import('../search-postgres/engine.ts');
  return openEngine(url, {
    filed: (done, all) => tell({ kind: 'filed', done, all }),
    failed: (error) => tell({ kind: 'notFiled', error: sentError(error) }),
  });
}
