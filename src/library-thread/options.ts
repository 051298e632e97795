// What a library's thread is opened with.
import type { NotRead } from '../reading/reader.ts';
import type { ModelSource } from '../reading/source.ts';

export interface LibraryThreadOptions {
  readonly model?: ModelSource;
  /** Is told of each question that the model had no time for. */
  readonly notRead?: (error: NotRead) => void;
  /** Is told when a thread hung or broke, and another takes its place. */
  readonly replaced?: (error: unknown) => void;
  /** How long one thing may take: milliseconds without any sign of life. */
  readonly hangsAfter?: number;
  /** The file that keeps what is read of a large collection, for the next start. */
  readonly snapshot?: string;
  /** Is told where it cannot be kept. */
  readonly notKept?: (error: unknown) => void;
  /** The database in which the passages that all servers share are filed; in memory where there is none. */
  readonly search?: string | undefined;
  /** Is told how many are filed there, where they were not; and why they cannot be, so that they are in memory. */
  readonly filed?: (done: number, all: number) => void;
  readonly notFiled?: (error: unknown) => void;
  /** Is told of what failed in the thread though nobody had asked for it. */
  readonly troubled?: (error: unknown) => void;
  /** What runs in the thread. */
  readonly entry?: URL;
}
