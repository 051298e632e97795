// Quick look-up of a quotation from some of its words, as they are typed: the words in order, wherever they stand.

import { type Keeping, Made, type Making, type Steps } from '../common/steps.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationAt, quotationsOf } from '../corpus/text/quotations.ts';
import { sentencesOf } from '../corpus/text/sentences.ts';
import { lettersAt, placesOf, type Solid, solidsOf } from '../corpus/text/solid.ts';
import { firstBehind, firstSharing, firstThat } from '../corpus/text/spans.ts';
import {
  type Kept,
  type LettersData,
  type LettersRows,
  TakingLetters,
  lettersAt as waysAt,
} from './text/letters-data.ts';
import { WordStarts, wordStartsSteps } from './text/word-starts.ts';

/** A passage that holds the words looked for. Spans are offsets into the passage's text. */
export interface QuoteMatch {
  readonly passage: Passage;
  /** Where the words stand. */
  readonly words: Span;
  /** The whole quotation, marks included, or the sentence where the words are not quoted speech. */
  readonly whole: Span;
  readonly quoted: boolean;
}

/** Nobody reads more sentences that are no speech; of passages beyond, each counts once, and its sentences are not looked for. */
const mostSentences = 50;

/** Where there is enough to show, quotations are looked for in so many passages, and no further: a keystroke is waited for. */
const mostLooked = 2_000;

/** The letters of passages, and which of these have a word that begins so. */
interface Looked {
  readonly rows: LettersRows;
  readonly starts: WordStarts;
}

/** Finds words in passages; places are read anew where they are shown. */
export class QuoteFinder {
  readonly #passages: readonly Passage[];
  readonly #looked: Making<Looked>;
  /** How many passages were folded to be looked through, and not to be kept. */
  #folded = 0;

  /** `data`: what was read of them before. */
  constructor(passages: readonly Passage[], data?: LettersData, keeping: Keeping = (make) => new Made(make)) {
    this.#passages = passages;
    this.#looked = keeping(function* () {
      const { wordStarts, ...rows } = data ?? (yield* lettersSteps(passages));
      return { rows, starts: new WordStarts(wordStarts) };
    });
  }

  /** Folds all passages, one a step, unless that was done before. Until then each is folded when it is looked through. */
  *prepare(): Steps<void> {
    yield* this.#looked.steps();
  }

  /** What is kept of all passages. */
  data(): LettersData {
    const { rows, starts } = this.#looked.get();
    return { ...rows, wordStarts: starts.data };
  }

  /**
   * The passages that hold the words in this order, in any case and with any marks: quotations first, then the
   * text's own words, each in the order of the documents. Every quotation and sentence that holds them is one match.
   * Looks no further than for the first `most`; where so many sentences hold them, not for the last quotation either.
   */
  find(
    words: string,
    within: (passage: Passage) => boolean = () => true,
    most = Number.POSITIVE_INFINITY,
  ): QuoteMatch[] {
    const wanted = solidsOf(words).filter(({ text }) => text !== '');
    if (wanted.length === 0) return [];
    // Whoever looks once for a thing needs not wait for all passages.
    const known = this.#folded > mostLooked ? this.#looked.get() : this.#looked.known();
    const quoted: QuoteMatch[] = [];
    const others: QuoteMatch[] = [];
    let looked = 0;
    for (const [passage, place] of this.#mayHold(wanted, known)) {
      if (quoted.length >= most || (looked > mostLooked && quoted.length + others.length >= most)) break;
      looked += 1;
      if (!within(passage) || !holds(this.#waysAt(place, passage, known), wanted, others.length >= most))
        continue;
      for (const match of matchesIn(passage, wanted, others.length < mostSentences))
        (match.quoted ? quoted : others).push(match);
    }
    return [...quoted, ...others].slice(0, most);
  }

  /** The passages worth looking into, in order, with their places. */
  *#mayHold(wanted: readonly Solid[], known: Looked | undefined): Generator<readonly [Passage, number]> {
    for (const place of this.#placesFor(wanted, known)) {
      const passage = this.#passages[place];
      if (passage) yield [passage, place];
    }
  }

  #placesFor(wanted: readonly Solid[], known: Looked | undefined): Iterable<number> {
    const lists = wanted.map((one) => known?.starts.candidates(one));
    const places = new Set<number>();
    for (const list of lists) {
      if (!list) return this.#passages.keys();
      if (lists.length === 1) return list;
      for (const place of list) places.add(place);
    }
    return [...places].sort((a, b) => a - b);
  }

  #waysAt(place: number, passage: Passage, known: Looked | undefined): readonly Kept[] {
    if (known) return waysAt(known.rows, place);
    this.#folded += 1;
    return lettersOf(passage);
  }
}

/** Whether a passage has the words, or has them in a quotation: almost every one is passed over here. */
function holds(ways: readonly Kept[], wanted: readonly Solid[], inQuotation: boolean): boolean {
  return ways.some((kept) => {
    const found = wanted.flatMap((one) => lettersAt(one, kept, true));
    return found.some((place) => !inQuotation || firstSharing(kept.quoted, place) !== undefined);
  });
}

function* lettersSteps(passages: readonly Passage[]): Steps<LettersData> {
  const letters = new TakingLetters();
  const folded = passages.values().map((passage) => {
    const ways = lettersOf(passage);
    letters.add(ways);
    return ways;
  });
  const wordStarts = yield* wordStartsSteps(folded);
  return { ...letters.rows, wordStarts };
}

function lettersOf(passage: Passage): readonly Kept[] {
  const quotations = quotationsOf(passage.text);
  return solidsOf(passage.text).map(({ text, before, starts, ends }) => ({
    ...{ text, before },
    quoted: quotations.map((one) => ({
      start: firstThat(ends, (end) => end > one.start),
      end: firstThat(starts, (start) => start >= one.end),
    })),
  }));
}

function matchesIn(passage: Passage, wanted: readonly Solid[], inSentences: boolean): QuoteMatch[] {
  const texts = solidsOf(passage.text);
  // The last word may be half typed.
  const places = wanted.flatMap((one) => texts.flatMap((text) => placesOf(one, text, true)));
  places.sort((a, b) => a.start - b.start);
  const quotations = quotationsOf(passage.text);
  const sentences = inSentences ? sentencesOf(passage.text) : [];
  const wholes = new Map<number, QuoteMatch>();
  for (const words of places) {
    const quotation = firstSharing(quotations, words);
    const whole = quotation ?? sentences[firstBehind(sentences, words.start)] ?? words;
    const key = quotation || inSentences ? whole.start : -1;
    if (!wholes.has(key)) wholes.set(key, { passage, words, whole, quoted: quotation !== undefined });
  }
  return [...wholes.values()];
}

/** The quotation that a part of a passage is in, or else the part itself, which is then no quotation. */
export function quotationAround(passage: Passage, part: Span): QuoteMatch {
  const found = quotationAt(passage.text, part);
  return { passage, words: part, whole: found ?? part, quoted: found !== undefined };
}
