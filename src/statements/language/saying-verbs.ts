// The verbs of saying in a sentence, whatever the model takes them for, and the words that belong to them.

import { isNaming } from '../clauses/no-speech.ts';
import { madeNouns, makingVerbs, sayingVerbs, speechActs, tellingVerbs, thatVerbs } from './cues.ts';
import { isNominal, isRelative, isTime, phraseBehind, type Range } from './noun-phrases.ts';
import type { Unit } from './units.ts';

export function isSaying(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || unit.quotation) return false;
  if (unit.lemma === 'put') return units[at + 1]?.low === 'it';
  if (unit.lemma === 'point') return units[at + 1]?.low === 'out' && isVerb(units, at);
  if (thatVerbs.has(unit.lemma)) return isVerb(units, at) && thatBehind(units, at + 1) !== undefined;
  if (makingVerbs.has(unit.lemma) && unit.pos === 'VERB' && madeBehind(units, at) !== undefined) return true;
  return sayingVerbs.has(unit.lemma) && isVerb(units, at);
}

/** "found that", "found in 2014 that": where the "that" stands. */
function thatBehind(units: readonly Unit[], from: number): number | undefined {
  const at = from + units.slice(from, from + 4).findIndex(({ low }) => low === 'that');
  const between = at < from ? undefined : units.slice(from, at);
  return between?.every(isWhen) ? at : undefined;
}

function isWhen({ pos, low }: Unit): boolean {
  return isTime({ low }) || /^(?:last|this)$/u.test(low) || /^(?:ADP|NUM|ADV)$/u.test(pos);
}

/** "made the point that", "expressed hope that": where the noun stands, with "that" behind it. */
function madeBehind(units: readonly Unit[], verb: number): number | undefined {
  const near = units.slice(verb + 1, verb + 5);
  const noun = near.findIndex(({ low }) => madeNouns.has(low));
  if (noun < 0 || units[verb + noun + 2]?.low !== 'that') return undefined;
  const isOfNoun = ({ pos, low }: Unit): boolean =>
    /^(?:DET|ADJ|ADV|NOUN)$/u.test(pos) || /^(?:his|her)$/u.test(low);
  return near.slice(0, noun).every(isOfNoun) ? verb + noun + 1 : undefined;
}

export function isActing(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || unit.quotation || !speechActs.has(unit.lemma) || unit.pos !== 'VERB') return false;
  return unit.lemma !== 'call' || isNaming(units, at);
}

/** "the Saudis state in the paper": a verb that the model takes for a noun, where only a verb can stand. */
export function isSayingNoun(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  const next = units[at + 1];
  if (unit?.pos !== 'NOUN' || !sayingVerbs.has(unit.lemma) || !isNominal(units[at - 1])) return false;
  return next === undefined || next.pos === 'ADP' || next.pos === 'ADV' || /^[.,]$/u.test(next.text);
}

/** The model takes some verbs behind a name for nouns: "Trump notes", "he counters". */
export function isVerb(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (isOwned(units, at)) return false;
  if (unit?.pos === 'VERB') return true;
  // "Joint press statement": an s that is the word's own makes no verb.
  if (unit?.pos !== 'NOUN' || !unit.low.endsWith('s') || unit.low === unit.lemma) return false;
  const before = units[at - 1];
  const next = units[at + 1];
  if (next?.quotation || next?.low === 'that') return isNominal(before);
  return before?.pos === 'PROPN' || before?.pos === 'PRON' || isRelative(before);
}

/** "His angry remarks loomed": what belongs to somebody is a noun, whatever it is taken for. */
function isOwned(units: readonly Unit[], at: number): boolean {
  if (!units[at]?.low.endsWith('s')) return false;
  const beside = units[at - 1];
  const isManner = beside?.pos === 'ADJ' || /(?:ic|ous|ful|ive|ish|less|able)$/u.test(beside?.low ?? '');
  const before = isManner ? units[at - 2] : beside;
  return (
    before !== undefined &&
    (/^(?:his|her|their|its|my|our|your)$/u.test(before.low) || /^(?:the|an?|these|those)$/u.test(before.low))
  );
}

/** The verb with its particle or with whom it addresses: "ruled out", "told AFP". */
export function cueAt(units: readonly Unit[], verb: number): Range {
  const next = units[verb + 1];
  const { lemma = '' } = units[verb] ?? {};
  if (
    next &&
    /^(?:out|down|off|back|for|on)$/u.test(next.low) &&
    (speechActs.has(lemma) || lemma === 'point')
  )
    return { from: verb, to: verb + 2 };
  const made = makingVerbs.has(lemma) ? madeBehind(units, verb) : undefined;
  if (made !== undefined) return { from: verb, to: made + 1 };
  if (tellingVerbs.has(units[verb]?.lemma ?? '')) {
    const addressed = phraseBehind(units, verb + 1);
    if (addressed) return { from: verb, to: addressed.to };
  }
  return { from: verb, to: verb + 1 };
}
