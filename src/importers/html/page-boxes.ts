// Boxes of a page that are known by what they show and not by their names: cards that lead to other articles, lists of what
// others read, comments, controls to share, the line at the foot that says whose the page is.
import { isElement, lineOf, type Page, type PageElement } from './dom.ts';

const endings = '\\s*[:.…]?\\s*(?:\\(?\\d[\\d.,\\s]*\\)?)?$';

/** Headings of boxes with other articles; each is the whole heading. */
const ofOthers = new RegExp(
  `^(?:${[
    "(?:most|more) (?:read|viewed|popular|stories|news|articles)(?: (?:now|today|in .{2,30}))?|(?:related|recommended|popular|latest|trending|similar)(?: (?:articles?|stories|news|posts|content|topics))?|more (?:on|from|about) .{2,40}|you (?:may|might) also like|read (?:more|also|next)|editors?[’']s? picks?|trending now|in other news",
    'meist ?gelesen(?:e[sn]?)?(?: artikel)?|am häufigsten gelesen|(?:mehr|weitere(?:s)?|ähnliche|aktuelle|verwandte)(?: (?:artikel|beiträge|meldungen|nachrichten|themen|texte))? ?(?:zum thema|aus .{2,30}|zu diesem thema)?|mehr (?:zum thema|aus .{2,30}|von uns)|lesen sie auch|das könnte sie auch interessieren|empfehlungen|auch interessant',
    'les plus (?:lus|consultés|partagés|vus)|(?:à|a) lire (?:aussi|également)|lire aussi|sur le même (?:sujet|thème)|dans la même rubrique|articles (?:liés|similaires|associés|recommandés)|nos lecteurs ont aussi lu|vous aimerez aussi|voir aussi',
    'najczęściej czytane|najpopularniejsze|popularne|polecane(?: artykuły)?|podobne(?: (?:artykuły|wiadomości))?|zobacz (?:też|także|również)|czytaj (?:też|także|również|więcej)|przeczytaj (?:też|także|również)|więcej na ten temat|powiązane(?: artykuły)?',
    "найпопулярніше|популярне|найчитаніше|читайте (?:також|теж)|схожі (?:новини|статті|матеріали)|(?:інші|останні|пов[’'ʼ]язані) (?:новини|статті|матеріали)|більше (?:на|за|по) (?:цю )?тем\\p{L}+|за темою|вас може зацікавити",
  ].join('|')})${endings}`,
  'iu',
);
/** Reactions that are counted are those of readers; what politicians say of a thing has the heading "Reactions" alone. */
const ofReaders =
  /^(?:\d[\d.,\s]*\s*(?:comments?|replies|reactions?|responses|kommentare?|leser(?:kommentare|meinungen)|réactions?|commentaires?|komentarz[ey]?|opini[ei]|коментар\p{L}*|відгук\p{L}*)|(?:(?:reader |leser)?(?:comments?|kommentare?|commentaires?|komentarze|коментарі)|reader comments|leserkommentare|(?:leave|post|add|write) a (?:comment|reply)|kommentar schreiben|laisser un commentaire|dodaj komentarz|залишити коментар)(?:\s*[:(]?\s*\d[\d.,\s]*\)?)?)$/iu;

/** What a box is by its own heading, where it begins with one. */
export function isBoxOfOthers(box: PageElement): boolean {
  if (!boxTags.has(box.localName)) return false;
  const heading = firstHeading(box);
  if (heading === undefined || box.querySelector('h1, main, [itemprop="articleBody"]')) return false;
  const text = lineOf(heading);
  return text.length < 80 && (ofOthers.test(text) || ofReaders.test(text));
}

const boxTags = new Set('div section aside ul ol details'.split(' '));
const wrappers = new Set('div header section'.split(' '));
const headings = new Set('h2 h3 h4 h5 h6 summary'.split(' '));

/** The heading that a box begins with, in one or two boxes of its own. */
function firstHeading(box: PageElement, depth = 0): PageElement | undefined {
  const first = [...box.childNodes].find((node) => (node.textContent ?? '').trim() !== '');
  if (!first || !isElement(first)) return undefined;
  if (headings.has(first.localName)) return first;
  return wrappers.has(first.localName) && depth < 2 ? firstHeading(first, depth + 1) : undefined;
}

