// What is known of the speech in documents: reading one takes its time, and the same are asked for again and again.
import { LRUCache } from 'lru-cache';
import type { Document } from '../corpus/document.ts';
import type { NameBook } from '../corpus/names/names.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationAt } from '../corpus/text/quotations.ts';
import { isRead, type LanguageOf, statementsNear, statementsOf } from './extract.ts';
import { type Saying, saying, spoken } from './saying.ts';
import type { Statement } from './statement.ts';

/** Who said a part of a passage, as far as its document tells; the clause may stand in a paragraph near by. */
export interface Said extends Saying {
  /** Whether the part is, or holds, words between quotation marks. */
  readonly quoted: boolean;
  /** Whether clauses are read in the document's language: else it may say who spoke, and nobody knows. */
  readonly isRead: boolean;
  /** The statement that the part is, as a whole; undefined where it holds other words as well. */
  readonly statement: Statement | undefined;
}

/** The statements of documents, each read when it is first asked for. */
export interface Statements {
  of(document: Document): readonly Statement[];
  said(passage: Passage, part: Span): Said;
}

/** So many documents are kept as they were read, and so many places of long ones: those that are talked about. */
const mostRead = 256;
/** A document of more paragraphs is not read as a whole to say who spoke in one: a reply must leave in time. */
const longestRead = 400;

export function openStatements(
  names: NameBook,
  passagesOf: (document: Document) => readonly Passage[],
  languageOf: LanguageOf,
): Statements {
  const whole = new LRUCache<Document, readonly Statement[]>({
    max: mostRead,
    memoMethod: (document) => statementsOf(document, passagesOf(document), names, languageOf),
  });
  const around = new LRUCache<Passage, readonly Statement[]>({
    max: mostRead,
    memoMethod: (passage) => statementsNear(passage, passagesOf(passage.document), names, languageOf),
  });
  return {
    of: (document) => whole.memo(document),
    said: (passage, part) => {
      const isLong = passagesOf(passage.document).length > longestRead;
      const statements = isLong ? around.memo(passage) : whole.memo(passage.document);
      const told = saying(statements, passage, part);
      const quoted = quotationAt(passage.text, part) !== undefined;
      return {
        ...told,
        quoted,
        // It is asked only where nobody was found.
        isRead: !quoted || told.clause !== undefined || isRead(passage.document, languageOf),
        statement: spoken(statements, passage, part),
      };
    },
  };
}
