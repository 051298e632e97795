// What members do: ask, edit before review, withdraw, insist that theirs is another question. Acknowledged means on the disk.
import { sql } from 'kysely';
import { oneLine } from '../common/controls.ts';
import type { QuestionRow } from '../store/desk-tables.ts';
import { transact } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import { hasAlso } from './also.ts';
import { type Doer, type MoveResult, moveIn, moving, program, record, rowOf, type Step } from './change.ts';
import type { Cited } from './cited.ts';
import { want } from './deliveries.ts';
import { type Desk, deskIn, standingOf } from './desk.ts';
import { duplicateOf, type Nearness, type ReadGist } from './duplicates.ts';
import { withoutErased } from './forgetting/erased-passages.ts';
import { holdQuestions, nextQuestion } from './numbers.ts';
import { type Question, questionOf } from './question.ts';
import { open } from './states.ts';

/** In characters: what a card shows beside the passages. */
export const longestQuestion = 500;
export const shortestQuestion = 5;

/** A question as somebody typed it, and what the sources have for it. */
export interface Asking {
  readonly channel: string;
  readonly text: string;
  readonly anonymous: boolean;
  /** Best first; with `answered` the first of them answers. */
  readonly passages: readonly Cited[];
  readonly answered: boolean;
  /** How near the desk's questions are in what they mean; without it their words alone tell which asks the same. */
  readonly nearness?: Nearness;
}

export interface Taken {
  readonly ok: true;
  readonly question: Question;
  /** The question that this one was found to be the same as. */
  readonly same: Question | undefined;
}

export type NotTaken =
  | { readonly ok: false; readonly reason: 'no-desk' | 'closed' | 'unfit-text' | 'no-anonymous' }
  | { readonly ok: false; readonly reason: 'early'; readonly at: number }
  | { readonly ok: false; readonly reason: 'too-many'; readonly most: number }
  | { readonly ok: false; readonly reason: 'too-soon'; readonly at: number };

/** What was typed as one harmless line; undefined where it is too short or too long, or holds no letter. */
export function questionText(typed: string): string | undefined {
  const line = oneLine(typed).toWellFormed().replace(/\s+/gu, ' ').trim();
  const fits = line.length >= shortestQuestion && line.length <= longestQuestion && /\p{L}/u.test(line);
  return fits ? line : undefined;
}

/** Takes a question: gives it a number, leads it to one that asks the same, and in a public desk approves it at once. */
export async function ask(
  database: Database,
  doer: Doer,
  asking: Asking,
  read: ReadGist,
): Promise<Taken | NotTaken> {
  const text = questionText(asking.text);
  if (text === undefined) return { ok: false, reason: 'unfit-text' };
  return transact(database, async (change): Promise<Taken | NotTaken> => {
    const step = { change, doer };
    // Questions come one after the other, so limits hold.
    const number = await nextQuestion(step);
    const desk = await deskIn(change, doer.guild, asking.channel);
    if (!desk) return { ok: false, reason: 'no-desk' };
    const refused = refusal(desk, asking, doer.at) ?? (await overLimit(step, desk));
    if (refused) return refused;
    const found = await stillThere(step, asking);
    const asked = newRow(doer, desk, { ...asking, ...found, text }, number);
    const { nearness = new Map() } = asking;
    const { answered } = found;
    const like = { ...doer, channel: desk.channel, text, nearness, answered };
    const same = await duplicateOf(change, like, read);
    await change.insertInto('questions').values(asked).execute();
    await record(step, 'ask', null, asked);
    return settle(step, desk, found, { asked, same });
  });
}

/** What becomes of a question at once: led to another, approved, or waiting. */
async function settle(
  step: Step,
  desk: Desk,
  { answered }: Found,
  { asked, same }: { readonly asked: QuestionRow; readonly same: number | undefined },
): Promise<Taken> {
  const itself: Step = { change: step.change, doer: { ...step.doer, by: program } };
  const { number } = asked;
  if (same !== undefined) {
    const set = () => ({ merged_into: same, automatic: 1 as const });
    const led = await certain(moveIn(itself, { number, action: 'duplicate', set }));
    const other = await rowOf(step, same);
    return { ok: true, question: led, same: other && questionOf(other) };
  }
  if (desk.settings.mode === 'public' && answered) {
    const set = () => ({ decided_by: program, decided_at: step.doer.at });
    const approved = await certain(moveIn(itself, { number, action: 'approve', set }));
    return { ok: true, question: approved, same: undefined };
  }
  await want(step.change, { guild: asked.guild, kind: 'card', desk: asked.channel, number }, step.doer.at);
  return { ok: true, question: questionOf(asked), same: undefined };
}

/** The question was written in this transaction, so nobody else can have changed it. */
async function certain(moved: Promise<MoveResult<never>>): Promise<Question> {
  const result = await moved;
  if (result.ok) return result.question;
  throw new Error(`a new question could not be changed: ${result.reason}`);
}

function refusal(desk: Desk, { anonymous }: Asking, now: number): NotTaken | undefined {
  const standing = standingOf(desk, now);
  if (standing === 'closed') return { ok: false, reason: 'closed' };
  if (standing === 'early') return { ok: false, reason: 'early', at: desk.opensAt ?? now };
  return anonymous && !desk.settings.anonymous ? { ok: false, reason: 'no-anonymous' } : undefined;
}

