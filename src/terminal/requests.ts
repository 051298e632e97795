// What can be asked in the terminal, by a line in the conversation or by a command of the program: the same
// requests, each with its text for people and its JSON for machines.
import { UserError } from '../errors.ts';
import type { Library } from '../library.ts';
import { jointNamed, proposalNamed, quotationsBy, speakerNamed, topicAsked, whoNamed } from '../named.ts';
import { citationRefused, documentNamed, somethingAsked } from '../refusals.ts';
import { checked } from '../verdict.ts';
import { checkJson } from './check-json.ts';
import { answerJson, documentJson, passageJson, quoteJson } from './json.ts';
import { jointJson, positionJson, proposalJson } from './positions-json.ts';
import {
  type Reader,
  renderAnswer,
  renderCited,
  renderQuotes,
  renderSource,
  renderSources,
} from './render.ts';
import { renderCheck } from './render-check.ts';
import { renderJoint, renderPosition, renderProposal } from './render-positions.ts';

/** A reply in both forms; only the one that is asked for is made. */
export interface Reply {
  readonly text: (reader: Reader) => string;
  readonly json: () => unknown;
}

/** What may be given beside the words: `--speaker Meloni`. */
export type Options = Readonly<Partial<Record<OptionName, string | undefined>>>;
export const optionNames = ['speaker', 'source', 'topic', 'name'] as const;
type OptionName = (typeof optionNames)[number];

export type Request = (library: Library, words: string, options?: Options) => Reply;

export const ask: Request = (library, question) => {
  const asked = somethingAsked(question, 'answer.nothingAsked', 'example.ask');
  const answer = library.ask(notTooLong(asked));
  return { text: (reader) => renderAnswer(answer, library, reader), json: () => answerJson(answer) };
};

/** What Discord lets somebody type into an option; nobody asks more in one question. */
const longestQuestion = 6000;

/** A question that is read to its end; any other is refused. */
export function notTooLong(question: string): string {
  const count = question.length;
  if (count <= longestQuestion) return question;
  throw new UserError({ key: 'batch.questionTooLong', values: { count, most: longestQuestion } });
}

export const quote: Request = (library, words, { speaker, source } = {}) => {
  const asked = somethingAsked(words, 'quote.nothingAsked', 'example.quote');
  const who = speakerNamed(speaker, library);
  const document = documentNamed(source ?? null, library);
  const { matches, speaker: by } = quotationsBy(who, asked, document, library);
  return {
    text: (reader) => renderQuotes(matches, words, library, reader, by),
    json: () => matches.map(quoteJson),
  };
};

export const check: Request = (library, words, { speaker, source } = {}) => {
  const found = checked(library, words, { speaker, source: documentNamed(source ?? null, library) });
  return { text: (reader) => renderCheck(found, library, reader), json: () => checkJson(found) };
};

export const position: Request = (library, words, { topic } = {}) => {
  const named = nameAndTopic(words, library);
  const who = whoNamed(somethingAsked(named.name, 'who.nothingAsked', 'example.position'), library);
  const found = library.positions.position(who, topicAsked(topic ?? named.topic));
  return {
    text: (reader) => renderPosition(found, library, reader),
    json: () => positionJson(found),
  };
};

/** "Meloni Article 5": as many words from the first on as name somebody, and the topic behind them. */
function nameAndTopic(typed: string, { positions }: Library): { name: string; topic?: string } {
  const words = typed.trim().split(/\s+/u);
  // Nobody has a name of more words; a paste of thousands is not tried at every length.
  for (let count = Math.min(words.length, longestName); count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const rest = words.slice(count).join(' ');
    if (positions.who(name).found) return rest === '' ? { name } : { name, topic: rest };
  }
  return { name: typed };
}
const longestName = 12;

export const proposal: Request = (library, words) => {
  const name = somethingAsked(words, 'proposal.nothingAsked', 'example.proposal');
  const shown = library.positions.proposal(proposalNamed(name, library));
  return {
    text: (reader) => renderProposal(shown, library, reader),
    json: () => proposalJson(shown),
  };
};

export const statement: Request = (library, words, { name } = {}) => {
  const shown = jointNamed(words, name ?? null, library);
  return {
    text: (reader) => renderJoint(shown, library, reader),
    json: () => jointJson(shown),
  };
};

export const cite: Request = (library, citation) => {
  const cited = library.cite(citation);
  if (!cited.found) throw citationRefused(citation, cited, library);
  return {
    text: (reader) => renderCited(cited, library, reader),
    json: () => cited.passages.map(passageJson),
  };
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
