// A model that another process has (served.ts), as if it were here. Where that process is away nothing is read, and words alone answer.
import { within } from '../common/within.ts';
import type { Apart } from './jobs.ts';
import type { Model, ModelFacts } from './model.ts';
import { NotRead, type ReadablePassage } from './reader.ts';
import type { OpenedSource } from './source.ts';
import { asVector, type Brings, type Brought, type Work } from './wire.ts';

/** Has the other process do something. Rejects with `NotRead`; `signal` says that nobody waits any more. */
export type Ask = (work: Work, signal?: AbortSignal) => Promise<Brought>;

/** Passages whose vectors are asked for at once: some 40 kB. What a member asks meanwhile goes first all the same (model.ts). */
const atOnce = 50;

interface AskedOptions {
  /** Milliseconds that a question waits for the model to be loaded. */
  readonly waits: number;
  /** Milliseconds before one that could not be had is asked for again. */
  readonly restsFor?: number;
}

/** `told` is called once where the model cannot be had. */
export function askedSource(
  ask: Ask,
  told: (error: unknown) => void,
  { waits, restsFor = 60_000 }: AskedOptions,
): OpenedSource {
  let opened: Promise<Model | undefined> | undefined;
  let hasFailed = false;
  const failed = (error: unknown): undefined => {
    if (!hasFailed) told(error);
    hasFailed = true;
    setTimeout(() => {
      opened = undefined;
    }, restsFor).unref();
  };
  const open = async (): Promise<Model | undefined> => {
    const loaded = await asking(ask, { kind: 'open' });
    if (!loaded) return failed(new NotRead('unavailable'));
    hasFailed = false;
    return new AskedModel(loaded, ask);
  };
  const load = (): Promise<Model | undefined> => {
    opened ??= open().catch(failed);
    return opened;
  };
  return {
    hasFailed: () => hasFailed,
    // They wait where the model is, and are counted there.
    waiting: () => 0,
    source: () => within(waits, load(), undefined),
    forget: (keys) => asking(ask, { kind: 'forget', keys }),
    close: async () => undefined,
  };
}

/** Both ends are ours: each kind of work brings what it is said to. */
function asking<K extends Work['kind']>(
  ask: Ask,
  work: Extract<Work, { kind: K }>,
  signal?: AbortSignal,
): Promise<Brings[K]>;
function asking(ask: Ask, work: Work, signal?: AbortSignal): Promise<Brought> {
  return ask(work, signal);
}

class AskedModel implements Model {
  readonly description: Model['description'];
  readonly shelf: Model['shelf'];
  readonly timeLimit: number;
  readonly #ask: Ask;

  constructor(facts: ModelFacts, ask: Ask) {
    this.description = facts.description;
    this.shelf = facts.shelf;
    this.timeLimit = facts.timeLimit;
    this.#ask = ask;
  }

  async vectorOf(question: string, signal?: AbortSignal): Promise<Int8Array> {
    return asVector(await asking(this.#ask, { kind: 'question', question }, signal));
  }

  read(
    question: string,
    passages: readonly ReadablePassage[],
    signal?: AbortSignal,
  ): Promise<Brings['read']> {
    return asking(this.#ask, { kind: 'read', question, passages }, signal);
  }

  async readSentences(
    question: string,
    { passage, sentences }: Apart,
    signal?: AbortSignal,
  ): Promise<readonly number[]> {
    const scores = await asking(this.#ask, { kind: 'sentences', question, passage, sentences }, signal);
    return scores.map((score) => score ?? -Infinity);
  }

  async prepare(
    passages: readonly ReadablePassage[],
    each: (key: string, vector: Int8Array) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    for (let at = 0; at < passages.length && !signal?.aborted; at += atOnce) {
      const work = { kind: 'prepare', passages: passages.slice(at, at + atOnce) } as const;
      for (const [key, vector] of await this.#prepared(work, signal)) each(key, asVector(vector));
    }
  }

  /** What nobody wants any more brings nothing, and is no failure. */
  async #prepared(
    work: Extract<Work, { kind: 'prepare' }>,
    signal: AbortSignal | undefined,
  ): Promise<Brings['prepare']> {
    try {
      return await asking(this.#ask, work, signal);
    } catch (error) {
      if (signal?.aborted && error instanceof NotRead) return [];
      throw error;
    }
  }

  async forget(keys: readonly string[]): Promise<void> {
    await asking(this.#ask, { kind: 'forget', keys });
  }

  async close(): Promise<void> {
    // It is not its own.
  }
}
