// What is offered while somebody types: quotations, citations, documents. Best first; at most `mostSuggestions`.

import { atOnce } from '../common/steps.ts';
import { begun } from '../common/typed.ts';
import { documentNamedIn } from '../corpus/citing/document-names.ts';
import type { Document } from '../corpus/document.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { fold } from '../corpus/text/folding.ts';
import { quotationsOf } from '../corpus/text/quotations.ts';
import { runBefore } from '../corpus/text/runs.ts';
import { type QuoteMatch, quotationAround } from './find-quote.ts';
import { type NamedDocuments, namedDocumentsSteps } from './named-documents.ts';

/** Discord shows 25 choices; nobody reads more. */
export const mostSuggestions = 25;

/**
 * Quotations for when nothing is typed yet, in the order of the passages; those of several words first, since a single
 * word between marks tells little. Looks no further than it has enough of them.
 */
export function firstQuotations(passages: Iterable<Passage>): QuoteMatch[] {
  const several: QuoteMatch[] = [];
  const single: QuoteMatch[] = [];
  for (const passage of passages) {
    for (const whole of quotationsOf(passage.text)) {
      const words = passage.text.slice(whole.start, whole.end);
      (/\s/u.test(words) ? several : single).push({ passage, words: whole, whole, quoted: true });
    }
    if (several.length >= mostSuggestions) break;
  }
  return [...several, ...single].slice(0, mostSuggestions);
}

/** What to offer while somebody types. At most 25 each, best first; where nothing holds what is typed, what comes near. */
export interface Suggestions {
  readonly quotations: (typed: string, source?: Document) => Promise<readonly QuoteMatch[]>;
  readonly passages: (typed: string, source?: Document) => Promise<readonly Passage[]>;
  readonly documents: (typed: string) => Promise<readonly Document[]>;
}

/** Documents with the passages that are offered of them; documents that answer nothing have none. */
export interface OfferedList {
  readonly documents: readonly Document[];
  readonly answering: readonly Passage[];
  passagesOf(document: Document): readonly Passage[] | undefined;
}

/** What suggestions are made from. */
interface Offered {
  readonly lists: readonly OfferedList[];
  readonly findQuote: (words: string, source: Document | undefined, most: number) => readonly QuoteMatch[];
  /** The passages nearest to what is typed; no answer to it, for which a keystroke would have to wait. */
  readonly near: (typed: string) => Promise<readonly Near[]>;
}

interface Near {
  readonly passage: Passage;
  readonly sentence: Span;
}

/** Fewer letters are the beginning of a word that is still being typed. */
const shortestAsked = 4;

export function openSuggestions({ lists, findQuote, near }: Offered): Suggestions {
  const names = new NameFinder(lists, (words, source) => findQuote(words, source, mostSuggestions));
  const isOf = (source: Document | undefined) => (passage: Passage) => !source || passage.document === source;
  // Misspelt words are understood by the search, which knows the words of the sources.
  const nearOf = async (typed: string, source?: Document): Promise<readonly Near[]> =>
    typed.trim().length < shortestAsked
      ? []
      : (await near(typed)).filter(({ passage }) => isOf(source)(passage));
  return {
    quotations: async (given, source) => {
      const typed = begun(given, 'words');
      if (typed.trim() === '') return firstQuotations(names.offered().filter(isOf(source)));
      const found = findQuote(typed, source, mostSuggestions);
      if (found.length > 0) return found;
      return (await nearOf(typed, source)).map(({ passage, sentence }) => quotationAround(passage, sentence));
    },
    passages: async (given, source) => {
      const typed = begun(given, 'citation');
      const found = names.passages(typed, source);
      return found.length > 0 ? found : (await nearOf(typed, source)).map(({ passage }) => passage);
    },
    documents: async (typed) => names.documents(begun(typed, 'document')),
  };
}

/** Finds passages and documents as their names are typed. */
export class NameFinder {
  readonly #lists: readonly OfferedList[];
  readonly #find: (words: string, source?: Document) => readonly QuoteMatch[];

