// What a mention is answered with: the same as /ask, for everybody, read together with the answer that it replies to.

import { somethingAsked } from '../../dialogue/refusals.ts';
import type { Translate } from '../../messages/messages.ts';
import { languageOf } from '../../search/text/language.ts';
import type { AppWithStore, Reply } from '../command.ts';
import { helpForAll } from '../helping.ts';
import { forAll } from '../reading/sharing.ts';
import { renderLine } from '../rendering/render.ts';
import { renderAsked } from '../rendering/render-asked.ts';
import { beforeIn } from './before.ts';
import type { Mention } from './meant.ts';

/** Whoever asked may take the answer back. Throws `UserError` where /ask would be refused. */
export async function answerTo(mention: Mention, app: AppWithStore): Promise<Reply> {
  return toAll(await made(mention, app), mention, app.translate);
}

/** A reply for everybody, which the asker may take back. */
export function toAll(reply: Reply, { asker }: Mention, translate: Translate): Reply {
  return forAll(reply, translate, undefined, asker);
}

async function made(mention: Mention, app: AppWithStore): Promise<Reply> {
  const { typed, answered, asker, server } = mention;
  const { translate, library, missing } = app;
  if (typed === '') return renderLine(translate('mention.how', { example: translate('example.ask') }));
  const asked = somethingAsked(typed, 'answer.nothingAsked', 'example.ask');
  const before = answered && (await beforeIn(answered, library));
  const where = {
    guildId: server,
    authorizingIntegrationOwners: { guildId: server },
    user: { id: asker },
  };
  return renderAsked(asked, app, { before, noting: missing.of(where), help: helpForAll(mention, app) });
}

/**
 * The language of an answer: the server's. Discord calls every server English that has chosen no language, so there it is the one that is
 * asked in.
 */
export function localeFor(typed: string, server: string): string {
  const language = languageOf(typed);
  const isOpen = server.startsWith('en') && language !== undefined && language !== 'en';
  return isOpen ? language : server;
}
