// The only file that knows MiniSearch. An index that is finished: which passages hold each term, and how often, in flat rows of numbers. They take a tenth of what maps
// take, and are kept in a file as they are. MiniSearch itself searches and weighs; it is only given its lists when a question asks for them.
import { LRUCache } from 'lru-cache';
import MiniSearch from 'minisearch';
import type { Steps } from '../../common/steps.ts';

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
  /** One a line. */
  readonly terms: string;
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  /** How often the term stands in the passage. */
  readonly times: Uint16Array;
  /** How many different terms each passage has. */
  readonly lengths: Uint32Array;
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
      ...{ terms: index.map(([term]) => term).join('\n'), starts, passages, times, lengths },
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

type List = Map<number, number>;

/** Places of passages for which lists are made up as maps: what is asked about most stays. */
const mostMadeUp = 200_000;

/** The lists of the terms, each made up when it is asked for. */
class TermLists {
  readonly #postings: Postings;
  readonly #places: ReadonlyMap<string, number>;
  readonly #madeUp = new LRUCache<string, Map<number, List>>({
    maxSize: mostMadeUp,
    sizeCalculation: (fields) => fields.get(field)?.size || 1,
  });

  constructor(postings: Postings) {
    this.#postings = postings;
    this.#places = new Map(postings.terms.split('\n').map((term, at) => [term, at]));
  }

  get(term: string): Map<number, List> | undefined {
    const at = this.#places.get(term);
    if (at === undefined) return undefined;
    const known = this.#madeUp.get(term);
    if (known) return known;
    const list = new Map([[field, this.#listAt(at)]]);
    this.#madeUp.set(term, list);
    return list;
  }

  #listAt(at: number): List {
    const { starts, passages, times } = this.#postings;
    const list: List = new Map();
    for (let next = starts[at] ?? 0; next < (starts[at + 1] ?? 0); next += 1)
      list.set(passages[next] ?? 0, times[next] ?? 0);
    return list;
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
