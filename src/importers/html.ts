// A page saved from the web becomes the blocks of its article. Readability finds where the article is; its text is then
// taken from the page itself, so that nothing inside of it is lost, and what is left out around it is counted.

import { isUtf8 } from 'node:buffer';
import { Readability } from '@mozilla/readability';
import sniffEncoding from 'html-encoding-sniffer';
import type { Message, MessageKey } from '../messages/messages.ts';
import { type Page, type PageElement, parsePage } from './dom.ts';
import { blocksBelow, type FromPage } from './dom-blocks.ts';
import { type Block, type Extracted, type Metadata, type Refusal, refusal } from './imported.ts';
import { isLeadingAway, unseen, withoutJunk } from './junk.ts';
import { deepest, mostElements } from './limits.ts';
import { metadataOf } from './page-metadata.ts';

const mark = 'data-communique';

/** Decodes a page as its bytes and its own declarations say. */
export function decodePage(bytes: Uint8Array): string {
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
  const root = page.body ?? page.documentElement;
  if (!root) return refusal('import.refused.noText');
  const hasScripts = page.querySelector('script') !== null;
  const left = withoutJunk(page);
  const article = new Article(page, root, surviving(page, html), left);
  const blocks = article.blocks(metadata);
  if (blocks.length === 0) {
    return refusal(hasScripts ? 'import.refused.onlyScripts' : 'import.refused.noText');
  }
  const isNews = /NewsArticle|ReportageNewsArticle/u.test(html);
  return { blocks, metadata, notes: article.notes(), ...(isNews && { kind: 'news' }) };
}

function isTooDeep(elements: readonly PageElement[]): boolean {
  const depths = new Map<PageElement, number>();
  return elements.some((element) => {
    const depth = 1 + (element.parentElement ? (depths.get(element.parentElement) ?? 0) : 0);
    depths.set(element, depth);
    return depth > deepest;
  });
}

/** Numbers all elements of the page, and gives the numbers of those that Readability takes for the article. */
function surviving(page: Page, html: string): Set<string> {
  const copy = parsePage(html);
  withoutJunk(copy);
  for (const each of [page, copy]) {
    let number = 0;
    for (const element of each.querySelectorAll('*')) element.setAttribute(mark, String(number++));
  }
  const numbers = new Set<string>();
  // A short statement is an article as well; Readability's own 500 characters would give it up.
  const read = new Readability<unknown>(copy, {
    charThreshold: 150,
    serializer: (node: unknown) => node,
  }).parse();
  const content: unknown = read?.content;
  if (!isPageElement(content)) return numbers;
  for (const element of content.querySelectorAll(`[${mark}]`)) numbers.add(element.getAttribute(mark) ?? '');
  return numbers;
}

function isPageElement(value: unknown): value is PageElement {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}

/** Elements that pages put around their article; the first that holds most of what Readability found is taken. */
const articleSelectors = ['[itemprop="articleBody"]', 'article', '[role="article"]', 'main', '[role="main"]'];
/** A stray line beside an article of a page does not make the whole page the article. */
const mostOfText = 0.9;

class Article {
  readonly #page: Page;
  readonly #root: PageElement;
  readonly #survivors: ReadonlySet<string>;
  readonly #left: Map<MessageKey, number>;
  #noteMarks = 0;

  constructor(page: Page, root: PageElement, survivors: ReadonlySet<string>, left: Map<MessageKey, number>) {
    this.#page = page;
    this.#root = root;
    this.#survivors = survivors;
    this.#left = left;
  }

