// The article of a page: which of its blocks belong to it, by what Readability found, by the boxes that they stand in, and
// by what they are. What is left out is counted.
import type { Message, MessageKey } from '../../messages/messages.ts';
import { isOfLater, isStamp } from '../about/dateline.ts';
import { type Block, found, type Metadata } from '../imported.ts';
import type { Page, PageElement } from './dom.ts';
import { blocksBelow, type FromPage } from './dom-blocks.ts';
import { isLeadingAway, outMark, unseen } from './junk.ts';
import { isInKeyFacts } from './key-facts.ts';
import { isControls, isOwnersLine } from './page-boxes.ts';
import { isHeadingOfFiles, isMistakeControl } from './page-ends.ts';
import { isSentence } from './sentence.ts';

/** Every element of a page has a number here, so that it is known again in a copy of the page. */
export const mark = 'data-communique';

/** Elements that pages put around their article; the first that holds most of what Readability found is taken. */
const articleSelectors = ['[itemprop="articleBody"]', 'article', '[role="article"]', 'main', '[role="main"]'];
/** A stray line beside an article of a page does not make the whole page the article. */
const mostOfText = 0.9;

export interface ReadArticle {
  readonly blocks: readonly Block[];
  /** The heading above the text, where it is the only one that could be the title. */
  readonly title: Metadata;
  /** An element of the first paragraph. */
  readonly first: PageElement | undefined;
  readonly box: PageElement;
}

/** Where a block stands among what Readability found. */
interface Standing {
  readonly survived: boolean;
  readonly isIn: boolean;
  /** Its box holds what was found as well. */
  readonly isBeside: boolean;
  /** Something that was found stands before it, and after. */
  readonly isAmong: boolean;
  /** It is made as something that was found. */
  readonly isAlike: boolean;
  /** A sentence between the headline and what was found: sites set it in a box of its own. */
  readonly isLead: boolean;
}

export class Article {
  readonly #page: Page;
  readonly #root: PageElement;
  readonly #survivors: ReadonlySet<string>;
  readonly #left: Map<MessageKey, number>;
  #noteMarks = 0;
  #struck = 0;

  constructor(page: Page, root: PageElement, survivors: ReadonlySet<string>, left: Map<MessageKey, number>) {
    this.#page = page;
    this.#root = root;
    this.#survivors = survivors;
    this.#left = left;
  }

  read(metadata: Metadata): ReadArticle {
    const all = this.#walked();
    const box = this.#box(all);
    const title = metadata.title?.told.value;
    this.#struck = [...box.querySelectorAll(`[${outMark}="struck"]`)].length;
    const {
      above,
      blocks: text,
      title: heading,
    } = withoutTitle(this.#kept(all, box, title), metadata, this.#page);
    for (const _ of above) this.#leave('import.left.outside');
    // A heading that nothing follows stood above what was left out ("More on this story").
    const end = text.findLastIndex(({ block }) => block.kind === 'paragraph') + 1;
    for (const _ of text.slice(end)) this.#leave('import.left.outside');
    const [first] = text.find(({ block }) => block.kind === 'paragraph')?.elements ?? [];
    return { blocks: text.slice(0, end).map(({ block }) => block), title: heading, first, box };
  }

  #kept(all: readonly FromPage[], box: PageElement, title: string | undefined): FromPage[] {
    const headline = all.findIndex((each) => isHeadline(each, title));
    const survived = all.map((each) => this.#survived(each));
    const [first, last] = [survived.indexOf(true), survived.lastIndexOf(true)];
    const survivors = all.filter((_, index) => survived[index]);
    const parents = new Set(survivors.flatMap(({ elements }) => elements.map(boxOf)));
    const shape = (element: PageElement): string => shapeOf(element, box);
    const shapes = new Set(survivors.flatMap(({ elements }) => elements.map(shape)));
    const kept = all.filter((each, index) => {
      const { elements } = each;
      const left = this.#leftAs(each, {
        survived: survivors.length === 0 || survived[index] === true,
        isIn: elements.some((element) => isInside(element, box)),
        isBeside: elements.some((element) => parents.has(boxOf(element))),
        isAmong: index > first && index < last,
        isAlike: elements.some((element) => shapes.has(shape(element))),
        isLead:
          headline >= 0 && index > headline && index < first && (isLead(each) || isInKeyFacts(each.elements)),
      });
      return left === undefined || this.#leave(left);
    });
    return kept.filter((_, index) => !isAboveNoFiles(kept, index) || this.#leave('import.left.outside'));
  }

