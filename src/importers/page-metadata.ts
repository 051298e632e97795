// What a page says of its text: title, publisher, author, date, address, language, each from the surest place.
import type { MessageKey } from '../messages/messages.ts';
import { dateIn } from './dates.ts';
import { attributeOf, lineOf, type Page, type PageElement } from './dom.ts';
import { type Found, found, type Metadata } from './imported.ts';
import { articleData, type Thing } from './json-ld.ts';
import { address, language } from './values.ts';

type Candidate = readonly [value: string | undefined, where: MessageKey];

const meta = 'import.found.meta';
const jsonLd = 'import.found.jsonLd';

/** Reads the metadata of a page; `html` is its source, in which a saving program may have noted the address. */
export function metadataOf(page: Page, html: string): Metadata {
  const data = articleData(page);
  const title = titleOf(page, data);
  return {
    ...title,
    ...firstOf('publisher', publishers(page, data)),
    ...firstOf('author', authors(page, data)),
    ...firstOf('published', dates(page, data)),
    ...firstOf(
      'url',
      addresses(page, data, html).map(([value, where]) => [address(value), where]),
    ),
    ...firstOf(
      'language',
      languages(page, data).map(([value, where]) => [language(value), where]),
    ),
  };
}

function firstOf(field: string, candidates: readonly Candidate[]): Metadata {
  for (const [value, where] of candidates) {
    const line = value?.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    if (line) return { [field]: found(line, where) satisfies Found };
  }
  return {};
}

function content(page: Page, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value =
      attributeOf(page, `meta[name="${name}"]`, 'content') ??
      attributeOf(page, `meta[property="${name}"]`, 'content');
    if (value) return value;
  }
  return undefined;
}

/** The headline that readers see, where the page's data or its window title say that it is one; else these. */
function titleOf(page: Page, data: Thing | undefined): Metadata {
  const told: readonly Candidate[] = [
    [data?.headline, jsonLd],
    [content(page, 'og:title', 'twitter:title', 'dc.title', 'DC.title', 'citation_title'), meta],
    [withoutSite(lineOf(page.querySelector('title')), content(page, 'og:site_name')), 'import.found.window'],
  ];
  const headings = [...page.querySelectorAll('h1')].map(lineOf).filter((text) => text !== '');
  const fits = headings.find((heading) =>
    told.some(([value]) => value !== undefined && alike(heading, value)),
  );
  const only = headings.length === 1 ? headings[0] : undefined;
  return firstOf('title', [
    [fits, 'import.found.heading'],
    ...told.slice(0, 2),
    [only, 'import.found.heading'],
    ...told,
  ]);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Whether two titles share most of their words; sites shorten the one that others see. */
function alike(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const shared = first.intersection(second).size;
  return shared > 0 && shared >= Math.min(first.size, second.size) * 0.6;
}

/** A window's title without the site's name behind a bar or a dash. */
function withoutSite(title: string, site: string | undefined): string {
  const [, before, after] = /^(.{8,}?)\s+[|·–—»-]\s+([^|·–—»]{2,60})$/u.exec(title) ?? [];
  if (before === undefined || after === undefined) return title;
  return site === undefined || alike(site, after) || before.length > after.length ? before : title;
}

function publishers(page: Page, data: Thing | undefined): Candidate[] {
  return [
    [data?.publisher, jsonLd],
    [
      content(
        page,
        'og:site_name',
        'dc.publisher',
        'DC.publisher',
        'dcterms.publisher',
        'publisher',
        'citation_publisher',
        'application-name',
      ),
      meta,
    ],
  ];
}

function authors(page: Page, data: Thing | undefined): Candidate[] {
  const told = content(
    page,
    'author',
    'article:author',
    'dc.creator',
    'DC.creator',
    'parsely-author',
    'citation_author',
  );
  return [
    [data?.author, jsonLd],
    // Some give the address of a profile.
    [told !== undefined && /^https?:/iu.test(told) ? undefined : told, meta],
    [
      lineOf(page.querySelector('[itemprop="author"], [rel="author"], .byline')).slice(0, 200),
      'import.found.page',
    ],
  ];
}

function dates(page: Page, data: Thing | undefined): Candidate[] {
  const names = [
    'article:published_time',
    'og:published_time',
    'datePublished',
    'date',
    'dc.date',
    'DC.date',
    'DC.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dcterms.date',
    'pubdate',
    'parsely-pub-date',
    'sailthru.date',
    'citation_publication_date',
    'govuk:first-published-at',
  ];
  return [
    [day(data?.datePublished), jsonLd],
    ...names.map((name): Candidate => [day(content(page, name)), meta]),
    ...timeElements(page).map((time): Candidate => [day(time), 'import.found.time']),
  ];
}

function day(value: string | undefined): string | undefined {
  return value === undefined ? undefined : dateIn(value);
}

/** The time element of the text: one that says so, the first in the article, or the only one of the page. */
function timeElements(page: Page): string[] {
  const written = (time: PageElement | null): string =>
    time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? lineOf(time);
  const said = page.querySelector('[itemprop="datePublished"], time[pubdate]');
  const inArticle = page.querySelector('article time, main time, h1 ~ time, header time');
  const all = [...page.querySelectorAll('time')];
  return [said, inArticle, all.length === 1 ? (all[0] ?? null) : null]
    .map(written)
    .filter((value) => value !== '');
}

/** Chrome and SingleFile note in a comment where a page was saved from. */
const savedFrom = /<!--\s*saved from url=\(\d+\)(\S+)|\burl:\s*(https?:\/\/\S+)/iu;

function addresses(page: Page, data: Thing | undefined, html: string): Candidate[] {
  const [, chrome, singleFile] = savedFrom.exec(html.slice(0, 4_000)) ?? [];
  return [
    [attributeOf(page, 'link[rel="canonical"]', 'href'), 'import.found.canonical'],
    [content(page, 'og:url'), meta],
    [data?.mainEntityOfPage ?? data?.url, jsonLd],
    [chrome ?? singleFile, 'import.found.saved'],
  ];
}

function languages(page: Page, data: Thing | undefined): Candidate[] {
  return [
    [
      page.documentElement?.getAttribute('lang') ??
        page.documentElement?.getAttribute('xml:lang') ??
        undefined,
      'import.found.lang',
    ],
    [data?.inLanguage, jsonLd],
    [content(page, 'og:locale', 'dc.language', 'DC.language', 'dcterms.language', 'language'), meta],
    [attributeOf(page, 'meta[http-equiv="content-language" i]', 'content'), meta],
  ];
}
