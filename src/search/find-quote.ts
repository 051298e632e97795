// Quick look-up of a quotation from some of its words, as they are typed: the words in order, wherever they stand.

import { atOnce, type Steps } from '../common/steps.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationAt, quotationsOf } from '../corpus/text/quotations.ts';
import { sentencesOf } from '../corpus/text/sentences.ts';
import { type Letters, lettersAt, placesOf, type Solid, solidsOf } from '../corpus/text/solid.ts';
import { firstBehind, firstSharing, firstThat } from '../corpus/text/spans.ts';
import { type LettersData, lettersData, lettersIn } from './text/letters-data.ts';
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

/** What is kept of a passage, 2 bytes a letter: enough to tell whether it holds words, and whether these are quoted. */
export interface Kept extends Letters {
  /** For each quotation the first letter that ends behind its beginning, and the first that begins behind its end. */
  readonly quoted: readonly Span[];
}

/** Finds words in passages, each of which is folded when it is first looked through; places are read anew where they are shown. */
export class QuoteFinder {
  readonly #passages: readonly Passage[];
  readonly #kept = new Map<Passage, readonly Kept[]>();
  #data: LettersData | undefined;
  #starts: WordStarts | undefined;

  constructor(passages: readonly Passage[], data?: LettersData) {
    this.#passages = passages;
    this.#data = data;
  }

  /** Folds all passages, one a step, unless that was done before. */
  *prepare(): Steps<void> {
    if (this.#data) {
      for (const [passage, kept] of lettersIn(this.#passages, this.#data)) {
        this.#kept.set(passage, kept);
        yield;
      }
      this.#starts = new WordStarts(this.#data.wordStarts);
      this.#data = undefined;
    }
    if (this.#starts) return;
    const letters = this.#passages.values().map((passage) => this.#lettersOf(passage));
    this.#starts = new WordStarts(yield* wordStartsSteps(letters));
  }

  /** What is kept of all passages. */
  data(): LettersData {
    const letters = this.#passages.map((passage) => this.#lettersOf(passage));
    return lettersData(letters, this.#starts?.data ?? atOnce(wordStartsSteps(letters)));
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
    const quoted: QuoteMatch[] = [];
    const others: QuoteMatch[] = [];
    if (wanted.length === 0) return [];
    let looked = 0;
    for (const passage of this.#mayHold(wanted)) {
      if (quoted.length >= most || (looked > mostLooked && quoted.length + others.length >= most)) break;
      looked += 1;
      if (!within(passage) || !this.#holds(passage, wanted, others.length >= most)) continue;
      for (const match of matchesIn(passage, wanted, others.length < mostSentences))
        (match.quoted ? quoted : others).push(match);
    }
    return [...quoted, ...others].slice(0, most);
  }

  /** The passages worth looking into, in order. */
  #mayHold(wanted: readonly Solid[]): Iterable<Passage> {
    const lists = wanted.map((one) => this.#starts?.candidates(one));
    const places = new Set<number>();
    for (const list of lists) {
      if (!list) return this.#passages;
      for (const place of list) places.add(place);
    }
    return [...places].sort((a, b) => a - b).flatMap((place) => this.#passages[place] ?? []);
  }

  /** Whether a passage has the words, or has them in a quotation: almost every one is passed over here. */
  #holds(passage: Passage, wanted: readonly Solid[], inQuotation: boolean): boolean {
    return this.#lettersOf(passage).some((kept) => {
      if (inQuotation && kept.quoted.length === 0) return false;
      const found = wanted.flatMap((one) => lettersAt(one, kept, true));
      return found.some((place) => !inQuotation || firstSharing(kept.quoted, place) !== undefined);
    });
  }

  #lettersOf(passage: Passage): readonly Kept[] {
    const known = this.#kept.get(passage);
    if (known) return known;
    const quotations = quotationsOf(passage.text);
    const kept = solidsOf(passage.text).map(({ text, before, starts, ends }) => ({
      ...{ text, before },
      quoted: quotations.map((one) => ({
        start: firstThat(ends, (end) => end > one.start),
        end: firstThat(starts, (start) => start >= one.end),
      })),
    }));
    this.#kept.set(passage, kept);
    return kept;
  }
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
