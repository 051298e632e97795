// The trained model as the rest of the program sees it.
import type { Scored } from './encoder.ts';
import type { Apart, QuestionJob, Results, ThreadData } from './jobs.ts';
import { type ModelDescription, shippedModel } from './model-files.ts';
import { NotRead, type ReadablePassage } from './reader.ts';
import { ModelThread } from './thread.ts';

export interface ModelOptions {
  /** The folder with the model's files; the shipped one unless told. */
  readonly folder?: string;
  /** The file that keeps what is made of passages; without one it lives in memory. */
  readonly shelf?: string;
  /** Processor threads of one run. */
  readonly threads?: number;
  /** How long a question has for the model, and each of its jobs, in milliseconds, their turns in the queue included. */
  readonly timeLimit?: number;
}

/** What is told of a model wherever it is spoken to from: plain data. */
export interface ModelFacts {
  readonly description: ModelDescription;
  /** Where what is made of passages is kept; `memory` also where the file could not be opened. */
  readonly shelf: 'file' | 'memory';
  /** How long all that one question wants of it may take, in milliseconds. */
  readonly timeLimit: number;
}

export interface Model extends ModelFacts {
  /** Jobs of questions that wait for their turn, as the one who has the thread knows. */
  readonly waiting?: number;
  /** The vector of a question: unit length, each number times 127. Rejects with `NotRead`. */
  vectorOf(question: string, signal?: AbortSignal): Promise<Int8Array>;
  /** Reads a question beside passages. Rejects with `NotRead`. */
  read(
    question: string,
    passages: readonly ReadablePassage[],
    signal?: AbortSignal,
  ): Promise<readonly Scored[]>;
  /**
   * The model's score of each of some sentences of a passage, each read by itself; −Infinity for one beyond what is kept of
   * the passage. Rejects with `NotRead`.
   */
  readSentences(question: string, apart: Apart, signal?: AbortSignal): Promise<readonly number[]>;
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

/** A question is three jobs. Discord's answer is due after 3 s, and who asks waits no longer than a second for what another does. */
const timeLimit = 1_000;
/** Passages encoded at once in the background: a question that comes meanwhile waits for it, some 15 ms. */
const atOnce = 1;
/** Keys looked up at once. */
const lookedUp = 500;
/** Starts the thread. Rejects with `NotRead` where the model is missing, damaged, or cannot run on this machine. */
export async function openModel(options: ModelOptions = {}): Promise<Model> {
  const folder = options.folder ?? shippedModel;
  const data: ThreadData = { folder, shelf: options.shelf, threads: options.threads ?? 2 };
  const limit = options.timeLimit ?? timeLimit;
  const thread = new ModelThread(data, limit);
  return new ThreadedModel({ ...(await thread.ready()), timeLimit: limit }, thread);
}

export function factsOf({ description, shelf, timeLimit: limit }: ModelFacts): ModelFacts {
  return { description, shelf, timeLimit: limit };
}

/** Has the model do what a question wants. */
export function readFor(
  model: Model,
  job: QuestionJob,
  signal: AbortSignal,
): Promise<Results[QuestionJob['kind']]> {
  switch (job.kind) {
    case 'question':
      return model.vectorOf(job.question, signal);
    case 'read':
      return model.read(job.question, job.passages, signal);
    case 'sentences':
      return model.readSentences(job.question, job, signal);
  }
}

class ThreadedModel implements Model {
  readonly description: ModelDescription;
  readonly shelf: 'file' | 'memory';
  readonly timeLimit: number;
  readonly #thread: ModelThread;

  constructor(facts: ModelFacts, thread: ModelThread) {
    this.description = facts.description;
    this.shelf = facts.shelf;
    this.timeLimit = facts.timeLimit;
    this.#thread = thread;
  }

  get waiting(): number {
    return this.#thread.waiting;
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

  readSentences(
    question: string,
    { passage, sentences }: Apart,
    signal?: AbortSignal,
  ): Promise<readonly number[]> {
    const job = { kind: 'sentences', question, passage, sentences } as const;
    return this.#thread.do(job, { ...(signal && { signal }) });
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
