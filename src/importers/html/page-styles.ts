// The few rules of a page's own style sheets that decide whether words are seen: what they hide and what they strike through.
import type { Page, PageElement } from './dom.ts';
import { type Compound, isMatching, type Selector, selectorOf } from './selectors.ts';

/** What a style says, as far as it is read here; undefined where it says nothing. */
export interface Style {
  readonly isHidden?: boolean;
  readonly isStruck?: boolean;
  /** Whether a list is told to have no numbers before its items, or to have them. */
  readonly isBare?: boolean;
}

type Property = keyof Style;

interface Rule {
  readonly selector: Selector;
  readonly property: Property;
  readonly value: boolean;
  /** Of two rules the weightier one counts, and of equal ones the later. */
  readonly weight: number;
}

/** So much of style sheets is read; a page saved whole has some 300,000 characters, of which few hide anything. */
const mostCharacters = 2_000_000;
const mostRules = 3_000;
/** So often elements are compared with rules: a large page asks for a tenth of it, and one that was made to last is not waited for. */
const mostComparisons = 300_000;
/** `!important` goes before everything that is not. */
const important = 1_000_000;

export class PageStyles {
  /** Rules by the rarest thing that their last element must have: `#id`, `.class`, or a tag. */
  readonly #rules = new Map<string, Rule[]>();
  #comparisons = 0;

  constructor(page: Page) {
    let count = 0;
    for (const rule of read(sheetOf(page))) {
      if (++count > mostRules) return;
      const key = keyOf(rule.selector.last);
      const rules = this.#rules.get(key);
      if (rules) rules.push(rule);
      else this.#rules.set(key, [rule]);
    }
  }

  /** What the page's rules and the element's own style say of it. */
  of(element: PageElement): Style {
    const weights = { isHidden: -1, isStruck: -1, isBare: -1 };
    const style: { -readonly [property in Property]?: boolean } = {};
    const take = (property: Property, value: boolean, weight: number): void => {
      if (weight < weights[property]) return;
      weights[property] = weight;
      style[property] = value;
    };
    for (const key of keysOf(element)) {
      for (const rule of this.#rules.get(key) ?? []) {
        if (rule.weight < weights[rule.property] || ++this.#comparisons > mostComparisons) continue;
        if (isMatching(element, rule.selector)) take(rule.property, rule.value, rule.weight);
      }
    }
    for (const [property, value, isImportant] of declared(element.getAttribute('style') ?? '')) {
      take(property, value, important / 2 + (isImportant ? important : 0));
    }
    return style;
  }
}

function* read(sheet: string): Generator<Rule> {
  for (const { selectors, declarations } of rulesOf(sheet)) {
    const says = declared(declarations);
    if (says.length > 0)
      yield* selectors.split(',').flatMap((written) => rulesFor(selectorOf(written), says));
  }
}

function rulesFor(selector: Selector | undefined, says: readonly Declared[]): Rule[] {
  if (!selector) return [];
  return says.map(([property, value, isImportant]) => ({
    selector,
    property,
    value,
    weight: selector.weight + (isImportant ? important : 0),
  }));
}

function keyOf({ id, classes, tag }: Compound): string {
  return id === undefined ? (classes[0] === undefined ? (tag ?? '*') : `.${classes[0]}`) : `#${id}`;
}

function keysOf(element: PageElement): string[] {
  const id = element.getAttribute('id');
  const names = (element.getAttribute('class') ?? '').split(/\s+/u).filter((name) => name !== '');
  return ['*', element.localName, ...new Set(names.map((name) => `.${name}`)), ...(id ? [`#${id}`] : [])];
}

/** The sheets that a browser with scripts applies to a screen. */
function sheetOf(page: Page): string {
  const sheets: string[] = [];
  for (const style of page.querySelectorAll('style')) {
    if (style.closest('noscript, template, svg') || !isForScreens(style.getAttribute('media') ?? ''))
      continue;
    sheets.push(style.textContent ?? '');
  }
  return sheets
    .join('\n')
    .slice(0, mostCharacters)
    .replace(/\/\*[\s\S]*?\*\//gu, ' ');
}

/** What a width or a preference decides is not known here. */
function isForScreens(media: string): boolean {
  return media.trim() === '' || /(?:^|,)\s*(?:only\s+)?(?:all|screen)\s*(?:,|$)/iu.test(media);
}

interface Written {
  readonly selectors: string;
  readonly declarations: string;
}

/** The rules of a sheet; those that only a condition switches on, such as `@media print`, are passed over. */
function* rulesOf(sheet: string): Generator<Written> {
  let from = 0;
  for (;;) {
    const open = sheet.indexOf('{', from);
    if (open < 0) return;
    const selectors = sheet
      .slice(from, open)
      .replace(/^[\s;}]+/u, '')
      .replace(/^(?:@(?:import|charset)[^;]*;\s*)+/u, '')
      .trim();
    // Rules in a group that is switched on are read as if they stood alone.
    if (isGroup(selectors)) {
      from = open + 1;
      continue;
    }
    const close = selectors.startsWith('@') ? closing(sheet, open) : sheet.indexOf('}', open);
    if (close < 0) return;
    if (!selectors.startsWith('@')) yield { selectors, declarations: sheet.slice(open + 1, close) };
    from = close + 1;
  }
}

function isGroup(prelude: string): boolean {
  const [, name, media = ''] = /^@(media|layer|supports)\b(.*)$/isu.exec(prelude) ?? [];
  return name !== undefined && (name.toLowerCase() !== 'media' || isForScreens(media));
}

/** Where the block that opens at a place ends, or -1. */
function closing(sheet: string, open: number): number {
  let depth = 0;
  const brace = /[{}]/gu;
  brace.lastIndex = open;
  for (let match = brace.exec(sheet); match; match = brace.exec(sheet)) {
    depth += match[0] === '{' ? 1 : -1;
    if (depth === 0) return match.index;
  }
  return -1;
}

type Declared = readonly [property: Property, value: boolean, isImportant: boolean];

const declaration =
  /(?:^|;)\s*(display|visibility|text-decoration(?:-line)?|list-style(?:-type)?)\s*:\s*([^;!]{0,100})(!\s*important)?/giu;

const hiding = ['isHidden', /^\s*(?:none|hidden|collapse)\b/iu] as const;
const readAs: Readonly<Record<string, readonly [Property, RegExp]>> = {
  text: ['isStruck', /line-through/iu],
  list: ['isBare', /\b(?:none|disc|circle|square)\b/iu],
};

/** What declarations say of hiding and striking. */
function declared(declarations: string): Declared[] {
  if (!/display|visibility|text-decoration|list-style|position/iu.test(declarations)) return [];
  const found = [...declarations.matchAll(declaration)].map(([, name = '', value = '', mark]): Declared => {
    const [property, says] = readAs[name.toLowerCase().slice(0, 4)] ?? hiding;
    return [property, says.test(value), mark !== undefined];
  });
  return isClipped(declarations) ? [...found, ['isHidden', true, true]] : found;
}

/** Cut to nothing or put far outside of the page: for those who have it read aloud, and nobody sees it. */
function isClipped(declarations: string): boolean {
  if (!/position\s*:\s*(?:absolute|fixed)/iu.test(declarations)) return false;
  return /clip\s*:\s*rect\(\s*(?:0|1)(?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:left|top|right)\s*:\s*-\d{3,}(?:px|em|rem)/iu.test(
    declarations,
  );
}
