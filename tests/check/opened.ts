// A checker over a text that a test writes down.
import { type Check, Checker } from '../../src/check/check.ts';
import { givenOf } from '../../src/check/words/given.ts';
import { Wording, type WordingPart, wordingPart } from '../../src/check/words/wording.ts';
import { wordsOf } from '../../src/check/words/words.ts';
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

/** The words of texts as one stream, each text a document; `parted` into so many lists of documents that are read one beside the other. */
export function streamOf(
  texts: readonly string[],
  { parted = 1, kind = 'statement' as Document['kind'] } = {},
) {
  const documents = texts.map((text, at) => documentOf(text, { id: `d${at}`, kind }));
  const passages = documents.map((document) => passagesOf(document, { headings: false }));
  const most = Math.ceil(texts.length / parted);
  const parts: WordingPart[] = [];
  for (let from = 0; from < texts.length; from += most)
    parts.push(wordingPart(passages.slice(from, from + most).flat(), { beside: parts.at(-1) }));
  const { stream } = new Wording(parts);
  return {
    ...{ stream, documents, passages: passages.flat() },
    given: (text: string) => givenOf(text, wordsOf(text), stream),
  };
}