  /** What a block is counted as that is no part of the article; undefined where it is one. */
  #leftAs(
    each: FromPage,
    { survived, isIn, isBeside, isAmong, isAlike, isLead }: Standing,
  ): MessageKey | undefined {
    const apart = apartAs(each);
    if (apart !== undefined) return apart;
    const isAlikeIn = isIn && (isBeside || (isAlike && isAmong));
    if (isLink(each, mostlyLinked) && isAlikeIn && isSentence(each.block.text)) return undefined;
    if (isLink(each, whollyLinked)) return 'import.left.related';
    if (survived || isLead) return undefined;
    const isOurs = isProse(each) ? isIn || (isBeside && isAmong) : isIn && isBeside;
    return isOurs ? undefined : 'import.left.outside';
  }

  notes(): Message[] {
    const notes = [...this.#left].map(
      ([key, count]): Message => ({ key: 'import.note.left', values: { what: { key }, count } }),
    );
    if (this.#noteMarks > 0) notes.push({ key: 'import.note.noteMarks', values: { count: this.#noteMarks } });
    return notes;
  }

  warnings(): Message[] {
    if (this.#struck === 0) return [];
    return [{ key: 'import.warning.struck', values: { count: this.#struck } }];
  }

  #walked(): FromPage[] {
    return blocksBelow(this.#root, {
      noteMark: () => this.#noteMarks++,
      skip: (element) => unseen.has(element.localName) || element.hasAttribute(outMark),
      numbered: true,
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

/** What a block is that is no part of any article, wherever it stands. */
function apartAs(each: FromPage): MessageKey | undefined {
  const { block, linked } = each;
  if (isLeadingAway(block.text, linked)) return 'import.left.related';
  if (isTime(each)) return 'import.left.byline';
  if (block.kind === 'heading') return undefined;
  if (isControls(block.text, linked) || isMistakeControl(block.text)) return 'import.left.forms';
  return isOwnersLine(block.text) ? 'import.left.navigation' : undefined;
}

function isHeadline({ block }: FromPage, title: string | undefined): boolean {
  return block.kind === 'heading' && block.level <= 2 && block.text.replace(/\s+/gu, ' ').trim() === title;
}

/** A heading above files of the page, which are no text: in the box that it stands in nothing is left below it. */
function isAboveNoFiles(kept: readonly FromPage[], index: number): boolean {
  const [heading, next] = kept.slice(index, index + 2);
  if (!heading || !isHeadingOfFiles(heading.block.text)) return false;
  if (!next || next.block.kind === 'heading') return true;
  const box = heading.elements[0] && boxOf(heading.elements[0]);
  return box !== null && box !== undefined && !next.elements.some((element) => isInside(element, box));
}

/** A caption or a byline is shorter or has no full stop. */
const leastLead = 60;

function isLead({ block, linked }: FromPage): boolean {
  return (
    block.kind === 'paragraph' && linked < 0.5 && block.text.length >= leastLead && isSentence(block.text)
  );
}

function isInside(element: PageElement, box: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parentElement) if (at === box) return true;
  return false;
}

const inlineTags = new Set(
  'a abbr b bdi bdo big cite code dfn em font i ins mark q s small span strong sub sup time u wbr'.split(' '),
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

/** Parts of a paragraph that are links: where it is a link as a whole, it is a headline elsewhere or a sentence of the text. */
const mostlyLinked = 0.5;
const whollyLinked = 0.8;

function isLink({ block, linked, elements }: FromPage, least: number): boolean {
  if (block.kind === 'heading' || linked < least) return false;
  // A table of contents is a part of the document.
  const links = elements.map((element) => element.closest('a[href]')?.getAttribute('href') ?? '#');
  return !links.every((href) => href.startsWith('#'));
}

/** The hour of an entry, or the day on which the page was changed, which stand beside the text. */
function isTime({ block, elements }: FromPage): boolean {
  if (block.kind === 'heading' || elements.length === 0) return false;
  if (elements.every((each) => each.closest('time'))) return true;
  return isStamp(block.text) && (isOfLater(block.text) || elements.some(isCalledTime));
}

function isCalledTime(element: PageElement): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`;
  return /(?:^|[-_\s])(?:time|date|zeit|uhrzeit|datum|heure|godzina|data|stamp|timestamp)(?:$|[-_\s])/iu.test(
    names,
  );
}

/** Tags and classes of a block and of what stands around it, up to a box: what one program made alike. */
function shapeOf(element: PageElement, box: PageElement): string {
  let block: PageElement = element;
  while (inlineTags.has(block.localName) && block.parentElement) block = block.parentElement;
  const shape: string[] = [];
  for (let at: PageElement | null = block; at && at !== box && shape.length < 20; at = at.parentElement) {
    shape.push(`${at.localName}.${at.getAttribute('class') ?? ''}`);
  }
  return shape.join(' ');
}

interface Untitled {
  readonly above: readonly FromPage[];
  readonly blocks: readonly FromPage[];
  readonly title: Metadata;
}

/** Without the headline, which is the title. */
function withoutTitle(kept: readonly FromPage[], { title }: Metadata, page: Page): Untitled {
  const at = kept.findIndex((each) => isHeadline(each, title?.told.value));
  // Above the headline stand labels ("News story"), and boxes repeat it; what is written there is text.
  const above = kept.filter(
    (each, index) =>
      each.block.kind === 'paragraph' &&
      ((index < at && !isProse(each)) || each.block.text.trim() === title?.told.value),
  );
  const out = new Set(above);
  const blocks = kept.filter((each, index) => index !== at && !out.has(each));
  const [first, ...others] = blocks;
  const isOnly =
    at < 0 &&
    first?.block.kind === 'heading' &&
    page.querySelector('h1') === null &&
    !others.some(({ block }) => block.kind === 'heading' && block.level <= level(first));
  if (!first || !isOnly) return { above, blocks, title: {} };
  return { above, blocks: others, title: { title: found(first.block.text, 'import.found.heading') } };
}

function level({ block }: FromPage): number {
  return block.kind === 'heading' ? block.level : 0;
}
