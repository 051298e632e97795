// The terms of the indexed passages: how many hold each, which are relatives, which documents they stand in. Counted once for each list
// of passages; several are put together as if they had been counted as one.

import { atOnce, type Steps } from '../../common/steps.ts';
import {
  type Numbers,
  narrow,
  numberedWords,
  Slots,
  SortedWords,
  Words,
  type WordsData,
  wordsData,
} from '../../corpus/text/rows.ts';
import { firstThat } from '../../corpus/text/spans.ts';
import { languageOfDocument } from './language.ts';
import { MARK } from './marks.ts';
import type { ReadPassage } from './read-passage.ts';
import { indexTerms } from './read-passage.ts';
import { familyOf } from './stem.ts';
import { Laid, sharedBy } from './words-near.ts';

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
  readonly terms: WordsData;
  readonly passages: Numbers;
  readonly seen: Numbers;
  readonly asName: Numbers;
  /** Folded forms in order, how many letters each shares with the one before it, and the term of each. */
  readonly forms: WordsData;
  readonly shared: Uint8Array;
  readonly formTerms: Numbers;
  /** The ids of documents, and the terms of each in order, one document behind the other: where those of each end. */
  readonly documents: readonly string[];
  readonly held: Numbers;
  readonly heldEnds: Numbers;
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

  /** What was counted; nothing more is added. `order`: the same terms as they stand elsewhere, so that there is one row of them. */
  *tallySteps(order?: WordsData): Steps<Tally> {
    const terms = order ?? wordsData(this.#entries.keys());
    const inOrder = [...new Words(terms)];
    const places = new Uint32Array(this.#entries.size);
    for (const [place, term] of inOrder.entries()) {
      const entry = this.#entries.get(term);
      if (entry) places[entry.number] = place;
    }
    const counted = (of: 'passages' | 'seen' | 'asName'): Numbers =>
      narrow(inOrder.map((term) => this.#entries.get(term)?.[of] ?? 0));
    const placeOf = (term: string | undefined): number =>
      places[this.#entries.get(term ?? '')?.number ?? 0] ?? 0;
    const forms = [...this.#forms.keys()].sort();
    yield;
    const held: number[] = [];
    const heldEnds: number[] = [];
    for (const numbers of this.#documents.values()) {
      for (const place of Uint32Array.from(numbers, (number) => places[number] ?? 0).sort()) held.push(place);
      heldEnds.push(held.length);
      yield;
    }
    return {
      ...{ size: this.#size, languages: [...this.#languages], terms },
      ...{ passages: counted('passages'), seen: counted('seen'), asName: counted('asName') },
      forms: wordsData(forms),
      shared: Uint8Array.from(forms, (form, at) => sharedBy(forms[at - 1] ?? '', form)),
      formTerms: narrow(forms.map((form) => placeOf(this.#forms.get(form)))),
      ...{ documents: [...this.#documents.keys()], held: narrow(held), heldEnds: narrow(heldEnds) },
    };
  }
}

export function* countsSteps(tally: Tally): Steps<Counts> {
  const { size, passages, seen, asName, held, heldEnds } = tally;
  const terms = numberedWords(tally.terms);
  const documents = new Map(tally.documents.map((id, at) => [id, at]));
  const families = yield* familiesIn(terms);
  return {
    size,
    languages: new Set(tally.languages),
    of: (term) => {
      const number = terms.numberOf(term);
      if (number === undefined) return undefined;
      const [inPassages = 0, times = 0, names = 0] = [passages[number], seen[number], asName[number]];
      return { number, passages: inPassages, seen: times, asName: names };
    },
    relatives: (term) => {
      const family = familyOf(term);
      const found = [...families.of(family)].map((place) => terms.at(place));
      return found.filter((other) => familyOf(other) === family);
    },
    inDocument: (document, term) => {
      const [number, at] = [terms.numberOf(term), documents.get(document)];
      return (
        number !== undefined &&
        at !== undefined &&
        holds(held.subarray(heldEnds[at - 1] ?? 0, heldEnds[at]), number)
      );
    },
    near: nearIn(tally),
  };
}

/** The terms by their families. */
function* familiesIn(terms: Words): Steps<Slots> {
  const families = new Slots(terms.length);
  for (let place = 0; place < terms.length; place += 1) {
    const term = terms.at(place);
    if (!term.startsWith('@')) families.add(familyOf(term), place);
    yield;
  }
  return families;
}

/** Every form, since a misspelling is one of the form that was meant: "propsal" of "proposal", not of "proposed". */
function nearIn({ forms, shared, terms, formTerms }: Tally): Counts['near'] {
  const [all, filedUnder] = [new SortedWords(forms), new Words(terms)];
  const opening = function* (letter: string, folded: string, slips: number): Generator<number> {
    const laid = new Laid(folded, { limit: slips, swaps: false });
    const first = all.firstFrom(letter);
    for (let at = first; at < Math.min(all.length, first + MOST_FORMS); at += 1) {
      const same = shared[at] ?? 0;
      if (laid.isTooFar(same)) continue;
      const form = all.at(at);
      if (form[0] !== letter) return;
      if (laid.isWhole(form, same)) yield at;
    }
  };
  return (folded, slips) =>
    [...new Set(folded.slice(0, 2))].flatMap((letter) =>
      [...opening(letter, folded, slips)].map(
        (at) => [all.at(at), filedUnder.at(formTerms[at] ?? 0)] as const,
      ),
    );
}

/** Whether a number is among some in order. */
function holds(numbers: Numbers, number: number): boolean {
  return numbers[firstThat(numbers, (each) => each >= number)] === number;
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
