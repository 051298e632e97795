// What moderators do with the buttons, menus and forms of a card. Each asks for their roles first.
import type { MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js';
import { UserError } from '../../../common/errors.ts';
import { citationRefused } from '../../../dialogue/refusals.ts';
import type { MessageKey } from '../../../messages/messages.ts';
import { changedByOthers, program } from '../../../questions/change.ts';
import { messageOf } from '../../../questions/deliver.ts';
import { findDesk } from '../../../questions/desk.ts';
import type { Question } from '../../../questions/question.ts';
import { countAskers, findQuestion, logOf } from '../../../questions/read.ts';
import * as review from '../../../questions/review.ts';
import type { AppWithStore, Form, Reply, Response } from '../../command.ts';
import { message, text, unanswered } from '../../rendering/pieces.ts';
import { renderCard } from '../card.ts';
import { addForm, mergeForm, noteForm, rejectForm } from '../forms.ts';
import { givingBack } from '../given-back.ts';
import { customId, type Target } from '../ids.ts';
import { becameOf, citedOf } from '../passages.ts';
import { button, rowsOf } from '../pieces.ts';
import { type Member, mustModerate } from '../roles.ts';
import { type Refusal, refusalOf } from '../told.ts';

type Used = MessageComponentInteraction | ModalSubmitInteraction;

/** One action under way: the question as it stands now, and the moderator, whose roles were asked for. */
interface Case {
  readonly interaction: Used;
  readonly member: Member;
  readonly question: Question;
  /** What the moderator saw. */
  readonly seen: review.Seen;
  readonly app: AppWithStore;
}

type Act = (it: Case) => Response | Promise<Response>;

const acts: Readonly<Record<string, Act>> = {
  show: ({ question, app }) => cardFor(question, app),
  none: (it) => done(it, review.sayNone(it.app.database, it.member, it.seen), 'desk.done.none'),
  approve: async (it) => {
    await mustStand(it);
    return done(it, review.approve(it.app.database, it.member, it.seen), 'desk.done.approve');
  },
  claim: (it) => done(it, review.claim(it.app.database, it.member, it.seen), 'desk.done.claim'),
  release: (it) => {
    const seen = { ...it.seen, any: it.member.administers };
    return done(it, review.release(it.app.database, it.member, seen), 'desk.done.release');
  },
  undo: (it) => done(it, review.undo(it.app.database, it.member, it.seen), 'desk.done.undo'),
  retry: async (it) => {
    await mustStand(it);
    return done(it, review.retry(it.app.database, it.member, it.seen), 'desk.done.retry');
  },
  keep: (it) => done(it, review.keep(it.app.database, it.member, it.seen), 'desk.done.keep'),
  choose: (it) => {
    const chosen = it.interaction.isStringSelectMenu() ? it.interaction.values : [];
    const labels = chosen.flatMap((value) => labelFor(it.question, value));
    return done(
      it,
      review.choose(it.app.database, it.member, { ...it.seen, chosen: labels }),
      'desk.done.choose',
    );
  },
  note: (it) => opened(it, noteForm),
  reject: (it) => opened(it, rejectForm),
  merge: (it) => opened(it, mergeForm),
  add: (it) => opened(it, addForm),
  write: (it) => {
    const note = field(it, 'note');
    return done(it, review.writeNote(it.app.database, it.member, { ...it.seen, note }), 'desk.done.note');
  },
  deny: (it) => {
    const chosen = it.interaction.isModalSubmit()
      ? it.interaction.fields.getStringSelectValues('reason')[0]
      : '';
    const reason = review.reasons.find((each) => each === chosen) ?? 'other';
    const decision = { ...it.seen, reason, words: field(it, 'words') };
    return done(it, review.reject(it.app.database, it.member, decision), 'desk.done.reject');
  },
  join: (it) => {
    const [, digits = '0'] = /^\s*#?(\d{1,9})\s*$/u.exec(field(it, 'number')) ?? [];
    const decision = { ...it.seen, into: Number(digits) };
    return done(it, review.merge(it.app.database, it.member, decision), 'desk.done.merge');
  },
  cite: (it) => added(it),
};

/** Whether an action is a moderator's. */
export function isReview(action: string): boolean {
  return Object.hasOwn(acts, action);
}

/** Does what a moderator asked for; refuses whoever is none, and a question of another server as one that is not there. */
export async function reviewed(
  interaction: Used,
  member: Member,
  { action, number, seen }: Target,
  app: AppWithStore,
): Promise<Response> {
  const { database, translate } = app;
  const question = await findQuestion(database, member.guild, number);
  const desk = question && (await findDesk(database, member.guild, question.channel));
  if (!question || !desk) throw refusalOf({ ok: false, reason: 'not-found' }, translate);
  mustModerate(member, desk);
  const act = acts[action];
  if (!act) throw new UserError({ key: 'discord.gone' });
  const it = { interaction, member, question, seen: { number, seen }, app };
  return givingBack({ typed: typedIn(it), translate }, async () => act(it));
}

/** What a moderator wrote in a form, which a refusal gives back. */
function typedIn({ interaction }: Case): string {
  if (!interaction.isModalSubmit()) return '';
  const { fields } = interaction.fields;
  return [...fields.values()].flatMap((each) => ('value' in each ? [each.value] : [])).join(' ');
}

function field({ interaction }: Case, id: string): string {
  return interaction.isModalSubmit() ? interaction.fields.getTextInputValue(id) : '';
}

/** A menu's values are the places of the passages, which are those that were seen or the version is another. */
function labelFor({ passages }: Question, value: string): string[] {
  const passage = passages[Number(value)];
  return passage ? [passage.label] : [];
}

type Result = Promise<{ readonly ok: true; readonly question: Question } | Refusal>;

async function done({ app }: Case, result: Result, key: MessageKey): Promise<Reply> {
  const { translate } = app;
  const outcome = await result;
  if (!outcome.ok) throw refusalOf(outcome, translate);
  const { guild, number, version, state } = outcome.question;
  // The card shows it before whoever pressed hears of it, so that their next press is on what they see.
  await app.refreshed({ guild, number });
  const canUndo = ['approved', 'rejected', 'merged'].includes(state);
  const undo = button(customId('question', 'undo', number, version), translate('desk.button.undo'));
  return message(unanswered, [text(translate(key, { number })), ...(canUndo ? rowsOf([undo]) : [])]);
}

/** Passages are kept as they were offered; what was corrected or withdrawn since is not published as a source's words. */
async function mustStand({ question, seen, member, app }: Case): Promise<void> {
  // An old card is refused as such, whatever its passages are.
  if (await changedByOthers({ change: app.database, doer: member }, question, seen.seen)) return;
  const became = becameOf(await app.sources.libraryOf(member.guild));
  for (const now of await Promise.all(question.chosen.map(became))) {
    if (now !== 'same') throw new UserError({ key: refusedAs[now] });
  }
}

const refusedAs = {
  erased: 'desk.refused.erasedPassage',
  withdrawn: 'desk.refused.withdrawnPassage',
  corrected: 'desk.refused.correctedPassage',
} as const;

/** A form is filled in on what is seen now: what somebody changed since the card was drawn is refused before. */
async function opened(
  { question, seen, member, app }: Case,
  form: (question: Question, translate: AppWithStore['translate']) => Form,
): Promise<Form> {
  if (await changedByOthers({ change: app.database, doer: member }, question, seen.seen)) {
    const { guild, channel, number } = question;
    const log = await logOf(app.database, guild, { channel, number });
    const last = log.findLast(({ by }) => by !== program);
    throw refusalOf({ ok: false, reason: 'changed', now: question, last }, app.translate);
  }
  return form(question, app.translate);
}

/** Adds the paragraphs of a citation to the answer. */
async function added(it: Case): Promise<Reply> {
  const { app, question, seen } = it;
  const typed = field(it, 'citation');
  const library = await app.sources.libraryOf(it.member.guild);
  const cited = await library.cite(typed);
  if (!cited.found) throw await citationRefused(typed, cited, library);
  if (cited.document.status === 'withdrawn') throw new UserError({ key: 'desk.refused.withdrawnPassage' });
  const passages = await Promise.all(
    cited.passages
      .slice(0, review.mostChosen + 1)
      .map((passage) => citedOf(passage, { start: 0, end: passage.text.length }, library)),
  );
  const chosen = [...question.chosen, ...passages].map(({ label }) => label);
  const choice = { ...seen, chosen, added: passages };
  return done(it, review.choose(app.database, it.member, choice), 'desk.done.add');
}

/** The card before one moderator's eyes, with the same buttons as in the review channel. */
async function cardFor(question: Question, { database, translate }: AppWithStore): Promise<Reply> {
  const { guild, channel: desk, number } = question;
  const stands = await messageOf(database, { guild, kind: 'answer', desk, number });
  return renderCard({ question, askers: await countAskers(database, question), stands }, translate);
}
