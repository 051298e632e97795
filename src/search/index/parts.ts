// What is read of a list of passages once: their words, index and vectors. A library has one such part, a server's two: the shared one and
// that of its own documents, which is all that it costs.
import { LRUCache } from 'lru-cache';
import type { Steps } from '../../common/steps.ts';
import type { Document } from '../../corpus/document.ts';
import type { Passage } from '../../corpus/passages.ts';
import { type Written, writtenIn, writtenSteps } from '../../corpus/text/written.ts';
import type { ReadablePassage } from '../../reading/reader.ts';
import type { ModelSource } from '../../reading/source.ts';
import {
  CountingMentions,
  type MentionCounts,
  type Mentions,
  mentionsIn,
  mentionsOf,
} from '../ranking/mentions.ts';
import { type Reader, type ReadPassage, type ReadPassages, readPassage } from '../text/read-passage.ts';
import {
  Counting,
  type Counts,
  countsSteps,
  type Tally,
  type Vocabulary,
  vocabularyOf,
} from '../text/vocabulary.ts';
import {
  type Candidates,
  candidatesInMemory,
  type Filing,
  Indexing,
  postingsSteps,
  whenFiled,
} from './candidates.ts';
import type { Postings } from './postings.ts';
import { Readables, type ReadablesData, TakingReadables } from './readables.ts';
import { Vectors } from './vectors.ts';

export interface Part {
  readonly passages: readonly Passage[];
  /** A passage as it is read: of those asked for last it is kept, the others are read again. */
  read(at: number): ReadPassage | undefined;
  /** The passages as the model gets them. */
  readonly readable: Readables;
  readonly counts: Counts;
  readonly candidates: Candidates;
  /** Resolves when the passages are filed, where that is not in memory. */
  filed(): Promise<void>;
  readonly written: Written;
  readonly mentions: Mentions;
  /** The only document there is; undefined where there are several, or none. */
  readonly only: Document | undefined;
  readonly vectors: Vectors | undefined;
  /** The place of a passage, by itself and by its key; undefined where it is none of these. Of one that stands twice the first. */
  indexOf(passage: Passage): number | undefined;
  indexOfKey(key: string): number | undefined;
}

export interface PartOptions extends Reader {
  /** How the passages write their words, where that was read already. */
  readonly written?: Written;
  readonly model?: ModelSource;
  /** Where passages are filed that are not indexed in memory. */
  readonly filing?: Filing | undefined;
  /** Aborted when nobody needs the part any more: what is made in the background ends. */
  readonly closing?: AbortSignal;
}

/**
 * A passage that is read takes 20 times its text and a tenth of a millisecond; a question looks at some forty. So many are kept of all
 * lists together: of one for each of them, a library that is asked much would take as much again as all that is kept of it.
 */
const mostKept = 4_000;

/** By the number of their list and their place in it. */
const kept = new LRUCache<number, ReadPassage>({ max: mostKept });
let lists = 0;
/** More passages are in no list. */
const mostPassages = 2 ** 32;

/** What is read of a list of passages, as it is kept. */
export interface PartData {
  readonly tally: Tally;
  /** None where they are filed elsewhere. */
  readonly postings: Postings | undefined;
  readonly mentions: MentionCounts;
  readonly readable: ReadablesData;
}

export function* partDataSteps(
  passages: readonly Passage[],
  options: Reader & Pick<PartOptions, 'filing'>,
): Steps<PartData> {
  const counting = new Counting();
  const index = options.filing ? undefined : new Indexing();
  const [mentions, readable] = [new CountingMentions(), new TakingReadables()];
  for (const passage of passages) {
    const read = readPassage(passage, options);
    for (const each of [counting, index, mentions, readable]) each?.add(read);
    yield;
  }
  const postings = index && (yield* index.postingsSteps());
  const tally = yield* counting.tallySteps(postings?.terms);
  return { tally, postings, mentions: mentions.counts, readable: readable.data };
}

export function* partSteps(passages: readonly Passage[], data: PartData, options: PartOptions): Steps<Part> {
  const { model, closing } = options;
  const readable = new Readables(passages, data.readable);
  const counts = yield* countsSteps(data.tally);
  const written = options.written ?? (yield* writtenSteps(passages));
  const filed = options.filing?.(passages, options);
  const candidates = filed
    ? whenFiled(filed)
    : candidatesInMemory(data.postings ?? (yield* postingsSteps(passages, options)));
  lists += 1;
  const first = lists * mostPassages;
  closing?.addEventListener('abort', () => {
    for (const key of [...kept.keys()]) if (key >= first && key < first + mostPassages) kept.delete(key);
  });
  const documents = [...new Set(passages.map(({ document }) => document))];
  const places = once(() => new Map(passages.map((passage, at) => [passage, at])));
  const keys = once(() => new Map([...passages.keys()].reverse().map((at) => [readable.key(at), at])));
  return {
    ...{ passages, readable, counts, candidates, written },
    filed: async () => void (await filed),
    mentions: mentionsOf(data.mentions, documents),
    read(at) {
      const passage = passages[at];
      const known = kept.get(first + at);
      if (known || !passage) return known;
      const read = readPassage(passage, options);
      kept.set(first + at, read);
      return read;
    },
    only: documents.length === 1 ? documents[0] : undefined,
    vectors: model && new Vectors(readable, model, closing),
    indexOf: (passage) => places().get(passage),
    indexOfKey: (key) => keys().get(key),
  };
}

/** A part, and the place at which it begins in the whole. */
export interface PlacedPart extends Part {
  readonly begins: number;
}

/** Parts one behind the other: the places of their passages go on from one to the next. */
export class Parts {
  readonly all: readonly PlacedPart[];
  readonly passages: ReadPassages;
  readonly only: Document | undefined;
  readonly vocabulary: Vocabulary;
  readonly written: Written;
  readonly mentions: Mentions;

  constructor(parts: readonly Part[]) {
    let begins = 0;
    this.all = parts.map((part) => {
      const placed = { ...part, begins };
      begins += part.passages.length;
      return placed;
    });
    this.passages = { at: (index) => this.#in(index, (part, at) => part.read(at)), length: begins };
    const filled = parts.filter(({ passages }) => passages.length > 0);
    this.only = filled.length === 1 ? filled[0]?.only : undefined;
    this.vocabulary = vocabularyOf(parts.map(({ counts }) => counts));
    this.written = writtenIn(parts.map(({ written }) => written));
    this.mentions = mentionsIn(parts.map(({ mentions }) => mentions));
  }

  /** Whether the passage at a place stands in one of these documents. */
  placesOf(documents: readonly Document[]): (index: number) => boolean {
    const wanted = new Set(documents);
    return (index) => {
      const part = this.partOf(index);
      const passage = part?.passages[index - part.begins];
      return passage !== undefined && wanted.has(passage.document);
    };
  }

  readable(index: number): ReadablePassage | undefined {
    return this.#in(index, ({ readable }, at) => readable.at(at));
  }

  indexOf(passage: Passage): number | undefined {
    return this.#first((part) => part.indexOf(passage));
  }

  indexOfKey(key: string): number | undefined {
    return this.#first((part) => part.indexOfKey(key));
  }

  partOf(index: number): PlacedPart | undefined {
    return this.all.findLast(({ begins }) => begins <= index);
  }

  #in<T>(index: number, look: (part: Part, at: number) => T): T | undefined {
    const part = this.partOf(index);
    return part && look(part, index - part.begins);
  }

  #first(look: (part: Part) => number | undefined): number | undefined {
    for (const part of this.all) {
      const at = look(part);
      if (at !== undefined) return part.begins + at;
    }
    return undefined;
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
