// Quick look-up of a quotation from some of its words, as they are typed: the words in order, wherever they stand.
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationAt, quotationsOf } from '../corpus/quotations.ts';
import { sentencesOf } from '../corpus/sentences.ts';
import { placesOf, type Solid, solidsOf } from '../corpus/solid.ts';
import { firstBehind, firstSharing } from '../corpus/spans.ts';

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

/** Finds words in folded passages; the letters of a passage are kept from when it is first looked through. */
export class QuoteFinder {
  readonly #passages: readonly Passage[];
  readonly #letters = new Map<Passage, readonly string[]>();

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
  }

  /**
   * The passages that hold the words in this order, in any case and with any marks: quotations first, then the
   * text's own words, each in the order of the documents. Every quotation and sentence that holds them is one match.
   */
  find(words: string, within: (passage: Passage) => boolean = () => true): QuoteMatch[] {
    const wanted = solidsOf(words).filter(({ text }) => text !== '');
    if (wanted.length === 0) return [];
    const quoted: QuoteMatch[] = [];
    const others: QuoteMatch[] = [];
    for (const passage of this.#passages) {
      if (!within(passage)) continue;
      for (const match of this.#matchesIn(passage, wanted, others.length < mostSentences))
        (match.quoted ? quoted : others).push(match);
    }
    return [...quoted, ...others];
  }

  #matchesIn(passage: Passage, wanted: readonly Solid[], inSentences: boolean): QuoteMatch[] {
    // Almost every passage is passed over here, at the speed of a plain search.
    if (!this.#lettersOf(passage).some((text) => wanted.some((one) => text.includes(one.text)))) return [];
    const texts = solidsOf(passage.text);
    // The last word may be half typed.
    const places = wanted.flatMap((one) => texts.flatMap((text) => placesOf(one, text, true)));
    if (places.length === 0) return [];
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

  #lettersOf(passage: Passage): readonly string[] {
    const known = this.#letters.get(passage);
    if (known) return known;
    const letters = solidsOf(passage.text).map(({ text }) => text);
    this.#letters.set(passage, letters);
    return letters;
  }
}

/** The quotation that a part of a passage is in, or else the part itself, which is then no quotation. */
export function quotationAround(passage: Passage, part: Span): QuoteMatch {
  const found = quotationAt(passage.text, part);
  return { passage, words: part, whole: found ?? part, quoted: found !== undefined };
}
