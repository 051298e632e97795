// The elements of a page or a DOCX, in order, as blocks: paragraphs, list items, rows of tables, headings.
import { isElement, isText, type PageElement, type PageNode } from './dom.ts';
import type { Block } from './imported.ts';

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
}

const blockTags = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const preformatted = 'pre, textarea';
/** A row of a table whose cells hold more than this is layout and no table of data. */
const longestRow = 600;

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

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  element(element: PageElement): void {
    if (this.#options.skip(element)) return;
    const tag = element.localName;
    if (tag === 'br') this.#lineBreak();
    else if (isNoteMark(element)) this.#options.noteMark();
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
          ? { kind: 'paragraph', text }
          : { kind: 'heading', level: this.#heading, text };
      const letters = text.replace(/\s/gu, '').length;
      this.blocks.push({ block, elements: [...this.#elements], linked: this.#linked / Math.max(letters, 1) });
    }
    this.#text = '';
    this.#linked = 0;
    this.#elements = new Set();
  }

  #block(element: PageElement, tag: string): void {
    this.close();
    const before = this.#heading;
    const level = /^h([1-6])$/u.exec(tag)?.[1];
    if (level !== undefined) this.#heading = Number(level);
    this.#children(element);
    this.close();
    this.#heading = before;
  }

  #inline(element: PageElement, tag: string): void {
    // A browser writes the marks of <q>; they are in no text node.
    if (tag === 'q') this.#text += '“';
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
    this.#text += text;
    if (text.trim() === '') return;
    this.#elements.add(parent);
    if (parent.closest('a[href]')) this.#linked += text.replace(/\s/gu, '').length;
  }

  /** One break is a new line of the same paragraph, two are a new paragraph. */
  #lineBreak(): void {
    if (this.#heading !== undefined) this.#text += ' ';
    else if (/\n\s*$/u.test(this.#text)) this.close();
    else if (this.#text.trim() !== '') this.#text += '\n';
  }

  /** A row of data becomes one paragraph, its cells parted by tabs. Returns whether it was one. */
  #row(row: PageElement): boolean {
    const cells = [...row.querySelectorAll('td, th')].filter((cell) => cell.closest('tr') === row);
    if (cells.length < 2 || (row.textContent ?? '').length > longestRow) return false;
    const parts = cells.map((cell) => blocksBelow(cell, this.#options));
    if (parts.some((blocks) => blocks.length > 1)) return false;
    this.close();
    const blocks = parts.flat();
    const texts = parts.map(([only]) => only?.block.text.trim().replace(/\s+/gu, ' ') ?? '');
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
