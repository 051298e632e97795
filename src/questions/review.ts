// What moderators do with a question. Each names the version they saw; of two at once exactly one wins, the other is told.
import { oneLine } from '../common/controls.ts';
import type { QuestionRow } from '../store/desk-tables.ts';
import { transact } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import { type Doer, type MoveResult, moveIn, moving, rowOf, type Step } from './change.ts';
import { type Cited, citedListSchema } from './cited.ts';
import { withoutErased } from './forgetting/erased-passages.ts';
import { holdQuestions } from './numbers.ts';
import { labelsOf, questionOf } from './question.ts';
import { settled, standing } from './states.ts';

/** What a moderator saw and decides on. */
export interface Seen {
  readonly number: number;
  readonly seen: number;
}

/** A claim holds so long; then another moderator may act. */
export const claimMs = 15 * 60_000;

/** So long after a decision it can be undone. An answer whose source has changed can be taken down at any time. */
export const undoMs = 15 * 60_000;

export const longestNote = 500;
export const longestReason = 300;
/** An answer of more passages is a lecture; three fit a message with their citations. */
export const mostChosen = 3;
const mostOffered = 10;

export const reasons = [
  'off-topic',
  'no-answer',
  'unclear',
  'opinion',
  'answered',
  'manners',
  'other',
] as const;
export type Reason = (typeof reasons)[number];

/** Somebody else has claimed it. */
export type ClaimedByOther = 'claimed';

function claimedByOther({ by, at }: Doer) {
  return (row: QuestionRow): ClaimedByOther | undefined => {
    const held = row.claimed_by !== null && row.claimed_by !== by && (row.claimed_at ?? 0) > at - claimMs;
    return held ? 'claimed' : undefined;
  };
}

const decidedBy = ({ by, at }: Doer) => ({
  decided_by: by,
  decided_at: at,
  claimed_by: null,
  claimed_at: null,
});
const undecided = { decided_by: null, decided_at: null };

export type Reviewed<Reason extends string = never> = MoveResult<ClaimedByOther | Reason>;

/** Says that one is at it. Who has claimed it already may do so again, which renews the claim. */
export function claim(database: Database, doer: Doer, { number, seen }: Seen): Promise<Reviewed> {
  return moving<ClaimedByOther>(database, doer, {
    number,
    seen,
    action: 'claim',
    unless: claimedByOther(doer),
    set: () => ({ claimed_by: doer.by, claimed_at: doer.at }),
  });
}

/** Gives a claim back; `any` lets an administrator give back somebody else's. */
export function release(
  database: Database,
  doer: Doer,
  { number, seen, any = false }: Seen & { readonly any?: boolean },
): Promise<Reviewed> {
  return moving<ClaimedByOther>(database, doer, {
    number,
    seen,
    action: 'release',
    unless: (before) => (any ? undefined : claimedByOther(doer)(before)),
    set: () => ({ claimed_by: null, claimed_at: null }),
  });
}

export interface Choice extends Seen {
  /** The labels of the passages that are to be the answer, in order. */
  readonly chosen: readonly string[];
  /** Passages that were not offered so far. */
  readonly added?: readonly Cited[];
}

export type Chosen = Reviewed<'unknown-passage' | 'too-many-passages'>;

/** Chooses, swaps or adds the passages of the answer; on a published one that is an edit, which stays visible. */
export async function choose(
  database: Database,
  doer: Doer,
  { number, seen, chosen, added: found = [] }: Choice,
): Promise<Chosen> {
  return transact(database, async (change): Promise<Chosen> => {
    const step = { change, doer };
    if (found.length > 0) await holdQuestions(step);
    const added = await withoutErased(step, found);
    const row = await rowOf(step, number);
    const labels = [...new Set(chosen)];
    return moveIn<ClaimedByOther | 'unknown-passage' | 'too-many-passages'>(step, {
      number,
      seen,
      action: row?.state === 'published' ? 'revise' : 'choose',
      unless: (before) => {
        const passages = passagesWith(before, added);
        if (labels.some((label) => !passages.some((each) => each.label === label))) return 'unknown-passage';
        if (labels.length > mostChosen || labels.length === 0) return 'too-many-passages';
        if (passages.length > mostOffered) return 'too-many-passages';
        return claimedByOther(doer)(before);
      },
      set: (before) => ({
        passages: JSON.stringify(passagesWith(before, added)),
        chosen: JSON.stringify(labels),
        ...revision(before, doer),
        // Other passages, other grounds: what was wrong with the old ones is looked at anew.
        ...(before.state === 'published' && { flags: null, flags_kept: 0 }),
      }),
    });
  });
}

/** One that is there already keeps its place, by which the menu of an earlier card names it. */
function passagesWith({ passages }: QuestionRow, added: readonly Cited[]): Cited[] {
  const known = citedListSchema.parse(JSON.parse(passages));
  const placed = known.map((old) => added.find(({ label }) => label === old.label) ?? old);
  return [...placed, ...added.filter(({ label }) => !known.some((old) => old.label === label))];
}

function revision({ state }: QuestionRow, { at }: Doer): Partial<QuestionRow> {
  return settled.includes(state) ? { revised_at: at } : {};
}

/** A moderator's own words as one harmless line; null where there are none, undefined where there are too many. */
function ownWords(typed: string, most: number): string | null | undefined {
  const line = oneLine(typed).toWellFormed().replace(/\s+/gu, ' ').trim();
  if (line === '') return null;
  return line.length > most ? undefined : line;
}

