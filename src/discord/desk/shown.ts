// What a message that is due should show at this moment, and where.
import { translator } from '../../messages/messages.ts';
import { isAlso } from '../../questions/also.ts';
import type { Job } from '../../questions/deliver.ts';
import { messageOf } from '../../questions/deliver.ts';
import { type Desk, findDesk } from '../../questions/desk.ts';
import type { Question } from '../../questions/question.ts';
import { countAskers, findQuestion } from '../../questions/read.ts';
import { settled } from '../../questions/states.ts';
import type { Database } from '../../store/tables.ts';
import type { Reply } from '../command.ts';
import { lines, message, text, unanswered } from '../rendering/pieces.ts';
import { renderPanel, renderPublished } from './answer.ts';
import { flagText, renderCard } from './card.ts';
import { customId } from './ids.ts';
import { button, rowsOf, wordsOf } from './pieces.ts';
import { receiptFacts, renderReceipt } from './receipt.ts';

export interface Shown {
  /** Undefined where nothing should stand. */
  readonly reply: Reply | undefined;
  readonly channel: string | undefined;
  /** Whoever is told, in place of a channel. */
  readonly member?: string;
  /** Whether another message is made where somebody deleted the one that stood. */
  readonly again?: boolean;
  /** The question's version that is shown. */
  readonly seen: number | undefined;
}

const nothing: Shown = { reply: undefined, channel: undefined, seen: undefined };

export async function shownFor(job: Job, database: Database): Promise<Shown> {
  const desk = await findDesk(database, job.guild, job.desk);
  if (!desk) return nothing;
  if (job.kind === 'panel') return panelOf(job, desk);
  if (job.kind === 'notice' && job.number === 0) return refusedOf(desk);
  const question = await findQuestion(database, job.guild, job.number);
  if (!question) return nothing;
  const seen = question.version;
  if (job.kind === 'card') return { ...(await cardOf(job, desk, question, database)), seen };
  if (job.kind === 'answer') return { ...(await answerOf(desk, question, database)), seen };
  if (job.kind === 'notice') return { ...noticeOf(desk, question), seen };
  return { ...(await tellOf(job, desk, question, database)), seen };
}

type Part = Omit<Shown, 'seen'>;

/** A closed desk that has no message yet gets none. */
function panelOf({ message: stands }: Job, desk: Desk): Shown {
  const hasPanel = stands !== null || desk.state === 'open';
  const reply = hasPanel ? renderPanel(desk, translator(desk.settings.locale), Date.now()) : undefined;
  return { reply, channel: desk.channel, again: desk.state === 'open', seen: undefined };
}

/** Everybody in the desk's channel may read it, so it tells of no question. */
function refusedOf(desk: Desk): Shown {
  const translate = translator(desk.settings.locale);
  const told = translate('desk.notice.refused', { channel: `<#${desk.reviewChannel ?? desk.channel}>` });
  return { reply: message(unanswered, [text(told)]), channel: desk.channel, seen: undefined };
}

/** What was over before anybody saw it, or was led elsewhere by the program, is no work for moderators. */
async function cardOf(
  { message: stands }: Job,
  desk: Desk,
  question: Question,
  database: Database,
): Promise<Part> {
  const channel = desk.reviewChannel;
  const isWork = question.state !== 'withdrawn' && !question.automatic && !question.erased;
  if (channel === undefined || (stands === null && !isWork)) return { reply: undefined, channel };
  const { guild, number } = question;
  const answer = await messageOf(database, { guild, kind: 'answer', desk: desk.channel, number });
  const facts = { question, askers: await countAskers(database, question), stands: answer };
  return { reply: renderCard(facts, translator(desk.settings.locale)), channel, again: isWork };
}

async function answerOf(desk: Desk, question: Question, database: Database): Promise<Part> {
  const channel = desk.settings.answersIn ?? desk.channel;
  const isUp = question.state === 'approved' || settled.includes(question.state);
  if (!isUp) return { reply: undefined, channel };
  const translate = translator(desk.settings.locale);
  const reply = renderPublished(question, await countAskers(database, question), translate);
  return { reply, channel, again: question.state === 'approved' };
}

/** A message of its own in the review channel: an edited card notifies nobody. */
function noticeOf(desk: Desk, question: Question): Part {
  const channel = desk.reviewChannel;
  if (channel === undefined || question.flags.length === 0) return { reply: undefined, channel };
  const translate = translator(desk.settings.locale);
  const show = customId('question', 'show', question.number);
  return {
    channel,
    reply: message(unanswered, [
      text(
        lines(
          translate('desk.notice.flagged', { number: question.number }),
          wordsOf(question, translate),
          flagText(question, translate),
        ),
      ),
      ...rowsOf([button(show, translate('desk.button.show'), 'first')]),
    ]),
  };
}

/** What an asker hears in a direct message, where buttons of a server's question would not know their server. */
async function tellOf(job: Job, desk: Desk, question: Question, database: Database): Promise<Part> {
  const also = await isAlso(database, job.guild, job.number, job.target);
  // Who asked it is told nothing of what was erased; whoever asks it too, that it is gone.
  const isTheirs = also || (question.asker === job.target && !question.erased);
  if (!isTheirs) return { reply: undefined, channel: undefined };
  const translate = translator(desk.settings.locale);
  const facts = await receiptFacts(database, question);
  const headline = translate(also ? 'desk.tellToo' : 'desk.tell', { number: question.number });
  return {
    member: job.target,
    channel: undefined,
    reply: renderReceipt(facts, translate, { headline, buttons: false }),
  };
}
