// A page saved from the web becomes the blocks of its article. Readability finds where the article is; article.ts then
// takes its text from the page itself, so that nothing inside of it is lost.

import { isUtf8 } from 'node:buffer';
import { Readability } from '@mozilla/readability';
import sniffEncoding from 'html-encoding-sniffer';
import { type Extracted, type Refusal, refusal } from '../imported.ts';
import { deepest, mostElements } from '../limits.ts';
import { Article, mark } from './article.ts';
import { type Page, type PageElement, parsePage } from './dom.ts';
import { outMark, withoutJunk } from './junk.ts';
import { dateOnPage } from './page-date.ts';
import { isOfNews, metadataOf, titleHeading } from './page-metadata.ts';

/** Decodes a page as its bytes and its own declarations say. */
function decodePage(bytes: Uint8Array): string {
  const declared = sniffEncoding(bytes, { maxPrescanBytes: 4_096, defaultEncoding: 'utf-8' });
  // A page that declares nothing is UTF-8 today, unless its bytes are none.
  const encoding = declared === 'UTF-8' && !isUtf8(bytes) ? 'windows-1252' : declared;
  // Pictures that a saving program wrote into the page are most of its bytes and nothing of its text.
  return new TextDecoder(encoding).decode(bytes).replace(/\bdata:[\w.+-]+\/[\w.+-]+[;,][^"')\s>]*/gu, '');
}

export function readHtml(bytes: Uint8Array): Extracted | Refusal {
  const html = decodePage(bytes);
  const page = parsePage(html);
  const elements = [...page.querySelectorAll('*')];
  if (elements.length > mostElements)
    return refusal('import.refused.tooManyElements', { most: mostElements });
  if (isTooDeep(elements)) return refusal('import.refused.tooDeep');
  const metadata = metadataOf(page, html);
  const isNews = isOfNews(page);
  const heading = titleHeading(page, metadata);
  const root = page.body ?? page.documentElement;
  if (!root) return refusal('import.refused.noText');
  const hasScripts = page.querySelector('script') !== null;
  for (const [number, element] of elements.entries()) element.setAttribute(mark, String(number));
  const left = withoutJunk(page, metadata.author?.told.value);
  const article = new Article(page, root, surviving(page, html), left);
  const { blocks, title, first, box } = article.read(metadata);
  if (blocks.length === 0) {
    return refusal(hasScripts ? 'import.refused.onlyScripts' : 'import.refused.noText');
  }
  return {
    blocks,
    metadata: { ...dateOnPage({ page, heading, first, box }), ...metadata, ...title },
    notes: article.notes(),
    warnings: article.warnings(),
    isNews,
  };
}

function isTooDeep(elements: readonly PageElement[]): boolean {
  const depths = new Map<PageElement, number>();
  return elements.some((element) => {
    const depth = 1 + (element.parentElement ? (depths.get(element.parentElement) ?? 0) : 0);
    depths.set(element, depth);
    return depth > deepest;
  });
}

/** The numbers of the elements that Readability takes for the article, in what is left of the page. */
function surviving(page: Page, html: string): Set<string> {
  const there = new Set([...page.querySelectorAll(`[${mark}]`)].map((element) => element.getAttribute(mark)));
  const out = new Set(
    [...page.querySelectorAll(`[${outMark}]`)].map((element) => element.getAttribute(mark)),
  );
  const copy = parsePage(html);
  // The same text makes the same elements in the same order.
  for (const [index, element] of [...copy.querySelectorAll('*')].entries()) {
    const number = String(index);
    element.setAttribute(mark, number);
    if (!there.has(number) || out.has(number)) element.remove();
  }
  const numbers = new Set<string>();
  const content = articleOf(copy);
  if (!isPageElement(content)) return numbers;
  for (const element of content.querySelectorAll(`[${mark}]`)) numbers.add(element.getAttribute(mark) ?? '');
  return numbers;
}

function articleOf(copy: Page): unknown {
  try {
    // A short statement is an article as well; Readability's own 500 characters would give it up.
    const read = new Readability<unknown>(copy, {
      charThreshold: 150,
      serializer: (node: unknown) => node,
    }).parse();
    return read?.content;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // It fails on pages whose tags do not fit one another; then all that is no junk is the article.
    return undefined;
  }
}

function isPageElement(value: unknown): value is PageElement {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}
