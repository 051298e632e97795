// The library's thread from outside. What answers Discord never waits for it; where it hangs or breaks, another takes its place, gets the
// libraries from here again, and goes on with what was asked: only the call at which it hung fails.
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Collection } from '../corpus/collection.ts';
import type { Library } from '../library.ts';
import { NotRead } from '../reading/reader.ts';
import type { ModelSource } from '../reading/source.ts';
import { openLikeness } from '../search/likeness.ts';
import { type Doing, LibraryApart } from './library.ts';
import type { Asked, Method, Methods, ThreadData, Told } from './messages.ts';
import { Registry } from './registry.ts';
import { ModelRelay } from './relay.ts';
import { Sending } from './sending.ts';
import { Signs } from './signs.ts';
import { receivedError } from './wire.ts';

export interface LibraryThreadOptions {
  readonly model?: ModelSource;
  /** Is told of each question that the model had no time for. */
  readonly notRead?: (error: NotRead) => void;
  /** Is told when a thread hung or broke, and another takes its place. */
  readonly replaced?: (error: unknown) => void;
  /** How long one thing may take: milliseconds without any sign of life. */
  readonly hangsAfter?: number;
  /** The file that keeps what is read of a large collection, for the next start. */
  readonly snapshot?: string;
  /** Is told where it cannot be kept. */
  readonly notKept?: (error: unknown) => void;
  /** What runs in the thread. */
  readonly entry?: URL;
}

/** Why what was still asked when the thread was ended on purpose is not answered: no fault of anything. */
export class LibraryClosed extends Error {
  constructor() {
    super('the library was closed');
  }
}

/** The libraries of one thread. */
export interface LibraryThread {
  /** A library of a collection; it is read in the thread while it is asked already. */
  open(collection: Collection): Library;
  /** Ends the thread: whoever still asks is refused. */
  close(): Promise<void>;
}

/** Loading takes a second; on a machine that swaps, many. */
const startsWithin = 60_000;
/** Nothing takes a second (tests/stress); a machine that is busy with other things may hold it up as long again and again. */
const hangsAfter = 5_000;
const looksEvery = 250;
/** A thread that breaks again and again is not started anew at once. */
const restsMost = 30_000;
/** A call in flight while threads broke twice: nobody knows which one breaks them, and it may be this one. */
const mostDeaths = 2;

interface Order {
  readonly call: number;
  readonly library: LibraryApart;
  readonly method: Method;
  readonly given: readonly unknown[];
  readonly settle: Pick<PromiseWithResolvers<unknown>, 'resolve' | 'reject'>;
  sent: boolean;
  deaths: number;
}

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
  /** How many calls and libraries a library is needed for; those that are closed go when it is none. */
  readonly #needed = new WeakMap<LibraryApart, number>();
  /** Those for which the one beside which they stand is needed. */
  readonly #leaning = new WeakSet<LibraryApart>();
  readonly #closed = new WeakSet<LibraryApart>();
  #running: Running | undefined;
  #timer: NodeJS.Timeout | undefined;
  #next = 1;
  #deaths = 0;
  #isOver = false;

  constructor(options: LibraryThreadOptions) {
    this.#options = options;
    this.likeness = openLikeness(options.model);
    this.#start();
  }

  open(collection: Collection): Library {
    return new LibraryApart(this, collection);
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
      ...{ call, library, method, given, settle: { resolve, reject }, sent: false, deaths: 0 },
    };
    this.#orders.set(call, order);
    this.#need(library);
    const givenUp = (): void => {
      if (order.sent) this.#tell({ kind: 'giveUp', call });
      this.#settle(order, () => reject(signal?.reason));
    };
    signal?.addEventListener('abort', givenUp, { once: true });
    void this.#send(order);
    return promise.finally(() => signal?.removeEventListener('abort', givenUp));
  }

  closeLibrary(library: LibraryApart): void {
    this.#closed.add(library);
    this.#letGo(library);
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
      const { call, method } = order;
      const { library } = this.#registry.opening(order.library);
      const given = this.#registry.known.pack(order.given, (number) => running.sending.has(number));
      this.#tell({ kind: 'call', call, library, method, given });
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
    this.#needless(order.library);
    if (this.#orders.size === 0) this.#rest();
  }

  #need(library: LibraryApart): void {
    this.#needed.set(library, (this.#needed.get(library) ?? 0) + 1);
    if (!library.base || this.#leaning.has(library)) return;
    this.#leaning.add(library);
    this.#need(library.base);
  }

  #needless(library: LibraryApart): void {
    this.#needed.set(library, (this.#needed.get(library) ?? 1) - 1);
    this.#letGo(library);
  }

  #letGo(library: LibraryApart): void {
    if (!this.#closed.has(library) || (this.#needed.get(library) ?? 0) > 0) return;
    const released = this.#registry.release(library);
    if (released) this.#running?.sending.release(released, library);
    if (library.base && this.#leaning.delete(library)) this.#needless(library.base);
  }

  #start(): void {
    const signs = new Signs();
    const { model, snapshot } = this.#options;
    const data: ThreadData = { model: model !== undefined, snapshot, signs: signs.memory };
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
    else if (told.kind === 'model') void relay?.do(told.job, told.wanted);
    else if (told.kind === 'modelStop') relay?.stop(told.job);
    else if (told.kind === 'notRead') this.#options.notRead?.(new NotRead(told.reason));
    else if (told.kind === 'notKept') this.#options.notKept?.(receivedError(told.error));
  }

  #answered(call: number, result: () => unknown): void {
    this.#deaths = 0;
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
    this.#options.replaced?.(error);
    for (const order of [...this.#orders.values()]) {
      if (order.sent) order.deaths += 1;
      const isBlamed = order.call === blamed || this.#registry.number(order.library) === -blamed;
      if (isBlamed || order.deaths >= mostDeaths) this.#settle(order, () => order.settle.reject(error));
      else order.sent = false;
    }
    this.#deaths += 1;
    if (this.#deaths > 1)
      await delay(Math.min(restsMost, 500 * 2 ** this.#deaths), undefined, { ref: false });
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
