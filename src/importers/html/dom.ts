// The little of a page's elements that is read here, whatever parser made them, and how to walk them.
import { parseHTML } from 'linkedom';

export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  remove(): void;
}

export interface Page {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  readonly head: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/** Parses a page. No script runs, and nothing is fetched. */
export function parsePage(html: string): Page {
  const { document } = parseHTML(withBody(html));
  // Names of attributes are written in either case, and the parser keeps them as they are: <A HREF="…">.
  for (const element of document.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      const small = name.toLowerCase();
      if (small !== name && !element.hasAttribute(small))
        element.setAttribute(small, element.getAttribute(name));
    }
  }
  return document;
}

/** What may stand in a head that no tag opens. */
const ofHead =
  /\s+|<!--[\s\S]*?-->|<!doctype[^>]*>|<\?[^>]*>|<\/?(?:html|head|meta|link|base)\b[^>]*>|<(title|style|script|noscript)\b[^>]*>[\s\S]*?<\/\1\s*>/giuy;

/** The parser adds no tags that HTML lets writers leave out: `<html>`, `<head>` and `<body>` are written here. */
function withBody(html: string): string {
  const opened = html.replace(/^\ufeff/u, '');
  if (['html', 'head', 'body'].every((name) => new RegExp(`<${name}[\\s>]`, 'iu').test(opened)))
    return opened;
  ofHead.lastIndex = 0;
  let end = 0;
  while (end < opened.length && ofHead.test(opened)) end = ofHead.lastIndex;
  const tag = /<html\b[^>]*>/iu.exec(opened)?.[0] ?? '<html>';
  const head = opened.slice(0, end).replace(/<\/?(?:html|head)\b[^>]*>|<!doctype[^>]*>/giu, '');
  const rest = opened.slice(end);
  const open = /<body\b[^>]*>/iu.exec(rest)?.[0] ?? '<body>';
  const body = rest.replace(/<\/(?:html|body|head)\s*>|<body\b[^>]*>/giu, '');
  return `<!DOCTYPE html>${tag}<head>${head}</head>${open}${body}</body></html>`;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === 3;
}

/** The text of an element in one line; where it has a line break, a blank parts the words. */
export function lineOf(node: PageNode | null | undefined): string {
  if (!node) return '';
  const isBroken = isElement(node) && node.querySelector('br') !== null;
  return (isBroken ? brokenTextOf(node) : (node.textContent ?? '')).replace(/[\s\u00a0]+/gu, ' ').trim();
}

function brokenTextOf(node: PageNode): string {
  if (!isElement(node)) return node.textContent ?? '';
  return node.localName === 'br' ? ' ' : [...node.childNodes].map(brokenTextOf).join('');
}

/** The first non-empty value of an attribute among the elements that a selector finds. */
export function attributeOf(page: Page, selector: string, name: string): string | undefined {
  for (const element of page.querySelectorAll(selector)) {
    const value = element.getAttribute(name)?.replace(/\s+/gu, ' ').trim();
    if (value) return value;
  }
  return undefined;
}
