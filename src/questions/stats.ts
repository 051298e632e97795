// A sitting in numbers: how many questions stand how, how long askers wait, and who decided how many.

import { asking } from '../store/engines/transact.ts';
import type { Database } from '../store/tables.ts';
import { questionOf } from './question.ts';
import { type State, states } from './states.ts';

export interface Stats {
  readonly total: number;
  readonly byState: readonly { readonly state: State; readonly count: number }[];
  /** Members who asked. */
  readonly askers: number;
  /** Milliseconds from question to publication, in the middle; undefined while nothing is published. */
  readonly medianMs: number | undefined;
  /** How often members found the passages of its published answers helpful, or not, wherever they were shown. */
  readonly ratings: { readonly up: number; readonly down: number };
  /** Decisions that stand, by moderator, most first. */
  readonly moderators: readonly { readonly member: string; readonly decided: number }[];
  /** Questions over time, in equal parts from the first to the last. */
  readonly chart:
    | { readonly from: number; readonly to: number; readonly counts: readonly number[] }
    | undefined;
}

/** A chart of so many bars fits a line on a phone. */
const bars = 24;

export async function statsOf(
  database: Database,
  guild: string,
  { channel, sitting }: { readonly channel: string; readonly sitting: number },
): Promise<Stats> {
  const query = database
    .selectFrom('questions')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('sitting', '=', sitting)
    .select(['state', 'asker', 'asked_at', 'published_at', 'decided_by']);
  const rows = await asking(() => query.execute());
  const count = (state: State): number => rows.filter((row) => row.state === state).length;
  const waits = rows.flatMap((row) => (row.published_at === null ? [] : [row.published_at - row.asked_at]));
  const decided = Map.groupBy(
    rows.filter(({ decided_by }) => decided_by !== null),
    ({ decided_by }) => decided_by ?? '',
  );
  return {
    total: rows.length,
    byState: states.map((state) => ({ state, count: count(state) })),
    askers: new Set(rows.map(({ asker }) => asker)).size,
    medianMs: median(waits),
    ratings: await ratingsOf(database, guild, { channel, sitting }),
    moderators: [...decided]
      .map(([member, all]) => ({ member, decided: all.length }))
      .sort((a, b) => b.decided - a.decided),
    chart: chartOf(rows.map(({ asked_at }) => asked_at)),
  };
}

async function ratingsOf(
  database: Database,
  guild: string,
  { channel, sitting }: { readonly channel: string; readonly sitting: number },
): Promise<Stats['ratings']> {
  const published = database
    .selectFrom('questions')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('sitting', '=', sitting)
    .where('state', '=', 'published')
    .selectAll();
  const passages = (await asking(() => published.execute()))
    .flatMap((row) => questionOf(row).chosen)
    .map(({ document, hash }) => `${document} ${hash}`);
  const shown = new Set(passages);
  const all = database.selectFrom('ratings').where('guild', '=', guild).selectAll();
  const rated = (await asking(() => all.execute())).filter(({ document, hash }) =>
    shown.has(`${document} ${hash}`),
  );
  return {
    up: rated.reduce((sum, { up }) => sum + up, 0),
    down: rated.reduce((sum, { down }) => sum + down, 0),
  };
}

function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

function chartOf(times: readonly number[]): Stats['chart'] {
  if (times.length === 0) return undefined;
  const from = times.reduce((least, time) => Math.min(least, time));
  const to = times.reduce((most, time) => Math.max(most, time));
  const counts = Array.from({ length: bars }, () => 0);
  const width = (to - from) / bars || 1;
  for (const time of times) {
    const bar = Math.min(bars - 1, Math.floor((time - from) / width));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return { from, to, counts };
}
