// What is said between a process that reads and one that asks it to, where one model serves a whole machine: plain JSON, vectors as base64.
import type { Scored } from './encoder.ts';
import type { QuestionJob } from './jobs.ts';
import type { ModelFacts } from './model.ts';
import type { NotRead, ReadablePassage } from './reader.ts';

export type Work =
  | { readonly kind: 'open' }
  | QuestionJob
  | { readonly kind: 'prepare'; readonly passages: readonly ReadablePassage[] }
  | { readonly kind: 'forget'; readonly keys: readonly string[] };

/** What each kind of work brings. Both ends are ours, so the types are enough. */
export interface Brings {
  /** Null where the model cannot be had. */
  readonly open: ModelFacts | null;
  readonly question: string;
  readonly read: readonly Scored[];
  /** JSON has no −Infinity: null stands for it. */
  readonly sentences: readonly (number | null)[];
  readonly prepare: readonly (readonly [key: string, vector: string])[];
  /** Whether it is gone from the file as well. */
  readonly forget: boolean;
}

export type Brought = Brings[Work['kind']];

export type WhyNot = NotRead['reason'];

export function asText(vector: Int8Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

export function asVector(text: string): Int8Array {
  return new Int8Array(Buffer.from(text, 'base64'));
}
