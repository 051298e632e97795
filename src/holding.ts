// What a library holds of one collection. It is read once, however many libraries stand on it: a server's own documents stand beside
// those that all servers share.
import { type WordingPart, wordingPart, wordingSteps } from './check/wording.ts';
import type { Collection } from './corpus/collection.ts';
import type { Document } from './corpus/document.ts';
import { openNames } from './corpus/names.ts';
import type { Passage } from './corpus/passages.ts';
import { writtenSteps } from './corpus/written.ts';
import type { NotRead } from './reading/reader.ts';
import type { ModelSource } from './reading/source.ts';
import { type Search, searchSteps } from './search/answer.ts';
import { QuoteFinder } from './search/find-quote.ts';
import { languageOfDocument } from './search/language.ts';
import { openStatements, type Statements } from './statements/remembered.ts';
import { Made, type Steps } from './steps.ts';

/** What concerns the search. */
export interface ReadingOptions {
  /** Reads questions beside passages; without one, words alone decide. */
  readonly model?: ModelSource;
  /** Is told of each question that the model had no time for, and that words alone decided. */
  readonly notRead?: (error: NotRead) => void;
}

/** What is read of passages before somebody looks for quotations, checks them, or asks questions: from the quickest to the slowest. */
export const readings = ['quotations', 'checks', 'questions'] as const;
export type Read = (typeof readings)[number];

export interface HoldingOptions extends ReadingOptions {
  /** What it stands beside; its dossier is the same. */
  readonly beside?: Holding;
}

export class Holding {
  readonly collection: Collection;
  /** The passages that answer: all but those of withdrawn documents. */
  readonly answering: readonly Passage[];
  readonly statements: Statements;
  readonly quotes: QuoteFinder;
  /** Of what answers, and of what was withdrawn. */
  readonly wording: WordingPart;
  readonly withdrawn: WordingPart;
  /** Over what it stands beside as well. */
  readonly search: Made<Search>;
  readonly #byDocument: ReadonlyMap<Document, readonly Passage[]>;
  readonly #closing = new AbortController();

  constructor(collection: Collection, { beside, ...options }: HoldingOptions) {
    const { passages, dossier } = collection;
    this.collection = collection;
    this.#byDocument = Map.groupBy(passages, ({ document }) => document);
    const isWithdrawn = ({ document }: Passage): boolean => document.status === 'withdrawn';
    const answering = passages.filter((passage) => !isWithdrawn(passage));
    this.answering = answering;
    this.statements = openStatements(
      openNames(dossier),
      (document) => this.passagesOf(document) ?? [],
      languageOfDocument,
    );
    this.quotes = new QuoteFinder(answering);
    const written = new Made(() => writtenSteps(answering));
    this.wording = wordingPart(answering, written, beside?.wording);
    this.withdrawn = wordingPart(passages.filter(isWithdrawn), undefined, beside?.withdrawn);
    const closing = this.#closing.signal;
    this.search = new Made(function* () {
      const shared = { ...options, dossier, closing, beside: beside?.search.get() };
      return yield* searchSteps(answering, { ...shared, written: yield* written.steps() });
    });
  }

  /** Undefined where the document is none of these. */
  passagesOf(document: Document): readonly Passage[] | undefined {
    return this.#byDocument.get(document);
  }

  /** Reads now what is else read when it is first needed. */
  *readSteps(what: Read): Steps<void> {
    if (what === 'quotations') yield* this.quotes.prepare();
    else if (what === 'questions') yield* this.search.steps();
    else for (const each of [this.wording, this.withdrawn]) yield* wordingSteps(each);
  }

  /** Ends what is made in the background; whoever still asks gets an answer. */
  close(): void {
    this.#closing.abort();
  }
}