/** Longer than any teaser. */
const longestCard = 500;

/**
 * The `article` elements of a page that are cards: each has a headline that is a link, and the text of the page stands in
 * none of them. The entries of a page that is a list of them are its text.
 */
export function cardsOf(page: Page): ReadonlySet<PageElement> {
  const articles = [...page.querySelectorAll('article, [role="article"]')];
  const cards = new Set(articles.filter(isCard));
  if (cards.size === 0) return cards;
  const outside = [...page.querySelectorAll('p')].filter(
    (each) => !each.closest('article, [role="article"]'),
  );
  const inArticles = articles.filter((each) => !cards.has(each));
  const length = (elements: Iterable<PageElement>): number =>
    [...elements].reduce((sum, element) => sum + lineOf(element).length, 0);
  return length(outside) + length(inArticles) > length(cards) ? cards : new Set();
}

function isCard(article: PageElement): boolean {
  if (article.querySelector('h1') || lineOf(article).length > longestCard) return false;
  const heading = article.querySelector('h2, h3, h4, h5, h6');
  const link = heading?.querySelector('a[href]') ?? heading?.closest('a[href]') ?? article.closest('a[href]');
  if (!heading || !link || link.getAttribute('href')?.startsWith('#')) return false;
  return lineOf(heading).length <= lineOf(link).length;
}

/** Names of controls, in whatever order and number they stand beside each other. */
const controls = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[
    'share(?: (?:this|on|via|by) ?(?:article|page|story|post)?)?|(?:copy|copied)(?: (?:the )?link)?|link copied|tweet|post|print(?: (?:this )?page)?|save|bookmark|e-?mail|facebook|twitter|x|whats ?app|telegram|linked ?in|bluesky|threads|mastodon|reddit|pinterest|viber|messenger|signal|rss|pocket|xing',
    'teilen(?: auf| per)?|link kopieren|(?:artikel )?(?:drucken|merken|versenden)|kopieren|auf|per',
    "partager(?: sur| par)?|copier(?: le lien)?|imprimer|enregistrer|envoyer(?: par (?:e-?mail|courriel))?|sur|offrir(?: l[’']article)?",
    'udostępnij(?: na)?|kopiuj(?: link)?|skopiuj(?: link)?|drukuj|wydrukuj|wyślij(?: znajomemu)?|zapisz|do góry|wersja do druku|na',
    'поділитися(?: в| у)?|(?:с?копіювати|скопіювати)(?: посилання)?|друк|друкувати|надрукувати|надіслати|зберегти|версія для друку|вгору|в|у',
    'back to top|top|nach oben|haut de page',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'giu',
);
const longestControls = 160;

/** Words of controls and nothing else: "Teilen Link kopieren", "Share: Facebook | X". A single one is so where it is a link. */
export function isControls(text: string, linked: number): boolean {
  const line = text.trim();
  if (line.length > longestControls || /[!?…]|\.\s*$/u.test(line)) return false;
  const found = line.match(controls) ?? [];
  if (found.length === 0 || /[\p{L}\p{N}]/u.test(line.replace(controls, ' '))) return false;
  return found.length > 1 ? linked > 0.4 : linked > 0.8;
}

const longestOwner = 250;
const rights =
  /all rights reserved|alle rechte vorbehalten|tous droits réservés|wszelkie prawa zastrzeżone|усі права (?:захищено|застережено)/iu;

/** The line at the foot of a page: "© 2026 The Ledger – Imprint". A sentence about rights has a verb and no sign before it. */
export function isOwnersLine(text: string): boolean {
  const line = text.trim();
  if (line.length > longestOwner) return false;
  if (/^(?:copyright\s*)?(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?[\p{L}\p{N}]/iu.test(line)) return true;
  return (
    /^copyright (?:\d{4}|by )/iu.test(line) || (rights.test(line) && line.replace(rights, '').length < 130)
  );
}
