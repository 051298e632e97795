// A checker over a text that a test writes down.
import { type Check, Checker } from '../../src/check/check.ts';
import { givenOf } from '../../src/check/words/given.ts';
import { Wording, type WordingPart, wordingPart } from '../../src/check/words/wording.ts';
import { wordsOf } from '../../src/check/words/words.ts';
import type { Document } from '../../src/corpus/document.ts';
import { emptyDossier } from '../../src/corpus/dossier.ts';
import { passagesOf } from '../../src/corpus/passages.ts';
import type { Speaker, Statement } from '../../src/statements/statement.ts';
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

/** The words of texts as one stream, each text a document; `parted` into so many lists, each beside the last. */
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

export type Who = Omit<Speaker, 'start' | 'end'>;
export const who = (text: string, more: Partial<Who> = {}): Who => ({ text, kind: 'named', ...more });

/** The statements of a document: words of it, parted by `…`, each with who says them. */
export function statementsSaid(
  { text }: Document,
  said: readonly (readonly [words: string, speaker?: Who])[],
): Statement[] {
  return said.flatMap(([words, speaker]) => {
    const spans = words
      .split(' … ')
      .map((part) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length }));
    return spans.some(({ start }) => start < 0) ? [] : [{ spans, speaker } as unknown as Statement];
  });
}

interface Setting {
  readonly kind?: Document['kind'];
  readonly said?: readonly (readonly [words: string, speaker?: Who])[];
  readonly people?: readonly { readonly id: string; readonly name: string; readonly party?: string }[];
  readonly withdrawn?: readonly string[];
}

/** A checker over texts, each a document, with others beside them so that their words are rare. */
export function checkerOf(
  texts: readonly string[],
  { kind = 'news', said = [], people = [], withdrawn = [] }: Setting = {},
) {
  const rare = Array.from({ length: 400 }, (_, n) => `beside${n}`).join(' ');
  const documentsOf = (all: readonly string[], name: string) =>
    all.map((text, at) => documentOf(text, { id: `${name}${at}`, kind }));
  const documents = documentsOf([...texts, rare], 'd');
  const gone = documentsOf(withdrawn, 'gone');
  const passages = (all: readonly Document[]) => all.flatMap((one) => passagesOf(one, { headings: false }));
  const [here, there] = [passages(documents), passages(gone)];
  const part = wordingPart(here);
  const dossier = { ...emptyDossier, people: people.map((one) => ({ ...one, spellings: [], called: [] })) };
  const checker = new Checker({
    ...{ wording: new Wording([part]), withdrawn: new Wording([wordingPart(there)]), dossier },
    passagesOf: (document) => [...here, ...there].filter((passage) => passage.document === document),
    statementsOf: (document) => statementsSaid(document, said),
  });
  return {
    checker,
    documents,
    told: (text: string, speaker?: string) => told(checker.check(text, { speaker })),
  };
}