/** Puts a line of the moderator's own below the passages, or takes it away where it is empty. */
export async function writeNote(
  database: Database,
  doer: Doer,
  { number, seen, note: typed }: Seen & { readonly note: string },
): Promise<Reviewed<'too-long'>> {
  const note = ownWords(typed, longestNote);
  return transact(database, async (change): Promise<Reviewed<'too-long'>> => {
    const step = { change, doer };
    const row = await rowOf(step, number);
    return moveIn<ClaimedByOther | 'too-long'>(step, {
      number,
      seen,
      action: row && settled.includes(row.state) ? 'revise' : 'note',
      unless: (before) => (note === undefined ? 'too-long' : claimedByOther(doer)(before)),
      set: (before) => ({ note: note ?? null, ...revision(before, doer) }),
    });
  });
}

/** Sends the answer on its way. It counts as published only once it stands in the channel. */
export function approve(
  database: Database,
  doer: Doer,
  { number, seen }: Seen,
): Promise<Reviewed<'no-passage'>> {
  return moving<ClaimedByOther | 'no-passage'>(database, doer, {
    number,
    seen,
    action: 'approve',
    unless: (before) => (labelsOf(before).length === 0 ? 'no-passage' : claimedByOther(doer)(before)),
    set: () => decidedBy(doer),
  });
}

/** Has it published that the sources do not answer, without a passage. It counts as that once it stands in the channel. */
export function sayNone(database: Database, doer: Doer, { number, seen }: Seen): Promise<Reviewed> {
  return moving<ClaimedByOther>(database, doer, {
    number,
    seen,
    action: 'none',
    unless: claimedByOther(doer),
    set: () => ({ ...decidedBy(doer), chosen: '[]' }),
  });
}

/** Rejects with a reason from the list, or in the moderator's own words, which `other` needs. */
export async function reject(
  database: Database,
  doer: Doer,
  { number, seen, reason, words: typed }: Seen & { readonly reason: Reason; readonly words: string },
): Promise<Reviewed<'no-reason' | 'too-long'>> {
  const words = ownWords(typed, longestReason);
  return moving<ClaimedByOther | 'no-reason' | 'too-long'>(database, doer, {
    number,
    seen,
    action: 'reject',
    unless: (before) => {
      if (words === undefined) return 'too-long';
      if (reason === 'other' && words === null) return 'no-reason';
      return claimedByOther(doer)(before);
    },
    set: () => ({ ...decidedBy(doer), reason, reason_words: words ?? null }),
  });
}

export type Merged = Reviewed<'same-question'> | { readonly ok: false; readonly reason: 'no-target' };

/** Says that a question asks the same as another one of the desk, whose answer then goes to its asker too. */
export async function merge(
  database: Database,
  doer: Doer,
  { number, seen, into }: Seen & { readonly into: number },
): Promise<Merged> {
  return transact(database, async (change): Promise<Merged> => {
    const step = { change, doer };
    // Two moderators may merge two questions into each other: both rows are held, in the order of their numbers.
    for (const each of [number, into].sort((a, b) => a - b)) await hold(step, each);
    const own = await rowOf(step, number);
    const target = await rowOf(step, into);
    if (!own) return { ok: false, reason: 'not-found' };
    if (number === into) return { ok: false, reason: 'same-question', now: questionOf(own) };
    const fits = target && target.channel === own.channel && standing.includes(target.state);
    if (!fits) return { ok: false, reason: 'no-target' };
    return moveIn<ClaimedByOther | 'same-question'>(step, {
      number,
      seen,
      action: 'merge',
      unless: claimedByOther(doer),
      set: () => ({ ...decidedBy(doer), merged_into: into, automatic: 0 }),
    });
  });
}

/** Locks a row where the engine has locks of rows. */
async function hold({ change, doer }: Step, number: number): Promise<void> {
  await change
    .updateTable('questions')
    .set({ guild: doer.guild })
    .where('guild', '=', doer.guild)
    .where('number', '=', number)
    .execute();
}

/** Takes a decision back. What stands in the channel is taken down, and the askers are told. */
export function undo(
  database: Database,
  doer: Doer,
  { number, seen }: Seen,
): Promise<MoveResult<'too-late'>> {
  return moving<'too-late'>(database, doer, {
    number,
    seen,
    action: 'undo',
    unless: (before) => {
      const inTime = (before.decided_at ?? 0) > doer.at - undoMs;
      const always = before.flags !== null || before.state === 'failed' || before.automatic === 1;
      return inTime || always ? undefined : 'too-late';
    },
    set: () => ({
      ...undecided,
      reason: null,
      reason_words: null,
      merged_into: null,
      automatic: 0,
      published_at: null,
      revised_at: null,
      flags: null,
      flags_kept: 0,
    }),
  });
}

/** Sends an answer again that could not be sent. */
export function retry(database: Database, doer: Doer, { number, seen }: Seen): Promise<MoveResult<never>> {
  return moving(database, doer, { number, seen, action: 'retry' });
}

/** Lets a published answer stand although a paragraph it rests on was changed; the mark in the channel stays. */
export function keep(database: Database, doer: Doer, { number, seen }: Seen): Promise<MoveResult<'no-flag'>> {
  return moving<'no-flag'>(database, doer, {
    number,
    seen,
    action: 'keep',
    unless: (before) => (before.flags === null ? 'no-flag' : undefined),
    set: () => ({ flags_kept: 1 }),
  });
}
