// What leads a sentence in without a comma (a place, a time, an occasion), and where behind it the one begins who does something:
// "In Berlin | Macron opened", "During talks | Macron left", "At the White House | Trump said".
import { offices } from '../../corpus/names/offices.ts';
import { particles } from '../../corpus/names/particles.ts';
import { isBody } from '../who/people.ts';
import { timeWords } from './cues.ts';
import type { Unit } from './units.ts';

/** Prepositions that lead a sentence in, and never a clause. */
const placing = new Set('in at on from during near outside inside amid following throughout'.split(' '));
/** These lead in a clause as often, whose own subject stands behind them. */
const linking = new Set('after before since until'.split(' '));
/** What may stand between the beginning of a sentence and its first verb, where both are one lead and one subject. */
const plain = new Set(['ADP', 'DET', 'ADJ', 'ADV', 'NOUN', 'PROPN', 'NUM', 'PART', 'PRON']);
const helping = new Set(['AUX', 'ADV', 'PART']);
/** First words of places that have two. */
const opensPlace = new Set(
  `new addis san santa los las hong tel saudi south north east west northern southern eastern western central abu kuala buenos rio
  sri costa el cape camp fort port saint st. mount lake white united baton grand salt kansas oklahoma mexico panama vatican phnom
  sierra burkina palm capitol downing wall`.split(/\s+/u),
);
/** "the capital Kyiv": a noun that has its name behind it. */
const named =
  /^(?:capital|city|town|village|suburb|port|district|region|province|state|country|island|area)$/u;
/** No lead is longer, and no text makes the search for its end slow. */
const longest = 24;

/** The units of a sentence; the one that begins the subject behind a lead is marked. */
export function withLeadIn(units: readonly Unit[]): readonly Unit[] {
  const at = subjectBehindLead(units);
  const begins = at === undefined ? undefined : units[at];
  return at === undefined || !begins ? units : units.with(at, { ...begins, afresh: true });
}

function subjectBehindLead(units: readonly Unit[]): number | undefined {
  const first = units[0]?.pos === 'CCONJ' ? 1 : 0;
  const verb = firstVerb(units, first);
  if (verb === undefined) return undefined;
  const tie = lastTie(units, first, verb.subjectEnd);
  if (tie === undefined || !isLead(units, first)) return undefined;
  const behind = behindTime(units, tie + 1, verb.subjectEnd);
  // "On Tuesday | Anna Roux": behind a time all of it is the subject.
  if (behind > tie + 1) return behind < verb.subjectEnd ? behind : undefined;
  return splitOf(units, tie + 1, verb.subjectEnd);
}

/** The verb before which nothing but a lead and a subject stands. */
function firstVerb(units: readonly Unit[], first: number): { readonly subjectEnd: number } | undefined {
  const row = units.slice(first, first + longest);
  const verb = row.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const before = row.slice(0, verb);
  if (verb < 0 || !before.every(isPlain)) return undefined;
  const last = before.findLastIndex(({ pos, text }) => !helping.has(pos) || /^['’]/u.test(text));
  return last < 0 ? undefined : { subjectEnd: first + last + 1 };
}

function isPlain({ quotation, pos, low, text }: Unit): boolean {
  return !quotation && (plain.has(pos) || low === 'and' || /^[-.’']/u.test(text));
}

/** The last preposition of the lead. */
function lastTie(units: readonly Unit[], first: number, end: number): number | undefined {
  const at = units.findLastIndex(({ pos }, index) => index >= first && index < end && pos === 'ADP');
  return at < first ? undefined : at;
}

/** Whether a sentence begins with what leads it in: times and manner, then prepositions of place, time and occasion. */
function isLead(units: readonly Unit[], first: number): boolean {
  const opening = units.findIndex(({ pos }, index) => index >= first && pos === 'ADP');
  const before = units.slice(first, opening);
  const isFree = before.every(
    ({ pos, low }) => pos === 'ADV' || timeWords.has(low) || /^(?:last|this|next|early|late|the)$/u.test(low),
  );
  const low = units[opening]?.low ?? '';
  if (opening < 0 || !isFree || (!placing.has(low) && !linking.has(low))) return false;
  // "After police in Baton Rouge shot a man, crowds came": there it leads in a clause.
  return placing.has(low) || !units.some(({ text }) => text === ',');
}

/** Where the subject begins among the words from behind the lead's last preposition to the verb. */
function splitOf(units: readonly Unit[], from: number, end: number): number | undefined {
  let names = end;
  while (names > from && isOfName(units, names - 1)) names -= 1;
  if (names === end) return commonNoun(units, from, end);
  const before = units[names - 1];
  if (names > from && before?.pos === 'NOUN')
    return offices.has(before.low) || named.test(before.low) ? undefined : names;
  // Of "London and Paris | Macron" the last part holds the subject, of "London | Starmer and Macron" the first.
  const joint = units.findIndex(({ low }, at) => at >= names && at < end && low === 'and');
  if (joint < 0) return splitNames(units, names, end, before?.pos === 'DET');
  return splitNames(units, names, joint, before?.pos === 'DET') ?? splitNames(units, joint + 1, end, false);
}

/** "At the ministry | officials", "In South Korea | lawmakers": people in the plural behind the name or the noun of a place. */
function commonNoun(units: readonly Unit[], from: number, end: number): number | undefined {
  const last = units[end - 1];
  const before = end - 2 >= from ? units[end - 2]?.pos : undefined;
  const isPlural = last?.pos === 'NOUN' && /(?:s|people|police)$/u.test(last.low);
  return isPlural && (before === 'NOUN' || before === 'PROPN') ? end - 1 : undefined;
}

/** Behind the place or the body that a row of names begins with; undefined where the row is one name. */
function splitNames(units: readonly Unit[], from: number, end: number, article: boolean): number | undefined {
  if (end - from < 2) return undefined;
  const office = units.findIndex(({ low }, at) => at > from && at < end && isOffice(low));
  if (office > 0) return office;
  const body = units.findLastIndex(({ low }, at) => at >= from && at < end - 1 && isBody(low));
  if (body >= 0) return body + 1;
  const isTwo = opensPlace.has(units[from]?.low ?? '') && !(article && end - from === 2);
  const split = from + (isTwo ? 2 : 1);
  return split < end ? split : undefined;
}

function isOffice(low: string): boolean {
  return offices.has(low.replace(/\.$/u, '')) && !particles.has(low);
}

function isOfName(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || unit.quotation) return false;
  if (unit.pos === 'PROPN' || (isOffice(unit.low) && /^\p{Lu}/u.test(unit.text)))
    return !timeWords.has(unit.low);
  const inside = unit.low === 'and' || particles.has(unit.low) || /^[-.]$/u.test(unit.text);
  return inside && units[at - 1]?.pos === 'PROPN' && units[at + 1]?.pos === 'PROPN';
}

function behindTime(units: readonly Unit[], from: number, end: number): number {
  let at = from;
  while (at < end && (timeWords.has(units[at]?.low ?? '') || /^\d{1,4}$/u.test(units[at]?.text ?? '')))
    at += 1;
  return at;
}
