// The reporting clauses that come before what they report: who, with which word, and where what is said begins.

import { hedges } from '../language/cues.ts';
import { isTime, nounsBefore, phraseBehind, type Range } from '../language/noun-phrases.ts';
import { beginsSentence } from '../language/quoted-words.ts';
import { cueAt, isActing, isSaying } from '../language/saying-verbs.ts';
import { subjectOf } from '../language/subjects.ts';
import type { Sentence, Unit } from '../language/units.ts';
import { isName } from './appositions.ts';
import { accordingTo, type Clause, reach, skipLinks } from './clauses.ts';

/** According to officials, … */
export function accordingFirst(units: readonly Unit[], from: number, limit: number): Clause | undefined {
  const clause = accordingTo(units, skipLinks(units, from), limit);
  const end = clause?.speaker
    ? units.findIndex(
        ({ text }, index) => index >= (clause.speaker?.to ?? clause.cue.to) && /^[,:]$/u.test(text),
      )
    : -1;
  if (!clause || end < 0 || end >= limit) return undefined;
  return { ...clause, whole: { from: clause.whole.from, to: end + 1 }, content: end + 1 };
}

/** The clause before the unit at `until`: Trump said on Friday that “…”. The nearest verb of saying is its verb. */
export function clauseAhead(sentence: Sentence, until: number, floor: number): Clause | undefined {
  const { units } = sentence;
  const least = Math.max(floor, until - reach);
  for (let at = until - 1; at >= least; at -= 1) {
    if (!isSaying(units, at) && !isActing(units, at)) continue;
    const clause = clauseOf(units, at, floor, until);
    if (clause?.speaker) return outerOf(units, clause.speaker.from, floor, until) ?? clause;
  }
  return accordingFirst(units, floor, until) ?? beforeMark(units, until, floor);
}

/** So many words before somebody's name, at most, the verb stands of whoever tells that they said something. */
const outerReach = 15;

/**
 * The clause of whoever tells that another one said something: of "Merz said that Macron had called it “dead”" the words are what
 * Merz says of Macron. Macron's clause must begin with what is told.
 */
function outerOf(units: readonly Unit[], told: number, floor: number, until: number): Clause | undefined {
  for (let at = told - 1; at >= Math.max(floor, told - outerReach); at -= 1) {
    if (!isSaying(units, at)) continue;
    const outer = clauseOf(units, at, floor, until);
    const between = units.slice(outer?.content ?? told, told);
    return outer?.speaker && between.every(({ pos }) => pos === 'ADV' || pos === 'DET') ? outer : undefined;
  }
  return undefined;
}

/** The clause of the verb at `verb`, whose content lies behind it. */
export function clauseOf(
  units: readonly Unit[],
  verb: number,
  floor: number,
  limit: number,
): Clause | undefined {
  const cue = cueAt(units, verb);
  const speaker = subjectOf(units, verb, floor);
  if (!speaker) return undefined;
  const content = contentFrom(units, cue.to, limit);
  return { cue, speaker, whole: { from: startOf(units, speaker.from, floor), to: content }, content };
}

/** Where a clause begins that comes first: with its sentence, unless another clause or a quotation stands before it. */
function startOf(units: readonly Unit[], speaker: number, floor: number): number {
  const quoted = units.findLastIndex(({ quotation }, at) => at < speaker && quotation !== undefined);
  if (quoted >= floor) return speaker;
  const leads = ['SCONJ', 'ADP', 'ADV'].includes(units[floor]?.pos ?? '');
  const another = units.slice(floor, speaker).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return another && !leads ? speaker : floor;
}

/** Before a colon or a comma with a quotation behind it any verb reports: She smiled: “…”. Without a verb: Trump: “…”. */
function beforeMark(units: readonly Unit[], until: number, floor: number): Clause | undefined {
  const mark = units[until - 1]?.text;
  const quoted = units[until]?.text;
  if ((mark !== ':' && mark !== ',') || (quoted && !beginsSentence(quoted))) return undefined;
  const whole = { from: floor, to: until };
  const name = mark === ':' ? nameBefore(units, until - 1, floor) : undefined;
  const speaker = (mark === ':' ? whoFeels(units, until - 1, floor) : undefined) ?? name;
  if (speaker) return { cue: { from: until - 1, to: until }, speaker, whole, content: until };
  const least = mark === ':' ? Math.max(floor, until - reach) : until - 2;
  for (let at = until - 2; at >= least; at -= 1) {
    const speaker = units[at]?.pos === 'VERB' ? whoDoes(units, at, floor) : undefined;
    if (speaker) return { cue: { from: at, to: at + 1 }, speaker, whole, content: until };
  }
  return undefined;
}

/** A name that stands alone before a mark: "Trump:", "The polls agree - Carl Bialik:". */
function nameBefore(units: readonly Unit[], end: number, floor: number): Range | undefined {
  const whole = { from: floor, to: end };
  // "By Anna Lind:", "Stated Stone:" begin with a capital, and with no name.
  const isWhole = isName(units, whole) && units[floor]?.pos !== 'ADP' && !isSaying(units, floor);
  const name = isWhole ? whole : nounsBefore(units, end, floor);
  if (!name) return undefined;
  // "From the report:"
  if (units[floor]?.low === 'from' && name.from === floor + 1) return name;
  return name.from === floor || /^[–—-]$/u.test(units[name.from - 1]?.text ?? '') ? name : undefined;
}

