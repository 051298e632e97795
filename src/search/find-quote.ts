// Quick look-up of a quotation from some of its words, as they are typed: the words in order, wherever they stand.
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationsOf } from '../corpus/quotations.ts';
import { sentencesOf } from '../corpus/sentences.ts';
import { placesOf, type Solid, solidsOf } from '../corpus/solid.ts';

/** A passage that holds the words looked for. Spans are offsets into the passage's text. */
export interface QuoteMatch {
  readonly passage: Passage;
  /** Where the words stand. */
  readonly words: Span;
  /** The whole quotation, marks included, or the sentence where the words are not quoted speech. */
  readonly whole: Span;
  readonly quoted: boolean;
}

/** Finds words in folded passages; the letters of a passage are kept from when it is first looked through. */
export class QuoteFinder {
  readonly #passages: readonly Passage[];
  readonly #letters = new Map<Passage, readonly string[]>();

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
  }

  /**
   * The passages that hold the words in this order, in any case and with any marks: quotations first, then the
   * text's own words, each in the order of the documents. Every place in a passage is one match.
   */
  find(words: string, within: (passage: Passage) => boolean = () => true): QuoteMatch[] {
    const wanted = solidsOf(words).filter(({ text }) => text !== '');
    if (wanted.length === 0) return [];
    const matches: QuoteMatch[] = [];
    for (const passage of this.#passages) {
      if (within(passage)) matches.push(...this.#matchesIn(passage, wanted));
    }
    return [...matches.filter(({ quoted }) => quoted), ...matches.filter(({ quoted }) => !quoted)];
  }

  #matchesIn(passage: Passage, wanted: readonly Solid[]): QuoteMatch[] {
    // Almost every passage is passed over here, at the speed of a plain search.
    if (!this.#lettersOf(passage).some((text) => wanted.some((one) => text.includes(one.text)))) return [];
    const texts = solidsOf(passage.text);
    // The last word may be half typed.
    const places = wanted.flatMap((one) => texts.flatMap((text) => placesOf(one, text, true)));
    if (places.length === 0) return [];
    places.sort((a, b) => a.start - b.start);
    const quotations = quotationsOf(passage.text);
    const sentences = sentencesOf(passage.text);
    const found = places.map((span): QuoteMatch => {
      const quotation = quotations.find((whole) => whole.start < span.end && span.start < whole.end);
      const sentence = sentences.find(({ end }) => end > span.start);
      return { passage, words: span, whole: quotation ?? sentence ?? span, quoted: quotation !== undefined };
    });
    return found.filter(
      ({ whole }, index) => found.findIndex((other) => other.whole.start === whole.start) === index,
    );
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
  const found = quotationsOf(passage.text).find(({ start, end }) => start < part.end && part.start < end);
  return { passage, words: part, whole: found ?? part, quoted: found !== undefined };
}
