// The passages worth reading closely.
import type { Steps } from '../../common/steps.ts';
import type { Passage } from '../../corpus/passages.ts';
import type { Question, QuestionTerm } from '../question/question.ts';
import { indexTerms, type Reader, type ReadPassage, readPassage } from '../text/read-passage.ts';
import type { Counts, Vocabulary } from '../text/vocabulary.ts';
import { GrowingIndex, type Postings, TermRows } from './postings.ts';
import { Scores, type WeighedTerm } from './scores.ts';

export interface Candidate {
  /** Place of the passage in the list the index was made from. */
  readonly index: number;
  /** BM25 (MiniSearch's BM25+), higher is better. */
  readonly score: number;
}

/** Whether a passage may be a candidate, by its place in a list. */
export type Only = (index: number) => boolean;

/**
 * The index of one list of passages. There are two engines, MiniSearch in memory and rows in PostgreSQL; what is written here holds for
 * both (tests/search-postgres/candidates-contract.ts).
 */
export interface Candidates {
  /**
   * The 30 best passages that hold some of the terms, each of which counts as often as it says, and perhaps only some passages; best first,
   * of equal ones the first of the list. Rejects where the index cannot be reached.
   */
  find(terms: ReadonlyMap<string, number>, only?: Only): Promise<Candidate[]>;
}

/**
 * Files passages in an engine that is not in memory, or finds them filed there. Where that cannot be done it says so to whoever made it, and
 * gives an index in memory.
 */
export type Filing = (passages: readonly Passage[], reader: Reader) => Promise<Candidates>;

/** A list of passages: its index, the words counted in it, and at which place of the whole it begins. */
export interface Indexed {
  readonly candidates: Candidates;
  readonly counts: Counts;
  readonly begins: number;
}

/** Read closely: on the encyclopedia the right passage is among the first 30 for 99.6% of the questions. */
export const READ_CLOSELY = 30;

/** A word in every fifth passage picks no candidates while there are rarer ones: it costs most and tells least. */
const COMMON_SHARE = 0.2;
/** In a smaller corpus a fifth is a handful of passages, and nothing is saved. */
const COMMON_FROM = 50;

/** Places at which a question's terms stand, in all: among 20,000 paragraphs a question takes 30 ms (p99) with it, 36 without. */
const MOST_LOOKED_AT = 12_000;

/** Files passages as they are read. */
export class Indexing {
  readonly #index = new GrowingIndex();
  #next = 0;

  add(read: ReadPassage): void {
    this.#index.add({ id: this.#next, terms: [...indexTerms(read)].join(' ') });
    this.#next += 1;
  }

  postingsSteps(): Steps<Postings> {
    return this.#index.postingsSteps();
  }
}

/** Reads passages for their index alone. */
export function* postingsSteps(passages: readonly Passage[], reader: Reader): Steps<Postings> {
  const index = new Indexing();
  for (const passage of passages) {
    index.add(readPassage(passage, reader));
    yield;
  }
  return yield* index.postingsSteps();
}

/** Whoever looks something up waits until it is filed. */
export function whenFiled(filed: Promise<Candidates>): Candidates {
  // Where nobody waits it is no error of the program.
  filed.catch(() => undefined);
  return { find: async (terms, only) => (await filed).find(terms, only) };
}

/** What was filed, in memory. */
export function candidatesInMemory(postings: Postings): Candidates {
  const [rows, scores] = [new TermRows(postings), new Scores(postings.lengths)];
  return {
    find: async (terms, only) => {
      const weighed = [...terms].flatMap(([term, counts]): WeighedTerm[] => {
        const list = rows.of(term);
        return list ? [{ passages: list.places.length, counts, lists: [list] }] : [];
      });
      return scores.best(weighed, READ_CLOSELY, only);
    },
  };
}

/** The best of all lists. Each index weighs a term by its own passages, so that is made good by how rare it is in all of them. */
export async function candidatesIn(
  lists: readonly Indexed[],
  { terms }: Question,
  vocabulary: Vocabulary,
  only?: Only,
): Promise<Candidate[]> {
  const isCommon = (term: string): boolean =>
    vocabulary.size > COMMON_FROM && vocabulary.passagesWith(term) > COMMON_SHARE * vocabulary.size;
  const asked = new Map<string, number>();
  const rare = terms.filter(({ term, known }) => known && !isCommon(term));
  for (const { standIns } of affordable(rare.length >= 2 ? rare : terms, vocabulary))
    for (const [term, count] of standIns) asked.set(term, Math.max(count, asked.get(term) ?? 0));
  if (asked.size === 0) return [];
  const found = lists.map(async ({ candidates, counts, begins }) => {
    const evened = new Map<string, number>();
    for (const [term, count] of asked) {
      const own = counts.of(term)?.passages;
      if (own === undefined) continue;
      const rarity = rarityOf(vocabulary.passagesWith(term), vocabulary.size);
      evened.set(term, (count * rarity) / rarityOf(own, counts.size));
    }
    if (evened.size === 0) return [];
    const best = await candidates.find(evened, only && ((at) => only(begins + at)));
    return best.map((each) => ({ ...each, index: begins + each.index }));
  });
  return (await Promise.all(found))
    .flat()
    .sort((a, b) => b.score - a.score)
    .slice(0, READ_CLOSELY);
}

/** The rarest terms of a question, as many as there is time for, and two in any case; in the order of the question. */
function affordable(terms: readonly QuestionTerm[], vocabulary: Vocabulary): QuestionTerm[] {
  const costs = terms.map((term) => {
    const held = [...term.standIns.keys()].map((each) => vocabulary.passagesWith(each));
    return { term, cost: held.reduce((sum, count) => sum + count, 0) };
  });
  let sum = 0;
  const kept = costs
    .toSorted((a, b) => a.cost - b.cost)
    .filter(({ cost }, at) => {
      sum += cost;
      return at < 2 || sum <= MOST_LOOKED_AT;
    });
  const chosen = new Set(kept.map(({ term }) => term));
  return terms.filter((term) => chosen.has(term));
}

/** What MiniSearch multiplies a term by (its `calcBM25Score`): the inverse document frequency of BM25. */
export function rarityOf(passagesWith: number, passages: number): number {
  return Math.log(1 + (passages - passagesWith + 0.5) / (passagesWith + 0.5));
}
