// What stands on a page and is no part of the article: menus, advertisements, "read more" lists, captions, forms, what
// nobody sees and what is struck through. It is taken out of the page and counted before anybody looks for the article.
import { ends } from '../../corpus/text/borders.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { lineOf, type Page, type PageElement } from './dom.ts';
import { Sight } from './hidden.ts';
import { isKeyFacts } from './key-facts.ts';
import { bareMark } from './list-markers.ts';
import { cardsOf, isBoxOfOthers, isControls } from './page-boxes.ts';
import { isAuthorsBox, isFile } from './page-ends.ts';
import { isSentence } from './sentence.ts';

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
    'related recommend recommended recommendation recommendations readmore trending mostread popular outbrain taboola teaser teasers sidebar rail widget ticker powiazane podobne aehnliche',
    'import.left.related',
  ],
  [
    'ad ads advert adverts advertisement advertising sponsor sponsored promo promotion dfp',
    'import.left.advertising',
  ],
  [
    'share sharing social newsletter newsletters subscribe subscription signup paywall cookie cookies consent gdpr comment comments commentlist kommentar kommentare commentaires komentarze disqus feedback print teilen partage partager',
    'import.left.forms',
  ],
  [
    'byline tags taglist topics meta metadata dateline timestamp pubdate entrymeta postmeta postmetadata submitted nodesubmitted articlemeta nodemeta storymeta artikelmeta contentmeta entrydate postdate articledate lesezeit',
    'import.left.byline',
  ],
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
  `^(?:${[
    'read (?:more|also|next)|also read|also interesting|more on this|related|see also|recommended|advertisement|sponsored|story continues below|sign up|subscribe|share this|follow us|continue reading|watch( also)?:|listen( now)?:',
    'читайте також|читайте также|дивіться також|більше на тему|за темою|реклама|підпишіться',
    '(?:à )?lire (?:aussi|également)|(?:à )?voir aussi|sur le même sujet|publicité|abonnez-vous',
    'lesen sie auch|auch interessant|mehr zum thema|zum thema|siehe auch|anzeige|weiterlesen',
    'czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj (?:też|także)|więcej na ten temat|reklama',
  ].join('|')})${ends}`,
  'iu',
);

/** "Lire le décryptage : …", "Read our interview: …": who reads is told to read what a link behind a colon leads to. */
const sendsAway =
  /^(?:→|»|>|\p{So})?\s*(?:(?:read|see|watch|listen to|lesen|sehen|hören|(?:à )?(?:lire|voir|écouter|relire|revoir)|czytaj|przeczytaj|zobacz|posłuchaj|читайте|дивіться|слухайте)(?: [\p{L}’'-]+){0,4}|(?:explainer|analysis|interview|hintergrund|analyse|kommentar|décryptage|reportage|entretien|analiza|komentarz|wywiad|аналіз|інтерв[’'ʼ]ю|коментар))\s*[:|–—]\s/iu;

/** Whether a line of text leads away from it: so much of it a link, or with such words. */
export function isLeadingAway(text: string, linked: number): boolean {
  const line = text.trim();
  if (linked > 0.5 && sendsAway.test(line)) return true;
  return leadsAway.test(line) && (linked > 0.5 || line.length < 40);
}

/** Marks what stays in the page for a while, since its place there tells something, and is no part of the text. */
export const outMark = 'data-communique-out';

/**
 * Takes out of a page what is no part of its text. Gives how many pieces of each kind that were. `author` is whom the page
 * names as such.
 */
export function withoutJunk(page: Page, author?: string): Map<MessageKey, number> {
  const seen = {
    ...{ author, whole: lineOf(page.body).length },
    ...{ sight: new Sight(page), cards: cardsOf(page) },
  };
  const removed = new Set<PageElement>();
  const counts = new Map<MessageKey, number>();
  for (const element of page.querySelectorAll('body *')) {
    const parent = element.parentElement;
    const isIn = parent !== null && removed.has(parent);
    const out = isIn || unseen.has(element.localName) ? undefined : outOf(element, seen);
    if (!isIn && out === undefined) continue;
    removed.add(element);
    if (out !== undefined) takeOut(element, out, counts);
  }
  return counts;
}

