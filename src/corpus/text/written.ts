// How the sources write their words: what is spelt or put together otherwise is the same word, and stands there too. Read once
// for questions and for checks.
import type { Steps } from '../../common/steps.ts';
import type { Passage } from '../passages.ts';
import { SortedWords, sortedData, Words, type WordsData, wordsData } from './rows.ts';
import { compoundsIn, solidsOf, solidWords } from './solid.ts';

export interface Written {
  /** Whether each word of a text stands somewhere in the sources, however it is put together there, with a genitive or without. */
  stands(typed: string): boolean;
  /** The same, or with an ending: "Putin" where the sources have "Putins". */
  begins(typed: string): boolean;
  /** Words of the sources that begin as a stem does and may be forms of it: "markets" and "marketing" beside "market". */
  akin(stem: string): readonly string[];
  /** A word as the sources write it, by each way to read it: "F-16" for "f16"; nothing where it stands in none. */
  ways(word: string): readonly string[];
  /** Whether a word has its capital inside of a sentence. */
  isName(word: string): boolean;
}

const plain = /^[a-z0-9]+$/;
/** A word with a capital that does not open a sentence. */
const capital = /(?<=[\p{L}\p{N},]["”»’]?\s)\p{Lu}[\p{L}\p{M}’'-]+/gu;

/** The words of passages as they are kept, in order. */
export interface WrittenData {
  /** By their letters and digits alone. */
  readonly solid: WordsData;
  /** Those of them that are written with more than these, and how: one for each. */
  readonly others: WordsData;
  readonly ways: WordsData;
  readonly names: WordsData;
}

export function* writtenSteps(passages: readonly Passage[]): Steps<Written> {
  return writtenOf(yield* writtenDataSteps(passages));
}

/** Reads the words of passages, of their headings and titles, a passage a step. */
export function* writtenDataSteps(passages: readonly Passage[]): Steps<WrittenData> {
  const solid = new Set<string>();
  const others = new Map<string, string>();
  // A word that comes again has been read before.
  const seen = new Set<string>();
  const take = (text: string): void => {
    for (const found of compoundsIn(text)) {
      if (seen.has(found)) continue;
      seen.add(found);
      const lower = found.toLowerCase();
      if (plain.test(lower)) solid.add(lower);
      else read(found, solid, others);
    }
  };
  const names = new Set<string>();
  for (const { text, headings, document } of passages) {
    take(text);
    for (const [name] of text.matchAll(capital)) names.add(name);
    for (const heading of headings) take(heading);
    if (document.title) take(document.title.value);
    yield;
  }
  const letters = [...others.keys()].sort();
  return {
    ...{ solid: sortedData(solid), others: wordsData(letters), names: sortedData(names) },
    ways: wordsData(letters.map((each) => others.get(each) ?? '')),
  };
}

export function writtenOf(data: WrittenData): Written {
  const [solid, others, names] = [
    new SortedWords(data.solid),
    new SortedWords(data.others),
    new SortedWords(data.names),
  ];
  const ways = new Words(data.ways);
  return {
    stands: (typed) =>
      compoundsIn(typed).every((word) => formsOf(word).some((form) => standsIn(solid, form))),
    begins: (typed) =>
      compoundsIn(typed).every((word) =>
        formsOf(word).some((form) => standsIn(solid, form) || beginsIn(solid, form)),
      ),
    akin: (stem) => (stem.length < shortestBegun ? [] : [...solid.beginning(stem.slice(0, -1))]),
    ways: (word) =>
      solidsOf(word).flatMap(({ text }) => {
        const at = others.numberOf(text);
        return at === undefined ? (solid.has(text) ? [text] : []) : [ways.at(at)];
      }),
    isName: (word) => names.has(word),
  };
}

/** The same of several lists of passages. */
export function writtenIn(lists: readonly Written[]): Written {
  const [only, ...others] = lists;
  if (only && others.length === 0) return only;
  return {
    stands: (typed) => compoundsIn(typed).every((word) => lists.some((each) => each.stands(word))),
    begins: (typed) => compoundsIn(typed).every((word) => lists.some((each) => each.begins(word))),
    akin: (stem) => lists.flatMap((each) => each.akin(stem)),
    ways: (word) => lists.flatMap((each) => each.ways(word)),
    isName: (word) => lists.some((each) => each.isName(word)),
  };
}

function read(found: string, solid: Set<string>, others: Map<string, string>): void {
  for (const { letters, written, isWhole } of solidWords(found)) {
    solid.add(letters);
    if (isWhole && letters !== written.toLowerCase() && !others.has(letters)) others.set(letters, written);
  }
}

/** The word as it is written, and without a genitive. */
function formsOf(word: string): string[] {
  return [...new Set([word, word.replace(/['’]s?$/u, '')])];
}

/** In one of the ways to read it, all that it is made of: "20-25" is two numbers. */
function standsIn(solid: SortedWords, word: string): boolean {
  const wholes = [...solidWords(word)].filter(({ isWhole }) => isWhole);
  return Map.groupBy(wholes, ({ way }) => way)
    .values()
    .some((all) => all.every(({ letters }) => solid.has(letters)));
}

/** Shorter words begin others by chance. */
const shortestBegun = 4;
const longestEnding = 3;

function beginsIn(solid: SortedWords, word: string): boolean {
  return solidsOf(word)
    .filter(({ text }) => text.length >= shortestBegun)
    .some(({ text }) => solid.beginning(text).some(({ length }) => length <= text.length + longestEnding));
}
