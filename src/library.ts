// The door to everything that is known: documents → passages → index → answer, visible in one function.
// It knows nothing of Discord, of the terminal or of a database, and returns data, never sentences of its own.
import { type Check, Checker, type CheckOptions } from './check/check.ts';
import type { Claim } from './check/claims.ts';
import { Wording } from './check/words/wording.ts';
import { checkText, type TextCheck, type TextOptions } from './check-text/check-text.ts';
import { type Problem, ProblemsError } from './common/errors.ts';
import { lately } from './common/lately.ts';
import { atOnce, gently, once, type Steps } from './common/steps.ts';
import { fits, within } from './common/typed.ts';
import { type Cited, cite } from './corpus/citing/cited.ts';
import { documentNamed } from './corpus/citing/document-names.ts';
import type { Document } from './corpus/document.ts';
import type { Dossier } from './corpus/dossier.ts';
import { type Collection, readCollection } from './corpus/files/collection.ts';
import { combined } from './corpus/files/combined.ts';
import { type NameBook, openNames } from './corpus/names/names.ts';
import type { Passage, Span } from './corpus/passages.ts';
import { Holding, type HoldingData, type Read, type ReadingOptions, readings } from './holding.ts';
import { type OwnNames, openOwnNames } from './people/corrections/own-names.ts';
import { withKnown } from './people/dossier.ts';
import type { People } from './people/people.ts';
import { type NamedOnes, namedOnes, openPositions, type Positions } from './positions/positions.ts';
import type { Answer, Search } from './search/answer.ts';
import { passageAnswering, passagesSaying } from './search/answering/saying.ts';
import type { QuoteMatch } from './search/find-quote.ts';
import { type Likeness, openLikeness } from './search/ranking/likeness.ts';
import { unmentioned } from './search/ranking/mentions.ts';
import { openSuggestions, type Suggestions } from './search/suggest.ts';
import { languageOf, languageOfDocument } from './search/text/language.ts';
import type { Said } from './statements/remembered.ts';
import type { Statement } from './statements/statement.ts';

export type { TextCheck, TextOptions } from './check-text/check-text.ts';
export type { Cited } from './corpus/citing/cited.ts';
export { type HoldingData, type Read, type ReadingOptions, readings } from './holding.ts';
export type { Fault, Outcome } from './people/corrections/corrections.ts';
export type { OwnName } from './people/corrections/own-names.ts';
export type { Said } from './statements/remembered.ts';
export type { Statement } from './statements/statement.ts';

export interface LibraryOptions extends ReadingOptions {
  /** Refuse to open where anything at all is wrong in the sources; otherwise what is wrong is left out. */
  readonly strict?: boolean;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Only these documents may answer. */
  readonly of?: readonly Document[] | undefined;
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
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** Finds quotations by some of their words, the first thousand; `source` limits it to one document. */
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
  /**
   * Every quotation of a text and every claim without marks, in order, each checked; in small steps, so that whoever asks meanwhile does
   * not wait for all of it. Rejects with the signal's reason where it is given up.
   */
  checkText(text: string, options?: TextOptions): Promise<TextCheck>;
  /** The quotations in a message, each to be checked: between marks, in block quotes, or else the whole of it. */
  quotationsIn(message: string): Promise<readonly Claim[]>;
  /** Reads now what is else read when the first question or check comes: it would have to wait for it. */
  prepare(): Promise<void>;
  /** Resolves when the vectors of all passages are there; they are made in the background, and questions are answered meanwhile. */
  vectors(): Promise<void>;
  /** Ends what is made in the background; whoever still asks gets an answer. */
  close(): void;
  /**
   * A library with more documents beside those of this one, made while this one answers: nothing of this one is read again, so that it
   * costs what they cost. Only where they take an id of one of these all is read as a whole. Their dossier is this one's.
   */
  beside(more: Collection): Promise<Library>;
  /** How alike a text and others are in what they mean, in whatever words and language. */
  readonly likeness: Likeness;
  /** What parties and people hold, what is proposed, and joint statements. */
  readonly positions: Positions;
  readonly suggest: Suggestions;
  /** Whom a server's own documents name. */
  readonly names: OwnNames;
}

