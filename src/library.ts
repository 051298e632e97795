// The door to everything that is known: documents → passages → index → answer, visible in one function.
// It knows nothing of Discord, of the terminal or of a database, and returns data, never sentences of its own.
import { type Check, Checker, type CheckOptions } from './check/check.ts';
import type { Claim } from './check/claims.ts';
import { type Wording, wordingOf, wordingSteps } from './check/wording.ts';
import { documentNamed, resolveCitation } from './corpus/citations.ts';
import { type Collection, readCollection } from './corpus/collection.ts';
import type { Document } from './corpus/document.ts';
import type { Dossier } from './corpus/dossier.ts';
import { openNames } from './corpus/names.ts';
import type { Passage, Span } from './corpus/passages.ts';
import { quotationAt } from './corpus/quotations.ts';
import { writtenSteps } from './corpus/written.ts';
import { type Problem, ProblemsError } from './errors.ts';
import { openPositions, type Positions } from './positions/positions.ts';
import type { NotRead } from './reading/reader.ts';
import type { ModelSource } from './reading/source.ts';
import { type Answer, type Search, type SearchOptions, searchSteps } from './search/answer.ts';
import { QuoteFinder, type QuoteMatch } from './search/find-quote.ts';
import { languageOfDocument } from './search/language.ts';
import { type Likeness, openLikeness } from './search/likeness.ts';
import { unmentioned } from './search/mentions.ts';
import type { ReadPassage } from './search/read-passage.ts';
import { openSuggestions, type Suggestions } from './search/suggest.ts';
import { statementsNear, statementsOf } from './statements/extract.ts';
import { remembered } from './statements/remembered.ts';
import { saying, spoken } from './statements/saying.ts';
import type { Statement } from './statements/statement.ts';
import { atOnce, gently, opened, type Steps } from './steps.ts';
import { fits, within } from './typed.ts';

export type { Statement } from './statements/statement.ts';

export interface LibraryOptions {
  /** Refuse to open where anything at all is wrong in the sources; otherwise what is wrong is left out. */
  readonly strict?: boolean;
  /** Reads questions beside passages; without one, words alone decide. */
  readonly model?: ModelSource;
  /** Is told of each question that the model had no time for, and that words alone decided. */
  readonly notRead?: (error: NotRead) => void;
}

/** What of the options concerns the search. */
export type ReadingOptions = Pick<LibraryOptions, 'model' | 'notRead'>;

/** The paragraphs that a citation names, with their neighbours, or what is wrong with it. */
export type Cited =
  | {
      readonly found: true;
      readonly document: Document;
      readonly passages: readonly Passage[];
      readonly before: Passage | undefined;
      readonly after: Passage | undefined;
    }
  | { readonly found: false; readonly reason: 'malformed' | 'no-document' | 'too-long' }
  | { readonly found: false; readonly reason: 'ambiguous'; readonly documents: readonly Document[] }
  | {
      readonly found: false;
      readonly reason: 'out-of-range';
      readonly document: Document;
      readonly paragraph: number;
      readonly paragraphs: number;
    };

/** Who said a part of a passage, as far as its document tells. */
export interface Said {
  /** The reporting clause in the source's own words; it may stand in a paragraph near by. */
  readonly clause: string | undefined;
  /** The name that a pronoun in the clause stands for, as the source writes it. */
  readonly resolved: string | undefined;
  /** Whether the part is, or holds, words between quotation marks. */
  readonly quoted: boolean;
  /** The statement that the part is, as a whole; undefined where it holds other words as well. */
  readonly statement: Statement | undefined;
}

/**
 * Data is there at once; whatever must be looked up or worked out is promised, for it need not be done where it is asked
 * for.
 */
