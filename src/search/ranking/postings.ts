// The only file that knows MiniSearch. An index that is finished: which passages hold each term, and how often, in flat rows of numbers. They take a tenth of what maps
// take, and are kept in a file as they are. MiniSearch itself searches and weighs; it is only given its lists when a question asks for them.
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
  /** As MiniSearch counts it, adding up. */
  readonly usualLength: number;
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
      usualLength: this._avgFieldLength[field] ?? 0,
    };
  }
}

/** Searches postings. Nothing is filed in it any more. */
export class FinishedIndex extends MiniSearch<Filed> {
  constructor(postings: Postings) {
    super(options);
    const { lengths, usualLength } = postings;
    const lists = new TermLists(postings);
    this._index.get = (term) => lists.get(term);
    this._documentIds = new Places(lengths.length, (id) => id);
    this._fieldLength = new Places(lengths.length, (id) => [lengths[id] ?? 0]);
    this._avgFieldLength = [usualLength];
    this._documentCount = lengths.length;
    this._nextId = lengths.length;
  }
}

/** The lists of the terms, each a view of the rows. */
class TermLists {
  readonly #postings: Postings;
  readonly #terms: NumberedWords;

  constructor(postings: Postings) {
    this.#postings = postings;
    this.#terms = numberedWords(postings.terms);
  }

  get(term: string): Map<number, Map<number, number>> | undefined {
    const at = this.#terms.numberOf(term);
    if (at === undefined) return undefined;
    const { starts, passages, times } = this.#postings;
    const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
    return new Map([[field, new List(passages.subarray(from, to), times.subarray(from, to))]]);
  }
}

/** How often a term stands in each passage that has it, without an entry for each. MiniSearch goes through the keys, and asks for each in turn. */
class List extends Map<number, number> {
  readonly #passages: Numbers;
  readonly #times: Numbers;
  /** Where the last key stands. */
  #at = 0;

  constructor(passages: Numbers, times: Numbers) {
    super();
    this.#passages = passages;
    this.#times = times;
  }

  override get size(): number {
    return this.#passages.length;
  }

  override *keys(): MapIterator<number> {
    for (this.#at = 0; this.#at < this.#passages.length; this.#at += 1) yield this.#passages[this.#at] ?? 0;
  }

  override get(passage: number): number | undefined {
    const at = this.#passages[this.#at] === passage ? this.#at : this.#passages.indexOf(passage);
    return this.#times[at];
  }
}

/** What is told of passages by their places, without an entry for each. */
class Places<T> extends Map<number, T> {
  readonly #length: number;
  readonly #of: (place: number) => T;

  constructor(length: number, of: (place: number) => T) {
    super();
    this.#length = length;
    this.#of = of;
  }

  override has(place: number): boolean {
    return place >= 0 && place < this.#length;
  }

  override get(place: number): T | undefined {
    return this.has(place) ? this.#of(place) : undefined;
  }
}
