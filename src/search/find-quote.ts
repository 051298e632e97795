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
const mostLooked = 500;

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
    const found = new Found(wanted, most);
    let looked = 0;
    for (const [passage, place] of this.#mayHold(wanted, known)) {
      if (found.isEnough(looked > mostLooked)) break;
      looked += 1;
      if (within(passage)) found.take(passage, this.#waysAt(place, passage, known));
    }
    return found.matches();
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

/** Whether a passage has the words, and has them in a quotation: almost every one is passed over here. */
function standsIn(ways: readonly Kept[], wanted: readonly Solid[]): 'nowhere' | 'text' | 'quotation' {
  let where: 'nowhere' | 'text' = 'nowhere';
  for (const kept of ways) {
    const found = wanted.flatMap((one) => lettersAt(one, kept, true));
    if (found.length === 0) continue;
    const { quoted } = kept;
    if (found.some((place) => firstSharing(quoted, place) !== undefined)) return 'quotation';
    where = 'text';
  }
  return where;
}

/** A passage with words that are not quoted; where they stand is only looked for where there is room to show them. */
interface Others {
  readonly passage: Passage;
  readonly matches?: readonly QuoteMatch[];
}

/** What was found so far, as many of each kind as are wanted. */
class Found {
  readonly #wanted: readonly Solid[];
  readonly #most: number;
  readonly #quoted: QuoteMatch[] = [];
  readonly #others: Others[] = [];

  constructor(wanted: readonly Solid[], most: number) {
    this.#wanted = wanted;
    this.#most = most;
  }

  isEnough(ofEither: boolean): boolean {
    const quoted = this.#quoted.length;
    return quoted >= this.#most || (ofEither && quoted + this.#others.length >= this.#most);
  }

  take(passage: Passage, ways: readonly Kept[]): void {
    const where = standsIn(ways, this.#wanted);
    if (where === 'text' && this.#others.length < this.#most) this.#others.push({ passage });
    if (where !== 'quotation') return;
    const inSentences = this.#others.length < mostSentences;
    const all = Map.groupBy(matchesIn(passage, this.#wanted, inSentences), ({ quoted }) => quoted);
    this.#quoted.push(...(all.get(true) ?? []));
    const matches = all.get(false);
    if (matches) this.#others.push({ passage, matches });
  }

  /** Quotations first. */
  matches(): QuoteMatch[] {
    const room = this.#most - this.#quoted.length;
    const shown: QuoteMatch[] = [];
    for (const { passage, matches } of this.#others) {
      if (shown.length >= room) break;
      shown.push(...(matches ?? matchesIn(passage, this.#wanted, shown.length < mostSentences)));
    }
    return [...this.#quoted, ...shown].slice(0, this.#most);
  }
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
