// What was changed, left out and put in: the differences between words of a source and words of a quotation.
import { diffArrays } from 'diff';
import { denies, movedNames, type Names, namesIn, turnsSense } from '../sense.ts';
import { type Printed, withoutRestarts } from '../words/printed.ts';

/** One change. `source` is what stands in the source, `given` what was given instead; one of them may be empty. */
export interface Difference {
  readonly op: 'insert' | 'delete' | 'replace';
  readonly source: string;
  readonly given: string;
  /** The words themselves show that it turns the sense. */
  readonly turnsSense: boolean;
}

/** A part of the two sides as they are laid beside each other, in order. */
export interface Laid<W extends Printed = Printed> {
  readonly source: readonly W[];
  readonly given: readonly Printed[];
  /** Whether the two say the same. */
  readonly same: boolean;
}

/**
 * Lays the words of a source and of a quotation beside each other. What differs in marks alone is the same; where leaving
 * out what was broken off or begun twice makes them more alike, it is left out on both sides.
 */
export function laid<W extends Printed>(source: readonly W[], given: readonly Printed[]): Laid<W>[] {
  const plain = laidPlain(source, given);
  if (plain.every(({ same }) => same)) return plain;
  const bareSource = withoutRestarts(source);
  const bareGiven = withoutRestarts(given);
  const bare = laidPlain(bareSource, bareGiven);
  // A stammer that only the quotation has was put in.
  const stammers = (addsWords(plain) && !addsWords(bare)) || !restartsStand(given, bareGiven, source);
  const other = stammers ? laidPlain(bareSource, given) : bare;
  return changedWords(other) < changedWords(plain) ? other : plain;
}

/** Whether what a quotation begins again is begun again so in the source: "you — you did" is not "you did — you did". */
function restartsStand(
  given: readonly Printed[],
  bareGiven: readonly Printed[],
  source: readonly Printed[],
): boolean {
  const kept = new Set(bareGiven);
  const row = (words: readonly Printed[]): string => ` ${words.map(({ folded }) => folded).join(' ')} `;
  const whole = row(source);
  let from = 0;
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at];
    if (!word || !kept.has(word)) continue;
    if (at > from && !whole.includes(row(given.slice(from, at + 1)))) return false;
    from = at + 1;
  }
  return true;
}

function addsWords(parts: readonly Laid[]): boolean {
  return parts.some(({ given, same }) => !same && given.length > 0);
}

function changedWords(parts: readonly Laid[]): number {
  return parts.reduce((sum, part) => sum + (part.same ? 0 : part.source.length + part.given.length), 0);
}

function laidPlain<W extends Printed>(source: readonly W[], given: readonly Printed[]): Laid<W>[] {
  const parts: { source: W[]; given: Printed[]; same: boolean }[] = [];
  let inSource = 0;
  let inGiven = 0;
  const foldedOf = ({ folded }: Printed): string => folded;
  for (const { added, removed, count = 0 } of diffArrays(source.map(foldedOf), given.map(foldedOf))) {
    const same = !added && !removed;
    const open = parts.at(-1);
    const joins = open && !same && !open.same;
    const part = joins ? open : { source: [], given: [], same };
    if (!joins) parts.push(part);
    const [fromSource, fromGiven] = [added ? 0 : count, removed ? 0 : count];
    part.source.push(...source.slice(inSource, inSource + fromSource));
    part.given.push(...given.slice(inGiven, inGiven + fromGiven));
    inSource += fromSource;
    inGiven += fromGiven;
  }
  return parts.map((part) => ({ ...part, same: part.same || differInHyphens(part) }));
}

/**
 * "re-establish" and "reestablish", "G-7" and "G7"; but not "20-25" and "2025", nor "may be" and "maybe", nor where the
 * hyphen tells two words apart: who is "re-signed" did not "resign".
 */
function differInHyphens({ source, given }: Omit<Laid, 'same'>): boolean {
  let [inSource, inGiven] = [0, 0];
  while (inSource < source.length && inGiven < given.length) {
    const [a, b] = [joinedTo(source, inSource, given[inGiven]), joinedTo(given, inGiven, source[inSource])];
    if (a === 0 && b === 0) return false;
    inSource += Math.max(a, 1);
    inGiven += Math.max(b, 1);
  }
  return inSource === source.length && inGiven === given.length;
}

/** How many words from a place on, joined by hyphens, are written as one word on the other side; 0 where they are not. */
function joinedTo(words: readonly Printed[], from: number, whole: Printed | undefined): number {
  let joined = '';
  for (let at = from; at < words.length && joined.length < (whole?.folded.length ?? 0); at += 1) {
    const before = words[at - 1];
    const word = words[at];
    const parts = at > from && (!isHyphen(before?.gap) || tellsApart(before, word));
    if (!word || parts) return 0;
    joined += word.folded;
    if (joined === whole?.folded) return at + 1 - from;
  }
  return 0;
}

/** "U.S.-Thai" and "vaccines.gov" as well. */
const isHyphen = (gap = ''): boolean => /^[^\s\p{L}\p{N}]{1,3}$/u.test(gap);

function tellsApart(before: Printed | undefined, word: Printed | undefined): boolean {
  return /\d$/.test(before?.folded ?? '') || tellingHyphen.test(`${before?.folded}-${word?.folded}`);
}

/** Before a vowel both spellings are of one word ("re-elect"); before other letters they may be two ("re-form", "re-count"). */
const tellingHyphen = /^(?:re-[^aeiou]|un-ion)/;

/** The differences of two texts that were laid beside each other. */
export function differencesOf(parts: readonly Laid[], names: Names): Difference[] {
  const changes = parts.filter(({ same }) => !same);
  const moved = movedNames(
    changes.flatMap(({ source }) => source),
    changes.flatMap(({ given }) => given),
    names,
  );
  const turned = swappedOverNegation(parts);
  return changes.map(({ source, given }) => {
    const [from, to] = [namesIn(source, names), namesIn(given, names)];
    const movesName =
      from.some((name) => moved.has(name) && !to.includes(name)) ||
      to.some((name) => moved.has(name) && !from.includes(name));
    return {
      op: source.length === 0 ? 'insert' : given.length === 0 ? 'delete' : 'replace',
      source: written(source),
      given: written(given),
      turnsSense: turned || movesName || turnsSense(source, given, names),
    };
  });
}

/** "a truce, not a victory" and "a victory, not a truce": two words that change places around a negation. */
function swappedOverNegation(parts: readonly Laid[]): boolean {
  const changes = parts.filter(({ same }) => !same);
  const words = (side: 'source' | 'given'): string[] =>
    changes.flatMap((part) => part[side].map(({ folded }) => folded)).filter(({ length }) => length > 3);
  const put = new Set(words('given'));
  const moved = words('source').filter((word) => put.has(word));
  const from = parts.findIndex(({ same }) => !same);
  const to = parts.findLastIndex(({ same }) => !same);
  return moved.length > 0 && parts.slice(from, to + 1).some(({ source }) => denies(source));
}

/** The words with what stands between them, as they stand in their text. */
export function written(words: readonly Printed[]): string {
  return words
    .map((word, index) => word.written + (index < words.length - 1 ? word.gap : ''))
    .join('')
    .replace(/\s+/gu, ' ');
}