  /** `find`: what holds words, best first, and no more than is offered. */
  constructor(
    lists: readonly OfferedList[],
    find: (words: string, source?: Document) => readonly QuoteMatch[],
  ) {
    this.#lists = lists;
    this.#find = find;
  }

  /** The passages that are offered, in the order of their documents. */
  *offered(): Generator<Passage> {
    for (const { answering } of this.#lists) yield* answering;
  }

  /** Passages whose label, document or words hold what is typed: "eur 5", "european-leaders", "borders". */
  passages(typed: string, source?: Document): Passage[] {
    if (source) return this.#ofDocument(source, typed);
    const { name, number } = nameAndNumber(fold(typed).text);
    const begins = ({ paragraph }: Passage): boolean => String(paragraph).startsWith(number);
    const named = firstOf(this.#inDocument(name), begins);
    if (named.length > 0) return named;
    const holding = this.#holding(typed);
    if (holding.length > 0) return holding;
    return firstOf(
      this.documents(name).flatMap((document) => this.#passagesIn(document)),
      begins,
    );
  }

  #holding(typed: string, source?: Document): Passage[] {
    return [...new Set(this.#find(typed, source).map(({ passage }) => passage))];
  }

  /** Of one document: by number, "5" or "¶5", or by words. */
  #ofDocument(source: Document, typed: string): Passage[] {
    const all = this.#passagesIn(source);
    const words = fold(typed.trim()).text;
    const [, number] = /^[¶#\s]*(\d+)$/u.exec(words) ?? [];
    if (number !== undefined) return firstOf(all, ({ paragraph }) => String(paragraph).startsWith(number));
    return words === '' ? firstOf(all, () => true) : this.#holding(typed, source);
  }

  /** Documents whose id or title holds what is typed, those that begin with it first; or else is a slip away from it. */
  documents(typed: string): Document[] {
    const wanted = fold(typed.trim()).text;
    const all = this.#named();
    const having = (fits: (name: string) => boolean): Document[] =>
      firstOf(
        all.flatMap(({ documents, names }) => documents.filter((_, at) => fits(names[at] ?? ''))),
        () => true,
      );
    const begin = having((name) => name.startsWith(wanted));
    const hold = having((name) => !name.startsWith(wanted) && name.includes(wanted));
    const named = [...begin, ...hold].slice(0, mostSuggestions);
    return named.length > 0 ? named : all.flatMap((each) => each.near(wanted)).slice(0, mostSuggestions);
  }

  #inDocument(name: string): Iterable<Passage> {
    if (name === '') return this.offered();
    const indices = this.#named().map(({ index }) => index);
    const document = documentNamedIn(name, indices, isOffered);
    return document ? this.#passagesIn(document) : [];
  }

  #named(): NamedDocuments[] {
    return this.#lists.map(({ documents }) => atOnce(namedDocumentsSteps(documents)));
  }

  #passagesIn(document: Document): readonly Passage[] {
    if (!isOffered(document)) return [];
    return this.#lists.map((list) => list.passagesOf(document)).find((passages) => passages) ?? [];
  }
}

function isOffered({ status }: Document): boolean {
  return status !== 'withdrawn';
}

/** "european-leaders ¶5" as it is typed: the name, and the number, either of which may be empty. */
function nameAndNumber(folded: string): { readonly name: string; readonly number: string } {
  const end = runBefore(folded, folded.length, /\s/u);
  const from = runBefore(folded, end, /\d/);
  const name = folded.slice(0, runBefore(folded, from, /[\s¶#]/u));
  return { name, number: folded.slice(from, end) };
}

/** The first that fit, no further than there are enough of them. */
function firstOf<T>(all: Iterable<T>, fits: (one: T) => boolean): T[] {
  const found: T[] = [];
  for (const one of all) {
    if (!fits(one)) continue;
    found.push(one);
    if (found.length === mostSuggestions) break;
  }
  return found;
}
