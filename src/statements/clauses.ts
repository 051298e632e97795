// The reporting clauses of a sentence: who, with which word, and which part of the sentence is what was said.
import { isName, withApposition } from './appositions.ts';
import { hedges, sayingVerbs, speechActs, tellingVerbs } from './cues.ts';
import { isNaming } from './no-speech.ts';
import { isNominal, isRelative, isTime, nounsBefore, phraseBehind, type Range } from './noun-phrases.ts';
import { beginsSentence, endsWith } from './quoted-words.ts';
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

/** No clause is further from what it reports, in words, and no text makes the search for one slow. */
export const reach = 60;

export function isSaying(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || unit.quotation) return false;
  if (unit.lemma === 'put') return units[at + 1]?.low === 'it';
  return sayingVerbs.has(unit.lemma) && isVerb(units, at);
}

export function isActing(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || unit.quotation || !speechActs.has(unit.lemma) || unit.pos !== 'VERB') return false;
  return unit.lemma !== 'call' || isNaming(units, at);
}

/** "the Saudis state in the paper": a verb that the model takes for a noun, where only a verb can stand. */
function isSayingNoun(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  const next = units[at + 1];
  if (unit?.pos !== 'NOUN' || !sayingVerbs.has(unit.lemma) || !isNominal(units[at - 1])) return false;
  return next === undefined || next.pos === 'ADP' || next.pos === 'ADV' || /^[.,]$/u.test(next.text);
}

/** The model takes some verbs behind a name for nouns: "Trump notes", "he counters". */
function isVerb(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit?.pos === 'VERB') return true;
  // "Joint press statement": an s that is the word's own makes no verb.
  if (unit?.pos !== 'NOUN' || !unit.low.endsWith('s') || unit.low === unit.lemma) return false;
  const before = units[at - 1];
  const next = units[at + 1];
  if (next?.quotation || next?.low === 'that') return isNominal(before);
  return before?.pos === 'PROPN' || before?.pos === 'PRON' || isRelative(before);
}

/** How sure it is that a clause comes behind a quotation. */
interface Ending {
  /** The quotation ends with a comma or asks: whoever stands behind it with a verb of saying has said it. */
  readonly strong: boolean;
  /** It is long enough to be no title (star of “Scandal,” thanked …), so that any verb reports: Clinton laughed. */
  readonly long: boolean;
}

/** The clause right behind a quotation: “…,” Meloni said in a statement. */
export function clauseBehind({ units }: Sentence, quoted: number): Clause | undefined {
  let from = quoted + 1;
  while (/^[,–—-]$/u.test(units[from]?.text ?? '')) from += 1;
  const limit = nextQuotation(units, from);
  const words = units[quoted]?.text ?? '';
  const strong = endsWith(words, ',?!');
  if (!strong && from === quoted + 1 && !isWholeSentence(words)) return undefined;
  const next = units[from];
  if (next?.pos === 'VERB' && /(?<!accord)ing$/u.test(next.low)) return undefined;
  const ending = { strong, long: strong && words.split(' ').length > 3 && next?.pos !== 'CCONJ' };
  return inverted(units, from, limit, ending) ?? straight(units, from, limit, ending);
}

function isWholeSentence(quoted: string): boolean {
  return beginsSentence(quoted) && quoted.includes(' ');
}

function nextQuotation(units: readonly Unit[], from: number): number {
  const at = units.findIndex((unit, index) => index >= from && unit.quotation !== undefined);
  return Math.min(at < 0 ? units.length : at, from + reach);
}

/** “…,” said Meloni. */
export function inverted(
  units: readonly Unit[],
  from: number,
  limit: number,
  { strong }: Ending,
): Clause | undefined {
  const verb = skipAdverbs(units, from);
  if (verb >= limit || /ing$/u.test(units[verb]?.low ?? '')) return undefined;
  if (!isSaying(units, verb) && !(strong && isSayingNoun(units, verb))) return undefined;
  const behind = skipAdverbs(units, verb + 1);
  const phrase = phraseBehind(units, behind) ?? capitalised(units, behind);
  const speaker = phrase && withApposition(units, phrase);
  if (!speaker || speaker.to > limit) return undefined;
  return { cue: { from: verb, to: verb + 1 }, speaker, whole: { from, to: limit }, content: limit };
}

/** Names that the model takes for other words ("Will wrote", "said Weld"): a run of words with capitals. */
function capitalised(units: readonly Unit[], from: number): Range | undefined {
  let to = from;
  while (/^\p{Lu}/u.test(units[to]?.text ?? '')) to += 1;
  return to > from ? { from, to } : undefined;
}

