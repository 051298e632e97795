// The frame of every change of a question: one conditional write, its entry in the log and what must reach Discord, all
// in one transaction.
import type { DeskLogRow, QuestionRow } from '../store/desk-tables.ts';
import { transact } from '../store/engines/transact.ts';
import type { Change, Database } from '../store/tables.ts';
import { wantAfter } from './deliveries.ts';
import { labelsOf, type Question, questionOf } from './question.ts';
import { type Action, stateAfter } from './states.ts';

/** Who changes something where, and when (milliseconds since 1970). */
export interface Doer {
  /** The server. */
  readonly guild: string;
  /** The member's id, or `program`. */
  readonly by: string;
  readonly at: number;
}

/** The doer of what nobody ordered. */
export const program = 'program';

export interface Step {
  readonly change: Change;
  readonly doer: Doer;
}

export interface Moved {
  readonly ok: true;
  readonly question: Question;
}

/** Somebody else was quicker, or what is asked for cannot be done in this state: how it stands, and what a person did last. */
export interface Changed {
  readonly ok: false;
  readonly reason: 'changed';
  readonly now: Question;
  readonly last: { readonly action: string; readonly by: string; readonly at: number } | undefined;
}

export interface NotFound {
  readonly ok: false;
  readonly reason: 'not-found';
}

/** A refusal that belongs to one action alone. */
export interface Refused<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
  readonly now: Question;
}

/** One change of one question. */
export interface Move<Reason extends string> {
  readonly number: number;
  readonly action: Action;
  /** The version on which the doer decided; left out where any will do. */
  readonly seen?: number | undefined;
  /** Why it may not be done, beside its state. */
  readonly unless?: (before: QuestionRow) => Reason | undefined;
  readonly set?: (before: QuestionRow) => Partial<QuestionRow>;
}

export type MoveResult<Reason extends string> = Moved | Changed | NotFound | Refused<Reason>;

/** Runs one change of one question. */
export function moving<Reason extends string = never>(
  database: Database,
  doer: Doer,
  move: Move<Reason>,
): Promise<MoveResult<Reason>> {
  return transact(database, (change) => moveIn({ change, doer }, move));
}

/** The same inside a transaction that does more. */
export async function moveIn<Reason extends string = never>(
  step: Step,
  move: Move<Reason>,
): Promise<MoveResult<Reason>> {
  for (;;) {
    const before = await rowOf(step, move.number);
    if (!before) return { ok: false, reason: 'not-found' };
    const state = stateAfter(move.action, before.state);
    const isOld = review.includes(move.action)
      ? await changedByOthers(step, before, move.seen)
      : move.seen !== undefined && move.seen !== before.version;
    if (state === undefined || isOld) return whyNot(step, before);
    const refused = move.unless?.(before);
    if (refused !== undefined) return { ok: false, reason: refused, now: questionOf(before) };
    const after = await write(step, before, { state, ...move.set?.(before) });
    // Another moderator, the asker or another process may have changed it since it was read: then no row fits.
    if (!after) continue;
    await record(step, move.action, before, after);
    await wantAfter(step, { action: move.action, before, after });
    return { ok: true, question: questionOf(after) };
  }
}

/** What a moderator goes on with after what they did themself; an asker, or the program, begins anew. */
const review: readonly Action[] = [
  ...(['claim', 'release', 'choose', 'note', 'revise', 'approve', 'none', 'reject'] as const),
  ...(['merge', 'undo', 'retry', 'keep'] as const),
];

/** What the program does in consequence of a decision. */
const sending: readonly string[] = ['publish', 'publish-none', 'fail'] satisfies Action[];

/**
 * Whether anybody but the doer has changed a question since the version they saw: what they did themself, perhaps on a card that
 * does not show it yet, and that a decision was carried out, keeps them from nothing.
 */
export async function changedByOthers(
  { change, doer }: { readonly change: Database; readonly doer: Doer },
  { channel, number, version }: Pick<QuestionRow, 'channel' | 'number' | 'version'>,
  seen: number | undefined,
): Promise<boolean> {
  if (seen === undefined || seen === version) return false;
  if (seen < 1 || seen > version) return true;
  const since = await change
    .selectFrom('desk_log')
    .where('guild', '=', doer.guild)
    .where('channel', '=', channel)
    .where('number', '=', number)
    .where('version', '>', seen)
    .where('version', '<=', version)
    .select(['actor', 'action'])
    .execute();
  return !since.every(
    ({ actor, action }) => actor === doer.by || (actor === program && sending.includes(action)),
  );
}

export async function rowOf({ change, doer }: Step, number: number): Promise<QuestionRow | undefined> {
  return change
    .selectFrom('questions')
    .where('guild', '=', doer.guild)
    .where('number', '=', number)
    .selectAll()
    .executeTakeFirst();
}

async function write(
  { change, doer }: Step,
  before: QuestionRow,
  set: Partial<QuestionRow>,
): Promise<QuestionRow | undefined> {
  return change
    .updateTable('questions')
    .set({ ...set, version: before.version + 1, changed_at: doer.at })
    .where('guild', '=', doer.guild)
    .where('number', '=', before.number)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirst();
}

/** What the program did in consequence, such as publishing, tells less than who decided it. */
async function whyNot({ change, doer }: Step, before: QuestionRow): Promise<Changed> {
  const last = await change
    .selectFrom('desk_log')
    .where('guild', '=', doer.guild)
    .where('channel', '=', before.channel)
    .where('number', '=', before.number)
    .where('actor', '!=', program)
    .orderBy('version', 'desc')
    .limit(1)
    .select(['action', 'actor as by', 'at'])
    .executeTakeFirst();
  return { ok: false, reason: 'changed', now: questionOf(before), last };
}

type Subject = Pick<QuestionRow, 'channel' | 'number' | 'version'>;

/** Writes an entry of the log. What did not change is left out; of passages it holds the labels. */
export async function record(
  step: Step,
  action: string,
  before: QuestionRow | null,
  after: QuestionRow,
): Promise<void> {
  const old = before && told(before);
  const now = told(after);
  const changed = Object.keys(now).filter(
    (key) => !old || JSON.stringify(old[key]) !== JSON.stringify(now[key]),
  );
  const part = (all: Told): Told => Object.fromEntries(changed.map((key) => [key, all[key]]));
  await enter(step, action, after, { before: old && part(old), after: part(now) });
}

/** An entry under the version that the change made. */
export async function enter(
  { change, doer }: Step,
  action: string,
  { channel, number, version }: Subject,
  { before, after }: { readonly before: object | null; readonly after: object | null },
): Promise<void> {
  const row: DeskLogRow = {
    guild: doer.guild,
    channel,
    number,
    version,
    action,
    actor: doer.by,
    at: doer.at,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
  };
  await change.insertInto('desk_log').values(row).execute();
}

type Told = Record<string, unknown>;

/** What the log tells of a question; times are the entry's own. */
function told(row: QuestionRow): Told {
  const { state, asker, anonymous, text, note, reason, flags } = row;
  return {
    state,
    asker,
    anonymous: anonymous === 1,
    text,
    passages: questionOf(row).passages.map(({ label }) => label),
    chosen: labelsOf(row),
    note,
    reason,
    reasonWords: row.reason_words,
    mergedInto: row.merged_into,
    claimedBy: row.claimed_by,
    decidedBy: row.decided_by,
    flags: flags && JSON.parse(flags),
    flagsKept: row.flags_kept === 1,
    erased: row.erased_at !== null,
  };
}
