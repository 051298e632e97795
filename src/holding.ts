// What a library holds of one collection. It is read once, however many libraries stand on it: a server's own documents stand beside
// those that all servers share.
import type { StreamData } from './check/words/stream-part.ts';
import { type WordingPart, wordingPart, wordingSteps } from './check/words/wording.ts';
import { Lately } from './common/lately.ts';
import { type Keeping, Made, type Making, type Steps } from './common/steps.ts';
import type { Document } from './corpus/document.ts';
import type { Collection } from './corpus/files/collection.ts';
import { openNames } from './corpus/names/names.ts';
import type { Passage } from './corpus/passages.ts';
import { type WrittenData, writtenDataSteps, writtenOf } from './corpus/text/written.ts';
import { type JointText, jointTextsOf } from './joint/joint-text.ts';
import type { PeopleData } from './people/data.ts';
import { openPeopleSteps, type People } from './people/people.ts';
import { peopleSteps } from './people/steps.ts';
import type { NotRead } from './reading/reader.ts';
import type { ModelSource } from './reading/source.ts';
import { partDataOf, type Search, searchSteps } from './search/answer.ts';
import { QuoteFinder } from './search/find-quote.ts';
import type { Filing } from './search/index/candidates.ts';
import type { PartData } from './search/index/parts.ts';
import { namedDocumentsSteps } from './search/named-documents.ts';
import { languageOfDocument } from './search/text/language.ts';
import type { LettersData } from './search/text/letters-data.ts';
import { openStatements, type Statements } from './statements/remembered.ts';

/** What concerns the search. */
export interface ReadingOptions {
  /** Reads questions beside passages; without one, words alone decide. */
  readonly model?: ModelSource;
  /** Is told of each question that the model had no time for, and that words alone decided. */
  readonly notRead?: (error: NotRead) => void;
  /** What was read of the same passages before. */
  readonly kept?: HoldingData | undefined;
  /** Whether what is read is to be kept. */
  readonly keeps?: boolean;
  /** Where the passages are filed, where that is not in memory. */
  readonly filing?: Filing | undefined;
}

function partedPassages({ passages }: Collection): Record<'answering' | 'withdrawn', readonly Passage[]> {
  const isWithdrawn = ({ document }: Passage): boolean => document.status === 'withdrawn';
  return {
    answering: passages.filter((passage) => !isWithdrawn(passage)),
    withdrawn: passages.filter(isWithdrawn),
  };
}

/** What is read of passages before somebody looks for quotations, checks them, asks questions, or asks for people: one after the other. */
export const readings = ['quotations', 'checks', 'questions', 'people'] as const;
export type Read = (typeof readings)[number];

/** What is read of the passages that answer, in rows that can be kept in a file. */
export interface HoldingData {
  readonly letters: LettersData;
  readonly written: WrittenData;
  readonly stream: StreamData;
  readonly part: PartData;
  readonly people: PeopleData;
}

export interface HoldingOptions extends ReadingOptions {
  /** What it stands beside; its dossier is the same. */
  readonly beside?: Holding;
}

export class Holding {
  readonly collection: Collection;
  /** The passages that answer: all but those of withdrawn documents. */
  readonly answering: readonly Passage[];
  readonly statements: Statements;
  /** The joint texts among its documents. */
  readonly joint: readonly JointText[];
  readonly quotes: QuoteFinder;
  /** Of what answers, and of what was withdrawn. */
  readonly wording: WordingPart;
  readonly withdrawn: WordingPart;
  /** Over what it stands beside as well. */
  readonly search: Made<Search>;
  /** Who speaks and is named in it, and in what it stands beside. */
  readonly people: Making<People>;
  readonly #byDocument: ReadonlyMap<Document, readonly Passage[]>;
  readonly #written: Made<WrittenData>;
  readonly #people: Making<PeopleData>;
  readonly #closing = new AbortController();
  /** Where it is to be kept. */
  #part: PartData | undefined;

  constructor(collection: Collection, { beside, ...options }: HoldingOptions) {
    const { passages, dossier } = collection;
    this.collection = collection;
    this.#byDocument = Map.groupBy(passages, ({ document }) => document);
    const { answering, withdrawn } = partedPassages(collection);
    this.answering = answering;
    this.joint = jointTextsOf(this.#byDocument);
    this.statements = openStatements(
      openNames(dossier),
      (document) => this.passagesOf(document) ?? [],
      languageOfDocument,
    );
    const { kept, keeps = false, ...reading } = options;
    // What stands beside another is one of many, and most of what may be asked of it is not.
    const keeping: Keeping = beside
      ? (make) => new Lately(make, () => collection.documents.reduce((sum, { text }) => sum + text.length, 0))
      : (make) => new Made(make);
    this.quotes = new QuoteFinder(answering, kept?.letters, keeping);
    this.#written = new Made(function* () {
      return kept ? kept.written : yield* writtenDataSteps(answering);
    });
    const data = this.#written;
    const written = new Made(function* () {
      return writtenOf(yield* data.steps());
    });
    this.wording = wordingPart(answering, { written, beside: beside?.wording, kept: kept?.stream, keeping });
    this.withdrawn = wordingPart(withdrawn, { beside: beside?.withdrawn });
    const { documents, corrections } = collection;
    const passagesIn = (document: Document): readonly Passage[] => this.passagesOf(document) ?? [];
    this.#people = keeping(function* () {
      return kept ? kept.people : yield* peopleSteps(documents, passagesIn);
    });
    const people = this.#people;
    this.people = keeping(function* () {
      return yield* openPeopleSteps(
        { data: yield* people.steps(), documents, corrections },
        dossier,
        beside?.people.get(),
      );
    });
    const keep = (part: PartData): void => {
      if (keeps) this.#part = part;
    };
    const closing = this.#closing.signal;
    this.search = new Made(function* () {
      const part = kept?.part ?? (yield* partDataOf(answering, { dossier, filing: reading.filing }));
      keep(part);
      const shared = { ...reading, dossier, closing, beside: beside?.search.get(), data: part };
      return yield* searchSteps(answering, { ...shared, written: yield* written.steps() });
    });
  }

  /** What was read; undefined before that, and where nobody said that it is to be kept. */
  data(): HoldingData | undefined {
    const part = this.#part;
    this.#part = undefined;
    return (
      part && {
        ...{ letters: this.quotes.data(), written: this.#written.get(), part, people: this.#people.get() },
        stream: this.wording.stream.get().data,
      }
    );
  }

  /** Undefined where the document is none of these. */
  passagesOf(document: Document): readonly Passage[] | undefined {
    return this.#byDocument.get(document);
  }

  /** Reads now what is else read when it is first needed. */
  *readSteps(what: Read): Steps<void> {
    if (what === 'quotations') yield* this.#quotationsSteps();
    else if (what === 'questions') yield* this.search.steps();
    else if (what === 'people') yield* this.people.steps();
    else for (const each of [this.wording, this.withdrawn]) yield* wordingSteps(each);
  }

  *#quotationsSteps(): Steps<void> {
    yield* namedDocumentsSteps(this.collection.documents);
    yield* this.quotes.prepare();
  }

  /** Ends what is made in the background; whoever still asks gets an answer. */
  close(): void {
    this.#closing.abort();
  }
}
