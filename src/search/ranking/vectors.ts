// The vectors of one list of passages: made once in the background, however many libraries the list stands in.
import type { Model } from '../../reading/model.ts';
import { NotRead, type ReadablePassage } from '../../reading/reader.ts';
import type { ModelSource } from '../../reading/source.ts';
import { type Nearest, openNearest } from './nearest.ts';

export class Vectors {
  readonly #readable: readonly ReadablePassage[];
  readonly #model: ModelSource;
  readonly #closing: AbortSignal | undefined;
  #nearest: Nearest | undefined;
  #places: ReadonlyMap<string, readonly number[]> | undefined;
  #preparing: Promise<void> | undefined;
  #left: number;

  /** `closing` is aborted where nobody needs them any more: those that are not made yet are not made. */
  constructor(readable: readonly ReadablePassage[], model: ModelSource, closing?: AbortSignal) {
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
    const nearest = this.#nearest;
    // A passage that stands twice has one key and two places.
    this.#places ??= Map.groupBy(this.#readable.keys(), (index) => this.#readable[index]?.key ?? '');
    const places = this.#places;
    const put = (key: string, vector: Int8Array): void => {
      for (const index of places.get(key) ?? []) {
        if (!nearest.has(index)) this.#left -= 1;
        nearest.set(index, vector);
      }
    };
    await model.prepare(this.#readable, put, this.#closing);
  }
}
