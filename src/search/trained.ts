// A question answered with the trained model: candidates by words and by vector together, the most promising read, one order, one
// confidence. Where the model has no time or is not there, the question goes to the lexical reader instead (answer.ts).
import type { Passage } from '../corpus/passages.ts';
import type { Model } from '../reading/model.ts';
import { passageKey } from '../reading/passage-key.ts';
import { NotRead, type ReadablePassage } from '../reading/reader.ts';
import { type ModelSource, within } from '../reading/source.ts';
import { trainedReader } from '../reading/trained-reader.ts';
import type { Candidate } from './candidates.ts';
import { type Fused, fused, type Lead, leadOf, worthReading } from './fusion.ts';
import { type Language, languageOfDocument } from './language.ts';
import { type Nearest, openNearest } from './nearest.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import type { ReadPassage } from './read-passage.ts';
import { asTopic, liesNear, type NearTopic } from './topic.ts';

export interface Considered {
  /** The candidates by words and by vector, with what tells which are worth reading. */
  readonly leads: readonly Lead[];
  /** Those that were read, in the order in which they answer. */
  readonly fused: readonly Fused[];
}

export interface TrainedOptions {
  readonly model: ModelSource;
  readonly passages: readonly ReadPassage[];
  /** The same as the model gets them (`readableOf`). */
  readonly readable: readonly ReadablePassage[];
  /** Candidates in the order of their words, with all that speaks for each. */
  readonly rank: (question: Question, candidates: readonly Candidate[]) => readonly Ranked[];
  /** How sure the lexical reader is of each of the ranked, 0..1. */
  readonly sureByWords: (question: Question, ranked: readonly Ranked[]) => readonly number[];
  /** Is told of each question that the model did not read. */
  readonly notRead?: (error: NotRead) => void;
  /** Aborted where nobody needs vectors any more: those that are not made yet are not made. */
  readonly closing?: AbortSignal;
}

/** So many are taken by their vectors alone: with those by words the right one is among them for .952 of the questions (npm run fit). */
const MOST_NEAR = 12;
/** A question waits for the last vectors where they are so few: a second's work. Else the words find what they can. */
const FEW_LEFT = 50;
/** So long at most, in milliseconds: other libraries may be before it. */
const FEW_WAIT = 1_000;

/** The passages of one library before the model. */
export class Trained {
  readonly #options: TrainedOptions;
  readonly #readable: readonly ReadablePassage[];
  #nearest: Nearest | undefined;
  #places: ReadonlyMap<string, readonly number[]> | undefined;
  #indices: ReadonlyMap<Passage, number> | undefined;
  #preparing: Promise<void> | undefined;
  #left: number;

  constructor(options: TrainedOptions) {
    this.#options = options;
    this.#readable = options.readable;
    this.#left = options.passages.length;
  }

  /** Whether the vectors of all passages are there. */
  get isPrepared(): boolean {
    return this.#left === 0;
  }

