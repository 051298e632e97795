// What the American manuals share: English dates, a full stop that is not doubled, a title in quotation marks. Their
// words ("n.d.", "Accessed") belong to the styles and are the same in every language of the bot.
import type { Day, Facts } from './facts.ts';

const monthNames = Array.from({ length: 12 }, (_, index) =>
  new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, index)),
);

export function monthOf({ month }: Day): string | undefined {
  return month === undefined ? undefined : monthNames[month - 1];
}

/** `August 16, 2025`, `August 2025`, `2025`: APA's retrieval dates, and all dates of Chicago. */
export function americanDate(date: Day): string {
  const month = monthOf(date);
  if (month === undefined) return date.year;
  return date.day === undefined ? `${month} ${date.year}` : `${month} ${date.day}, ${date.year}`;
}

/** In brackets where the source itself does not tell it. */
export function inBrackets(text: string, { dateInBrackets }: Pick<Facts, 'dateInBrackets'>): string {
  return dateInBrackets ? `[${text}]` : text;
}

/** With a full stop, unless it ends a sentence already. */
export function ended(text: string): string {
  return /[.?!…][”’]?$/u.test(text) ? text : `${text}.`;
}

/**
 * A title in quotation marks with the mark that follows inside of them; marks in it become single, the one change that
 * all three manuals make to a title.
 */
export function quotedTitle(title: string, after: '.' | ','): string {
  const inner = title.replace(/[“"](?=\S)/gu, '‘').replace(/[”"]/gu, '’');
  return after === '.' ? `“${ended(inner)}”` : `“${inner},”`;
}

const named = {
  news: 'news article',
  statement: 'statement',
  transcript: 'transcript',
  readout: 'readout',
  treaty: 'treaty',
  other: 'document',
} as const;

/** What stands for the title of a document that has none: a description, never a made-up title. */
export function untitled({ kind }: Pick<Facts, 'kind'>): string {
  return `Untitled ${named[kind]}`;
}

/** Who stands as the author: an institution that publishes its own text. News is written by people who are not told. */
export function authorOf({ kind, publisher }: Facts): string | undefined {
  return kind === 'news' ? undefined : publisher;
}

/** ` [withdrawn]` behind the title: whoever cites it should know. */
export function noteOnStatus({ status }: Facts): string {
  return status === 'current' ? '' : ` [${status}]`;
}
