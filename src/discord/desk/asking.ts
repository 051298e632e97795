// What members do with buttons and forms: ask, look, edit, withdraw, insist.
import type { ModalSubmitInteraction } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { Library } from '../../library.ts';
import type { Translate } from '../../messages/messages.ts';
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
import { gistOf } from '../../search/gist.ts';
import type { AppWithStore, Form, Reply } from '../command.ts';
import { editForm, questionForm } from './forms.ts';
import type { Target } from './ids.ts';
import { offeredFor } from './passages.ts';
import { timeOf } from './pieces.ts';
import { receiptFacts, renderReceipt } from './receipt.ts';
import type { Member } from './roles.ts';
import { marked, refusalOf } from './told.ts';

/** The form for a question in a channel; refuses at once where none are taken. */
export async function askForm(
  member: Member,
  channel: string,
  { database, translate }: AppWithStore,
  text?: string,
): Promise<Form> {
  const desk = (await findDesk(database, member.guild, channel)) ?? (await onlyDesk(member, database));
  if (!desk) throw new UserError({ key: 'desk.refused.noDesk' });
  const standing = standingOf(desk, member.at);
  if (standing === 'closed') throw new UserError({ key: 'desk.refused.closed' });
  if (standing === 'early') throw early(desk.opensAt ?? member.at, translate);
  return questionForm(desk, translate, text);
}

/** The desk that would take a member's question now: that of the channel, or the one that is open in the server. */
export async function openDesk(
  member: Member,
  channel: string,
  database: AppWithStore['database'],
): Promise<Desk | undefined> {
  const own = await findDesk(database, member.guild, channel);
  return own && standingOf(own, member.at) === 'open' ? own : onlyDesk(member, database);
}

/** In a channel without a desk, the one desk that is open in the server, if there is one. */
async function onlyDesk(member: Member, database: AppWithStore['database']): Promise<Desk | undefined> {
  const open = (await desksOf(database, member.guild)).filter(
    (desk) => standingOf(desk, member.at) === 'open',
  );
  return open.length === 1 ? open[0] : undefined;
}

function early(at: number, translate: Translate): UserError {
  return marked({ key: 'desk.refused.early', values: { when: timeOf(at) } }, translate);
}

export async function submit(
  interaction: ModalSubmitInteraction,
  member: Member,
  { of: channel }: Target,
  app: AppWithStore,
): Promise<Reply> {
  const { database, sources, translate } = app;
  const library = await sources.libraryOf(member.guild);
  const text = interaction.fields.getTextInputValue('text');
  const anonymous = interaction.fields.fields.has('anonymous') && interaction.fields.getCheckbox('anonymous');
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
  const question = await own(member, number, app);
  return { ...renderReceipt(await receiptFacts(app.database, question), app.translate), update: true };
}

export async function openEdit(member: Member, { number }: Target, app: AppWithStore): Promise<Form> {
  const question = await own(member, number, app);
  if (question.state !== 'waiting') throw new UserError({ key: 'desk.refused.noEdit' });
  return editForm(question, app.translate);
}

export async function reword(
  interaction: ModalSubmitInteraction,
  member: Member,
  { number, seen }: Target,
  app: AppWithStore,
): Promise<Reply> {
  const { database, sources, translate } = app;
  const library = await sources.libraryOf(member.guild);
  const text = interaction.fields.getTextInputValue('text');
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
