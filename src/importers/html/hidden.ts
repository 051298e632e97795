// What of a page its reader does not see, and what is struck through: by attributes, by names that all sites use alike,
// and by the page's own style rules.
import { lineOf, type Page, type PageElement } from './dom.ts';
import { PageStyles, type Style } from './page-styles.ts';

/** For those who have a page read aloud, and never seen. */
const aloudOnly =
  /^(?:(?:[a-z]{1,6}[-_]+)*(?:sr[-_]?only(?:[-_]focusable)?|visually[-_]?hidden(?:[-_]focusable)?|show[-_]for[-_]sr|screen[-_]?reader(?:[-_](?:text|only))?|assistive[-_]text|element[-_]invisible|hidden[-_]visually|a11y[-_](?:hidden|only)|at[-_]only|offscreen|off[-_]screen))$/iu;
/** Not seen on a screen, whatever its width. */
const unseenName =
  /^(?:d-none|hidden|is-hidden|u-hidden|js-hidden|hide|hidden-xs-up|print-only|only-print|visible-print(?:-block)?|noscreen|no-screen)$/iu;
/** A width or a state shows it again: `d-none d-md-block`, `hidden lg:flex`. */
const shownAgain =
  /^(?:(?:sm|md|lg|xl|2xl|xxl|tablet|desktop|screen)[:-]|d-(?:sm|md|lg|xl|xxl)-(?!none))|^(?:show|in|active|open|is-open|is-active|is-visible)$/iu;
const iconName =
  /(?:^|[\s_-])(?:icons?|fa|fas|fab|far|glyphicons?|material-(?:icons|symbols)(?:-\w+)?|dashicons|svg|arrow|chevron)(?:[\s_-]|$)/iu;
const inline = new Set('span b i em strong small font big u mark abbr sub sup a q cite time'.split(' '));

const struckTags = new Set(['s', 'del', 'strike']);

export interface Seen {
  readonly isHidden: boolean;
  readonly isStruck: boolean;
  readonly isBare: boolean;
}

/** Boxes that would hide the whole page; a page has one or two of them, one within the other. */
const mostWhole = 5;

/** Tells of the elements of one page whether they are seen. */
export class Sight {
  readonly #styles: PageStyles;
  readonly #whole: number;
  #wholes = 0;

  constructor(page: Page) {
    this.#styles = new PageStyles(page);
    this.#whole = lineOf(page.body).length;
  }

  of(element: PageElement): Seen {
    const style = this.#styles.of(element);
    return {
      isHidden: isUnseen(element, style) && !this.#isWholePage(element),
      isStruck: struckTags.has(element.localName) || style.isStruck === true,
      isBare: style.isBare === true,
    };
  }

  /** A page that is hidden until its scripts have run is read all the same. */
  #isWholePage(element: PageElement): boolean {
    if (element.localName === 'body') return true;
    if (this.#wholes >= mostWhole || lineOf(element).length <= this.#whole / 2) return false;
    this.#wholes += 1;
    return true;
  }
}

function isUnseen(element: PageElement, style: Style): boolean {
  if (element.hasAttribute('hidden') || element.hasAttribute('popover')) return true;
  if (style.isHidden === true) return true;
  const names = (element.getAttribute('class') ?? '').split(/\s+/u);
  if (names.length > 200) return false;
  if (names.some((name) => aloudOnly.test(name))) return true;
  const isNamed = names.some((name) => unseenName.test(name)) && !names.some((name) => shownAgain.test(name));
  if (isNamed && style.isHidden === undefined) return true;
  return element.getAttribute('aria-hidden') === 'true' && !isDrawnText(element);
}

/**
 * `aria-hidden` is seen and not read aloud: boxes that have it wait for a script to show them, and signs are ornaments, but
 * words of a line that have it are text, such as the first letter of a paragraph that is set apart.
 */
function isDrawnText(element: PageElement): boolean {
  if (!inline.has(element.localName) || !/[\p{L}\p{N}]/u.test(element.textContent ?? '')) return false;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('data-icon') ?? ''}`;
  return (
    !iconName.test(names) && element.closest('p, li, blockquote, td, th, dd, h1, h2, h3, h4, h5, h6') !== null
  );
}
