// The trained model as the rest of the program sees it: a thread with a bounded queue, which answers questions before all else.
import { Worker } from 'node:worker_threads';
import type { Scored } from './encoder.ts';
import type { Asked, Job, Loaded, Results, Said, ThreadData } from './jobs.ts';
import { type ModelDescription, shippedModel } from './model-files.ts';
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
  /** Where what is made of passages is kept; `memory` also where the file could not be opened. */
  readonly shelf: 'file' | 'memory';
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
   * asked meanwhile goes first. Resolves when all are there, or `signal` says that nobody wants them any more; rejects with `NotRead`
   * where the model breaks, and may be called again then.
   */
  prepare(
    passages: readonly ReadablePassage[],
    each: (key: string, vector: Int8Array) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Forgets what was made of passages, for good: what is made of them again lives in memory. Rejects with `NotRead`. */
  forget(keys: readonly string[]): Promise<void>;
  /** Ends the thread; what waits rejects with `NotRead`. */
  close(): Promise<void>;
}

/** Questions that may wait; at some 60 ms each, more would wait longer than the time limit. */
const mostWaiting = 40;
/** A job of a question waits so long for its turn and its end, and a question is two; Discord's answer is due after 3 s. */
const timeLimit = 1_000;
/**
 * A job that takes longer than this hangs: its thread is ended and another started. No job takes 4 s of a processor, but others may
 * have it; nobody waits meanwhile, since questions are late long before.
 */
const hangsAfter = 30_000;
/** Loading takes a second or two; on a machine that swaps, many. */
const loadsWithin = 60_000;
/** A thread could not load again, for want of memory perhaps: so long none is tried, in milliseconds. */
const restsFor = 60_000;
/** Passages encoded at once in the background: a question that comes meanwhile waits for it, some 15 ms. */
const atOnce = 1;
/** Keys looked up at once. */
const lookedUp = 500;
/** What runs leave behind is collected while it is little; the vocabulary takes some 60 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };

/** Starts the thread. Rejects with `NotRead` where the model is missing, damaged, or cannot run on this machine. */
export async function openModel(options: ModelOptions = {}): Promise<Model> {
  const folder = options.folder ?? shippedModel;
  const data: ThreadData = { folder, shelf: options.shelf, threads: options.threads ?? 2 };
  const thread = new ModelThread(data, options.timeLimit ?? timeLimit);
  return new ThreadedModel(await thread.ready(), thread);
}

class ThreadedModel implements Model {
  readonly description: ModelDescription;
  readonly shelf: 'file' | 'memory';
  readonly #thread: ModelThread;

  constructor({ description, shelf }: Loaded, thread: ModelThread) {
    this.description = description;
    this.shelf = shelf;
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
    try {
      await this.#prepare(passages, each, signal);
    } catch (error) {
      if (!(signal?.aborted && error instanceof NotRead)) throw error;
    }
  }

  async #prepare(
    passages: readonly ReadablePassage[],
    each: (key: string, vector: Int8Array) => void,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const quietly = { background: true, ...(signal && { signal }) };
    // The same text may stand in several documents.
    const missing = new Map(passages.map((passage) => [passage.key, passage]));
    const keys = [...missing.keys()];
    for (let at = 0; at < keys.length; at += lookedUp) {
      const job = { kind: 'known', keys: keys.slice(at, at + lookedUp) } as const;
      for (const [key, vector] of await this.#thread.do(job, quietly)) {
        each(key, vector);
        missing.delete(key);
      }
    }
    const left = [...missing.values()];
    for (let at = 0; at < left.length; at += atOnce) {
      const job = { kind: 'encode', passages: left.slice(at, at + atOnce) } as const;
      for (const [key, vector] of await this.#thread.do(job, quietly)) each(key, vector);
    }
  }