export interface Library {
  readonly documents: readonly Document[];
  readonly passages: readonly Passage[];
  /** What is known of parties, people and proposals. */
  readonly dossier: Dossier;
  /** What was left out of the sources and why. */
  readonly problems: readonly Problem[];
  /** What may be a slip in the dossier, though nothing is wrong with it: somebody whom no passage names. */
  hints(): Promise<readonly Problem[]>;
  /** Answers a question, or says that the sources do not. Rejects with the signal's reason where it is given up. */
  ask(question: string, options?: { readonly signal?: AbortSignal }): Promise<Answer>;
  /** Finds quotations by some of their words; `source` limits it to one document. */
  findQuote(words: string, source?: Document): Promise<readonly QuoteMatch[]>;
  /** Resolves a citation as somebody typed it. */
  cite(citation: string): Promise<Cited>;
  /** The document with an id, a title, or the beginning of one; undefined where none or several fit. */
  document(name: string): Promise<Document | undefined>;
  passagesOf(document: Document): Promise<readonly Passage[]>;
  /**
   * The speech in a document, in the order of its text. A document is read when it is first asked for, which takes about
   * a millisecond for five paragraphs, and once more a third of a second for the language model.
   */
  statementsOf(document: Document): Promise<readonly Statement[]>;
  /** Who said a part of a passage, where its document says so. */
  said(passage: Passage, part: Span): Promise<Said>;
  /**
   * Whether words are a quotation from the sources, and what differs. The first check reads all words of the sources,
   * which takes about two seconds for 100,000 paragraphs.
   */
  check(text: string, options?: CheckOptions): Promise<Check>;
  /** The quotations in a message, each to be checked: between marks, in block quotes, or else the whole of it. */
  quotationsIn(message: string): Promise<readonly Claim[]>;
  /** Reads now what is else read when the first question or check comes: it would have to wait for it. */
  prepare(): Promise<void>;
  /** Resolves when the vectors of all passages are there; they are made in the background, and questions are answered meanwhile. */
  vectors(): Promise<void>;
  /** Ends what is made in the background; whoever still asks gets an answer. */
  close(): void;
  /** How alike a text and others are in what they mean, in whatever words and language. */
  readonly likeness: Likeness;
  /** What parties and people hold, what is proposed, and joint statements. */
  readonly positions: Positions;
  readonly suggest: Suggestions;
}

/**
 * Opens a folder of Markdown documents with their dossier, or a `.jsonl` file of plain texts.
 * Throws `ProblemsError` where nothing can be used, or, when strict, where anything is wrong.
 */
export async function openLibrary(path: string, options: LibraryOptions = {}): Promise<Library> {
  return libraryOf(await collectionAt(path, options), options);
}

/**
 * The same while another library answers: the work is done in slices of a few milliseconds, and questions have their
 * turn in between.
 */
export async function openLibraryBeside(path: string, options: LibraryOptions = {}): Promise<Library> {
  return gently(librarySteps(await collectionAt(path, options), undefined, options));
}

async function collectionAt(path: string, options: LibraryOptions): Promise<Collection> {
  const collection = await readCollection(path);
  if (options.strict && collection.problems.length > 0) throw new ProblemsError(collection.problems);
  return collection;
}

/**
 * The library of a collection that was read already. Questions are indexed when the first is asked, which takes ten seconds
 * for 100,000 paragraphs: whoever only checks quotations does not wait for it.
 */
export function libraryOf(collection: Collection, options: ReadingOptions = {}): Library {
  const parts = partsOf(collection, options);
  const { answering, withdrawn, searching } = parts;
  const written = opened(() => atOnce(writtenSteps(answering)));
  return assembled(
    parts,
    opened(() => atOnce(searchSteps(answering, { ...searching, written: written() }))),
    new QuoteFinder(answering),
    { wording: wordingOf(answering, written), withdrawnWording: wordingOf(withdrawn) },
  );
}

/** The same with its index, in steps, for while another library answers. `known` are passages that were read already. */
export function* librarySteps(
  collection: Collection,
  known?: WeakMap<Passage, ReadPassage>,
  options: ReadingOptions = {},
): Steps<Library> {
  const parts = partsOf(collection, options);
  const { answering, withdrawn, searching } = parts;
  const written = yield* writtenSteps(answering);
  const search = yield* searchSteps(answering, { ...searching, written, ...(known && { known }) });
  const wording = yield* wordingSteps(answering, written);
  const withdrawnWording = yield* wordingSteps(withdrawn);
  const quotes = new QuoteFinder(answering);
  yield* quotes.prepare();
  return assembled(parts, () => search, quotes, { wording, withdrawnWording });
}

/** What a library is put together from. */
interface Parts {
  readonly collection: Collection;
  /** The passages that answer: all but those of withdrawn documents. */
  readonly answering: readonly Passage[];
  readonly withdrawn: readonly Passage[];
  readonly searching: SearchOptions;
  readonly likeness: Likeness;
  readonly closing: AbortController;
}

