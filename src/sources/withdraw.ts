// A document is taken out of the answers, and put back. Its versions stay, so that its citations still resolve.
import type { Database } from '../store/tables.ts';
import {
  type Changed,
  changing,
  type Doer,
  type Done,
  type NotFound,
  record,
  type Seen,
  whyNot,
} from './change.ts';
import { type LimitReached, type Limits, limitReached } from './limits.ts';
import { type Reason, reasonOf, type UnfitReason } from './reason.ts';

export type Withdrawn = Done | UnfitReason | Changed | NotFound;

/** Takes the document out of the answers. `changed` where another moderator was quicker, whatever they did. */
export async function withdrawDocument(
  database: Database,
  doer: Doer,
  { id, version, reason: given }: Seen & { readonly reason: Reason },
): Promise<Withdrawn> {
  const reason = reasonOf(given);
  if (reason === undefined) return { ok: false, reason: 'unfit-reason' };
  return changing(database, doer, async (step): Promise<Withdrawn> => {
    // Another moderator may correct or withdraw it at the same time: one of the writes finds no row.
    const row = await step.change
      .updateTable('documents')
      .set({ state: 'withdrawn', reason, changed_by: doer.by, changed_at: doer.at })
      .where('guild', '=', doer.guild)
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', 'in', ['current', 'corrected'])
      .returning('id')
      .executeTakeFirst();
    if (!row) return whyNot(step, id);
    const before = { state: standing(version), version };
    const after = { state: 'withdrawn', version, reason };
    const revision = await record(step, { document: id, action: 'withdraw', before, after });
    return { ok: true, id, state: 'withdrawn', version, revision };
  });
}

export type Restored = Done | LimitReached | Changed | NotFound;

/** Puts a withdrawn document back into the answers, if the server has room for it. */
export async function restoreDocument(
  database: Database,
  doer: Doer,
  { id, version }: Seen,
  limits: Limits,
): Promise<Restored> {
  return changing(database, doer, async (step): Promise<Restored> => {
    const state = standing(version);
    const gone = await step.change
      .selectFrom('documents')
      .where('guild', '=', doer.guild)
      .where('id', '=', id)
      .where('state', '=', 'withdrawn')
      .select(['characters', 'paragraphs', 'reason'])
      .executeTakeFirst();
    if (!gone) return whyNot(step, id);
    const { characters, paragraphs } = gone;
    const full = await limitReached(step.change, doer, { documents: 1, characters, paragraphs }, limits);
    if (full) return full;
    // Another moderator may restore it at the same time: one of the writes finds no row.
    const row = await step.change
      .updateTable('documents')
      .set({ state, reason: null, changed_by: doer.by, changed_at: doer.at })
      .where('guild', '=', doer.guild)
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '=', 'withdrawn')
      .returning('id')
      .executeTakeFirst();
    if (!row) return whyNot(step, id);
    const before = { state: 'withdrawn', version, reason: gone.reason };
    const revision = await record(step, {
      document: id,
      action: 'restore',
      before,
      after: { state, version },
    });
    return { ok: true, id, state, version, revision };
  });
}

/** What a document is while it is not withdrawn. */
function standing(version: number): 'current' | 'corrected' {
  return version > 1 ? 'corrected' : 'current';
}
