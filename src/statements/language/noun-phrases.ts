// Who or what stands before or behind a verb: noun phrases, found by the parts of speech of their words.
import { timeWords } from './cues.ts';
import type { Unit } from './units.ts';

/** Units from `from` to `to`, the end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const inside = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const possessives = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your']);
const relatives = new Set(['who', 'which', 'that', 'whom', 'whose', 'where', 'when']);
/** Words that may stand for a noun: "another said", "many say". */
const standIns = new Set([
  'another',
  'others',
  'other',
  'many',
  'some',
  'several',
  'few',
  'all',
  'both',
  'those',
  'one',
  'most',
  'none',
  'each',
  'two',
]);
/** Prepositions that tie a noun to the one before it: "a spokesman for Trump", "the head of the bank". */
const ties = new Set([
  'of',
  'for',
  'from',
  'with',
  'in',
  'at',
  'on',
  'to',
  'by',
  'behind',
  'near',
  'within',
  'including',
  'against',
  'under',
  'inside',
  'to',
  'as',
  'like',
]);
/** What tells of somebody by what they know or belong to, before its preposition: "a person familiar with the talks". */
const describing = new Set(
  'familiar close briefed involved aware present based responsible privy knowledgeable opposed loyal linked allied charged tasked concerned next'.split(
    ' ',
  ),
);
/** No noun phrase is longer, and no text makes the search for one slow. */
const longest = 40;

export function isNominal(unit: Unit | undefined): boolean {
  if (!unit || unit.quotation) return false;
  return nominal.has(unit.pos) || standIns.has(unit.low);
}

export function isWord(unit: Unit): boolean {
  return unit.quotation !== undefined || /[\p{L}\p{N}]/u.test(unit.text) || isNominal(unit);
}

export function isRelative(unit: Unit | undefined): boolean {
  return unit !== undefined && relatives.has(unit.low);
}

export function isTime(unit: Pick<Unit, 'low'> | undefined): boolean {
  return unit !== undefined && timeWords.has(unit.low);
}

