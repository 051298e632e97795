// The subject of a verb: who does it, across helping verbs, asides between marks and relative clauses.
import { withApposition } from '../clauses/appositions.ts';
import { sayingVerbs } from './cues.ts';
import { isNominal, isRelative, isTime, phraseBefore, phraseBehind, type Range } from './noun-phrases.ts';
import { endsWith } from './quoted-words.ts';
import type { Unit } from './units.ts';

const aside = /^[,)–—-]$/u;
const helping = new Set(['AUX', 'ADV', 'PART']);

/** Who does what the verb at `verb` says, not before `floor`; undefined where that is not plain. */
export function subjectOf(units: readonly Unit[], verb: number, floor: number): Range | undefined {
  const end = beforeTime(units, beforeHelpers(units, verb, floor), floor);
  if (isPassive(units, verb, end)) return agentOf(units, verb);
  const before = units[end - 1];
  if (end <= floor || !before) return undefined;
  if (isParticiple(units, verb, end) && !isNominal(before)) return clauseSubject(units, verb, floor);
  // "Lund, known as “the Fox,” said": the comma stands inside of the marks.
  const closes = before.quotation && endsWith(before.text, ',') ? end : end - 1;
  if (closes === end || aside.test(before.text))
    return beforeAside(units, closes, floor) ?? clauseSubject(units, verb, floor);
  if (isRelative(before)) return { from: end - 1, to: end };
  const phrase = phraseBefore(units, end, floor);
  if (!phrase) return clauseSubject(units, verb, floor);
  if (!isObject(units, phrase.from, floor) || units[phrase.from - 1]?.low === 'with') return phrase;
  return beforeRelative(units, phrase.from, floor) ?? clauseSubject(units, verb, floor);
}

/** "was asked": the subject does not speak. */
function isPassive(units: readonly Unit[], verb: number, end: number): boolean {
  const low = units[verb]?.low ?? '';
  if (/ing$/u.test(low) || low === units[verb]?.lemma) return false;
  return units.slice(end, verb).some(({ lemma, pos }) => pos === 'AUX' && lemma === 'be');
}

/** "saying", without "is" before it. */
function isParticiple(units: readonly Unit[], verb: number, end: number): boolean {
  return /ing$/u.test(units[verb]?.low ?? '') && !units.slice(end, verb).some(({ pos }) => pos === 'AUX');
}

/** The place before the helping verbs and adverbs of a verb: "has repeatedly | ruled out". */
function beforeHelpers(units: readonly Unit[], verb: number, floor: number): number {
  let end = verb;
  while (end > floor && helping.has(units[end - 1]?.pos ?? '') && !units[end - 1]?.text.startsWith("'s"))
    end -= 1;
  return end;
}

/** The place before a time that stands between subject and verb: "The court | this month rejected". */
function beforeTime(units: readonly Unit[], from: number, floor: number): number {
  let end = from;
  while (end > floor + 1 && (isTime(units[end - 1]) || isYear(units[end - 1]))) end -= 1;
  if (end === from) return from;
  while (
    end > floor + 1 &&
    /^(?:last|this|next|early|late|that|on|in|earlier|later|just|only)$/u.test(units[end - 1]?.low ?? '')
  )
    end -= 1;
  const last = units[end - 1];
  return isNominal(last) || isRelative(last) || last?.text === ')' ? end : from;
}

function isYear(unit: Unit | undefined): boolean {
  return /^(?:19|20)\d\d$/u.test(unit?.text ?? '');
}

/** Prepositions that may also begin a clause: "after Saldana revealed". */
const links = new Set(['after', 'before', 'as', 'since', 'until', 'than', 'though', 'while']);

/** Whether the phrase that begins at `from` is what a verb or a preposition governs. */
function isObject(units: readonly Unit[], from: number, floor: number): boolean {
  const before = units[from - 1];
  if (from <= floor || !before || units[from]?.afresh) return false;
  if (before.pos === 'VERB') return true;
  return before.pos === 'ADP' && from - 1 > floor && !links.has(before.low);
}

/** "Meloni, who was on the call, confirmed": the noun phrase before the aside that ends at `close`. */
function beforeAside(units: readonly Unit[], close: number, floor: number): Range | undefined {
  const mark = units[close - 1]?.quotation ? ',' : (units[close]?.text ?? '');
  if (mark !== ',') {
    const open = mark === ')' ? '(' : mark;
    const at = units.findLastIndex((unit, index) => index < close && index > floor && unit.text === open);
    const outer = at > floor ? phraseBefore(units, at, floor) : undefined;
    return outer && withApposition(units, outer);
  }
  for (let at = floor + 1; at < close; at += 1) {
    if (units[at]?.text !== ',') continue;
    const phrase = phraseBefore(units, at, floor);
    if (phrase && !isObject(units, phrase.from, floor) && !isGoverned(units[phrase.from - 1]))
      return withApposition(units, phrase);
  }
  return undefined;
}