/** “…,” Meloni said. */
export function straight(
  units: readonly Unit[],
  from: number,
  limit: number,
  ending: Ending,
): Clause | undefined {
  const first = skipLinks(units, from);
  for (let verb = first + 1; verb < limit; verb += 1) {
    const speaker = speakerFrom(units, first, verb, ending);
    if (speaker)
      return { cue: cueAt(units, verb), speaker, whole: { from: first, to: limit }, content: limit };
  }
  return accordingTo(units, first, limit);
}

/** Who speaks by the verb at `verb`, if the clause that begins at `first` begins with them. */
function speakerFrom(
  units: readonly Unit[],
  first: number,
  verb: number,
  { strong, long }: Ending,
): Range | undefined {
  const saying = isSaying(units, verb) || isActing(units, verb) || (strong && isSayingNoun(units, verb));
  if (!saying && !(long && isVerb(units, verb))) return undefined;
  if (/ing$/u.test(units[verb]?.low ?? '') || units[verb - 1]?.low === 'to') return undefined;
  const speaker = subjectOf(units, verb, first);
  if (speaker && speaker.from <= first) return speaker;
  return strong && saying ? upToComma(units, first, verb) : undefined;
}

/** Behind a quotation that ends with a comma its clause begins with the speaker, whatever the words are taken for. */
function upToComma(units: readonly Unit[], first: number, verb: number): Range | undefined {
  const comma = units.findIndex(({ text }, index) => index > first && (text === ',' || text === '('));
  const to = comma > first && comma < verb ? comma : verb;
  const words = units.slice(first, to);
  if (
    to - first > 12 ||
    words.some(({ pos, text }) => pos === 'SCONJ' || (pos === 'AUX' && !/^\p{Lu}/u.test(text)))
  )
    return undefined;
  const [start] = words;
  if (!start || !(start.pos === 'DET' || isNominal(start) || /^\p{Lu}/u.test(start.text))) return undefined;
  return { from: first, to };
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
  const phrase = phraseBehind(units, from + 2);
  const speaker = phrase && withApposition(units, phrase);
  if (!speaker || speaker.to > limit) return undefined;
  return { cue: { from, to: from + 2 }, speaker, whole: { from, to: limit }, content: limit };
}

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
    if (clause?.speaker) return clause;
  }
  return accordingFirst(units, floor, until) ?? beforeMark(units, until, floor);
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
  if (name) return { cue: { from: until - 1, to: until }, speaker: name, whole, content: until };
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
  const name = isName(units, whole) ? whole : nounsBefore(units, end, floor);
  if (!name) return undefined;
  // "From the report:"
  if (units[floor]?.low === 'from' && name.from === floor + 1) return name;
  return name.from === floor || /^[–—-]$/u.test(units[name.from - 1]?.text ?? '') ? name : undefined;
}

/** The subject of a verb, or what stands behind a verb that comes first: "Stated Stone:". */
function whoDoes(units: readonly Unit[], verb: number, floor: number): Range | undefined {
  return subjectOf(units, verb, floor) ?? (verb === floor ? phraseBehind(units, verb + 1) : undefined);
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
  if (mark === ':' && units[limit]?.quotation) return limit;
  if ((mark === ':' || mark === ',') && !(verb >= 0 && cueEnd + verb < limit)) return limit;
  let at = cueEnd;
  // "agreed to a truce": whom or what one agrees to is no occasion.
  if (units[cueEnd - 1]?.lemma === 'agree' && units[cueEnd]?.low === 'to') return at;
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

/** Where another clause of speech begins behind `from`, with its own verb of saying and its own speaker. */
export function nextClause(units: readonly Unit[], from: number): number | undefined {
  for (let at = from + 1; at < units.length; at += 1) {
    if (!isSaying(units, at) || units[at - 1]?.low === 'to') continue;
    const speaker = subjectOf(units, at, from);
    if (speaker && speaker.from > from && units[speaker.from - 1]?.text === ',') return speaker.from;
    const joined = units[at - 1];
    if (joined?.pos === 'CCONJ' || (joined?.text === ',' && /ing$/u.test(units[at]?.low ?? '')))
      return at - 1;
  }
  return undefined;
}

export function isWord(unit: Unit): boolean {
  return unit.quotation !== undefined || /[\p{L}\p{N}]/u.test(unit.text) || isNominal(unit);
}
