// Texts and questions become terms: folded, stemmed words with their places, and the names of the dossier as entities.
import { stemmer } from '@orama/stemmers/english';
import { type Dossier, namesOf } from '../corpus/dossier.ts';
import { type Folded, fold, unfold } from '../corpus/folding.ts';
import type { Span } from '../corpus/passages.ts';
import { stopWords } from './stop-words.ts';

/** A word of a text: its stem, its folded form, and where it stands in the source. */
export interface Word extends Span {
  readonly stem: string;
  readonly folded: string;
}

/** A word, or several words that name one entity of the dossier. */
export interface Term extends Span {
  /** A stem, or `@` and the entity's id. */
  readonly term: string;
  readonly words: readonly Word[];
}

/**
 * Letters and digits; an abbreviation with its full stops ("u.s.") is one word, a word with a hyphen is several,
 * and an apostrophe ends a word, its "'s" left out.
 */
const wordPattern = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu;
const endings = new Set(['s', 't', 're', 've', 'll', 'd', 'm']);

/** A question has a dozen words, a corpus has the same few thousand again and again. */
const stems = new Map<string, string>();
const keptStems = 50_000;

function stemOf(folded: string): string {
  const known = stems.get(folded);
  if (known !== undefined) return known;
  if (stems.size >= keptStems) stems.clear();
  const stem = /^[a-z]+$/.test(folded) ? stemmer(folded) : folded;
  stems.set(folded, stem);
  return stem;
}

/** The words of a text in order. */
export function wordsOf(source: string, folded: Folded = fold(source)): Word[] {
  const words: Word[] = [];
  for (const match of folded.text.matchAll(wordPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const afterApostrophe = folded.text[start - 1] === "'" && /\p{L}/u.test(folded.text[start - 2] ?? '');
    if (afterApostrophe && endings.has(match[0])) continue;
    const word = match[0].replaceAll(/\.(?!\p{N})/gu, '');
    words.push({ stem: stemOf(word), folded: word, ...unfold(folded, { start, end }) });
  }
  return words;
}

/** Recognises the names of a dossier in the words of a text. */
export class Names {
  readonly #byFirstStem = new Map<string, { stems: string[]; capitals: boolean; id: string }[]>();

  constructor(dossier: Dossier) {
    for (const entry of [...dossier.parties, ...dossier.people]) {
      for (const name of namesOf(entry)) this.#add(name, entry.id);
    }
    for (const names of this.#byFirstStem.values()) names.sort((a, b) => b.stems.length - a.stems.length);
  }

  #add(name: string, id: string): void {
    const words = wordsOf(name).filter((word) => word.folded !== 'the' || name.length <= 8);
    const [first, ...rest] = words.map((word) => word.stem);
    if (first === undefined) return;
    const names = this.#byFirstStem.get(first) ?? [];
    // "US" is a country, "us" is not: a short name in capitals is known by its capitals.
    names.push({ stems: [first, ...rest], capitals: /^[A-Z]{1,3}$/.test(name), id });
    this.#byFirstStem.set(first, names);
  }

  /** The id and the length in words of the longest name that begins at a word. */
  at(words: readonly Word[], index: number, source: string): { id: string; length: number } | undefined {
    const first = words[index];
    if (!first) return undefined;
    for (const { stems: name, capitals, id } of this.#byFirstStem.get(first.stem) ?? []) {
      if (capitals && source.slice(first.start, first.end) !== first.folded.toUpperCase()) continue;
      if (name.every((stem, offset) => words[index + offset]?.stem === stem))
        return { id, length: name.length };
    }
    return undefined;
  }
}

/** The terms of a text: entities where its words name one, stems elsewhere, stop words left out. */
export function termsOf(source: string, names: Names): Term[] {
  const words = wordsOf(source);
  const terms: Term[] = [];
  for (let index = 0; index < words.length; ) {
    const named = names.at(words, index, source);
    const covered = words.slice(index, index + (named?.length ?? 1));
    const [first] = covered;
    const last = covered.at(-1);
    if (!first || !last) break;
    if (named || !stopWords.has(first.folded)) {
      const term = named ? `@${named.id}` : first.stem;
      terms.push({ term, words: covered, start: first.start, end: last.end });
    }
    index += covered.length;
  }
  return terms;
}
