// The trained model as the rest of the program sees it: a thread with a bounded queue, which answers questions before all else.
import { Worker } from 'node:worker_threads';
import type { Scored } from './encoder.ts';
import type { Job, Results, Said, ThreadData } from './jobs.ts';
import { type ModelDescription, readModelFiles, shippedModel } from './model-files.ts';
import { NotRead, type ReadablePassage } from './reader.ts';

export interface ModelOptions {
  /** The folder with the model's files; the shipped one unless told. */
  readonly folder?: string;
  /** The file that keeps what is made of passages; without one it lives in memory. */
  readonly shelf?: string;
  /** Processor threads of one run. */
  readonly threads?: number;
  /** How long a question may wait for the model, in milliseconds, its turn in the queue included. */
  readonly timeLimit?: number;
}

export interface Model {
  readonly description: ModelDescription;
  /** The vector of a question: unit length, each number times 127. Rejects with `NotRead`. */
  vectorOf(question: string, signal?: AbortSignal): Promise<Int8Array>;
  /** Reads a question beside passages. Rejects with `NotRead`. */
  read(
    question: string,
    passages: readonly ReadablePassage[],
    signal?: AbortSignal,
  ): Promise<readonly Scored[]>;
  /**
   * The vectors of passages, made where they are not kept yet; `each` gets them as they come. Works in the background: whatever is
   * asked meanwhile goes first. Resolves when all are there, or `signal` says that nobody wants them any more.
   */
  prepare(
    passages: readonly ReadablePassage[],
    each: (key: string, vector: Int8Array) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Ends the thread; what waits rejects with `NotRead`. */
  close(): Promise<void>;
}

/** Questions that may wait; at some 60 ms each, more would wait longer than the time limit. */
const mostWaiting = 40;
/** A question waits so long for the reader; Discord's answer is due after 3 s. */
const timeLimit = 2_000;
/** A job that takes longer than this hangs: its thread is ended and another started. */
const hangsAfter = 10_000;
/** Passages encoded at once in the background: a question that comes meanwhile waits for them, some 20 ms. */
const atOnce = 2;
/** Keys looked up at once. */
const lookedUp = 500;

/** Loads the description and starts the thread. Rejects where the model is missing, damaged, or cannot run on this machine. */
export async function openModel(options: ModelOptions = {}): Promise<Model> {
  const folder = options.folder ?? shippedModel;
  const { description } = await readModelFiles(folder);
  const data: ThreadData = { folder, shelf: options.shelf, threads: options.threads ?? 2 };
  const thread = new ModelThread(data, options.timeLimit ?? timeLimit);
  await thread.ready();
  return new ThreadedModel(description, thread);
}

class ThreadedModel implements Model {
  readonly description: ModelDescription;
  readonly #thread: ModelThread;

  constructor(description: ModelDescription, thread: ModelThread) {
    this.description = description;
    this.#thread = thread;
  }

  vectorOf(question: string, signal?: AbortSignal): Promise<Int8Array> {
    return this.#thread.do({ kind: 'question', question }, { ...(signal && { signal }) });
  }

  read(
    question: string,
    passages: readonly ReadablePassage[],
    signal?: AbortSignal,
  ): Promise<readonly Scored[]> {
    return this.#thread.do({ kind: 'read', question, passages }, { ...(signal && { signal }) });
  }

