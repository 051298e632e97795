// APA style, 7th edition (Publication Manual of the American Psychological Association, 2020).
import type { Day, Facts } from './facts.ts';
import { americanDate, authorOf, ended, inBrackets, monthOf, noteOnStatus, untitled } from './manuals.ts';
import { italic, type Part } from './parts.ts';
import type { Written } from './styles.ts';

/**
 * Reference: author, date, title in italics, site, address (10.16); without an author the title comes first (9.12); a
 * retrieval date only where the text may change, here where it has no date (9.16). In the text: author or title, year,
 * and the paragraph where there are no pages (8.28). Untitled works are described in square brackets (9.22).
 */
export function apa(facts: Facts): Written {
  const author = authorOf(facts);
  const name = italicTitle(facts);
  const date = `(${inBrackets(dateOf(facts.published), facts)}). `;
  const head: Part[] =
    author === undefined ? [...name, ' ', date] : [`${ended(author)} `, date, ...name, ' '];
  const site = author === undefined && facts.publisher !== undefined ? `${ended(facts.publisher)} ` : '';
  const listed = [...head, site, addressOf(facts)];
  const year = inBrackets(facts.published?.year ?? 'n.d.', facts);
  return {
    listed: trimmed(listed),
    inText: ['(', author ?? shortTitle(facts), `, ${year}, para. ${facts.paragraph})`],
  };
}

/** `2025, August 16`, `2025, August`, `2025`, or `n.d.` (9.14, 9.17). */
function dateOf(date: Day | undefined): string {
  if (date === undefined) return 'n.d.';
  const month = monthOf(date);
  if (month === undefined) return date.year;
  return date.day === undefined ? `${date.year}, ${month}` : `${date.year}, ${month} ${date.day}`;
}

function italicTitle(facts: Facts): Part[] {
  const { title } = facts;
  if (title === undefined) return [`[${untitled(facts)}]${noteOnStatus(facts)}.`];
  const end = ended(title) === title && facts.status === 'current' ? '' : '.';
  return [italic(title), `${noteOnStatus(facts)}${end}`];
}

function shortTitle(facts: Facts): Part {
  return facts.title === undefined ? `[${untitled(facts)}]` : italic(facts.title);
}

/** No full stop follows an address (9.35). */
function addressOf({ url, published, retrieved }: Facts): string {
  if (url === undefined) return '';
  return published === undefined && retrieved ? `Retrieved ${americanDate(retrieved)}, from ${url}` : url;
}

function trimmed(parts: readonly Part[]): Part[] {
  const filled = parts.filter((part) => part !== '');
  const last = filled.at(-1);
  return typeof last === 'string' ? [...filled.slice(0, -1), last.trimEnd()] : filled;
}
