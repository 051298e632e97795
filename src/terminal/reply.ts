// What every request of the terminal takes and gives.
import type { Passage } from '../corpus/passages.ts';
import type { Library } from '../library.ts';
import type { Hit } from '../search/answer.ts';
import type { Reader } from './reports/render.ts';

/** A reply in both forms; only the one that is asked for is made. */
export interface Reply {
  readonly text: (reader: Reader) => Promise<string>;
  readonly json: () => unknown;
  /** What one may go on from. */
  readonly shown?: Shown;
}

/** What may be given beside the words: `--speaker Meloni`. */
export type Options = Readonly<Partial<Record<OptionName, string | undefined>>>;
export const optionNames = ['speaker', 'source', 'topic', 'name'] as const;
type OptionName = (typeof optionNames)[number];

export type Request = (library: Library, words: string, options?: Options, before?: Shown) => Promise<Reply>;

/** What was shown last, where somebody remembers it. */
export interface Shown {
  /** What was asked, as it was understood; undefined of what was cited. */
  readonly question?: string;
  readonly hits: readonly Hit[];
  /** The one that was shown last. */
  readonly at: number;
  /** All that was shown of what was asked, by "what else" on "what else" too; undefined of what was cited. */
  readonly seen?: readonly Passage[];
  /** Of an answer only the first is shown and the others are named below it; what is related, and what is cited, is shown whole. */
  readonly kind: 'answer' | 'related' | 'cited';
}