  async prepare(
    passages: readonly ReadablePassage[],
    each: (key: string, vector: Int8Array) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    const quietly = { background: true, ...(signal && { signal }) };
    const missing: ReadablePassage[] = [];
    for (let at = 0; at < passages.length; at += lookedUp) {
      const some = passages.slice(at, at + lookedUp);
      const known = await this.#thread.do({ kind: 'known', keys: some.map(({ key }) => key) }, quietly);
      for (const [key, vector] of known) each(key, vector);
      missing.push(...some.filter(({ key }) => !known.has(key)));
    }
    for (let at = 0; at < missing.length; at += atOnce) {
      const job = { kind: 'encode', passages: missing.slice(at, at + atOnce) } as const;
      for (const [key, vector] of await this.#thread.do(job, quietly)) each(key, vector);
    }
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}

interface Order {
  readonly job: Job;
  readonly background: boolean;
  readonly resolve: (result: Results[Job['kind']]) => void;
  readonly reject: (error: NotRead) => void;
}

interface DoOptions {
  readonly signal?: AbortSignal;
  /** Has its turn when nothing else waits, and no time limit. */
  readonly background?: boolean;
}

/** One job at a time; what waits may be given up, what runs is not. */
class ModelThread {
  readonly #data: ThreadData;
  readonly #timeLimit: number;
  readonly #waiting: Order[] = [];
  readonly #background: Order[] = [];
  #running: Order | undefined;
  #worker: Worker | undefined;
  #isReady = false;
  #started: PromiseWithResolvers<void> = Promise.withResolvers();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(data: ThreadData, limit: number) {
    this.#data = data;
    this.#timeLimit = limit;
    this.#start();
  }

  ready(): Promise<void> {
    return this.#started.promise;
  }

  do<K extends Job['kind']>(job: Extract<Job, { kind: K }>, options: DoOptions): Promise<Results[K]>;
  do(job: Job, { signal, background = false }: DoOptions): Promise<Results[Job['kind']]> {
    const line = background ? this.#background : this.#waiting;
    if (this.#closed) return Promise.reject(new NotRead('unavailable'));
    if (!background && line.length >= mostWaiting) return Promise.reject(new NotRead('busy'));
    if (signal?.aborted) return Promise.reject(new NotRead('late'));
    return new Promise((resolve, reject) => {
      const order: Order = { job, background, resolve: settled(resolve), reject: settled(reject) };
      const late = (): void => {
        const at = line.indexOf(order);
        if (at >= 0) line.splice(at, 1);
        order.reject(new NotRead('late'));
      };
      const timer = background ? undefined : setTimeout(late, this.#timeLimit);
      signal?.addEventListener('abort', late, { once: true });
      function settled<T>(settle: (value: T) => void): (value: T) => void {
        return (value) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', late);
          settle(value);
        };
      }
      line.push(order);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#drop(new NotRead('unavailable'));
    for (const order of [...this.#waiting.splice(0), ...this.#background.splice(0)])
      order.reject(new NotRead('unavailable'));
  }

  #next(): void {
    if (this.#running || !this.#isReady) return;
    const order = this.#waiting.shift() ?? this.#background.shift();
    if (!order) {
      this.#worker?.unref();
      return;
    }
    this.#running = order;
    this.#worker?.ref();
    this.#timer = setTimeout(() => void this.#again(new NotRead('late')), hangsAfter);
    this.#worker?.postMessage(order.job);
  }

  #start(): void {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: this.#data });
    this.#worker = worker;
    worker.on('message', (said: Said) => this.#hear(said));
    worker.on('error', (error) => {
      if (!this.#isReady) {
        this.#closed = true;
        this.#started.reject(new NotRead('unavailable', error));
        void this.#drop(new NotRead('unavailable', error));
        return;
      }
      void this.#again(new NotRead('unavailable', error));
    });
  }

  #hear(said: Said): void {
    if (said.kind === 'ready') {
      this.#isReady = true;
      this.#started.resolve();
    } else {
      clearTimeout(this.#timer);
      const order = this.#running;
      this.#running = undefined;
      if (said.kind === 'done') order?.resolve(said.result);
      else order?.reject(new NotRead('unavailable', said.error));
    }
    this.#next();
  }

  /** The thread hangs or broke: another takes its place, and what was running is not read. */
  async #again(why: NotRead): Promise<void> {
    await this.#drop(why);
    if (!this.#closed) this.#start();
  }

  async #drop(why: NotRead): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    const order = this.#running;
    this.#worker = undefined;
    this.#running = undefined;
    this.#isReady = false;
    worker?.removeAllListeners();
    // An error that nobody listens for would end the program.
    worker?.on('error', () => undefined);
    order?.reject(why);
    await worker?.terminate();
  }
}
