// A date at the top of a text, where neither the file nor its page tells when it was published.
import { inEnglish } from '../messages/messages.ts';
import { dateIn, dateWritten } from './dates.ts';
import type { Metadata } from './imported.ts';

/** A line that is shorter holds a date and a place and no sentence about another day. */
const shortLine = 90;
/** A text that begins with place and date ("GENEVA, 16 August 2025 —") has them in so many characters. */
const dateline = 60;

/** The date among the first lines, or nothing: a day told in a sentence is not the day of the text. */
export function dateAtTop(paragraphs: readonly string[], { published }: Metadata): Metadata {
  if (published) return {};
  for (const paragraph of paragraphs.slice(0, 3)) {
    const [line = ''] = paragraph.split('\n', 1);
    const top =
      line.length <= shortLine ? line : (/^.{0,60}?\s[-–—]\s/u.exec(line)?.[0] ?? '').slice(0, dateline);
    const date = dateWritten(top) ?? (/^\d{4}-\d\d-\d\d$/u.test(top.trim()) ? dateIn(top) : undefined);
    if (date === undefined) continue;
    const because = inEnglish('import.because.dateAtTop', { words: top.trim() });
    return { published: { told: { value: date, by: 'inferred', because }, where: 'import.found.text' } };
  }
  return {};
}
