// What moderators say of who is who in a server's own documents: made, undone, listed. Texts may change below them, so what a correction
// names need not be there; it is known by its words alone.
import { sql } from 'kysely';
import { oneLine } from '../common/controls.ts';
import { mostTyped } from '../common/typed.ts';
import type { Correction } from '../corpus/correction.ts';
import { fold } from '../corpus/text/folding.ts';
import { asking } from '../store/engines/transact.ts';
import type { CorrectionRow, Database } from '../store/tables.ts';
import { changing, type Doer, record } from './change.ts';
import { hourlyReached, type LimitReached, type Limits } from './limits.ts';

/** A correction as it stands. */
export interface MadeCorrection extends Correction {
  /** The change that made it. */
  readonly made: number;
  readonly by: string;
  readonly at: number;
  readonly undone: { readonly by: string; readonly at: number } | undefined;
}

export type CorrectionMade =
  | { readonly ok: true; readonly made: number; readonly revision: number }
  | LimitReached
  | { readonly ok: false; readonly reason: 'same' | 'unfit-name' };

/** Makes a correction. Whether it changes anything in the texts is for whoever asks to look at before. */
export async function makeCorrection(
  database: Database,
  doer: Doer,
  typed: Correction,
  limits: Pick<Limits, 'corrections' | 'hourly'>,
): Promise<CorrectionMade> {
  const [name, other] = [nameOf(typed.name), nameOf(typed.other)];
  if (name === undefined || other === undefined) return { ok: false, reason: 'unfit-name' };
  const correction = { kind: typed.kind, name, other };
  return changing(database, doer, async (step): Promise<CorrectionMade> => {
    const { guild, by, at } = doer;
    const there = await step.change
      .selectFrom('corrections')
      .where('guild', '=', guild)
      .where('state', '=', 'current')
      .select(['kind', 'name', 'other'])
      .execute();
    if (there.some((each) => isSame(each, correction))) return { ok: false, reason: 'same' };
    const [most, would] = [limits.corrections, there.length + 1];
    if (would > most) return { ok: false, reason: 'limit', limit: 'corrections', most, would };
    const full = await hourlyReached(step.change, doer, limits);
    if (full) return full;
    const revision = await record(step, {
      ...{ document: null, action: 'names', before: null, after: correction },
    });
    await step.change
      .insertInto('corrections')
      .values({
        ...{ guild, made: revision, ...correction, state: 'current', made_by: by, made_at: at },
        ...{ undone_by: null, undone_at: null },
      })
      .execute();
    return { ok: true, made: revision, revision };
  });
}

export type CorrectionUndone =
  | { readonly ok: true; readonly correction: Correction; readonly revision: number }
  | { readonly ok: false; readonly reason: 'not-found' }
  /** Somebody was quicker. */
  | { readonly ok: false; readonly reason: 'undone'; readonly by: string; readonly at: number };

/** What it said holds no more. That takes something away, so it is never refused for being too often. */
export async function undoCorrection(
  database: Database,
  doer: Doer,
  made: number,
): Promise<CorrectionUndone> {
  return changing(database, doer, async (step): Promise<CorrectionUndone> => {
    // Another moderator may undo it at the same time: one of the writes finds no row.
    const row = await step.change
      .updateTable('corrections')
      .set({ state: 'undone', undone_by: doer.by, undone_at: doer.at })
      .where('guild', '=', doer.guild)
      .where('made', '=', made)
      .where('state', '=', 'current')
      .returningAll()
      .executeTakeFirst();
    if (!row) return whyNotUndone(step.change, doer.guild, made);
    const { kind, name, other } = row;
    const correction = { kind, name, other };
    const noted = { document: null, action: 'names-undo', before: { ...correction, made } } as const;
    const revision = await record(step, { ...noted, after: correction });
    return { ok: true, correction, revision };
  });
}

async function whyNotUndone(database: Database, guild: string, made: number): Promise<CorrectionUndone> {
  const row = await database
    .selectFrom('corrections')
    .where('guild', '=', guild)
    .where('made', '=', made)
    .select(['undone_by', 'undone_at'])
    .executeTakeFirst();
  if (!row) return { ok: false, reason: 'not-found' };
  return { ok: false, reason: 'undone', by: row.undone_by ?? '', at: row.undone_at ?? 0 };
}

/** Those that hold, in the order in which they were made: as many as the limit lets. */
export async function currentCorrections(database: Database, guild: string): Promise<MadeCorrection[]> {
  const query = database
    .selectFrom('corrections')
    .where('guild', '=', guild)
    .where('state', '=', 'current')
    .orderBy('made')
    .selectAll();
  return (await asking(() => query.execute())).map(correctionOf);
}

/** The newest first, undone ones too: a page, and how many there are. */
export async function listCorrections(
  database: Database,
  guild: string,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<{ readonly shown: readonly MadeCorrection[]; readonly of: number }> {
  const all = database.selectFrom('corrections').where('guild', '=', guild);
  const rows = await asking(() => all.orderBy('made', 'desc').limit(most).offset(from).selectAll().execute());
  const { count } = await asking(() =>
    all.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow(),
  );
  return { shown: rows.map(correctionOf), of: Number(count) };
}

export function correctionOf(row: CorrectionRow): MadeCorrection {
  const { kind, name, other, made, made_by: by, made_at: at, undone_by, undone_at } = row;
  const undone = undone_by === null ? undefined : { by: undone_by, at: undone_at ?? 0 };
  return { kind, name, other, made, by, at, undone };
}

/** One line of at most a name's length with a letter or a digit in it. */
function nameOf(typed: string): string | undefined {
  const line = oneLine(typed).toWellFormed().trim();
  return line.length <= mostTyped.name && /[\p{L}\p{N}]/u.test(line) ? line : undefined;
}

function isSame(one: Correction, other: Correction): boolean {
  return (
    one.kind === other.kind &&
    keyOf(one.name) === keyOf(other.name) &&
    keyOf(one.other) === keyOf(other.other)
  );
}

function keyOf(name: string): string {
  return fold(name).text;
}
