// A library's thread that hangs or breaks at certain citations, as a fault in the code might make it.
import { parentPort, workerData } from 'node:worker_threads';
import { libraryOf } from '../../src/library.ts';
import type { Asked, ThreadData } from '../../src/library-thread/messages.ts';
import { Serving } from '../../src/library-thread/serving.ts';
import { Signs } from '../../src/library-thread/signs.ts';

const data: ThreadData = workerData;
const signs = new Signs(data.signs);
const serving = new Serving({
  ...{ model: data.model, snapshot: data.snapshot, signs },
  tell: (told) => parentPort?.postMessage(told),
  open: (collection, options) => {
    const library = libraryOf(collection, options);
    return {
      ...library,
      get passages() {
        return library.passages;
      },
      cite: async (citation) => {
        if (citation === 'hang') for (;;);
        if (citation === 'exit') process.exit(3);
        if (citation === 'fill') for (const all: string[][] = []; ; ) all.push(new Array(1e6).fill('x'));
        return library.cite(citation);
      },
    };
  },
});
parentPort?.on('message', (asked: Asked) => serving.hear(asked));
setInterval(() => signs.live(), 100);
