// Whether a question is the sentence's own wording with a word put in another's place: "the inertia of planet *Mars* is what fixes
// …" of a sentence on planet Earth. A paraphrase lacks words too, but not in the midst of the sentence's own.
import { FRAMING_WORDS } from './grammar.ts';
import type { Stretch } from './matching.ts';
import type { Question } from './question.ts';
import { termOf } from './stem.ts';

export const SWAP_EVIDENCE = [
  /** A word the sentence lacks between words that stand there on both sides of another one: how many, as a share of seven. */
  'swapped',
  /** The same with such words on one side only. */
  'halfSwapped',
  /** The word that was put in is a name or a number. */
  'swappedName',
  /** One of these, with so much of the wording around it that it can be no chance. */
  'sureSwap',
] as const;
export type SwapEvidence = Record<(typeof SWAP_EVIDENCE)[number], number>;

/** What was put in another's place is one to three words long: "commercial *steam-powered* device". */
const WIDEST = 3;
/** On one side alone two words are needed: one stands beside many. */
const ONE_SIDE = 2;
const LONGEST_RUN = 7;
const SURE_RUN = 4;
/** Words of less surprise are exchanged in paraphrases as often. */
const TELLING = 3;

interface Wording {
  /** Stems of the question's words, grammar included. */
  readonly asked: readonly string[];
  /** Stems of the sentence's. */
  readonly told: readonly string[];
  /** Whether a word of the sentence tells something that is not the question's. */
  isOther(place: number): boolean;
}

/** The evidence, 0..1, for the words of a sentence; `cover` tells how much of each question term they hold. */
export function swapsOf(question: Question, cover: Float32Array, sentence: Stretch): SwapEvidence {
  const { read, match, from, to } = sentence;
  const wording: Wording = {
    asked: question.folded.map(termOf),
    told: read.folded.slice(from, to).map(termOf),
    isOther: (place) => (read.terms[from + place] ?? '') !== '' && (match.at[from + place] ?? -1) < 0,
  };
  const found: SwapEvidence = { swapped: 0, halfSwapped: 0, swappedName: 0, sureSwap: 0 };
  question.terms.forEach((term, index) => {
    // What is asked for need not stand there, and framing words are missing by chance.
    const framing = index === question.focus || FRAMING_WORDS.has(term.typed.toLowerCase());
    if ((cover[index] ?? 0) > 0 || framing) return;
    const place = placeOf(wording, term.position, term.last);
    const kind = kindOf(place);
    if (kind === undefined) return;
    const run = Math.min(1, (place.left + place.right - 1) / LONGEST_RUN);
    found[kind] = Math.max(found[kind], run);
    if (term.isName || term.isNumber) found.swappedName = Math.max(found.swappedName, run);
    if (place.left + place.right >= SURE_RUN && term.weight > TELLING) found.sureSwap = 1;
  });
  return found;
}

function kindOf({ left, right, apart }: Place): 'swapped' | 'halfSwapped' | undefined {
  // A word put between two neighbours tells nothing: attributes are left out of sentences as often.
  if (left > 0 && right > 0) return apart > 0 ? 'swapped' : undefined;
  return Math.max(left, right) >= ONE_SIDE ? 'halfSwapped' : undefined;
}

interface Place {
  /** Words of the question before and behind that stand in the sentence as well, without a gap. */
  readonly left: number;
  readonly right: number;
  /** Words that stand in the place, none where the two sides are neighbours. */
  readonly apart: number;
}

/** Where in the sentence the words from `first` to `last` of the question would stand best. */
function placeOf(wording: Wording, first: number, last: number): Place {
  let best: Place = { left: 0, right: 0, apart: 0 };
  for (let gap = 0; gap <= wording.told.length; gap += 1) {
    const left = runBefore(wording, first, gap);
    for (let apart = 0; apart <= WIDEST; apart += 1) {
      if (apart > 0 && !wording.isOther(gap + apart - 1)) continue;
      const right = runBehind(wording, last, gap + apart);
      if (left + right > best.left + best.right) best = { left, right, apart };
    }
  }
  return best;
}

/** How many words right before `at` of the question stand right before `place` of the sentence. */
function runBefore({ asked, told }: Wording, at: number, place: number): number {
  let length = 0;
  while (at - length > 0 && place - length > 0 && asked[at - length - 1] === told[place - length - 1])
    length += 1;
  return length;
}

function runBehind({ asked, told }: Wording, last: number, place: number): number {
  let length = 0;
  while (
    last + length + 1 < asked.length &&
    place + length < told.length &&
    asked[last + length + 1] === told[place + length]
  )
    length += 1;
  return length;
}
