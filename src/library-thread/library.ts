// A library whose work is done in another thread. Its data is here as well: documents, passages and what the dossier tells are shown and
// compared without asking anybody.

import type { Problem } from '../common/errors.ts';
import type { Correction } from '../corpus/correction.ts';
import type { Document } from '../corpus/document.ts';
import type { Dossier } from '../corpus/dossier.ts';
import type { Collection } from '../corpus/files/collection.ts';
import { combined } from '../corpus/files/combined.ts';
import type { Passage } from '../corpus/passages.ts';
import { type JointText, jointTextsOf } from '../joint/joint-text.ts';
import type { Library } from '../library.ts';
import { type Positions, positionsData } from '../positions/positions.ts';
import type { Likeness } from '../search/ranking/likeness.ts';
import type { Suggestions } from '../search/suggest.ts';
import type { Method, Methods } from './messages.ts';

/** Whoever has the work done. */
export interface Doing {
  /** Rejects with the signal's reason where nobody waits any more. */
  call<M extends Method>(
    library: LibraryApart,
    method: M,
    given: Parameters<Methods[M]>,
    signal?: AbortSignal,
  ): ReturnType<Methods[M]>;
  /** Nobody asks it any more, but for those who do already. */
  closeLibrary(library: LibraryApart): void;
  readonly likeness: Likeness;
}

export interface ApartOptions {
  readonly base?: LibraryApart;
  readonly keeps?: boolean;
}

export class LibraryApart implements Library {
  readonly dossier: Dossier;
  readonly problems: readonly Problem[];
  readonly likeness: Likeness;
  readonly positions: Positions;
  readonly suggest: Suggestions;
  readonly names: Library['names'];
  /** Of its own documents. */
  readonly corrections: readonly Correction[] | undefined;
  /** Beside which it stands, and what is its own. */
  readonly base: LibraryApart | undefined;
  readonly own: ReadonlyMap<Document, readonly Passage[]>;
  /** Whether what is read of it may be kept in a file. */
  readonly keeps: boolean;
  readonly #doing: Doing;
  readonly #documents: readonly Document[];
  readonly #joint: readonly JointText[];

  constructor(doing: Doing, collection: Collection, { base, keeps = false }: ApartOptions = {}) {
    this.#doing = doing;
    this.base = base;
    this.keeps = keeps;
    const none = collection.documents.map((document): [Document, Passage[]] => [document, []]);
    this.own = new Map([...none, ...Map.groupBy(collection.passages, ({ document }) => document)]);
    this.#documents = collection.documents;
    this.problems = [...(base?.problems ?? []), ...collection.problems];
    this.dossier = collection.dossier;
    this.corrections = collection.corrections;
    this.likeness = doing.likeness;
    const call = this.#call.bind(this);
    this.suggest = suggestionsBy(call);
    this.names = namesBy(call);
    this.#joint = [...(base ? base.#joint : []), ...jointTextsOf(this.own)];
    this.positions = { ...positionsData(this.dossier, this.#joint), ...positionsBy(call) };
  }

  get documents(): readonly Document[] {
    return [...(this.base?.documents ?? []), ...this.#documents];
  }

  /** Put together when they are wanted: a thousand servers stand beside the same ones. */
  get passages(): readonly Passage[] {
    return [...(this.base?.passages ?? []), ...[...this.own.values()].flat()];
  }

  hints: Library['hints'] = () => this.#call('hints');
  ask: Library['ask'] = (question, { signal, of } = {}) =>
    this.#doing.call(this, 'ask', [question, of], signal);
  findQuote: Library['findQuote'] = (...given) => this.#call('findQuote', ...given);
  cite: Library['cite'] = (...given) => this.#call('cite', ...given);
  document: Library['document'] = (...given) => this.#call('document', ...given);
  passagesOf: Library['passagesOf'] = async (document) =>
    this.own.get(document) ?? (await this.base?.passagesOf(document)) ?? [];
  statementsOf: Library['statementsOf'] = (...given) => this.#call('statementsOf', ...given);
  said: Library['said'] = (...given) => this.#call('said', ...given);
  check: Library['check'] = (...given) => this.#call('check', ...given);
  /** What is told of how much is done stays in the other thread. */
  checkText: Library['checkText'] = (text, { signal } = {}) =>
    this.#doing.call(this, 'checkText', [text], signal);
  quotationsIn: Library['quotationsIn'] = (...given) => this.#call('quotationsIn', ...given);
  prepare: Library['prepare'] = () => this.#call('prepare');
  /** Where the thread ends before they are there, the next question goes on with them. */
  vectors: Library['vectors'] = () => this.#call('vectors').catch(() => undefined);

  close(): void {
    this.#doing.closeLibrary(this);
  }

  async beside(more: Collection): Promise<Library> {
    const { dossier } = this;
    const both = combined(this, more);
    const library = both
      ? new LibraryApart(this.#doing, both)
      : new LibraryApart(this.#doing, { ...more, dossier }, { base: this });
    try {
      await this.#doing.call(library, 'ready', []);
      return library;
    } catch (error) {
      // Nobody gets it, so nobody would close it.
      library.close();
      throw error;
    }
  }

  #call<M extends Method>(method: M, ...given: Parameters<Methods[M]>): ReturnType<Methods[M]> {
    return this.#doing.call(this, method, given);
  }
}

type CallBy = <M extends Method>(method: M, ...given: Parameters<Methods[M]>) => ReturnType<Methods[M]>;

function suggestionsBy(call: CallBy): Suggestions {
  return {
    quotations: (...given) => call('suggest.quotations', ...given),
    passages: (...given) => call('suggest.passages', ...given),
    documents: (...given) => call('suggest.documents', ...given),
  };
}

function namesBy(call: CallBy): Library['names'] {
  return {
    list: (...given) => call('names.list', ...given),
    called: (...given) => call('names.called', ...given),
    suggest: (...given) => call('names.suggest', ...given),
    outcomes: (...given) => call('names.outcomes', ...given),
    tried: (...given) => call('names.tried', ...given),
  };
}

function positionsBy(call: CallBy): Omit<Positions, 'everybody' | 'proposals' | 'statements'> {
  return {
    who: (...given) => call('positions.who', ...given),
    called: (...given) => call('positions.called', ...given),
    position: (...given) => call('positions.position', ...given),
    proposalNamed: (...given) => call('positions.proposalNamed', ...given),
    proposal: (...given) => call('positions.proposal', ...given),
    statementNamed: (...given) => call('positions.statementNamed', ...given),
    sectionsNamed: (...given) => call('positions.sectionsNamed', ...given),
    jointStatement: (...given) => call('positions.jointStatement', ...given),
    saidBy: (...given) => call('positions.saidBy', ...given),
    suggest: {
      who: (...given) => call('positions.suggest.who', ...given),
      topics: (...given) => call('positions.suggest.topics', ...given),
      proposals: (...given) => call('positions.suggest.proposals', ...given),
      statements: (...given) => call('positions.suggest.statements', ...given),
      sections: (...given) => call('positions.suggest.sections', ...given),
      quotations: (...given) => call('positions.suggest.quotations', ...given),
    },
  };
}