/** What somebody feels, its cause being the subject. */
const feeling = new Set(
  `surprise trouble worry anger please shock frustrate infuriate bother alarm delight disappoint dismay stun annoy irritate astonish amuse upset
  outrage impress baffle puzzle unsettle reassure thrill sadden embarrass`.split(/\s+/u),
);

/** The model takes some for nouns and adjectives: "pleased", "trouble". */
function isFeeling(lemma: string, low: string): boolean {
  return [lemma, low, low.replace(/d$/u, ''), low.replace(/ed$/u, '')].some((form) => feeling.has(form));
}

/** "The timing doesn’t surprise pollster Ann Shaw:": whom it is that feels so, where a thing is the cause. */
function whoFeels(units: readonly Unit[], end: number, floor: number): Range | undefined {
  const verb = units.findLastIndex(({ lemma, low }, at) => at >= floor && at < end && isFeeling(lemma, low));
  const cause = verb < 0 ? undefined : subjectOf(units, verb, floor);
  const felt = verb < 0 ? undefined : phraseBehind(units, verb + 1);
  if (!felt || felt.to !== end || units[felt.to - 1]?.pos !== 'PROPN') return undefined;
  return cause && units.slice(cause.from, cause.to).every(({ pos }) => pos === 'PROPN') ? undefined : felt;
}

/** The subject of a verb, or what stands behind a verb that comes first: "Stated Stone:". */
function whoDoes(units: readonly Unit[], verb: number, floor: number): Range | undefined {
  return subjectOf(units, verb, floor) ?? (verb === floor ? phraseBehind(units, verb + 1) : undefined);
}

/** Where what is said begins behind a cue: behind "that", a colon, or time, place and occasion. */
function contentFrom(units: readonly Unit[], cueEnd: number, limit: number): number {
  const window = units.slice(cueEnd, Math.min(limit + 1, cueEnd + 25));
  const that = window.findIndex(({ low, pos }) => low === 'that' && pos === 'SCONJ');
  const verb = window.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (that >= 0 && (verb < 0 || that < verb)) return cueEnd + that + 1;
  const mark = units[limit - 1]?.text;
  if (mark === ':' && units[limit]?.quotation) return limit;
  if ((mark === ':' || mark === ',') && !(verb >= 0 && cueEnd + verb < limit)) return limit;
  // "agreed to a truce": whom or what one agrees to is no occasion.
  if (units[cueEnd - 1]?.lemma === 'agree' && units[cueEnd]?.low === 'to') return cueEnd;
  const at = behindOccasions(units, cueEnd, limit);
  return isLink(units, at) ? at + 1 : at;
}

function behindOccasions(units: readonly Unit[], from: number, limit: number): number {
  let at = from;
  for (let next = skipOccasion(units, at); next !== at && next <= limit; next = skipOccasion(units, at))
    at = next;
  return at;
}

/** "that" before somebody or something that acts, whatever the model takes it for. */
function isLink(units: readonly Unit[], at: number): boolean {
  return units[at]?.low === 'that' && /^(?:PRON|DET|PROPN)$/u.test(units[at + 1]?.pos ?? '');
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

/** Where another clause of speech begins behind `from`, with its own verb of saying and its own speaker. */
export function nextClause(units: readonly Unit[], from: number): number | undefined {
  for (let at = from + 1; at < units.length; at += 1) {
    if (!isSaying(units, at) || units[at - 1]?.low === 'to') continue;
    const speaker = subjectOf(units, at, from);
    const own = speaker && speaker.from > from ? ownClause(units, speaker.from) : undefined;
    if (own !== undefined) return own;
    const joined = units[at - 1];
    if (joined?.pos === 'CCONJ' || (joined?.text === ',' && /ing$/u.test(units[at]?.low ?? '')))
      return at - 1;
  }
  return undefined;
}

/** Where a clause begins whose speaker stands at `speaker`: behind a comma, or a comma and "and", "while". */
function ownClause(units: readonly Unit[], speaker: number): number | undefined {
  const link = units[speaker - 1];
  if (link?.text === ',') return speaker;
  const joins = link?.pos === 'CCONJ' || /^(?:while|whereas|though|although|but)$/u.test(link?.low ?? '');
  return joins && /^[,;]$/u.test(units[speaker - 2]?.text ?? '') ? speaker - 1 : undefined;
}

/**
 * Where somebody else begins to speak behind reported words: "Merz said it was late, and Macron warned that …". Where it goes on
 * with "that" or with the same one ("and he noted"), nobody else does.
 */
export function otherSpeech(units: readonly Unit[], from: number): number | undefined {
  for (let at = from + 1; at < units.length; at += 1) {
    if (!isSaying(units, at) || units[at - 1]?.low === 'to') continue;
    const speaker = subjectOf(units, at, from);
    if (!speaker || speaker.from <= from || units[speaker.from]?.pos === 'PRON') continue;
    const own = ownClause(units, speaker.from);
    if (own !== undefined && own < speaker.from) return own;
  }
  return undefined;
}
