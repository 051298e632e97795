// What somebody hears whose action was not done: somebody else was quicker, it is too late, there is no such thing.
import { UserError } from '../../common/errors.ts';
import type { Message, MessageKey, Translate } from '../../messages/messages.ts';
import { type Changed, program } from '../../questions/change.ts';
import type { Question } from '../../questions/question.ts';
import { MarkedRefusal } from '../command.ts';
import { message, text, unanswered } from '../rendering/pieces.ts';
import { memberName, timeOf } from './pieces.ts';

/** Everything that the queue refuses with, by its reason. */
const keys: Readonly<Record<string, MessageKey>> = {
  'not-found': 'desk.refused.notFound',
  'not-yours': 'desk.refused.notFound',
  'no-desk': 'desk.refused.noDesk',
  closed: 'desk.refused.closed',
  'no-anonymous': 'desk.refused.noAnonymous',
  'by-moderator': 'desk.refused.byModerator',
  'no-passage': 'desk.refused.noPassage',
  'unknown-passage': 'desk.refused.unknownPassage',
  'too-many-passages': 'desk.refused.tooManyPassages',
  'no-reason': 'desk.refused.noReason',
  'too-long': 'desk.refused.tooLong',
  'same-question': 'desk.refused.sameQuestion',
  'no-target': 'desk.refused.noTarget',
  'too-late': 'desk.refused.tooLate',
  'no-flag': 'desk.refused.noFlag',
  'own-question': 'desk.refused.ownQuestion',
  'asked-already': 'desk.refused.askedAlready',
  'asked-too': 'desk.refused.askedToo',
  'open-already': 'desk.refused.openAlready',
  'closed-already': 'desk.refused.closedAlready',
};

/** What the queue answers where something was not done. */
export interface Refusal {
  readonly ok: false;
  readonly reason: string;
  /** How the question stands, where there is one. */
  readonly now?: Question;
}

/** The refusal as a sentence; thrown, and shown as it is. */
export function refusalOf(refused: Refusal | Changed, translate: Translate): UserError {
  if ('last' in refused) return marked(changedText(refused, translate), translate);
  if (refused.reason === 'claimed' && refused.now) return claimed(refused.now, translate);
  return new UserError({ key: keys[refused.reason] ?? 'desk.refused.notFound' });
}

function claimed({ number, claimedBy = program }: Question, translate: Translate): UserError {
  const values = { number, who: memberName(claimedBy, translate) };
  return marked({ key: 'desk.refused.claimed', values }, translate);
}

/** Its values are ours: numbers, times, and members as Discord names them. */
export function marked(told: Message, translate: Translate): UserError {
  const reply = message(unanswered, [text(translate(told.key, told.values))]);
  return new MarkedRefusal(told, reply);
}

/** Who did what meanwhile, and how it stands now. An asker's name is not told to moderators who may not see it. */
function changedText({ now, last }: Changed, translate: Translate): Message {
  const state = translate(`desk.state.${now.state}`);
  if (!last) return { key: 'desk.refused.changed', values: { number: now.number, state } };
  const hidden = last.by === now.asker && now.anonymous;
  const who = hidden ? translate('desk.anonymous') : memberName(last.by, translate);
  const did = translate(actionKey(last.action));
  return {
    key: 'desk.refused.changedBy',
    values: { number: now.number, state, who, did, when: timeOf(last.at, 'R') },
  };
}

const actions: Readonly<Record<string, MessageKey>> = {
  ask: 'desk.did.ask',
  edit: 'desk.did.edit',
  withdraw: 'desk.did.withdraw',
  insist: 'desk.did.insist',
  claim: 'desk.did.claim',
  release: 'desk.did.release',
  choose: 'desk.did.choose',
  note: 'desk.did.note',
  approve: 'desk.did.approve',
  reject: 'desk.did.reject',
  merge: 'desk.did.merge',
  duplicate: 'desk.did.merge',
  undo: 'desk.did.undo',
  retry: 'desk.did.retry',
  revise: 'desk.did.revise',
  keep: 'desk.did.keep',
  none: 'desk.did.none',
  publish: 'desk.did.publish',
  'publish-none': 'desk.did.publish',
  fail: 'desk.did.fail',
  flag: 'desk.did.flag',
  unflag: 'desk.did.flag',
  erase: 'desk.did.erase',
};

export function actionKey(action: string): MessageKey {
  return actions[action] ?? 'desk.did.ask';
}
