// Whether a sentence says what the question supposes, beyond holding its words: words that belong together kept together,
// qualifiers kept, nothing put in another's place. Questions made to look answerable differ here and only here.
import type { Match } from './matching.ts';
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

const QUALIFIERS =
  /^(?:first|last|only|most|least|all|every|always|never|before|after|during|since|until|without|besides|except|more|less|fewer|other|same|different|both|no|not|none|main|largest|smallest|highest|lowest|best|worst|earliest|latest|original|originally|current|currently|still|again|early|late|former|longer|mostly|usually|often|sometimes|rarely|solely|exclusively|entirely)$/;
const NEGATED =
  /^(?:not|never|no|none|nobody|nothing|neither|nor|without|non|cannot|un\w+able|fail(?:s|ed)?|\w+n't)$/;

export function structureOf(
  question: Question,
  read: ReadPassage,
  match: Match,
  from: number,
  to: number,
  sentence: Float32Array,
  passage: Float32Array,
): StructureEvidence {
  const { terms } = question;
  const places: number[][] = terms.map(() => []);
  for (let place = from; place < to; place += 1) {
    const term = match.at[place] ?? -1;
    if (term >= 0) places[term]?.push(place);
  }
  let mixed = 0;
  let replaced = 0;
  let torn = 0;
  let pairs = 0;
  let turned = 0;
  let ordered = 0;
  for (let at = 1; at < terms.length; at += 1) {
    const a = terms[at - 1];
    const b = terms[at];
    if (!a || !b) continue;
    const near = b.position - a.position;
    const weight = Math.min(a.weight, b.weight);
    pairs += weight;
    const [here, there] = [places[at - 1] ?? [], places[at] ?? []];
    if (here.length > 0 && there.length > 0) {
      const gap = Math.min(...here.flatMap((x) => there.map((y) => Math.abs(y - x))));
      if (near === 1 && gap > 2) torn += weight;
      ordered += 1;
      if (Math.min(...here) > Math.max(...there)) turned += 1;
    } else if (here.length > 0 || there.length > 0) {
      const [missing, found] = here.length > 0 ? [at, here] : [at - 1, there];
      const step = here.length > 0 ? 1 : -1;
      if ((passage[missing] ?? 0) > 0) mixed += weight;
      else if (near <= 2 && found.some((place) => isOther(read, match, place + step, from, to)))
        replaced += weight;
    }
  }
  const all = places.flat();
  const span = all.length > 1 ? Math.max(...all) - Math.min(...all) + 1 : all.length;
  const covered = terms.reduce((sum, { weight }, at) => sum + weight * (sentence[at] ?? 0), 0);
  const loose = terms.reduce(
    (sum, { weight }, at) =>
      sum + ((sentence[at] ?? 0) > 0 && (sentence[at] ?? 0) < 0.9 ? weight * (sentence[at] ?? 0) : 0),
    0,
  );
  const words = new Set(read.folded.slice(from, to));
  const lacking = question.folded.filter((word) => QUALIFIERS.test(word) && !words.has(word)).length;
  return {
    mixed: pairs ? mixed / pairs : 0,
    replaced: pairs ? replaced / pairs : 0,
    torn: pairs ? torn / pairs : 0,
    loose: covered ? loose / covered : 0,
    turned: ordered ? turned / ordered : 0,
    scattered: span ? Math.min(1, (span - all.length) / 30) : 1,
    qualifiers: Math.min(1, lacking / 2),
    questionNegated: question.folded.some((word) => NEGATED.test(word)) ? 1 : 0,
    superlative: question.folded.some((word) => /^(?:most|least|\w{3,}est)$/.test(word) && !words.has(word))
      ? 1
      : 0,
  };
}

function isOther({ terms }: ReadPassage, { at }: Match, place: number, from: number, to: number): boolean {
  return place >= from && place < to && (terms[place] ?? '') !== '' && (at[place] ?? -1) < 0;
}
