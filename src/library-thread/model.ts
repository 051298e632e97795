// The trained model as the library's thread sees it. It runs in a thread of its own, which the main thread holds: whatever happens to
// the library's thread, the model needs not be loaded again, and is not ended amid a run.
import type { Scored } from '../reading/encoder.ts';
import type { Model, ModelFacts } from '../reading/model.ts';
import { NotRead, type ReadablePassage } from '../reading/reader.ts';
import type { ModelSource } from '../reading/source.ts';
import type { Asked, ModelJob, Told } from './messages.ts';

/** So many passages are sent at once to be prepared. */
const sentAtOnce = 2_000;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: NotRead) => void;
  readonly each: ((key: string, vector: Int8Array) => void) | undefined;
  /** Runs what goes on with its answer as a part of the call that wanted it. */
  readonly resume: (goOn: () => void) => void;
}

type Heard = Extract<Asked, { kind: 'vector' | 'modelDid' }>;

export class ModelElsewhere {
  readonly #tell: (told: Told) => void;
  readonly #call: () => number;
  readonly #resuming: (call: number) => Waiting['resume'];
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #model: Model | undefined;

  /** `call` tells for which call something is wanted; `resuming` gives what the answer is passed on by. */
  constructor(tell: (told: Told) => void, call: () => number, resuming: (call: number) => Waiting['resume']) {
    this.#tell = tell;
    this.#call = call;
    this.#resuming = resuming;
  }

  readonly source: ModelSource = async () => {
    const loaded = await this.#do<ModelFacts | undefined>({ kind: 'loaded' });
    if (!loaded) return undefined;
    this.#model ??= this.#over(loaded);
    return this.#model;
  };

  hear(heard: Heard): void {
    const waiting = this.#waiting.get(heard.job);
    if (!waiting) return;
    if (heard.kind === 'vector') {
      waiting.resume(() => waiting.each?.(heard.key, heard.vector));
      return;
    }
    this.#waiting.delete(heard.job);
    waiting.resume(() => {
      if (heard.notRead) waiting.reject(new NotRead(heard.notRead));
      else waiting.resolve(heard.result);
    });
  }

  #do<T>(
    wanted: ModelJob,
    { signal, each }: { signal?: AbortSignal | undefined; each?: Waiting['each'] } = {},
  ): Promise<T> {
    if (signal?.aborted) return Promise.reject(new NotRead('late'));
    const job = this.#next;
    const call = this.#call();
    this.#next += 1;
    const stop = (): void => this.#tell({ kind: 'modelStop', job });
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(job, { resolve, reject, each, resume: this.#resuming(call) });
    signal?.addEventListener('abort', stop, { once: true });
    this.#tell({ kind: 'model', job, call, wanted });
    return promise.finally(() => signal?.removeEventListener('abort', stop)) as Promise<T>;
  }

  #over(facts: ModelFacts): Model {
    return {
      ...facts,
      vectorOf: (question, signal) => this.#do<Int8Array>({ kind: 'question', question }, { signal }),
      read: (question, passages, signal) =>
        this.#do<readonly Scored[]>({ kind: 'read', question, passages }, { signal }),
      readSentences: (question, { passage, sentences }, signal) =>
        this.#do<readonly number[]>({ kind: 'sentences', question, passage, sentences }, { signal }),
      prepare: (passages, each, signal) => this.#prepare(passages, each, signal),
      forget: () => Promise.reject(new NotRead('unavailable')),
      close: async () => undefined,
    };
  }

  async #prepare(
    passages: readonly ReadablePassage[],
    each: (key: string, vector: Int8Array) => void,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    for (let at = 0; at < passages.length && !signal?.aborted; at += sentAtOnce) {
      const wanted = { kind: 'prepare', passages: passages.slice(at, at + sentAtOnce) } as const;
      try {
        await this.#do(wanted, { signal, each });
      } catch (error) {
        if (!(signal?.aborted && error instanceof NotRead)) throw error;
      }
    }
  }
}
