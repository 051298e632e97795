// What the library's thread wants of the model, asked of it here and passed back.
import { factsOf, type Model, readFor } from '../reading/model.ts';
import { NotRead } from '../reading/reader.ts';
import type { ModelSource } from '../reading/source.ts';
import type { Asked, ModelJob } from './messages.ts';

type Wanted = Exclude<ModelJob, { kind: 'loaded' }>;

export class ModelRelay {
  readonly #source: ModelSource | undefined;
  readonly #tell: (asked: Asked) => void;
  readonly #running = new Map<number, AbortController>();

  /** One for each thread: what it wants is over with it. */
  constructor(source: ModelSource | undefined, tell: (asked: Asked) => void) {
    this.#source = source;
    this.#tell = tell;
  }

  async do(job: number, wanted: ModelJob): Promise<void> {
    const stopping = new AbortController();
    this.#running.set(job, stopping);
    try {
      const result = await this.#result(job, wanted, stopping.signal);
      if (!stopping.signal.aborted) this.#tell({ kind: 'modelDid', job, result });
      else this.#tell({ kind: 'modelDid', job, notRead: 'late' });
    } catch (error) {
      this.#tell({ kind: 'modelDid', job, notRead: error instanceof NotRead ? error.reason : 'unavailable' });
    } finally {
      this.#running.delete(job);
    }
  }

  stop(job: number): void {
    this.#running.get(job)?.abort();
  }

  close(): void {
    for (const stopping of this.#running.values()) stopping.abort();
  }

  async #result(job: number, wanted: ModelJob, signal: AbortSignal): Promise<unknown> {
    const model = await this.#source?.();
    if (wanted.kind === 'loaded') return model && factsOf(model);
    if (!model) throw new NotRead('unavailable');
    return this.#done(model, wanted, signal, (key, vector) =>
      this.#tell({ kind: 'vector', job, key, vector }),
    );
  }

  #done(
    model: Model,
    wanted: Wanted,
    signal: AbortSignal,
    each: (key: string, vector: Int8Array) => void,
  ): Promise<unknown> {
    if (wanted.kind === 'prepare') return model.prepare(wanted.passages, each, signal);
    return readFor(model, wanted, signal);
  }
}
