// A reporting clause, and those that come behind what they report: who, with which word.

import { isNominal, phraseBehind, type Range } from '../language/noun-phrases.ts';
import { beginsSentence, endsWith } from '../language/quoted-words.ts';
import { cueAt, isActing, isSaying, isSayingNoun, isVerb } from '../language/saying-verbs.ts';
import { subjectOf } from '../language/subjects.ts';
import type { Sentence, Unit } from '../language/units.ts';
import { withApposition } from './appositions.ts';

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
export function skipLinks(units: readonly Unit[], from: number): number {
  let at = from;
  while (['ADV', 'CCONJ', 'SCONJ'].includes(units[at]?.pos ?? '') || units[at]?.low === 'as') at += 1;
  return at;
}

/** …, according to officials. */
export function accordingTo(units: readonly Unit[], from: number, limit: number): Clause | undefined {
  if (units[from]?.low !== 'according' || units[from + 1]?.low !== 'to') return undefined;
  const phrase = phraseBehind(units, from + 2);
  const speaker = phrase && withApposition(units, phrase);
  if (!speaker || speaker.to > limit) return undefined;
  return { cue: { from, to: from + 2 }, speaker, whole: { from, to: limit }, content: limit };
}
