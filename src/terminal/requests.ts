// What can be asked in the terminal, by a line in the conversation or by a command of the program: the same four
// requests, each with its text for people and its JSON for machines.
import type { Library } from '../library.ts';
import { citationRefused, documentNamed, somethingAsked } from '../refusals.ts';
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

export type Request = (library: Library, words: string) => Reply;

export const ask: Request = (library, question) => {
  const answer = library.ask(somethingAsked(question, 'answer.nothingAsked', 'example.ask'));
  return { text: (reader) => renderAnswer(answer, library, reader), json: () => answerJson(answer) };
};

export const quote: Request = (library, words) => {
  const matches = library.findQuote(somethingAsked(words, 'quote.nothingAsked', 'example.quote'));
  return {
    text: (reader) => renderQuotes(matches, words, library, reader),
    json: () => matches.map(quoteJson),
  };
};

export const cite: Request = (library, citation) => {
  const cited = library.cite(citation);
  if (!cited.found) throw citationRefused(citation, cited, library);
  return { text: (reader) => renderCited(cited, reader), json: () => cited.passages.map(passageJson) };
};

export const sources: Request = (library, name) => {
  const document = documentNamed(name, library);
  if (!document) {
    return {
      text: (reader) => renderSources(library, reader),
      json: () => library.documents.map((each) => documentJson(each, library.passagesOf(each).length)),
    };
  }
  const passages = library.passagesOf(document);
  return {
    text: (reader) => renderSource(document, passages, reader),
    json: () => documentJson(document, passages.length, passages),
  };
};
