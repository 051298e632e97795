// The office beside a name, in the words of the text: before it ("Treasury Secretary"), behind it ("X, China's vice premier,") or
// between commas before it ("China's vice premier, X,"), and for whom it is held.

import { isBodyWord } from '../../corpus/names/bodies.ts';
import { type CountryWord, countryAt, countryWord } from '../../corpus/names/countries.ts';
import { describing, isRole, isTitle, officesKnown, portfolios, states } from '../../corpus/names/offices.ts';
import type { Span } from '../../corpus/passages.ts';
import { follows, type Word } from '../reading/words.ts';
import { isObject } from './office-objects.ts';
import { isReporting } from './titles.ts';

/** Places are offsets into the passage's text. */
export interface Office extends Span {
  readonly words: readonly Word[];
  /** The word of it that is the office itself, folded: "secretary". */
  readonly role: string;
  /** The id of the country that it belongs to by its words: "Chinese", "of Germany". */
  readonly country: string | undefined;
  /** Whether its holder speaks for it: a minister, a spokesman; not a professor. */
  readonly held: boolean;
  /** Whether "the president" may mean its holder. */
  readonly alone: boolean;
  /** The state that it is held for, where that stands behind the name. */
  readonly seat?: string | undefined;
  /** Another one of the same mention. */
  readonly other?: Office;
}

/** No office is read farther, in words. */
const longest = 9;
/** No body that an office is of has more words: "US House of Representatives". */
const longestObject = 5;
const tied = /^(?:of|for|at|to|in|with|on|from)$/u;
const openers =
  /^(?:a|an|the|its|his|her|their|our|one|this|that|and|as|by|with|from|to|is|was|become|became|but|when|if|yet|so|both|can|after|before|will|should|does|did|has|have|dear|plus|because|while|although|in|on|at|then|now|thank|under|der|die|das|dem|den|le|la|l|un|une)$/u;

/** The office whose words end right before a place. */
export function officeBefore(words: readonly Word[], end: number): Office | undefined {
  let from = end;
  let role = -1;
  while (from > 0 && end - from < longest) {
    const word = words[from - 1];
    if (!word || (from < end && !follows(words[from]))) break;
    if (isRole(word.low)) role = Math.max(role, from - 1);
    else if (!isOfOffice(words, from - 1)) break;
    from -= 1;
  }
  return role < 0 ? undefined : officeOf(words, from, end, role);
}

function isOfOffice(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || openers.test(word.low) || isReporting(word.low)) return false;
  if (word.genitive) return word.capital;
  return word.capital || describing.has(word.low) || portfolios.has(word.low);
}

/** "Secretary of State John Kerry": what the office is of stands between it and the name. */
export function officeBetween(words: readonly Word[], start: number): Office | undefined {
  for (let length = 1; length <= longestObject; length += 1) {
    const at = start - length;
    const head = headBefore(words, at);
    if (head < 0 || !isObject(words.slice(at, start))) continue;
    if (isTiedBefore(words, head)) return outerOffice(words, head, start);
    const [first] = officeBefore(words, head + 1)?.words ?? [];
    return officeOf(words, first ? words.indexOf(first) : head, start, head);
  }
  return undefined;
}

function isTiedBefore(words: readonly Word[], head: number): boolean {
  const before = words[head - 1]?.low === 'the' ? words[head - 2] : words[head - 1];
  return before !== undefined && /^(?:of|to|for)$/u.test(before.low);
}

/** "Head of the Office of the President of Norland Ida Holm": she is no president. */
function outerOffice(words: readonly Word[], head: number, start: number): Office | undefined {
  for (let at = head - 1; at >= 0 && head - at < longest; at -= 1) {
    const word = words[at];
    if (!word || isReporting(word.low)) return undefined;
    if (isRole(word.low)) return officeOf(words, at, start, at);
    if (!word.capital && !tied.test(word.low) && word.low !== 'the' && !describing.has(word.low))
      return undefined;
  }
  return undefined;
}

