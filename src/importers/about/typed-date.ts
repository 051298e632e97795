// A date as people type it: 28.7.2025, 2025/07/28, 28 July 2025, lipiec 2025. Where it can be two days, both are given.
import { languages } from '../../corpus/text/languages.ts';

/** The date as front matter has it, or the two that it may be, the day before the month first. */
export type TypedDate = { readonly date: string } | { readonly either: readonly [string, string] };

/** Undefined where it is none. */
export function typedDate(typed: string): TypedDate | undefined {
  const text = typed.trim().replace(/\s+/gu, ' ').toLowerCase();
  return yearFirst(text) ?? yearLast(text) ?? inWords(text);
}

function yearFirst(text: string): TypedDate | undefined {
  const [, year = '', month, day] =
    /^(\d{4})(?: ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{1,2}))?)?\.?$/u.exec(text) ?? [];
  return year === '' ? undefined : whole(dateOf(year, month, day));
}

function yearLast(text: string): TypedDate | undefined {
  const [, first, mark, second, year = ''] =
    /^(?:(\d{1,2}) ?([-/.]) ?)?(\d{1,2}) ?[-/.] ?(\d{4})(?: ?[rр]\.?)?$/u.exec(text) ?? [];
  if (year === '') return undefined;
  if (first === undefined) return whole(dateOf(year, second));
  const [dayFirst, monthFirst] = [dateOf(year, second, first), dateOf(year, first, second)];
  // With full stops nobody writes the month first.
  const isClear = mark === '.' || dayFirst === monthFirst;
  if (!dayFirst || !monthFirst || isClear) return whole(dayFirst ?? monthFirst);
  return { either: [dayFirst, monthFirst] };
}

let months: ReadonlyMap<string, number> | undefined;

function monthNames(): ReadonlyMap<string, number> {
  // The months of each language have a form of their own behind a day.
  const forms = languages.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => [
      new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }),
      new Intl.DateTimeFormat(locale, { day: 'numeric', month, timeZone: 'UTC' }),
    ]),
  );
  return new Map(
    forms.flatMap((form) =>
      Array.from({ length: 12 }, (_, index): [string, number] => {
        const parts = form.formatToParts(Date.UTC(2025, index, 1));
        return [nameOf(parts.find(({ type }) => type === 'month')?.value ?? ''), index + 1];
      }),
    ),
  );
}

function nameOf(name: string): string {
  return name.toLowerCase().replace(/\.$/u, '');
}

const dayInWords =
  /^(?:\p{L}+\.?,? )?(?:the )?(\d{1,2})(?:st|nd|rd|th|er|\.)?,?(?: of| de)? (\p{L}+)\.?,? (\d{4})(?: ?(?:r\.?|roku|р\.?|року))?$/u;
const monthInWords =
  /^(?:\p{L}+, )?(\p{L}+)\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})(?: ?(?:r\.?|roku|р\.?|року))?$/u;

function inWords(text: string): TypedDate | undefined {
  months ??= monthNames();
  const first = dayInWords.exec(text);
  if (first) return written(first[3], first[2], first[1]);
  const [, name, day, year] = monthInWords.exec(text) ?? [];
  return written(year, name, day);
}

function written(year: string | undefined, name: string | undefined, day?: string): TypedDate | undefined {
  const month = months?.get(name ?? '');
  return year === undefined || month === undefined ? undefined : whole(dateOf(year, String(month), day));
}

function whole(date: string | undefined): TypedDate | undefined {
  return date === undefined ? undefined : { date };
}

/** `2025-07-28`, `2025-07` or `2025`; undefined where the calendar has no such day. */
function dateOf(year: string, month?: string, day?: string): string | undefined {
  const date = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const read = new Date(`${date.padEnd(10, '-01')}T00:00:00Z`);
  if (Number.isNaN(read.getTime()) || !/^(?:1[5-9]|20)/u.test(year)) return undefined;
  return read.toISOString().startsWith(date) ? date : undefined;
}
