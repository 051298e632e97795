// Times as administrators type them: a while from now, or a date and a time (UTC).
import { dayMs } from '../../day.ts';
import { UserError } from '../../errors.ts';
import { shown } from '../../validation.ts';

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: dayMs };

/** Times further away are slips. */
const farthestMs = 366 * dayMs;

/** Milliseconds since 1970; null for "never", undefined where nothing was typed. Refuses what is no time to come. */
export function timeTyped(typed: string | null, now: number): number | null | undefined {
  if (typed === null) return undefined;
  const words = typed.trim().toLowerCase();
  if (words === 'never' || words === 'none') return null;
  const time = afterAWhile(words, now) ?? atClock(words, now) ?? onDate(words);
  if (time !== undefined && time > now && time <= now + farthestMs) return time;
  throw new UserError({ key: 'desk.refused.time', values: { typed: shown(typed) } });
}

/** `90m`, `2h`, `3d` */
function afterAWhile(words: string, now: number): number | undefined {
  const [, count, unit = ''] = /^(\d{1,5}) ?([mhd])$/.exec(words) ?? [];
  return count === undefined ? undefined : now + Number(count) * (units[unit] ?? 0);
}

/** `18:30`, today or, where that is past, tomorrow */
function atClock(words: string, now: number): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(words) ?? [];
  if (hours === undefined) return undefined;
  const today = new Date(now).setUTCHours(Number(hours), Number(minutes), 0, 0);
  return today > now ? today : today + dayMs;
}

/** `2026-01-05 18:30`; a day that there is not (31 February) is none. */
function onDate(words: string): number | undefined {
  const [, date = '', clock = '00:00'] =
    /^(\d{4}-\d{2}-\d{2})(?:[t ](\d{2}:\d{2}))?(?: ?(?:utc|z))?$/.exec(words) ?? [];
  const time = new Date(`${date}T${clock}:00Z`);
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(date) ? undefined : time.getTime();
}
