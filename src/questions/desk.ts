// A desk: a channel that is open for questions, for whom and until when. Every change is one conditional write with its
// entry in the log.
import { z } from 'zod';
import type { DeskRow } from '../store/desk-tables.ts';
import { asking, transact } from '../store/engines/transact.ts';
import type { Change, Database } from '../store/tables.ts';
import { type Doer, enter, type Step } from './change.ts';
import { want } from './deliveries.ts';

/** A day. */
export const longestCooldown = 86_400;

export const settingsSchema = z.object({
  /** The roles whose members moderate. */
  moderators: z.array(z.string()).max(25).default([]),
  /** So many undecided questions a member may have at a time. */
  openQuestions: z.int().min(1).max(50).default(3),
  /** So many seconds between two questions of a member. */
  cooldownSeconds: z.int().min(0).max(longestCooldown).default(60),
  /** Whether members may ask without their name. */
  anonymous: z.boolean().default(false),
  /** Whether other members may read what waits, and say that they ask it too; of questions that are asked from then on. */
  listed: z.boolean().default(false),
  /** `public`: what the sources answer is published at once, marked as not reviewed; the rest waits for a moderator. */
  mode: z.enum(['reviewed', 'public']).default('reviewed'),
  /** The channel or thread for the answers; null for the desk's own. */
  answersIn: z.string().nullable().default(null),
  /** After so many days what members typed, and who they were, is erased. */
  retentionDays: z.int().min(1).max(3_650).default(365),
  /** The language of what stands in the channels. */
  locale: z.string().default('en-US'),
});

export type DeskSettings = z.infer<typeof settingsSchema>;

export interface Desk {
  readonly guild: string;
  readonly channel: string;
  readonly version: number;
  readonly state: DeskRow['state'];
  readonly sitting: number;
  readonly reviewChannel: string | undefined;
  readonly opensAt: number | undefined;
  readonly closesAt: number | undefined;
  readonly settings: DeskSettings;
}

function deskOf(row: DeskRow): Desk {
  return {
    guild: row.guild,
    channel: row.channel,
    version: row.version,
    state: row.state,
    sitting: row.sitting,
    reviewChannel: row.review_channel ?? undefined,
    opensAt: row.opens_at ?? undefined,
    closesAt: row.closes_at ?? undefined,
    settings: settingsSchema.parse(JSON.parse(row.settings)),
  };
}

/** Whether questions are taken now, and if not, why. */
export function standingOf(
  desk: Pick<Desk, 'state' | 'opensAt' | 'closesAt'>,
  now: number,
): 'open' | 'early' | 'closed' {
  if (desk.state === 'closed' || (desk.closesAt !== undefined && desk.closesAt <= now)) return 'closed';
  return desk.opensAt !== undefined && desk.opensAt > now ? 'early' : 'open';
}

export interface DeskDone {
  readonly ok: true;
  readonly desk: Desk;
}

export interface DeskRefused<Reason extends string> {
  readonly ok: false;
  readonly reason: Reason;
}

/** What is said of a desk when it is opened or changed; what is left out stays as it is. */
export interface DeskChange {
  readonly reviewChannel?: string | null;
  readonly opensAt?: number | null;
  readonly closesAt?: number | null;
  readonly settings?: Partial<DeskSettings>;
}

/** Opens a channel for questions: a new sitting. Settings of an earlier one hold on. */
export async function openDesk(
  database: Database,
  doer: Doer,
  channel: string,
  { reviewChannel, opensAt = null, closesAt = null, settings = {} }: DeskChange = {},
): Promise<DeskDone | DeskRefused<'open-already'>> {
  return transact(database, async (change): Promise<DeskDone | DeskRefused<'open-already'>> => {
    const step = { change, doer };
    const before = await deskRow(change, doer.guild, channel);
    const row: DeskRow = {
      guild: doer.guild,
      channel,
      version: (before?.version ?? 0) + 1,
      state: 'open',
      sitting: (before?.sitting ?? 0) + 1,
      review_channel: reviewChannel === undefined ? (before?.review_channel ?? null) : reviewChannel,
      settings: merged(before, settings),
      opens_at: opensAt,
      closes_at: closesAt,
    };
    // Two administrators may open it at once: one row is written, the other is told.
    const after = before ? await replaced(change, before, row, 'closed') : await inserted(change, row);
    if (!after) return { ok: false, reason: 'open-already' };
    await change
      .insertInto('sittings')
      .values({
        guild: doer.guild,
        channel,
        sitting: after.sitting,
        opened_by: doer.by,
        opened_at: doer.at,
        closed_at: null,
      })
      .execute();
    return deskChanged(step, 'open', before, after);
  });
}

/** Changes settings of a desk, open or closed. */
export async function changeDesk(
  database: Database,
  doer: Doer,
  channel: string,
  asked: DeskChange,
): Promise<DeskDone | DeskRefused<'not-found'>> {
  return transact(database, async (change): Promise<DeskDone | DeskRefused<'not-found'>> => {
    for (;;) {
      const before = await deskRow(change, doer.guild, channel);
      if (!before) return { ok: false, reason: 'not-found' };
      const after = await replaced(change, before, changed(before, asked));
      // Another administrator changed it since it was read: what they changed and this does not is kept.
      if (after) return deskChanged({ change, doer }, 'settings', before, after);
    }
  });
}

