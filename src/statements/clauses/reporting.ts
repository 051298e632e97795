// The reporting clause of a sentence that reports without quoting, or quotes fragments only.

import { tellingVerbs } from '../language/cues.ts';
import { nounsBefore, phraseBehind, type Range } from '../language/noun-phrases.ts';
import { endsWith } from '../language/quoted-words.ts';
import { isActing, isSaying } from '../language/saying-verbs.ts';
import type { Sentence, Unit } from '../language/units.ts';
import { type Clause, inverted, reach, straight } from './clauses.ts';
import { accordingFirst, clauseOf } from './clauses-ahead.ts';
import { canReport } from './no-speech.ts';

/**
 * The clause of a sentence that reports without quoting, or quotes fragments only. A heading has none: where nothing is
 * surely a verb and no mark ends a sentence ("Opening remarks of the king"), the noun that looks like a verb is none.
 */
export function reportingClause({ units }: Pick<Sentence, 'units'>, floor = 0): Clause | undefined {
  const ends = endsWith(units.at(-1)?.text ?? '', '.?!');
  if (!ends && !units.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return undefined;
  const first = accordingFirst(units, floor, units.length);
  if (first) return first;
  const last = Math.min(units.length, floor + reach);
  for (let at = floor + 1; at < last; at += 1) {
    if (!isSaying(units, at) && !isActing(units, at)) continue;
    if (/^to$/u.test(units[at - 1]?.low ?? '')) continue;
    const clause = clauseOf(units, at, floor, units.length);
    if (
      clause &&
      clause.content < units.length - 1 &&
      isSaid(units, clause) &&
      (isAsSaid(units, floor) || canReport(units, at, clause.content))
    )
      return clause;
  }
  return undefined;
}

/** "As Lund observed, …": what stands behind is said with any verb. */
function isAsSaid(units: readonly Unit[], floor: number): boolean {
  return units[floor]?.low === 'as' || (units[floor]?.pos === 'CCONJ' && units[floor + 1]?.low === 'as');
}

/** "They were backed by Mr. Lund and Mr. Berg, who …": what goes on with who speaks is nothing that they say. */
function isSaid(units: readonly Unit[], { cue, speaker, content }: Clause): boolean {
  return !speaker || speaker.from < cue.to || units[content]?.low !== 'and';
}

/** Words that begin a clause which says when, or in spite of what, another one holds. */
const links = /^(?:as|while|although|though|after|before|when|whenever|since|because|until)$/u;

/** "As the talks began, Merz disagreed.": all that stands before the comma is one clause of the reporter's. */
function isLinked(units: readonly Unit[], end: number): boolean {
  return (
    links.test(units[0]?.low ?? '') && !units.slice(1, end - 1).some(({ text }) => /^[,;–—]$/u.test(text))
  );
}

/** "…, officials said." at a sentence's end, behind a comma or a quotation that ends with one. */
export function clauseAtEnd({ units }: Sentence): Clause | undefined {
  const weak = { strong: false, long: false };
  const least = Math.max(2, units.length - reach);
  for (let at = units.length - 2; at >= least; at -= 1) {
    if (!endsWith(units[at]?.text ?? '', ',')) continue;
    const from = at + 1;
    const clause = inverted(units, from, units.length, weak) ?? straight(units, from, units.length, weak);
    if (clause && clause.cue.from - at < 12 && isLast(units, clause) && !isLinked(units, at + 1))
      return clause;
  }
  return undefined;
}

/** So many words are the subject before a clause, and the clause itself, at most. */
const longestAmid = 12;

/** "The talks, said Lund, will go on": a clause between commas behind the subject, before the verb, of what it reports. */
export function clauseAmid({ units }: Sentence): Clause | undefined {
  const comma = units.findIndex(({ text }) => text === ',');
  const from = comma + 1;
  const isSubject = units.slice(0, comma).every(({ pos, quotation }) => !quotation && !isVerbal(pos));
  if (comma < 1 || comma > longestAmid || !isSubject) return undefined;
  const clause = behindSubject(units, from);
  if (!clause?.speaker) return undefined;
  const content = behindClause(units, Math.max(clause.cue.to, clause.speaker.to));
  const goesOn = units.slice(content, content + 3).find(({ pos }) => pos !== 'ADV' && pos !== 'PART');
  if (content === 0 || content - from > reach || !isVerbal(goesOn?.pos)) return undefined;
  return { ...clause, whole: { from, to: content }, content };
}

function behindSubject(units: readonly Unit[], from: number): Clause | undefined {
  const weak = { strong: false, long: false };
  const limit = Math.min(units.length, from + longestAmid);
  // "The reporter, told the news, left": to whom it is told is nobody who tells.
  if (tellingVerbs.has(units[from]?.lemma ?? '')) return undefined;
  return inverted(units, from, limit, weak) ?? straight(units, from, limit, weak);
}

/** Behind the comma that ends a clause, or the one of what it tells of who speaks; 0 where none does. */
function behindClause(units: readonly Unit[], from: number): number {
  const end = units.findIndex(({ text, pos }, at) => at >= from && (text === ',' || isVerbal(pos)));
  if (units[end]?.text !== ',') return 0;
  if (!/^(?:who|whose|whom)$/u.test(units[end + 1]?.low ?? '')) return end + 1;
  return units.findIndex(({ text }, at) => at > end && text === ',') + 1;
}

function isVerbal(pos: string | undefined): boolean {
  return pos === 'VERB' || pos === 'AUX';
}

const raising = new Set(['raise', 'propose', 'voice', 'suggest', 'float', 'announce', 'unveil', 'demand']);

/** "The proposal, raised by Trump during calls with …, would …": what was raised is the content. */
export function raisedBy({
  units,
}: Sentence): { readonly clause: Clause; readonly content: Range } | undefined {
  const verb = units.findIndex(
    ({ lemma, low }, at) =>
      raising.has(lemma) && low.endsWith('d') && units[at + 1]?.low === 'by' && units[at - 1]?.text === ',',
  );
  const content = verb > 1 ? nounsBefore(units, verb - 1, 0) : undefined;
  const speaker = verb > 1 ? phraseBehind(units, verb + 2) : undefined;
  if (!content || !speaker) return undefined;
  const comma = units.findIndex(({ text }, at) => at >= speaker.to && text === ',');
  const to = comma < 0 ? units.length : comma;
  const clause = { cue: { from: verb, to: verb + 1 }, speaker, whole: { from: verb, to }, content: to };
  return { clause, content };
}

/** Behind a speaker who stands behind the verb a clause may tell of them: "…, said Lund, who was there." */
function endOfSpeaker(units: readonly Unit[], cue: Range, whole: Range): number {
  const behind = units.slice(cue.to + 1, whole.to);
  const tells = behind.findIndex(
    ({ low }, at) => /^(?:who|whose|whom)$/u.test(low) && units[cue.to + at]?.text === ',',
  );
  return tells < 0 ? whole.to : cue.to + 1 + tells;
}

/** Whether a clause at the end of a sentence says nothing more of what was said. */
function isLast(units: readonly Unit[], { cue, whole, speaker }: Clause): boolean {
  if (units[cue.from]?.low !== 'according' && !isSaying(units, cue.from)) return false;
  if (
    !units
      .slice(0, Math.min(speaker?.from ?? whole.from, cue.from))
      .some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  )
    return false;
  return !units
    .slice(cue.to, endOfSpeaker(units, cue, whole))
    .some(({ pos, low }) => pos === 'VERB' || pos === 'AUX' || low === 'that' || low === 'by');
}
