// What members do with buttons and forms: ask, look, edit, withdraw, insist.
import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import { UserError } from '../../common/errors.ts';
import type { Library } from '../../library.ts';
import type { Translate } from '../../messages/messages.ts';
import { isAlso } from '../../questions/also.ts';
import {
  ask,
  editQuestion,
  insist,
  longestQuestion,
  type NotTaken,
  questionText,
  shortestQuestion,
  withdrawQuestion,
} from '../../questions/ask.ts';
import { type Desk, desksOf, findDesk, standingOf } from '../../questions/desk.ts';
import { compared, type Nearness } from '../../questions/duplicates.ts';
import type { Question } from '../../questions/question.ts';
import { findQuestion } from '../../questions/read.ts';
import { gistOf } from '../../search/question/gist.ts';
import type { AppWithStore, Form, Reply } from '../command.ts';
import { editForm, questionForm } from './forms.ts';
import { givenIn, givingBack } from './given-back.ts';
import { customId, type Target } from './ids.ts';
import { offeredFor } from './passages.ts';
import { button, timeOf } from './pieces.ts';
import { receiptFacts, renderReceipt } from './receipt.ts';
import type { Member } from './roles.ts';
import { marked, refusalOf } from './told.ts';

/** The form for a question in a channel, with what was asked already; refuses at once where none are taken. */
export async function askForm(
  member: Member,
  channel: string,
  app: AppWithStore,
  text?: string,
): Promise<Form> {
  const typed = text === undefined ? undefined : { text, anonymous: false };
  return questionForm(await deskOpen(member, channel, app), app.translate, typed);
}

async function deskOpen(
  member: Member,
  channel: string,
  { database, translate }: AppWithStore,
): Promise<Desk> {
  const desk = (await findDesk(database, member.guild, channel)) ?? (await onlyDesk(member, database));
  if (!desk) throw new UserError({ key: 'desk.refused.noDesk' });
  const standing = standingOf(desk, member.at);
  if (standing === 'closed') throw new UserError({ key: 'desk.refused.closed' });
  if (standing === 'early') throw early(desk.opensAt ?? member.at, translate);
  return desk;
}

/** The desk that would take a member's question now: that of the channel, or the one that is open in the server. */
export async function openDesk(
  member: Pick<Member, 'guild' | 'at'>,
  channel: string,
  database: AppWithStore['database'],
): Promise<Desk | undefined> {
  const own = await findDesk(database, member.guild, channel);
  return own && standingOf(own, member.at) === 'open' ? own : onlyDesk(member, database);
}

/** In a channel without a desk, the one desk that is open in the server, if there is one. */
async function onlyDesk(
  member: Pick<Member, 'guild' | 'at'>,
  database: AppWithStore['database'],
): Promise<Desk | undefined> {
  const open = (await desksOf(database, member.guild)).filter(
    (desk) => standingOf(desk, member.at) === 'open',
  );
  return open.length === 1 ? open[0] : undefined;
}

function early(at: number, translate: Translate): UserError {
  return marked({ key: 'desk.refused.early', values: { when: timeOf(at) } }, translate);
}

interface Typed {
  readonly channel: string;
  readonly text: string;
  readonly anonymous: boolean;
}

export function submit(
  interaction: ModalSubmitInteraction,
  member: Member,
  { of: channel }: Target,
  app: AppWithStore,
): Promise<Reply> {
  const { fields } = interaction;
  const anonymous = fields.fields.has('anonymous') && fields.getCheckbox('anonymous');
  return taking({ channel, text: fields.getTextInputValue('text'), anonymous }, member, app);
}

/** Sends what a refusal gave back once more, in its place. */
export async function sendAgain(
  interaction: MessageComponentInteraction,
  member: Member,
  { of: channel, seen }: Target,
  app: AppWithStore,
): Promise<Reply> {
  const typed = { channel, text: givenIn(interaction.message), anonymous: seen === 1 };
  return { ...(await taking(typed, member, app, true)), update: true };
}

/** The form with what a refusal gave back. */
export async function formAgain(
  interaction: MessageComponentInteraction,
  member: Member,
  { of: channel, seen }: Target,
  app: AppWithStore,
): Promise<Form> {
  const desk = await deskOpen(member, channel, app);
  return questionForm(desk, app.translate, { text: givenIn(interaction.message), anonymous: seen === 1 });
}

function taking(typed: Typed, member: Member, app: AppWithStore, update = false): Promise<Reply> {
  const { channel, text, anonymous } = typed;
  const { translate } = app;
  const id = (action: string) => customId('question', action, channel, anonymous ? 1 : 0);
  const buttons = ({ told }: UserError) => [
    ...(wantsOtherWords.includes(told.key)
      ? []
      : [button(id('send'), translate('desk.button.send'), 'first')]),
    button(id('anew'), translate('desk.button.anew')),
  ];
  return givingBack({ typed: text, translate, buttons, update }, () => take(typed, member, app));
}

