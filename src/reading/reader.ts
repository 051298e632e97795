// The seam of the reading: a question beside passages → how sure it is that each answers it, and where.
// Two implementations: the trained reader (trained-reader.ts) and the lexical one (src/search/answering/lexical-reader.ts, beside its index).
import type { Span } from '../corpus/passages.ts';

/** A passage as a reader gets it: plain data, which may go to another thread or process. */
export interface ReadablePassage {
  /** Names title and text: what is kept of the passage is kept under it (passage-key.ts). */
  readonly key: string;
  /** The document's title; empty where it has none. */
  readonly title: string;
  readonly text: string;
  /** The sentences of the text, in order: offsets in UTF-16 code units, end exclusive. */
  readonly sentences: readonly Span[];
}

/** What reading a question beside one passage tells. */
export interface Reading {
  /** How sure it is that the passage answers the question, from 0 to 1. */
  readonly answers: number;
  /** The sentence that does, or comes nearest to it: an index into the passage's `sentences`. */
  readonly sentence: number;
}

/** Reads a question beside passages: one reading for each, in their order. */
export interface Reader {
  readonly name: 'trained' | 'lexical';
  /** Rejects with `NotRead` where there is no time, no room in the queue or no model; then another reader reads all of it. */
  read(
    question: string,
    passages: readonly ReadablePassage[],
    signal?: AbortSignal,
  ): Promise<readonly Reading[]>;
}

/** Why a reader did not read. It is counted, and never a fault of the question. */
export class NotRead extends Error {
  readonly reason: 'late' | 'busy' | 'unavailable';
  constructor(reason: 'late' | 'busy' | 'unavailable', cause?: unknown) {
    super(`reading: not read, ${reason}`, cause === undefined ? {} : { cause });
    this.reason = reason;
  }
}
