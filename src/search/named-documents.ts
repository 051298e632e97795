// The documents of a list by what they are called, as it is typed: read once, and not gone through at each keystroke.
import type { Steps } from '../common/steps.ts';
import { NameIndex } from '../corpus/citing/document-names.ts';
import type { Document } from '../corpus/document.ts';
import { fold } from '../corpus/text/folding.ts';
import { WordsNear } from './text/words-near.ts';

/** A shorter word is near every other. */
const shortestNear = 4;
const documentsAStep = 20;

export class NamedDocuments {
  readonly index: NameIndex;
  readonly documents: readonly Document[];
  /** Id and title of each, folded. */
  readonly names: readonly string[];
  readonly #words: WordsNear;
  /** For each of the words the places of the documents that have it. */
  readonly #holders: readonly (readonly number[])[];

  constructor(index: NameIndex, names: readonly string[], holders: ReadonlyMap<string, readonly number[]>) {
    this.index = index;
    this.documents = index.documents;
    this.names = names;
    this.#words = new WordsNear(holders.keys());
    this.#holders = this.#words.words.map((word) => holders.get(word) ?? []);
  }

  /** Those of whose names each word that is typed begins a word, but for a slip; typed is folded. */
  near(typed: string): Document[] {
    const words = wordsOf(typed);
    if (!words.some(({ length }) => length >= shortestNear)) return [];
    const found = words
      .map((word) => new Set(this.#words.near(word).flatMap((place) => this.#holders[place] ?? [])))
      .reduce((all, having) => all.intersection(having));
    return [...found].sort((a, b) => a - b).flatMap((place) => this.documents[place] ?? []);
  }
}

const known = new WeakMap<readonly Document[], NamedDocuments>();

/** One for each list, however many libraries stand on it. */
export function* namedDocumentsSteps(documents: readonly Document[]): Steps<NamedDocuments> {
  const made = known.get(documents);
  if (made) return made;
  const names: string[] = [];
  const holders = new Map<string, number[]>();
  for (const [place, document] of documents.entries()) {
    const { id, title } = document;
    const name = fold(`${id} ${title?.value ?? ''}`).text;
    names.push(name);
    for (const word of new Set(wordsOf(name))) {
      const having = holders.get(word);
      if (having) having.push(place);
      else holders.set(word, [place]);
    }
    if (place % documentsAStep === 0) yield;
  }
  const named = new NamedDocuments(yield* NameIndex.steps(documents), names, holders);
  known.set(documents, named);
  return named;
}

const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];
