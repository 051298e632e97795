// A question answered with the trained model: candidates by words and by vector together, the most promising read, one order, one
// confidence. Where the model has no time or is not there, the question goes to the lexical reader instead (answer.ts).
import type { Passage } from '../corpus/passages.ts';
import type { Model } from '../reading/model.ts';
import { passageKey } from '../reading/passage-key.ts';
import { NotRead, type ReadablePassage, type Reader } from '../reading/reader.ts';
import { trainedReader } from '../reading/trained-reader.ts';
import type { Candidate } from './candidates.ts';
import { type Fused, fused, type Lead, leadOf, worthReading } from './fusion.ts';
import { languageNamed, type Language } from './language.ts';
import { openNearest } from './nearest.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import type { ReadPassage } from './read-passage.ts';

export interface Trained {
  /**
   * The candidates by words and by vector with what tells which are worth reading, and those that were read, in the order in which
   * they answer; undefined where the model had no time.
   */
  read(question: Question, byWords: readonly Candidate[], signal?: AbortSignal): Promise<Considered | undefined>;
  /** Makes the vectors of all passages in the background, once; resolves when they are there. */
  prepare(): Promise<void>;
}

export interface Considered {
  readonly leads: readonly Lead[];
  readonly fused: readonly Fused[];
}

export interface TrainedOptions {
  readonly passages: readonly ReadPassage[];
  /** Candidates in the order of their words, with all that speaks for each. */
  readonly rank: (question: Question, candidates: readonly Candidate[]) => readonly Ranked[];
  /** Is told of each question that the model did not read. */
  readonly notRead?: (error: NotRead) => void;
}

/** So many are taken by their vectors alone: on the rooms for choosing the right one is among them for 93 questions of 100. */
const MOST_NEAR = 12;

export function openTrained(model: Model, options: TrainedOptions): Trained {
  const { passages, rank } = options;
  const reader: Reader = trainedReader(model);
  const nearest = openNearest(passages.length, model.description.hidden);
  const readable = passages.map(({ passage, sentences }) => readableOf(passage, sentences));

  const leadsOf = async (question: Question, byWords: readonly Candidate[], signal?: AbortSignal): Promise<Lead[]> => {
    const vector = await model.vectorOf(question.text, signal);
    const known = new Set(byWords.map(({ index }) => index));
    const near = nearest.find(vector, MOST_NEAR).filter(({ index }) => !known.has(index));
    const all = [...byWords, ...near.map(({ index }) => ({ index, score: 0 }))];
    return rank(question, all).map((ranked) =>
      leadOf(
        question,
        ranked,
        nearest.cosine(ranked.index, vector),
        isForeign(question.language, passages[ranked.index]?.passage),
      ),
    );
  };

  let preparing: Promise<void> | undefined;
  let left = passages.length;
  const prepare = (): Promise<void> => {
    preparing ??= vectorsOf(model, readable, (index, vector) => {
      nearest.set(index, vector);
      left -= 1;
    });
    return preparing;
  };

  return {
    prepare,
    async read(question, byWords, signal) {
      const prepared = prepare();
      try {
        if (left <= FEW_LEFT) await prepared;
        const leads = await leadsOf(question, byWords, signal);
        const chosen = worthReading(leads);
        const texts = chosen.flatMap(({ ranked }) => readable[ranked.index] ?? []);
        return { leads, fused: fused(chosen, await reader.read(question.text, texts, signal)) };
      } catch (error) {
        if (!(error instanceof NotRead)) throw error;
        options.notRead?.(error);
        return undefined;
      }
    },
  };
}

/** A question waits for the last vectors where they are so few: a second's work. Else the words find what they can. */
const FEW_LEFT = 50;

async function vectorsOf(
  model: Model,
  passages: readonly ReadablePassage[],
  each: (index: number, vector: Int8Array) => void,
): Promise<void> {
  const places = Map.groupBy(passages.keys(), (index) => passages[index]?.key ?? '');
  try {
    await model.prepare(passages, (key, vector) => {
      for (const index of places.get(key) ?? []) each(index, vector);
      // The same key comes once: a passage that stands twice was put in both its places.
      places.delete(key);
    });
  } catch (error) {
    // Without vectors the words find the candidates.
    if (!(error instanceof NotRead)) throw error;
  }
}

function isForeign(asked: Language | undefined, passage: Passage | undefined): boolean {
  return asked !== undefined && passage !== undefined && asked !== languageNamed(passage.document.language);
}

function readableOf(passage: Passage, sentences: readonly { readonly start: number; readonly end: number }[]): ReadablePassage {
  const title = passage.document.title?.value ?? '';
  const { text } = passage;
  return { key: passageKey(title, text), title, text, sentences: sentences.map(({ start, end }) => ({ start, end })) };
}
