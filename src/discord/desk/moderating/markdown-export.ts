// A sitting as a Markdown document to read: each question with its answer, citations and log.
import { escaped } from '../../../citing/parts.ts';
import type { Translate } from '../../../messages/messages.ts';
import type { ExportedPassage, ExportedQuestion, ExportedSitting, Words } from '../../../questions/export.ts';
import { ruled } from '../../rendering/markdown.ts';
import { reasonText } from '../card.ts';
import { actionKey } from '../told.ts';

export function markdownOf(sitting: ExportedSitting, words: Words, translate: Translate): string {
  const { openedAt, closedAt, questions } = sitting;
  const times = [
    openedAt !== undefined && translate('desk.export.opened', { when: words.time(openedAt) }),
    closedAt !== undefined && translate('desk.export.closed', { when: words.time(closedAt) }),
  ].filter((time) => time !== false);
  const parts = [
    `# ${translate('desk.export.title', { sitting: sitting.sitting })}`,
    times.join(' · '),
    ...questions.map((question) => questionText(question, words, translate)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function questionText(question: ExportedQuestion, words: Words, translate: Translate): string {
  const { number, state, text, asker = 'anonymous', askedAt, passages, note, log } = question;
  const typed = text === '' ? translate('desk.erasedWords') : escaped(ruled(text));
  const asked = { who: escaped(words.name(asker) ?? ''), when: words.time(askedAt) };
  return [
    `## #${number} · ${translate(`desk.state.${state}`)}`,
    `**${typed}**`,
    translate('desk.card.asked', asked),
    ...(question.askers > 1 ? [translate('desk.card.others', { count: question.askers - 1 })] : []),
    ...(state === 'published' ? passages.flatMap((passage) => passageText(passage, words)) : []),
    ...(state === 'unanswered' ? [translate('answer.none')] : []),
    ...(note === undefined ? [] : [`${translate('desk.answer.note')} ${escaped(note)}`]),
    ...decisionLines(question, words, translate),
    log
      .map(({ at, by, action }) =>
        [words.time(at), escaped(words.name(by) ?? ''), translate(actionKey(action))].join(' · '),
      )
      .map((line) => `- ${line}`)
      .join('\n'),
  ].join('\n\n');
}

function passageText(passage: ExportedPassage, words: Words): string[] {
  const address = passage.url === undefined ? '' : ` · <${passage.url}>`;
  return [quoted(passage.text), `— ${escaped(words.citation(passage))}${address}`];
}

function decisionLines(question: ExportedQuestion, words: Words, translate: Translate): string[] {
  const { decidedBy, reason, reasonWords, mergedInto } = question;
  const who = words.name(decidedBy);
  return [
    ...(who === undefined ? [] : [translate('desk.card.decided', { who: escaped(who) })]),
    ...(reason === undefined
      ? []
      : [translate('desk.card.reason', { reason: reasonText(reason, reasonWords, translate) })]),
    ...(mergedInto === undefined ? [] : [translate('desk.card.merged', { number: mergedInto })]),
  ];
}

function quoted(passage: string): string {
  return passage
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n');
}
