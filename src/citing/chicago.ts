// Chicago style, 17th edition (The Chicago Manual of Style, 2017), notes and bibliography.
import type { Facts } from './facts.ts';
import { americanDate, authorOf, inBrackets, noteOnStatus, quotedTitle, untitled } from './manuals.ts';
import { italic, type Part } from './parts.ts';
import type { Written } from './styles.ts';

/**
 * Note: author, title in quotation marks, site, date, paragraph, address (14.206, 14.207; 14.191 for news). Bibliography:
 * the same with full stops; for an unsigned news piece the newspaper's name stands in the author's place (14.199). Where
 * no date is known it is the access date (14.207), and where neither is, "n.d." (14.145). A date that the source does not
 * tell stands in brackets (14.145). Names of newspapers are in italics, those of institutions are not.
 */
export function chicago(facts: Facts): Written {
  const author = authorOf(facts);
  const site = author === undefined ? facts.publisher : undefined;
  const status = noteOnStatus(facts);
  const date = dateOf(facts);
  const note: Part[] = [
    ...(author === undefined ? [] : [`${author}, `]),
    `${titleOf(facts, ',')}${status} `,
    ...(site === undefined ? [] : [italic(site), ', ']),
    `${date}, para. ${facts.paragraph}${facts.url === undefined ? '' : `, ${facts.url}`}.`,
  ];
  const first: Part[] =
    author !== undefined ? [`${author}. `] : site !== undefined ? [italic(site), '. '] : [];
  const listed: Part[] = [
    ...first,
    `${titleOf(facts, '.')}${status === '' ? '' : `${status}.`} ${capital(date)}.`.replace(/\.\.$/u, '.'),
    facts.url === undefined ? '' : ` ${facts.url}.`,
  ];
  return { listed, inText: note };
}

function titleOf(facts: Facts, after: '.' | ','): string {
  return facts.title === undefined ? `${untitled(facts)}${after}` : quotedTitle(facts.title, after);
}

function dateOf(facts: Facts): string {
  if (facts.published) return inBrackets(americanDate(facts.published), facts);
  return facts.retrieved ? `accessed ${americanDate(facts.retrieved)}` : 'n.d.';
}

function capital(text: string): string {
  return text.startsWith('accessed') ? `A${text.slice(1)}` : text;
}