  /** What was considered for a question; undefined where the model is not there or had no time. */
  async read(
    question: Question,
    byWords: readonly Candidate[],
    signal?: AbortSignal,
  ): Promise<Considered | undefined> {
    return this.#with(async (model) => {
      const leads = await this.#leads(model, question, byWords, signal);
      const chosen = worthReading(leads);
      const texts = chosen.flatMap(({ ranked }) => this.#readable[ranked.index] ?? []);
      const readings = await trainedReader(model).read(question.text, texts, signal);
      return { leads, fused: fused(chosen, readings) };
    });
  }

  /** What lies near to a topic; undefined where the model is not there or had no time. */
  async near(topic: string): Promise<NearTopic | undefined> {
    return this.#with(async (model) => {
      const vector = await model.vectorOf(asTopic(topic));
      const nearest = this.#nearest;
      const usual = nearest?.usual(vector) ?? 0;
      const found = nearest?.find(vector, MOST_NEAR).filter(({ cosine }) => liesNear(cosine, usual)) ?? [];
      const documents = found.flatMap(({ index }) => this.#options.passages[index]?.passage.document ?? []);
      return {
        has: (passage) => {
          const index = this.#indexOf(passage);
          return index !== undefined && liesNear(nearest?.cosine(index, vector), usual);
        },
        documents: [...new Set(documents)],
      };
    });
  }

  #indexOf(passage: Passage): number | undefined {
    this.#indices ??= new Map(this.#options.passages.map((each, index) => [each.passage, index]));
    return this.#indices.get(passage);
  }

  /** Undefined where the model is not there or does not do in time what it is asked. */
  async #with<T>(ask: (model: Model) => Promise<T>): Promise<T | undefined> {
    const model = await this.#options.model();
    if (!model) return undefined;
    const prepared = this.prepare();
    try {
      if (this.#left > 0 && this.#left <= FEW_LEFT) await within(prepared, FEW_WAIT);
      return await ask(model);
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      this.#options.notRead?.(error);
      return undefined;
    }
  }

  /** Makes the vectors of all passages in the background, once; resolves when they are there, or cannot be had. */
  prepare(): Promise<void> {
    this.#preparing ??= this.#makeVectors();
    return this.#preparing;
  }

  async #leads(
    model: Model,
    question: Question,
    byWords: readonly Candidate[],
    signal?: AbortSignal,
  ): Promise<Lead[]> {
    const vector = await model.vectorOf(question.text, signal);
    const known = new Set(byWords.map(({ index }) => index));
    const near = this.#nearest?.find(vector, MOST_NEAR).filter(({ index }) => !known.has(index)) ?? [];
    const all = [...byWords, ...near.map(({ index }) => ({ index, score: 0 }))];
    const ranked = this.#options.rank(question, all);
    const sure = this.#options.sureByWords(question, ranked);
    // One whose vector is not there yet is taken for as near as the others are: it must not fall behind for that.
    const cosines = ranked.map(({ index }) => this.#nearest?.cosine(index, vector));
    const there = cosines.filter((cosine) => cosine !== undefined);
    const usual = there.reduce((sum, cosine) => sum + cosine, 0) / there.length;
    return ranked.map((one, at) => {
      const passage = this.#options.passages[one.index]?.passage;
      return leadOf(question, one, {
        cosine: cosines[at] ?? (there.length > 0 ? usual : undefined),
        words: sure[at] ?? 0,
        foreign: isForeign(question.language, passage),
      });
    });
  }

  async #makeVectors(): Promise<void> {
    const model = await this.#options.model();
    if (!model) {
      // A model that is not there now may be there later.
      this.#preparing = undefined;
      return;
    }
    this.#nearest ??= openNearest(this.#readable.length, model.description.hidden);
    const nearest = this.#nearest;
    // A passage that stands twice has one key and two places.
    this.#places ??= Map.groupBy(this.#readable.keys(), (index) => this.#readable[index]?.key ?? '');
    const places = this.#places;
    try {
      const put = (key: string, vector: Int8Array): void => {
        for (const index of places.get(key) ?? []) {
          if (!nearest.has(index)) this.#left -= 1;
          nearest.set(index, vector);
        }
      };
      await model.prepare(this.#readable, put, this.#options.closing);
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      // Without vectors the words find the candidates; the next question tries again, for those that are not there yet.
      this.#preparing = undefined;
    }
  }
}

function isForeign(asked: Language | undefined, passage: Passage | undefined): boolean {
  return asked !== undefined && passage !== undefined && asked !== languageOfDocument(passage.document);
}

/** A passage as plain data, under the name by which what is made of it is kept. */
export function readableOf({ passage, sentences }: ReadPassage): ReadablePassage {
  const title = passage.document.title?.value ?? '';
  const { text } = passage;
  return {
    ...{ key: passageKey(title, text), title, text },
    sentences: sentences.map(({ start, end }) => ({ start, end })),
  };
}
