// Lengths of time as people write them, in five languages (`2m`, `90 seconds`, `1 h 30`, `half an hour`), and as they read them.

import { UserError } from '../../common/errors.ts';
import { shown } from '../../common/validation.ts';
import { listFormat } from '../../messages/formats.ts';
import type { Translate } from '../../messages/messages.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The largest first; each with how English, German, French, Polish and Ukrainian call it, in whatever case. */
const units: readonly (readonly [milliseconds: number, name: RegExp])[] = [
  [7 * day, /^(?:w|wks?|weeks?|wochen?|semaines?|tydzień|tygodni(?:e|u)?|тиж|тижд(?:ень|н\p{L}{1,2}))$/u],
  [day, /^(?:d|days?|tage?n?|j|jours?|dzień|dni|dniach|д|день|дн(?:і|ів|я))$/u],
  [hour, /^(?:h|hrs?|hours?|std|stunden?|heures?|g|godz|godzin(?:a|y|ę|ie)?|год|годин(?:а|и|у|і)?)$/u],
  [minute, /^(?:m|mins?|minutes?|minuten?|minut(?:a|y|ę|ach)?|хв|хвилин(?:а|и|у|і)?)$/u],
  [second, /^(?:s|secs?|sek|secondes?|seconds?|sekunden?|sekund(?:a|y|ę|ach)?|с|сек|секунд(?:а|и|у|і)?)$/u],
];

/** Numbers that are written as words. */
const counted: readonly (readonly [count: number, name: RegExp])[] = [
  [0.5, /^(?:half|halbe?n?|demie?|pół|пів)$/u],
  [1, /^(?:an?|one|eine?[rmn]?|une?|jeden|jedn(?:a|ą|ej)|один|одн(?:а|у|ієї))$/u],
  [2, /^(?:two|zwei|deux|dwa|dwie|дв(?:а|і))$/u],
  [3, /^(?:three|drei|trois|trzy|три)$/u],
  [5, /^(?:five|fünf|cinq|pięć|п['’ʼ]ять)$/u],
  [10, /^(?:ten|zehn|dix|dziesięć|десять)$/u],
];

/** What stands before a length of time, or between its parts, and says nothing. */
const filler = /^(?:in|for|dans|za|через|and|und|et|i|та|і)$/u;

/** Milliseconds; undefined where it is no length of time. A number without a unit behind hours is minutes, behind minutes seconds. */
export function durationIn(typed: string): number | undefined {
  const words = wordsOf(typed);
  let sum: number | undefined;
  let last = Number.POSITIVE_INFINITY;
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    if (filler.test(word)) at += 1;
    else {
      const part = partAt(words, at, last);
      // The parts come in order, each unit once: "5 m 2 h" is a slip.
      if (!part || part.unit >= last) return undefined;
      sum = (sum ?? 0) + part.count * part.unit;
      last = part.unit;
      at = part.next;
    }
  }
  return sum === undefined ? undefined : Math.round(sum);
}

/** `1h30` is three words, `demi-heure` two, `півгодини` two; none where anything else stands between them. */
function wordsOf(typed: string): readonly string[] {
  const plain = typed
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^(?:пів|pół)(?=\p{L})/u, '$& ')
    .replace(/(?<=\p{L})[.-]/gu, ' ');
  const word = /\d{1,6}(?:[.,]\d{1,3})?(?!\d)|\p{L}[\p{L}'’ʼ]*/gu;
  return /^[\s,]*$/u.test(plain.replace(word, '')) ? (plain.match(word) ?? []) : [];
}

interface Counted {
  readonly count: number;
  readonly unit: number;
  /** Where it goes on. */
  readonly next: number;
}

function partAt(words: readonly string[], at: number, last: number): Counted | undefined {
  const read = countAt(words, at);
  if (!read) return undefined;
  const { count, next } = read;
  const unit = unitNamed(words[next] ?? '');
  if (unit !== undefined) return { count, unit, next: next + 1 };
  // "an hour and a half"
  if (count === 0.5 && Number.isFinite(last)) return { count: 1, unit: last / 2, next };
  const smaller = below(last);
  return smaller === undefined || next < words.length ? undefined : { count, unit: smaller, next };
}

function countAt(words: readonly string[], at: number): { count: number; next: number } | undefined {
  const [word = '', after = ''] = words.slice(at);
  if (/^\d/u.test(word)) return { count: Number(word.replace(',', '.')), next: at + 1 };
  const [one, other] = [word, after].map((each) => counted.find(([, name]) => name.test(each))?.[0]);
  if (one === undefined) return undefined;
  // "half an hour", "eine halbe Stunde", "une demi-heure"
  const isHalf = other !== undefined && (one === 0.5 || other === 0.5);
  return isHalf ? { count: one * other, next: at + 2 } : { count: one, next: at + 1 };
}

function unitNamed(word: string): number | undefined {
  return units.find(([, name]) => name.test(word))?.[0];
}

/** The unit that a number behind one has: `1h30`. */
function below(unit: number): number | undefined {
  return { [hour]: minute, [minute]: second }[unit];
}

/** Whole seconds from 0 to `most`; a number alone is seconds. Refuses what is no such time, with what was typed. */
export function secondsTyped(typed: string, most: number, translate: Translate): number {
  const words = typed.trim().toLowerCase();
  const isNone = /^(?:none|no|never|keine?|nie|aucune?|non|brak|żaden|немає|ні|ніколи)$/u.test(words);
  const read = /^\d{1,6}$/u.test(words) ? Number(words) * second : durationIn(words);
  const seconds = isNone ? 0 : Math.round((read ?? Number.NaN) / second);
  if (seconds >= 0 && seconds <= most) return seconds;
  const values = { typed: shown(typed), most: durationText(most * second, translate) };
  throw new UserError({ key: 'desk.refused.duration', values });
}

const names = [
  [day, 'day'],
  [hour, 'hour'],
  [minute, 'minute'],
  [second, 'second'],
] as const;

/** `24 seconds`, `2 minutes, 5 seconds`, `3 days`: its two largest parts, in the reader's language. */
export function durationText(milliseconds: number, translate: Translate): string {
  const whole = Math.round(milliseconds / second) * second;
  const first = names.findIndex(([size]) => whole >= size);
  const from = first === -1 ? names.length - 1 : first;
  const [largest, next] = [names[from], names[from + 1]];
  const smallest = (next ?? largest)?.[0] ?? second;
  // Rounded once, in the smallest part that is shown, so that no "60 seconds" stands behind minutes.
  const rounded = Math.round(whole / smallest) * smallest;
  const parts: string[] = [];
  let left = rounded;
  for (const part of [largest, next]) {
    if (!part) continue;
    const [size, unit] = part;
    const count = Math.floor(left / size);
    left -= count * size;
    const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
    if (count > 0 || rounded < second)
      parts.push(new Intl.NumberFormat(translate.locale, style).format(count));
  }
  return listFormat(translate.locale, { type: 'unit', style: 'narrow' }).format(parts);
}
