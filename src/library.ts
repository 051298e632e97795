// The door to everything that is known: documents → passages → index → answer, visible in one function.
// It knows nothing of Discord, of the terminal or of a database, and returns data, never sentences of its own.
import { documentNamed, resolveCitation } from './corpus/citations.ts';
import { type Collection, readCollection } from './corpus/collection.ts';
import type { Document } from './corpus/document.ts';
import type { Passage, Span } from './corpus/passages.ts';
import { quotationAt, reportingClauseOf } from './corpus/reporting.ts';
import { type Problem, ProblemsError } from './errors.ts';
import { type Answer, searchSteps } from './search/answer.ts';
import { QuoteFinder, type QuoteMatch } from './search/find-quote.ts';
import type { ReadPassage } from './search/read-passage.ts';
import { firstQuotations, mostSuggestions, NameFinder } from './search/suggest.ts';
import { atOnce, type Steps } from './steps.ts';

export interface LibraryOptions {
  /** Refuse to open where anything at all is wrong in the sources; otherwise what is wrong is left out. */
  readonly strict?: boolean;
}

/** The paragraphs that a citation names, with their neighbours, or what is wrong with it. */
export type Cited =
  | {
      readonly found: true;
      readonly document: Document;
      readonly passages: readonly Passage[];
      readonly before: Passage | undefined;
      readonly after: Passage | undefined;
    }
  | { readonly found: false; readonly reason: 'malformed' | 'no-document' }
  | { readonly found: false; readonly reason: 'ambiguous'; readonly documents: readonly Document[] }
  | {
      readonly found: false;
      readonly reason: 'out-of-range';
      readonly document: Document;
      readonly paragraph: number;
      readonly paragraphs: number;
    };

/** Who said a part of a passage, as far as its paragraph tells. */
export interface Said {
  /** The reporting clause in the source's own words: a part of the passage's text. */
  readonly clause: Span | undefined;
  /** Whether the part is, or holds, words between quotation marks. */
  readonly quoted: boolean;
}

/** What to offer while somebody types. At most 25 each, best first. */
export interface Suggestions {
  readonly quotations: (typed: string, source?: Document) => readonly QuoteMatch[];
  readonly passages: (typed: string) => readonly Passage[];
  readonly documents: (typed: string) => readonly Document[];
}

export interface Library {
  readonly documents: readonly Document[];
  readonly passages: readonly Passage[];
  /** What was left out of the sources and why. */
  readonly problems: readonly Problem[];
  /** Answers a question, or says that the sources do not. */
  ask(question: string): Answer;
  /** Finds quotations by some of their words; `source` limits it to one document. */
  findQuote(words: string, source?: Document): readonly QuoteMatch[];
  /** Resolves a citation as somebody typed it. */
  cite(citation: string): Cited;
  /** The document with an id, a title, or the beginning of one; undefined where none or several fit. */
  document(name: string): Document | undefined;
  passagesOf(document: Document): readonly Passage[];
  /** Who said a part of a passage, where its paragraph says so. */
  said(passage: Passage, part: Span): Said;
  readonly suggest: Suggestions;
}

/**
 * Opens a folder of Markdown documents with their dossier, or a `.jsonl` file of plain texts.
 * Throws `ProblemsError` where nothing can be used, or, when strict, where anything is wrong.
 */
export async function openLibrary(path: string, options: LibraryOptions = {}): Promise<Library> {
  const collection = await readCollection(path);
  if (options.strict && collection.problems.length > 0) throw new ProblemsError(collection.problems);
  return libraryOf(collection);
}

/** The library of a collection that was read already. */
export function libraryOf(collection: Collection): Library {
  return atOnce(librarySteps(collection));
}

/** The same in steps, for while another library answers. `known` are passages that were read already. */
export function* librarySteps(
  { documents, passages, dossier, problems }: Collection,
  known?: WeakMap<Passage, ReadPassage>,
): Steps<Library> {
  const answering = passages.filter(({ document }) => document.status !== 'withdrawn');
  const search = yield* searchSteps(answering, { dossier, ...(known && { known }) });
  const quotes = new QuoteFinder(answering);
  const names = new NameFinder(answering, documents);
  const byDocument = Map.groupBy(passages, ({ document }) => document);
  const passagesOf = (document: Document): readonly Passage[] => byDocument.get(document) ?? [];

  const findQuote = (words: string, source?: Document): readonly QuoteMatch[] =>
    quotes.find(words, ({ document }) => !source || document === source);

  return {
    documents,
    passages,
    problems,
    ask: search.ask,
    findQuote,
    cite: (citation) => cite(citation, documents, passagesOf),
    document: (name) => (name.trim() === '' ? undefined : documentNamed(name, documents)),
    passagesOf,
    said: ({ text }, part) => ({
      clause: reportingClauseOf(text, part),
      quoted: quotationAt(text, part) !== undefined,
    }),
    suggest: {
      quotations: (typed, source) => {
        if (typed.trim() !== '') return findQuote(typed, source).slice(0, mostSuggestions);
        return firstQuotations(answering.filter(({ document }) => !source || document === source));
      },
      passages: (typed) => names.passages(typed),
      documents: (typed) => names.documents(typed),
    },
  };
}

function cite(
  citation: string,
  documents: readonly Document[],
  passagesOf: (document: Document) => readonly Passage[],
): Cited {
  const resolved = resolveCitation(citation, documents, (document) => passagesOf(document).length);
  if (!resolved.found) {
    if (resolved.reason !== 'out-of-range') return resolved;
    return { ...resolved, paragraphs: passagesOf(resolved.document).length };
  }
  const all = passagesOf(resolved.document);
  return {
    found: true,
    document: resolved.document,
    passages: all.slice(resolved.from - 1, resolved.to),
    before: all[resolved.from - 2],
    after: all[resolved.to],
  };
}
