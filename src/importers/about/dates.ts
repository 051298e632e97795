// Dates as pages and files write them become `2025-08-16`, `2025-08` or `2025`; what is ambiguous becomes nothing.
import type { Message } from '../../messages/messages.ts';
import { monthName, monthNumber, weekdayName, weekdayNumber } from './month-names.ts';

const before = '(?<![\\p{L}\\p{N}/.:-])';
const year = '(?<year>(?:19|20)\\d\\d)(?!\\p{N}|[/.:-]\\p{N})';
const month = `(?<month>${monthName})`;

/** "14th of March 2025", "14. März 2025", "1er avril 2025", "14 marca 2025"; of a range of days the last. */
const dayFirst = new RegExp(
  `(?<![\\p{L}\\p{N}/.:])(?<day>\\d{1,2})(?:st|nd|rd|th|er|ère|\\.)?(?:(?: day)? of| de)? ?${month},? ${year}`,
  'iu',
);
const monthFirst = new RegExp(
  `${before}${month} (?:\\d{1,2}(?:st|nd|rd|th)?[-–])?(?<day>\\d{1,2})(?:st|nd|rd|th)?,? ${year}`,
  'iu',
);
/** With full stops it is the European order. */
const dotted = new RegExp(`${before}(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\. ?${year}`, 'u');
/** Which of the two is the month, the numbers or the day of the week must tell. */
const slashed = new RegExp(
  `(?:(?<weekday>${weekdayName}),? )?${before}(?<first>\\d{1,2})[/-](?<second>\\d{1,2})[/-]${year}`,
  'iu',
);
const iso =
  /(?<![\p{L}\p{N}/.:-])(?<year>(?:19|20)\d\d)(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/u;
const numeric = /^\s*(?<year>(?:19|20)\d\d)(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?)?(?!\d)/u;
const compact = /^\s*(?:D:)?(?<year>(?:19|20)\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])/u;
const monthOnly = new RegExp(`^\\s*${month} ${year}`, 'iu');

/** A day as a line names it, and where in the line. */
export interface Written {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The date that a value begins with or holds; a day is the one of the place that wrote it, whatever its time zone. */
export function dateIn(value: string): string | undefined {
  const line = lineFrom(value);
  return firstOf(line, [compact, numeric])?.date ?? dayIn(line)?.date ?? firstOf(line, [monthOnly])?.date;
}

/** The first day that a line of text names, wherever it stands. */
export function dayIn(text: string): Written | undefined {
  const found = [dayFirst, monthFirst, dotted, slashed, iso].flatMap(
    (pattern) => firstOf(text, [pattern]) ?? [],
  );
  return found.sort((a, b) => a.start - b.start)[0];
}

function lineFrom(value: string): string {
  return value.slice(0, 200).replace(/[\s\u00a0\u202f]+/gu, ' ');
}

function firstOf(line: string, patterns: readonly RegExp[]): Written | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(line);
    const date = match?.groups && dateOf(match.groups);
    if (match && date) return { date, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function dateOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const written = groups['year'] ?? '';
  const { first, second } = groups;
  if (first !== undefined && second !== undefined) {
    return unambiguous(written, first, second, weekdayNumber(groups['weekday'] ?? ''));
  }
  const name = groups['month'];
  if (name === undefined) return written;
  const number = monthNumber(name) ?? Number(name);
  return day(written, number, groups['day']);
}

/** Two orders, where both are dates: the one that falls on the day of the week that is named, or none. */
function unambiguous(
  written: string,
  first: string,
  second: string,
  weekday: number | undefined,
): string | undefined {
  const orders = new Set([day(written, Number(first), second), day(written, Number(second), first)]);
  const dates = [...orders].filter((date) => date !== undefined);
  if (dates.length === 1) return dates[0];
  const fit = dates.filter((date) => new Date(date).getUTCDay() === weekday);
  return fit.length === 1 ? fit[0] : undefined;
}

function day(written: string, month: number, dayWritten: string | undefined): string | undefined {
  if (!(month >= 1 && month <= 12)) return undefined;
  const yearMonth = `${written}-${String(month).padStart(2, '0')}`;
  if (dayWritten === undefined) return yearMonth;
  const date = `${yearMonth}-${dayWritten.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  // 31 June is read as a day of July, or not at all.
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? undefined : date;
}

/** The day a file was made is often that of a copy: it is told, and it is for people to say whether it is the date. */
export function madeNote(date: string | undefined): Message[] {
  return date === undefined ? [] : [{ key: 'import.note.made', values: { date } }];
}
