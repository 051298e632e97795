// What a question may be kept to: one document, or the documents of the server's own.

import { UserError } from '../../common/errors.ts';
import type { Document } from '../../corpus/document.ts';
import { fold } from '../../corpus/text/folding.ts';
import { documentNamed } from '../../dialogue/refusals.ts';
import { titleOf } from '../../messages/citations.ts';
import type { Translate } from '../../messages/messages.ts';
import { isOwn } from '../../sources/version.ts';
import type { App, Choice } from '../command.ts';
import { documentChoices } from './choices.ts';

/** No document has it as its id. */
const ownValue = '*own';

export interface AskedOf {
  readonly documents: readonly Document[];
  /** As it is called in a reply. */
  readonly name: string;
}

/** None where nothing is chosen; refuses what is no document, and the server's own where it has none. */
export function sourceAsked(typed: string | null, { library, translate }: App): AskedOf | undefined {
  if (typed !== null && isOwnChoice(typed, translate)) {
    const documents = library.documents.filter(isOwn);
    if (documents.length === 0) throw new UserError({ key: 'ask.noOwn' });
    return { documents, name: translate('ask.own') };
  }
  const document = documentNamed(typed, library);
  return document && { documents: [document], name: titleOf(document, translate) };
}

function isOwnChoice(typed: string, translate: Translate): boolean {
  return typed === ownValue || fold(typed).text.trim() === fold(translate('ask.own')).text;
}

/** The server's own stand first, where there are any. */
export async function sourceChoices(typed: string, app: App): Promise<Choice[]> {
  const { library, translate } = app;
  const own: Choice = { name: translate('ask.own'), value: ownValue };
  const isOffered = library.documents.some(isOwn) && fold(own.name).text.includes(fold(typed.trim()).text);
  const documents = await documentChoices(typed, app);
  return isOffered ? [own, ...documents].slice(0, mostChoices) : documents;
}

/** Discord's limit. */
const mostChoices = 25;
