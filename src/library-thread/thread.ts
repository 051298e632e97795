// The library's thread from outside. What answers Discord never waits for it; where it hangs or breaks, another takes its place, gets the
// libraries from here again, and goes on with what was asked: only the call at which it hung fails.
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { currentLine, inLine } from '../common/line.ts';
import type { Collection } from '../corpus/files/collection.ts';
import type { Library } from '../library.ts';
import { NotRead } from '../reading/reader.ts';
import { openLikeness } from '../search/ranking/likeness.ts';
import { type Doing, LibraryApart } from './library.ts';
import type { Asked, Method, Methods, ThreadData, Told } from './messages.ts';
import { Needs } from './needs.ts';
import type { LibraryThreadOptions } from './options.ts';
import { isNeeding, type Order } from './order.ts';
import { Registry } from './registry.ts';
import { ModelRelay } from './relay.ts';
import { Sending } from './sending.ts';
import { keeping, Signs } from './signs.ts';
import { receivedError } from './wire.ts';

/** The thread was ended on purpose: no fault of anything. */
export class LibraryClosed extends Error {
  constructor() {
    super('the library was closed');
  }
}

/** The libraries of one thread. */
export interface LibraryThread {
  /** A library of a collection; it is read in the thread while it is asked already. */
  open(collection: Collection): Library;
  /** How much was asked and is not answered yet. */
  asked(): number;
  /** Ends the thread: whoever still asks is refused. */
  close(): Promise<void>;
}

/** Loading takes a second; on a machine that swaps, many. */
const startsWithin = 60_000;
/** Nothing takes a second (tests/stress); a machine that is busy with other things may hold it up as long again and again. */
const hangsAfter = 5_000;
const looksEvery = 250;
/** A thread that breaks again and again is not started anew at once: it would cost everybody a processor. */
const restsMost = 30_000;
const countsFor = 60_000;
/** A call in flight while threads broke twice: nobody knows which one breaks them, and it may be this one. */
const mostDeaths = 2;

/** One thread in its time. */
interface Running {
  readonly worker: Worker;
  readonly signs: Signs;
  readonly sending: Sending;
  readonly relay: ModelRelay;
}

export function openLibraryThread(options: LibraryThreadOptions = {}): LibraryThread {
  return new OneThread(options);
}

class OneThread implements LibraryThread, Doing {
  readonly likeness;
  readonly #options: LibraryThreadOptions;
  readonly #registry = new Registry();
  readonly #orders = new Map<number, Order>();
  readonly #needs = new Needs((library) => this.#release(library));
  #running: Running | undefined;
  #timer: NodeJS.Timeout | undefined;
  #next = 1;
  /** When threads broke lately (performance.now). */
  #deaths: number[] = [];
  /** A thread broke while it kept what was read: none does so again. */
  #keeps = true;
  #isOver = false;

  constructor(options: LibraryThreadOptions) {
    this.#options = options;
    this.likeness = openLikeness(options.model);
    this.#start();
  }

  open(collection: Collection): Library {
    return new LibraryApart(this, collection, { keeps: true });
  }

  asked(): number {
    return this.#orders.size;
  }

