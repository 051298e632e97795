// The elements of a page or a DOCX, in order, as blocks: paragraphs, list items, rows of tables, headings.

import type { Block } from '../imported.ts';
import { isElement, isText, type PageElement, type PageNode } from './dom.ts';
import { ListMarkers } from './list-markers.ts';
import { TableRows } from './table-rows.ts';

/** A block and the elements whose text stands in it. */
export interface FromPage {
  readonly block: Block;
  readonly elements: readonly PageElement[];
  /** The part of its characters that are links, from 0 to 1. */
  readonly linked: number;
}

export interface WalkOptions {
  /** Whether an element, with everything in it, is no part of the text. */
  readonly skip: (element: PageElement) => boolean;
  /** Called for a mark that leads to a footnote, which is no word of the sentence that it stands in. */
  readonly noteMark: () => void;
  /** Whether items of numbered lists get the numbers that a browser writes before them. */
  readonly numbered?: boolean;
}

const blockTags = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const preformatted = 'pre, textarea';

/** All blocks below an element, in order. */
export function blocksBelow(root: PageElement, options: WalkOptions): FromPage[] {
  const walk = new Walk(options);
  walk.element(root);
  walk.close();
  return walk.blocks;
}

class Walk {
  readonly blocks: FromPage[] = [];
  readonly #options: WalkOptions;
  #text = '';
  #linked = 0;
  #elements = new Set<PageElement>();
  #heading: number | undefined;
  #isOpen = false;
  /** Numbers of list items that the next words stand behind. */
  #marker = '';
  readonly #markers = new ListMarkers();
  readonly #rows = new TableRows();

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  element(element: PageElement): void {
    if (this.#options.skip(element)) return;
    const tag = element.localName;
    if (tag === 'br') this.#lineBreak();
    else if (isNoteMark(element)) this.#options.noteMark();
    else if (isBackLink(element)) return;
    else if (tag === 'tr' && this.#row(element)) return;
    else if (blockTags.has(tag)) this.#block(element, tag);
    else this.#inline(element, tag);
  }

  /** Ends the block that is open, if there is one. */
  close(): void {
    const text = this.#text;
    if (text.trim() !== '') {
      const block: Block =
        this.#heading === undefined
          ? { kind: 'paragraph', text, ...(this.#isQuoted() && { quoted: true }) }
          : { kind: 'heading', level: this.#heading, text };
      const letters = text.replace(/\s/gu, '').length;
      this.blocks.push({ block, elements: [...this.#elements], linked: this.#linked / Math.max(letters, 1) });
    }
    this.#text = '';
    this.#linked = 0;
    this.#elements = new Set();
  }

  #isQuoted(): boolean {
    const [first] = this.#elements;
    return first?.closest('blockquote') != null;
  }

  #block(element: PageElement, tag: string): void {
    if (isInitial(element, this.#text)) {
      this.close();
      this.#children(element);
      this.#text = this.#text.trim();
      this.#isOpen = true;
      return;
    }
    // A first letter that is set apart stands open, and waits for the rest of its word.
    if (!this.#isOpen) this.close();
    this.#isOpen = false;
    if (tag === 'li') this.#item(element);
    else this.#plain(element, tag);
  }

  /** An item without words leaves its number to nobody. */
  #item(element: PageElement): void {
    const before = this.#marker;
    if (this.#options.numbered) this.#marker += this.#markers.of(element) ?? '';
    this.#plain(element, 'li');
    this.#marker = this.#marker === '' ? '' : before;
  }

  #plain(element: PageElement, tag: string): void {
    const before = this.#heading;
    const level = /^h([1-6])$/u.exec(tag)?.[1];
    if (level !== undefined) this.#heading = Number(level);
    this.#children(element);
    this.close();
    this.#heading = before;
  }

  #inline(element: PageElement, tag: string): void {
    // A browser writes the marks of <q>; they are in no text node.
    if (tag === 'q') this.#text += this.#marked('“');
    this.#children(element);
    if (tag === 'q') this.#text += '”';
  }

  #children(element: PageElement): void {
    for (const node of element.childNodes) {
      if (isElement(node)) this.element(node);
      else if (isText(node)) this.#add(node, element);
    }
  }

  #add(node: PageNode, parent: PageElement): void {
    const written = node.textContent ?? '';
    const text = parent.closest(preformatted) ? written : written.replace(/[ \t\r\n\f]+/gu, ' ');
    if (text === '' || (text === ' ' && this.#text === '')) return;
    this.#text += this.#marked(text);
    if (text.trim() === '') return;
    this.#elements.add(parent);
    if (parent.closest('a[href]')) this.#linked += text.replace(/\s/gu, '').length;
  }

  /** A text with the number of its item before it, unless the writer has put the same there. */
  #marked(text: string): string {
    if (this.#marker === '' || text.trim() === '') return text;
    const marker = this.#marker;
    this.#marker = '';
    return text.trimStart().startsWith(marker.trim()) ? text : `${marker}${text.trimStart()}`;
  }

  /** One break is a new line of the same paragraph, two are a new paragraph. */
  #lineBreak(): void {
    if (this.#heading !== undefined) this.#text += ' ';
    else if (/\n\s*$/u.test(this.#text)) this.close();
    else if (this.#text.trim() !== '') this.#text += '\n';
  }

  /** A row of data becomes one paragraph, its cells parted by tabs. Returns whether it was one. */
  #row(row: PageElement): boolean {
    const cells = this.#rows.cellsOf(row);
    const table = row.closest('table');
    if (!cells || !table) return false;
    const parts = cells.map((cell) => blocksBelow(cell, this.#options));
    if (!this.#rows.isHeaded(table) && parts.some((blocks) => blocks.length > 1)) return false;
    this.close();
    const blocks = parts.flat();
    const texts = parts.map((cell) =>
      cell.map(({ block }) => block.text.trim().replace(/\s+/gu, ' ')).join(' '),
    );
    const text = texts.join('\t');
    const linked = blocks.reduce((sum, each) => sum + each.linked, 0) / Math.max(blocks.length, 1);
    const elements = blocks.flatMap((each) => each.elements);
    if (text.trim() !== '') this.blocks.push({ block: { kind: 'paragraph', text }, elements, linked });
    return true;
  }
}

/** A raised number or sign that is a link to a note: `<sup><a href="#fn1">1</a></sup>`. */
function isNoteMark(element: PageElement): boolean {
  if (
    element.localName !== 'sup' ||
    !/^\s*[[(]?(?:\d{1,3}|[a-z*†‡]{1,2}|[ivx]+)[\])]?\s*$/u.test(element.textContent ?? '')
  ) {
    return false;
  }
  const link = element.querySelector('a[href]') ?? element.closest('a[href]');
  return link?.getAttribute('href')?.includes('#') ?? false;
}

/** An arrow behind a note that leads back to its mark. */
function isBackLink(element: PageElement): boolean {
  if (element.localName !== 'a' || !element.getAttribute('href')?.startsWith('#')) return false;
  return /^[\s↑↩↵⤴⏎^]+$/u.test((element.textContent ?? '').replace(/[\ufe0e\ufe0f]/gu, ''));
}

/** The first letter of a text in a box of its own, large and beside its first lines. */
function isInitial(element: PageElement, open: string): boolean {
  if (open.trim() !== '' || !/^\s*["“„«‘']?\p{L}\s*$/u.test(element.textContent ?? '')) return false;
  return /drop-?_?cap|initiale?|lettrine/iu.test(element.getAttribute('class') ?? '');
}
