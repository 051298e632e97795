// A sitting as a Markdown document to read: each question with its answer, citations and log.
import type { Translate } from '../../messages/messages.ts';
import type { ExportedQuestion, ExportedSitting } from '../../questions/export.ts';
import { escaped, ruled } from '../markdown.ts';
import { reasonText } from './card.ts';
import { actionKey } from './told.ts';

export function markdownOf(sitting: ExportedSitting, translate: Translate): string {
  const { openedAt = '', closedAt = '' } = sitting;
  const parts = [
    `# ${translate('desk.export.title', { sitting: sitting.sitting })}`,
    translate('desk.export.times', { opened: openedAt, closed: closedAt }),
    ...sitting.questions.map((question) => questionText(question, translate)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function questionText(question: ExportedQuestion, translate: Translate): string {
  const { number, state, text, passages, note, reason, reasonWords, mergedInto, log } = question;
  const words = text === '' ? translate('desk.erasedWords') : escaped(ruled(text));
  const answers = state === 'published' ? passages : [];
  return [
    `## #${number} · ${translate(`desk.state.${state}`)}`,
    `**${words}**`,
    ...answers.flatMap(({ label, text: passage }) => [quoted(passage), `— ${escaped(label)}`]),
    ...(note === undefined ? [] : [`${translate('desk.answer.note')} ${escaped(note)}`]),
    ...(reason === undefined
      ? []
      : [translate('desk.card.reason', { reason: reasonText(reason, reasonWords, translate) })]),
    ...(mergedInto === undefined ? [] : [translate('desk.card.merged', { number: mergedInto })]),
    log
      .map(
        (entry) =>
          `- ${new Date(entry.at).toISOString()} · ${escaped(entry.by)} · ${translate(actionKey(entry.action))}`,
      )
      .join('\n'),
  ].join('\n\n');
}

function quoted(passage: string): string {
  return passage
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n');
}