/** Marks inside of names and words: "Gen. Smith", "R-Ohio", "the U.S.". */
function joins(unit: Unit | undefined, before: Unit | undefined, after: Unit | undefined): boolean {
  if (!unit || !before || !after || !/[\p{L}\p{N}]/u.test(after.text)) return false;
  const close = unit.end === after.start || unit.start === before.end;
  return close && /^(?:[-‐/.&]|’s?|'s?)$/u.test(unit.text);
}

/** The noun phrase that ends before `end`, without what is tied to it; undefined where none does. */
export function nounsBefore(units: readonly Unit[], end: number, floor: number): Range | undefined {
  const last = units[end - 1];
  if (!isNominal(last) && !(last?.pos === 'ADJ' && units[end - 2]?.pos === 'DET')) return undefined;
  if (last?.pos === 'PRON' && !possessives.has(last.low)) return { from: end - 1, to: end };
  const least = Math.max(floor, end - longest);
  let from = end - 1;
  while (from > least && goesOnBefore(units, from)) from -= 1;
  from = opened(units, from, least);
  from = behindTime(units, from, end);
  while (from < end - 1 && joins(units[from], units[from - 1], units[from + 1])) from += 1;
  return from === end - 1 && isTime(last) ? undefined : { from, to: end };
}

const timely = /^(?:last|this|next|that|early|late|earlier|later|the|\d{1,2}(?:st|nd|rd|th)?)$/u;

/** Behind a time that a phrase begins with: "last week | Trump", "26 July | Merz". */
function behindTime(units: readonly Unit[], from: number, end: number): number {
  let at = from;
  while (at < end - 1 && timely.test(units[at]?.low ?? '')) at += 1;
  if (!isTime(units[at])) return from;
  while (at < end - 1 && (isTime(units[at]) || /^(?:19|20)\d\d$/u.test(units[at]?.low ?? ''))) at += 1;
  return at;
}

function goesOnBefore(units: readonly Unit[], from: number): boolean {
  const unit = units[from - 1];
  if (!unit || unit.quotation || units[from]?.afresh) return false;
  if (inside.has(unit.pos) || isGenitive(unit)) return true;
  return joins(unit, units[from - 2], units[from]);
}

function isGenitive(unit: Unit | undefined): boolean {
  return unit?.pos === 'PART' && /^['’]s?$/u.test(unit.text);
}

/** With the article or the possessive before it; a possessor's own article too ("the bank’s head"). */
function opened(units: readonly Unit[], from: number, least: number): number {
  const unit = units[from - 1];
  if (from <= least || !unit || units[from]?.afresh) return from;
  if (unit.pos === 'DET' || possessives.has(unit.low)) {
    const outer = units[from - 2];
    const all = from - 1 > least && (outer?.low === 'all' || outer?.low === 'both');
    return from - (all ? 2 : 1);
  }
  return from;
}

/** The noun phrase that ends before `end`, with what is tied to it: "a spokesman for the head of the bank". */
export function phraseBefore(units: readonly Unit[], end: number, floor: number): Range | undefined {
  let phrase = nounsBefore(units, beforeBracket(units, end, floor), floor);
  while (
    phrase &&
    !units[phrase.from]?.afresh &&
    phrase.from - 2 >= floor &&
    ties.has(units[phrase.from - 1]?.low ?? '')
  ) {
    const tie = phrase.from - 1;
    const described = describing.has(units[tie - 1]?.low ?? '') && tie - 2 >= floor;
    const outer = nounsBefore(units, described ? tie - 1 : tie, floor);
    if (!outer || units[outer.to - 1]?.pos === 'PRON') break;
    phrase = { from: outer.from, to: phrase.to };
  }
  return phrase && coordinated(units, phrase, floor);
}

/** "Kasich (R-Ohio)": what stands in brackets is no part of the phrase. */
function beforeBracket(units: readonly Unit[], end: number, floor: number): number {
  if (units[end - 1]?.text !== ')') return end;
  const least = Math.max(floor, end - longest);
  const open = units.findLastIndex(({ text }, index) => index < end && text === '(');
  return open > least ? open : end;
}

/** With the phrases joined to it by "and": "Wilcox and Beruff said". */
function coordinated(units: readonly Unit[], phrase: Range, floor: number): Range {
  let { from } = phrase;
  while (!units[from]?.afresh && from - 2 >= floor && units[from - 1]?.low === 'and') {
    const at = units[from - 2]?.low === ',' ? from - 2 : from - 1;
    const other = nounsBefore(units, at, floor);
    const before = units[(other?.from ?? 0) - 1];
    if (!other || (other.from > floor && !units[other.from]?.afresh && !startsClause(before))) break;
    from = other.from;
  }
  return { from, to: phrase.to };
}

function startsClause(before: Unit | undefined): boolean {
  return (
    before === undefined ||
    /^[,;:–—-]$/u.test(before.text) ||
    before.quotation !== undefined ||
    before.pos === 'CCONJ' ||
    before.pos === 'SCONJ'
  );
}

/** The noun phrase that begins at `from`, with what is tied to it by "of", "for" and the like. */
export function phraseBehind(units: readonly Unit[], from: number): Range | undefined {
  let to = nounsBehind(units, from);
  if (to === undefined) return undefined;
  while (['of', 'for', 'from'].includes(units[to]?.low ?? '')) {
    const more = nounsBehind(units, to + 1);
    if (more === undefined || isTime(units[to + 1])) break;
    to = more;
  }
  return { from, to };
}

function nounsBehind(units: readonly Unit[], from: number): number | undefined {
  const first = units[from];
  if (first?.pos === 'PRON' && !possessives.has(first.low)) return from + 1;
  const least = first && (first.pos === 'DET' || possessives.has(first.low)) ? from + 1 : from;
  const most = Math.min(units.length, from + longest);
  let to = least;
  while (to < most && (isInside(units, to) || joins(units[to], units[to - 1], units[to + 1]))) to += 1;
  // "said the 46-year-old": an adjective stands for a noun behind its article.
  while (to > from + 1 && (isTime(units[to - 1]) || (units[to - 1]?.pos === 'ADJ' && least === from)))
    to -= 1;
  return to > from && (isNominal(units[to - 1]) || least > from || to === from + 1) ? to : undefined;
}

function isInside(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit !== undefined && !unit.quotation && !unit.afresh && (inside.has(unit.pos) || isGenitive(unit));
}
