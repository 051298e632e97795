// Dates as pages and files write them become `2025-08-16`, `2025-08` or `2025`; what is ambiguous becomes nothing.
import type { Message } from '../messages/messages.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const month =
  '(?<month>jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const dayFirst = new RegExp(
  `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month},? (?<year>(?:19|20)\\d\\d)\\b`,
  'iu',
);
const monthFirst = new RegExp(
  `\\b${month} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\\d\\d)\\b`,
  'iu',
);
const numeric = /^\s*(?<year>(?:19|20)\d\d)(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?)?(?!\d)/u;
/** With a day above 12 there is no doubt which is the month; with full stops it is the European order. */
const dotted = /^\s*(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>(?:19|20)\d\d)(?!\d)/u;
const compact = /^\s*(?:D:)?(?<year>(?:19|20)\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])/u;

/** The date that a value begins with or holds; a day is the one of the place that wrote it, whatever its time zone. */
export function dateIn(value: string): string | undefined {
  return firstOf(value, [compact, numeric, dotted, dayFirst, monthFirst]);
}

/** The day that a line of text names with its month in words, wherever it stands. */
export function dateWritten(line: string): string | undefined {
  return firstOf(line, [dayFirst, monthFirst]);
}

function firstOf(value: string, patterns: readonly RegExp[]): string | undefined {
  const text = value.slice(0, 200).replace(/[\s\u00a0]+/gu, ' ');
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    const date = groups && dateOf(groups['year'] ?? '', groups['month'], groups['day']);
    if (date) return date;
  }
  return undefined;
}

function dateOf(year: string, monthWritten: string | undefined, day: string | undefined): string | undefined {
  if (monthWritten === undefined) return year;
  const named = months.findIndex((name) => name.startsWith(monthWritten.toLowerCase().slice(0, 3)));
  const number = named >= 0 ? named + 1 : Number(monthWritten);
  if (!(number >= 1 && number <= 12)) return undefined;
  const yearMonth = `${year}-${String(number).padStart(2, '0')}`;
  if (day === undefined) return yearMonth;
  const date = `${yearMonth}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  // 31 June is read as a day of July, or not at all.
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? undefined : date;
}

/** The day a file was made is often that of a copy: it is told, and it is for people to say whether it is the date. */
export function madeNote(date: string | undefined): Message[] {
  return date === undefined ? [] : [{ key: 'import.note.made', values: { date } }];
}
