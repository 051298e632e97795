// The small words and syllables with which a question turns what a sentence says: "not", "least", "non-". Where the question has
// one and the sentence has none, they say different things in the same words.
import { list } from './lists.ts';
import { MARK } from './marks.ts';
import type { Stretch } from './matching.ts';
import type { Question } from './question.ts';

export const TWIST_EVIDENCE = [
  /** "not", "never", "without" in the question, and nothing of the kind in the sentence. */
  'unnegated',
  /** The other way round, in a question that supposes a fact. */
  'denied',
  /** "least", "less", "fewer", "more", "most" that the sentence lacks. */
  'uncompared',
  /** "first", "last", "second", "original" … that the sentence lacks. */
  'unordered',
  /** "only", "all", "every", "always", "same" … that the sentence lacks. */
  'unlimited',
  /** A word of the question stands with a negating syllable, or without the one it has: "stable" and "unstable". */
  'prefixed',
  /** A number of the question is missing, and the sentence has another one. */
  'otherNumber',
  /** A year, century or month of the question is missing, and the sentence has another one. */
  'otherDate',
  /** A country or people of the question is missing, and the sentence has another one. */
  'otherPeople',
  /** Any other name of the question is missing, and the sentence has another one; who or where it was is not asked. */
  'otherName',
] as const;
export type TwistEvidence = Record<(typeof TWIST_EVIDENCE)[number], number>;

const set = (text: string): ReadonlySet<string> => new Set(list(text));
const NEGATIONS = set(
  'not no never none nobody nothing neither nor without non cannot unable fail fails failed lack lacks lacked unlike except instead rather hardly rarely',
);
const COMPARED = set(
  'least less fewer lower smaller worse worst lowest smallest more most higher highest larger largest',
);
const ORDERED = set(
  'first last second third fourth final earliest latest original originally initially former previous next new current currently oldest youngest',
);
const LIMITED = set(
  'only all every always entirely sole solely exclusively completely both same opposite different everyone',
);
const PREFIXES = ['un', 'in', 'im', 'ir', 'il', 'non', 'dis', 'anti', 'de', 'a'];

/** "unable", "undesirable"; but "under", "until", "united" deny nothing. */
const UN = /^un(?!der|til|i[tvoqf]|less|cle)\w{4,}/;

const isNegation = (word: string): boolean => NEGATIONS.has(word) || word.endsWith("n't");

/** The evidence, 0 or 1 each, for the words of a sentence; `cover` tells how much of each question term they hold. */
export function twistsOf(
  question: Question,
  cover: Float32Array,
  { read, match, from, to }: Stretch,
): TwistEvidence {
  const held = new Set(read.folded.slice(from, to));
  const negated = question.folded.some(isNegation);
  const denies = [...held].some((word) => isNegation(word) || UN.test(word));
  const lacks = (listed: ReadonlySet<string>): number =>
    question.folded.some((word) => listed.has(word) && !held.has(word)) ? 1 : 0;
  return {
    unnegated: negated && !denies ? 1 : 0,
    denied: !negated && [...held].some(isNegation) ? 1 : 0,
    uncompared: lacks(COMPARED),
    unordered: lacks(ORDERED),
    unlimited: lacks(LIMITED),
    prefixed: question.folded.some((word) => isTurned(word, held)) ? 1 : 0,
    ...rivalsOf(question, cover, { read, match, from, to }),
  };
}

const DATE = MARK.year | MARK.month | MARK.weekday;

/** Words of the question that the sentence lacks and of whose kind it has another. */
function rivalsOf({ terms, kind, marks }: Question, cover: Float32Array, { read, match, from, to }: Stretch) {
  const missing = terms.flatMap(({ position }, term) =>
    (cover[term] ?? 0) > 0 ? [] : [marks[position] ?? 0],
  );
  let others = 0;
  for (let place = from; place < to; place += 1)
    if ((match.at[place] ?? -1) < 0) others |= read.marks[place] ?? 0;
  const rival = (mark: number, but = 0): number =>
    (others & mark) !== 0 && missing.some((each) => (each & mark) !== 0 && (each & but) === 0) ? 1 : 0;
  const named = kind === 'person' || kind === 'place';
  return {
    otherNumber: kind === 'number' ? 0 : rival(MARK.number, DATE),
    otherDate: kind === 'time' ? 0 : rival(DATE) || rival(MARK.period),
    otherPeople: named ? 0 : rival(MARK.people),
    otherName: named ? 0 : rival(MARK.name, DATE | MARK.people),
  };
}

/** Too short a word is the end of many others: "form" of "inform". */
const SHORTEST = 5;

function isTurned(word: string, held: ReadonlySet<string>): boolean {
  if (held.has(word)) return false;
  return PREFIXES.some(
    (prefix) =>
      (word.length >= SHORTEST && held.has(prefix + word)) ||
      (word.startsWith(prefix) &&
        word.length - prefix.length >= SHORTEST &&
        held.has(word.slice(prefix.length))),
  );
}