function takeOut(element: PageElement, out: Out, counts: Map<MessageKey, number>): void {
  if (out !== 'struck' && lineOf(element) !== '') counts.set(out, (counts.get(out) ?? 0) + 1);
  // Dates stand in bylines, and only what is struck through in the article is told of.
  if (out === 'struck' || out === 'import.left.byline') element.setAttribute(outMark, out);
  else element.remove();
}

type Out = MessageKey | 'struck';

/** What of a page is looked at for each of its elements; `whole` is the length of its text. */
interface Whole {
  readonly sight: Sight;
  readonly whole: number;
  readonly cards: ReadonlySet<PageElement>;
  readonly author: string | undefined;
}

/** Why an element is no part of the text, or undefined. */
function outOf(element: PageElement, { sight, whole, cards, author }: Whole): Out | undefined {
  const { isHidden, isStruck, isBare } = sight.of(element);
  if (isBare) element.setAttribute(bareMark, '');
  if (isHidden) return isUnseenControl(element) ? 'import.left.navigation' : 'import.left.hidden';
  if (cards.has(element) || isLesserBox(element, whole)) return 'import.left.related';
  if (isAuthorsBox(element, author) && lineOf(element).length < whole / 2) return 'import.left.aside';
  return junkOf(element, whole) ?? (isStruck && lineOf(element) !== '' ? 'struck' : undefined);
}

const textTags = 'p, li, td, th, dd, blockquote, h1, h2, h3, h4, h5, h6';
const longestLabel = 60;

/**
 * Whether what nobody sees is a link or a label that helps to find one's way ("Back to top"), and stands in no line of the
 * text: of it nobody has to be told that words are hidden.
 */
function isUnseenControl(element: PageElement): boolean {
  const line = lineOf(element);
  if (line.length > longestLabel || isSentence(line)) return false;
  if (isControls(line, 1) || nameOfJunk(element) === 'import.left.navigation') return true;
  const block = element.closest(textTags);
  return block === null || block === element ? isOfLinks(element) : lineOf(block) === line;
}

function isOfLinks(element: PageElement): boolean {
  return element.localName === 'a' || element.closest('a, button, label') !== null;
}

/** A box of other articles or of comments; one that holds most of the page is the page. */
function isLesserBox(element: PageElement, whole: number): boolean {
  return isBoxOfOthers(element) && lineOf(element).length < whole / 2;
}

function junkOf(element: PageElement, whole: number): MessageKey | undefined {
  const tag = element.localName;
  if (tag === 'button' && isTitleOfSection(element)) return undefined;
  if (tag === 'footer' && isByline(element)) return 'import.left.byline';
  if (isKeyFacts(element)) return undefined;
  const key = byTag[tag] ?? byRole[element.getAttribute('role') ?? ''] ?? nameOfJunk(element);
  if (key === undefined) return isLinkList(element) ? 'import.left.related' : undefined;
  // Some systems put a whole page into one form, or call the box of everything "menu-open".
  if (element.querySelector('h1, main, [role="main"], [itemprop="articleBody"]')) return undefined;
  return tag === 'form' && lineOf(element).length > whole / 2 ? undefined : key;
}

/** The foot of an article, by the meaning of the tag: who wrote it and when, above or below its text. */
function isByline(footer: PageElement): boolean {
  return nameOfJunk(footer) === 'import.left.byline' || footer.closest('article') !== null;
}

/** A heading that opens what stands below it. */
function isTitleOfSection(button: PageElement): boolean {
  if (button.closest('h2, h3, h4, h5, h6')) return true;
  return /accordion/iu.test(button.getAttribute('class') ?? '') && lineOf(button).length > 3;
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

/** A list of which every item is a link that is no sentence: it leads to other pages. */
function isLinkList(list: PageElement): boolean {
  if (list.localName !== 'ul' && list.localName !== 'ol') return false;
  const items = [...list.querySelectorAll('li')];
  if (items.length > 0 && items.every(isFile)) return true;
  if (items.length < 2 || items.every((item) => isSentence(lineOf(item)))) return false;
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
