// The vectors of one list of passages: made once in the background, however many libraries the list stands in.
import type { Model } from '../../reading/model.ts';
import { NotRead } from '../../reading/reader.ts';
import type { ModelSource } from '../../reading/source.ts';
import { type Nearest, openNearest } from './nearest.ts';
import type { Readables } from './readables.ts';

/** So many passages are put together for the model at once. */
const givenAtOnce = 2_000;

export class Vectors {
  readonly #readable: Readables;
  readonly #model: ModelSource;
  readonly #closing: AbortSignal | undefined;
  #nearest: Nearest | undefined;
  #preparing: Promise<void> | undefined;
  #left: number;

  /** `closing` is aborted where nobody needs them any more: those that are not made yet are not made. */
  constructor(readable: Readables, model: ModelSource, closing?: AbortSignal) {
    this.#readable = readable;
    this.#model = model;
    this.#closing = closing;
    this.#left = readable.length;
  }

  /** How many are not made yet. */
  get left(): number {
    return this.#left;
  }

  /** Those that are made; undefined before the first. */
  get made(): Nearest | undefined {
    return this.#nearest;
  }

  /** Makes all of them, once; resolves when they are there, or cannot be had. */
  prepare(): Promise<void> {
    this.#preparing ??= this.#make();
    return this.#preparing;
  }

  async #make(): Promise<void> {
    const model = await this.#model();
    if (!model) {
      // A model that is not there now may be there later.
      this.#preparing = undefined;
      return;
    }
    try {
      await this.#makeWith(model);
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      // Without vectors the words find the candidates; the next question tries again, for those that are not there yet.
      this.#preparing = undefined;
    }
  }

  async #makeWith(model: Model): Promise<void> {
    this.#nearest ??= openNearest(this.#readable.length, model.description.hidden);
    for (let from = 0; from < this.#readable.length && !this.#closing?.aborted; from += givenAtOnce)
      await this.#makeSome(model, this.#nearest, from);
  }

  async #makeSome(model: Model, nearest: Nearest, from: number): Promise<void> {
    const some = this.#readable.slice(from, from + givenAtOnce);
    // A passage that stands twice has one key and two places.
    const places = Map.groupBy(some.keys(), (at) => some[at]?.key ?? '');
    const put = (key: string, vector: Int8Array): void => {
      for (const at of places.get(key) ?? []) {
        if (!nearest.has(from + at)) this.#left -= 1;
        nearest.set(from + at, vector);
      }
    };
    await model.prepare(some, put, this.#closing);
  }
}
