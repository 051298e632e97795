// What an asker sees of their question: a private receipt with its number, how it stands, and what they may still do.
import type { APIComponentInMessageActionRow } from 'discord.js';
import type { Translate } from '../../messages/messages.ts';
import { messageOf } from '../../questions/deliver.ts';
import type { Question } from '../../questions/question.ts';
import { rootOf } from '../../questions/read.ts';
import { settled } from '../../questions/states.ts';
import type { Database } from '../../store/tables.ts';
import type { Reply } from '../command.ts';
import { answered, lines, message, subtext, text, unanswered } from '../rendering/pieces.ts';
import { publishedParts } from './answer.ts';
import { reasonText } from './card.ts';
import { customId } from './ids.ts';
import { backButton, button, linkButton, linkOf, rowsOf, wordsOf } from './pieces.ts';

/** A question with the one whose answer it gets: itself, unless it was led to another. */
interface ReceiptFacts {
  readonly question: Question;
  readonly root: Question;
  readonly link: string | undefined;
}

export async function receiptFacts(database: Database, question: Question): Promise<ReceiptFacts> {
  const root = await rootOf(database, question);
  const { guild, channel: desk, number } = root;
  const stands = await messageOf(database, { guild, kind: 'answer', desk, number });
  return { question, root, link: stands && linkOf(guild, stands) };
}

interface Told {
  readonly headline?: string;
  readonly buttons?: boolean;
  /** For somebody who asks it too. */
  readonly also?: boolean;
}

/** `headline` says what just happened. Buttons are left out where nothing can be pressed, in direct messages. */
export function renderReceipt(
  { question, root, link }: ReceiptFacts,
  translate: Translate,
  { headline, buttons = true, also = false }: Told = {},
): Reply {
  const isPublished = settled.includes(root.state);
  const controls = [
    ...(buttons && also ? [backButton(question.number, translate)] : []),
    ...(buttons && !also ? buttonsOf(question, translate) : []),
    ...(isPublished && link !== undefined ? [linkButton(translate('desk.button.open'), link)] : []),
  ];
  return message(root.state === 'published' ? answered : unanswered, [
    text(
      lines(
        headline !== undefined && `**${headline}**`,
        `**#${question.number}** · ${translate(`desk.yours.${root.state}`)}`,
        wordsOf(question, translate),
        ...ledLines(question, root, translate),
        root.reason !== undefined &&
          root.state === 'rejected' &&
          translate('desk.card.reason', { reason: reasonText(root.reason, root.reasonWords, translate) }),
      ),
    ),
    // Somebody who is led to an answer gets it at once.
    ...(isPublished ? publishedParts(root, translate) : []),
    ...rowsOf(controls),
  ]);
}

function ledLines(question: Question, root: Question, translate: Translate): string[] {
  if (root.number === question.number) return [];
  const values = { number: root.number };
  // Until it is published, a question is read by its asker and by moderators alone.
  if (!settled.includes(root.state) && root.asker !== question.asker) {
    const key = question.automatic ? 'desk.receipt.sameWaiting' : 'desk.receipt.mergedWaiting';
    return [subtext(translate(key, values))];
  }
  const key = question.automatic ? 'desk.receipt.same' : 'desk.receipt.merged';
  return [subtext(translate(key, values)), wordsOf(root, translate)];
}

function buttonsOf({ number, version, state, automatic }: Question, translate: Translate) {
  const id = (action: string) => customId('question', action, number, version);
  const all: Record<string, APIComponentInMessageActionRow> = {
    state: button(id('state'), translate('desk.button.state')),
    edit: button(id('edit'), translate('desk.button.edit')),
    withdraw: button(id('withdraw'), translate('desk.button.withdraw'), 'stop'),
    insist: button(id('insist'), translate('desk.button.insist')),
  };
  const names = {
    waiting: ['state', 'edit', 'withdraw'],
    claimed: ['state', 'withdraw'],
    approved: ['state'],
    failed: ['state'],
    published: [],
    unanswered: [],
    rejected: [],
    merged: automatic ? ['state', 'insist'] : ['state'],
    withdrawn: [],
  }[state];
  return names.flatMap((name) => all[name] ?? []);
}