function partsOf(collection: Collection, { model, notRead }: ReadingOptions): Parts {
  const closing = new AbortController();
  return {
    ...{ collection, closing, likeness: openLikeness(model) },
    answering: collection.passages.filter(({ document }) => document.status !== 'withdrawn'),
    withdrawn: collection.passages.filter(({ document }) => document.status === 'withdrawn'),
    searching: {
      ...{ dossier: collection.dossier, closing: closing.signal },
      ...(model && { model }),
      ...(notRead && { notRead }),
    },
  };
}

function assembled(
  { collection, answering, withdrawn, closing, likeness }: Parts,
  search: () => Search,
  quotes: QuoteFinder,
  read: { readonly wording: Wording; readonly withdrawnWording: Wording },
): Library {
  const { documents, passages, dossier, problems } = collection;
  const byDocument = Map.groupBy(passages, ({ document }) => document);
  const passagesOf = (document: Document): readonly Passage[] => byDocument.get(document) ?? [];

  const book = openNames(dossier);
  const statements = remembered((document) =>
    statementsOf(document, passagesOf(document), book, languageOfDocument),
  );
  const near = (passage: Passage): readonly Statement[] => {
    const own = passagesOf(passage.document);
    return own.length > longestRead
      ? statementsNear(passage, own, book, languageOfDocument)
      : statements(passage.document);
  };

  const checker = new Checker({
    ...{ passages: answering, withdrawn, dossier, passagesOf, statementsOf: statements },
    ...read,
  });
  const findQuote = (words: string, source?: Document, most?: number): readonly QuoteMatch[] =>
    quotes.find(within(words, 'words'), ({ document }) => !source || document === source, most);

  const positions = openPositions(dossier, {
    ...{
      passagesOf,
      statementsOf: statements,
      mentions: (ids) => search().mentions(ids),
      about: (topic) => search().about(topic),
      nearTopic: (topic) => search().nearTopic(topic),
      likeness,
    },
    names: book,
    near: (question) =>
      search()
        .explain(question)
        .ranked.flatMap(({ index }) => search().read[index]?.passage.document ?? []),
    answering: async (question) => passageAnswering(await search().ask(question)),
  });

  return {
    documents,
    passages,
    dossier,
    problems,
    hints: async () => unmentioned(dossier, (ids) => search().mentions(ids)),
    prepare: async () => {
      search();
      checker.prepare();
      atOnce(quotes.prepare());
      for (const document of documents.slice(0, 1)) statements(document);
    },
    vectors: () => search().prepare(),
    close: () => closing.abort(),
    likeness,
    positions,
    ask: async (question, { signal } = {}) => search().ask(within(question, 'question'), signal),
    findQuote: async (words, source) => findQuote(words, source),
    cite: async (citation) => cite(citation, documents, passagesOf),
    document: async (name) =>
      name.trim() === '' || !fits(name, 'document') ? undefined : documentNamed(name, documents),
    passagesOf: async (document) => passagesOf(document),
    statementsOf: async (document) => statements(document),
    said: async (passage, part) => ({
      ...saying(near(passage), passage, part),
      quoted: quotationAt(passage.text, part) !== undefined,
      statement: spoken(near(passage), passage, part),
    }),
    check: async (text, options) => checker.check(within(text, 'quotation'), options),
    quotationsIn: async (message) => checker.quotationsIn(within(message, 'quotation')),
    suggest: openSuggestions({ answering, documents, findQuote, near: (typed) => search().near(typed) }),
  };
}

function passageAnswering({ outcome, citations }: Answer): Passage | undefined {
  return outcome === 'answer' ? citations[0]?.passage : undefined;
}

function cite(
  citation: string,
  documents: readonly Document[],
  passagesOf: (document: Document) => readonly Passage[],
): Cited {
  // What is put before a paragraph by ourselves, a document's id, may be as long as its operator likes.
  const whole = documents.find(({ id }) => citation.startsWith(`${id} `))?.id.length ?? 0;
  if (!fits(citation.slice(whole), 'citation')) return { found: false, reason: 'too-long' };
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

/** A document of more paragraphs is not read as a whole to say who spoke in one: a reply must leave in time. */
const longestRead = 400;
