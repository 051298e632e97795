// Who may be a person in a sentence: names that stand in it outside of what is quoted, and how they stand there.
import { particles } from '../corpus/particles.ts';
import { isTime, type Range } from './noun-phrases.ts';
import type { Sentence, Unit } from './units.ts';

/** A name in a sentence. `last` tells people apart: "Friedrich Merz" and "Merz" are one. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly last: string;
  /** The preposition that governs it: "with Putin", "about him". */
  readonly governor: string | undefined;
  /** It stands right before a verb: it is who does something. */
  readonly subject: Range | undefined;
}

/** Names that end so are no person's. */
const bodies =
  /^(?:council|commission|union|ministry|house|senate|congress|parliament|bundestag|knesset|duma|bank|court|party|agency|group|forces?|army|navy|guard|university|institute|times|post|news|journal|street|sea|strait|ocean|river|gulf|bay|island|islands|accord|treaty|agreement|pact|deal|plan|summit|act|states|nations|kingdom|republic|federation|emirates|kremlin|pentagon|department|office|embassy|east|west|north|south|europe|asia|africa|america|english|french|german|russian|spanish|amendment|constitution|administration|campaign|convention|bill|law|charter|protocol|resolution|network|company|corporation|inc|god|islam|twitter|facebook|telegram)$/u;
/** "Americans", "Democrats", "Muslims". */
const peoples = /(?:[ie]?ans|ese|ish|ists|crats|lims|jews)$/u;
const titles =
  /^(?:mr|mrs|ms|dr|sen|rep|gov|gen|adm|lt|col|prof|president|minister|chancellor|premier|secretary|king|queen|prince|princess|pope|ambassador|senator|governor|mayor|general|envoy|speaker|representative|foreign|prime|vice|deputy|defence|defense|interior|finance|state|chief|commissioner|judge|captain|colonel)\.?$/u;

const locating = new Set([
  'in',
  'at',
  'near',
  'from',
  'outside',
  'inside',
  'across',
  'throughout',
  'into',
  'over',
  'via',
]);

/** What one does to a place. */
const visiting = new Set(['leave', 'visit', 'reach', 'enter', 'tour', 'strike', 'shell', 'bomb']);

/** The names in a sentence before a place of its text, in order. */
export function namedIn({ units }: Sentence, before: number): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < units.length; ) {
    const to = endOfName(units, at);
    const last = units[to - 1];
    const first = units[at];
    if (to === at || !first || !last) {
      at += 1;
      continue;
    }
    if (first.start < before && isPerson(units, at, to))
      found.push({
        ...{ start: first.start, end: last.end, last: last.low, governor: governorOf(units, at) },
        subject: /^(?:VERB|AUX)$/u.test(units[to]?.pos ?? '') ? { from: at, to } : undefined,
      });
    at = to;
  }
  return found;
}

function endOfName(units: readonly Unit[], from: number): number {
  let to = from;
  while (
    isCapital(units[to]) ||
    (to > from && particles.has(units[to]?.low ?? '') && isCapital(units[to + 1]))
  )
    to += 1;
  return to;
}

function isCapital(unit: Unit | undefined): boolean {
  if (!unit || unit.quotation || unit.pos !== 'PROPN' || isTime(unit)) return false;
  return /^\p{Lu}[\p{L}’'.-]*$/u.test(unit.text);
}

/** Not a place, a body, an abbreviation, an office alone, or what belongs to somebody. */
function isPerson(units: readonly Unit[], from: number, to: number): boolean {
  const last = units[to - 1];
  if (
    !last ||
    bodies.test(last.low) ||
    peoples.test(last.low) ||
    titles.test(last.low) ||
    /^\p{Lu}{2,}$/u.test(last.text)
  )
    return false;
  // "Putin’s critics", "Italian senators"
  if (/^['’]s?$/u.test(units[to]?.text ?? '') || units[to]?.pos === 'NOUN') return false;
  if (visiting.has(units[from - 1]?.lemma ?? '')) return false;
  return !(to - from < 3 && locating.has(governorOf(units, from) ?? ''));
}

/** The preposition before a name, across its article, its office and what describes it. */
function governorOf(units: readonly Unit[], from: number): string | undefined {
  let at = from - 1;
  while (at >= 0 && ['DET', 'ADJ', 'NOUN', 'PROPN', 'PART'].includes(units[at]?.pos ?? '') && from - at < 6)
    at -= 1;
  const unit = units[at];
  return unit?.pos === 'ADP' && at >= 0 ? unit.low : undefined;
}

/** The last word of a name, by which people are told apart. */
export function lastNameOf(name: string): string {
  return (name.toLowerCase().match(/[\p{L}][\p{L}’'.-]*/gu) ?? []).at(-1) ?? '';
}