  blocks(metadata: Metadata): Block[] {
    const all = this.#walked();
    const box = this.#box(all);
    const inside = (each: FromPage): boolean => each.elements.some((element) => isInside(element, box));
    const read = all.map((each) => ({ each, survived: this.#survived(each), inside: inside(each) }));
    const first = read.findIndex(({ survived }) => survived);
    const last = read.findLastIndex(({ survived }) => survived);
    const parents = new Set(
      read.filter(({ survived }) => survived).flatMap(({ each }) => each.elements.map(boxOf)),
    );
    const kept = read.filter(({ each, survived, inside: isIn }, index) => {
      if (isLeadingAway(each.block.text, each.linked)) return this.#leave('import.left.related');
      if (survived || this.#survivors.size === 0) return true;
      const beside = each.elements.some((element) => parents.has(boxOf(element)));
      const between = index > first && index < last && isProse(each);
      if (isIn && (beside || between || isProse(each))) return true;
      return (beside && between) || this.#leave('import.left.outside');
    });
    const blocks = withoutTitle(
      kept.map(({ each }) => each),
      metadata,
    );
    // A heading that nothing follows stood above what was left out ("More on this story").
    const end = blocks.findLastIndex(({ kind }) => kind === 'paragraph') + 1;
    for (const _ of blocks.slice(end)) this.#leave('import.left.outside');
    return blocks.slice(0, end);
  }

  notes(): Message[] {
    const notes = [...this.#left].map(
      ([key, count]): Message => ({ key: 'import.note.left', values: { what: { key }, count } }),
    );
    if (this.#noteMarks > 0) notes.push({ key: 'import.note.noteMarks', values: { count: this.#noteMarks } });
    return notes;
  }

  #walked(): FromPage[] {
    return blocksBelow(this.#root, {
      noteMark: () => this.#noteMarks++,
      skip: (element) => unseen.has(element.localName),
    });
  }

  /** Counts something that is left out; gives false, so that it can stand at the end of a condition. */
  #leave(what: MessageKey): false {
    this.#left.set(what, (this.#left.get(what) ?? 0) + 1);
    return false;
  }

  #survived({ elements }: FromPage): boolean {
    return elements.some((element) => this.#survivors.has(element.getAttribute(mark) ?? ''));
  }

  /** The element that the article stands in: one that says so, else the smallest that holds all that was found. */
  #box(all: readonly FromPage[]): PageElement {
    const weights = new Map<PageElement, number>();
    let whole = 0;
    for (const each of all.filter((block) => this.#survived(block))) {
      const length = each.block.text.length;
      whole += length;
      for (let at: PageElement | null = each.elements[0] ?? null; at; at = at.parentElement) {
        weights.set(at, (weights.get(at) ?? 0) + length);
      }
    }
    if (whole === 0) return this.#root;
    const holds = (box: PageElement): boolean => (weights.get(box) ?? 0) >= whole * mostOfText;
    for (const selector of articleSelectors) {
      const box = [...this.#page.querySelectorAll(selector)].find(holds);
      if (box) return box;
    }
    return [...weights.keys()]
      .filter(holds)
      .reduce((box, each) => (isInside(each, box) ? each : box), this.#root);
  }
}

function isInside(element: PageElement, box: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parentElement) if (at === box) return true;
  return false;
}

const inlineTags = new Set(
  'a abbr b bdi bdo cite code em font i mark q s small span strong sub sup time u wbr'.split(' '),
);

/** The element that the block of an element stands in: paragraphs of one article have the same. */
function boxOf(element: PageElement): PageElement | null {
  let block: PageElement = element;
  while (inlineTags.has(block.localName) && block.parentElement) block = block.parentElement;
  return block.parentElement;
}

/** Words of a writer and no label or menu: a sentence, mostly not a link. */
function isProse({ block, linked }: FromPage): boolean {
  return (
    linked < 0.5 &&
    (block.kind === 'heading' || block.text.trim().length >= 40 || /[.!?…]["”’)]*$/u.test(block.text.trim()))
  );
}

/** Without the headline, which is the title. */
function withoutTitle(kept: readonly FromPage[], { title }: Metadata): Block[] {
  const blocks = kept.map(({ block }) => block);
  const isTitle = (block: Block): boolean =>
    block.kind === 'heading' &&
    block.level <= 2 &&
    block.text.replace(/\s+/gu, ' ').trim() === title?.told.value;
  const from = blocks.findIndex(isTitle);
  const text = from >= 0 ? blocks.toSpliced(from, 1) : blocks;
  return text;
}
