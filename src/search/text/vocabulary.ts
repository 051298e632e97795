// The terms of the indexed passages: how many hold each, which are relatives, which documents they stand in. Counted once for each list
// of passages; several are put together as if they had been counted as one.

import { LRUCache } from 'lru-cache';
import SearchableMap from 'minisearch/SearchableMap';
import { atOnce, type Steps } from '../../common/steps.ts';
import { firstThat } from '../../corpus/text/spans.ts';
import { languageOfDocument } from './language.ts';
import { MARK } from './marks.ts';
import type { ReadPassage } from './read-passage.ts';
import { indexTerms } from './read-passage.ts';
import { familyOf } from './stem.ts';

interface Entry {
  readonly number: number;
  passages: number;
  /** How often it was seen at all, and how often as part of a name. */
  seen: number;
  asName: number;
}

/** What was counted of one list of passages, as it is kept: a term goes by its place in the row. */
export interface Tally {
  readonly size: number;
  readonly languages: readonly string[];
  readonly terms: readonly string[];
  readonly passages: Uint32Array;
  readonly seen: Uint32Array;
  readonly asName: Uint32Array;
  /** Folded forms, and the term of each. */
  readonly forms: readonly string[];
  readonly formTerms: Uint32Array;
  /** The ids of documents, and the terms of each in order: a set would take ten times as much. */
  readonly documents: readonly string[];
  readonly held: readonly Uint32Array[];
}

/** What is counted of one list of passages. */
export interface Counts {
  readonly size: number;
  /** The codes of the languages of the passages; they need not be among the five. */
  readonly languages: ReadonlySet<string>;
  of(term: string): Readonly<Entry> | undefined;
  relatives(term: string): readonly string[];
  inDocument(document: string, term: string): boolean;
  near(folded: string, slips: number): readonly (readonly [string, string])[];
}

export interface Vocabulary {
  readonly size: number;
  /** The codes of the languages of the passages; they need not be among the five. */
  readonly languages: ReadonlySet<string>;
  passagesWith(term: string): number;
  has(term: string): boolean;
  /** Mostly a name wherever it stands, so a name also in a question typed without capitals. */
  isName(term: string): boolean;
  relatives(term: string): readonly string[];
  inDocument(document: string, term: string): boolean;
  /**
   * [folded form, term] of every term with a form at most `slips` letters changed, missed or added away from a folded word, and
   * with one of its first two letters at the front: typists rarely miss the first one.
   */
  near(folded: string, slips: number): readonly (readonly [string, string])[];
}

/**
 * So many forms with one first letter are looked through for a misspelt word. A hundred thousand paragraphs hold fewer; sources
 * of made-up words without end would cost each question seconds.
 */
const MOST_FORMS = 20_000;

// Four in five: "Force" opens a title now and then, "Trump" is hardly ever anything but a name.
const NAME_SHARE = 0.8;

export function readVocabulary(passages: Iterable<ReadPassage>): Vocabulary {
  const counting = new Counting();
  for (const read of passages) counting.add(read);
  return vocabularyOf([atOnce(countsSteps(atOnce(counting.tallySteps())))]);
}

/** The words of several lists together. */
export function vocabularyOf(lists: readonly Counts[]): Vocabulary {
  const of = (term: string): readonly Readonly<Entry>[] => lists.flatMap((list) => list.of(term) ?? []);
  return {
    size: lists.reduce((sum, { size }) => sum + size, 0),
    languages: new Set(lists.flatMap(({ languages }) => [...languages])),
    passagesWith: (term) => of(term).reduce((sum, { passages }) => sum + passages, 0),
    has: (term) => lists.some((list) => list.of(term) !== undefined),
    isName(term) {
      const found = of(term);
      const seen = found.reduce((sum, entry) => sum + entry.seen, 0);
      return seen > 0 && found.reduce((sum, { asName }) => sum + asName, 0) >= NAME_SHARE * seen;
    },
    relatives: (term) => [...new Set(lists.flatMap((list) => list.relatives(term)))],
    inDocument: (document, term) => lists.some((list) => list.inDocument(document, term)),
    near: (folded, slips) => [...new Map(lists.flatMap((list) => list.near(folded, slips)))],
  };
}

/** Counts the words of passages as they are read. */
export class Counting {
  readonly #entries = new Map<string, Entry>();
  readonly #forms = new Map<string, string>();
  readonly #documents = new Map<string, Set<number>>();
  readonly #languages = new Set<string>();
  #size = 0;