/** The place of the role that "of", perhaps with an article, ties to what stands at a place; -1 where there is none. */
function headBefore(words: readonly Word[], at: number): number {
  const tie = words[at - 1]?.low === 'the' ? at - 2 : at - 1;
  const head = words[tie - 1];
  const isTied = follows(words[at]) && tied.test(words[tie]?.low ?? '') && follows(words[tie]);
  // "Leaders of Norland" are several.
  return isTied && head && isRole(head.low) && !/[^s]s$/u.test(head.low) ? tie - 1 : -1;
}

/** Words between commas behind a name that are an office or what somebody is: "X, a professor at Y,". */
export function officeBehind(words: readonly Word[], from: number): Office | undefined {
  const first = words[from];
  if (
    !first ||
    !/^(?:, ?| [-–—] )$/u.test(first.gap) ||
    /^(?:and|or|but|with|as|who|which|whose|where|when|while)$/u.test(first.low)
  )
    return undefined;
  let to = from;
  while (to < words.length && to - from < 16) {
    const word = words[to];
    if (!word || (to > from && !/^[ \u00a0]$/u.test(word.gap))) break;
    if (isReporting(word.low) && word.low !== 'called') return undefined;
    to += 1;
  }
  return phraseOffice(words, from, to);
}

/** The office that a phrase between commas is: its last role before what it is tied to. */
function phraseOffice(words: readonly Word[], from: number, to: number): Office | undefined {
  const first = words[from];
  if (!first || closing.test(first.low)) return undefined;
  const tie = words.findIndex(({ low }, at) => at > from && at < to && (tied.test(low) || closing.test(low)));
  const headEnd = tie < 0 ? to : tie;
  const role = words.findLastIndex(({ low }, at) => at >= from && at < headEnd && isRole(low));
  const starts = from + (/^(?:a|an|the|another|one)$/u.test(first.low) ? 1 : 0);
  if (role < 0) return tie > from ? ownedOffice(words, starts, to) : undefined;
  if (words[role]?.genitive || role - from > 6) return undefined;
  return roleBehind(words, { starts, role, headEnd, tie, to });
}

interface Phrase {
  readonly starts: number;
  readonly role: number;
  readonly headEnd: number;
  readonly tie: number;
  readonly to: number;
}

function roleBehind(words: readonly Word[], { starts, role, headEnd, tie, to }: Phrase): Office | undefined {
  const next = role + 1 < headEnd ? words[role + 1] : undefined;
  // "An Iranian journalist visiting Nice"
  if (next && /(?:ing|ed)$/u.test(next.low)) return officeOf(words, starts, role + 1, role);
  // "Obama, Senator Cruz and …": another one's title. "The president wants": no office but a sentence.
  if (next && (next.capital || !describing.has(next.low))) return undefined;
  if (!tied.test(words[tie]?.low ?? '')) return officeOf(words, starts, headEnd, role);
  const end = endOfObject(words, tie, to);
  return hasName(words, tie, end) ? undefined : officeOf(words, starts, end, role);
}

/** "Democracy for Norland’s executive director": what the office is of has a tie within, and the office ends the phrase. */
function ownedOffice(words: readonly Word[], from: number, to: number): Office | undefined {
  const own = words.slice(from, to);
  const isOwned = own[0]?.capital === true && own.slice(0, -1).some(({ genitive }) => genitive);
  const isWhole = own.every(({ low }) => !closing.test(low) || low === 'and');
  return isOwned && isWhole && isRole(own.at(-1)?.low ?? '') ? officeOf(words, from, to, to - 1) : undefined;
}

/** "Deputy Secretary of Commerce Don Graves": it is another one's; of "the Energy Agency" the last word is a body's. */
function hasName(words: readonly Word[], tie: number, end: number): boolean {
  // A single word behind it is a part of what it is of: "America Rising".
  for (let at = tie + 2; at < end - 1; at += 1)
    if (
      words[at]?.capital &&
      words[at + 1]?.capital &&
      officeBetween(words, at) &&
      !isOfObject(words, at, end)
    )
      return true;
  return false;
}

/** Whether what begins at a place goes on with what an office is of: it belongs to it, or ends as a body does. */
export function isOfObject(words: readonly Word[], at: number, end: number): boolean {
  let last = at;
  while (last + 1 < end && words[last + 1]?.capital && follows(words[last + 1])) last += 1;
  return words[at - 1]?.genitive === true || isBodyWord(words[last]?.low ?? '');
}

