// The other half of deliveries.ts: a worker takes rows that are due, for a while and alone, and notes what came of it.
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { DeliveryRow } from '../store/desk-tables.ts';
import { asking, transact, writing } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import { type Doer, moveIn, program, rowOf } from './change.ts';
import { labelsOf } from './question.ts';
import { forgetNoticeOfRefused, wantNoticeOfRefused } from './refused.ts';

/**
 * So long a worker has for what it took; a dead one's rows are free afterwards. discord.js gives up after some seven
 * seconds. A living worker that takes longer, held up by a rate limit, does no harm: the nonce is the same.
 */
export const leaseMs = 15_000;

/** Waits of 1, 2, 4 … 300 s: after about twenty minutes a message counts as failed and waits for a moderator. */
const defaultPatience: Patience = { firstMs: 1_000, longestMs: 300_000, most: 12 };

export interface Patience {
  readonly firstMs: number;
  readonly longestMs: number;
  /** Attempts in all. */
  readonly most: number;
}

/** A message that is to be sent, as long as the lease lasts. */
export interface Job extends Readonly<DeliveryRow> {
  readonly lease: string;
  /** Whether an earlier attempt may have created the message without anybody knowing. */
  readonly unsure: boolean;
}

/** A process's own share of all servers: those whose shards it is connected for. */
export interface Home {
  readonly shards: readonly number[];
  readonly count: number;
}

/** What its own process leaves for so long is taken by another: that one is away. */
const leftMs = 5_000;

/**
 * Takes what is due. Several workers and processes may take at once; each row goes to one of them, at first to the one that has the
 * server's documents open, where `home` tells which these are.
 */
export async function takeDue(database: Database, at: number, most: number, home?: Home): Promise<Job[]> {
  const all = database
    .selectFrom('deliveries')
    .where('state', '=', 'due')
    .where('due_at', '<=', at)
    .where('leased_until', '<=', at);
  const own = home
    ? all.where(({ eb, or }) => or([eb('due_at', '<=', at - leftMs), sql<boolean>`${isOn(home)}`]))
    : all;
  const waiting = own.orderBy('due_at').limit(most).selectAll();
  const jobs: Job[] = [];
  for (const row of await asking(() => waiting.execute())) {
    const job = await take(database, row, at);
    if (job) jobs.push(job);
  }
  return jobs;
}

/** Discord's formula: which shard a server is on. */
function isOn({ shards, count }: Home) {
  return sql`(cast(guild as bigint) >> 22) % ${count} in (${sql.join(shards)})`;
}

async function take(database: Database, row: DeliveryRow, at: number): Promise<Job | undefined> {
  const lease = randomUUID();
  // Another worker may have taken it since it was read: then no row fits.
  const taken = await writing(database, (change) =>
    rowOfDelivery(change, row)
      .where('state', '=', 'due')
      .where('attempts', '=', row.attempts)
      .where('due_at', '<=', at)
      .where('leased_until', '<=', at)
      .set(({ fn, val }) => ({
        lease,
        leased_until: at + leaseMs,
        begun_at: fn.coalesce('begun_at', val(at)),
      }))
      .returningAll()
      .executeTakeFirst(),
  );
  // The unknown message is one that an attempt before this one may have made.
  return taken && { ...taken, lease, unsure: taken.message === null && row.begun_at !== null };
}

type Key = Pick<DeliveryRow, 'guild' | 'kind' | 'desk' | 'number' | 'target'>;

function rowOfDelivery(database: Database, { guild, kind, desk, number, target }: Key) {
  return database
    .updateTable('deliveries')
    .where('guild', '=', guild)
    .where('kind', '=', kind)
    .where('desk', '=', desk)
    .where('number', '=', number)
    .where('target', '=', target);
}

/**
 * The nonce of a message: the same for every attempt to create it, another one for every other message.
 * Discord takes up to 25 characters.
 */
export function nonceOf(job: Pick<Job, keyof Key | 'made' | 'wanted'>): string {
  const { guild, kind, desk, number, target, made, wanted } = job;
  const parts = [guild, kind, desk, number, target, made, isNewEachTime(kind) ? wanted : 0];
  return createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 24);
}

/** What is told once is never edited: there is another message for another occasion. */
function isNewEachTime(kind: DeliveryRow['kind']): boolean {
  return kind === 'tell' || kind === 'notice';
}

/** Where a message stands now. */
export interface Stands {
  readonly channel: string;
  readonly message: string;
  /** How many were made before it, where it is another one than the job told of. */
  readonly made?: number;
}

/**
 * Notes that the message shows what was wanted when the job was taken; what was wanted since is still due.
 * For an answer that was approved as `seen` this is the moment it counts as published, in the same transaction.
 * Returns whether the worker still held the lease.
 */
export async function delivered(
  database: Database,
  job: Job,
  stands: Stands | undefined,
  { at, seen }: { readonly at: number; readonly seen?: number | undefined },
): Promise<boolean> {
  const noted = await transact(database, async (change) => {
    if (job.kind === 'answer' && stands && seen !== undefined) {
      const doer: Doer = { guild: job.guild, by: program, at };
      const set = (before: { published_at: number | null }) => ({ published_at: before.published_at ?? at });
      // Undone or changed since: the message is noted all the same, and what is due then takes it down or mends it.
      const row = await rowOf({ change, doer }, job.number);
      const action = row && labelsOf(row).length === 0 ? 'publish-none' : 'publish';
      await moveIn({ change, doer }, { number: job.number, seen, action, set });
    }
    const row = await noteDelivered(change, job, stands);
    if (row && job.kind === 'card') await forgetNoticeOfRefused(change, job);
    return { ok: row !== undefined };
  });
  return noted.ok;
}

