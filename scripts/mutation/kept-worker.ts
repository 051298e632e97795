// A thread for vitest that outlives a run. To begin a thread and to load the packages in it takes four times as long as to load our own
// modules, and a run of mutants is thousands of runs. Our own modules are loaded anew for each test file all the same
// (`isolate`), so that nothing that one mutant left in a module's memory reaches another.
import { type PoolOptions, type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

type Listener = (argument: unknown) => void;

/** A run's context, of which vitest's types tell no more than that it is there. */
interface Message {
  readonly type: string;
  readonly context?: object & { readonly config?: unknown };
}

/** What all runs share. */
let kept: ThreadsPoolWorker | undefined;
let isStarted = false;
let config: unknown;

export class KeptWorker implements PoolWorker {
  readonly name = 'kept';
  readonly #options: PoolOptions;
  #listeners: [event: string, listener: Listener][] = [];

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    if (kept) return;
    kept = new ThreadsPoolWorker(this.#options);
    await kept.start();
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    kept?.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    this.#listeners = this.#listeners.filter(([name, one]) => name !== event || one !== listener);
    kept?.off(event, listener);
  }

  send(request: WorkerRequest): void {
    const message: Message = request;
    const isBegun = isStarted;
    if (message.type === 'start') {
      config = message.context?.config;
      isStarted = true;
    }
    if (message.type === 'stop') this.#answer('stopped');
    else if (message.type === 'start' && isBegun) this.#answer('started');
    // The thread knows the settings of its start; which tests are wanted stands in those of this run.
    else kept?.send(message.type === 'run' ? withConfig(message) : request);
  }

  /** Answers in the thread's place. */
  #answer(type: 'started' | 'stopped'): void {
    setImmediate(() => {
      for (const [event, listener] of this.#listeners) {
        if (event === 'message') listener({ type, __vitest_worker_response__: true });
      }
    });
  }

  async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners) kept?.off(event, listener);
    this.#listeners = [];
  }

  deserialize(data: unknown): unknown {
    return data;
  }
}

function withConfig({ context, ...message }: Message): WorkerRequest {
  return { ...message, context: { ...context, config } } as WorkerRequest;
}

/** Ends the thread; the next run begins another. */
export async function endThread(): Promise<void> {
  const ended = kept;
  kept = undefined;
  isStarted = false;
  await ended?.stop();
}
