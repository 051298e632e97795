// Quick look-up of a quotation from some of its words, as they are typed: the words in order, wherever they stand.
import { type Folded, fold, unfold } from '../corpus/folding.ts';
import type { Passage, Span } from '../corpus/passages.ts';
import { quotationsOf } from '../corpus/quotations.ts';
import { sentencesOf } from '../corpus/sentences.ts';

/** A passage that holds the words looked for. Spans are offsets into the passage's text. */
export interface QuoteMatch {
  readonly passage: Passage;
  /** Where the words stand. */
  readonly words: Span;
  /** The whole quotation, marks included, or the sentence where the words are not quoted speech. */
  readonly whole: Span;
  readonly quoted: boolean;
}

/** Finds words in folded passages; a passage is folded once, when it is first looked through. */
export class QuoteFinder {
  readonly #passages: readonly Passage[];
  readonly #folded = new Map<Passage, Folded>();

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
  }

  /**
   * The passages that hold the words in this order, in any case and with any marks: quotations first, then the
   * text's own words, each in the order of the documents. Every place in a passage is one match.
   */
  find(words: string, within: (passage: Passage) => boolean = () => true): QuoteMatch[] {
    const wanted = pattern(words);
    if (!wanted) return [];
    const matches: QuoteMatch[] = [];
    for (const passage of this.#passages) {
      if (within(passage)) matches.push(...this.#matchesIn(passage, wanted));
    }
    return [...matches.filter(({ quoted }) => quoted), ...matches.filter(({ quoted }) => !quoted)];
  }

  #matchesIn(passage: Passage, wanted: RegExp): QuoteMatch[] {
    const folded = this.#fold(passage);
    const places = [...folded.text.matchAll(wanted)];
    if (places.length === 0) return [];
    const quotations = quotationsOf(passage.text);
    const found = places.map((match): QuoteMatch => {
      const span = unfold(folded, { start: match.index, end: match.index + match[0].length });
      const quotation = quotations.find((whole) => whole.start < span.end && span.start < whole.end);
      const sentence = sentencesOf(passage.text).find(({ end }) => end > span.start);
      return { passage, words: span, whole: quotation ?? sentence ?? span, quoted: quotation !== undefined };
    });
    return found.filter(
      ({ whole }, index) => found.findIndex((other) => other.whole.start === whole.start) === index,
    );
  }

  #fold(passage: Passage): Folded {
    const known = this.#folded.get(passage);
    if (known) return known;
    const folded = fold(passage.text);
    this.#folded.set(passage, folded);
    return folded;
  }
}

/**
 * A pattern for words in a row with whatever stands between words in between; the last word may be half typed.
 * Made from letters and digits alone, so nothing that is typed can be a pattern of its own.
 */
function pattern(words: string): RegExp | undefined {
  const wanted = fold(words).text.match(/[\p{L}\p{N}]+/gu);
  if (!wanted) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])${wanted.join('[^\\p{L}\\p{N}]+')}[\\p{L}\\p{N}]*`, 'gu');
}
