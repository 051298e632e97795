// MLA style, 9th edition (MLA Handbook, 2021).
import type { Day, Facts } from './facts.ts';
import { ended, inBrackets, monthOf, noteOnStatus, quotedTitle, untitled } from './manuals.ts';
import { italic, type Part } from './parts.ts';
import type { Written } from './styles.ts';

/**
 * Works cited: title in quotation marks, container or publisher, date, address without its protocol (pp. 193–194). An
 * institution that publishes its own text is named as publisher only, so that the entry begins with the title. What is
 * not known is left out; "n.d." is no longer used (p. 186), and an access date stands in where there is no date. In the
 * text: the title and the paragraph, as these are numbered ("par."). Names of newspapers are in italics.
 */
export function mla(facts: Facts): Written {
  const rest: Part[][] = [
    ...(facts.publisher === undefined ? [] : [[nameOf(facts.publisher, facts)]]),
    ...(facts.published === undefined ? [] : [[inBrackets(dateOf(facts.published), facts)]]),
    ...(facts.url === undefined ? [] : [[facts.url.replace(/^https?:\/\//u, '')]]),
  ];
  const joined = rest.flatMap((part, index) => (index === 0 ? part : [', ', ...part]));
  const accessed =
    facts.published === undefined && facts.retrieved ? ` Accessed ${dateOf(facts.retrieved)}.` : '';
  const end = joined.length > 0 ? '.' : '';
  return {
    listed: [`${titleOf(facts)}${joined.length > 0 ? ' ' : ''}`, ...joined, `${end}${accessed}`],
    inText: [`(${inTextTitle(facts)} par. ${facts.paragraph})`],
  };
}

function nameOf(publisher: string, { kind }: Facts): Part {
  return kind === 'news' ? italic(publisher) : publisher;
}

function titleOf(facts: Facts): string {
  const status = noteOnStatus(facts);
  const title = facts.title === undefined ? ended(untitled(facts)) : quotedTitle(facts.title, '.');
  return status === '' ? title : `${title}${status}.`;
}

function inTextTitle(facts: Facts): string {
  return facts.title === undefined ? `${untitled(facts)},` : quotedTitle(facts.title, ',');
}

/** May, June and July are short enough as they are; September has four letters (p. 295). */
function shortMonth(month: string): string {
  if (month.length <= 4) return month;
  return month === 'September' ? 'Sept.' : `${month.slice(0, 3)}.`;
}

/** `16 Aug. 2025`, `Aug. 2025`, `2025`. */
function dateOf(date: Day): string {
  const month = monthOf(date);
  return [date.day, month && shortMonth(month), date.year].filter((part) => part !== undefined).join(' ');
}
