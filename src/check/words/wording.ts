// What is read of passages before quotations are checked: their words in a row, and how they write them.

import { type Keeping, Made, type Making, type Steps } from '../../common/steps.ts';
import type { Document } from '../../corpus/document.ts';
import type { Passage } from '../../corpus/passages.ts';
import { type Written, writtenIn, writtenSteps } from '../../corpus/text/written.ts';
import { Stream } from './stream.ts';
import { type StreamData, type StreamPart, streamPart, streamPartSteps } from './stream-part.ts';

/** The wording of one list of passages, read when it is first needed. */
export interface WordingPart {
  readonly documents: ReadonlySet<Document>;
  readonly stream: Making<StreamPart>;
  readonly written: Making<Written>;
}

export interface WordingOptions {
  /** Where questions need it too. */
  readonly written?: Making<Written>;
  /** Of the list behind which this one stands. */
  readonly beside?: WordingPart | undefined;
  /** The words, where they were read before. */
  readonly kept?: StreamData | undefined;
  /** How it is kept. */
  readonly keeping?: Keeping;
}

export function wordingPart(
  passages: readonly Passage[],
  {
    written = new Made(() => writtenSteps(passages)),
    beside,
    kept,
    keeping = (make) => new Made(make),
  }: WordingOptions = {},
): WordingPart {
  return {
    documents: new Set(passages.map(({ document }) => document)),
    stream: keeping(function* () {
      return kept ? streamPart(passages, kept) : yield* streamPartSteps(passages, beside?.stream.get());
    }),
    written,
  };
}

export function* wordingSteps({ stream, written }: WordingPart): Steps<void> {
  yield* written.steps();
  yield* stream.steps();
}

/** The wording of lists that stand one behind the other. */
export class Wording {
  readonly #parts: readonly WordingPart[];
  /** Its parts are not held by it: they may be let go of. */
  #last: WeakRef<Stream> | undefined;

  constructor(parts: readonly WordingPart[]) {
    this.#parts = parts;
  }

  get stream(): Stream {
    const parts = this.#parts.map(({ stream }) => stream.get());
    const last = this.#last?.deref();
    if (last?.isOf(parts)) return last;
    const stream = new Stream(parts);
    this.#last = new WeakRef(stream);
    return stream;
  }

  get written(): Written {
    return writtenIn(this.#parts.map(({ written }) => written.get()));
  }

  get documents(): Document[] {
    return this.#parts.flatMap(({ documents }) => [...documents]);
  }

  get isEmpty(): boolean {
    return this.#parts.every(({ documents }) => documents.size === 0);
  }
}