/** Sent as it is it would be refused again. */
const wantsOtherWords: readonly string[] = ['desk.refused.unfitText', 'desk.refused.noAnonymous'];

async function take({ channel, text, anonymous }: Typed, member: Member, app: AppWithStore): Promise<Reply> {
  const { database, sources, translate } = app;
  const library = await sources.libraryOf(member.guild);
  const [offered, nearness] = await Promise.all([
    offeredFor(text.slice(0, longestQuestion), library),
    nearnessOf(text, { guild: member.guild, channel }, app, library),
  ]);
  const asking = { channel, text, anonymous, nearness, ...offered };
  const taken = await ask(database, member, asking, gistOf);
  if (!taken.ok) throw notTaken(taken, app);
  app.deliver();
  const key = taken.same ? 'desk.receipt.led' : 'desk.receipt.taken';
  const facts = await receiptFacts(database, taken.question);
  return renderReceipt(facts, translate, { headline: translate(key) });
}

/** Looked up before the question is taken: vectors take time, and meanwhile nobody else could ask. */
async function nearnessOf(
  typed: string,
  desk: { readonly guild: string; readonly channel: string },
  { database }: AppWithStore,
  library: Library,
): Promise<Nearness> {
  const text = questionText(typed);
  if (text === undefined) return new Map();
  const others = await compared(database, desk);
  return library.likeness(
    text,
    others.map((other) => other.text),
  );
}

function notTaken(refused: NotTaken, { translate }: AppWithStore): UserError {
  if (refused.reason === 'unfit-text') {
    const values = { least: shortestQuestion, most: longestQuestion };
    return new UserError({ key: 'desk.refused.unfitText', values });
  }
  if (refused.reason === 'early') return early(refused.at, translate);
  if (refused.reason === 'too-many') {
    return new UserError({ key: 'desk.refused.tooMany', values: { count: refused.most } });
  }
  if (refused.reason === 'too-soon') {
    const values = { when: timeOf(refused.at + 999, 'R') };
    return marked({ key: 'desk.refused.tooSoon', values }, translate);
  }
  return refusalOf(refused, translate);
}

/** The asker's own question; to everybody else it is as if there were none. */
async function own(member: Member, number: number, { database, translate }: AppWithStore): Promise<Question> {
  const question = await findQuestion(database, member.guild, number);
  if (question?.asker !== member.by) throw refusalOf({ ok: false, reason: 'not-found' }, translate);
  return question;
}

export async function showState(member: Member, number: number, app: AppWithStore): Promise<Reply> {
  const { database, translate } = app;
  const also = await isAlso(database, member.guild, number, member.by);
  const found = also ? await findQuestion(database, member.guild, number) : undefined;
  const question = found ?? (await own(member, number, app));
  return { ...renderReceipt(await receiptFacts(database, question), translate, { also }), update: true };
}

export async function openEdit(member: Member, { number }: Target, app: AppWithStore): Promise<Form> {
  const question = await own(member, number, app);
  if (question.state !== 'waiting') throw new UserError({ key: 'desk.refused.noEdit' });
  return editForm(question, app.translate);
}

export function reword(
  interaction: ModalSubmitInteraction,
  member: Member,
  target: Target,
  app: AppWithStore,
): Promise<Reply> {
  const typed = interaction.fields.getTextInputValue('text');
  return givingBack({ typed, translate: app.translate }, () => put(typed, member, target, app));
}

async function put(
  text: string,
  member: Member,
  { number, seen }: Target,
  app: AppWithStore,
): Promise<Reply> {
  const { database, sources, translate } = app;
  const library = await sources.libraryOf(member.guild);
  const offered = await offeredFor(text.slice(0, longestQuestion), library);
  const result = await editQuestion(database, member, { number, seen, text, ...offered });
  if (!result.ok && result.reason === 'unfit-text') throw notTaken({ ok: false, reason: 'unfit-text' }, app);
  if (!result.ok) throw refusalOf(result, translate);
  return changed(result.question, app);
}

export async function withdraw(member: Member, { number }: Target, app: AppWithStore): Promise<Reply> {
  const result = await withdrawQuestion(app.database, member, number);
  if (!result.ok) throw refusalOf(result, app.translate);
  return changed(result.question, app);
}

export async function insistOn(member: Member, { number }: Target, app: AppWithStore): Promise<Reply> {
  const result = await insist(app.database, member, number);
  if (!result.ok) throw 'most' in result ? notTaken(result, app) : refusalOf(result, app.translate);
  return changed(result.question, app);
}

async function changed(question: Question, app: AppWithStore): Promise<Reply> {
  app.deliver();
  return { ...renderReceipt(await receiptFacts(app.database, question), app.translate), update: true };
}
