// Where people and bodies are named in a passage, and what stands beside each name that tells whose it is: a title, an office set
// beside it between commas, a verb that reports.

import { isBodyWord, isSurnameToo } from '../../corpus/names/bodies.ts';
import { countryWord } from '../../corpus/names/countries.ts';
import { givenName } from '../../corpus/names/given-names.ts';
import {
  describing,
  honorifics,
  isRole,
  isTitle,
  officesKnown,
  portfolios,
} from '../../corpus/names/offices.ts';
import { isSuffixWord, particles } from '../../corpus/names/particles.ts';
import type { Span } from '../../corpus/passages.ts';
import {
  isOfObject,
  type Office,
  officeApposed,
  officeBefore,
  officeBehind,
  officeBetween,
  officeMade,
} from '../offices/office.ts';
import { seatBehind } from '../offices/seat.ts';
import { isLeading, isTime, partisans } from '../offices/titles.ts';
import { isIntroduced, isMarked, isSaying, isWordOf } from './beside.ts';
import { withListed } from './listed.ts';
import { follows, isInitial, opens, type Word, wordsIn } from './words.ts';

/** A name as it stands in a passage. Places are offsets into the passage's text. */
export interface Mention extends Span {
  readonly sort: 'name' | 'body' | 'country';
  readonly words: readonly Word[];
  /** Before the name or beside it. */
  readonly office: Office | undefined;
  /** "Mr.", "Dr.": a person, and no office. */
  readonly addressed: boolean;
  /** A verb that reports stands beside it. */
  readonly said: boolean;
  /** ", who" follows: it is somebody. */
  readonly who: boolean;
  /** Something that only people have stands beside it: an age, a party's letter. */
  readonly marked: boolean;
  /** Who speaks says that this is their name. */
  readonly introduced: boolean;
  /** One of several who are named behind what they are: "Two analysts, Olaf Lind and Ada Berg". */
  readonly listed: boolean;
  /** As it would be written, where a part of it stands elsewhere: "Olaf Lind" of "brothers Olaf and Tom Lind". */
  readonly written?: string;
  /** "in" or the like stands before it, as before a place. */
  readonly placed: boolean;
  /** Its first capital may be the sentence's. */
  readonly opens: boolean;
}

/** What words are beside being names: written small elsewhere, or words of grammar. */
export interface WordSense {
  readonly isCommon: (low: string) => boolean;
  readonly isGrammar: (low: string) => boolean;
}

/** No name has more words. */
const longestName = 4;

/** Every name in a text, in order. */
export function mentionsIn(text: string, sense: WordSense): Mention[] {
  const words = wordsIn(text);
  const found: Mention[] = [];
  for (let at = 0; at < words.length; ) {
    const to = endOfRun(words, at);
    if (to === at) at += 1;
    else {
      const mention = mentionAt(words, at, to, sense);
      if (mention) found.push(mention);
      at = to;
    }
  }
  return withListed(words, found);
}

function startsName(word: Word | undefined): boolean {
  return word?.capital === true && !isTime(word.low) && !/^i(?:'\p{L}+)?$/u.test(word.low);
}

/** Words with a capital, one after the other, and small particles between them. */
function endOfRun(words: readonly Word[], from: number): number {
  let to = from;
  while (to < words.length && (to === from ? startsName(words[to]) : goesOn(words, to))) to += 1;
  while (to > from && !words[to - 1]?.capital) to -= 1;
  return to;
}

/** Whether a word goes on with the name before it. */
function goesOn(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word || before.genitive || !(follows(word) || isSuffix(word))) return false;
  // "In Washington, D.C. The president …", "… in the U.S. He said …": another sentence.
  if (
    (isLeading(word.low) && !isInitial(word, words[at + 1])) ||
    (before.text.includes('.') && /^(?:he|she|so)$/u.test(word.low))
  )
    return false;
  if (startsName(word)) return true;
  return particles.has(word.low) && follows(words[at + 1]) && startsName(nextBeyondParticles(words, at));
}

function nextBeyondParticles(words: readonly Word[], from: number): Word | undefined {
  const next = words[from + 1];
  return next && particles.has(next.low) && !next.capital && follows(words[from + 2])
    ? words[from + 2]
    : next;
}

