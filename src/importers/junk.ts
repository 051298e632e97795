// What stands on a page and is no part of the article: menus, advertisements, "read more" lists, captions, forms. It is
// taken out of the page and counted before anybody looks for the article.
import { ends } from '../corpus/borders.ts';
import type { MessageKey } from '../messages/messages.ts';
import { lineOf, type Page, type PageElement } from './dom.ts';

/** Never shown as text, or shown by other means. */
export const unseen: ReadonlySet<string> = new Set(
  'script style noscript template iframe object embed svg math canvas video audio map head title meta link'.split(
    ' ',
  ),
);

const byTag: Readonly<Record<string, MessageKey>> = {
  nav: 'import.left.navigation',
  menu: 'import.left.navigation',
  aside: 'import.left.aside',
  footer: 'import.left.navigation',
  form: 'import.left.forms',
  button: 'import.left.forms',
  select: 'import.left.forms',
  input: 'import.left.forms',
  textarea: 'import.left.forms',
  dialog: 'import.left.forms',
  figcaption: 'import.left.captions',
};

const byRole: Readonly<Record<string, MessageKey>> = {
  navigation: 'import.left.navigation',
  banner: 'import.left.navigation',
  contentinfo: 'import.left.navigation',
  search: 'import.left.forms',
  complementary: 'import.left.aside',
  dialog: 'import.left.forms',
  menu: 'import.left.navigation',
  toolbar: 'import.left.navigation',
};

/** Words of class names and ids, which sites choose alike: "ad-slot", "site-nav", "related_links". */
const byWord: readonly (readonly [string, MessageKey])[] = [
  ['caption figcaption photocredit', 'import.left.captions'],
  [
    'nav navbar navigation menu breadcrumb breadcrumbs pagination pager skiplink skip masthead toolbar footer editsection',
    'import.left.navigation',
  ],
  [
    'related recommend recommended recommendation recommendations readmore trending mostread popular outbrain taboola teaser teasers sidebar rail widget',
    'import.left.related',
  ],
  [
    'ad ads advert adverts advertisement advertising sponsor sponsored promo promotion dfp',
    'import.left.advertising',
  ],
  [
    'share sharing social newsletter newsletters subscribe subscription signup paywall cookie cookies consent gdpr comment comments disqus feedback print',
    'import.left.forms',
  ],
  ['byline tags taglist topics', 'import.left.byline'],
];
const kindOfWord = new Map(
  byWord.flatMap(([words, key]) => words.split(' ').map((word) => [word, key] as const)),
);

/** Beside one of these a word tells of the article that it has comments or can be shared, not that it is that. */
const ofArticle = new Set(
  'article story content post entry main body text page wrapper container site has with layout'.split(' '),
);

/** "Read more: …", "Also read", "Advertisement": a line that leads away from the text. */
const leadsAway = new RegExp(
  `^(?:read (?:more|also|next)|also read|more on this|related|see also|recommended|advertisement|sponsored|story continues below|sign up|subscribe|share this|follow us|continue reading|watch( also)?:|listen( now)?:|читайте також|читайте также|lire aussi|lesen sie auch|mehr zum thema)${ends}`,
  'iu',
);

/** Whether a line of text leads away from it: so much of it a link, or with such words. */
export function isLeadingAway(text: string, linked: number): boolean {
  return leadsAway.test(text.trim()) && (linked > 0.5 || text.trim().length < 40);
}

/** Takes out of a page what is no part of its text. Gives how many pieces of each kind that were. */
export function withoutJunk(page: Page): Map<MessageKey, number> {
  const whole = lineOf(page.body).length;
  const removed = new Set<PageElement>();
  const counts = new Map<MessageKey, number>();
  for (const element of page.querySelectorAll('body *')) {
    const parent = element.parentElement;
    if (parent && removed.has(parent)) {
      removed.add(element);
      continue;
    }
    const junk = unseen.has(element.localName) ? undefined : junkOf(element, whole);
    if (junk === undefined) continue;
    if (lineOf(element) !== '') counts.set(junk, (counts.get(junk) ?? 0) + 1);
    removed.add(element);
    element.remove();
  }
  return counts;
}

/** Why an element is no part of the text, or undefined. `whole` is the length of the page's text. */
function junkOf(element: PageElement, whole: number): MessageKey | undefined {
  if (isHidden(element)) return 'import.left.hidden';
  const tag = element.localName;
  const key = byTag[tag] ?? byRole[element.getAttribute('role') ?? ''] ?? nameOfJunk(element);
  if (key === undefined) return isLinkList(element) ? 'import.left.related' : undefined;
  // Some systems put a whole page into one form, or call the box of everything "menu-open".
  if (element.querySelector('h1, main, [role="main"], [itemprop="articleBody"]')) return undefined;
  return tag === 'form' && lineOf(element).length > whole / 2 ? undefined : key;
}

const neverJunk = new Set('body html main article h1'.split(' '));
/** What single paragraphs are called as well: "teaser" is also the first one of an article. */
const ofBoxesOnly = new Set<MessageKey>([
  'import.left.navigation',
  'import.left.related',
  'import.left.forms',
]);
const paragraphTags = new Set('p h2 h3 h4 h5 h6 blockquote li pre'.split(' '));

function nameOfJunk(element: PageElement): MessageKey | undefined {
  if (neverJunk.has(element.localName)) return undefined;
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim();
  if (names === '' || names.length > 1_000) return undefined;
  const key = keyOf(names.split(/\s+/u));
  return key !== undefined && paragraphTags.has(element.localName) && ofBoxesOnly.has(key) ? undefined : key;
}

/** A whole name ("comments") says it; a part of one ("has-comments") only where nothing beside it speaks of an article. */
function keyOf(names: readonly string[]): MessageKey | undefined {
  for (const name of names) {
    const whole = kindOfWord.get(name.toLowerCase().replace(/[-_]/gu, ''));
    if (whole) return whole;
  }
  const parts = names.flatMap((name) =>
    name
      .replace(/([a-z])([A-Z])/gu, '$1-$2')
      .toLowerCase()
      .split(/[-_\d]+/u),
  );
  if (parts.some((part) => ofArticle.has(part))) return undefined;
  return parts.map((part) => kindOfWord.get(part)).find((key) => key !== undefined);
}

function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(
    element.getAttribute('style') ?? '',
  );
}

/** A list of which every item is a link: it leads to other pages. */
function isLinkList(list: PageElement): boolean {
  if (list.localName !== 'ul' && list.localName !== 'ol') return false;
  const items = [...list.querySelectorAll('li')];
  if (items.length < 2) return false;
  return items.every((item) => {
    const text = lineOf(item).length;
    const links = [...item.querySelectorAll('a[href]')].reduce((sum, link) => sum + lineOf(link).length, 0);
    return links >= text * 0.8 && ![...item.querySelectorAll('a[href]')].every(isInPage);
  });
}

/** A link to a place in the same page: a table of contents is a part of the document. */
function isInPage(link: PageElement): boolean {
  return link.getAttribute('href')?.startsWith('#') ?? false;
}