const due: DeliveryRow['state'] = 'due';
const done: DeliveryRow['state'] = 'done';

function noteDelivered(change: Database, job: Job, stands: Stands | undefined) {
  const gone = !stands && job.message !== null;
  return rowOfDelivery(change, job)
    .where('lease', '=', job.lease)
    .set(({ eb }) => ({
      shown: job.wanted,
      // What is told anew each time is never edited, so nobody needs to know where the last one stands.
      channel: isNewEachTime(job.kind) ? null : (stands?.channel ?? null),
      message: isNewEachTime(job.kind) ? null : (stands?.message ?? null),
      made: stands?.made ?? (gone || isNewEachTime(job.kind) ? job.made + 1 : job.made),
      attempts: 0,
      begun_at: null,
      lease: null,
      leased_until: 0,
      error: null,
      state: eb.case().when('wanted', '>', job.wanted).then(due).else(done).end(),
    }))
    .returning('state')
    .executeTakeFirst();
}

/** What went wrong with an attempt. */
export interface FailedAttempt {
  /** A short code for the log and for moderators: `50013`, `ECONNRESET`. */
  readonly code: string;
  /** `passing` may go well later; `certain` did nothing and will not by itself; `unreachable`: a member takes no messages. */
  readonly kind: 'passing' | 'certain' | 'unreachable';
  /** Whether the message may have been created all the same. */
  readonly unsure: boolean;
}

/**
 * Notes a failed attempt: it is tried again later, or shown as failed. An answer that failed is failed for moderators.
 * What was wanted while the attempt went on, or is to be tried again, stays due as that ordered it. Returns the state that the row has then.
 */
export async function notDelivered(
  database: Database,
  job: Job,
  failed: FailedAttempt,
  {
    at,
    seen,
    patience = defaultPatience,
  }: { readonly at: number; readonly seen?: number | undefined; readonly patience?: Patience },
): Promise<DeliveryRow['state']> {
  const attempts = job.attempts + 1;
  const over = failed.kind === 'certain' || attempts >= patience.most;
  const state: DeliveryRow['state'] = failed.kind === 'unreachable' ? 'dropped' : over ? 'failed' : 'due';
  const wait = Math.min(patience.firstMs * 2 ** (attempts - 1), patience.longestMs);
  const noted = await transact(database, async (change) => {
    if (state === 'failed' && job.kind === 'answer' && seen !== undefined) {
      const doer: Doer = { guild: job.guild, by: program, at };
      await moveIn({ change, doer }, { number: job.number, seen, action: 'fail' });
    }
    const row = await rowOfDelivery(change, job)
      .where('lease', '=', job.lease)
      .set(({ eb, ref, val }) => {
        // Wanted anew, or to be tried again (refused.ts).
        const since = eb.or([eb('wanted', '>', job.wanted), eb('due_at', '>', job.due_at)]);
        return {
          state: eb.case().when(since).then(due).else(val(state)).end(),
          attempts: eb.case().when(since).then(ref('attempts')).else(attempts).end(),
          due_at: eb
            .case()
            .when(since)
            .then(ref('due_at'))
            .else(at + wait)
            .end(),
          lease: null,
          leased_until: 0,
          error: eb.case().when(since).then(ref('error')).else(val(failed.code)).end(),
          ...(!failed.unsure && !job.unsure && { begun_at: null }),
        };
      })
      .returning('state')
      .executeTakeFirst();
    const is = row?.state ?? state;
    if (is === 'failed' && job.kind === 'card') await wantNoticeOfRefused(change, job, at);
    return { ok: true, state: is };
  });
  return noted.state;
}

/** A message that could not be delivered, for moderators. */
export type Failed = Pick<DeliveryRow, 'kind' | 'number' | 'target' | 'error'>;

export async function failedOf(database: Database, guild: string, desk: string): Promise<Failed[]> {
  const query = database
    .selectFrom('deliveries')
    .where('guild', '=', guild)
    .where('desk', '=', desk)
    .where('state', '=', 'failed')
    .orderBy('number')
    .select(['kind', 'number', 'target', 'error']);
  return asking(() => query.execute());
}

/** Tries everything of a desk that failed once more; returns how many there were. */
export async function retryFailed(
  database: Database,
  guild: string,
  desk: string,
  at: number,
): Promise<number> {
  const ordered = await writing(database, (change) =>
    change
      .updateTable('deliveries')
      .set({ state: 'due', attempts: 0, due_at: at, error: null })
      .where('guild', '=', guild)
      .where('desk', '=', desk)
      .where('state', '=', 'failed')
      .returning('number')
      .execute(),
  );
  return ordered.length;
}

/** The message that shows something, where there is one. */
export async function messageOf(
  database: Database,
  { guild, kind, desk, number }: Pick<DeliveryRow, 'guild' | 'kind' | 'desk' | 'number'>,
): Promise<Stands | undefined> {
  const query = database
    .selectFrom('deliveries')
    .where('guild', '=', guild)
    .where('kind', '=', kind)
    .where('desk', '=', desk)
    .where('number', '=', number)
    .where('target', '=', '')
    .select(['channel', 'message']);
  const row = await asking(() => query.executeTakeFirst());
  return row?.channel && row.message ? { channel: row.channel, message: row.message } : undefined;
}

/** How many messages are to reach Discord and have not yet, in all servers. */
export async function countDue(database: Database): Promise<number> {
  const query = database
    .selectFrom('deliveries')
    .where('state', '=', 'due')
    .select(({ fn }) => fn.countAll<number>().as('due'));
  return Number((await asking(() => query.executeTakeFirst()))?.due ?? 0);
}