const mine = ({ change, doer }: Step, desk: Desk) =>
  change
    .selectFrom('questions')
    .where('guild', '=', doer.guild)
    .where('channel', '=', desk.channel)
    .where('asker', '=', doer.by);

/** Counted while the server's counter is held, so that two at once cannot slip through. */
async function tooMany(step: Step, desk: Desk): Promise<NotTaken | undefined> {
  const most = desk.settings.openQuestions;
  const { waiting } = await mine(step, desk)
    .where('state', 'in', open)
    .select(sql<number>`count(*)`.as('waiting'))
    .executeTakeFirstOrThrow();
  return Number(waiting) >= most ? { ok: false, reason: 'too-many', most } : undefined;
}

async function overLimit(step: Step, desk: Desk): Promise<NotTaken | undefined> {
  const full = await tooMany(step, desk);
  if (full) return full;
  const { last } = await mine(step, desk)
    .select(sql<number | null>`max(asked_at)`.as('last'))
    .executeTakeFirstOrThrow();
  const freeAt = (last ?? Number.NEGATIVE_INFINITY) + desk.settings.cooldownSeconds * 1_000;
  return freeAt > step.doer.at ? { ok: false, reason: 'too-soon', at: freeAt } : undefined;
}

/** What the sources have for a question. */
type Found = Pick<Asking, 'passages' | 'answered'>;

/** It was looked up before, perhaps by a process that had not heard of an erasure yet. Called while the questions are held. */
async function stillThere(step: Step, { passages: all, answered }: Found): Promise<Found> {
  const passages = await withoutErased(step, all);
  return { passages, answered: answered && passages[0] === all[0] };
}

type Fit = Pick<Asking, 'text' | 'anonymous'> & Found;

function newRow(doer: Doer, desk: Desk, asking: Fit, number: number): QuestionRow {
  return {
    guild: doer.guild,
    number,
    channel: desk.channel,
    sitting: desk.sitting,
    version: 1,
    state: 'waiting',
    asker: doer.by,
    anonymous: asking.anonymous ? 1 : 0,
    text: asking.text,
    ...offered(asking),
    note: null,
    reason: null,
    reason_words: null,
    merged_into: null,
    automatic: 0,
    claimed_by: null,
    claimed_at: null,
    decided_by: null,
    decided_at: null,
    asked_at: doer.at,
    published_at: null,
    revised_at: null,
    changed_at: doer.at,
    flags: null,
    flags_kept: 0,
    erased_at: null,
    listed: desk.settings.listed ? 1 : 0,
  };
}

/** The first passage is chosen where it answers; related passages wait to be chosen. */
function offered({ passages, answered }: Found) {
  const labels = answered ? passages.slice(0, 1).map(({ label }) => label) : [];
  return { passages: JSON.stringify(passages), chosen: JSON.stringify(labels) };
}

/** Not the asker's question; to them it is as if it were not there. */
const notTheirs =
  ({ by }: Doer) =>
  ({ asker }: QuestionRow): 'not-yours' | undefined =>
    asker === by ? undefined : 'not-yours';

export type Edited =
  | MoveResult<'not-yours' | 'asked-too'>
  | { readonly ok: false; readonly reason: 'unfit-text' };

/** Puts other words in the place of a question that nobody has claimed yet. */
export async function editQuestion(
  database: Database,
  doer: Doer,
  { number, seen, ...asking }: Pick<Asking, 'text'> & Found & Numbered,
): Promise<Edited> {
  const text = questionText(asking.text);
  if (text === undefined) return { ok: false, reason: 'unfit-text' };
  return transact(database, async (change): Promise<Edited> => {
    const step = { change, doer };
    await holdQuestions(step);
    const found = await stillThere(step, asking);
    // Who asks it too asks it in these words.
    const others = await hasAlso(change, doer.guild, number);
    return moveIn<'not-yours' | 'asked-too'>(step, {
      number,
      seen,
      action: 'edit',
      unless: (before) => notTheirs(doer)(before) ?? (others ? 'asked-too' : undefined),
      set: () => ({ text, ...offered(found) }),
    });
  });
}

export interface Numbered {
  readonly number: number;
  readonly seen?: number | undefined;
}

/** Takes a question back, whatever version of it the asker saw. */
export async function withdrawQuestion(
  database: Database,
  doer: Doer,
  number: number,
): Promise<MoveResult<'not-yours'>> {
  return moving<'not-yours'>(database, doer, { number, action: 'withdraw', unless: notTheirs(doer) });
}

export type Insisted = MoveResult<'not-yours' | 'by-moderator'> | NotTaken;

/** The asker says that a question that was led to another by the program asks something else. It then waits like any other. */
export async function insist(database: Database, doer: Doer, number: number): Promise<Insisted> {
  return transact(database, async (change): Promise<Insisted> => {
    const step = { change, doer };
    await holdQuestions(step);
    const row = await rowOf(step, number);
    const desk = row && (await deskIn(change, doer.guild, row.channel));
    const full = desk && row.asker === doer.by ? await tooMany(step, desk) : undefined;
    if (full) return full;
    return moveIn<'not-yours' | 'by-moderator'>(step, {
      number,
      action: 'insist',
      unless: (before) => notTheirs(doer)(before) ?? (before.automatic === 1 ? undefined : 'by-moderator'),
      set: () => ({ merged_into: null, automatic: 0 }),
    });
  });
}
