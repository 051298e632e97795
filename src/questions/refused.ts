// Cards that Discord refused, in a channel that the bot may not write to: moderators are told, and they are sent when that is mended.
import type { DeliveryRow } from '../store/desk-tables.ts';
import { writing } from '../store/engines/transact.ts';
import type { Change, Database } from '../store/tables.ts';
import { want } from './deliveries.ts';

type Place = Pick<DeliveryRow, 'guild' | 'desk'>;

/** The desk's own channel is told that cards do not arrive: once, until they do again. Its number is that of no question. */
export async function wantNoticeOfRefused(change: Change, { guild, desk }: Place, at: number): Promise<void> {
  const told = await change
    .selectFrom('deliveries')
    .where('guild', '=', guild)
    .where('desk', '=', desk)
    .where('kind', '=', 'notice')
    .where('number', '=', 0)
    .select('state')
    .executeTakeFirst();
  if (!told) await want(change, { guild, desk, kind: 'notice', number: 0 }, at);
}

/** Cards arrive again: of the next refusal is told anew. */
export async function forgetNoticeOfRefused(change: Change, { guild, desk }: Place): Promise<void> {
  await change
    .deleteFrom('deliveries')
    .where('guild', '=', guild)
    .where('desk', '=', desk)
    .where('kind', '=', 'notice')
    .where('number', '=', 0)
    .where('state', '!=', 'due')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('deliveries as others')
            .where('others.guild', '=', guild)
            .where('others.desk', '=', desk)
            .where('others.kind', '=', 'card')
            .where('others.state', '=', 'failed')
            .select('others.number'),
        ),
      ),
    )
    .execute();
}

/**
 * Tries what moderators of a server would else wait for in vain once more: its permissions or settings may be others now. An answer
 * is sent again by hand alone, since its question says that it failed. Returns how many there were.
 */
export async function retryRefused(database: Database, at: number, only?: Refused): Promise<number> {
  const refused = await writing(database, async (change) => {
    const some = change
      .updateTable('deliveries')
      .where('kind', 'in', ['card', 'panel', 'notice'])
      .$if(only !== undefined, (all) => all.where('guild', '=', only?.guild ?? ''))
      .$if(only?.desk !== undefined, (all) => all.where('desk', '=', only?.desk ?? ''));
    // What is being sent at this moment may still go where it is refused. That is no end either: due a moment later than when
    // it was taken says so (deliver.ts).
    await some
      .where('state', '=', 'due')
      .where('lease', 'is not', null)
      .set(({ eb }) => ({ attempts: 0, due_at: eb('due_at', '+', 1) }))
      .execute();
    return some
      .where('state', '=', 'failed')
      .set({ state: 'due', attempts: 0, due_at: at, error: null })
      .returning('number')
      .execute();
  });
  return refused.length;
}

/** Of a server, or of one of its desks. */
export interface Refused {
  readonly guild: string;
  readonly desk?: string;
}
