// The press: one thread that draws pictures one after the other, so that the bot's own thread goes on answering Discord.
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Drawn, Job } from './draw.ts';

export interface PressOptions {
  /** How long one picture may take in milliseconds, the start of the thread included. */
  readonly timeLimit: number;
  /** How many pictures may wait. */
  readonly mostWaiting: number;
  /** After how many milliseconds without a picture the thread ends and gives its memory back. */
  readonly idleLimit: number;
}

export type Pressed = Drawn | 'late' | 'busy';

export interface Press {
  /** A picture; `late` where it took too long, `busy` where too many wait. Rejects where the drawing itself fails. */
  print(job: Job): Promise<Pressed>;
  /** Ends the thread. Pictures that are still wanted come out as `late`. */
  close(): Promise<void>;
}

const answerSchema = z.union([
  z.object({ png: z.instanceof(Uint8Array), width: z.number(), height: z.number() }),
  z.object({ missing: z.array(z.string()) }),
  z.object({ error: z.instanceof(Error) }),
]);

/**
 * Pictures leave much behind that is soon collected, if it is not left lying: with these limits the thread takes about
 * 200 MB after hundreds of pictures, without them 400, in the same time.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 160 };

interface Order {
  readonly job: Job;
  readonly resolve: (pressed: Pressed) => void;
  readonly reject: (error: Error) => void;
}

/** Opens a press. Its thread starts with the first picture and never keeps the program from ending. */
export function openPress(options: PressOptions): Press {
  return new OneThread(options);
}

class OneThread implements Press {
  readonly #options: PressOptions;
  readonly #waiting: Order[] = [];
  #printing: Order | undefined;
  #thread: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: PressOptions) {
    this.#options = options;
  }

  print(job: Job): Promise<Pressed> {
    if (this.#closed) return Promise.resolve('late');
    if (this.#waiting.length >= this.#options.mostWaiting) return Promise.resolve('busy');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const order of this.#waiting.splice(0)) order.resolve('late');
    this.#done((order) => order.resolve('late'));
    clearTimeout(this.#timer);
    await this.#drop();
  }

  #next(): void {
    if (this.#printing) return;
    clearTimeout(this.#timer);
    const order = this.#waiting.shift();
    if (!order) {
      this.#timer = setTimeout(() => void this.#drop(), this.#options.idleLimit).unref();
      return;
    }
    this.#printing = order;
    this.#thread ??= this.#start();
    this.#timer = setTimeout(() => this.#late(), this.#options.timeLimit);
    this.#thread.ref();
    this.#thread.postMessage(order.job);
  }

  /** Settles the picture in print. The thread lets the program end while it has nothing to do. */
  #done(settle: (order: Order) => void): void {
    clearTimeout(this.#timer);
    const order = this.#printing;
    this.#printing = undefined;
    this.#thread?.unref();
    if (order) settle(order);
  }

  /** What hangs is stopped by ending its thread; the next picture gets another. */
  #late(): void {
    void this.#drop();
    this.#done((order) => order.resolve('late'));
    this.#next();
  }

  async #drop(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    // It says nothing more: what comes now belongs to the next picture.
    thread?.removeAllListeners();
    // An error that nobody listens for would end the program.
    thread?.on('error', () => undefined);
    await thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { env: {}, resourceLimits });
    thread.on('message', (message: unknown) => {
      const answer = answerSchema.parse(message);
      this.#done((order) => ('error' in answer ? order.reject(answer.error) : order.resolve(answer)));
      this.#next();
    });
    thread.on('error', (error) => this.#broken(error));
    return thread;
  }

  /** The thread itself broke, so it is over with it. */
  #broken(error: unknown): void {
    void this.#drop();
    this.#done((order) => order.reject(new Error('the thread that draws pictures broke', { cause: error })));
    this.#next();
  }
}
