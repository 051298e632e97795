// Whether a sentence says what the question supposes, beyond holding its words: words that belong together kept together,
// qualifiers kept, nothing put in another's place. Questions made to look answerable differ here and only here.
import { list } from './lists.ts';
import type { Match, Stretch } from './matching.ts';
import type { Question } from './question.ts';
import type { ReadPassage } from './read-passage.ts';

export const STRUCTURE_EVIDENCE = [
  /** A word of the question is there and its neighbour is not, though the paragraph holds it elsewhere. */
  'mixed',
  /** A word of the question is there, its neighbour is nowhere in the paragraph, and another word stands in its place. */
  'replaced',
  /** Both of two neighbouring words are there, far apart. */
  'torn',
  /** Share of the covered weight that rests on synonyms and relatives only. */
  'loose',
  /** Covered words in another order than asked. */
  'turned',
  /** Words between the first and the last covered word that are not the question's. */
  'scattered',
  /** "first", "only", "most", "before", "without" … of the question that the sentence lacks. */
  'qualifiers',
  'questionNegated',
  'superlative',
] as const;
export type StructureEvidence = Record<(typeof STRUCTURE_EVIDENCE)[number], number>;

const QUALIFIER =
  /^(?:first|last|only|most|least|all|every|always|never|before|after|during|since|until|without|besides|except|more|less|fewer|other|same|different|both|no|not|none|main|largest|smallest|highest|lowest|best|worst|earliest|latest|original|originally|current|currently|still|again|early|late|former|longer|mostly|usually|often|sometimes|rarely|solely|exclusively|entirely)$/;