  call<M extends Method>(
    library: LibraryApart,
    method: M,
    given: Parameters<Methods[M]>,
    signal?: AbortSignal,
  ): ReturnType<Methods[M]>;
  call(
    library: LibraryApart,
    method: Method,
    given: readonly unknown[],
    signal?: AbortSignal,
  ): Promise<unknown> {
    if (this.#isOver) return Promise.reject(new LibraryClosed());
    if (signal?.aborted) return Promise.reject(signal.reason);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const call = this.#next;
    this.#next += 1;
    const order: Order = {
      ...{ call, library, line: currentLine(), method, given },
      ...{ settle: { resolve, reject }, sent: false, deaths: 0 },
    };
    this.#orders.set(call, order);
    if (isNeeding(order)) this.#needs.need(library);
    const givenUp = (): void => {
      if (order.sent) this.#tell({ kind: 'giveUp', call });
      this.#settle(order, () => reject(signal?.reason));
    };
    signal?.addEventListener('abort', givenUp, { once: true });
    void this.#send(order);
    return promise.finally(() => signal?.removeEventListener('abort', givenUp));
  }

  closeLibrary(library: LibraryApart): void {
    for (const order of [...this.#orders.values()])
      if (order.library === library && !isNeeding(order))
        this.#settle(order, () => order.settle.resolve(undefined));
    const number = this.#registry.number(library);
    if (number !== undefined) this.#tell({ kind: 'stop', library: number });
    this.#needs.close(library);
  }

  async close(): Promise<void> {
    this.#isOver = true;
    for (const order of [...this.#orders.values()])
      this.#settle(order, () => order.settle.reject(new LibraryClosed()));
    await this.#drop();
  }

  async #send(order: Order): Promise<void> {
    const running = this.#running;
    if (!running) return;
    try {
      await running.sending.library(order.library);
      if (this.#running !== running || !this.#orders.has(order.call)) return;
      order.sent = true;
      const { call, line, method } = order;
      const { library } = this.#registry.opening(order.library);
      const given = this.#registry.known.pack(order.given, (number) => running.sending.has(number));
      this.#tell({ kind: 'call', call, library, line, method, given });
      this.#watch();
    } catch (error) {
      this.#settle(order, () => order.settle.reject(error));
    }
  }

  #tell(asked: Asked): void {
    this.#running?.worker.postMessage(asked);
  }

  #settle(order: Order, settle: () => void): void {
    if (!this.#orders.delete(order.call)) return;
    settle();
    if (isNeeding(order)) this.#needs.needless(order.library);
    if (this.#orders.size === 0) this.#rest();
  }

  #release(library: LibraryApart): void {
    const released = this.#registry.release(library);
    if (released) this.#running?.sending.release(released, library);
  }

  #start(): void {
    try {
      this.#startThread();
    } catch (error) {
      // No thread can be had now, for want of memory or of processes.
      void this.#broken(error);
    }
  }

  #startThread(): void {
    const signs = new Signs();
    const { model, search } = this.#options;
    const snapshot = this.#keeps ? this.#options.snapshot : undefined;
    const data: ThreadData = { model: model !== undefined, snapshot, search, signs: signs.memory };
    const worker = new Worker(this.#options.entry ?? new URL('./worker.ts', import.meta.url), {
      ...{ workerData: data, env: {} },
    });
    const tell = (asked: Asked): void => worker.postMessage(asked);
    this.#running = {
      ...{ worker, signs },
      sending: new Sending(this.#registry, tell),
      relay: new ModelRelay(model, tell),
    };
    worker.on('message', (told: Told) => this.#hear(told));
    worker.on('error', (error) => void this.#broken(error));
    worker.on('exit', (code) => void this.#broken(new Error(`the library's thread ended with ${code}`)));
    worker.unref();
    for (const order of this.#orders.values()) void this.#send(order);
  }

  #hear(told: Told): void {
    const { relay } = this.#running ?? {};
    if (told.kind === 'done') this.#answered(told.call, () => this.#registry.known.unpack(told.result));
    else if (told.kind === 'failed')
      this.#answered(told.call, () => {
        throw receivedError(told.error);
      });
    else if (told.kind === 'model')
      inLine(this.#orders.get(told.call)?.line ?? '', () => void relay?.do(told.job, told.wanted));
    else if (told.kind === 'modelStop') relay?.stop(told.job);
    else if (told.kind === 'notRead') this.#options.notRead?.(new NotRead(told.reason));
    else if (told.kind === 'filed') this.#options.filed?.(told.done, told.all);
    else if (told.kind === 'notFiled') this.#options.notFiled?.(receivedError(told.error));
    else if (told.kind === 'notKept') this.#options.notKept?.(receivedError(told.error));
    else if (told.kind === 'troubled') this.#options.troubled?.(receivedError(told.error));
  }

  #answered(call: number, result: () => unknown): void {
    const order = this.#orders.get(call);
    if (!order) return;
    try {
      const value = result();
      this.#settle(order, () => order.settle.resolve(value));
    } catch (error) {
      this.#settle(order, () => order.settle.reject(error));
    }
  }

  /** While something is asked, the thread must show signs of life, and keeps the program from ending. */
  #watch(): void {
    if (this.#timer || !this.#running) return;
    const { signs, worker } = this.#running;
    worker.ref();
    let beats = signs.beats;
    let looks = 0;
    this.#timer = setInterval(() => {
      looks = signs.beats === beats ? looks + 1 : 0;
      beats = signs.beats;
      const most = (beats === 0 ? startsWithin : (this.#options.hangsAfter ?? hangsAfter)) / looksEvery;
      // Looks are counted and not the time: where this thread gets no turn of the processor, the other may get none either.
      if (looks > most) void this.#broken(new Error('the library took too long'));
    }, looksEvery);
  }

  #rest(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#running?.worker.unref();
  }

  /** Of what was asked only that fails at which the thread was; all else is asked anew. */
  async #broken(error: unknown): Promise<void> {
    const blamed = this.#running?.signs.doing ?? 0;
    void this.#drop();
    this.#rest();
    if (this.#isOver) return;
    if (blamed === keeping) this.#keeps = false;
    this.#options.replaced?.(error);
    for (const order of [...this.#orders.values()]) {
      if (order.sent) order.deaths += 1;
      const isBlamed = order.call === blamed || this.#registry.number(order.library) === -blamed;
      if (isBlamed || order.deaths >= mostDeaths) this.#settle(order, () => order.settle.reject(error));
      else order.sent = false;
    }
    const now = performance.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < countsFor), now];
    const rest = this.#deaths.length < 2 ? 0 : Math.min(restsMost, 500 * 2 ** this.#deaths.length);
    // Whoever waits keeps the program from ending.
    if (rest > 0) await delay(rest, undefined, { ref: this.#orders.size > 0 });
    if (!this.#isOver) this.#start();
  }

  async #drop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.relay.close();
    // It says nothing more: what comes now belongs to the next thread.
    running?.worker.removeAllListeners();
    // An error that nobody listens for would end the program.
    running?.worker.on('error', () => undefined);
    await running?.worker.terminate();
  }
}
