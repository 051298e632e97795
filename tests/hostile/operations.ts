// Whatever takes a text that somebody typed, with the longest that it takes: the library's own doors, what the terminal makes of
// them, and what Discord's commands call.

import { UserError } from '../../src/common/errors.ts';
import { mostTyped } from '../../src/common/typed.ts';
import { checked, checkedIn } from '../../src/dialogue/verdict.ts';
import type { AppWithStore } from '../../src/discord/command.ts';
import { citationChoices, documentChoices, quotationChoices } from '../../src/discord/offering/choices.ts';
import {
  proposalChoices,
  sectionChoices,
  topicChoices,
  whoChoices,
} from '../../src/discord/offering/named-choices.ts';
import { hitsOn } from '../../src/discord/reading/finding.ts';
import { citedHere } from '../../src/discord/source/citing.ts';
import { compared, comparedChoices } from '../../src/discord/source/comparing/comparing.ts';
import { longestQuestion } from '../../src/questions/ask.ts';
import { gistOf } from '../../src/search/question/gist.ts';
import { cite, position, proposal, quote, sources, statement } from '../../src/terminal/requests.ts';

/** What a handler gets, as far as it is needed here. */
export type Needs = Pick<AppWithStore, 'database' | 'library' | 'translate'>;

export interface Operation {
  readonly name: string;
  readonly most: number;
  /** Whether a longer text is refused with its number; else its beginning is taken, or it names nothing. */
  readonly refuses: boolean;
  readonly run: (typed: string, app: Needs) => Promise<unknown>;
}

const operation =
  (refuses: boolean) =>
  (name: string, most: number, run: Operation['run']): Operation => ({ name, most, refuses, run });
const asked = operation(true);
const whileTyping = operation(false);
const { question, words, quotation, citation, name, document, topic } = mostTyped;

export const operations: readonly Operation[] = [
  asked('ask', question, (typed, { library }) => library.ask(typed)),
  asked('quote', words, (typed, { library }) => quote(library, typed)),
  asked('quote: speaker', name, (speaker, { library }) => quote(library, 'peace', { speaker })),
  asked('quote: source', document, (source, { library }) => quote(library, 'peace', { source })),
  asked('check', quotation, (typed, { library }) => checked(library, typed, {})),
  asked('check: speaker', name, (speaker, { library }) =>
    checked(library, 'it is not the only possible option', { speaker }),
  ),
  asked('Check quotation', quotation, (typed, { library }) => checkedIn(library, typed)),
  whileTyping('Find sources', quotation, (typed, { library }) => hitsOn(typed, library)),
  asked('position', name, (typed, { library }) => position(library, typed)),
  asked('position: topic', topic, (about, { library }) => position(library, 'Meloni', { topic: about })),
  asked('proposal', name, (typed, { library }) => proposal(library, typed)),
  asked('statement', name, (typed, { library }) => statement(library, typed)),
  asked('statement: name', name, (typed, { library }) => statement(library, '', { name: typed })),
  asked('cite', citation, (typed, { library }) => cite(library, typed)),
  asked('cite, in Discord', citation, (typed, { database, library }) =>
    citedHere(typed, { database, library, guild: '1' }),
  ),
  asked('compare', citation, (left, app) => compared({ left, right: left, guild: '1' }, app)),
  asked('sources', document, (typed, { library }) => sources(library, typed)),
  whileTyping('typing quote', words, (typed, app) => quotationChoices(typed, undefined, app)),
  whileTyping('typing cite', citation, (typed, app) => citationChoices(typed, app)),
  whileTyping('typing cite of a source', citation, (typed, app) =>
    citationChoices(typed, app, app.library.documents[0]),
  ),
  whileTyping('typing compare', citation, (typed, { library, translate }) =>
    comparedChoices(typed, library, translate),
  ),
  whileTyping('typing a source', document, (typed, app) => documentChoices(typed, app)),
  whileTyping('typing a party', name, (typed, app) => whoChoices(typed, app)),
  whileTyping('typing a topic', name, (typed, app) => topicChoices(typed, typed, app)),
  whileTyping('typing a proposal', name, (typed, app) => proposalChoices(typed, app)),
  whileTyping('typing a section', name, (typed, app) => sectionChoices(typed, typed, app)),
  whileTyping('question to moderators', longestQuestion, async (typed) =>
    gistOf(typed.slice(0, longestQuestion)),
  ),
];

/** What an operation comes to: an outcome that can be compared, or the key of its refusal with what is told. */
export async function outcomeOf(
  { run }: Operation,
  typed: string,
  app: Needs,
): Promise<{ readonly refusal?: UserError; readonly value?: unknown }> {
  try {
    return { value: await run(typed, app) };
  } catch (error) {
    if (error instanceof UserError) return { refusal: error };
    throw error;
  }
}
