// The box at the top of an article that says in a few points what is known: its heading and its points are text of the page,
// though such boxes stand beside it.
import { isElement, lineOf, type PageElement } from './dom.ts';

/** Headings of such boxes; each is the whole heading. */
const ofKeyFacts = new RegExp(
  `^(?:${[
    '(?:the )?key (?:points?|facts?|takeaways?|developments|moments|messages|findings)|takeaways|highlights|at a glance|in brief|in short|(?:the )?main points|tl;?dr|what we know(?: so far)?|what you need to know|(?:live )?summary(?: of (?:the )?(?:day|events))?',
    '(?:das )?wichtigste(?:s)?(?: in kürze| auf einen blick| im überblick| zusammengefasst)?|in kürze|auf einen blick|im überblick|kurz ?gefasst|kernpunkte|die (?:wichtigsten|zentralen) (?:punkte|entwicklungen|fakten)|was wir wissen|zusammenfassung',
    "(?:l[’'])?essentiel|en bref|en résumé|à retenir|ce qu[’']il faut (?:retenir|savoir)|(?:les )?points (?:clés|essentiels|forts)|les faits (?:essentiels|marquants)|ce que l[’']on sait|le résumé",
    'najważniejsze (?:informacje|wydarzenia|fakty|punkty|ustalenia)|najważniejsze|w skrócie|w pigułce|kluczowe (?:informacje|fakty|punkty)|co (?:już )?wiemy|podsumowanie|co trzeba wiedzieć',
    'головне|(?:коротко )?(?:про )?головне(?: за (?:день|добу))?|найголовніше|ключові (?:тези|факти|моменти|події|пункти)|основне|коротко|що (?:вже )?відомо|важливе|підсумки(?: дня)?',
  ].join('|')})\\s*[:.…]?$`,
  'iu',
);
/** Names that sites give to the box. */
const named =
  /(?:^|[\s_-])(?:live[-_]?summary|key[-_]?(?:points?|facts?|takeaways?|events?|info)|(?:article|story|post)[-_]summary|summary[-_]?box|takeaways|tl-?dr|at-a-glance|das-wichtigste|essentiel|najwazniejsze)(?:$|[\s_-])/iu;
const boxTags = new Set('div section aside details ul ol'.split(' '));
const itemTags = 'li, p, dd';
/** A box of one point is a teaser, and one with more points than a page shows at once is a list of contents. */
const fewest = 2;
const most = 20;
const longest = 3_000;
const longestHeading = 60;
/** A point stands no deeper in its box. */
const farthest = 6;

/** Whether a box holds the main points of the text. Points that are links lead elsewhere: to other articles, or to parts of this one. */
export function isKeyFacts(box: PageElement): boolean {
  if (!boxTags.has(box.localName) || !isNamed(box)) return false;
  const text = lineOf(box);
  if (text.length > longest || box.querySelector('h1, main, article, form, [itemprop="articleBody"]'))
    return false;
  const points = [...box.querySelectorAll(itemTags)].filter((each) => isPoint(each));
  if (points.length < fewest || points.length > most) return false;
  const unlinked = points.filter((each) => !isLinked(each));
  return unlinked.length > points.length / 2;
}

/** Whether a block stands in such a box. */
export function isInKeyFacts(elements: readonly PageElement[]): boolean {
  const [first] = elements;
  let steps = 0;
  for (let at = first ?? null; at && steps < farthest; at = at.parentElement) {
    if (isKeyFacts(at)) return true;
    steps += 1;
  }
  return false;
}

function isNamed(box: PageElement): boolean {
  const first = firstLine(box);
  if (first !== undefined && ofKeyFacts.test(first)) return true;
  return named.test(`${box.getAttribute('class') ?? ''} ${box.getAttribute('id') ?? ''}`);
}

/** The first line of a box, whatever element it is. */
function firstLine(box: PageElement, depth = 0): string | undefined {
  const first = [...box.childNodes].find((node) => (node.textContent ?? '').trim() !== '');
  if (!first || !isElement(first)) return undefined;
  const line = lineOf(first);
  if (line.length <= longestHeading) return line;
  return depth < 2 ? firstLine(first, depth + 1) : undefined;
}

function isPoint(each: PageElement): boolean {
  const line = lineOf(each);
  return line !== '' && !ofKeyFacts.test(line) && each.querySelector(itemTags) === null;
}

function isLinked(point: PageElement): boolean {
  const links = [...point.querySelectorAll('a[href]')].reduce((sum, link) => sum + lineOf(link).length, 0);
  return links > lineOf(point).length * 0.8;
}