  async forget(keys: readonly string[]): Promise<void> {
    await this.#thread.do({ kind: 'forget', keys }, { background: true });
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

/**
 * One job at a time. What waits may be given up at once; what runs is told to stop and ends between two texts, and until it says that
 * it did nothing else is sent: so what the thread says always belongs to `#running`.
 */
class ModelThread {
  readonly #data: ThreadData;
  readonly #timeLimit: number;
  readonly #waiting: Order[] = [];
  readonly #background: Order[] = [];
  #running: Order | undefined;
  #worker: Worker | undefined;
  #isReady = false;
  /** Of the first thread; later ones are waited for in the queue. */
  readonly #started: PromiseWithResolvers<Loaded> = Promise.withResolvers();
  /** While loading, and while a job runs. */
  #timer: NodeJS.Timeout | undefined;
  /** No new thread is tried before (performance.now): the last one could not load. */
  #restsUntil = 0;
  #closed = false;

  constructor(data: ThreadData, limit: number) {
    this.#data = data;
    this.#timeLimit = limit;
    this.#start();
  }

  ready(): Promise<Loaded> {
    return this.#started.promise;
  }

  do<K extends Job['kind']>(job: Extract<Job, { kind: K }>, options: DoOptions): Promise<Results[K]>;
  do(job: Job, { signal, background = false }: DoOptions): Promise<Results[Job['kind']]> {
    const line = background ? this.#background : this.#waiting;
    if (this.#closed || !this.#isThere()) return Promise.reject(new NotRead('unavailable'));
    if (!background && line.length >= mostWaiting) return Promise.reject(new NotRead('busy'));
    if (signal?.aborted) return Promise.reject(new NotRead('late'));
    return new Promise((resolve, reject) => {
      const order: Order = { job, background, resolve: settled(resolve), reject: settled(reject) };
      const late = (): void => {
        this.#giveUp(order, line);
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
    const gone = this.#drop();
    this.#refuseAll(new NotRead('unavailable'));
    await gone;
  }

  #giveUp(order: Order, line: Order[]): void {
    const at = line.indexOf(order);
    if (at >= 0) line.splice(at, 1);
    if (this.#running === order) this.#tell({ kind: 'stop' });
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
    this.#timer = setTimeout(() => this.#broken(new NotRead('late')), hangsAfter);
    this.#tell(order.job);
  }

  #tell(asked: Asked): void {
    this.#worker?.postMessage(asked);
  }

  /** Whether there is a thread, be it a new one. */
  #isThere(): boolean {
    if (!this.#worker && performance.now() >= this.#restsUntil) this.#start();
    return this.#worker !== undefined;
  }

  #start(): void {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: this.#data,
      env: {},
      resourceLimits,
    });
    this.#worker = worker;
    this.#timer = setTimeout(() => this.#broken(new Error('the model did not load in time')), loadsWithin);
    worker.on('message', (said: Said) => this.#hear(said));
    worker.on('error', (error) => this.#broken(error));
    // It never ends by itself, and where it does without an error, nobody would answer.
    worker.on('exit', (code) => this.#broken(new Error(`the model's thread ended with ${code}`)));
  }

  #hear(said: Said): void {
    clearTimeout(this.#timer);
    if (said.kind === 'ready') {
      this.#isReady = true;
      this.#started.resolve(said.loaded);
    } else {
      const order = this.#running;
      this.#running = undefined;
      if (said.kind === 'done') order?.resolve(said.result);
      else order?.reject(new NotRead('unavailable', said.error));
    }
    this.#next();
  }

  /**
   * The thread hangs or broke. What ran is not read, and another thread takes its place; it does not wait for the end of the old
   * one, which may hang for good. A thread that could not even load is not tried again at once: nothing is read meanwhile.
   */
  #broken(error: unknown): void {
    const why = error instanceof NotRead ? error : new NotRead('unavailable', error);
    const couldLoad = this.#isReady;
    void this.#drop();
    this.#running?.reject(why);
    this.#running = undefined;
    if (couldLoad) this.#start();
    else {
      this.#restsUntil = performance.now() + restsFor;
      this.#started.reject(why);
      this.#refuseAll(why);
    }
  }

  #refuseAll(why: NotRead): void {
    this.#running?.reject(why);
    this.#running = undefined;
    for (const order of [...this.#waiting.splice(0), ...this.#background.splice(0)]) order.reject(why);
  }

  async #drop(): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#isReady = false;
    // It says nothing more: what comes now belongs to the next thread.
    worker?.removeAllListeners();
    // An error that nobody listens for would end the program.
    worker?.on('error', () => undefined);
    await worker?.terminate();
  }
}
