// Times as administrators type them: a while from now, a time of the day, or a day with or without one (UTC unless told). Days are
// read as everywhere else (importers/typed-date.ts).

import { dayMs } from '../../common/day.ts';
import { UserError } from '../../common/errors.ts';
import { shown } from '../../common/validation.ts';
import { languages } from '../../corpus/text/languages.ts';
import { type TypedDate, typedDate } from '../../importers/about/typed-date.ts';
import { dateOf } from '../../messages/citations.ts';
import { dateFormat } from '../../messages/formats.ts';
import type { Translate } from '../../messages/messages.ts';
import { durationIn } from './durations.ts';

const minuteMs = 60_000;
/** Times further away are slips. */
const farthestMs = 366 * dayMs;

const never = /^(?:never|none|no|nie|niemals|keine?|jamais|aucune?|nigdy|brak|ніколи|немає)$/u;

/** Milliseconds since 1970; null for "never", undefined where nothing was typed. Refuses what is no time to come. */
export function timeTyped(
  typed: string | null,
  now: number,
  translate: Translate,
): number | null | undefined {
  if (typed === null) return undefined;
  const words = typed.normalize('NFC').trim().toLowerCase().replace(/\s+/gu, ' ');
  if (never.test(words)) return null;
  const time = atMoment(words, now, { typed, translate }) ?? afterAWhile(words, now);
  if (time !== undefined && time > now && time <= now + farthestMs) return time;
  throw new UserError({ key: 'desk.refused.time', values: { typed: shown(typed) } });
}

/** `90m`, `2 hours`, `3 days` */
function afterAWhile(words: string, now: number): number | undefined {
  const duration = durationIn(words);
  return duration === undefined ? undefined : now + duration;
}

interface Typed {
  readonly typed: string;
  readonly translate: Translate;
}

/** `18:30`, `6 pm`, `tomorrow 18:30`, `Friday`, `28.7.2025`, `28 July, 18:30` */
function atMoment(words: string, now: number, typed: Typed): number | undefined {
  const { rest, offset } = withoutZone(words);
  const { day, clock } = parted(rest);
  const minutes = clock === undefined ? 0 : minutesIn(clock);
  if (minutes === undefined) return undefined;
  const since = minutes * minuteMs - offset;
  if (day === '') return clock === undefined ? undefined : nextAfter(now, startOf(now) + since, dayMs);
  const named = namedDay(day, now, since);
  return named ?? onDate(day, { now, since }, typed);
}

function startOf(now: number): number {
  return Math.floor(now / dayMs) * dayMs;
}

/** The first of times so far apart that is still to come; with another zone it may be that of yesterday. */
function nextAfter(now: number, time: number, apart: number): number {
  return time + Math.ceil((now + 1 - time) / apart) * apart;
}

/** `UTC`, `Z`, `GMT+2`, `+02:00` at the end. */
function withoutZone(words: string): { rest: string; offset: number } {
  const zone =
    /(?:(?<=\d) ?z| ?(?:utc|gmt))?(?:(?<=utc|gmt|:\d\d|\d z) ?([+-])(\d{1,2})(?::?(\d{2}))?)?$/u.exec(words);
  const [all = '', sign, hours = '0', minutes = '0'] = zone ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * minuteMs;
  return { rest: words.slice(0, words.length - all.length).trim(), offset: sign === '-' ? -offset : offset };
}

const clockAtEnd =
  /(?:^|[ t,])(?:(?:at|um|à|o|о|об) )?((?:\d{1,2}[:.]\d{2}|\d{2}h\d{2})(?: ?(?:uhr|h))?(?: ?[ap]\.?m\.?)?|\d{1,2} ?(?:[ap]\.?m\.?|uhr)|noon|midnight|midi|minuit)$/u;

/** A day, and the time of the day behind it. */
function parted(words: string): { day: string; clock: string | undefined } {
  const found = clockAtEnd.exec(words);
  // "28.07" alone is a day, and "18.30" a time: no month has the number 30, and a day comes first.
  const isDay = found && /^\d{1,2}\.(?:0\d|1[0-2])$/u.test(words);
  if (!found || isDay) return { day: words, clock: undefined };
  const day = words.slice(0, found.index).replace(/[\s,]+$/u, '');
  return { day, clock: found[1] };
}

function minutesIn(clock: string): number | undefined {
  if (clock === 'noon' || clock === 'midi') return 12 * 60;
  if (clock === 'midnight' || clock === 'minuit') return 0;
  const [, hours = '', minutes = '0', half] = /^(\d{1,2})(?:[:.h](\d{2}))?[^ap]*([ap])?/u.exec(clock) ?? [];
  const isHalf = half !== undefined;
  if (isHalf && (Number(hours) < 1 || Number(hours) > 12)) return undefined;
  const hour = isHalf ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours);
  return hour > 23 || Number(minutes) > 59 ? undefined : hour * 60 + Number(minutes);
}

const today = /^(?:today|heute|aujourd['’]hui|dzisiaj|dziś|сьогодні)$/u;
const tomorrow = /^(?:tomorrow|morgen|demain|jutro|завтра)$/u;

/** Undefined where the word is no day's name. A weekday is the next one that is still to come. */
function namedDay(word: string, now: number, since: number): number | undefined {
  if (today.test(word)) return startOf(now) + since;
  if (tomorrow.test(word)) return startOf(now) + dayMs + since;
  const bare = word.replace(/^(?:on|next|am|le|w|we|у|в) /u, '').replace(/\.$/u, '');
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const start = startOf(now) + ahead * dayMs;
    if (weekdays(start).includes(bare)) return nextAfter(now, start + since, 7 * dayMs);
  }
  return undefined;
}

/** As each language calls the day, also where somebody says that something is on it. */
function weekdays(start: number): string[] {
  return languages.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((weekday) => {
      const format = dateFormat(locale, { weekday, timeZone: 'UTC' });
      const name = format.format(start).toLowerCase().replace(/\.$/u, '');
      // "w środę", "у середу"
      return [name, name.replace(/a$/u, 'ę').replace(/а$/u, 'у')];
    }),
  );
}

/** A day without a year is the next one; a day that there is not (31 February) is none. */
function onDate(
  day: string,
  { now, since }: { readonly now: number; readonly since: number },
  { typed, translate }: Typed,
): number | undefined {
  const whole = typedDate(day);
  if (whole) return timeOn(whole, since, { typed, translate });
  const year = new Date(now).getUTCFullYear();
  for (const each of [year, year + 1]) {
    const read = typedDate(withYear(day, each));
    const time = read && timeOn(read, since, { typed, translate });
    if (time !== undefined && time > now) return time;
  }
  return undefined;
}

/** `28.7.` and `7/28` with the year behind; `28 July`. */
function withYear(day: string, year: number): string {
  const mark = /^\d{1,2} ?([-/.]) ?\d{1,2}\.?$/u.exec(day)?.[1];
  return mark === undefined ? `${day} ${year}` : `${day.replace(/\.$/u, '')}${mark}${year}`;
}

function timeOn(read: TypedDate, since: number, { typed, translate }: Typed): number | undefined {
  if ('either' in read) {
    const [first, second] = [dateOf(read.either[0], translate), dateOf(read.either[1], translate)];
    throw new UserError({ key: 'desk.refused.twoDays', values: { typed: shown(typed), first, second } });
  }
  // A month alone is no time.
  return read.date.length < 10 ? undefined : Date.parse(`${read.date}T00:00:00Z`) + since;
}
