// What positions are found in: the dossier, the documents, the speech in them, and search.
import type { Document } from '../corpus/document.ts';
import type { JointStatement, Proposal } from '../corpus/dossier.ts';
import type { NameBook } from '../corpus/names/names.ts';
import type { Passage } from '../corpus/passages.ts';
import type { Likeness } from '../search/ranking/likeness.ts';
import type { Mentions } from '../search/ranking/mentions.ts';
import type { About, NearTopic } from '../search/ranking/topic.ts';
import type { Statement } from '../statements/statement.ts';
import type { Everybody } from './who.ts';

export interface Sources {
  /** Those of the dossier. */
  readonly everybody: Everybody;
  /** The names of a document, as it means them. */
  readonly namesIn: (document: Document) => NameBook;
  readonly proposals: readonly Proposal[];
  readonly statements: readonly JointStatement[];
  readonly passagesOf: (document: Document) => readonly Passage[];
  readonly statementsOf: (document: Document) => readonly Statement[];
  /** The documents that name ids, and how often. */
  readonly mentions: Mentions;
  /** The passage that answers a question; none where the sources do not answer it. */
  readonly answering: (question: string) => Promise<Passage | undefined>;
  /** The documents nearest to a question, best first. */
  readonly near: (question: string) => Promise<readonly Document[]>;
  readonly about: (topic: string) => About;
  /** What lies near to a topic by its meaning, as far as that can be told. */
  readonly nearTopic: (topic: string) => Promise<NearTopic | undefined>;
  readonly likeness: Likeness;
}
