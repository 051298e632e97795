// What is said between the thread that answers Discord and that of the library. Both ends are ours, so the types are enough.
import type { Correction } from '../corpus/correction.ts';
import type { Document } from '../corpus/document.ts';
import type { Library } from '../library.ts';
import type { Positions } from '../positions/positions.ts';
import type { QuestionJob } from '../reading/jobs.ts';
import type { NotRead, ReadablePassage } from '../reading/reader.ts';
import type { Suggestions } from '../search/suggest.ts';
import type { SentDocument, SentError } from './wire.ts';

/** What may be asked of a library in another thread, each by the path to its method. */
export interface Methods {
  readonly hints: Library['hints'];
  readonly ask: (question: string, of?: readonly Document[]) => ReturnType<Library['ask']>;
  readonly findQuote: Library['findQuote'];
  readonly cite: Library['cite'];
  readonly document: Library['document'];
  readonly statementsOf: Library['statementsOf'];
  readonly said: Library['said'];
  readonly check: Library['check'];
  readonly checkText: (text: string) => ReturnType<Library['checkText']>;
  readonly quotationsIn: Library['quotationsIn'];
  readonly vectors: Library['vectors'];
  readonly prepare: Library['prepare'];
  /** Waits until all is read. */
  readonly ready: () => Promise<void>;
  readonly 'suggest.quotations': Suggestions['quotations'];
  readonly 'suggest.passages': Suggestions['passages'];
  readonly 'suggest.documents': Suggestions['documents'];
  readonly 'names.list': Library['names']['list'];
  readonly 'names.called': Library['names']['called'];
  readonly 'names.suggest': Library['names']['suggest'];
  readonly 'names.outcomes': Library['names']['outcomes'];
  readonly 'names.tried': Library['names']['tried'];
  readonly 'positions.who': Positions['who'];
  readonly 'positions.called': Positions['called'];
  readonly 'positions.position': Positions['position'];
  readonly 'positions.proposalNamed': Positions['proposalNamed'];
  readonly 'positions.proposal': Positions['proposal'];
  readonly 'positions.statementNamed': Positions['statementNamed'];
  readonly 'positions.sectionsNamed': Positions['sectionsNamed'];
  readonly 'positions.jointStatement': Positions['jointStatement'];
  readonly 'positions.saidBy': Positions['saidBy'];
  readonly 'positions.suggest.who': Positions['suggest']['who'];
  readonly 'positions.suggest.topics': Positions['suggest']['topics'];
  readonly 'positions.suggest.proposals': Positions['suggest']['proposals'];
  readonly 'positions.suggest.statements': Positions['suggest']['statements'];
  readonly 'positions.suggest.sections': Positions['suggest']['sections'];
  readonly 'positions.suggest.quotations': Positions['suggest']['quotations'];
}

export type Method = keyof Methods;

/** To the library's thread. Values are packed (wire.ts). */
export type Asked =
  | { readonly kind: 'documents'; readonly documents: readonly SentDocument[] }
  | { readonly kind: 'dossier'; readonly number: number; readonly dossier: unknown }
  | Opening
  | Call
  /** Nobody wants its answer any more. */
  | { readonly kind: 'giveUp'; readonly call: number }
  /** Nobody needs it any more: what it makes in the background ends, and it answers whoever still asks. */
  | { readonly kind: 'stop'; readonly library: number }
  | { readonly kind: 'close'; readonly library: number }
  | { readonly kind: 'forget'; readonly documents: readonly number[]; readonly dossiers: readonly number[] }
  /** A vector that a library waits for, as soon as it is made. */
  | { readonly kind: 'vector'; readonly job: number; readonly key: string; readonly vector: Int8Array }
  | { readonly kind: 'modelDid'; readonly job: number; readonly result?: unknown; readonly notRead?: Why };

export interface Opening {
  readonly kind: 'open';
  readonly library: number;
  readonly documents: readonly number[];
  /** Documents of which passages are looked into, and which are none of the library's: earlier versions. */
  readonly unlisted: readonly number[];
  readonly dossier: number;
  readonly corrections: readonly Correction[] | undefined;
  /** The library beside which it stands. */
  readonly beside?: number;
  /** Whether what is read of it may be kept in a file: of what all servers share alone. */
  readonly keeps: boolean;
}

export interface Call {
  readonly kind: 'call';
  readonly call: number;
  readonly library: number;
  /** Whose turn it is: one line after the other, call by call. */
  readonly line: string;
  readonly method: Method;
  readonly given: unknown;
}

export type Why = NotRead['reason'];

/** What a library wants of the model. */
export type ModelJob =
  | { readonly kind: 'loaded' }
  | QuestionJob
  | { readonly kind: 'prepare'; readonly passages: readonly ReadablePassage[] };

/** From the library's thread. */
export type Told =
  | { readonly kind: 'done'; readonly call: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly call: number; readonly error: SentError }
  /** `call`: for which it is wanted; 0 where nobody asked. */
  | { readonly kind: 'model'; readonly job: number; readonly call: number; readonly wanted: ModelJob }
  | { readonly kind: 'modelStop'; readonly job: number }
  | { readonly kind: 'notRead'; readonly reason: Why }
  /** Something failed that nobody had asked for. */
  | { readonly kind: 'troubled'; readonly error: SentError }
  /** So many passages are filed in the database, where they were not. */
  | { readonly kind: 'filed'; readonly done: number; readonly all: number }
  /** They cannot be filed there, and are in memory. */
  | { readonly kind: 'notFiled'; readonly error: SentError }
  /** What was read could not be kept for the next time. */
  | { readonly kind: 'notKept'; readonly error: SentError };

/** What the thread is given when it starts. */
export interface ThreadData {
  /** Whether there is a model to be asked. */
  readonly model: boolean;
  readonly snapshot: string | undefined;
  /** The database in which passages are filed; in memory where there is none. */
  readonly search: string | undefined;
  /** `signs`: what the thread is at, for whoever must end it. */
  readonly signs: SharedArrayBuffer;
}