  add(read: ReadPassage): void {
    const { document } = read.passage;
    this.#size += 1;
    this.#languages.add(languageOfDocument(document));
    const held = this.#documents.get(document.id) ?? new Set();
    this.#documents.set(document.id, held);
    count(this.#entries, this.#forms, read);
    for (const term of new Set(indexTerms(read))) {
      const entry = entryOf(this.#entries, term);
      entry.passages += 1;
      held.add(entry.number);
    }
  }

  /** What was counted; nothing more is added. */
  *tallySteps(): Steps<Tally> {
    const entries = [...this.#entries.values()];
    const held: Uint32Array[] = [];
    for (const numbers of this.#documents.values()) {
      held.push(Uint32Array.from(numbers).sort());
      yield;
    }
    return {
      ...{ size: this.#size, languages: [...this.#languages], terms: [...this.#entries.keys()] },
      passages: Uint32Array.from(entries, ({ passages }) => passages),
      seen: Uint32Array.from(entries, ({ seen }) => seen),
      asName: Uint32Array.from(entries, ({ asName }) => asName),
      forms: [...this.#forms.keys()],
      formTerms: Uint32Array.from(this.#forms.values(), (term) => this.#entries.get(term)?.number ?? 0),
      ...{ documents: [...this.#documents.keys()], held },
    };
  }
}

export function* countsSteps(tally: Tally): Steps<Counts> {
  const { size, terms, passages, seen, asName } = tally;
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const held = new Map(tally.documents.map((id, at) => [id, tally.held[at]]));
  const families = yield* familiesIn(terms);
  return {
    size,
    languages: new Set(tally.languages),
    of: (term) => {
      const number = numbers.get(term);
      if (number === undefined) return undefined;
      const [inPassages = 0, times = 0, names = 0] = [passages[number], seen[number], asName[number]];
      return { number, passages: inPassages, seen: times, asName: names };
    },
    relatives: (term) => {
      const found = families.get(familyOf(term)) ?? [];
      return typeof found === 'string' ? [found] : found;
    },
    inDocument: (document, term) => {
      const number = numbers.get(term);
      return number !== undefined && holds(held.get(document), number);
    },
    near: nearIn(tally),
  };
}

/** Most terms are alone in their family, and stand by themselves. */
function* familiesIn(terms: Iterable<string>): Steps<Map<string, string | string[]>> {
  const families = new Map<string, string | string[]>();
  for (const term of terms) {
    if (!term.startsWith('@')) {
      const family = familyOf(term);
      const known = families.get(family);
      families.set(family, known === undefined ? term : [known, term].flat());
    }
    yield;
  }
  return families;
}

/**
 * Forms of all lists that stand in trees, which misspelt words alone need: one takes some 400 bytes there, more than all else that is
 * kept of a term.
 */
const MOST_IN_TREES = 200_000;

const trees = new LRUCache<string, SearchableMap<string>>({
  maxSize: MOST_IN_TREES,
  // The tree counts itself anew after each change.
  sizeCalculation: (tree) => tree.size + 1,
});
let lists = 0;

/** Every form, since a misspelling is one of the form that was meant: "propsal" of "proposal", not of "proposed". */
function nearIn({ forms, formTerms, terms }: Tally): Counts['near'] {
  lists += 1;
  const list = lists;
  const treeOf = (opening: string): SearchableMap<string> => {
    const tree = new SearchableMap<string>();
    let count = 0;
    for (const [at, form] of forms.entries()) {
      if (form[0] !== opening) continue;
      tree.set(form, terms[formTerms[at] ?? 0] ?? '');
      count += 1;
      if (count === MOST_FORMS) break;
    }
    return tree;
  };
  return (folded, slips) =>
    [...new Set(folded.slice(0, 2))].flatMap((opening) => {
      const name = `${list} ${opening}`;
      const known = trees.get(name);
      const tree = known ?? treeOf(opening);
      if (!known) trees.set(name, tree);
      return [...tree.fuzzyGet(folded, slips)].map(([form, [term]]) => [form, term] as const);
    });
}

/** Whether a number is among some in order. */
function holds(numbers: Uint32Array | undefined, number: number): boolean {
  return numbers !== undefined && numbers[firstThat(numbers, (each) => each >= number)] === number;
}

function entryOf(entries: Map<string, Entry>, term: string): Entry {
  const known = entries.get(term);
  if (known) return known;
  const entry = { number: entries.size, passages: 0, seen: 0, asName: 0 };
  entries.set(term, entry);
  return entry;
}

function count(
  entries: Map<string, Entry>,
  forms: Map<string, string>,
  { terms, folded, marks }: ReadPassage,
): void {
  terms.forEach((term, index) => {
    if (!term) return;
    forms.set(folded[index] ?? term, term);
    const entry = entryOf(entries, term);
    entry.seen += 1;
    if ((marks[index] ?? 0) & MARK.name) entry.asName += 1;
  });
}
