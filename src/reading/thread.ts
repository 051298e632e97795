// The model's thread from outside: a bounded queue, in which questions go before all else, those of the server that lately took least
// first, and another thread where it hangs or breaks.
import { Worker } from 'node:worker_threads';
import { currentLine } from '../common/line.ts';
import { Lines } from '../common/lines.ts';
import { Shares } from '../common/shares.ts';
import { within } from '../common/within.ts';
import type { Asked, Job, Loaded, Results, Said, ThreadData } from './jobs.ts';
import { NotRead } from './reader.ts';

/** Questions that may wait, and one more of a line in which nobody does; at some 60 ms each, more would wait longer than the time limit. */
const mostWaiting = 40;
/**
 * A job that takes longer than this hangs: its thread is ended and another started. No job takes 4 s of a processor, but others may
 * have it; nobody waits meanwhile, since questions are late long before.
 */
const hangsAfter = 30_000;
/** Loading takes a second or two; on a machine that swaps, many. */
const loadsWithin = 60_000;
/** When the model is closed: a text takes some 30 ms, loading a second. */
const endsWithin = 5_000;
/** A thread could not load again, for want of memory perhaps: so long none is tried, in milliseconds. */
const restsFor = 60_000;
/** What is asked in another line waits no longer for a job that could go on later, in milliseconds: a question of a usual kind takes less. */
const slice = 150;
/** What runs leave behind is collected while it is little; the vocabulary takes some 60 MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 192 };

interface Order {
  readonly job: Job;
  readonly line: string;
  readonly background: boolean;
  /** Until it is given up. */
  isWanted: boolean;
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
export class ModelThread {
  readonly #data: ThreadData;
  readonly #timeLimit: number;
  readonly #shares = new Shares();
  readonly #waiting = new Lines<Order>(this.#shares);
  readonly #background: Order[] = [];
  #running: Order | undefined;
  #runsSince = 0;
  /** What runs was told to stop, as a question waits; it goes on later from where it was. */
  #givesWay = false;
  /** Until what runs has had its slice, while somebody waits in another line. */
  #sliced: NodeJS.Timeout | undefined;
  /** Settles when the thread has loaded, or done its job, whether or not anybody still wants it. */
  #busy: PromiseWithResolvers<void> | undefined;
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

  /** Questions that wait for their turn. */
  get waiting(): number {
    return this.#waiting.size;
  }

  ready(): Promise<Loaded> {
    return this.#started.promise;
  }

  do<K extends Job['kind']>(job: Extract<Job, { kind: K }>, options: DoOptions): Promise<Results[K]>;
  do(job: Job, { signal, background = false }: DoOptions): Promise<Results[Job['kind']]> {
    const line = currentLine();
    if (this.#closed || !this.#isThere()) return Promise.reject(new NotRead('unavailable'));
    const isFull = this.#waiting.size >= mostWaiting && this.#waiting.has(line);
    if (!background && isFull) return Promise.reject(new NotRead('busy'));
    if (signal?.aborted) return Promise.reject(new NotRead('late'));
    return new Promise((resolve, reject) => {
      const settlers = { resolve: settled(resolve), reject: settled(reject) };
      const order: Order = { job, line, background, isWanted: true, ...settlers };
      const late = (): void => {
        this.#giveUp(order);
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
      if (background) this.#background.push(order);
      else this.#waiting.push(line, order);
      this.#next();
      this.#share();
    });
  }

  /** A thread that is ended amid a run of ONNX Runtime takes the whole program with it: so it is told to stop, and waited for. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#refuseAll(new NotRead('unavailable'));
    this.#tell({ kind: 'stop' });
    if (this.#busy) await within(endsWithin, this.#busy.promise, undefined, { ref: false });
    await this.#drop();
  }

  #giveUp(order: Order): void {
    order.isWanted = false;
    const at = this.#background.indexOf(order);
    if (at >= 0) this.#background.splice(at, 1);
    this.#waiting.remove(order.line, order);
    if (this.#running === order) this.#tell({ kind: 'stop' });
  }

  /** What runs in the background makes room for a question at once; a question for those of other lines, once it has had its slice. */
  #share(): void {
    const running = this.#running;
    if (!running || this.#sliced || this.#givesWay) return;
    if (running.background ? this.#waiting.size === 0 : !this.#waiting.hasOther(running.line)) return;
    const left = running.background ? 0 : slice - (performance.now() - this.#runsSince);
    if (left <= 0) this.#giveWay();
    else
      this.#sliced = setTimeout(() => {
        this.#endSlice();
        // Whoever waited may have left.
        this.#share();
      }, left);
  }

  #giveWay(): void {
    this.#givesWay = true;
    this.#tell({ kind: 'stop' });
  }

  #next(): void {
    if (this.#running || !this.#isReady) return;
    const order = this.#waiting.shift() ?? this.#background.shift();
    if (!order) {
      this.#worker?.unref();
      return;
    }
    this.#running = order;
    this.#runsSince = performance.now();
    this.#givesWay = false;
    this.#busy = Promise.withResolvers();
    this.#worker?.ref();
    this.#timer = setTimeout(() => this.#broken(new NotRead('late')), hangsAfter);
    this.#tell(order.job);
    this.#share();
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
    // ONNX Runtime reports to its maker by network, unless it finds this when it is loaded. A thread has an environment of its own, which
    // the runtime does not look at: this must be said here, outside of the thread.
    process.env['ORT_DISABLE_TELEMETRY'] = '1';
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: this.#data,
      env: {},
      resourceLimits,
    });
    this.#worker = worker;
    this.#busy = Promise.withResolvers();
    this.#timer = setTimeout(() => this.#broken(new Error('the model did not load in time')), loadsWithin);
    worker.on('message', (said: Said) => this.#hear(said));
    worker.on('error', (error) => this.#broken(error));
    // It never ends by itself, and where it does without an error, nobody would answer.
    worker.on('exit', (code) => this.#broken(new Error(`the model's thread ended with ${code}`)));
  }

  #hear(said: Said): void {
    clearTimeout(this.#timer);
    this.#endSlice();
    this.#busy?.resolve();
    this.#busy = undefined;
    if (said.kind === 'ready') {
      this.#isReady = true;
      this.#started.resolve(said.loaded);
    } else {
      const order = this.#running;
      this.#running = undefined;
      if (order && !order.background) this.#shares.add(order.line, performance.now() - this.#runsSince);
      if (said.kind === 'done') order?.resolve(said.result);
      else if (said.kind === 'failed') order?.reject(new NotRead('unavailable', said.error));
      else if (order?.isWanted && this.#givesWay) this.#putBack(order);
      else order?.reject(new NotRead('unavailable'));
    }
    this.#next();
  }

  #putBack(order: Order): void {
    if (order.background) this.#background.unshift(order);
    else this.#waiting.unshift(order.line, order);
  }

  #endSlice(): void {
    clearTimeout(this.#sliced);
    this.#sliced = undefined;
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
    if (this.#closed) return;
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
    for (const order of [...this.#waiting.clear(), ...this.#background.splice(0)]) order.reject(why);
  }

  async #drop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#endSlice();
    const worker = this.#worker;
    this.#worker = undefined;
    this.#isReady = false;
    this.#busy?.resolve();
    this.#busy = undefined;
    // It says nothing more: what comes now belongs to the next thread.
    worker?.removeAllListeners();
    // An error that nobody listens for would end the program.
    worker?.on('error', () => undefined);
    await worker?.terminate();
  }
}