const making = /^(?:makes?|made|elect(?:s|ed)?|names?|named|appoint(?:s|ed)?|inaugurated?|crown(?:s|ed)?)$/u;

/** "They made Olaf Lind the president", "elected Ada Berg mayor": the office that somebody got. */
export function officeMade(words: readonly Word[], from: number, to: number): Office | undefined {
  if (!making.test(words[from - 1]?.low ?? '') || !follows(words[to])) return undefined;
  const role = words[to]?.low === 'the' ? to + 1 : to;
  const head = words[role];
  if (!head || head.capital || !states.has(head.low) || (role === to && words[role + 1]?.capital))
    return undefined;
  return officeOf(words, role, role + 1, role);
}

const closing = /^(?:who|whom|whose|and|but|that|which|where|when|since|during|under)$/u;

/** "of the European Commission in Brussels": up to the next word that begins something else. */
function endOfObject(words: readonly Word[], tie: number, to: number): number {
  let at = tie + 1;
  while (at < to && at - tie < 9 && !closing.test(words[at]?.low ?? '')) at += 1;
  return at;
}

/** "China's vice premier, He Lifeng,": the office that ends with a comma before a place. */
export function officeApposed(words: readonly Word[], start: number): Office | undefined {
  if (words[start]?.gap !== ', ') return undefined;
  for (let from = start - 1; from >= 0 && start - from <= longest; from -= 1) {
    const word = words[from];
    if (!word || isReporting(word.low)) return undefined;
    const begins = articles.test(word.low) || word.genitive || countryWord(word.text) !== undefined;
    // "France's secretary of state for | the elderly": what an office is of may have an article, too.
    const office = begins ? phraseOffice(words, from, start) : undefined;
    if (office || !follows(word)) return office;
  }
  return undefined;
}

const articles = /^(?:the|its|his|her|their|our|my|your|a|an|another|one)$/u;

function officeOf(words: readonly Word[], from: number, to: number, role: number): Office {
  const own = words.slice(from, to);
  const { low = '' } = words[role] ?? {};
  return {
    ...{ start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0, words: own, role: low },
    country: countryIn(own, low),
    held: officesKnown.has(low) || /(?:minister|kanzler|prasident|sprecher)(?:in)?$/u.test(low),
    alone: states.has(low),
  };
}

/** Whose words are their country's: a minister, a spokesman; "Washington lawyer" is nobody's. */
function isForState(role: string): boolean {
  return (
    states.has(role) ||
    /(?:minister|kanzler|prasident|sprecher|botschafter)(?:in)?$/u.test(role) ||
    /^(?:spokes(?:man|woman|person)|envoy|negotiator|representative|leader|diplomat|official|undersecretary|rzecznik|rzeczniczka|речник|речниця)$/u.test(
      role,
    )
  );
}

const ministries =
  /^(?:ministry|department|council|cabinet|presidential|white|house|mission|delegation|embassy)$/u;

/** The one country that an office names; none where it names two ("ambassador of China to Germany"), or a body with one in its name. */
function countryIn(words: readonly Word[], role: string): string | undefined {
  if (!isForState(role)) return undefined;
  const found = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    const known = words[at]?.capital ? countryAt(words, at, isCountrys) : undefined;
    if (known) {
      found.add(known.id);
      at += known.length - 1;
    } else if (isOfBody(words[at])) return undefined;
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Of a capital only what belongs to it is the country's: "Beijing's envoy", and not "a lawyer in Washington". */
function isCountrys({ as }: CountryWord, words: readonly Word[]): boolean {
  return as !== 'capital' || words.at(-1)?.genitive === true;
}

function isOfBody(word: Word | undefined): boolean {
  if (!word?.capital) return false;
  return !(
    isTitle(word.low) ||
    describing.has(word.low) ||
    portfolios.has(word.low) ||
    ministries.test(word.low)
  );
}

/** The office that words are which somebody wrote by themselves: "foreign minister of Poland". */
export function officeAlone(words: readonly Word[]): Office | undefined {
  return phraseOffice(words, 0, words.length) ?? officeBefore(words, words.length);
}
