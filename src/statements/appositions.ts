// The name set beside a noun: of "her counterpart, Ivan Petrov," it is the name that says who speaks.
import { isTime, type Range } from './noun-phrases.ts';
import { headOf, isOffice } from './speakers.ts';
import type { Unit } from './units.ts';

/** Small words inside of names: "Anna von der Berg". */
const particles = new Set([
  'von',
  'van',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'du',
  'da',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'ibn',
  'ter',
  'zu',
]);
/** No name has more words. */
const longestName = 5;

/** A phrase with the name set beside it, between commas or up to a mark: "her counterpart, Ivan Petrov". */
export function withApposition(units: readonly Unit[], phrase: Range): Range {
  const name = nameBeside(units, phrase);
  return name ? { from: phrase.from, to: name.to } : phrase;
}

/** The name at the end of a phrase that `withApposition` made longer; undefined where it holds none. */
export function apposedIn(units: readonly Unit[], { from, to }: Range): Range | undefined {
  for (let at = from + 1; at < to; at += 1) {
    const name = units[at]?.text === ',' ? nameBeside(units, { from, to: at }) : undefined;
    if (name?.to === to) return name;
  }
  return undefined;
}

function nameBeside(units: readonly Unit[], { from, to }: Range): Range | undefined {
  if (units[to]?.text !== ',' || !isDescription(units.slice(from, to))) return undefined;
  let end = to + 1;
  while (isOfName(units, end)) end += 1;
  const closed = units[end] === undefined || /^[,.;:)–—]$/u.test(units[end]?.text ?? '');
  const name = units.slice(to + 1, end).filter(({ text }) => /\p{L}/u.test(text));
  const begins = /^\p{Lu}/u.test(name[0]?.text ?? '') && /^\p{Lu}/u.test(name.at(-1)?.text ?? '');
  return closed && begins && name.length <= longestName && !name.some(isTime)
    ? { from: to + 1, to: end }
    : undefined;
}

const places =
  /^(?:capital|city|town|village|suburb|port|district|region|province|state|country|island|area)$/u;

/** "Her counterpart", "the Prime Minister": a noun or an office, and no name that has an aside behind it. */
function isDescription(phrase: readonly Unit[]): boolean {
  const head = headOf(phrase);
  if (!head || /[^s]s$/u.test(head.low)) return false;
  const last = phrase.at(-1);
  // Of "a resident of the capital, Kyiv," the name is the capital's.
  if (last !== head && places.test(last?.low ?? '')) return false;
  return head.pos === 'NOUN' || isOffice(head.low);
}

function isOfName(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || unit.quotation) return false;
  if (particles.has(unit.low)) return true;
  if (unit.text === '-') return isLongName(units[at - 1]) && isLongName(units[at + 1]);
  return isLongName(unit) || /^\p{Lu}\.?$/u.test(unit.text);
}

/** More than a letter: "Jean-Pierre", and not "R-Ohio". */
function isLongName(unit: Unit | undefined): boolean {
  return /^\p{Lu}[\p{L}’'.]+$/u.test(unit?.text ?? '');
}
