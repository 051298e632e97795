// What stands in the channels: the desk's own message with its button, and the published answers.
import type { Translate } from '../../messages/messages.ts';
import { program } from '../../questions/change.ts';
import { type Desk, standingOf } from '../../questions/desk.ts';
import type { Question } from '../../questions/question.ts';
import type { Reply } from '../command.ts';
import { thumbButton } from '../ratings.ts';
import { citedControls } from '../reading/buttons.ts';
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
      ...(desk.settings.listed
        ? [button(customId('question', 'waits', desk.channel, 1), translate('desk.button.waits'))]
        : []),
    ]),
  ]);
}

/** What stands in the channel: a published answer with its citations, or that the sources have none, and who reviewed it. */
export function renderPublished(question: Question, askers: number, translate: Translate): Reply {
  const { number, chosen } = question;
  const who = translate('desk.answer.by', { who: askerName(question, translate) });
  const others = askers > 1 ? ` · ${translate('desk.card.others', { count: askers - 1 })}` : '';
  const isAnswer = chosen.length > 0 && question.flags.length === 0;
  return message(isAnswer ? answered : unanswered, [
    text(
      lines(
        `**${translate('desk.answer.title', { number })}**`,
        wordsOf(question, translate),
        subtext(`${who}${others}`),
      ),
    ),
    ...publishedParts(question, translate),
    ...citedControls(chosen, translate),
    ...rowsOf([
      ...feedbackButtons(question, translate),
      button(customId('question', 'ask', question.channel), translate('desk.button.ask')),
      ...[...new Set(chosen.flatMap(({ url }) => url ?? []))].map((url) =>
        linkButton(translate('discord.openSource'), url),
      ),
    ]),
  ]);
}

/** Below an answer what one thinks of its passages; where there is none, that one asks it too. */
function feedbackButtons({ number, version, chosen }: Question, translate: Translate) {
  if (chosen.length === 0) return [button(customId('question', 'too', number), translate('desk.button.too'))];
  if (chosen.every(({ text: words }) => words === '')) return [];
  return [
    thumbButton(customId('question', 'up', number, version), 'up', translate),
    thumbButton(customId('question', 'down', number, version), 'down', translate),
  ];
}

/** The text that is published, which its askers get as well. */
export function publishedParts(question: Question, translate: Translate): Part[] {
  const { chosen, flags } = question;
  return [
    ...(flags.length > 0 ? [separator, text(flagText(question, translate))] : []),
    ...(chosen.length === 0 ? [separator, text(`**${translate('answer.none')}**`)] : []),
    ...chosen.flatMap((cited): Part[] => [separator, ...citedParts(cited, translate)]),
    ...noteParts(question, translate),
    separator,
    text(subtext(lines(...reviewLines(question, translate)))),
  ];
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
