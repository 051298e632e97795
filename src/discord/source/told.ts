// What a moderator hears whose change of a document was not done: a limit, somebody who was quicker, an id that is taken.
import { UserError } from '../../common/errors.ts';
import type { Message, MessageKey, Translate } from '../../messages/messages.ts';
import type { Changed } from '../../sources/change.ts';
import type { LimitReached, Limits } from '../../sources/limits.ts';
import type { DraftFault } from '../../sources/version.ts';
import { memberName, timeOf } from '../desk/pieces.ts';
import { marked } from '../desk/told.ts';

export interface Refused {
  readonly ok: false;
  readonly reason: string;
  readonly fault?: DraftFault;
}

const keys: Readonly<Record<string, MessageKey>> = {
  'not-found': 'own.refused.notFound',
  claimed: 'own.refused.claimed',
  'bad-id': 'own.refused.badId',
  'id-reserved': 'own.refused.idReserved',
  'id-taken': 'own.refused.idTaken',
  same: 'own.refused.same',
  'unfit-reason': 'own.refused.reason',
  'too-many': 'own.refused.tooManyRoles',
};

const faults: Readonly<Record<DraftFault, MessageKey>> = {
  'no-text': 'own.refused.noText',
  nul: 'own.refused.characters',
  'broken-characters': 'own.refused.characters',
  'carriage-return': 'own.refused.characters',
  metadata: 'own.refused.metadata',
};

const limits: Readonly<Record<keyof Limits, MessageKey>> = {
  documents: 'own.limit.documents',
  documentCharacters: 'own.limit.documentCharacters',
  characters: 'own.limit.characters',
  keptDocuments: 'own.limit.keptDocuments',
  keptCharacters: 'own.limit.keptCharacters',
  documentParagraphs: 'own.limit.documentParagraphs',
  paragraphs: 'own.limit.paragraphs',
  versions: 'own.limit.versions',
  corrections: 'own.limit.corrections',
  hourly: 'own.limit.hourly',
};

/** The refusal as a sentence; thrown, and shown as it is. */
export function sourceRefusal(refused: Refused | LimitReached | Changed, translate: Translate): UserError {
  if ('limit' in refused) return marked(limitTold(refused), translate);
  if ('now' in refused) return marked(changedTold(refused, translate), translate);
  const fault = 'fault' in refused ? refused.fault : undefined;
  if (fault) return new UserError({ key: faults[fault] });
  return new UserError({ key: keys[refused.reason] ?? 'own.refused.notFound' });
}

function limitTold({ limit, most, would, freeAt }: LimitReached): Message {
  const values = { most, would, when: freeAt === undefined ? '' : timeOf(freeAt + 999, 'R') };
  return { key: limits[limit], values };
}

function changedTold({ now }: Changed, translate: Translate): Message {
  const values = {
    who: memberName(now.by, translate),
    when: timeOf(now.at, 'R'),
    version: now.version,
    state: translate(`own.state.${now.state}`),
  };
  return { key: 'own.refused.changed', values };
}
