// What a page says of its text: title, publisher, author, date, address, language, each from the surest place.
import type { MessageKey } from '../../messages/messages.ts';
import { dateIn } from '../about/dates.ts';
import { address, language } from '../about/values.ts';
import { type Found, found, type Metadata } from '../imported.ts';
import { attributeOf, lineOf, type Page, type PageElement } from './dom.ts';
import { type PageData, pageData, type Thing } from './json-ld.ts';
import { areAlike } from './titles.ts';

type Candidate = readonly [value: string | undefined, where: MessageKey];

const meta = 'import.found.meta';
const jsonLd = 'import.found.jsonLd';

/** Reads the metadata of a page; `html` is its source, in which a saving program may have noted the address. */
export function metadataOf(page: Page, html: string): Metadata {
  const whole = pageData(page, titlesOf(page));
  const data = whole.article;
  const title = titleOf(page, data);
  return {
    ...title,
    ...firstOf('publisher', publishers(page, whole, title.title?.told.value)),
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
  // Names are written in either case: "Publisher", "DC.Date".
  const metas = [...page.querySelectorAll('meta[content]')];
  for (const name of names.map((each) => each.toLowerCase())) {
    for (const attribute of ['name', 'property']) {
      const named = metas.filter((each) => each.getAttribute(attribute)?.trim().toLowerCase() === name);
      const value = named.map((each) => tidied(each.getAttribute('content'))).find((each) => each !== '');
      if (value) return value;
    }
  }
  return undefined;
}

function tidied(value: string | null): string {
  return value?.replace(/\s+/gu, ' ').trim() ?? '';
}

/** What the page itself, and not its data, says that its title is. */
function titlesOf(page: Page): string[] {
  return [
    ...[...page.querySelectorAll('h1')].map(lineOf),
    content(page, 'og:title', 'twitter:title') ?? '',
    withoutSite(lineOf(page.querySelector('title')), content(page, 'og:site_name')),
  ].filter((title) => title !== '');
}

/** The heading that shows the title. */
export function titleHeading(page: Page, { title }: Metadata): PageElement | undefined {
  return [...page.querySelectorAll('h1, h2')].find((heading) => lineOf(heading) === title?.told.value);
}

/** Whether the page says that its text, and not one that it leads to, is a newspaper's. */
export function isOfNews(page: Page): boolean {
  const type = pageData(page, titlesOf(page)).article?.['@type'] ?? '';
  if (isLive(page)) return true;
  const inPage = attributeOf(page, '[itemtype*="NewsArticle"]', 'itemtype') ?? '';
  return /NewsArticle|LiveBlogPosting/u.test(`${type} ${inPage}`);
}

/** "Liveticker: …", "Live blog – …": a page whose entries a newsroom writes. */
function isLive(page: Page): boolean {
  return titlesOf(page).some((title) =>
    /^(?:live[- ]?(?:ticker|blog|updates?)|(?:en|le) direct|suivi en direct|relacja (?:na żywo|live)|(?:онлайн|наживо|live))\s*[:–—|-]/iu.test(
      title,
    ),
  );
}

/** The headline that readers see, where the page's data or its window title say that it is one; else these. */
function titleOf(page: Page, data: Thing | undefined): Metadata {
  const told: readonly Candidate[] = [
    [data?.headline, jsonLd],
    [content(page, 'og:title', 'twitter:title', 'dc.title', 'citation_title'), meta],
    [withoutSite(lineOf(page.querySelector('title')), content(page, 'og:site_name')), 'import.found.window'],
  ];
  const headings = headingsOf(page);
  const fits = headings.find((heading) =>
    told.some(([value]) => value !== undefined && areAlike(heading, value)),
  );
  const [only] = headings.length === 1 && page.querySelector('h1') ? headings : [];
  return firstOf('title', [
    [fits, 'import.found.heading'],
    ...told.slice(0, 2),
    [only, 'import.found.heading'],
    ...told,
  ]);
}

/** Headings of the first level; old pages have none and begin with one of the second. */
function headingsOf(page: Page): string[] {
  const lines = (tag: string): string[] =>
    [...page.querySelectorAll(tag)].map(lineOf).filter((text) => text !== '');
  const first = lines('h1');
  return first.length > 0 ? first : lines('h2').slice(0, 1);
}

/** A window's title without the site's name behind a bar or a dash. */
function withoutSite(title: string, site: string | undefined): string {
  const [, before, after] = /^(.{8,}?)\s+[|·–—»-]\s+([^|·–—]{2,60})$/u.exec(title) ?? [];
  if (before === undefined || after === undefined) return title;
  return site === undefined || areAlike(site, after) || before.length > after.length ? before : title;
}

/** What stands in a window's title behind the title of the text, where the two are parted plainly. */
function siteInWindow(page: Page, title: string | undefined): string | undefined {
  const window = lineOf(page.querySelector('title'));
  const [, before = '', site] = /^(.+)\s+[|·–—»-]\s+([^|·–—]{2,60})$/u.exec(window) ?? [];
  return title !== undefined && areAlike(before, title) ? site : undefined;
}

function publishers(page: Page, { article, site }: PageData, title: string | undefined): Candidate[] {
  return [
    [article?.publisher, jsonLd],
    [
      content(
        page,
        'og:site_name',
        'dc.publisher',
        'dcterms.publisher',
        'publisher',
        'citation_publisher',
        'application-name',
      ),
      meta,
    ],
    [site, jsonLd],
    [siteInWindow(page, title), 'import.found.window'],
  ];
}

function authors(page: Page, data: Thing | undefined): Candidate[] {
  const told = content(page, 'author', 'article:author', 'dc.creator', 'parsely-author', 'citation_author');
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
    'dc.date.issued',
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
  ];
}

function day(value: string | undefined): string | undefined {
  return value === undefined ? undefined : dateIn(value);
}

/** Chrome and SingleFile note in a comment where a page was saved from. */
const savedFrom = /<!--\s*saved from url=\(\d+\)(\S+)|(?<!\p{L})url:\s*(https?:\/\/\S+)/iu;

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
    [content(page, 'og:locale', 'dc.language', 'dcterms.language', 'language'), meta],
    [attributeOf(page, 'meta[http-equiv="content-language" i]', 'content'), meta],
  ];
}
