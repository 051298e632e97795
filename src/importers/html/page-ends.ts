// What pages put below their text: a box about who wrote it, a heading above files to be loaded, how to report a mistake.
import { lineOf, type PageElement } from './dom.ts';

const boxTags = new Set('div section aside footer p details'.split(' '));
/** Names of a box about its author; "author" alone is a byline as well. */
const authorName =
  /(?:^|[\s_-])(?:(?:author|writer)s?[-_]*(?:box|bio|card|profile|description|about|widget)|about[-_]*(?:the[-_]*)?authors?|autor(?:en|in)?[-_]?(?:box|info|kasten|profil)|bio[-_]?auteur|auteur[-_]?bio|o[-_]?autorze|pro[-_]?avtora)(?=$|[\s_-])/iu;
const aboutAuthor =
  /^(?:about the (?:authors?|writer)|über (?:den|die) autor(?:in|en|innen)?|zur person des autors|zum autor|(?:à propos|au sujet) de l[’']auteure?|l[’']auteure?|o autor(?:ze|ce|ach|kach)|про автор(?:а|ку|ів))\s*:?$/iu;
/** Longer than what a page tells of a writer. */
const longestBox = 900;

/** Whether a box tells who wrote the text: by its name or its heading, or by a portrait beside the name that the page gives. */
export function isAuthorsBox(box: PageElement, author: string | undefined): boolean {
  if (!boxTags.has(box.localName) || lineOf(box).length > longestBox) return false;
  if (box.querySelector('h1, main, article, [itemprop="articleBody"]')) return false;
  const names = `${box.getAttribute('class') ?? ''} ${box.getAttribute('id') ?? ''}`;
  if (names.length < 1_000 && authorName.test(hyphenated(names))) return true;
  const heading = lineOf(box.querySelector('h2, h3, h4, h5, h6, strong, b'));
  if (!lineOf(box).startsWith(heading) || heading === '') return false;
  return aboutAuthor.test(heading) || (heading === author && hasPortrait(box));
}

function hyphenated(names: string): string {
  return names.replace(/([a-z])([A-Z])/gu, '$1-$2');
}

function hasPortrait(box: PageElement): boolean {
  return [...box.querySelectorAll('img')].some((each) =>
    /avatar|gravatar|portrait|author/iu.test(
      `${each.getAttribute('class') ?? ''} ${each.getAttribute('src') ?? ''}`,
    ),
  );
}

const ofFiles =
  /^(?:attachments?|attached (?:files|documents)|downloads?|files?(?: to download)?|documents? to download|anlagen?|anhänge?|dateien|zum herunterladen|pièces? jointes?|(?:documents?|fichiers?) (?:à télécharger|joints?)|téléchargements?|annexes? à télécharger|załączniki?|pliki(?: do pobrania)?|do pobrania|додат(?:ки|ок)|вкладення|файли(?: для завантаження)?|прикріплені файли|завантажити)\s*(?:\(\d+\))?\s*:?$/iu;

/** Whether a line is nothing but the heading above files that belong to a page. */
export function isHeadingOfFiles(text: string): boolean {
  return ofFiles.test(text.trim());
}

const fileName = /\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|zip|txt)(?:[?#].*)?$/iu;
const ofSize =
  /^[\s()[\],;:·|–-]*(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|zip|txt)?[\s()[\],;:·|–-]*(?:\d+(?:[.,]\d+)?\s*(?:[kmg]i?b|[kmg]o|[кмг]і?б|bytes?))?[\s()[\],;:·|–-]*$/iu;

/** Whether an item of a list is a file to be loaded: a link to it, and beside the link its format and size. */
export function isFile(item: PageElement): boolean {
  const [link, other] = item.querySelectorAll('a[href]');
  if (!link || other || !fileName.test(link.getAttribute('href') ?? '')) return false;
  return ofSize.test(lineOf(item).replace(lineOf(link), ''));
}

const longestReport = 250;
const mistake =
  '(?:mistakes?|errors?|typos?|fehler|tippfehler|erreurs?|fautes?|coquilles?|błąd|błędy|literówk[ęi]|помилк[уи]|неточність)';
const asked = new RegExp(
  `^\\P{L}*(?:(?:have you )?(?:found|spotted|noticed|see|seen)|(?:haben sie )?(?:(?:einen|ein) )?${mistake} (?:gefunden|entdeckt|bemerkt)|(?:vous avez )?(?:trouvé|repéré|vu|remarqué|constaté)|(?:une|un) ${mistake}|(?:znalazłeś|znalazłaś|znaleźli państwo|zauważyłeś|zauważyłaś|widzisz|dostrzegasz)|(?:ви )?(?:знайшли|помітили|побачили)|if you (?:find|found|spot|notice|see)|(?:wenn|falls|sollten) sie|si vous|jeśli|jeżeli|якщо ви)(?![\\p{L}\\p{M}])`,
  'iu',
);
const ofMistake = new RegExp(`(?<![\\p{L}\\p{M}])${mistake}(?![\\p{L}\\p{M}])`, 'iu');
const keys = /(?:ctrl|strg|cmd|⌘)\s*(?:\+|-|und|et|i|and)?\s*enter|ctrl\+↵/iu;
const marked =
  /^\P{L}*(?:select|highlight|mark|markieren|sélectionnez|surlignez|zaznacz|виділіть|позначте)(?![\p{L}\p{M}])/iu;
/** Behind the question a link or a button says what to do. */
const reported =
  /\?\s*(?:(?:please )?(?:report|tell|let|write|contact|inform)|(?:bitte )?(?:melden|schreiben|teilen|sagen)|(?:merci de |veuillez )?(?:signale[zr]|écri(?:vez|re)|dites|prévenez)|(?:zgłoś|napisz|daj|powiadom|poinformuj)|(?:повідомте|напишіть|дайте))(?![\p{L}\p{M}])[^.!?]{0,60}[.!]?$/iu;

/** "Found a mistake? Select the text and press Ctrl+Enter." */
export function isMistakeControl(text: string): boolean {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length > longestReport) return false;
  if (marked.test(line) && keys.test(line)) return true;
  if (!asked.test(line) || !ofMistake.test(line)) return false;
  return keys.test(line) || reported.test(line) || /^[^.!?]{0,60}\?$/u.test(line);
}
