// Who may be a person in a sentence: names that stand in it outside of what is quoted, and how they stand there.
import { isRole, offices } from '../../corpus/names/offices.ts';
import { particles } from '../../corpus/names/particles.ts';
import { isTime, type Range } from '../language/noun-phrases.ts';
import type { Sentence, Unit } from '../language/units.ts';

/** A name in a sentence. `last` tells people apart: "Friedrich Merz" and "Merz" are one. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly last: string;
  /** The preposition that governs it: "with Putin", "about him". */
  readonly governor: string | undefined;
  /** It is surely a person, and stands right before a verb: it is who does something. */
  readonly subject: Range | undefined;
}

/** Names that end so are no person's. */
const bodies =
  /^(?:council|commission|union|ministry|senate|congress|parliament|bundestag|knesset|duma|party|agency|group|forces?|army|navy|university|institute|times|news|journal|sea|ocean|islands?|accord|treaty|agreement|pact|plan|summit|act|states|nations|kingdom|republic|federation|emirates|kremlin|pentagon|department|office|embassy|europe|asia|africa|america|amendment|constitution|administration|campaign|convention|charter|protocol|resolution|network|company|corporation|inc|god|twitter|facebook|telegram|interior|finance)$/u;
/** Places and bodies whose names end with a common word, too: "the White House", "the Supreme Court". */
const buildings =
  /^(?:house|court|bank|gate|square|hall|palace|airport|building|street|tower|garden|room|tv|radio)$/u;

/** Whether a name that ends with this word is a body's or a place's. */
export function isBody(low: string): boolean {
  return bodies.test(low) || buildings.test(low);
}

/** "Americans", "Koreans", "Mexicans", "Democrats", "Muslims". */
const peoples = /(?:ians|\p{L}{3}eans|[aeiou]cans|crats|ists|lims|jews|^germans|^afghans)$/u;
/** They may be no person, and are surnames, too: Simon West, Michael Bay, Angus King; Evans, Timmermans, Calabrese, Cornish. */
const doubtful =
  /^(?:east|west|north|south|house|bank|court|guard|post|street|river|strait|gulf|bay|bill|law|deal|french|german|islam|king|queen|prince|pope|judge|justice|lord|child)$|(?:ans|ese|ish)$/u;

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

/** What one does to a place, or with a language. */
const visiting = new Set(['leave', 'visit', 'reach', 'enter', 'tour', 'strike', 'shell', 'bomb', 'speak']);
/** A name without a word that shows it to be no person's; one that may be something else as well is `doubtful`. */
type Sort = 'person' | 'doubtful' | 'other';

/** The names in a sentence before a place of its text, in order, of all who are people or may be. */
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
    const sort = first.start < before ? sortOf(units, at, to) : 'other';
    const acts = sort === 'person' && /^(?:VERB|AUX)$/u.test(units[to]?.pos ?? '');
    if (sort !== 'other')
      found.push({
        ...{ start: first.start, end: last.end, last: last.low, governor: governorOf(units, at) },
        subject: acts ? { from: at, to } : undefined,
      });
    at = to;
  }
  return found;
}

/** "Trump’s beef with the network": somebody to whom belongs what a sentence tells of, before a place of its text. */
export function hasOwner({ units }: Sentence, before: number): boolean {
  return units.some(({ text, start }, at) => {
    const name = units[at - 1];
    const isOwner = start < before && /^['’]s?$/u.test(text) && name?.pos === 'PROPN';
    return (
      isOwner &&
      !isBody(name.low) &&
      !isInCapitals(name.text) &&
      !peoples.test(name.low) &&
      !isTitle(name.low)
    );
  });
}

function endOfName(units: readonly Unit[], from: number): number {
  let to = from;
  while (
    (isCapital(units[to]) && !(to > from && units[to]?.afresh)) ||
    (to > from && particles.has(units[to]?.low ?? '') && isCapital(units[to + 1]))
  )
    to += 1;
  return to;
}

function isCapital(unit: Unit | undefined): boolean {
  if (unit?.pos !== 'PROPN' || isTime(unit)) return false;
  return /^\p{Lu}[\p{L}’'.-]*$/u.test(unit.text);
}

/** Words in capitals are an abbreviation, or those of a heading that begins a line: no name of somebody. */
export function isInCapitals(text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(text);
}

/** A place, a body, an abbreviation, an office alone, and what belongs to somebody are no person. */
function sortOf(units: readonly Unit[], from: number, to: number): Sort {
  const last = units[to - 1];
  if (!last || bodies.test(last.low) || peoples.test(last.low) || isInCapitals(last.text)) return 'other';
  // "Putin’s critics", "Italian senators"
  if (/^['’]s?$/u.test(units[to]?.text ?? '') || units[to]?.pos === 'NOUN') return 'other';
  if (visiting.has(units[from - 1]?.lemma ?? '')) return 'other';
  if (to - from < 3 && locating.has(governorOf(units, from) ?? '')) return 'other';
  if (doubtful.test(last.low)) return isCommon(units, from, to) ? 'other' : 'doubtful';
  return isTitle(last.low) ? 'other' : 'person';
}

/** "the Swedish", "this House", "Bank of England": so a common word stands, and no name unless an office is before it. */
function isCommon(units: readonly Unit[], from: number, to: number): boolean {
  if (units[to]?.low === 'of' || units[from]?.low === 'the') return true;
  if (units.slice(from, to - 1).some(({ low }) => isTitle(low))) return false;
  let at = from;
  while (/^AD[JV]$/u.test(units[at - 1]?.pos ?? '')) at -= 1;
  return units[at - 1]?.pos === 'DET';
}

function isTitle(low: string): boolean {
  const word = low.replace(/\.$/u, '');
  return offices.has(word) || isRole(word);
}

/** The preposition before a name, across its article, its office and what describes it; "On Monday Merz …" is governed by none. */
function governorOf(units: readonly Unit[], from: number): string | undefined {
  if (units[from]?.afresh) return undefined;
  let at = from - 1;
  while (at >= 0 && ['DET', 'ADJ', 'NOUN', 'PROPN', 'PART'].includes(units[at]?.pos ?? '') && from - at < 6)
    at -= 1;
  const unit = units.slice(at + 1, from).some(isTime) ? undefined : units[at];
  return unit?.pos === 'ADP' && at >= 0 ? unit.low : undefined;
}

/** The last word of a name, by which people are told apart. */
export function lastNameOf(name: string): string {
  return (name.toLowerCase().match(/[\p{L}][\p{L}’'.-]*/gu) ?? []).at(-1) ?? '';
}
