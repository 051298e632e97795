// Members who ask a question of somebody else too: they find it in the list of what waits, where the desk has one, or below what the
// sources do not answer. And what they think of the passages of a published answer.
import type { MessageComponentInteraction } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import type { Translate } from '../../messages/messages.ts';
import { type Also, askAlso, takeBackAlso } from '../../questions/also.ts';
import { type Desk, findDesk } from '../../questions/desk.ts';
import type { Question } from '../../questions/question.ts';
import { countAskers, findQuestion, type Listed, listQuestions } from '../../questions/read.ts';
import { open } from '../../questions/states.ts';
import type { AppWithStore, Reply } from '../command.ts';
import type { Thumb } from '../ratings.ts';
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
import { customId, numberOf, type Target } from './ids.ts';
import { backButton, button, menuRow, menuText, rowsOf } from './pieces.ts';
import type { Member } from './roles.ts';
import { refusalOf } from './told.ts';

const pageSize = 10;
/** After escaping: ten of them fit a message. */
const longestRow = 300;

/** What waits in a desk that shows it, page by page, without who asked. */
export async function showWaiting(
  member: Member,
  { of: channel, seen: page }: Target,
  app: AppWithStore,
  update = false,
): Promise<Reply> {
  const { database, translate } = app;
  const desk = await findDesk(database, member.guild, channel);
  if (!desk) throw refusalOf({ ok: false, reason: 'no-desk' }, translate);
  const asked = { channel, states: open, listed: true, page, size: pageSize };
  const listed = await listQuestions(database, member.guild, asked);
  const rows = await Promise.all(
    listed.questions.map(async (question) =>
      waitingRow(question, await countAskers(database, question), translate),
    ),
  );
  const title = `**${translate('desk.waits.title', { count: listed.total, channel: `<#${channel}>` })}**`;
  const reply = message(listed.total > 0 ? answered : unanswered, [
    text(lines(title, rows.length > 0 && subtext(translate('desk.waits.about')))),
    ...(rows.length > 0 ? [separator, text(lines(...rows))] : []),
    ...controlsOf(desk, listed, translate),
  ]);
  return update ? { ...reply, update: true } : reply;
}

function waitingRow({ number, text: words }: Question, askers: number, translate: Translate): string {
  const count = askers > 1 ? ` · ${translate('desk.card.others', { count: askers - 1 })}` : '';
  return `**#${number}** · ${lineWithin(words, longestRow)}${count}`;
}

function controlsOf({ channel }: Desk, { questions, page, pages }: Listed, translate: Translate): Part[] {
  if (questions.length === 0) return [];
  const options = questions.map(({ number, text: words }) => ({
    label: menuText(`#${number} ${words}`),
    value: String(number),
  }));
  const turn = (to: number) => customId('question', 'waits-page', channel, to);
  const turning = [
    button(turn(page - 1), translate('desk.queue.before'), 'plain', page <= 1),
    button(turn(page + 1), translate('desk.queue.after'), 'plain', page >= pages),
  ];
  return [
    menuRow({
      id: customId('question', 'pick-too', channel),
      placeholder: translate('desk.waits.pick'),
      options,
    }),
    ...(pages > 1 ? rowsOf(turning) : []),
  ];
}

/** From the menu of the list. */
export function pickToo(
  interaction: MessageComponentInteraction,
  member: Member,
  app: AppWithStore,
): Promise<Reply> {
  const [value] = interaction.isStringSelectMenu() ? interaction.values : [];
  return tooAsked(member, numberOf(value), app);
}

export async function tooAsked(member: Member, number: number, app: AppWithStore): Promise<Reply> {
  const { database, translate } = app;
  const also = await askAlso(database, member, number);
  if (!also.ok) throw notAlso(also, app);
  app.deliver();
  const askers = await countAskers(database, also.question);
  return message(answered, [
    text(
      lines(
        `**${translate(also.isNew ? 'desk.too.done' : 'desk.too.already', { number })}**`,
        translate('desk.too.count', { count: askers }),
      ),
    ),
    ...rowsOf([backButton(number, translate)]),
  ]);
}

function notAlso(refused: Exclude<Also, { ok: true }>, { translate }: AppWithStore): UserError {
  if (refused.reason === 'too-many-also') {
    return new UserError({ key: 'desk.refused.tooManyAlso', values: { count: refused.most } });
  }
  return refusalOf(refused, translate);
}

export async function tooTakenBack(member: Member, number: number, app: AppWithStore): Promise<Reply> {
  const gone = await takeBackAlso(app.database, member, number);
  app.deliver();
  const key = gone ? 'desk.too.takenBack' : 'desk.too.nothing';
  return { ...message(unanswered, [text(app.translate(key, { number }))]), update: true };
}

/** A published answer is rated by its passages, as they were when the button was made or are now. */
export async function ratedAnswer(
  interaction: MessageComponentInteraction,
  member: Member,
  { number, action }: Target,
  { database, ratings, pace, translate }: AppWithStore,
): Promise<Reply> {
  const question = await findQuestion(database, member.guild, number);
  // A message stands in the channel a moment before its question counts as published.
  const stands = question?.state === 'published' || question?.state === 'approved';
  if (!question || !stands) throw new UserError({ key: 'desk.refused.notFound' });
  await pace.take('rate', interaction.user.id);
  const thumb: Thumb = action === 'up' ? 'up' : 'down';
  const { guild } = member;
  let counted = 'counted' as Awaited<ReturnType<typeof ratings.press>>;
  for (const { document, paragraph, hash } of question.chosen) {
    counted = await ratings.press(member.by, { guild, document, paragraph, hash }, thumb);
  }
  return message(unanswered, [text(translate(`rating.${counted}`))]);
}
