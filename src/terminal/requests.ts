// What can be asked in the terminal, by a line in the conversation or by a command of the program: the same
// requests, each with its text for people and its JSON for machines.

import {
  jointNamed,
  proposalNamed,
  quotationsBy,
  speakerNamed,
  topicAsked,
  whoNamed,
} from '../dialogue/named.ts';
import { documentNamed, somethingAsked } from '../dialogue/refusals.ts';
import { checked } from '../dialogue/verdict.ts';
import type { Library } from '../library.ts';
import type { Request } from './reply.ts';
import { checkJson } from './reports/check-json.ts';
import { documentJson, quoteJson } from './reports/json.ts';
import { jointJson, positionJson, proposalJson } from './reports/positions-json.ts';
import { renderQuotes, renderSource, renderSources } from './reports/render.ts';
import { renderCheck } from './reports/render-check.ts';
import { renderJoint, renderPosition, renderProposal } from './reports/render-positions.ts';

export { ask, cite } from './commands/ask.ts';
export type { Options, Reply, Request, Shown } from './reply.ts';
export { optionNames } from './reply.ts';

export const quote: Request = async (library, words, { speaker, source } = {}) => {
  const asked = somethingAsked(words, 'quote.nothingAsked', 'example.quote');
  const who = await speakerNamed(speaker, library);
  const document = documentNamed(source ?? null, library);
  const { matches, speaker: by } = await quotationsBy(who, asked, document, library);
  return {
    text: (reader) => renderQuotes(matches, words, library, reader, { speaker: by, source: document }),
    json: () => matches.map(quoteJson),
  };
};

export const check: Request = async (library, words, { speaker, source } = {}) => {
  const document = documentNamed(source ?? null, library);
  const found = await checked(library, words, { speaker, source: document });
  return { text: (reader) => renderCheck(found, library, reader), json: () => checkJson(found) };
};

export const position: Request = async (library, words, { topic } = {}) => {
  const named = await nameAndTopic(words, library);
  const name = somethingAsked(named.name, 'who.nothingAsked', 'example.position');
  const who = await whoNamed(name, library);
  const found = await library.positions.position(who, topicAsked(topic ?? named.topic));
  return {
    text: async (reader) => renderPosition(found, library, reader),
    json: () => positionJson(found),
  };
};

/** "Meloni Article 5": as many words from the first on as name somebody, and the topic behind them. */
async function nameAndTopic(
  typed: string,
  { positions }: Library,
): Promise<{ name: string; topic?: string }> {
  const words = typed.trim().split(/\s+/u);
  // Nobody has a name of more words; a paste of thousands is not tried at every length.
  for (let count = Math.min(words.length, longestName); count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const rest = words.slice(count).join(' ');
    if ((await positions.who(name)).found) return rest === '' ? { name } : { name, topic: rest };
  }
  return { name: typed };
}
const longestName = 12;

export const proposal: Request = async (library, words) => {
  const name = somethingAsked(words, 'proposal.nothingAsked', 'example.proposal');
  const shown = await library.positions.proposal(await proposalNamed(name, library));
  return {
    text: async (reader) => renderProposal(shown, library, reader),
    json: () => proposalJson(shown),
  };
};

export const statement: Request = async (library, words, { name } = {}) => {
  const shown = await jointNamed(words, name ?? null, library);
  return {
    text: (reader) => renderJoint(shown, library, reader),
    json: () => jointJson(shown),
  };
};

export const sources: Request = async (library, name) => {
  const document = documentNamed(name, library);
  if (!document) {
    const { documents } = library;
    const passages = await Promise.all(documents.map((each) => library.passagesOf(each)));
    const counts = passages.map(({ length }) => length);
    return {
      text: async (reader) => renderSources(documents, counts, reader),
      json: () => documents.map((each, index) => documentJson(each, counts[index] ?? 0)),
    };
  }
  const passages = await library.passagesOf(document);
  return {
    text: async (reader) => renderSource(document, passages, reader),
    json: () => documentJson(document, passages.length, passages),
  };
};
