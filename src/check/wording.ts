// What is read of passages before quotations are checked: their words in a row, and how they write them.
import type { Passage } from '../corpus/passages.ts';
import { type Written, writtenSteps } from '../corpus/written.ts';
import { atOnce, opened, type Steps } from '../steps.ts';
import { type Stream, streamSteps } from './stream.ts';

export interface Wording {
  readonly stream: () => Stream;
  readonly written: () => Written;
}

/** Read when it is first needed; `written` where it was made for questions already. */
export function wordingOf(passages: readonly Passage[], written?: () => Written): Wording {
  return {
    stream: opened(() => atOnce(streamSteps(passages))),
    written: written ?? opened(() => atOnce(writtenSteps(passages))),
  };
}

/** The same in steps, for while questions are answered. */
export function* wordingSteps(passages: readonly Passage[], known?: Written): Steps<Wording> {
  const written = known ?? (yield* writtenSteps(passages));
  const stream = yield* streamSteps(passages);
  return { stream: () => stream, written: () => written };
}