/** A library that is read here, in steps that whoever holds it may take between other things. */
export interface ReadLibrary extends Library {
  /** Reads what is else read when it is first needed. */
  readSteps(what: Read): Steps<void>;
  /** `beside`, in steps. */
  besideSteps(more: Collection): Steps<ReadLibrary>;
  /** What was read, to be kept; once, and only where that was asked for. */
  data(): HoldingData | undefined;
}

/**
 * Opens a folder of Markdown documents with their dossier, or a `.jsonl` file of plain texts.
 * Throws `ProblemsError` where nothing can be used, or, when strict, where anything is wrong.
 */
export async function openLibrary(path: string, options: LibraryOptions = {}): Promise<ReadLibrary> {
  return libraryOf(await collectionAt(path, options), options);
}

/** The sources at a path; what is wrong in them is left out, or, when strict, refused with `ProblemsError`. */
export async function collectionAt(
  path: string,
  options: Pick<LibraryOptions, 'strict'>,
): Promise<Collection> {
  const collection = await readCollection(path);
  if (options.strict && collection.problems.length > 0) throw new ProblemsError(collection.problems);
  return collection;
}

/**
 * The library of a collection that was read already. Questions are indexed when the first is asked, which takes ten seconds
 * for 100,000 paragraphs: whoever only checks quotations does not wait for it.
 */
export function libraryOf(collection: Collection, options: ReadingOptions = {}): ReadLibrary {
  return assembled([new Holding(collection, options)], options);
}

/** The same with its index, in steps, for while another library answers. */
export function* librarySteps(collection: Collection, options: ReadingOptions = {}): Steps<ReadLibrary> {
  const library = libraryOf(collection, options);
  for (const what of readings) yield* library.readSteps(what);
  return library;
}

/** What somebody takes whom documents name, in characters (src/common/lately.ts). */
const charactersAName = 100;

/** Nobody reads more; a letter stands in every paragraph, and each match goes to another thread. */
const mostFound = 1_000;

