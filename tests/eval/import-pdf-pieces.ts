// The pieces of text of a PDF, read in a thread of its own: a broken file may throw long after it was answered for, and must take nobody
// else along.
import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import { z } from 'zod';

/** Tests may run in threads as well: ours knows itself by this. */
const role = 'pieces of a PDF';

const piecesSchema = z.array(z.string());

let worker: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/** In the order of the file: in a row, parted by blanks, and what the file says of itself. */
export function pdfTexts(bytes: Buffer): Promise<string[]> {
  // A thread may end for a file before this one: it is then read once more, in a new one.
  const next = last.then(() => ask(bytes).catch(() => ask(bytes)));
  last = next.catch(() => undefined);
  return next;
}

async function ask(bytes: Buffer): Promise<string[]> {
  const asked = worker ?? started();
  asked.ref();
  try {
    const answer = once(asked, 'message');
    asked.postMessage(new Uint8Array(bytes));
    const [texts] = await answer;
    return piecesSchema.parse(texts);
  } finally {
    asked.unref();
  }
}

function started(): Worker {
  const begun = new Worker(new URL(import.meta.url), { workerData: role });
  worker = begun;
  const gone = (): void => {
    if (worker === begun) worker = undefined;
  };
  begun.on('error', gone);
  begun.on('exit', gone);
  return begun;
}

async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(bytes, { disableFontFace: true, verbosity: 0 });
  const pieces: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pieces.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])));
  }
  const { info } = await pdf.getMetadata();
  await pdf.loadingTask.destroy();
  return [pieces.join(''), pieces.join(' '), JSON.stringify(info)];
}

if (workerData === role) {
  parentPort?.on('message', async (bytes: Uint8Array) => parentPort?.postMessage(await textsOf(bytes)));
}
