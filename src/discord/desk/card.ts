// The card of a question in the review channel, or before one moderator's eyes: the question, its passages, what can be done.
import type { APIComponentInMessageActionRow } from 'discord.js';
import type { MessageKey, Translate } from '../../messages/messages.ts';
import type { Question } from '../../questions/question.ts';
import { mostChosen } from '../../questions/review.ts';
import type { State } from '../../questions/states.ts';
import type { Reply } from '../command.ts';
import { lineWithin } from '../rendering/markdown.ts';
import {
  answered,
  lines,
  message,
  type Part,
  separator,
  subtext,
  text,
  unanswered,
} from '../rendering/pieces.ts';
import { customId } from './ids.ts';
import {
  askerName,
  button,
  citedParts,
  linkButton,
  linkOf,
  memberName,
  menuRow,
  menuText,
  rowsOf,
  timeOf,
  wordsOf,
} from './pieces.ts';

/** A question with what stands elsewhere about it. */
export interface CardFacts {
  readonly question: Question;
  readonly askers: number;
  /** Where the answer stands. */
  readonly stands: { readonly channel: string; readonly message: string } | undefined;
}

/** Passages beyond these are in the menu alone. */
const mostShown = 3;
const longestOwnWords = 300;

export function renderCard(facts: CardFacts, translate: Translate): Reply {
  const { question } = facts;
  const { state } = question;
  const colour = state === 'published' || state === 'approved' ? answered : unanswered;
  const isNone = question.chosen.length === 0 && saysNone.includes(state);
  const offered = isNone ? [] : question.passages;
  const shown = [
    ...question.chosen,
    ...offered.filter(({ label, far }) => !far && !question.chosen.some((each) => each.label === label)),
  ].slice(0, Math.max(mostShown, question.chosen.length));
  return message(colour, [
    text(
      lines(
        headOf(facts, translate),
        wordsOf(question, translate),
        subtext(askedLine(facts, translate)),
        ...decisionLines(question, translate),
      ),
    ),
    ...nearestParts(question, translate),
    ...shown.flatMap((cited): Part[] => {
      const isChosen = question.chosen.some(({ label }) => label === cited.label);
      const mark = isChosen && state !== 'rejected' ? `${translate('desk.card.chosen')} ` : '';
      return [separator, ...citedParts(cited, translate, mark)];
    }),
    ...noteParts(question, translate),
    ...controlsOf(facts, translate),
  ]);
}

const saysNone: readonly State[] = ['approved', 'failed', 'unanswered'];

/** While nobody has chosen, the sources have not answered either: what is shown is the nearest, and moderators must know. */
function nearestParts({ chosen, passages, state }: Question, translate: Translate): Part[] {
  if (chosen.length > 0) return [];
  // What is published then has no passages.
  if (saysNone.includes(state)) return [separator, text(translate('answer.none'))];
  const related = passages.length > 0 ? [subtext(translate('answer.related'))] : [];
  return [separator, text(lines(translate('answer.none'), ...related))];
}

function headOf({ question: { number, state } }: CardFacts, translate: Translate): string {
  return `**#${number}** · ${translate(`desk.state.${state}`)}`;
}

function askedLine({ question, askers }: CardFacts, translate: Translate): string {
  const asked = { who: askerName(question, translate), when: timeOf(question.askedAt) };
  const parts = [translate('desk.card.asked', asked)];
  if (askers > 1) parts.push(translate('desk.card.others', { count: askers - 1 }));
  return parts.join(' · ');
}

function decisionLines(question: Question, translate: Translate): string[] {
  const { claimedBy, decidedBy, reason, reasonWords, mergedInto, flags, flagsKept, revisedAt } = question;
  const told: (string | false | undefined)[] = [
    question.state === 'claimed' &&
      claimedBy !== undefined &&
      translate('desk.card.claimed', { who: memberName(claimedBy, translate) }),
    decidedBy !== undefined && translate('desk.card.decided', { who: memberName(decidedBy, translate) }),
    reason !== undefined &&
      translate('desk.card.reason', { reason: reasonText(reason, reasonWords, translate) }),
    mergedInto !== undefined && translate('desk.card.merged', { number: mergedInto }),
    revisedAt !== undefined && translate('desk.answer.edited', { when: timeOf(revisedAt) }),
    flags.length > 0 && flagText(question, translate),
    flagsKept && translate('desk.card.kept'),
  ];
  return told.flatMap((line) => (line ? [line] : []));
}

