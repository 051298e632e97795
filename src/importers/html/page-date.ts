// The date that a page shows beside its article, where its data give none: between the headline and the first paragraph, and
// never the one of a neighbouring article, a comment or an entry.

import { dateLineOf, isOfLater } from '../about/dateline.ts';
import { dateIn, dayIn } from '../about/dates.ts';
import { found, type Metadata } from '../imported.ts';
import { mark } from './article.ts';
import { isElement, lineOf, type Page, type PageElement } from './dom.ts';

export interface Place {
  readonly page: Page;
  /** The heading that shows the title. */
  readonly heading: PageElement | undefined;
  /** An element of the first paragraph. */
  readonly first: PageElement | undefined;
  /** What the article stands in. */
  readonly box: PageElement;
}

/** A date with its time, its label and a name; what is longer is a text. */
const longest = 120;
/** So many are looked at: an article's own date is among the first. */
const mostDates = 30;
const mostBeside = 10;
const named =
  /(?:^|[-_\s])(?:date|datum|data|published|pubdate|posted|submitted|publication|time|timestamp|meta|metadata|postmetadata|entrymeta|dateline)(?:$|[-_\s])/iu;
const labelled = /publi|posted|veröffentlicht|erschienen|опубліковано/iu;

export function dateOnPage({ page, heading, first, box }: Place): Metadata {
  const top = heading && first && heading.localName !== 'body' ? sharedBy(heading, first) : box;
  const begin = first === undefined ? Number.POSITIVE_INFINITY : numberOf(first);
  const from = heading === undefined ? begin : numberOf(heading);
  const isBelowTitle = (element: PageElement): boolean =>
    numberOf(element) > from && numberOf(element) < begin && isDateLine(element);
  const shown = [...page.querySelectorAll('time, [itemprop="datePublished"], [class], p, div, span, footer')]
    .filter((element) => (isDated(element) || isBelowTitle(element)) && isInside(element, top))
    .slice(0, mostDates);
  const dated = shown.flatMap((element) => {
    const date = dateOf(element);
    return date !== undefined && isOfText(element, top) ? [{ element, date }] : [];
  });
  const above = dated.find(({ element }) => numberOf(element) < begin);
  const below = dated.find(({ element }) => labelled.test(lineOf(element.parentElement).slice(0, longest)));
  const date = (above ?? below)?.date;
  return date === undefined ? {} : { published: found(date, 'import.found.time') };
}

function numberOf(element: PageElement): number {
  return Number(element.getAttribute(mark) ?? 0);
}

function isDated(element: PageElement): boolean {
  if (element.localName === 'time' || element.getAttribute('itemprop') === 'datePublished') return true;
  return named.test(element.getAttribute('class') ?? '');
}

/** A line of place and date, whatever it is called. */
function isDateLine(element: PageElement): boolean {
  const text = linesOf(element);
  return text.length <= longest && dateLineOf(text) !== undefined;
}

/** The text of an element with something between its lines. */
function linesOf(element: PageElement): string {
  const parts = [...element.childNodes].map((node) =>
    isElement(node) && node.localName === 'br' ? ', ' : (node.textContent ?? ''),
  );
  return parts
    .join('')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

function dateOf(element: PageElement): string | undefined {
  const text = linesOf(element);
  if (text.length > longest || isOfLater(text)) return undefined;
  const machine = element.getAttribute('datetime') ?? element.getAttribute('content');
  if (machine !== null) return dateIn(machine);
  return dateLineOf(text)?.date ?? dayIn(text)?.date;
}

/** Whether a date is the text's own: in no link, no list, and in none of several boxes of the same make. */
function isOfText(element: PageElement, top: PageElement): boolean {
  if (element.closest('a[href], li')) return false;
  for (let at: PageElement | null = element; at && at !== top; at = at.parentElement) {
    if (isOneOfMany(at)) return false;
  }
  return true;
}

/** A card or an entry: beside it stand others like it, each with a date. */
function isOneOfMany(box: PageElement): boolean {
  if (!box.parentElement || box.localName === 'time' || box.localName === 'span') return false;
  const isLike = (other: PageElement): boolean =>
    other !== box &&
    other.localName === box.localName &&
    (other.getAttribute('class') ?? '') === (box.getAttribute('class') ?? '');
  return [...box.parentElement.childNodes]
    .filter(isElement)
    .filter(isLike)
    .slice(0, mostBeside)
    .some((other) => isDated(other) || [...other.querySelectorAll('time, [class]')].some(isDated));
}

function isInside(element: PageElement, box: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parentElement) if (at === box) return true;
  return false;
}

/** The nearest element that both stand in. */
function sharedBy(a: PageElement, b: PageElement): PageElement {
  let at = a;
  while (at.parentElement && !isInside(b, at)) at = at.parentElement;
  return at;
}
