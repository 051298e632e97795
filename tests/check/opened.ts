// A checker over a text that a test writes down.
import { type Check, Checker } from '../../src/check/check.ts';
import { Wording, wordingPart } from '../../src/check/words/wording.ts';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import { documentOf } from '../statements/reading.ts';

/** A statement's text with others beside it, so that its words are rare among them. */
export function open(text: string, kind: Document['kind'] = 'statement') {
  const beside = 'Rain fell on roofs, and markets were busy with fish, bread and wool from far away hills.';
  const documents = [documentOf(text, { id: 'a', kind }), documentOf(beside, { id: 'b', kind })];
  const passages = documents.flatMap((document) => passagesOf(document, { headings: false }));
  const wording = new Wording([wordingPart(passages)]);
  const checker = new Checker({
    ...{ wording, dossier: emptyDossier, statementsOf: () => [] },
    passagesOf: (document) => passages.filter((passage) => passage.document === document),
  });
  const check = (quoted: string) => checker.check(quoted);
  return { wording, check, said: (quoted: string) => told(check(quoted)) };
}

function told({ verdict, flags }: Check): string {
  return [verdict, ...flags].join(' ');
}
