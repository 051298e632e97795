// The verbs of saying in a sentence, whatever the model takes them for, and the words that belong to them.
import { sayingVerbs, speechActs, tellingVerbs } from './cues.ts';
import { isNaming } from './no-speech.ts';
import { isNominal, isRelative, phraseBehind, type Range } from './noun-phrases.ts';
import type { Unit } from './units.ts';

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
export function isSayingNoun(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  const next = units[at + 1];
  if (unit?.pos !== 'NOUN' || !sayingVerbs.has(unit.lemma) || !isNominal(units[at - 1])) return false;
  return next === undefined || next.pos === 'ADP' || next.pos === 'ADV' || /^[.,]$/u.test(next.text);
}

/** The model takes some verbs behind a name for nouns: "Trump notes", "he counters". */
export function isVerb(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit?.pos === 'VERB') return true;
  // "Joint press statement": an s that is the word's own makes no verb.
  if (unit?.pos !== 'NOUN' || !unit.low.endsWith('s') || unit.low === unit.lemma) return false;
  const before = units[at - 1];
  const next = units[at + 1];
  if (next?.quotation || next?.low === 'that') return isNominal(before);
  return before?.pos === 'PROPN' || before?.pos === 'PRON' || isRelative(before);
}

/** The verb with its particle or with whom it addresses: "ruled out", "told AFP". */
export function cueAt(units: readonly Unit[], verb: number): Range {
  const next = units[verb + 1];
  if (next && /^(?:out|down|off|back|for|on)$/u.test(next.low) && speechActs.has(units[verb]?.lemma ?? ''))
    return { from: verb, to: verb + 2 };
  if (tellingVerbs.has(units[verb]?.lemma ?? '')) {
    const addressed = phraseBehind(units, verb + 1);
    if (addressed) return { from: verb, to: addressed.to };
  }
  return { from: verb, to: verb + 1 };
}
