// The numbers that a browser writes before the items of a numbered list: they are in no text node, and readers cite by them.
import { isElement, type PageElement } from './dom.ts';

/** What `type` says, and what `list-style-type` calls the same. */
const styles: Readonly<Record<string, (number: number) => string>> = {
  a: lettered,
  'lower-alpha': lettered,
  'lower-latin': lettered,
  A: (number) => lettered(number).toUpperCase(),
  'upper-alpha': (number) => lettered(number).toUpperCase(),
  'upper-latin': (number) => lettered(number).toUpperCase(),
  i: roman,
  'lower-roman': roman,
  I: (number) => roman(number).toUpperCase(),
  'upper-roman': (number) => roman(number).toUpperCase(),
};
/** Is set where the page's style rules take the numbers away. */
export const bareMark = 'data-communique-bare';
const withoutNumbers = new Set(['none', 'disc', 'circle', 'square']);

/** The marker of an item ("3. ", "b. "), or undefined where it has none. */
export class ListMarkers {
  /** Counted once a list: a list of thousands is not counted anew for each of its items. */
  readonly #counted = new Map<PageElement, ReadonlyMap<PageElement, number>>();

  of(item: PageElement): string | undefined {
    const list = item.parentElement;
    if (list?.localName !== 'ol') return undefined;
    const style = styleOf(item) ?? styleOf(list) ?? '1';
    if (withoutNumbers.has(style) || item.hasAttribute(bareMark) || list.hasAttribute(bareMark))
      return undefined;
    const numbers = this.#counted.get(list) ?? numbersIn(list);
    this.#counted.set(list, numbers);
    const number = numbers.get(item);
    return number === undefined
      ? undefined
      : `${(number > 0 ? styles[style]?.(number) : undefined) ?? number}. `;
  }
}

function styleOf(element: PageElement): string | undefined {
  const inStyle = /list-style(?:-type)?\s*:\s*([\w-]+)/iu.exec(element.getAttribute('style') ?? '')?.[1];
  return inStyle?.toLowerCase() ?? element.getAttribute('type')?.trim();
}

function numbersIn(list: PageElement): ReadonlyMap<PageElement, number> {
  const items = [...list.childNodes].filter(isElement).filter(({ localName }) => localName === 'li');
  const isReversed = list.hasAttribute('reversed');
  let next = wholeNumber(list.getAttribute('start')) ?? (isReversed ? items.length : 1);
  const numbers = new Map<PageElement, number>();
  for (const item of items) {
    const number = wholeNumber(item.getAttribute('value')) ?? next;
    numbers.set(item, number);
    next = number + (isReversed ? -1 : 1);
  }
  return numbers;
}

function wholeNumber(written: string | null): number | undefined {
  return /^\s*-?\d{1,9}\s*$/u.test(written ?? '') ? Number(written) : undefined;
}

/** a, b … z, aa, ab. */
function lettered(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const romans = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

function roman(number: number): string {
  if (number >= 4_000) return String(number);
  let rest = number;
  let letters = '';
  for (const [sign, value] of romans) {
    while (rest >= value) {
      letters += sign;
      rest -= value;
    }
  }
  return letters;
}
