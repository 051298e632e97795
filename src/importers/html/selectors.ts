// Selectors of style sheets, the plain ones: tags, classes, ids and attributes of an element and of those around it. What
// depends on where a mouse is or on the order of elements (`:hover`, `:first-child`, `+`) is not read.
import type { PageElement } from './dom.ts';

export interface Compound {
  readonly tag?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value?: string }[];
}

export interface Selector {
  readonly last: Compound;
  /** What must stand around it, from the nearest outwards. */
  readonly around: readonly { readonly compound: Compound; readonly isParent: boolean }[];
  /** How much it goes before others. */
  readonly weight: number;
}

/** Nobody writes longer ones by hand, and programs hardly. */
const longestSelector = 300;
const mostCompounds = 10;
/** Farther around an element nothing is looked for that a rule names. */
const farthest = 30;
const part =
  /(?<tag>^(?:[a-z][\w-]*|\*))|#(?<id>[\w-]+)|\.(?<class>(?:[\w-]|[^\p{ASCII}]|\\.)+)|\[\s*(?<name>[\w-]+)\s*(?:=\s*["']?(?<value>[^"'\]]*)["']?\s*)?\]/giu;

export function selectorOf(written: string): Selector | undefined {
  const text = written.trim();
  if (text === '' || text.length > longestSelector || /[:+~]/u.test(text.replace(/\\./gu, '')))
    return undefined;
  const pieces = text.replace(/\s*>\s*/gu, ' >').split(/\s+/u);
  if (pieces.length > mostCompounds) return undefined;
  const compounds = pieces.map((piece) => ({
    isChild: piece.startsWith('>'),
    compound: compoundOf(piece.replace(/^>/u, '')),
  }));
  const read = compounds.flatMap(({ compound, isChild }) => (compound ? [{ compound, isChild }] : []));
  const last = read.at(-1);
  if (!last || read.length < pieces.length) return undefined;
  const around = read
    .slice(0, -1)
    .map(({ compound }, index) => ({ compound, isParent: read[index + 1]?.isChild ?? false }))
    .reverse();
  return {
    last: last.compound,
    around,
    weight: read.reduce((sum, { compound }) => sum + weightOf(compound), 0),
  };
}

function compoundOf(text: string): Compound | undefined {
  const matches = [...text.matchAll(part)];
  if (text === '' || matches.map(([match]) => match).join('') !== text) return undefined;
  const groups = matches.map(({ groups: each }) => each ?? {});
  const id = groups.find((each) => each['id'] !== undefined)?.['id'];
  const tag = groups.find((each) => each['tag'] !== undefined)?.['tag']?.toLowerCase();
  return {
    ...(tag !== undefined && tag !== '*' && { tag }),
    ...(id !== undefined && { id }),
    classes: groups.flatMap((each) =>
      each['class'] === undefined ? [] : [each['class'].replace(/\\(.)/gu, '$1')],
    ),
    attributes: groups.flatMap(({ name, value }) =>
      name === undefined ? [] : [{ name, ...(value !== undefined && { value }) }],
    ),
  };
}

/** As browsers weigh: ids, then classes and attributes, then tags. */
function weightOf({ id, classes, attributes, tag }: Compound): number {
  return (
    (id === undefined ? 0 : 10_000) + (classes.length + attributes.length) * 100 + (tag === undefined ? 0 : 1)
  );
}

export function isMatching(element: PageElement, { last, around }: Selector): boolean {
  return fits(element, last) && isAround(element.parentElement, around);
}

function isAround(from: PageElement | null, around: Selector['around']): boolean {
  const [next, ...others] = around;
  if (!next) return true;
  let steps = 0;
  for (let at = from; at && steps < farthest; at = at.parentElement) {
    steps += 1;
    // The nearest that fits is taken: that a farther one would do where it does not is a rarity of rarities.
    if (fits(at, next.compound)) return isAround(at.parentElement, others);
    if (next.isParent) return false;
  }
  return false;
}

function fits(element: PageElement, { tag, id, classes, attributes }: Compound): boolean {
  if (tag !== undefined && element.localName !== tag) return false;
  if (id !== undefined && element.getAttribute('id') !== id) return false;
  if (classes.length > 0) {
    const names = ` ${element.getAttribute('class')?.replace(/\s+/gu, ' ') ?? ''} `;
    if (!classes.every((name) => names.includes(` ${name} `))) return false;
  }
  return attributes.every(({ name, value }) =>
    value === undefined ? element.hasAttribute(name) : element.getAttribute(name) === value,
  );
}
