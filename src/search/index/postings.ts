// The only file that knows MiniSearch, which files the passages. What is finished lies in flat rows of numbers: which passages hold each term, and how often. They take a
// tenth of what maps take, are kept in a file as they are, and are weighed by MiniSearch's own formula (scores.ts) in a twentieth of the time.
import MiniSearch from 'minisearch';
import type { Steps } from '../../common/steps.ts';
import {
  type NumberedWords,
  type Numbers,
  narrow,
  numberedWords,
  type WordsData,
  wordsData,
} from '../../corpus/text/rows.ts';
import type { TermList } from './scores.ts';

export interface Filed {
  readonly id: number;
  readonly terms: string;
}

/** Terms arrive ready made, parted by spaces. */
const options = {
  fields: ['terms'],
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
};

/** The only field. */
const field = 0;

/** Rows of numbers; `passages` and `times` of a term begin where `starts` says, and end where the next begins. */
export interface Postings {
  readonly terms: WordsData;
  readonly starts: Numbers;
  /** In order. */
  readonly passages: Numbers;
  /** How often the term stands in the passage. */
  readonly times: Numbers;
  /** How many different terms each passage has. */
  readonly lengths: Numbers;
}

/** An index that passages are filed in. */
export class GrowingIndex extends MiniSearch<Filed> {
  constructor() {
    super(options);
  }

  *postingsSteps(): Steps<Postings> {
    const index = [...this._index];
    const count = index.reduce((sum, [, fields]) => sum + (fields.get(field)?.size ?? 0), 0);
    const starts = new Uint32Array(index.length + 1);
    const [passages, times] = [new Uint32Array(count), new Uint16Array(count)];
    let next = 0;
    for (const [at, [, fields]] of index.entries()) {
      for (const [passage, often] of fields.get(field) ?? []) {
        passages[next] = passage;
        times[next] = Math.min(often, 0xffff);
        next += 1;
      }
      starts[at + 1] = next;
      yield;
    }
    const lengths = Uint32Array.from(
      { length: this._nextId },
      (_, id) => this._fieldLength.get(id)?.[field] ?? 0,
    );
    return {
      ...{ terms: wordsData(index.map(([term]) => term)), starts: narrow(starts) },
      ...{ passages: narrow(passages), times: narrow(times), lengths: narrow(lengths) },
    };
  }
}

/** The rows of each term, as views of all of them. */
export class TermRows {
  readonly #postings: Postings;
  readonly #terms: NumberedWords;

  constructor(postings: Postings) {
    this.#postings = postings;
    this.#terms = numberedWords(postings.terms);
  }

  of(term: string): TermList | undefined {
    const at = this.#terms.numberOf(term);
    if (at === undefined) return undefined;
    const { starts, passages, times } = this.#postings;
    const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
    return { places: passages.subarray(from, to), times: times.subarray(from, to) };
  }
}