/** "Martin Luther King, Jr." */
export function isSuffix({ low, gap }: Word): boolean {
  return isSuffixWord(low) && /^,? $/u.test(gap);
}

function mentionAt(words: readonly Word[], from: number, to: number, sense: WordSense): Mention | undefined {
  const opening = words[from];
  const opened = opening !== undefined && opens(opening, from);
  // "But Trump", "Yesterday Wang Yi"
  const isLed = opened && leads(opening.low, to - from, sense);
  const first = isLed ? from + 1 : from;
  const title = titleEnd(words, first, to);
  let start = title ?? behindObject(words, first, to) ?? first;
  if (title === undefined) start = behindBody(words, start, to);
  while (to - start > 1 && isBefore(words, start, to)) start += 1;
  const name = words.slice(start, to);
  if (name.every(({ low }) => isTitle(low) || describing.has(low) || portfolios.has(low))) return undefined;
  const place = { start: name[0]?.start ?? 0, end: name.at(-1)?.end ?? 0 };
  const beside = besideName(words, { first, title, start, to });
  // "Saudi Arabia, a leader of …" is none; what stands before a name tells that it is one.
  const isTitled =
    beside.addressed ||
    (beside.office !== undefined && beside.office.end <= place.start) ||
    beside.office?.other !== undefined;
  return {
    ...place,
    ...beside,
    sort: sortOf(name, isTitled, beside.addressed),
    words: name,
    opens: opened && start === from,
    listed: false,
  };
}

/** What pages glue together: "FoleyFlagShareLikeReply". */
const glued = /(?:\p{Lu}\p{Ll}+){3}/u;

/** "Elizabeth Berg-style": what is made of a name. */
const compound =
  /-(?:style|era|based|backed|led|like|type|t|shirts?|owned|run|only|friendly|related|themed|inspired|appointed|aligned|winning|approved|controlled|funded|sponsored|supported|endorsed|spent|bashing|loving|hating|linked|made)$/u;

/** "But Trump", "Suddenly President Xi": a word that only begins the sentence. "Bill" and "Will" are names before a single one. */
function leads(low: string, length: number, { isCommon, isGrammar }: WordSense): boolean {
  if (
    length < 2 ||
    isTitle(low) ||
    givenName(low) === 'sure' ||
    /^(?:al|will|may|don|ed|art|sue|ben)$/u.test(low)
  )
    return false;
  return isGrammar(low) || (length > 2 && isCommon(low));
}

/** Where a name begins that stands behind a body's: "Fox News | Sean Hannity". */
function behindBody(words: readonly Word[], from: number, to: number): number {
  for (let at = to - 3; at > from; at -= 1) if (isBodyWord(words[at]?.low ?? '')) return at + 1;
  return from;
}

interface Run {
  readonly first: number;
  readonly title: number | undefined;
  readonly start: number;
  readonly to: number;
}

/** What stands before a name and behind it. */
function besideName(
  words: readonly Word[],
  { first, title, start, to }: Run,
): Pick<Mention, 'office' | 'addressed' | 'said' | 'who' | 'marked' | 'introduced' | 'placed'> {
  const held =
    title === undefined
      ? (officeBetween(words, start) ?? officeBeforeRun(words, first, to) ?? officeApposed(words, first))
      : officeBefore(words, title);
  const before = held && { ...held, seat: seatBehind(held.role, words, to) };
  const behind = isOfAnother(words, first)
    ? undefined
    : (officeBehind(words, to) ?? officeMade(words, first, to));
  const next = words[to];
  return {
    office: behind && before ? { ...before, other: behind } : (behind ?? before),
    addressed: isAddressed(words, title ?? first),
    said:
      words[to - 1]?.genitive === true
        ? isWordOf(words, to)
        : isSaying(words, first, to, behind !== undefined),
    who: next?.low === 'who' && next.gap.startsWith(','),
    placed: isPlaced(words, first),
    marked: isMarked(words, first, to),
    introduced: isIntroduced(words, first, to),
  };
}

/** "In Norland": as before a place. */
function isPlaced(words: readonly Word[], at: number): boolean {
  return follows(words[at]) && /^(?:in|near|across|outside|throughout|via)$/u.test(words[at - 1]?.low ?? '');
}

