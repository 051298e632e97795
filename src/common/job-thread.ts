// One thread that does one job after the other, for work that nobody should wait behind: it has a time limit, a bounded queue and limited
// memory, and ends when nobody asks. What hangs is stopped by ending its thread; the next job gets another.
import { type ResourceLimits, Worker } from 'node:worker_threads';

export interface JobThreadOptions {
  /** What runs in the thread: takes a job as a message and answers with `JobAnswer`. */
  readonly entry: URL;
  /** What it is for, for whoever reads that it broke. */
  readonly name: string;
  /** How long one job may take in milliseconds, the start of the thread included. */
  readonly timeLimit: number;
  /** How many jobs may wait. */
  readonly mostWaiting: number;
  /** After how many milliseconds without a job the thread ends and gives its memory back. */
  readonly idleLimit: number;
  readonly resourceLimits: ResourceLimits;
}

export type JobAnswer<Result> = { readonly result: Result } | { readonly error: unknown };

export interface JobThread<Job, Result> {
  /** `late` where it took too long, `busy` where too many wait. Rejects where the work itself fails. */
  do(job: Job): Promise<Result | 'late' | 'busy'>;
  /** Ends the thread. What is still wanted comes out as `late`. */
  close(): Promise<void>;
}

interface Order<Job, Result> {
  readonly job: Job;
  readonly resolve: (done: Result | 'late') => void;
  readonly reject: (error: unknown) => void;
}

/** The thread starts with the first job and never keeps the program from ending. */
export function openJobThread<Job, Result>(options: JobThreadOptions): JobThread<Job, Result> {
  return new OneThread(options);
}

class OneThread<Job, Result> implements JobThread<Job, Result> {
  readonly #options: JobThreadOptions;
  readonly #waiting: Order<Job, Result>[] = [];
  #doing: Order<Job, Result> | undefined;
  #thread: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: JobThreadOptions) {
    this.#options = options;
  }

  do(job: Job): Promise<Result | 'late' | 'busy'> {
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
    if (this.#doing) return;
    clearTimeout(this.#timer);
    const order = this.#waiting.shift();
    if (!order) {
      this.#timer = setTimeout(() => void this.#drop(), this.#options.idleLimit).unref();
      return;
    }
    try {
      const thread = this.#thread ?? this.#start();
      this.#thread = thread;
      this.#doing = order;
      this.#timer = setTimeout(() => this.#late(), this.#options.timeLimit);
      thread.ref();
      thread.postMessage(order.job);
    } catch (error) {
      // No thread can be had now, or the job cannot go there.
      this.#doing = undefined;
      clearTimeout(this.#timer);
      order.reject(error);
      this.#next();
    }
  }

  /** Settles the job in work. The thread lets the program end while it has nothing to do. */
  #done(settle: (order: Order<Job, Result>) => void): void {
    clearTimeout(this.#timer);
    const order = this.#doing;
    this.#doing = undefined;
    this.#thread?.unref();
    if (order) settle(order);
  }

  #late(): void {
    void this.#drop();
    this.#done((order) => order.resolve('late'));
    this.#next();
  }

  async #drop(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    // It says nothing more: what comes now belongs to the next job.
    thread?.removeAllListeners();
    // An error that nobody listens for would end the program.
    thread?.on('error', () => undefined);
    await thread?.terminate();
  }

  #start(): Worker {
    const { entry, resourceLimits } = this.#options;
    const thread = new Worker(entry, { env: {}, resourceLimits });
    thread.on('message', (answer: JobAnswer<Result>) => {
      this.#done((order) => ('error' in answer ? order.reject(answer.error) : order.resolve(answer.result)));
      this.#next();
    });
    thread.on('error', (error) => this.#broken(error));
    return thread;
  }

  /** The thread itself broke, so it is over with it. */
  #broken(error: unknown): void {
    void this.#drop();
    const { name } = this.#options;
    this.#done((order) => order.reject(new Error(`the thread for ${name} broke`, { cause: error })));
    this.#next();
  }
}
