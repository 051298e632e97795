// The address of a paragraph: that of its document with a text fragment, by which a browser goes to the words and marks them, or with
// the page of a PDF. Where the words cannot be told apart from others of the text, or the page is not known, it is the document's own.

import { pageIn } from '../corpus/files/pages.ts';
import type { Passage } from '../corpus/passages.ts';
import { fold } from '../corpus/text/folding.ts';

/** What a link button of Discord takes. */
const longestAddress = 512;
/** Fewer words than these stand everywhere; more make an address longer and find no more. */
const fewestWords = 4;
const mostWords = 12;
/** So few words are given whole. */
const wholeUpTo = 8;
const contextWords = 4;

/** Undefined where the document has no address. */
export function addressOf(passage: Passage): string | undefined {
  const { url, pages } = passage.document;
  if (url === undefined) return undefined;
  if (isPdf(url)) return onPage(url, pageIn(pages, passage.paragraph));
  const fragment = isPage(url) ? fragmentOf(passage) : undefined;
  if (fragment === undefined) return url;
  const address = `${url}${url.includes('#') ? '' : '#'}:~:text=${fragment}`;
  return address.length <= longestAddress ? address : url;
}

/** By its ending, or where the address asks for that format: `?format=pdf`, `/download/pdf`. */
function isPdf(url: string): boolean {
  return /^[^?#]*\.pdf(?:[?#]|$)|[?&](?:format|type|ext|output)=pdf(?:[&#]|$)|\/pdf\/?(?:[?#]|$)/iu.test(url);
}

/** An address that goes to a place already keeps it. */
function onPage(url: string, page: number | undefined): string {
  if (page === undefined || url.includes('#')) return url;
  const address = `${url}#page=${page}`;
  return address.length <= longestAddress ? address : url;
}

/** A file that a browser shows without a text of its own has no text to go to; an address that goes to words already keeps them. */
function isPage(url: string): boolean {
  return (
    !/\.(?:pdf|docx?|odt|rtf|xlsx?|pptx?|zip|jpe?g|png|mp[34])(?:[?#]|$)/iu.test(url) && !url.includes(':~:')
  );
}

/** `start`, `start,end`, `prefix-,start,end,-suffix`; undefined where no such words are the paragraph's alone. */
function fragmentOf({ text, start, end, document }: Passage): string | undefined {
  const words = wordsOf(text);
  const whole = ` ${wordsOf(document.text).map(comparable).join(' ')} `;
  const isAlone = (some: readonly string[]): boolean => {
    const wanted = ` ${some.map(comparable).join(' ')} `;
    const at = whole.indexOf(wanted);
    return at >= 0 && whole.indexOf(wanted, at + 1) < 0;
  };
  const parts = partsOf(words, isAlone);
  if (parts) return parts.map(encoded).join(',');
  // The words stand elsewhere, too: those before and behind tell which are meant.
  const before = wordsOf(document.text.slice(0, start)).slice(-contextWords);
  const behind = wordsOf(document.text.slice(end)).slice(0, contextWords);
  if (!isAlone([...before, ...words, ...behind])) return undefined;
  const range =
    words.length <= wholeUpTo ? [words] : [words.slice(0, fewestWords), words.slice(-fewestWords)];
  return [
    ...(before.length > 0 ? [`${encoded(before)}-`] : []),
    ...range.map(encoded),
    ...(behind.length > 0 ? [`-${encoded(behind)}`] : []),
  ].join(',');
}

/** The first words that stand there alone, and the last: a browser marks all from the ones to the others. */
function partsOf(
  words: readonly string[],
  isAlone: (some: readonly string[]) => boolean,
): string[][] | undefined {
  if (words.length <= wholeUpTo) return isAlone(words) ? [[...words]] : undefined;
  for (let count = fewestWords; count <= Math.min(mostWords, words.length); count += 1) {
    const first = words.slice(0, count);
    if (!isAlone(first)) continue;
    const left = words.length - count;
    return left < fewestWords ? [[...words]] : [first, words.slice(-fewestWords)];
  }
  return isAlone(words) && words.length <= 2 * mostWords ? [[...words]] : undefined;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

/** Browsers compare without case and accents. */
function comparable(word: string): string {
  return fold(word).text;
}

/** Commas, hyphens and ampersands part the pieces of a fragment; brackets, quotes and stars end an address in Markdown. */
function encoded(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').toWellFormed()).replace(
    /[-!'()*~_]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
