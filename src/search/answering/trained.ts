// A question answered with the trained model: candidates by words and by vector together, the most promising read, one order, one
// confidence. Where the model has no time or is not there, the question goes to the lexical reader instead (answer.ts).

import { within } from '../../common/within.ts';
import type { Passage } from '../../corpus/passages.ts';
import type { Model } from '../../reading/model.ts';
import { NotRead } from '../../reading/reader.ts';
import type { ModelSource } from '../../reading/source.ts';
import { trainedReader } from '../../reading/trained-reader.ts';
import type { Candidate, Only } from '../index/candidates.ts';
import type { Near } from '../index/nearest.ts';
import type { Parts } from '../index/parts.ts';
import type { Question } from '../question/question.ts';
import type { Ranked } from '../ranking/rank.ts';
import { asTopic, liesNear, type NearTopic } from '../ranking/topic.ts';
import { type Language, languageOfDocument } from '../text/language.ts';
import { type Fused, fused, type Lead, leadOf, worthReading } from './fusion.ts';
import { withReadSentence, worthReadingApart } from './sentence.ts';

export interface Considered {
  /** The candidates by words and by vector, with what tells which are worth reading. */
  readonly leads: readonly Lead[];
  /** Those that were read, in the order in which they answer. */
  readonly fused: readonly Fused[];
  /** The sentence of the first was read as well: in time, or there was no choice. */
  readonly isWhole: boolean;
}

export interface TrainedOptions {
  readonly model: ModelSource;
  readonly parts: Parts;
  /** Candidates in the order of their words, with all that speaks for each. */
  readonly rank: (question: Question, candidates: readonly Candidate[]) => readonly Ranked[];
  /** How sure the lexical reader is of each of the ranked, 0..1. */
  readonly sureByWords: (question: Question, ranked: readonly Ranked[]) => readonly number[];
  /** Is told of each question that the model did not read. */
  readonly notRead?: (error: NotRead) => void;
}

/** So many are taken by their vectors alone: with those by words the right one is among them for .952 of the questions (npm run fit). */
const MOST_NEAR = 12;
/** A question waits for the last vectors where they are so few: a second's work. Else the words find what they can. */
const FEW_LEFT = 50;
/** So long at most, in milliseconds: other libraries may be before it. */
const FEW_WAIT = 1_000;

export interface Limits {
  readonly signal?: AbortSignal | undefined;
  /** Only passages at these places may answer. */
  readonly only?: Only | undefined;
}

/** The passages of one library before the model. */
export class Trained {
  readonly #options: TrainedOptions;

  constructor(options: TrainedOptions) {
    this.#options = options;
  }

  /** Whether the vectors of all passages are there. */
  get isPrepared(): boolean {
    return this.#left === 0;
  }

