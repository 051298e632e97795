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
    const wanted = wantedIn(words);
    if (!wanted) return [];
    const matches: QuoteMatch[] = [];
    for (const passage of this.#passages) {
      if (within(passage)) matches.push(...this.#matchesIn(passage, wanted));
    }
    return [...matches.filter(({ quoted }) => quoted), ...matches.filter(({ quoted }) => !quoted)];
  }

  #matchesIn(passage: Passage, wanted: Wanted): QuoteMatch[] {
    const folded = this.#fold(passage);
    // Almost every passage is passed over here, at the speed of a plain search.
    if (!folded.text.includes(wanted.longest)) return [];
    const places = placesOf(wanted.words, folded.text);
    if (places.length === 0) return [];
    const quotations = quotationsOf(passage.text);
    const sentences = sentencesOf(passage.text);
    const found = places.map((place): QuoteMatch => {
      const span = unfold(folded, place);
      const quotation = quotations.find((whole) => whole.start < span.end && span.start < whole.end);
      const sentence = sentences.find(({ end }) => end > span.start);
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

/** The quotation that a part of a passage is in, or else the part itself, which is then no quotation. */
export function quotationAround(passage: Passage, part: Span): QuoteMatch {
  const found = quotationsOf(passage.text).find(({ start, end }) => start < part.end && part.start < end);
  return { passage, words: part, whole: found ?? part, quoted: found !== undefined };
}

interface Wanted {
  readonly words: readonly string[];
  readonly longest: string;
}

const word = /[\p{L}\p{N}]+/gu;

/** The words looked for, folded; undefined where there is not one. */
function wantedIn(words: string): Wanted | undefined {
  const wanted = fold(words).text.match(word);
  if (!wanted) return undefined;
  return { words: wanted, longest: wanted.reduce((a, b) => (b.length > a.length ? b : a)) };
}

/** Where words stand in a row in a folded text, whatever is between them; the last one may be half typed. */
function placesOf(wanted: readonly string[], text: string): Span[] {
  const words = [...text.matchAll(word)];
  const last = wanted.length - 1;
  const places: Span[] = [];
  for (let from = 0; from + last < words.length; from++) {
    const fits = wanted.every((each, offset) => {
      const found = words[from + offset]?.[0] ?? '';
      return offset === last ? found.startsWith(each) : found === each;
    });
    const first = words[from];
    const end = words[from + last];
    if (fits && first && end) places.push({ start: first.index, end: end.index + end[0].length });
  }
  return places;
}
