// The first step of a question: however it is typed, what is asked in it. The search and every reader get the same bare text.
import { askingWords } from '../../corpus/text/asking-words.ts';
import { begins, ends } from '../../corpus/text/borders.ts';
import { STOP_WORDS } from '../text/grammar.ts';
import { list } from '../text/lists.ts';
import { type Word, words } from '../text/words.ts';
import { isAsking, politeBefore, politeBehind } from './politeness.ts';

/**
 * In UTF-16 units, some 150 tokens; the model takes 176 (models/model.json). What stands behind is not read, and whoever asks is told:
 * all that reads a question costs by its length.
 */
const MOST_READ = 600;

/** Whether only the beginning of a question is read. */
export function isCut(typed: string): boolean {
  return typed.trim().length > MOST_READ;
}

/** Users, roles, channels, emojis, commands and times as Discord writes them, and links. */
const MENTIONS =
  /<(?:@[!&]?|#|a?:[A-Za-z0-9_]{1,40}:|\/[^<>:]{1,100}:|t:|id:)[A-Za-z0-9_:-]{1,30}>|@(?:everyone|here)(?![\p{L}\p{N}_])|https?:\/\/\S+/gu;
const MARKDOWN = /[*~`|\\]+/gu;
/** "> ", "# ", "-# ", "- " at the head of a line. */
const LINE_MARKS = /^[ \t]{0,3}(?:>{1,3}|-?#{1,3}|[-•])[ \t]/gmu;

/** What is asked, in one line; what holds nothing else than politeness is left as it is. */
export function bareQuestion(typed: string): string {
  const plain = cut(typed)
    .replace(MENTIONS, ' ')
    .replace(LINE_MARKS, ' ')
    .replace(MARKDOWN, '')
    .replace(/[\s_]+/gu, ' ')
    .trim();
  return caseFolded(stripped(plain));
}

/**
 * A word of the bare question as somebody typed it: a question in capitals is read in small letters, and without the marks that Discord
 * makes bold.
 */
export function asTyped(word: string, typed: string): string {
  if (typed.includes(word)) return word;
  const kept = [...typed.matchAll(/[^*~`|\\]/gsu)];
  const letters = kept.map(([letter]) => letter);
  const wanted = [...word].map((letter) => letter.toLowerCase());
  const from = letters.findIndex((_, at) =>
    wanted.every((letter, next) => letters[at + next]?.toLowerCase() === letter),
  );
  const [first, last] = [kept[from]?.index, kept[from + wanted.length - 1]?.index];
  if (first === undefined || last === undefined) return word;
  return typed.slice(first, last + (letters[from + wanted.length - 1]?.length ?? 0));
}

/** Up to the last sentence that ends in time, or else the last word. */
function cut(typed: string): string {
  if (typed.length <= MOST_READ) return typed;
  const read = typed.slice(0, MOST_READ);
  const end = Math.max(...['. ', '? ', '! ', '\n'].map((mark) => read.lastIndexOf(mark)));
  // An early end is a greeting's, or that of "1.": what is asked stands behind it.
  const half = MOST_READ / 2;
  return read.slice(0, end >= half ? end + 1 : Math.max(read.lastIndexOf(' '), half));
}

/** Each round takes one layer off: quotation marks, "Somebody asked:", a greeting, a thank-you. More than this nobody writes. */
const MOST_LAYERS = 12;

function stripped(text: string): string {
  let left = text;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = withoutLayer(left);
    if (next === left || words(next).length === 0) break;
    left = next;
  }
  return left;
}

function withoutLayer(text: string): string {
  const inner = QUOTED.exec(text)?.[1];
  // "“No” or “yes”": marks within, so the outer ones are no pair.
  if (inner !== undefined && !/["“”„«»]/u.test(inner)) return inner.trim();
  const found = words(text);
  const asked = afterAsking(text, found);
  if (asked !== undefined) return asked;
  const folded = found.map((word) => word.folded);
  const front = politeBefore(folded);
  if (front > 0 && front < found.length) return opened(text.slice(found[front - 1]?.end));
  const back = politeBehind(folded);
  const last = found[found.length - 1 - back];
  return back > 0 && last
    ? text.slice(0, last.end) + closing(text.slice(last.end, found[found.length - back]?.start))
    : text;
}

const QUOTED = /^["“”„«'‘](.+)["“”»'’]$/u;
/** What parts the question from what stood before it. */
const opened = (text: string): string => text.replace(/^[\s,;:.!…–—)-]+/u, '');
/** Of what stands behind the question, the mark that ends it, with a quotation mark before or behind it: "?" of "? – ". */
const closing = (between: string): string => /^["”»]?\s*[?!.]+["”»]?/u.exec(between)?.[0] ?? '';

/** A question that somebody else asked stands behind a colon; eight words before it are enough to say so. */
const LONGEST_LEAD = 8;
/** What asks itself introduces nothing: "Who asked: …". */
const ASKS_ITSELF = new Set([...askingWords('en'), ...list('did does do is are was were has have')]);

function afterAsking(text: string, found: readonly Word[]): string | undefined {
  const colon = text.indexOf(':');
  const lead = found.filter(({ end }) => end <= colon);
  // A colon behind all words is half of a smiley.
  if (lead.length > LONGEST_LEAD || lead.length === found.length) return undefined;
  if (ASKS_ITSELF.has(lead[0]?.folded ?? '') || !lead.some(({ folded }) => isAsking(folded)))
    return undefined;
  return opened(text.slice(colon + 1));
}

/** So large a share of capitals is a way of typing. Two words may be names, and four a name's; "US" is no shouting. */
const MOSTLY = 0.8;
const FEW_WORDS = 4;
/** Grammar that has a capital in a sentence, too: "I", "US", the month and the name. */
const NO_GRAMMAR = /^(?:i|i'm|i've|us|may|will|who|it)$/;

const country = new RegExp(`${begins}([Tt]he) us${ends}`, 'gu');

/** Where all or most words have capitals these tell nothing about names, so none is left. */
function caseFolded(text: string): string {
  const found = words(text);
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  const shouted = found.length > 1 && capitals.length > MOSTLY * letters.length;
  const folded = shouted || isTitleCase(found) ? text.toLowerCase() : text;
  // Behind an article "us" is the country, in any case.
  return folded.replace(country, '$1 US');
}

/** Words that many leave small in a title. Where another word of grammar is small it is none: "What is The Hague Group?". */
const SMALL_IN_TITLES = /^(?:a|an|the|of|in|on|at|to|by|for|and|or|but|as|with|from)$/;

/** "What Did The Leaders Say": capitals on words of grammar, and on most others. */
function isTitleCase(found: readonly Word[]): boolean {
  const others = found.slice(1);
  const large = others.filter(({ text }) => /^[\p{Lu}\p{N}]/u.test(text));
  const grammar = large.filter(({ folded }) => STOP_WORDS.has(folded) && !NO_GRAMMAR.test(folded));
  if (
    others.some(
      (word) => STOP_WORDS.has(word.folded) && !large.includes(word) && !SMALL_IN_TITLES.test(word.folded),
    )
  )
    return false;
  const telling = others.filter(({ folded }) => !STOP_WORDS.has(folded));
  const told = telling.filter((word) => large.includes(word));
  if (found.length < FEW_WORDS) return false;
  return grammar.length > 0 ? told.length >= MOSTLY * telling.length : large.length === others.length;
}
