// What stands on a page and is no part of the article: menus, advertisements, "read more" lists, captions, forms.
import type { MessageKey } from '../messages/messages.ts';
import { lineOf, type PageElement } from './dom.ts';

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

/** Whole words of class names and ids, which sites choose alike. */
const byName: readonly (readonly [RegExp, MessageKey])[] = [
  [
    /(?:^|[-_\s])(?:caption|figcaption|wp-caption-text|image-credit|photo-credit)(?:[-_\s]|$)/iu,
    'import.left.captions',
  ],
  [
    /(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|skip-?(?:link|to)|site-(?:header|footer)|masthead|toolbar)(?:[-_\s]|$)/iu,
    'import.left.navigation',
  ],
  [
    /(?:^|[-_\s])(?:related|recommend(?:ed|ations?)?|read-?more|more-(?:on|from|stories)|also-read|see-also|trending|most-read|popular|outbrain|taboola|teasers?)(?:[-_\s]|$)/iu,
    'import.left.related',
  ],
  [
    /(?:^|[-_\s])(?:ads?|advert(?:s|isement|ising)?|ad-(?:slot|unit|container|wrapper)|sponsor(?:ed)?|promo(?:tion)?|dfp|banner-ad)(?:[-_\s]|$)/iu,
    'import.left.advertising',
  ],
  [
    /(?:^|[-_\s])(?:shar(?:e|ing)|social(?:-media|-links|-share)?|newsletters?|subscribe|subscription|sign-?up|paywall|cookies?|consent|gdpr|comments?|disqus|feedback|print-(?:button|link))(?:[-_\s]|$)/iu,
    'import.left.forms',
  ],
  [
    /(?:^|[-_\s])(?:byline|author-(?:bio|box|info)|article-meta|entry-meta|post-meta|dateline-meta|tags|tag-list|topics)(?:[-_\s]|$)/iu,
    'import.left.byline',
  ],
];

/** "Read more: …", "Also read", "Advertisement": a line that leads away from the text. */
const leadsAway =
  /^(?:read (?:more|also|next)|also read|more on this|related|see also|recommended|advertisement|sponsored|story continues below|sign up|subscribe|share this|follow us|continue reading|watch( also)?:|listen( now)?:|читайте також|читайте также|lire aussi|lesen sie auch|mehr zum thema)\b/iu;

/** Whether a line of text leads away from it: so much of it a link, or with such words. */
export function isLeadingAway(text: string, linked: number): boolean {
  return leadsAway.test(text.trim()) && (linked > 0.5 || text.trim().length < 40);
}

/**
 * Why an element is no part of the article, or undefined. `large` says that it holds so much of the page's text that
 * its name cannot mean what it says ("article-with-comments").
 */
export function junkOf(
  element: PageElement,
  large: (element: PageElement) => boolean,
): MessageKey | undefined {
  if (isHidden(element)) return 'import.left.hidden';
  const tag = element.localName;
  const certain = byTag[tag] ?? byRole[element.getAttribute('role') ?? ''];
  if (certain) return large(element) ? undefined : certain;
  if (tag === 'body' || tag === 'html' || tag === 'main' || tag === 'article') return undefined;
  const named = nameOfJunk(element);
  if (named && !large(element)) return named;
  return (tag === 'ul' || tag === 'ol') && isLinkList(element) ? 'import.left.related' : undefined;
}

function nameOfJunk(element: PageElement): MessageKey | undefined {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (names.trim() === '' || names.length > 1_000) return undefined;
  return byName.find(([pattern]) => pattern.test(names))?.[1];
}

function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(
    element.getAttribute('style') ?? '',
  );
}

/** A list of which every item is a link: it leads to other pages. */
function isLinkList(list: PageElement): boolean {
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
