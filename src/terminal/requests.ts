// What can be asked in the terminal, by a line in the conversation or by a command of the program: the same four
// requests, each with its text for people and its JSON for machines.
import type { Document } from '../corpus/document.ts';
import { UserError } from '../errors.ts';
import type { Library } from '../library.ts';
import type { Translate } from '../messages/messages.ts';
import { answerJson, documentJson, passageJson, quoteJson } from './json.ts';
import {
  type Reader,
  renderAnswer,
  renderCited,
  renderQuotes,
  renderSource,
  renderSources,
} from './render.ts';

/** A reply in both forms; only the one that is asked for is made. */
export interface Reply {
  readonly text: (reader: Reader) => string;
  readonly json: () => unknown;
}

export type Request = (library: Library, words: string, translate: Translate) => Reply;

export const ask: Request = (library, question, translate) => {
  if (question.trim() === '') throw refusal('answer.nothingAsked', translate('example.ask'));
  const answer = library.ask(question);
  return { text: (reader) => renderAnswer(answer, reader), json: () => answerJson(answer) };
};

export const quote: Request = (library, words, translate) => {
  if (words.trim() === '') throw refusal('quote.nothingAsked', translate('example.quote'));
  const matches = library.findQuote(words);
  return { text: (reader) => renderQuotes(matches, words, reader), json: () => matches.map(quoteJson) };
};

export const cite: Request = (library, citation, translate) => {
  const cited = library.cite(citation);
  if (cited.found) {
    return {
      text: (reader) => renderCited(cited, reader),
      json: () => cited.passages.map(passageJson),
    };
  }
  if (cited.reason === 'out-of-range') {
    const { document, paragraph, paragraphs } = cited;
    const values = { document: document.id, paragraph, count: paragraphs };
    throw new UserError({ key: 'citation.outOfRange', values });
  }
  if (cited.reason === 'no-document') throw noDocument(citation, library.documents);
  throw new UserError({
    key: 'citation.malformed',
    values: { citation, example: translate('example.cite') },
  });
};

export const sources: Request = (library, name) => {
  if (name.trim() === '') {
    return {
      text: (reader) => renderSources(library, reader),
      json: () =>
        library.documents.map((document) => documentJson(document, library.passagesOf(document).length)),
    };
  }
  const document = library.document(name);
  if (!document) throw noDocument(name, library.documents);
  const passages = library.passagesOf(document);
  return {
    text: (reader) => renderSource(document, passages, reader),
    json: () => documentJson(document, passages.length, passages),
  };
};

function refusal(key: 'answer.nothingAsked' | 'quote.nothingAsked', example: string): UserError {
  return new UserError({ key, values: { example } });
}

/** More documents than this are not named in an error; `/sources` lists them. */
const mostNamed = 8;

function noDocument(citation: string, documents: readonly Document[]): UserError {
  const ids = documents.slice(0, mostNamed).map(({ id }) => id);
  const named = documents.length > mostNamed ? [...ids, '…'] : ids;
  return new UserError({ key: 'citation.none', values: { citation, documents: named.join(', ') } });
}
