// What is said between the model's thread and the one that asks it. Both ends are ours, so the types are enough.
import type { Scored } from './encoder.ts';
import type { ModelDescription } from './model-files.ts';
import type { ReadablePassage } from './reader.ts';

/** What a question wants of the model, whoever carries it there: a thread (thread.ts), another thread or another process. */
export type QuestionJob =
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'read'; readonly question: string; readonly passages: readonly ReadablePassage[] }
  | ({ readonly kind: 'sentences'; readonly question: string } & Apart);

export type Job =
  | QuestionJob
  | { readonly kind: 'known'; readonly keys: readonly string[] }
  | { readonly kind: 'encode'; readonly passages: readonly ReadablePassage[] }
  | { readonly kind: 'forget'; readonly keys: readonly string[] };

/** Sentences of a passage that are read by themselves. */
export interface Apart {
  readonly passage: ReadablePassage;
  /** Indices into the passage's `sentences`. */
  readonly sentences: readonly number[];
}

/** `stop`: nobody wants the result of the job that runs; where none does, it means nothing. */
export type Asked = Job | { readonly kind: 'stop' };

/** What each kind of job brings. */
export interface Results {
  readonly question: Int8Array;
  readonly read: readonly Scored[];
  readonly sentences: readonly number[];
  readonly known: ReadonlyMap<string, Int8Array>;
  readonly encode: ReadonlyMap<string, Int8Array>;
  readonly forget: undefined;
}

/** `ready` comes once, when the model is loaded; then one `done`, `stopped` (it was told to) or `failed` for each job, in order. */
export type Said =
  | { readonly kind: 'ready'; readonly loaded: Loaded }
  | { readonly kind: 'done'; readonly result: Results[Job['kind']] }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Loaded {
  readonly description: ModelDescription;
  /** Where what is made of passages is kept; `memory` also where the file could not be opened. */
  readonly shelf: 'file' | 'memory';
}

/** What the thread is given when it starts. */
export interface ThreadData {
  /** The folder of the model. */
  readonly folder: string;
  /** Where what is made of passages is kept; in memory where it is undefined. */
  readonly shelf: string | undefined;
  readonly threads: number;
}