/** "Rep. Olaf Lind of Norland, a farmer": what stands behind is the one's before. */
function isOfAnother(words: readonly Word[], at: number): boolean {
  const [outer, tie] = [words[at - 2], words[at - 1]];
  if (!outer?.capital || !tie || !/^(?:of|from)$/u.test(tie.low) || !follows(words[at])) return false;
  return !isTitle(outer.low) && !isBodyWord(outer.low);
}

/** Where the name behind a title begins: behind the last office or form of address in a run that something follows. */
function titleEnd(words: readonly Word[], from: number, to: number): number | undefined {
  const suffix = words[to - 1];
  for (let at = to - (suffix && isSuffix(suffix) ? 3 : 2); at >= from; at -= 1) {
    const { low = '' } = words[at] ?? {};
    if (!isTitle(low)) continue;
    // "Mother Jones", "Star Wars": what one is stands before whole names only.
    const known = (officesKnown.has(low) && low !== 'head') || honorifics.has(low) || titling.test(low);
    return known || to - at > 2 ? at + 1 : undefined;
  }
  return undefined;
}

/** Where the name begins behind what an office is of: "Secretary of | State | John Kerry". */
function behindObject(words: readonly Word[], from: number, to: number): number | undefined {
  for (let at = to - 1; at > from; at -= 1)
    if (officeBetween(words, at) && !isOfObject(words, at, to)) return at;
  return undefined;
}

const titling =
  /^(?:professor|captain|lieutenant|sergeant|major|sheriff|detective|officer|reverend|rev|bishop|archbishop|cardinal|rabbi|pastor|imam|doctor|coach|minister|chancellor|administrator|superintendent|councilman|councilwoman|councillor|comptroller|treasurer|provost|coordinator|\p{L}+(?:minister|prasident|kanzler)(?:in)?)$/u;

/** A title that is written small, or one whose office has an object: "foreign minister Wang Yi". */
function officeBeforeRun(words: readonly Word[], first: number, to: number): Office | undefined {
  const before = words[first - 1];
  if (!before || !follows(words[first]) || before.genitive || !isRole(before.low)) return undefined;
  // "major European", "official Budapest": what one is stands before whole names only.
  if (to - first < 2 && (!officesKnown.has(before.low) || before.low === 'official')) return undefined;
  return officeBefore(words, first);
}

function isAddressed(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return before !== undefined && follows(words[at]) && honorifics.has(before.low);
}

/** What stands before a name in the same run and is none of it: "Republican Donald Trump", "CNN Jake Tapper". */
function isBefore(words: readonly Word[], at: number, to: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (partisans.has(word.low) || isRole(word.low)) return true;
  const rest = to - at;
  if (rest > 2 && countryWord(word.text)?.as === 'demonym') return true;
  return (
    rest > 2 && word.upper && word.text.length > 2 && !words.slice(at + 1, to).every(({ upper }) => upper)
  );
}

function isSurname(name: readonly Word[], addressed: boolean): boolean {
  const [first, last = first] = name;
  if (!first || !last || name.length > 2 || !isSurnameToo(last.low)) return false;
  return name.length === 2 ? givenName(first.low) === 'sure' : addressed;
}

function sortOf(name: readonly Word[], titled: boolean, addressed: boolean): Mention['sort'] {
  const last = name.at(-1);
  const whole = name.map(({ text }) => text).join(' ');
  if (!titled && countryWord(whole)) return 'country';
  const length = name.filter(({ low }) => low.length > 2 && !particles.has(low)).length;
  // "Allen West" is somebody as often as not: what else the text has of him tells.
  const isBodys = last && isBodyWord(last.low) && !isSurname(name, addressed);
  if (!last || isBodys || length > longestName || isTime(last.low)) return 'body';
  if (/\d/u.test(whole) || glued.test(whole)) return 'body';
  // "Hillary PAC", "NATO"
  const isAbbreviation =
    last.upper && !last.text.includes('.') && (name.length === 1 || name.some(({ upper }) => !upper));
  const acronym = isAbbreviation && !isSuffix(last) && last.text.length < (titled ? 4 : 7);
  return acronym || compound.test(last.low) ? 'body' : 'name';
}
