// What must reach Discord: rows that are written with the change they tell of, so that neither is ever without the other.
// Sending them is the work of deliver.ts.
import type { DeliveryRow, QuestionRow } from '../store/desk-tables.ts';
import type { Change, Database } from '../store/tables.ts';
import type { Step } from './change.ts';
import { type Action, type State, settled } from './states.ts';

/** Which message: of a desk, of a question, or to a member about their question. */
export type Wanted = Pick<DeliveryRow, 'guild' | 'kind' | 'desk' | 'number'> & { readonly target?: string };

/** Orders a message to be brought up to date, or made. Ordered twice before it is sent, it is sent once. */
export async function want(change: Change, wanted: Wanted, at: number): Promise<void> {
  await change
    .insertInto('deliveries')
    .values({
      target: '',
      ...wanted,
      state: 'due',
      wanted: 1,
      shown: 0,
      channel: null,
      message: null,
      made: 0,
      attempts: 0,
      due_at: at,
      begun_at: null,
      lease: null,
      leased_until: 0,
      error: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['guild', 'kind', 'desk', 'number', 'target']).doUpdateSet(({ eb }) => ({
        state: 'due',
        wanted: eb('deliveries.wanted', '+', 1),
        attempts: 0,
        due_at: at,
        error: null,
      })),
    )
    .execute();
}

interface Changing {
  readonly action: Action;
  readonly before: QuestionRow;
  readonly after: QuestionRow;
}

/** Something of it stands in the channel, or is on its way there. */
export const inChannel: readonly State[] = ['approved', 'failed', ...settled];

/** Orders everything in Discord that a change of a question concerns. */
export async function wantAfter(step: Step, changing: Changing): Promise<void> {
  const { change, doer } = step;
  const { action, before, after } = changing;
  const about = (row: QuestionRow) => ({ guild: row.guild, desk: row.channel, number: row.number });
  await want(change, { ...about(after), kind: 'card' }, doer.at);
  // How many ask the same stands on the card of the other question.
  const isLedElsewhere = before.merged_into !== after.merged_into;
  for (const number of isLedElsewhere ? [before.merged_into, after.merged_into] : []) {
    if (number !== null) await want(change, { ...about(after), number, kind: 'card' }, doer.at);
  }
  // What came of sending the answer does not change what it should show.
  const isSending = action === 'publish' || action === 'publish-none' || action === 'fail';
  if (!isSending && (inChannel.includes(before.state) || inChannel.includes(after.state))) {
    await want(change, { ...about(after), kind: 'answer' }, doer.at);
  }
  if (action === 'flag') await want(change, { ...about(after), kind: 'notice' }, doer.at);
  const isGone = action === 'withdraw';
  if (!isGone && !isTold(changing)) return;
  // Who withdraws it knows; who asked it too does not.
  const askers = (await askersOf(change, after)).filter(({ also }) => also || !isGone);
  // Who asked twice hears of it once.
  for (const asked of new Map(askers.toReversed().map((each) => [each.asker, each])).values()) {
    const told = { guild: after.guild, desk: after.channel, number: asked.number, target: asked.asker };
    if (!asked.erased) await want(change, { ...told, kind: 'tell' }, doer.at);
  }
}

const tellingActions: readonly Action[] = ['publish', 'publish-none', 'reject', 'merge'];

/** Whether the askers hear of a change: where it is decided, and where a decision they heard of is undone. */
function isTold({ action, before }: Changing): boolean {
  if (tellingActions.includes(action)) return true;
  return action === 'undo' && [...settled, 'rejected', 'merged'].includes(before.state);
}

export interface Asked {
  readonly number: number;
  readonly asker: string;
  readonly erased: boolean;
  /** They asked it in no words of their own (also.ts). */
  readonly also?: true;
}

/** Everybody who asked a question: the first, and those whose questions were led to it, at whatever remove. */
export async function askersOf(
  database: Database,
  row: Pick<QuestionRow, 'guild' | 'number' | 'asker' | 'erased_at'>,
): Promise<Asked[]> {
  const found: Asked[] = [{ number: row.number, asker: row.asker, erased: row.erased_at !== null }];
  let level = [row.number];
  // A merge locks both questions and refuses a merged target, so there are no circles; a seen number ends one all the same.
  while (level.length > 0) {
    const next = await database
      .selectFrom('questions')
      .where('guild', '=', row.guild)
      .where('merged_into', 'in', level)
      .where('state', '=', 'merged')
      .select(['number', 'asker', 'erased_at'])
      .execute();
    const fresh = next.filter(({ number }) => !found.some((asked) => asked.number === number));
    found.push(
      ...fresh.map(({ number, asker, erased_at }) => ({ number, asker, erased: erased_at !== null })),
    );
    level = fresh.map(({ number }) => number);
  }
  const also = await database
    .selectFrom('also_asked')
    .where('guild', '=', row.guild)
    .where(
      'number',
      'in',
      found.map(({ number }) => number),
    )
    .orderBy('at')
    .select(['number', 'asker'])
    .execute();
  found.push(...also.map((each) => ({ ...each, erased: false, also: true as const })));
  return found;
}
