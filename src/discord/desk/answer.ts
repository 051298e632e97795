// What stands in the channels: the desk's own message with its button, and the published answers.
import type { Translate } from '../../messages/messages.ts';
import { program } from '../../questions/change.ts';
import { type Desk, standingOf } from '../../questions/desk.ts';
import type { Question } from '../../questions/question.ts';
import type { Reply } from '../command.ts';
import { answered, lines, message, type Part, separator, subtext, text, unanswered } from '../pieces.ts';
import { citedControls } from '../reading/buttons.ts';
import { flagText, noteParts } from './card.ts';
import { customId } from './ids.ts';
import { askerName, button, citedParts, linkButton, memberName, rowsOf, timeOf, wordsOf } from './pieces.ts';

/** The message that opens a channel for questions. */
export function renderPanel(desk: Desk, translate: Translate, now: number): Reply {
  const standing = standingOf(desk, now);
  const { closesAt, opensAt } = desk;
  const isClosed = standing === 'closed';
  return message(isClosed ? unanswered : answered, [
    text(
      lines(
        `**${translate(isClosed ? 'desk.panel.closed' : 'desk.panel.open')}**`,
        !isClosed && translate('desk.panel.about'),
        standing === 'early' &&
          opensAt !== undefined &&
          translate('desk.panel.opens', { when: timeOf(opensAt) }),
        !isClosed && closesAt !== undefined && translate('desk.panel.closes', { when: timeOf(closesAt) }),
      ),
    ),
    ...rowsOf([
      button(customId('question', 'ask', desk.channel), translate('desk.button.ask'), 'first', isClosed),
    ]),
  ]);
}

/** A published answer: the passages with their citations, and who reviewed it. */
export function renderPublished(question: Question, askers: number, translate: Translate): Reply {
  const { number, chosen } = question;
  const who = translate('desk.answer.asked', { number, who: askerName(question, translate) });
  const others = askers > 1 ? ` · ${translate('desk.card.others', { count: askers - 1 })}` : '';
  return message(question.flags.length > 0 ? unanswered : answered, [
    text(
      lines(
        `**${translate('desk.answer.title', { number })}**`,
        wordsOf(question, translate),
        subtext(`${who}${others}`),
      ),
    ),
    ...(question.flags.length > 0 ? [separator, text(flagText(question, translate))] : []),
    ...chosen.flatMap((cited): Part[] => [separator, ...citedParts(cited, translate)]),
    ...noteParts(question, translate),
    separator,
    text(subtext(lines(...reviewLines(question, translate)))),
    ...citedControls(chosen, translate),
    ...rowsOf([
      button(customId('question', 'ask', question.channel), translate('desk.button.ask')),
      ...[...new Set(chosen.flatMap(({ url }) => url ?? []))].map((url) =>
        linkButton(translate('discord.openSource'), url),
      ),
    ]),
  ]);
}

function reviewLines({ decidedBy, revisedAt }: Question, translate: Translate): (string | false)[] {
  const isReviewed = decidedBy !== undefined && decidedBy !== program;
  return [
    isReviewed
      ? translate('desk.answer.reviewed', { who: memberName(decidedBy, translate) })
      : translate('desk.answer.notReviewed'),
    revisedAt !== undefined && translate('desk.answer.edited', { when: timeOf(revisedAt) }),
  ];
}