function isGoverned(before: Unit | undefined): boolean {
  return before?.pos === 'ADP' && before.low !== 'as';
}

/** "a woman who attended the rally said": the phrase before the relative pronoun nearest to the left. */
function beforeRelative(units: readonly Unit[], end: number, floor: number): Range | undefined {
  const least = Math.max(floor, end - 15);
  for (let at = end - 1; at > least; at -= 1) {
    const reduced = units[at]?.pos === 'VERB' && /(?:ing|ed)$/u.test(units[at]?.low ?? '');
    // "who attended": the one who did it stands before "who".
    if (reduced && isNominal(units[at - 1]) && !isRelative(units[at - 1]))
      return phraseBefore(units, at, floor);
    if (!['who', 'which', 'that'].includes(units[at]?.low ?? '')) continue;
    return isNominal(units[at - 1]) ? phraseBefore(units, at, floor) : undefined;
  }
  return undefined;
}

/**
 * The subject of the verb that the verb is joined to: "Trump praised him, saying". That is the nearest verb of saying to the
 * left, or else the nearest verb.
 */
function clauseSubject(units: readonly Unit[], verb: number, floor: number): Range | undefined {
  let nearest: Range | undefined;
  for (let at = verb - 1; at > Math.max(floor, verb - 60); at -= 1) {
    const unit = units[at];
    if (!unit || !isFiniteVerb(unit, units[at - 1])) continue;
    const saying = sayingVerbs.has(unit.lemma);
    if (nearest && !saying) continue;
    const found = joinedSubject(units, { at, verb, floor, saying });
    if (found && (saying || found.isSure)) return found.phrase;
    nearest ??= found?.phrase;
  }
  return nearest;
}

interface Joined {
  readonly at: number;
  readonly verb: number;
  readonly floor: number;
  readonly saying: boolean;
}

/** The subject of the verb at `at`, to which the one at `verb` may be joined. */
function joinedSubject(
  units: readonly Unit[],
  { at, verb, floor, saying }: Joined,
): { readonly phrase: Range; readonly isSure: boolean } | undefined {
  const end = beforeHelpers(units, at, floor);
  // "was asked by Lund, who …": whoever is asked does not speak.
  const asked = saying && isPassive(units, at, end);
  const clause = asked ? agentOf(units, at) : relativeJoined(units, { end, at, verb });
  if (clause) return { phrase: clause, isSure: true };
  const phrase = asked || isRelative(units[end - 1]) ? undefined : phraseOf(units, end, floor);
  return phrase && { phrase, isSure: false };
}

function agentOf(units: readonly Unit[], verb: number): Range | undefined {
  return units[verb + 1]?.low === 'by' ? phraseBehind(units, verb + 2) : undefined;
}

/** "who had called both and told them that …": the second verb is still said of them. */
function relativeJoined(
  units: readonly Unit[],
  { end, at, verb }: { readonly end: number; readonly at: number; readonly verb: number },
): Range | undefined {
  if (units[verb - 1]?.low !== 'and' || !isRelative(units[end - 1])) return undefined;
  return units.slice(at, verb).some(({ text }) => text === ',') ? undefined : { from: end - 1, to: end };
}

/** The phrase that ends before `end`, or before the aside there, unless another clause begins with it. */
function phraseOf(units: readonly Unit[], end: number, floor: number): Range | undefined {
  if (aside.test(units[end - 1]?.text ?? '')) return beforeAside(units, end - 1, floor);
  const phrase = phraseBefore(units, end, floor);
  return phrase && !startsWithLink(units, phrase.from, floor) ? phrase : undefined;
}

/** Whether a phrase is the subject of a clause inside the clause: "as he left". */
function startsWithLink(units: readonly Unit[], from: number, floor: number): boolean {
  const before = from > floor && !units[from]?.afresh ? units[from - 1] : undefined;
  return before !== undefined && (before.pos === 'SCONJ' || before.pos === 'ADP' || before.pos === 'VERB');
}

function isFiniteVerb(unit: Unit, before: Unit | undefined): boolean {
  if (unit.pos !== 'VERB' && unit.pos !== 'AUX') return false;
  return !/ing$/u.test(unit.low) && before?.low !== 'to';
}
