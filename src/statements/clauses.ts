// The reporting clauses of a sentence: who, with which word, and which part of the sentence is what was said.
import { hedges, sayingVerbs, speechActs, tellingVerbs } from './cues.ts';
import { isNominal, isTime, phraseBehind, type Range } from './noun-phrases.ts';
import { subjectOf } from './subjects.ts';
import type { Sentence, Unit } from './units.ts';

/** A reporting clause. Ranges are of the sentence's units. */
export interface Clause {
  readonly cue: Range;
  readonly speaker: Range | undefined;
  readonly whole: Range;
  /** Where what is said begins behind a clause that comes first. */
  readonly content: number;
}

const noQuotation = 60;

export function isSaying(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || unit.quotation || !sayingVerbs.has(unit.lemma)) return false;
  return isVerb(units, at);
}

function isActing(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return unit !== undefined && !unit.quotation && speechActs.has(unit.lemma) && unit.pos === 'VERB';
}

/** The model takes some verbs behind a name for nouns: "Trump notes", "he counters". */
function isVerb(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit?.pos === 'VERB') return true;
  const before = units[at - 1];
  return unit?.pos === 'NOUN' && /s$/u.test(unit.low) && (before?.pos === 'PROPN' || before?.pos === 'PRON');
}

/** The clause right behind a quotation: “…,” Meloni said in a statement. */
export function clauseBehind({ units }: Sentence, quoted: number): Clause | undefined {
  let from = quoted + 1;
  while (/^[,–—-]$/u.test(units[from]?.text ?? '')) from += 1;
  const limit = nextQuotation(units, from);
  const strong = /[,?!–—-]["'’”“»]*$/u.test(units[quoted]?.text ?? '') || from > quoted + 1;
  if (!strong && !isWholeSentence(units[quoted]?.text ?? '')) return undefined;
  return inverted(units, from, limit, strong) ?? straight(units, from, limit, strong);
}

function isWholeSentence(quoted: string): boolean {
  return /^["“„«‘]+[\p{Lu}.…[]/u.test(quoted) && quoted.includes(' ');
}

function nextQuotation(units: readonly Unit[], from: number): number {
  const at = units.findIndex((unit, index) => index >= from && unit.quotation !== undefined);
  return Math.min(at < 0 ? units.length : at, from + noQuotation);
}

/** “…,” said Meloni. */
function inverted(units: readonly Unit[], from: number, limit: number, strong: boolean): Clause | undefined {
  const verb = skipAdverbs(units, from);
  if (verb >= limit || !(strong ? isVerb(units, verb) : isSaying(units, verb))) return undefined;
  const speaker = phraseBehind(units, skipAdverbs(units, verb + 1));
  if (!speaker || speaker.to > limit) return undefined;
  return { cue: { from: verb, to: verb + 1 }, speaker, whole: { from, to: limit }, content: limit };
}

/** “…,” Meloni said. */
function straight(units: readonly Unit[], from: number, limit: number, strong: boolean): Clause | undefined {
  const first = skipLinks(units, from);
  for (let verb = first + 1; verb < limit; verb += 1) {
    const saying = isSaying(units, verb) || isActing(units, verb);
    if (!saying && !(strong && isVerb(units, verb))) continue;
    if (/ing$/u.test(units[verb]?.low ?? '') || units[verb - 1]?.low === 'to') continue;
    const speaker = subjectOf(units, verb, first);
    if (!speaker || speaker.from > first) continue;
    return { cue: cueAt(units, verb), speaker, whole: { from: first, to: limit }, content: limit };
  }
  return accordingTo(units, first, limit);
}

function skipAdverbs(units: readonly Unit[], from: number): number {
  let at = from;
  while (units[at]?.pos === 'ADV') at += 1;
  return at;
}

/** "as Trump put it", "and he added": what links the clause to the quotation. */
function skipLinks(units: readonly Unit[], from: number): number {
  let at = from;
  while (['ADV', 'CCONJ', 'SCONJ'].includes(units[at]?.pos ?? '') || units[at]?.low === 'as') at += 1;
  return at;
}

function accordingTo(units: readonly Unit[], from: number, limit: number): Clause | undefined {
  if (units[from]?.low !== 'according' || units[from + 1]?.low !== 'to') return undefined;
  const speaker = phraseBehind(units, from + 2);
  if (!speaker || speaker.to > limit) return undefined;
  return { cue: { from, to: from + 2 }, speaker, whole: { from, to: limit }, content: limit };
}

/** The clause before the unit at `until`: Trump said on Friday that “…”. The nearest verb of saying is its verb. */
export function clauseAhead(sentence: Sentence, until: number, floor: number): Clause | undefined {
  const { units } = sentence;
  const least = Math.max(floor, until - noQuotation);
  for (let at = until - 1; at >= least; at -= 1) {
    if (!isSaying(units, at) && !isActing(units, at)) continue;
    const clause = clauseOf(units, at, floor, until);
    if (clause?.speaker) return clause;
  }
  return beforeMark(units, until, floor);
}

/** The clause of the verb at `verb`, whose content lies behind it. */
function clauseOf(units: readonly Unit[], verb: number, floor: number, limit: number): Clause | undefined {
  const cue = cueAt(units, verb);
  const speaker = subjectOf(units, verb, floor);
  if (!speaker) return undefined;
  const content = contentFrom(units, cue.to, limit);
  return { cue, speaker, whole: { from: floor, to: content }, content };
}

/** Before a colon or a comma with a quotation behind it any verb reports: She smiled: “…”. Without a verb: Trump: “…”. */
function beforeMark(units: readonly Unit[], until: number, floor: number): Clause | undefined {
  const mark = units[until - 1]?.text;
  if ((mark !== ':' && mark !== ',') || !/^["“„«‘]\p{Lu}/u.test(units[until]?.text ?? '')) return undefined;
  const least = mark === ':' ? Math.max(floor, until - noQuotation) : until - 2;
  for (let at = until - 2; at >= least; at -= 1) {
    if (units[at]?.pos !== 'VERB') continue;
    const speaker = subjectOf(units, at, floor);
    if (speaker)
      return { cue: { from: at, to: at + 1 }, speaker, whole: { from: floor, to: until }, content: until };
  }
  if (mark !== ':') return undefined;
  const speaker = phraseBehind(units, floor);
  if (speaker?.to !== until - 1) return undefined;
  return { cue: { from: until - 1, to: until }, speaker, whole: { from: floor, to: until }, content: until };
}

/** The verb with its particle or with whom it addresses: "ruled out", "told AFP". */
function cueAt(units: readonly Unit[], verb: number): Range {
  const next = units[verb + 1];
  if (next && /^(?:out|down|off|back|for|on)$/u.test(next.low) && speechActs.has(units[verb]?.lemma ?? ''))
    return { from: verb, to: verb + 2 };
  if (tellingVerbs.has(units[verb]?.lemma ?? '')) {
    const addressed = phraseBehind(units, verb + 1);
    if (addressed) return { from: verb, to: addressed.to };
  }
  return { from: verb, to: verb + 1 };
}

/** Where what is said begins behind a cue: behind "that", a colon, or time, place and occasion. */
function contentFrom(units: readonly Unit[], cueEnd: number, limit: number): number {
  const window = units.slice(cueEnd, Math.min(limit + 1, cueEnd + 25));
  const that = window.findIndex(({ low, pos }) => low === 'that' && pos === 'SCONJ');
  const verb = window.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (that >= 0 && (verb < 0 || that < verb)) return cueEnd + that + 1;
  const mark = units[limit - 1]?.text;
  if ((mark === ':' || mark === ',') && !(verb >= 0 && cueEnd + verb < limit)) return limit;
  let at = cueEnd;
  for (;;) {
    const next = skipOccasion(units, at);
    if (next === at || next > limit) return at;
    at = next;
  }
}

/** Behind one of: an adverb, a time, a prepositional phrase ("in a statement"), a comma. */
function skipOccasion(units: readonly Unit[], at: number): number {
  const unit = units[at];
  if (!unit) return at;
  if (isTime(unit) || (unit.pos === 'ADV' && !hedges.has(unit.low)) || unit.text === ':') return at + 1;
  if (unit.pos !== 'ADP' || !isOccasion(unit.low)) return at;
  if (isTime(units[at + 1])) return at + 2;
  return phraseBehind(units, at + 1)?.to ?? at;
}

function isOccasion(word: string): boolean {
  return /^(?:in|on|at|during|after|to|before|via|through|by|from)$/u.test(word);
}

/** The clause of a sentence that reports without quoting, or quotes fragments only. */
export function reportingClause(sentence: Sentence): Clause | undefined {
  const { units } = sentence;
  const last = Math.min(units.length, noQuotation);
  for (let at = 1; at < last; at += 1) {
    if (!isSaying(units, at) && !isActing(units, at)) continue;
    if (/^to$/u.test(units[at - 1]?.low ?? '')) continue;
    const clause = clauseOf(units, at, 0, units.length);
    if (clause && clause.content < units.length - 1) return clause;
  }
  return undefined;
}

/** "…, officials said." at a sentence's end. */
export function clauseAtEnd({ units }: Sentence): Clause | undefined {
  const comma = units.findLastIndex(({ text }) => text === ',');
  for (let at = comma; at > 1; at = units.findLastIndex(({ text }, index) => index < at && text === ',')) {
    const clause = straight(units, at + 1, units.length, false);
    if (clause && clause.cue.from - at < 12 && isLast(units, clause)) return clause;
  }
  return undefined;
}

/** Whether a clause at the end of a sentence says nothing more of what was said. */
function isLast(units: readonly Unit[], { cue, whole, speaker }: Clause): boolean {
  if (units[cue.from]?.low !== 'according' && !isSaying(units, cue.from)) return false;
  if (!units.slice(0, speaker?.from ?? whole.from).some(({ pos }) => pos === 'VERB' || pos === 'AUX'))
    return false;
  return !units
    .slice(cue.to, whole.to)
    .some(({ pos, low }) => pos === 'VERB' || pos === 'AUX' || low === 'that' || low === 'by');
}

export function isWord(unit: Unit): boolean {
  return unit.quotation !== undefined || /[\p{L}\p{N}]/u.test(unit.text) || isNominal(unit);
}