const NEGATION =
  /^(?:not|never|no|none|nobody|nothing|neither|nor|without|non|cannot|un(?:\w+)?able|fail(?:s|ed)?|\w+n't)$/;
/** Nouns and verbs that end like "largest". */
const NO_SUPERLATIVES: ReadonlySet<string> = new Set(
  list(`forest interest protest request honest modest harvest invest suggest digest contest arrest conquest tempest priest
  attest detest manifest earnest guest quest chest crest northwest southwest northeast southeast midwest budapest bucharest`),
);
const SUPERLATIVE = /^(?:most|least|best|worst|\w{3,}est)$/;
const isSuperlative = (word: string): boolean => SUPERLATIVE.test(word) && !NO_SUPERLATIVES.has(word);

/** The word itself or a name counts 1, every other stand-in 0.85 at most (`COUNTS` in question-terms.ts): 0.9 tells them apart. */
const LOOSE_BELOW = 0.9;
/** Neighbours of the question may stand one word apart and still belong together: "summit in Alaska", "Alaska summit". */
const TORN_FROM = 3;
/** A sentence of some thirty words between the question's own is as scattered as any. */
const FULLY_SCATTERED = 30;
/** One lacking qualifier is half a reason to doubt, two are a whole one. */
const FULLY_UNQUALIFIED = 2;

/**
 * The evidence, each 0..1, for the words of `read` from `from` up to `to`. `sentence` and `passage` tell how much of each
 * question term these words and the whole passage cover, 0..1.
 */
export function structureOf(
  question: Question,
  read: ReadPassage,
  match: Match,
  from: number,
  to: number,
  sentence: Float32Array,
  passage: Float32Array,
): StructureEvidence {
  const pairs = pairsOf(question, passage, { read, match, from, to });
  const held = new Set(read.folded.slice(from, to));
  const lacks = (holds: (word: string) => boolean): number =>
    question.folded.filter((word) => holds(word) && !held.has(word)).length;
  return {
    mixed: shareOf(pairs, 'mixed'),
    replaced: shareOf(pairs, 'replaced'),
    torn: shareOf(pairs, 'torn'),
    loose: looseShare(question, sentence),
    turned: turnedShare(pairs),
    scattered: scatterOf(match, from, to),
    qualifiers: Math.min(1, lacks((word) => QUALIFIER.test(word)) / FULLY_UNQUALIFIED),
    questionNegated: question.folded.some((word) => NEGATION.test(word)) ? 1 : 0,
    superlative: lacks(isSuperlative) > 0 ? 1 : 0,
  };
}

/** For each of the question's `terms` terms the places of the sentence where it stands, in order. */
function placesOf(terms: number, { match, from, to }: Stretch): number[][] {
  const places = Array.from({ length: terms }, (): number[] => []);
  for (let place = from; place < to; place += 1) {
    const term = match.at[place] ?? -1;
    if (term >= 0) places[term]?.push(place);
  }
  return places;
}

/** What the sentence makes of two terms that follow each other in the question. */
interface Pair {
  /** The lesser weight of the two. */
  readonly weight: number;
  /** `lost`: one or both are not there, and nothing tells why. */
  readonly bond: 'kept' | 'torn' | 'mixed' | 'replaced' | 'lost';
  /** The second stands before the first wherever either stands. */
  readonly turned: boolean;
}

/** A term of the question, where it stands in the sentence, and whether the paragraph holds it anywhere. */
interface Placed {
  readonly position: number;
  readonly weight: number;
  readonly places: readonly number[];
  readonly inPassage: boolean;
}

function pairsOf({ terms }: Question, passage: Float32Array, sentence: Stretch): Pair[] {
  const places = placesOf(terms.length, sentence);
  const placed = terms.map(
    ({ position, weight }, term): Placed => ({
      position,
      weight,
      places: places[term] ?? [],
      inPassage: (passage[term] ?? 0) > 0,
    }),
  );
  return placed.slice(1).flatMap((second, before) => {
    const first = placed[before];
    return first ? [pairOf(first, second, sentence)] : [];
  });
}

function pairOf(first: Placed, second: Placed, sentence: Stretch): Pair {
  const weight = Math.min(first.weight, second.weight);
  const [here, there] = [first.places, second.places];
  if (here.length === 0 || there.length === 0)
    return { weight, bond: bondOfHalf(first, second, sentence), turned: false };
  return {
    weight,
    bond: isTorn(first, second) ? 'torn' : 'kept',
    turned: Math.min(...here) > Math.max(...there),
  };
}

/** Two terms of which one or none is in the sentence. */
function bondOfHalf(first: Placed, second: Placed, sentence: Stretch): Pair['bond'] {
  const [here, there] = [first.places, second.places];
  if (here.length === 0 && there.length === 0) return 'lost';
  const missing = here.length > 0 ? second : first;
  if (missing.inPassage) return 'mixed';
  // Only words with at most one between them in the question have a place of their own beside each other.
  if (second.position - first.position > 2) return 'lost';
  // What was put in the place of the missing one stands behind the first of the two, or before the second.
  const instead = here.length > 0 ? here.map((place) => place + 1) : there.map((place) => place - 1);
  return instead.some((place) => isOther(sentence, place)) ? 'replaced' : 'lost';
}

/** Side by side in the question, far apart in the sentence. */
function isTorn(first: Placed, second: Placed): boolean {
  if (second.position - first.position !== 1) return false;
  const gaps = first.places.flatMap((a) => second.places.map((b) => Math.abs(b - a)));
  return Math.min(...gaps) >= TORN_FROM;
}

/** A word with a meaning of its own that stands for none of the question's. */
function isOther({ read, match, from, to }: Stretch, place: number): boolean {
  return place >= from && place < to && (read.terms[place] ?? '') !== '' && (match.at[place] ?? -1) < 0;
}

/** The share of all pairs' weight that has this bond. */
function shareOf(pairs: readonly Pair[], wanted: Pair['bond']): number {
  const all = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const found = pairs.reduce((sum, { weight, bond }) => (bond === wanted ? sum + weight : sum), 0);
  return all ? found / all : 0;
}

/** Of the pairs that are there whole, by number, those turned round. */
function turnedShare(pairs: readonly Pair[]): number {
  const whole = pairs.filter(({ bond }) => bond === 'kept' || bond === 'torn');
  return whole.length ? whole.filter(({ turned }) => turned).length / whole.length : 0;
}

function looseShare({ terms }: Question, cover: Float32Array): number {
  let covered = 0;
  let loose = 0;
  terms.forEach(({ weight }, term) => {
    const count = cover[term] ?? 0;
    covered += weight * count;
    if (count < LOOSE_BELOW) loose += weight * count;
  });
  return covered ? loose / covered : 0;
}

/** 1 where no word of the question stands at all: nothing holds such a sentence together. */
function scatterOf({ at }: Match, from: number, to: number): number {
  const places: number[] = [];
  for (let place = from; place < to; place += 1) if ((at[place] ?? -1) >= 0) places.push(place);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return 1;
  return Math.min(1, (last - first + 1 - places.length) / FULLY_SCATTERED);
}