function changed(before: DeskRow, asked: DeskChange): DeskRow {
  return {
    ...before,
    version: before.version + 1,
    review_channel: asked.reviewChannel === undefined ? before.review_channel : asked.reviewChannel,
    opens_at: asked.opensAt === undefined ? before.opens_at : asked.opensAt,
    closes_at: asked.closesAt === undefined ? before.closes_at : asked.closesAt,
    settings: merged(before, asked.settings ?? {}),
  };
}

/** Ends a sitting. What waits is still reviewed. */
export async function closeDesk(
  database: Database,
  doer: Doer,
  channel: string,
): Promise<DeskDone | DeskRefused<'not-found' | 'closed-already'>> {
  return transact(
    database,
    async (change): Promise<DeskDone | DeskRefused<'not-found' | 'closed-already'>> => {
      for (;;) {
        const before = await deskRow(change, doer.guild, channel);
        if (!before) return { ok: false, reason: 'not-found' };
        if (before.state === 'closed') return { ok: false, reason: 'closed-already' };
        const row: DeskRow = { ...before, version: before.version + 1, state: 'closed' };
        const after = await replaced(change, before, row, 'open');
        if (!after) continue;
        await change
          .updateTable('sittings')
          .set({ closed_at: doer.at })
          .where('guild', '=', doer.guild)
          .where('channel', '=', channel)
          .where('sitting', '=', after.sitting)
          .execute();
        return deskChanged({ change, doer }, 'close', before, after);
      }
    },
  );
}

function merged(before: DeskRow | undefined, settings: Partial<DeskSettings>): string {
  const old: unknown = before ? JSON.parse(before.settings) : {};
  return JSON.stringify(settingsSchema.parse({ ...settingsSchema.parse(old), ...settings }));
}

async function deskRow(change: Database, guild: string, channel: string): Promise<DeskRow | undefined> {
  return change
    .selectFrom('desks')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .selectAll()
    .executeTakeFirst();
}

async function inserted(change: Change, row: DeskRow): Promise<DeskRow | undefined> {
  return change
    .insertInto('desks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild', 'channel']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Zero rows where somebody changed it since it was read, or where it is not in the state that is expected. */
async function replaced(
  change: Change,
  before: DeskRow,
  { guild, channel, ...row }: DeskRow,
  state: DeskRow['state'] = before.state,
): Promise<DeskRow | undefined> {
  return change
    .updateTable('desks')
    .set(row)
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('version', '=', before.version)
    .where('state', '=', state)
    .returningAll()
    .executeTakeFirst();
}

async function deskChanged(
  step: Step,
  action: string,
  before: DeskRow | undefined,
  after: DeskRow,
): Promise<DeskDone> {
  const entry = { before: before ? told(before) : null, after: told(after) };
  await enter(step, action, { channel: after.channel, number: 0, version: after.version }, entry);
  await want(
    step.change,
    { guild: after.guild, kind: 'panel', desk: after.channel, number: 0 },
    step.doer.at,
  );
  return { ok: true, desk: deskOf(after) };
}

function told(row: DeskRow): object {
  const { state, sitting, review_channel: reviewChannel, opens_at: opensAt, closes_at: closesAt } = row;
  return { state, sitting, reviewChannel, opensAt, closesAt, settings: JSON.parse(row.settings) };
}

/** The desk of a channel, inside a change. */
export async function deskIn(change: Change, guild: string, channel: string): Promise<Desk | undefined> {
  const row = await deskRow(change, guild, channel);
  return row && deskOf(row);
}

/** The desk of a channel. */
export async function findDesk(
  database: Database,
  guild: string,
  channel: string,
): Promise<Desk | undefined> {
  const row = await asking(() => deskRow(database, guild, channel));
  return row && deskOf(row);
}

/** All desks of a server. */
export async function desksOf(database: Database, guild: string): Promise<Desk[]> {
  const query = database.selectFrom('desks').where('guild', '=', guild).orderBy('channel').selectAll();
  return (await asking(() => query.execute())).map(deskOf);
}

/** The channels in which an open desk is to post. */
export interface DeskChannels {
  readonly guild: string;
  readonly channels: readonly string[];
}

/** Of all servers. */
export async function openDesks(database: Database): Promise<DeskChannels[]> {
  const query = database.selectFrom('desks').where('state', '=', 'open').orderBy('guild').selectAll();
  return (await asking(() => query.execute()))
    .map(deskOf)
    .map(({ guild, channel, reviewChannel, settings }) => {
      const channels = [channel, reviewChannel, settings.answersIn ?? undefined];
      return { guild, channels: channels.filter((id) => id !== undefined) };
    });
}

/** Closes every desk whose time is over; several processes may do so at once. Returns those that this one closed. */
export async function closeDue(database: Database, by: string, at: number): Promise<Desk[]> {
  const query = database
    .selectFrom('desks')
    .where('state', '=', 'open')
    .where('closes_at', '<=', at)
    .select(['guild', 'channel']);
  const closed: Desk[] = [];
  for (const { guild, channel } of await asking(() => query.execute())) {
    const result = await closeDesk(database, { guild, by, at }, channel);
    if (result.ok) closed.push(result.desk);
  }
  return closed;
}
