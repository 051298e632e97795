// The name set beside a noun: of "her counterpart, Ivan Petrov," it is the name that says who speaks.
import { isRole } from '../corpus/offices.ts';
import { particles } from '../corpus/particles.ts';
import { isTime, type Range } from './noun-phrases.ts';
import { headOf } from './speakers.ts';
import type { Unit } from './units.ts';

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
  const name = { from: to + 1, to: end };
  return closed && isName(units, name) ? name : undefined;
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