  get #left(): number {
    return this.#options.parts.all.reduce((sum, { vectors }) => sum + (vectors?.left ?? 0), 0);
  }

  /** What was considered for a question; undefined where the model is not there or had no time. */
  async read(
    question: Question,
    byWords: readonly Candidate[],
    { signal, only }: Limits = {},
  ): Promise<Considered | undefined> {
    return this.#with(async (model) => {
      const late = AbortSignal.timeout(model.timeLimit);
      const until = signal ? AbortSignal.any([signal, late]) : late;
      const leads = await this.#leads(model, question, byWords, { signal: until, only });
      const chosen = worthReading(leads);
      const texts = chosen.flatMap(({ ranked }) => this.#options.parts.readable(ranked.index) ?? []);
      const readings = await trainedReader(model).read(question.text, texts, until);
      const [first, ...others] = fused(chosen, readings);
      if (!first) return { leads, fused: [], isWhole: true };
      const read = await this.#withSentence(model, question, first, until);
      return { leads, fused: [read ?? first, ...others], isWhole: read !== undefined };
    });
  }

  /** The passage with its sentence; undefined where there is no time left to read any by itself. */
  async #withSentence(
    model: Model,
    question: Question,
    one: Fused,
    signal?: AbortSignal,
  ): Promise<Fused | undefined> {
    const sentences = worthReadingApart(one);
    const passage = this.#options.parts.readable(one.ranked.index);
    if (sentences.length === 0 || !passage) return one;
    try {
      const read = await model.readSentences(question.text, { passage, sentences }, signal);
      return withReadSentence(one, sentences, read);
    } catch (error) {
      if (error instanceof NotRead) return undefined;
      throw error;
    }
  }

  /** What lies near to a topic; undefined where the model is not there or had no time. */
  async near(topic: string): Promise<NearTopic | undefined> {
    return this.#with(async (model) => {
      const vector = await model.vectorOf(asTopic(topic));
      const { parts } = this.#options;
      const usual = this.#usual(vector);
      const found = this.#nearest(vector).filter(({ cosine }) => liesNear(cosine, usual));
      const documents = found.flatMap(({ index }) => parts.passages.at(index)?.passage.document ?? []);
      return {
        has: (passage) => {
          const index = parts.indexOf(passage);
          return index !== undefined && liesNear(this.#cosine(index, vector), usual);
        },
        documents: [...new Set(documents)],
      };
    });
  }

  /** Undefined where the model is not there or does not do in time what it is asked. */
  async #with<T>(ask: (model: Model) => Promise<T>): Promise<T | undefined> {
    const model = await this.#options.model();
    if (!model) return undefined;
    const prepared = this.prepare();
    try {
      const left = this.#left;
      if (left > 0 && left <= FEW_LEFT) await within(FEW_WAIT, prepared, undefined);
      return await ask(model);
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      this.#options.notRead?.(error);
      return undefined;
    }
  }

  /** Makes the vectors of all passages in the background, once; resolves when they are there, or cannot be had. */
  async prepare(): Promise<void> {
    await Promise.all(this.#options.parts.all.map(({ vectors }) => vectors?.prepare()));
  }

  /** The passages whose vectors lie nearest, of those that are made. */
  #nearest(vector: Int8Array, only?: Only): Near[] {
    return this.#options.parts.all
      .flatMap(({ vectors, begins }) =>
        (vectors?.made?.find(vector, MOST_NEAR, only && ((index) => only(begins + index))) ?? []).map(
          (near) => ({
            ...near,
            index: begins + near.index,
          }),
        ),
      )
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, MOST_NEAR);
  }

  #cosine(index: number, vector: Int8Array): number | undefined {
    const part = this.#options.parts.partOf(index);
    return part?.vectors?.made?.cosine(index - part.begins, vector);
  }

  /** The mean of all cosines with a vector; 0 while there are none. */
  #usual(vector: Int8Array): number {
    const made = this.#options.parts.all.flatMap(({ vectors }) => vectors?.made ?? []);
    const count = made.reduce((sum, each) => sum + each.count, 0);
    return made.reduce((sum, each) => sum + each.usual(vector) * each.count, 0) / (count || 1);
  }

  async #leads(
    model: Model,
    question: Question,
    byWords: readonly Candidate[],
    { signal, only }: Limits,
  ): Promise<Lead[]> {
    const vector = await model.vectorOf(question.text, signal);
    const known = new Set(byWords.map(({ index }) => index));
    const near = this.#nearest(vector, only).filter(({ index }) => !known.has(index));
    const all = [...byWords, ...near.map(({ index }) => ({ index, score: 0 }))];
    const ranked = this.#options.rank(question, all);
    const sure = this.#options.sureByWords(question, ranked);
    // One whose vector is not there yet is taken for as near as the others are: it must not fall behind for that.
    const cosines = ranked.map(({ index }) => this.#cosine(index, vector));
    const there = cosines.filter((cosine) => cosine !== undefined);
    const usual = there.reduce((sum, cosine) => sum + cosine, 0) / there.length;
    return ranked.map((one, at) => {
      const passage = this.#options.parts.passages.at(one.index)?.passage;
      return leadOf(question, one, {
        cosine: cosines[at] ?? (there.length > 0 ? usual : undefined),
        words: sure[at] ?? 0,
        foreign: isForeign(question.language, passage),
      });
    });
  }
}

function isForeign(asked: Language | undefined, passage: Passage | undefined): boolean {
  return asked !== undefined && passage !== undefined && asked !== languageOfDocument(passage.document);
}
