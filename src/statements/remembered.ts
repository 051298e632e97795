// The speech in documents that were read already: reading one takes its time, and the same are asked for again and again.
import type { Document } from '../corpus/document.ts';
import type { Statement } from './statement.ts';

/** So many documents are kept as they were read: enough for those that are talked about, and little beside their texts. */
const mostRead = 256;

type ReadStatements = (document: Document) => readonly Statement[];

/** Reads a document once; of many, those asked for longest ago are forgotten. */
export function remembered(read: ReadStatements): ReadStatements {
  const known = new Map<Document, readonly Statement[]>();
  return (document) => {
    const statements = known.get(document) ?? read(document);
    known.delete(document);
    known.set(document, statements);
    const [oldest] = known.keys();
    if (known.size > mostRead && oldest) known.delete(oldest);
    return statements;
  };
}