/** Which of the cited paragraphs are no longer what they were. */
export function flagText({ flags }: Question, translate: Translate): string {
  const all = flags.map(({ label, became }) =>
    translate(`desk.flag.${became}`, { label: lineWithin(label, 120) }),
  );
  return `**${all.join(' ')}**`;
}

const reasonKeys: Readonly<Record<string, MessageKey>> = {
  'off-topic': 'desk.reason.offTopic',
  'no-answer': 'desk.reason.noAnswer',
  unclear: 'desk.reason.unclear',
  opinion: 'desk.reason.opinion',
  answered: 'desk.reason.answered',
  manners: 'desk.reason.manners',
};

export function reasonName(reason: string, translate: Translate): string {
  return translate(reasonKeys[reason] ?? 'desk.reason.other');
}

/** The reason from the list and the moderator's own words, or one of them. */
export function reasonText(reason: string, words: string | undefined, translate: Translate): string {
  const own = words === undefined ? undefined : lineWithin(words, longestOwnWords);
  if (reason === 'other' && own !== undefined) return own;
  return own === undefined ? reasonName(reason, translate) : `${reasonName(reason, translate)} ${own}`;
}

/** A moderator's own line, marked as such. */
export function noteParts({ note }: Question, translate: Translate): Part[] {
  if (note === undefined) return [];
  const mark = `**${translate('desk.answer.note')}** `;
  // It has its share of the message, as a passage has: nearly always all of it is shown.
  return [separator, { written: (room) => mark + lineWithin(note, Math.max(0, room - mark.length)) }];
}

type Button = APIComponentInMessageActionRow;

function controlsOf(facts: CardFacts, translate: Translate): Part[] {
  const { question } = facts;
  if (question.erased) return [];
  const menu = menuOf(question, translate);
  return [...(menu ? [menu] : []), ...rowsOf(buttonsOf(facts, translate))];
}

const changeable: readonly State[] = ['waiting', 'claimed', 'published'];

/** The passages of the answer are chosen from those offered. */
function menuOf(question: Question, translate: Translate): Part | undefined {
  const { number, version, passages, chosen, state } = question;
  if (!changeable.includes(state) || passages.length === 0) return undefined;
  return menuRow({
    id: customId('question', 'choose', number, version),
    placeholder: translate('desk.card.choose'),
    most: mostChosen,
    options: passages.map(({ label, text: passage }, index) => ({
      label: menuText(label),
      // Its place: a label may be longer than a value.
      value: String(index),
      description: menuText(passage),
      default: chosen.some((each) => each.label === label),
    })),
  });
}

function buttonsOf({ question, stands }: CardFacts, translate: Translate): Button[] {
  const { number, version, state, flags, flagsKept } = question;
  const id = (action: string) => customId('question', action, number, version);
  const each: Record<string, Button> = {
    approve: button(id('approve'), translate('desk.button.approve'), 'go'),
    none: button(id('none'), translate('desk.button.none')),
    reject: button(id('reject'), translate('desk.button.reject'), 'stop'),
    merge: button(id('merge'), translate('desk.button.merge')),
    note: button(id('note'), translate('desk.button.note')),
    add: button(id('add'), translate('desk.button.add')),
    claim: button(id('claim'), translate('desk.button.claim'), 'first'),
    release: button(id('release'), translate('desk.button.release')),
    undo: button(id('undo'), translate('desk.button.undo')),
    retry: button(id('retry'), translate('desk.button.retry'), 'first'),
    keep: button(id('keep'), translate('desk.button.keep'), 'go'),
  };
  const names: Record<State, readonly string[]> = {
    waiting: ['approve', 'none', 'reject', 'merge', 'note', 'add', 'claim'],
    claimed: ['approve', 'none', 'reject', 'merge', 'note', 'add', 'release'],
    approved: ['undo'],
    failed: ['retry', 'undo'],
    published: ['note', 'add', ...(flags.length > 0 && !flagsKept ? ['keep'] : []), 'undo'],
    unanswered: ['note', 'undo'],
    rejected: ['undo'],
    merged: ['undo'],
    withdrawn: [],
  };
  const link = stands && linkButton(translate('desk.button.open'), linkOf(question.guild, stands));
  return [...names[state].flatMap((name) => each[name] ?? []), ...(link ? [link] : [])];
}
