// The name set beside a noun: of "her counterpart, Ivan Petrov," it is the name that says who speaks.
import { isPluralRole, isRole } from '../../corpus/names/offices.ts';
import { particles } from '../../corpus/names/particles.ts';
import { isTime, type Range } from '../language/noun-phrases.ts';
import type { Unit } from '../language/units.ts';
import { headOf } from '../who/speakers.ts';

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
    const name = nameBeside(units, { from, to: at });
    if (name?.to === to) return name;
  }
  return undefined;
}

function nameBeside(units: readonly Unit[], { from, to }: Range): Range | undefined {
  const mark = units[to]?.text ?? '';
  if (!/^[,–—]$/u.test(mark)) return undefined;
  const phrase = units.slice(from, to);
  if (mark === ',' && isDescription(phrase)) return oneName(units, to + 1);
  return isSeveral(phrase) ? severalNames(units, to + 1) : undefined;
}

/** "Ivan Petrov", up to a mark, or to where he is of: "Ivan Petrov of the Harbour Church". */
function oneName(units: readonly Unit[], from: number): Range | undefined {
  const name = { from, to: endOfName(units, from) };
  const closed = units[name.to] === undefined || /^(?:[,.;:)–—]|of|from)$/u.test(units[name.to]?.text ?? '');
  return closed && isName(units, name) ? name : undefined;
}

/** "Olaf Lind, Ada Berg and Tom Arden", up to a mark. */
function severalNames(units: readonly Unit[], from: number): Range | undefined {
  let name = fullName(units, from);
  while (name) {
    const next = joinedAt(units, name.to);
    if (!next) return undefined;
    name = fullName(units, next.at);
    if (next.isLast)
      return name && /^[,.;)–—]$/u.test(units[name.to]?.text ?? '') ? { from, to: name.to } : undefined;
  }
  return undefined;
}

/** A name of two words and more. */
function fullName(units: readonly Unit[], from: number): Range | undefined {
  const name = { from, to: endOfName(units, from) };
  return name.to > from + 1 && isName(units, name) ? name : undefined;
}

/** Where the next name of a row begins: behind a comma, behind "and", or behind both. */
function joinedAt(
  units: readonly Unit[],
  end: number,
): { readonly at: number; readonly isLast: boolean } | undefined {
  const comma = units[end]?.text === ',' ? 1 : 0;
  const isLast = units[end + comma]?.text === 'and';
  return comma || isLast ? { at: end + comma + (isLast ? 1 : 0), isLast } : undefined;
}

function endOfName(units: readonly Unit[], from: number): number {
  let end = from;
  while (isOfName(units, end)) end += 1;
  return end;
}

/** "Two analysts", "her northern rivals": several people whose names may stand behind. */
function isSeveral(phrase: readonly Unit[]): boolean {
  const head = headOf(phrase);
  return head !== undefined && /[^s]s$/u.test(head.low) && phrase.length > 1 && isPluralRole(head.low);
}

/** Whether all words of a range are those of one name: capitals, with small words only between them. */
export function isName(units: readonly Unit[], { from, to }: Range): boolean {
  for (let at = from; at < to; at += 1) if (!isOfName(units, at)) return false;
  const words = units.slice(from, to).filter(({ text }) => /\p{L}/u.test(text));
  const framed = [words[0], words.at(-1)].every((word) => /^\p{Lu}/u.test(word?.text ?? ''));
  return framed && words.length <= longestName && !words.some(isTime);
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
  return head.pos === 'NOUN' || isRole(head.low);
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