/** Of holdings that stand beside each other the last searches all; the library is its own, and closes with it. */
function assembled(
  holdings: readonly [Holding, ...Holding[]],
  given: ReadingOptions,
  beside?: NamedOnes,
): ReadLibrary {
  // What was kept or filed is of this one's passages.
  const { kept: _, keeps: __, filing: ___, ...options } = given;
  const own = holdings.at(-1) ?? holdings[0];
  const { dossier } = own.collection;
  // Put together where they are wanted: many libraries stand beside the same ones.
  const documents = (): Document[] => holdings.flatMap(({ collection }) => collection.documents);
  const passages = (): Passage[] => holdings.flatMap(({ collection }) => collection.passages);
  const problems = holdings.flatMap((each) => each.collection.problems);
  const holdingOf = (document: Document): Holding =>
    holdings.find((each) => each.passagesOf(document) !== undefined) ?? own;
  const passagesOf = (document: Document): readonly Passage[] =>
    holdingOf(document).passagesOf(document) ?? [];
  const statementsOf = (document: Document): readonly Statement[] =>
    holdingOf(document).statements.of(document);
  const search = (): Search => own.search.get();
  const people = (): People => own.people.get();

  // What is made of all whom the documents name is kept where it stands by itself, and else while it is used.
  const made = <T>(make: () => T): (() => T) =>
    holdings.length === 1 ? once(make) : lately(make, () => people().known.length * charactersAName);
  const checked = {
    wording: new Wording(holdings.map(({ wording }) => wording)),
    withdrawn: new Wording(holdings.map(({ withdrawn }) => withdrawn)),
    ...{ passagesOf, statementsOf },
  };
  const checker = new Checker({ ...checked, dossier });
  /** Where somebody is said to have spoken, all whom the documents name are known. */
  const speakerChecker = made(() => {
    const namesIn = (document: Document): NameBook => people().in(document);
    return new Checker({ ...checked, dossier: withKnown(dossier, people().known), namesIn });
  });
  const check: Checker['check'] = (text, given) =>
    (given?.speaker?.trim() ? speakerChecker() : checker).check(within(text, 'quotation'), given);
  const languages = once(() => new Set(documents().map(languageOfDocument)));
  const textSources = {
    ...{ check, isName: checker.isName, names: openNames(dossier), languageOf },
    get languages() {
      return languages();
    },
    answering: async (words: string) => passagesSaying(await search().ask(words)),
    nearest: async (words: string) => (await search().ask(words)).citations[0]?.passage,
  };
  const findQuote = (words: string, source?: Document, most?: number): readonly QuoteMatch[] => {
    const isWithin = ({ document }: Passage): boolean => !source || document === source;
    const found = holdings.flatMap(({ quotes }) => quotes.find(within(words, 'words'), isWithin, most));
    const [quoted, others] = [found.filter((one) => one.quoted), found.filter((one) => !one.quoted)];
    return [...quoted, ...others].slice(0, most);
  };

  const likeness = openLikeness(options.model);
  const joint = holdings.flatMap((each) => each.joint);
  const ones = beside && own.joint.length === 0 ? beside : namedOnes(dossier, joint);
  const positions = openPositions(
    { dossier, ones },
    {
      ...{
        passagesOf,
        statementsOf,
        // What the index counted goes before: so it was told which documents to read when there were no others.
        mentions: (ids) => new Map([...people().mentions(ids), ...search().mentions(ids)]),
        about: (topic) => search().about(topic),
        nearTopic: (topic) => search().nearTopic(topic),
        likeness,
      },
      namesIn: (document) => people().in(document),
      known: () => people().known,
      near: async (question) => {
        const { ranked } = await search().explain(question);
        return ranked.flatMap(({ index }) => search().parts.passages.at(index)?.passage.document ?? []);
      },
      answering: async (question) => passageAnswering(await search().ask(question)),
    },
  );

  const readSteps = function* (what: Read): Steps<void> {
    for (const holding of holdings) yield* holding.readSteps(what);
  };
  const besideSteps = function* (more: Collection): Steps<ReadLibrary> {
    const both = combined({ documents: documents(), passages: passages(), dossier, problems }, more);
    if (both) return yield* librarySteps(both, options);
    const next = new Holding(more, { ...options, beside: own });
    yield* next.readSteps('questions');
    return assembled([...holdings, next], options, ones);
  };

  return {
    get documents() {
      return documents();
    },
    get passages() {
      return passages();
    },
    dossier,
    problems,
    hints: async () => unmentioned(dossier, (ids) => search().mentions(ids)),
    prepare: async () => {
      for (const what of readings) atOnce(readSteps(what));
      for (const document of documents().slice(0, 1)) statementsOf(document);
      await search().filed();
    },
    vectors: () => search().prepare(),
    close: () => own.close(),
    ...{ readSteps, besideSteps, data: () => own.data() },
    beside: (more) => gently(besideSteps(more)),
    likeness,
    positions,
    names: openOwnNames(people, own.collection.corrections !== undefined),
    ask: async (question, { signal, of } = {}) => search().ask(within(question, 'question'), signal, of),
    findQuote: async (words, source) => findQuote(words, source, mostFound),
    cite: async (citation) => cite(citation, documents(), passagesOf),
    document: async (name) =>
      name.trim() === '' || !fits(name, 'document') ? undefined : documentNamed(name, documents()),
    passagesOf: async (document) => passagesOf(document),
    statementsOf: async (document) => statementsOf(document),
    said: async (passage, part) => holdingOf(passage.document).statements.said(passage, part),
    check: async (text, given) => check(text, given),
    checkText: async (text, given) => checkText(within(text, 'text'), textSources, given),
    quotationsIn: async (message) => checker.quotationsIn(within(message, 'quotation')),
    suggest: openSuggestions({
      lists: holdings.map((each) => ({
        ...{ documents: each.collection.documents, answering: each.answering },
        passagesOf: (document) => each.passagesOf(document),
      })),
      ...{ findQuote, near: (typed) => search().near(typed) },
    }),
  };
}
