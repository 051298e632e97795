// The examples of /help: what each command would be asked, and what it then replies.
import { UserError } from '../../common/errors.ts';
import { jointNamed, proposalNamed, quotationsBy, whoNamed } from '../../dialogue/named.ts';
import { citationRefused } from '../../dialogue/refusals.ts';
import { checked } from '../../dialogue/verdict.ts';
import type { MessageKey } from '../../messages/messages.ts';
import type { AppWithStore, Reply } from '../command.ts';
import { renderMap } from '../reading/map.ts';
import { renderAnswer, renderQuotes } from './render.ts';
import { renderChecks } from './render-checks.ts';
import { renderJoint, renderPosition, renderProposal } from './render-positions.ts';
import { renderCited, renderSources } from './render-sources.ts';

export interface Example {
  readonly name:
    | 'ask'
    | 'check'
    | 'quote'
    | 'position'
    | 'map'
    | 'proposal'
    | 'statement'
    | 'cite'
    | 'sources';
  /** What stands in its first option; undefined where nothing need be typed. */
  readonly option: MessageKey | undefined;
}

/** In the order in which they are shown. */
export const examples: readonly Example[] = [
  { name: 'ask', option: 'example.ask' },
  { name: 'check', option: 'example.check' },
  { name: 'quote', option: 'example.quote' },
  { name: 'position', option: 'example.position' },
  { name: 'map', option: undefined },
  { name: 'proposal', option: 'example.proposal' },
  { name: 'statement', option: undefined },
  { name: 'cite', option: 'example.cite' },
  { name: 'sources', option: undefined },
];

type Run = (typed: string, app: AppWithStore, who: string) => Promise<Reply>;

const runs: Readonly<Record<Example['name'], Run>> = {
  ask: async (typed, app) => renderAnswer(await app.library.ask(typed), app, typed),
  check: async (typed, app) => {
    const check = await checked(app.library, typed, { speaker: null, source: undefined });
    return renderChecks([check], app);
  },
  quote: async (typed, app) => {
    const { matches } = await quotationsBy(undefined, typed, undefined, app.library);
    return renderQuotes(matches, typed, app);
  },
  position: async (typed, app) => {
    const who = await whoNamed(typed, app.library);
    return renderPosition(await app.library.positions.position(who), app);
  },
  map: (_, app, who) => renderMap({ theme: 'light' }, who, app),
  proposal: async (typed, app) => {
    const proposal = await proposalNamed(typed, app.library);
    return renderProposal(await app.library.positions.proposal(proposal), app);
  },
  statement: async (_, app) => renderJoint(await jointNamed(null, null, app.library), app),
  cite: async (typed, app) => {
    const cited = await app.library.cite(typed);
    if (!cited.found) throw await citationRefused(typed, cited, app.library);
    return renderCited(cited, app);
  },
  sources: (_, app) => renderSources(app.library, app.translate),
};

/** What an example replies. Throws `UserError` where there is none of that name. */
export async function runExample(typed: string | undefined, app: AppWithStore, who: string): Promise<Reply> {
  const example = examples.find(({ name }) => name === typed);
  if (!example) throw new UserError({ key: 'discord.gone' });
  const { name, option } = example;
  return runs[name](option === undefined ? '' : app.translate(option), app, who);
}
