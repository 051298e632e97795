// How alike short texts are in what they mean, in whatever words and language: the cosines of their vectors.
import { LRUCache } from 'lru-cache';
import type { Model } from '../../reading/model.ts';
import { NotRead } from '../../reading/reader.ts';
import type { ModelSource } from '../../reading/source.ts';
import { cosineOf } from '../../reading/vectors.ts';
import { bareQuestion } from '../question/normalise.ts';

/**
 * The cosine of a text with each of others, by the other. Those are left out whose vectors were not there in time: of all of them where
 * there is no model. Those that come first are the first to be made.
 */
export type Likeness = (text: string, others: Iterable<string>) => Promise<ReadonlyMap<string, number>>;

/**
 * In characters. The model learned from questions of 48 tokens at most, some 150 characters; how alike longer ones are was not
 * measured, and a story that both begin with would make them the same.
 */
const LONGEST = 150;
/** A vector takes some 5 ms; what is not made in this time, in milliseconds, is left out, and the next one finds the others made. */
const MOST_WAIT = 1_000;
/** 384 bytes each: 2 MB. Ten desks, each with as many questions as are compared. */
const MOST_KEPT = 5_000;

/** The vectors that a model made, by the text; all libraries share them. */
const made = new WeakMap<Model, LRUCache<string, Int8Array>>();

export function openLikeness(source?: ModelSource): Likeness {
  return async (text, others) => {
    const found = new Map<string, number>();
    const model = await source?.();
    if (!model) return found;
    const vectorOf = vectorsFrom(model);
    const vector = await vectorOf(text);
    if (!vector) return found;
    for (const other of others) {
      const its = await vectorOf(other);
      if (its) found.set(other, cosineOf(vector, its));
    }
    return found;
  };
}

/** One after the other, so that whoever asks meanwhile does not wait for all. Once there is no time left, only what is made counts. */
function vectorsFrom(model: Model): (text: string) => Promise<Int8Array | undefined> {
  const kept = made.get(model) ?? new LRUCache<string, Int8Array>({ max: MOST_KEPT });
  made.set(model, kept);
  const signal = AbortSignal.timeout(MOST_WAIT);
  let isOver = false;
  return async (text) => {
    const bare = bareQuestion(text);
    const known = kept.get(bare);
    if (known || isOver || bare.length > LONGEST) return known;
    try {
      const vector = await model.vectorOf(bare, signal);
      kept.set(bare, vector);
      return vector;
    } catch (error) {
      if (!(error instanceof NotRead)) throw error;
      isOver = true;
      return undefined;
    }
  };
}
